// What each figure is called in the report's language, by its id.

import Calculation
import Figures
import Outcomes
import Rulebook

/// The labels of a report's figures.
struct FigureLabels {
  let texts: Texts

  /// What a figure is.
  func label(of figure: Figure) throws(ReportFault) -> String {
    switch figure.id {
    default: figure.label
    }
  }
}
