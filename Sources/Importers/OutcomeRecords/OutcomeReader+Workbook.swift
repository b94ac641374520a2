// Reads the register from one workbook with a sheet for each table.

import Diagnostics
import Outcomes
import Rulebook

extension OutcomeReader {
  /// Reads a register from the bytes of an `.xlsx` workbook.
  ///
  /// - Parameters:
  ///   - bytes: the workbook.
  ///   - path: what diagnostics name; places are `path:SHEET!B7`.
  ///   - settings: as in `read`.
  /// - Returns: as `read`. A sheet without rows counts as absent, so that a template's Löner that
  ///   nobody filled in leaves wages contractual.
  package static func readWorkbook(
    _ bytes: [UInt8], path: String, settings: Settings?
  ) -> (register: OutcomeRegister, diagnostics: DiagnosticList) {
    var (sheets, problems) = XLSXReader.read(bytes, file: path)
    guard !problems.hasErrors || !sheets.isEmpty else { return (OutcomeRegister(), problems) }
    // Hidden sheets hold lists and calculations; only one that names a table is of interest.
    let names = sheets.filter { !$0.isHidden || OutcomeFiles.table(named: $0.name) != nil }
      .map(\.name)
    let (found, missing) = OutcomeFiles.discover(sheets: names, workbook: path)
    problems.append(contentsOf: missing)
    var tables: [RecordTable: FileTable] = [:]
    for (kind, name) in found {
      guard let table = sheets.first(where: { $0.name == name })?.table else { continue }
      if kind == .participants, table.headings.isEmpty {
        problems.report("REG006", at: table.location)
      } else if kind == .participants || !table.rows.isEmpty {
        tables[kind] = table
      }
    }
    let (register, faults) = read(tables, settings: settings)
    problems.append(contentsOf: faults)
    return (register, problems)
  }
}
