// Which figure stands in which cell, by the sheets that the workbook is written from.

import Diagnostics
import Disclosure
import Figures
import Reporting

/// The workbook of a report as planned: what is written, and what a cell of it is.
package struct WorkbookLayout {
  /// What a cell holds.
  package enum Content: Hashable, Sendable {
    /// A figure.
    case figure(FigureID)
    /// Words, or a day.
    case text(String)
    /// Nothing.
    case nothing
  }

  /// A figure with the cell that it stands in.
  package struct PlacedFigure: Hashable, Sendable {
    /// The figure.
    package let id: FigureID
    /// The cell.
    package let place: WorkbookCell
  }

  let sheets: [SheetPlan]

  /// The sheets in order: the neutral report's sections.
  package init(_ report: ClearedReport) {
    sheets = report.sections.map { SheetPlanner.plan($0, of: report) }
  }

  /// The names of the sheets in order.
  package var sheetNames: [String] { sheets.map(\.name) }

  /// What stands in a cell; one that runs over several columns is each of them.
  package func content(of cell: WorkbookCell) -> Content {
    let rows = sheets[cell.sheet].rows
    guard rows.indices.contains(cell.row) else { return .nothing }
    let planned = rows[cell.row].cells.first {
      $0.column <= cell.column && cell.column < $0.column + $0.span
    }
    switch planned?.content {
    case .figure(let id, _): return .figure(id)
    case .text(let text): return text.isEmpty ? .nothing : .text(text)
    case .date(let date): return .text(date.description)
    case .blank, nil: return .nothing
    }
  }

  /// Every figure that a sheet shows, from the top.
  package func figures(onSheet sheet: Int) -> [PlacedFigure] {
    sheets[sheet].rows.enumerated().flatMap { row, planned in
      planned.cells.compactMap { cell in
        guard case .figure(let id, _) = cell.content else { return nil }
        return PlacedFigure(id: id, place: self.cell(sheet, row, cell.column))
      }
    }
  }

  /// Every figure of the workbook by the words that its row begins with.
  package var rowsOfFigures: [(words: String, figures: [PlacedFigure])] {
    var found: [(words: String, figures: [PlacedFigure])] = []
    for sheet in sheets.indices {
      let placed = Dictionary(grouping: figures(onSheet: sheet), by: \.place.row)
      for (row, planned) in sheets[sheet].rows.enumerated() {
        guard let figures = placed[row], case .text(let words)? = planned.cells.first?.content
        else { continue }
        found.append((words, figures))
      }
    }
    return found
  }

  /// Where each figure stands: the cell that it lives in.
  package var homes: [FigureID: WorkbookCell] {
    FigurePlaces(sheets).homes.mapValues { cell($0.sheet, $0.row, $0.column) }
  }

  /// The figure nearest to a cell: in its row, else in the nearest row, else the workbook's first.
  package func nearestFigure(to cell: WorkbookCell) -> PlacedFigure? {
    func distance(_ other: WorkbookCell) -> (Int, Int) {
      (abs(other.row - cell.row), abs(other.column - cell.column))
    }
    return figures(onSheet: cell.sheet).min { distance($0.place) < distance($1.place) }
      ?? sheets.indices.lazy.compactMap { figures(onSheet: $0).first }.first
  }

  private func cell(_ sheet: Int, _ row: Int, _ column: Int) -> WorkbookCell {
    WorkbookCell(sheet: sheet, sheetName: sheets[sheet].name, row: row, column: column)
  }
}

/// A cell of the workbook, from 0.
package struct WorkbookCell: Hashable, Sendable, CustomStringConvertible {
  package let sheet: Int
  let sheetName: String
  package let row: Int
  package let column: Int

  /// `Sammanfattning B13`.
  package var description: String {
    "\(sheetName) \(CellPlace(sheet: sheet, row: row, column: column).address)"
  }
}
