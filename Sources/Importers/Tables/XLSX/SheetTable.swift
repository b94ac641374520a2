// From the cells of a sheet to a table: which row holds the headings, and what stands outside.

import Diagnostics
import Outcomes
import Rulebook

/// Makes a table of a sheet that is one of the register's.
struct SheetTable {
  let file: String
  let sheet: String
  /// The table that the sheet's name says; nil for a sheet that is none.
  let kind: RecordTable?
  private(set) var problems = DiagnosticList()

  /// The first rows among which the headings are looked for.
  private static let headingRows = 30
  private let knownHeadings: Set<String>

  /// `headings` are the settings' own.
  init(file: String, sheet: String, kind: RecordTable?, headings: [OwnHeading] = []) {
    self.file = file
    self.sheet = sheet
    self.kind = kind
    let own = headings.filter { heading in
      kind.flatMap { heading.column(in: $0) } != nil
    }.map(\.name)
    self.knownHeadings = Set(
      ((kind?.columns ?? []).flatMap { [$0.heading, $0.alias] } + own)
        .map { NameMatching.folded($0) })
  }

  /// The sheet itself as a place.
  var place: SourceLocation { location(CellReference(row: 1, column: 1)) }

  /// The table. Titles above the headings and notes beside the table are left out and told of;
  /// identity numbers in them are found all the same.
  mutating func table(
    _ cells: [SheetCell], _ marks: SheetMarks = SheetMarks()
  ) throws(WorkbookProblem) -> FileTable {
    let rows = Dictionary(grouping: cells, by: \.reference.row).sorted { $0.key < $1.key }
      .map { (number: $0.key, cells: $0.value) }
    // Of two cells in one place nobody can tell which one holds.
    for row in rows where Set(row.cells.map(\.reference.column)).count != row.cells.count {
      throw .damaged(part: sheet)
    }
    guard let headingIndex = headingIndex(rows) else {
      return FileTable(headings: [], rows: [], location: place)
    }
    let headings = padded(rows[headingIndex].cells, row: rows[headingIndex].number)
    let known = Set(headings.indices.filter { isKnown(headings[$0].text) }.map { $0 + 1 })
    watchTitles(rows[..<headingIndex])
    var odd = OddSheetRows(marks, columns: headings.count)
    odd.reportMerged(from: rows[headingIndex].number, in: self, into: &problems)
    for heading in headings.indices where known.contains(heading + 1) {
      odd.reportHidden(column: heading + 1, headings[heading], into: &problems)
    }
    var outside: [SheetCell] = []
    var tableRows: [TableRow] = []
    var cellCount = 0
    for row in rows[(headingIndex + 1)...] {
      outside += row.cells.filter { $0.reference.column > headings.count }
      let inside = row.cells.filter { $0.reference.column <= headings.count }
      guard !inside.isEmpty else { continue }
      let place = location(CellReference(row: row.number, column: 1))
      if odd.leavesOut(row.number, at: place, in: self, into: &problems) {
        watchIdentityNumbers(inside)
        continue
      }
      // A heading in the last column would make each row sixteen thousand cells long.
      cellCount += headings.count
      guard cellCount <= WorkbookLimits.tableCells else { throw .tooLarge }
      // A formula that failed in a column of the reader's own harms nothing.
      for cell in inside where known.contains(cell.reference.column) { reportFormula(cell) }
      let read = padded(inside, row: row.number)
      tableRows.append(TableRow(cells: odd.marked(read, row: row.number), location: place))
    }
    watchMargin(outside)
    return FileTable(headings: headings, rows: tableRows, location: place)
  }

  /// The row with the most headings that the table knows, the first of equals; without any, the
  /// first row with two cells, since a title has one.
  private func headingIndex(_ rows: [(number: Int, cells: [SheetCell])]) -> Int? {
    var best: (index: Int, count: Int)?
    for (index, row) in rows.prefix(Self.headingRows).enumerated() {
      let count = row.cells.filter { isKnown($0.text) }.count
      if count > best?.count ?? 0 { best = (index, count) }
    }
    if let best { return best.index }
    return rows.firstIndex { $0.cells.count > 1 } ?? rows.indices.first
  }

  private func isKnown(_ heading: String) -> Bool {
    knownHeadings.contains(NameMatching.folded(heading))
  }

  /// The cells of a row from column A on, the blank ones between them included.
  private func padded(_ cells: [SheetCell], row: Int) -> [TableCell] {
    let byColumn = Dictionary(cells.map { ($0.reference.column, $0) }) { first, _ in first }
    guard let last = byColumn.keys.max() else { return [] }
    return (1...last).map { column in
      let place = location(CellReference(row: row, column: column))
      guard let cell = byColumn[column] else { return TableCell("", at: place) }
      let isReported = cell.kind == .failedFormula || cell.kind == .uncomputedFormula
      return TableCell(
        SheetNumbers.withLeadingZeros(cell), at: place, isNumber: cell.kind == .number,
        isReported: isReported)
    }
  }

  private mutating func reportFormula(_ cell: SheetCell) {
    switch cell.kind {
    case .failedFormula:
      problems.report("XLS012", at: location(cell.reference), ["value": cell.text])
    case .uncomputedFormula:
      problems.report("XLS013", at: location(cell.reference))
    case .text, .number:
      break
    }
  }

  private mutating func watchTitles(_ rows: ArraySlice<(number: Int, cells: [SheetCell])>) {
    guard let first = rows.first?.cells.first else { return }
    problems.report(
      "XLS010", at: location(first.reference),
      ["count": rows.count, "table": kind?.swedishName ?? sheet])
    for row in rows { watchIdentityNumbers(row.cells) }
  }

  private mutating func watchMargin(_ cells: [SheetCell]) {
    guard let first = cells.first else { return }
    problems.report(
      "XLS011", at: location(first.reference),
      ["count": cells.count, "table": kind?.swedishName ?? sheet])
    watchIdentityNumbers(cells)
  }

  /// Reports each cell that holds an identity number.
  mutating func watchIdentityNumbers(_ cells: [SheetCell]) {
    for cell in cells
    where PersonalIdentityNumber.occurs(in: SheetNumbers.withLeadingZeros(cell)) {
      problems.report("REG022", at: location(cell.reference))
    }
  }

  /// A cell of the sheet as a place.
  func location(_ reference: CellReference) -> SourceLocation {
    SourceLocation(
      file: file, sheet: sheet, cell: reference.text, row: reference.row,
      columnNumber: reference.column)
  }
}

/// What spreadsheets take away from numbers.
enum SheetNumbers {
  /// An identity number typed as a number loses the zeros in front (0101…), and with them what
  /// makes it known: it gets them back, so that it is found and never printed.
  static func withLeadingZeros(_ cell: SheetCell) -> String {
    guard cell.kind == .number, (8...9).contains(cell.text.utf8.count),
      cell.text.allSatisfy({ $0.isASCII && $0.isNumber })
    else { return cell.text }
    let whole = String(repeating: "0", count: 10 - cell.text.utf8.count) + cell.text
    return PersonalIdentityNumber.occurs(in: whole) ? whole : cell.text
  }
}
