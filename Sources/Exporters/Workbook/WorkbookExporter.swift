// The workbook for the board and the funder.

import Bookkeeping
import Disclosure
import Foundation
import Interchange
import Reporting
import Rulebook

/// Writes the workbook.
package enum WorkbookExporter {
  /// The name of the workbook: `tva-bokslut-<id>-<year>[-intern].xlsx`.
  package static func fileName(_ report: ClearedReport) -> String {
    let mark = report.edition == .intern ? "-intern" : ""
    return "tva-bokslut-\(report.organisation.id)-\(report.yearLabel)\(mark).xlsx"
  }

  /// The workbook; the same report gives the same bytes.
  package static func file(_ report: ClearedReport) throws -> OutputFile {
    let sheets = WorkbookLayout(report).sheets
    let margins = PageMargins(report)
    let title = Texts(report.language)(.reportName(year: report.yearLabel))
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/workbook.xlsx"
    let file = try WorkbookFile(path: path)
    try file.setProperties(
      title: "\(title), \(report.organisation.name)", author: report.organisation.name,
      createdSeconds: Int(report.date.dayNumber) * 86_400)
    var drawing = WorkbookDrawing(report, sheets)
    for (index, sheet) in sheets.enumerated() {
      try drawing.draw(sheet, index: index, margins: margins, in: file)
    }
    try file.close()
    guard let data = FileManager.default.contents(atPath: path) else {
      throw WorkbookError.temporaryFile(errno: errno)
    }
    return OutputFile(path: fileName(report), bytes: [UInt8](data))
  }
}
