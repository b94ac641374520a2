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
    var (sheets, problems) = XLSXReader.read(
      bytes, file: path, headings: settings?.headings ?? [])
    guard !problems.hasErrors || !sheets.isEmpty else { return (OutcomeRegister(), problems) }
    // Hidden sheets hold lists and calculations; only one that names a table is of interest.
    let names = sheets.filter {
      !$0.isHidden || OutcomeFiles.table(named: $0.name) != nil
        || NameLikeness.table(like: $0.name) != nil
    }.map(\.name)
    let (found, missing) = OutcomeFiles.discover(sheets: names, workbook: path)
    problems.append(contentsOf: missing)
    var tables: [RecordTable: FileTable] = [:]
    for (kind, name) in found {
      guard let table = sheets.first(where: { $0.name == name })?.table else { continue }
      if kind == .participants, table.headings.isEmpty {
        problems.report("REG006", at: table.location, TableHolder(of: table).facts())
      } else if kind == .participants || !table.rows.isEmpty {
        tables[kind] = table
      }
    }
    // A blank sheet has not even headings; with them it says that there is nothing to tell.
    let filled = Set(sheets.filter { !$0.table.headings.isEmpty }.map(\.name))
    let (register, faults) = read(
      tables, settings: settings,
      absent: RecordTable.allCases.filter { kind in
        kind.isExpected && found[kind].map { !filled.contains($0) } ?? true
      })
    problems.append(contentsOf: faults)
    return (register, problems)
  }

  /// Whether a workbook has a sheet with a table's name, or nearly, and something on it.
  ///
  /// - Returns: nil, with the cause, when it cannot be opened: nobody knows what it holds. Identity
  ///   numbers in it are told of.
  package static func holdsTables(
    _ bytes: [UInt8], path: String
  ) -> (holdsTables: Bool?, diagnostics: DiagnosticList) {
    let (sheets, problems) = XLSXReader.read(bytes, file: path)
    guard !problems.hasErrors || !sheets.isEmpty else { return (nil, problems) }
    let holdsTables = sheets.contains { sheet in
      !sheet.table.headings.isEmpty
        || NameLikeness.table(like: sheet.name) != nil
          && OutcomeFiles.table(named: sheet.name) == nil
    }
    var told = DiagnosticList()
    for finding in problems.all where finding.code == "REG022" {
      told.report(finding.code, at: finding.location, finding.arguments)
    }
    return (holdsTables, told)
  }
}
