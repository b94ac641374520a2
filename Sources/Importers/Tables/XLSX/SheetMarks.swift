// What a sheet says of its rows beside their cells: hidden, filtered, merged, sums of a table.

/// A rectangle of cells, ends included.
struct CellRange: Hashable {
  let rows: ClosedRange<Int>
  let columns: ClosedRange<Int>

  /// Reads `A2:C5` or `B7`; nil for anything else.
  init?(_ text: String) {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count),
      let first = ends.first.flatMap({ CellReference(String($0)) }),
      let last = ends.last.flatMap({ CellReference(String($0)) }), first.row <= last.row,
      first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }

  /// A rectangle of rows and columns.
  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Its name, `A2:C5`.
  var text: String {
    CellReference(row: rows.lowerBound, column: columns.lowerBound).text + ":"
      + CellReference(row: rows.upperBound, column: columns.upperBound).text
  }
}

/// The marks of one sheet.
struct SheetMarks {
  /// Rows that are not shown.
  private(set) var hiddenRows: Set<Int> = []
  /// Columns that are not shown.
  private(set) var hiddenColumns: [ClosedRange<Int>] = []
  /// Cells that are one on the screen; only the first holds a value.
  private(set) var merged: [CellRange] = []
  /// Where a filter chooses rows.
  private(set) var filtered: [CellRange] = []
  /// The rows of sums below tables.
  private(set) var totals: [CellRange] = []
  /// The filter that is being read.
  private var filter: CellRange?

  /// Takes an element beside the cells.
  mutating func take(_ name: String, _ attributes: XMLAttributes) throws(XMLFault) {
    switch name {
    case "col":
      guard isTrue(attributes["hidden"]) || isZero(attributes["width"]) else { return }
      guard let first = Int(attributes["min"] ?? ""), let last = Int(attributes["max"] ?? ""),
        first >= 1, first <= last
      else { throw .senseless }
      hiddenColumns.append(first...last)
    case "mergeCell":
      merged.append(try range(attributes))
    case "autoFilter":
      filter = attributes["ref"] == nil ? nil : try range(attributes)
    case "filterColumn":
      // Without a column that filters, the arrows stand there and choose nothing.
      if let chosen = filter {
        filtered.append(chosen)
        filter = nil
      }
    default:
      return
    }
    guard merged.count + hiddenColumns.count + filtered.count <= WorkbookLimits.declarations else {
      throw .tooLarge
    }
  }

  /// Takes the attributes of a row.
  mutating func take(row: Int, _ attributes: XMLAttributes) {
    if isTrue(attributes["hidden"]) || isZero(attributes["ht"]) { hiddenRows.insert(row) }
  }

  /// Takes a table's sums and filter.
  mutating func take(_ table: TablePart) {
    filtered += table.marks.filtered
    if let totals = table.totals { self.totals.append(totals) }
  }

  private func range(_ attributes: XMLAttributes) throws(XMLFault) -> CellRange {
    guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { throw .senseless }
    return range
  }

  private func isTrue(_ text: String?) -> Bool { text == "1" || text == "true" }

  private func isZero(_ text: String?) -> Bool {
    text.flatMap { CellNumber($0) }.map { $0.text == "0" } ?? false
  }

  /// Whether a filter hides the row.
  func isFiltered(row: Int) -> Bool { filtered.contains { $0.rows.contains(row) } }
}

/// Reads a table's part (`xl/tables/table1.xml`): what is formatted as a table in Excel may end in
/// rows of sums (ECMA-376 part 1, 18.5.1.2, totalsRowCount).
final class TablePart: XMLHandler {
  private(set) var totals: CellRange?
  private(set) var marks = SheetMarks()

  func start(_ name: String, _ attributes: XMLAttributes) throws(XMLFault) {
    guard name == "table" else {
      try marks.take(name, attributes)
      return
    }
    guard let count = attributes["totalsRowCount"] else { return }
    guard let range = attributes["ref"].flatMap({ CellRange($0) }), let rows = Int(count),
      (0...range.rows.count).contains(rows)
    else { throw .senseless }
    guard rows > 0 else { return }
    let first = range.rows.upperBound - rows + 1
    totals = CellRange(
      rows: first...range.rows.upperBound, columns: range.columns)
  }

  func end(_ name: String) {}
}
