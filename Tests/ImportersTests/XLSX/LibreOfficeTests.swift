// Workbooks as LibreOffice writes them, made on the spot where it is installed.

import Diagnostics
import Foundation
import Testing

@testable import Importers

@Suite(.serialized)
struct LibreOfficeTests {
  @Test(
    "a register typed into LibreOffice: days, shares, money and yes, saved as .xlsx and as others",
    .enabled(if: LibreOffice.isThere, "LibreOffice is not here to write the files"))
  func savedByLibreOffice() throws {
    let text = """
      Deltagare;Start;Slut;Omfattning;Månadslön;Stöd;Bidrag
      D001;2024-02-29;31.12.2024;75 %;25500,50;lönebidrag;11700
      D002;2025-03-01;;50;24 000;ingen;
      """
    let office = try LibreOffice()
    defer { office.close() }
    // Semicolons, quotes, UTF-8, from line 1, Swedish, special numbers (days, shares) recognised.
    let workbook = try office.convert(
      Data(text.utf8), named: "Anställningar.csv", to: "xlsx:Calc MS Excel 2007 XML",
      reading: "CSV:59,34,76,1,,1053,false,true")
    let (sheets, problems) = XLSXReader.read(workbook, file: "u.xlsx")
    #expect(problems.all.isEmpty)
    let table = try #require(sheets.first).table
    #expect(sheets.map(\.name) == ["Anställningar"])
    #expect(
      table.headings.map(\.text)
        == ["Deltagare", "Start", "Slut", "Omfattning", "Månadslön", "Stöd", "Bidrag"])
    #expect(
      table.rows.first?.cells.map(\.text)
        == ["D001", "2024-02-29", "31.12.2024", "75 %", "25500.5", "lönebidrag", "11700"])
    #expect(
      table.rows.last?.cells.map(\.text)
        == ["D002", "2025-03-01", "", "50", "24000", "ingen"])
    #expect(table.rows.first?.cells[4].isNumber == true)

    for (format, code) in [("ods", "XLS004"), ("xls:MS Excel 97", "XLS002")] {
      let other = try office.convert(Data(workbook), named: "u.xlsx", to: format)
      #expect(
        XLSXReader.read(other, file: "u.xlsx").diagnostics.all.map(\.code.rawValue) == [code])
    }
  }
}

/// LibreOffice with a profile and a folder of its own.
struct LibreOffice {
  static let path = [
    "/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice",
  ]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isThere: Bool { path != nil }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "dualbokslut-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func close() { try? FileManager.default.removeItem(at: folder) }

  /// A file in another format.
  func convert(
    _ data: Data, named name: String, to format: String, reading filter: String? = nil
  ) throws -> [UInt8] {
    let source = folder.appending(path: name)
    try data.write(to: source)
    let output = folder.appending(path: "out")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path ?? "")
    process.arguments =
      ["-env:UserInstallation=file://\(folder.path)/profile", "--headless"]
      + (filter.map { ["--infilter=\($0)"] } ?? [])
      + ["--convert-to", format, "--outdir", output.path, source.path]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let stem = source.deletingPathExtension().lastPathComponent
    let suffix = format.prefix { $0 != ":" }
    return Array(try Data(contentsOf: output.appending(path: "\(stem).\(suffix)")))
  }
}
