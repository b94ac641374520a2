// Every figure cell of a written workbook is the figure that `explain` finds by the cell, and names
// its id in the column beside the table.

import Diagnostics
import Disclosure
import Exporters
import Figures
import Foundation
import Reporting
import Testing

@testable import Commands
@testable import Importers

struct WorkbookCellTests {
  /// A cell as the file has it.
  private struct WrittenCell {
    let column: String
    let row: Int
    /// A number as it was written, or nil.
    let number: Double?
    let text: String?
  }

  private func part(_ path: String, of archive: borrowing ZipArchive) throws -> String {
    let part = try archive.open(path)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = try part.read(into: &buffer), count > 0 {
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func plain(_ xml: Substring) -> String {
    String(xml).replacing("&apos;", with: "'").replacing("&quot;", with: "\"")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
  }

  private func cells(ofSheet index: Int, _ archive: borrowing ZipArchive) throws -> [WrittenCell] {
    let shared = try part("xl/sharedStrings.xml", of: archive).components(separatedBy: "<si>")
      .dropFirst()
      .map { $0.firstMatch(of: /<t[^>]*>([^<]*)/).map { plain($0.1) } ?? "" }
    return try part("xl/worksheets/sheet\(index + 1).xml", of: archive)
      .components(separatedBy: "<c ").dropFirst().compactMap { cell in
        guard let place = cell.firstMatch(of: /^r="([A-Z]+)(\d+)"/), let row = Int(place.2),
          let value = cell.firstMatch(of: /<v>([^<]*)</)
        else { return nil }
        let isText = cell.prefix { $0 != ">" }.contains("t=\"s\"")
        return WrittenCell(
          column: String(place.1), row: row, number: isText ? nil : Double(value.1),
          text: isText ? Int(value.1).map { shared[$0] } : nil)
      }
  }

  @Test(
    "each number of each sheet is the figure of its cell, and its row names the id",
    arguments: [("bryggan", Language.swedish), ("hjulverkstan", .english)])
  func everyCell(sample: String, language: Language) throws {
    let report = try ExplainedFolder(sample: sample, language: language).report
    let cleared = try Disclosure.clear(report, for: .intern)
    let archive = try ZipArchive(try WorkbookExporter.file(cleared).bytes)
    let layout = WorkbookLayout(cleared)
    let finder = FigureFinder(report, layout, language: language)
    var found = 0
    for (index, name) in layout.sheetNames.enumerated() {
      let written: [WrittenCell] = try self.cells(ofSheet: index, archive)
      let texts = Dictionary(grouping: written.filter { $0.text != nil }) { $0.row }
      for cell in written {
        guard let number = cell.number else { continue }
        let place = "'\(name)'!\(cell.column)\(cell.row)"
        switch finder.answer(place) {
        case .figure(let id):
          let value = try #require(report.figures[id]?.value)
          let shown = Double(value.scaled) / (0..<value.decimals).reduce(1.0) { ten, _ in ten * 10 }
          #expect(abs(shown - number) < 0.000_000_1, "\(place)")
          // The last text of the row is the ids' column.
          let ids = try #require(texts[cell.row]?.last?.text)
          let names = ids.split(separator: "; ").map(String.init)
          let text = FigureIDText.text(id)
          #expect(names == [text] || names.contains("\(cell.column) \(text)"), "\(place)")
          found += 1
        case .none(let finding):
          // Days are numbers too.
          #expect(finding.rendered(in: language).contains(#/\d{4}-\d\d-\d\d/#), "\(place)")
        case .family, .several:
          Issue.record("\(place) is no single figure")
        }
      }
    }
    #expect(
      found == layout.sheetNames.indices.map { layout.figures(onSheet: $0).count }.reduce(0, +))
    #expect(found > (sample == "bryggan" ? 1_000 : 100))
  }

  @Test("the ids' column is hidden, outside the printed page, and opens as a group")
  func hidden() throws {
    let report = try ExplainedFolder(sample: "bryggan").report
    let cleared = try Disclosure.clear(report, for: .intern)
    let archive = try ZipArchive(try WorkbookExporter.file(cleared).bytes)
    let sheet = try part("xl/worksheets/sheet1.xml", of: archive)
    let columns = sheet.matches(of: /<col [^>]*>/).map { String($0.0) }
    let hidden = columns.filter { $0.contains("hidden=\"1\"") }
    #expect(hidden.count == 1 && hidden[0].contains("outlineLevel=\"1\""))
    let last = try #require(hidden[0].firstMatch(of: /min="(\d+)"/).flatMap { Int($0.1) })
    let workbook = try part("xl/workbook.xml", of: archive)
    let area = try #require(
      workbook.firstMatch(of: /Print_Area[^>]*>'?Sammanfattning'?!\$A\$1:\$([A-Z])\$/))
    let printed = try #require(area.1.unicodeScalars.first).value - 64
    #expect(Int(printed) == last - 1)
  }
}
