// Reads workbooks in Excel's format: bytes in, a table for each sheet of the register out.

import Diagnostics
import Rulebook

/// A sheet of a workbook.
package struct WorkbookSheet: Hashable, Sendable {
  /// The name on its tab.
  package let name: String
  /// Whether the workbook hides it.
  package let isHidden: Bool
  /// What stands in it; without headings when the sheet is blank or none of the register's.
  package let table: FileTable
}

/// Reads `.xlsx` (ECMA-376, also its strict form) as Excel, LibreOffice and Google Sheets write it.
///
/// Dates become ISO dates by the cell's number format, in the workbook's own date system; percent
/// cells become `30 %`, lengths of time hours, booleans *ja* and *nej*; formulas give the value
/// that was saved with them. Memory and time are bounded (`WorkbookLimits`).
package enum XLSXReader {
  /// Reads a workbook.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - file: the path that diagnostics name; places are `FILE:SHEET!B7`.
  ///   - headings: the settings' own headings, by which the row of headings is known too.
  /// - Returns: the sheets in the workbook's order. Those that a table of the register names are
  ///   read; the others are searched for identity numbers and left alone. A workbook that cannot be
  ///   read gives no sheets and one error.
  package static func read(
    _ bytes: [UInt8], file: String, headings: [OwnHeading] = []
  ) -> (sheets: [WorkbookSheet], diagnostics: DiagnosticList) {
    var problems = DiagnosticList()
    do {
      var workbook = try OpenWorkbook(bytes)
      var sheets: [WorkbookSheet] = []
      for entry in workbook.sheets {
        sheets.append(
          try sheet(entry, of: &workbook, file: file, headings: headings, into: &problems))
      }
      return (sheets, problems)
    } catch {
      // What was noted of single cells is of no use when the whole cannot be read.
      var fault = DiagnosticList()
      error.report(at: SourceLocation(file: file), into: &fault)
      return ([], fault)
    }
  }

  private static func sheet(
    _ entry: SheetEntry, of workbook: inout OpenWorkbook, file: String, headings: [OwnHeading],
    into problems: inout DiagnosticList
  ) throws(WorkbookProblem) -> WorkbookSheet {
    let kind = OutcomeFiles.table(named: entry.name)
    var maker = SheetTable(file: file, sheet: entry.name, kind: kind, headings: headings)
    let (cells, marks) = try workbook.content(of: entry, withTables: kind != nil)
    guard kind != nil else {
      // Nobody should keep the list of who is who in the workbook that others get to see.
      maker.watchIdentityNumbers(cells)
      problems.append(contentsOf: maker.problems)
      return WorkbookSheet(
        name: entry.name, isHidden: entry.isHidden,
        table: FileTable(headings: [], rows: [], location: maker.place))
    }
    let table = try maker.table(cells, marks)
    if entry.isHidden, !table.rows.isEmpty {
      problems.report("XLS014", at: maker.place, ["sheet": entry.name])
    }
    problems.append(contentsOf: maker.problems)
    return WorkbookSheet(name: entry.name, isHidden: entry.isHidden, table: table)
  }
}

/// A workbook whose common parts have been read.
private struct OpenWorkbook: ~Copyable {
  let sheets: [SheetEntry]
  private let archive: ZipArchive
  private let relations: RelationsPart
  private let meanings: CellMeanings
  private var budget = UnpackingBudget()
  private var cellCount = 0

  init(_ bytes: [UInt8]) throws(WorkbookProblem) {
    try FileSignature.check(bytes)
    let archive = try ZipArchive(bytes)
    var budget = UnpackingBudget()
    let path = try Self.workbookPath(archive, &budget)

    let workbook = WorkbookPart()
    try archive.stream(path, into: workbook, budget: &budget)
    guard workbook.isWorkbook else { throw .notAWorkbook }
    let relations = RelationsPart(of: path)
    try archive.stream(RelationsPart.path(of: path), into: relations, budget: &budget)

    var meanings = CellMeanings()
    meanings.dateSystem = workbook.usesDateSystem1904 ? .from1904 : .from1900
    if let path = relations.path(kind: "styles") {
      let styles = StylesPart()
      try archive.stream(path, into: styles, budget: &budget)
      meanings.formats = styles.cellFormats
    }
    if let path = relations.path(kind: "sharedStrings") {
      let texts = SharedTextsPart()
      try archive.stream(path, into: texts, budget: &budget)
      meanings.sharedTexts = texts.texts
    }
    self.sheets = workbook.sheets
    self.archive = archive
    self.relations = relations
    self.meanings = meanings
    self.budget = budget
  }

  /// The cells of a sheet and what stands beside them; of the tables in it only where they are
  /// asked for.
  mutating func content(
    of sheet: SheetEntry, withTables: Bool
  ) throws(WorkbookProblem) -> (cells: [SheetCell], marks: SheetMarks) {
    guard let relation = relations.relations[sheet.relation] else {
      throw .missing(part: sheet.name)
    }
    // A sheet may be a single chart, which has no cells.
    guard relation.kind == "worksheet" else { return ([], SheetMarks()) }
    let part = SheetPart(meanings: meanings, cellsBefore: cellCount)
    try archive.stream(relation.path, into: part, budget: &budget)
    cellCount += part.cells.count
    var marks = part.marks
    let links = RelationsPart.path(of: relation.path)
    if withTables, archive.holds(links) {
      let others = RelationsPart(of: relation.path)
      try archive.stream(links, into: others, budget: &budget)
      for path in others.paths(kind: "table") {
        let table = TablePart()
        try archive.stream(path, into: table, budget: &budget)
        marks.take(table)
      }
    }
    return (part.cells, marks)
  }

  /// Where the workbook's own part lies; throws what else the package is.
  private static func workbookPath(
    _ archive: borrowing ZipArchive, _ budget: inout UnpackingBudget
  ) throws(WorkbookProblem) -> String {
    guard archive.holds("_rels/.rels") else { throw try otherPackage(archive) }
    let relations = RelationsPart(of: "")
    try archive.stream("_rels/.rels", into: relations, budget: &budget)
    guard let path = relations.path(kind: "officeDocument") else { throw .notAWorkbook }
    if path.lowercased().hasSuffix(".bin") { throw .binaryFormat }
    return path
  }

  private static func otherPackage(
    _ archive: borrowing ZipArchive
  ) throws(WorkbookProblem) -> WorkbookProblem {
    guard archive.holds("mimetype"), archive.holds("content.xml") else { return .notAWorkbook }
    let part = try archive.open("mimetype")
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = try part.read(into: &buffer)
    let type = String(decoding: buffer.prefix(count), as: UTF8.self)
    return type.hasPrefix("application/vnd.oasis.opendocument.spreadsheet")
      ? .openDocument : .notAWorkbook
  }
}
