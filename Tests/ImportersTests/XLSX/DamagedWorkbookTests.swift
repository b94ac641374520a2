// Files that are no workbook, are broken or are built to overwhelm: one clear error each.

import Diagnostics
import Foundation
import Testing

@testable import Importers

struct DamagedWorkbookTests {
  private static let good = TestWorkbook(
    "Deltagare",
    XLSXReaderTests.row(1, XLSXReaderTests.inline("A1", "Deltagare"))
      + XLSXReaderTests.row(2, XLSXReaderTests.inline("A2", "D1")))

  /// The codes that a file gives; a file that cannot be read gives no sheets.
  private func codes(_ bytes: [UInt8]) -> [String] {
    let (sheets, problems) = XLSXReader.read(bytes, file: "utfall.xlsx")
    #expect(sheets.isEmpty)
    return problems.all.map(\.code.rawValue)
  }

  private func spoiled(_ change: (inout TestPackage) -> Void) -> [UInt8] {
    var package = Self.good.package
    change(&package)
    return package.zipped
  }

  @Test("what is no zip package")
  func otherFiles() {
    #expect(codes([]) == ["XLS001"])
    #expect(codes(Array("Deltagare;Kön\nD1;man\n".utf8)) == ["XLS001"])
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let filler = [UInt8](repeating: 0, count: 4096)
    #expect(codes(compound + filler) == ["XLS002"])
    #expect(codes([0x09, 0x08, 0x10, 0x00, 0x00, 0x06]) == ["XLS002"])
    let name = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(codes(compound + filler + name) == ["XLS003"])
  }

  @Test("packages of something else")
  func otherPackages() {
    let mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    let content = (path: "content.xml", text: "<x/>")
    #expect(codes(TestPackage([("mimetype", mimetype), content]).zipped) == ["XLS004"])
    let letter = "application/vnd.oasis.opendocument.text"
    #expect(codes(TestPackage([("mimetype", letter), content]).zipped) == ["XLS006"])
    #expect(codes(TestPackage([("bild.png", "x")]).zipped) == ["XLS006"])
    let relations = { (target: String) in
      """
      <Relationships xmlns="r"><Relationship Id="r" Type="x/officeDocument" Target="\(target)"/>\
      </Relationships>
      """
    }
    #expect(
      codes(
        TestPackage([
          ("_rels/.rels", relations("word/document.xml")), ("word/document.xml", "<document/>"),
        ]).zipped) == ["XLS006"])
    #expect(
      codes(
        TestPackage([("_rels/.rels", relations("xl/workbook.bin")), ("xl/workbook.bin", "x")])
          .zipped) == ["XLS005"])
  }

  @Test("encrypted parts")
  func encryptedParts() {
    #expect(codes(spoiled { $0.isEncrypted = true }) == ["XLS003"])
  }

  @Test("a package cut off anywhere is one error and never a shorter register")
  func truncated() {
    let whole = Self.good.bytes
    for count in stride(from: 4, to: whole.count, by: 7) {
      #expect(codes(Array(whole.prefix(count))) == ["XLS007"], "\(count) bytes")
    }
  }

  @Test("a flipped byte is an error or changes nothing that the package checks")
  func flipped() {
    let whole = Self.good.bytes
    let right = XLSXReader.read(whole, file: "u.xlsx").sheets
    for index in whole.indices {
      var bytes = whole
      bytes[index] ^= 0x15
      let (sheets, problems) = XLSXReader.read(bytes, file: "u.xlsx")
      #expect(problems.hasErrors ? sheets.isEmpty : sheets == right, "byte \(index)")
    }
  }

  @Test("random changes inside parts give an error or a register, and always an end")
  func randomChanges() {
    var random = SeededGenerator(state: 2_025)
    let package = Self.good.package
    for _ in 0..<1_500 {
      var changed = package
      let part = Int.random(in: changed.parts.indices, using: &random)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: changed.parts[part].bytes.indices, using: &random)
        changed.parts[part].bytes[index] = UInt8.random(in: 9...127, using: &random)
      }
      let (sheets, problems) = XLSXReader.read(changed.zipped, file: "u.xlsx")
      // A workbook that cannot be read says so once and gives nothing.
      let faults = problems.all.filter { $0.code.rawValue < "XLS010" && $0.code != "REG022" }
      #expect(faults.count <= 1 && (faults.isEmpty || sheets.isEmpty))
    }
  }

  @Test("a heading in the last column cannot blow every row up")
  func wideTable() {
    let rows = (2...200).map {
      XLSXReaderTests.row($0, XLSXReaderTests.inline("XFD\($0)", "x"))
    }
    let data = XLSXReaderTests.row(
      1, XLSXReaderTests.inline("A1", "Deltagare"), XLSXReaderTests.inline("XFD1", "y"))
    #expect(codes(TestWorkbook("Deltagare", data + rows.joined()).bytes) == ["XLS009"])
  }

  @Test("parts that are missing")
  func missingParts() {
    for path in ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/s0.xml"] {
      #expect(codes(spoiled { $0.parts.removeAll { $0.path == path } }) == ["XLS008"], "\(path)")
    }
    var workbook = Self.good
    workbook.sharedTexts = "<si><t>x</t></si>"
    var package = workbook.package
    package.parts.removeAll { $0.path == "xl/sharedStrings.xml" }
    #expect(codes(package.zipped) == ["XLS008"])
  }

  @Test("parts that are broken: cut XML, a text that does not exist, a document type")
  func brokenParts() {
    func withSheet(_ text: String) -> [UInt8] {
      spoiled { package in
        package.parts.removeAll { $0.path == "xl/worksheets/s0.xml" }
        package.parts.append(("xl/worksheets/s0.xml", Array(text.utf8)))
      }
    }
    #expect(codes(withSheet("<worksheet><sheetData><row>")) == ["XLS007"])
    #expect(
      codes(
        withSheet(
          "<worksheet><sheetData><row><c t=\"s\"><v>4</v></c></row></sheetData></worksheet>"))
        == ["XLS007"])
    // A row, a cell, a style or a truth value that says nothing is not the next or the usual one.
    for cell in [
      "<row r=\"x\"><c r=\"A1\"><v>1</v></c></row>", "<row><c r=\"?\"><v>1</v></c></row>",
      "<row><c s=\"x\"><v>1</v></c></row>", "<row><c s=\"99\"><v>1</v></c></row>",
      "<row><c t=\"b\"><v>2</v></c></row>",
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
      "<row r=\"2\"><c><v>1</v></c></row><row r=\"2\"><c><v>1</v></c></row>",
    ] {
      let part = "<worksheet><sheetData>\(cell)</sheetData></worksheet>"
      #expect(codes(withSheet(part)) == ["XLS007"], "\(cell)")
    }
    let entities = """
      <!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
      <worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData>\
      </worksheet>
      """
    #expect(codes(withSheet(entities)) == ["XLS007"])
    let deep = String(repeating: "<a>", count: 5000)
    #expect(codes(withSheet("<worksheet><sheetData>\(deep)")) == ["XLS009"])
    let longTag = "<a b=\"" + String(repeating: "x", count: 3 << 20) + "\"/>"
    #expect(codes(withSheet("<worksheet>\(longTag)</worksheet>")) == ["XLS009"])
  }

  @Test("more files or bytes than any register has")
  func tooLarge() {
    var package = TestPackage()
    package.parts = (0...10_000).map { ("\($0)", []) }
    #expect(codes(package.zipped) == ["XLS009"])
    #expect(
      codes([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 33 << 20)) == ["XLS009"])
  }

  @Test(
    "zip bombs: unpacking stops early",
    .enabled(if: Python.isThere, "python3 is not here to pack them"))
  func bombs() throws {
    // Whoever unpacks the sheet to its end finds that its checksum is wrong.
    #expect(codes(try Python.package(row: "b' ' * 1000", count: 10)) == ["XLS007"])
    // 200 MB of blanks: too much is said before the end.
    let steep = try Python.package(row: "b' ' * 1000", count: 200_000)
    #expect(steep.count < 1 << 20)
    #expect(codes(steep) == ["XLS009"])
  }
}

/// Packs what a stored package cannot show.
enum Python {
  static let path = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  static var isThere: Bool { path != nil }

  /// A workbook whose sheet Deltagare holds a Python expression so many times, deflated, and has a
  /// wrong checksum.
  static func package(row: String, count: Int) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "dualbokslut-bomb-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var parts = TestWorkbook("Deltagare", "").package
    parts.parts.removeAll { $0.path == "xl/worksheets/s0.xml" }
    let base = folder.appending(path: "base.zip")
    try Data(parts.zipped).write(to: base)
    let script = """
      import sys, zipfile
      source = zipfile.ZipFile(sys.argv[1])
      with zipfile.ZipFile(sys.argv[2], 'w', zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
          out.writestr(name, source.read(name))
        with out.open('xl/worksheets/s0.xml', 'w', force_zip64=True) as part:
          part.write(b'<worksheet><sheetData>')
          piece = \(row)
          for _ in range(\(count)):
            part.write(piece)
          part.write(b'</sheetData></worksheet>')
        out.infolist()[-1].CRC ^= 1
      """
    let result = folder.appending(path: "bomb.xlsx")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "")
    process.arguments = ["-c", script, base.path, result.path]
    try process.run()
    process.waitUntilExit()
    return Array(try Data(contentsOf: result))
  }
}
