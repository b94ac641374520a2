// How wide columns must be for what stands in them.

import Bookkeeping
import Diagnostics
import Disclosure
import Figures
import Reporting

/// Widths in characters of the standard font.
enum ColumnWidths {
  /// The widths of a sheet whose tables share its columns: kronor columns alike, and the names of
  /// rows as wide as the page leaves room for, so that all sheets print at about the same size.
  static func of(
    _ tables: [Table], count: Int, fitting page: Double, in report: ClearedReport
  ) -> [Double] {
    var widths = [Double](repeating: 10, count: count)
    if tables.isEmpty { widths[0] = page - Double(count - 1) * 10 }
    for table in tables {
      let shift = count - table.columns.count
      // A first column that runs over several finds its room in them.
      for (place, column) in table.columns.enumerated() where place > 0 || shift == 0 {
        let index = place + shift
        var width = headingWidth(column)
        for row in table.rows where row.role != .heading {
          width = max(width, cellWidth(row.cells[place], level: row.level, column, in: report))
        }
        widths[index] = max(widths[index], min(width, widest(column.kind)))
      }
    }
    let kronor = Set(
      tables.flatMap { table in
        table.columns.indices.filter { table.columns[$0].kind == .kronor }
          .map { $0 + count - table.columns.count }
      })
    let widestKronor = kronor.map { widths[$0] }.max() ?? 0
    for index in kronor { widths[index] = widestKronor }
    let widest = tables.max { $0.columns.count < $1.columns.count }
    if let label = widest?.columns.firstIndex(where: { $0.kind == .label }) {
      let others = widths.reduce(0, +) - widths[label]
      widths[label] = max(min(widths[label], 42), page - others)
    }
    return widths
  }

  /// How many lines a text takes in a width, words kept whole.
  static func lines(of text: String, width: Double, in style: CellStyle) -> Int {
    let letter = style.size / 10 * (style.isBold ? 0.87 : 0.8)
    var lines = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += 1
      var used = 0.0
      for word in line.split(separator: " ") {
        let length = Double(word.count) * letter
        if used > 0, used + letter + length > width {
          lines += 1
          used = length
        } else {
          used += (used > 0 ? letter : 0) + length
        }
      }
    }
    return lines
  }

  private static func widest(_ kind: Column.Kind) -> Double {
    switch kind {
    case .label: 58
    case .prose: 30
    case .word: 24
    case .kronor, .ore, .number, .date: 24
    }
  }

  /// A heading breaks between words and at soft hyphens, so its longest piece counts.
  private static func headingWidth(_ column: Column) -> Double {
    let pieces = column.heading.split { $0 == " " || $0 == "\u{AD}" || $0 == "\n" }
    return Double(pieces.map(\.count).max() ?? 0) * 0.92 + 1.5
  }

  private static func cellWidth(
    _ cell: Cell, level: Int, _ column: Column, in report: ClearedReport
  ) -> Double {
    switch cell {
    case .blank: return 0
    case .date: return 12
    case .text(let text): return Double(text.count) * 0.9 + 2 + Double(level) * 1.5
    case .id(let id): return Double(FigureIDText.text(id).count) * 0.9 + 2
    case .figure(let id):
      guard let figure = report.figure(id), let value = figure.value else { return 4 }
      var text = value.exactText
      if case .amount(let amount) = value, column.kind == .kronor { text = "\(amount.ore / 100)" }
      return Double(NumberText(.swedish).decimal(text).count) * 1.12 + 2
    }
  }
}
