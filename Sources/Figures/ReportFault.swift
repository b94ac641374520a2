// What can go wrong while a report is built: only faults of the program.

import Bookkeeping

/// A fault of the program, found before anything is written (exit 70).
package enum ReportFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// Two figures have one id.
  case duplicateFigure(FigureID)
  /// A cell, text or formula names a figure that there is none of.
  case unknownFigure(FigureID, namedBy: String)
  /// A formula does not give the figure's value.
  case formulaMismatch(FigureID, stated: String, computed: String)
  /// A figure rests on itself.
  case circularFormula(FigureID)
  /// Two figures that state one fact differ.
  case untied(FigureID, FigureID)
  /// A row of the actor matrix does not sum to zero.
  case unbalancedRow(FigureID, sum: Amount)
  /// A table's row has another number of cells than the table has columns.
  case raggedTable(String)
  /// A sum does not fit in 64 bits of öre.
  case overflow

  /// What was found, for the programmer.
  package var description: String {
    switch self {
    case .duplicateFigure(let id): "the figure \(FigureIDText.text(id)) is there twice"
    case .unknownFigure(let id, let place):
      "\(place) names a figure that is not there: \(FigureIDText.text(id))"
    case .formulaMismatch(let id, let stated, let computed):
      "the figure \(FigureIDText.text(id)) is \(stated) but its formula gives \(computed)"
    case .circularFormula(let id): "the figure \(FigureIDText.text(id)) rests on itself"
    case .untied(let one, let other):
      "\(FigureIDText.text(one)) and \(FigureIDText.text(other)) are one fact and differ"
    case .unbalancedRow(let id, let sum):
      "the row of \(FigureIDText.text(id)) sums to \(sum), not to zero"
    case .raggedTable(let id): "a row of the table \(id) has too many or too few cells"
    case .overflow: "a sum is too large"
    }
  }
}
