// Where a figure comes from: how its value follows, and from what.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// The way back of a figure (*härkomst*), set where the number is made. It is data: `explain`, the
/// public edition, the live workbook and the page all read the same.
package struct Origin: Sendable {
  /// How the value follows.
  package enum Rule: Sendable {
    /// A formula over printed figures, which gives the value exactly.
    case formula(Formula)
    /// Rounded once, from the exact numbers that these figures print rounded.
    case rounded(of: [FigureID])
    /// From the sources alone.
    case sources
  }

  /// How the value follows.
  package let rule: Rule
  /// Figures that it rests on beside its formula.
  package let restsOn: [FigureID]
  /// What it follows from beside figures, in the order in which a reader is told.
  package let sources: [Source]

  private init(_ rule: Rule, restsOn: [FigureID] = [], _ sources: [Source]) {
    self.rule = rule
    self.restsOn = restsOn
    self.sources = sources
  }

  /// A formula over printed figures, and what the figure also rests on.
  package static func formula(
    _ formula: Formula, restsOn: [FigureID] = [], _ sources: [Source] = []
  ) -> Origin { Origin(.formula(formula), restsOn: restsOn, sources) }

  /// Rounded once from the exact numbers behind these figures.
  package static func rounded(of figures: [FigureID], _ sources: [Source] = []) -> Origin {
    Origin(.rounded(of: figures), sources)
  }

  /// From sources alone: rows of the register, accounts, a parameter, an assumption, the settings,
  /// last year's package.
  package static func from(_ sources: Source...) -> Origin { Origin(.sources, sources) }

  /// From sources alone.
  package static func from(_ sources: [Source]) -> Origin { Origin(.sources, sources) }

  /// The formula, when it is one.
  package var formula: Formula? {
    if case .formula(let formula) = rule { formula } else { nil }
  }

  /// All figures that it is made from, each once, in the order of the formula.
  package var figures: [FigureID] {
    var seen: Set<FigureID> = []
    let ordered: [FigureID] =
      switch rule {
      case .formula(let formula): formula.inputs + restsOn
      case .rounded(let figures): figures
      case .sources: []
      }
    return ordered.filter { seen.insert($0).inserted }
  }
}

/// What a figure follows from beside other figures.
package enum Source: Sendable {
  /// How many people an unnamed set has; goes when every family names its own.
  case unnamed(people: Int)
  /// Nothing: no line, row or account of the year belongs to the figure, which is zero.
  case nothing
  /// Figures of another year's own bokslut, by that year's label and book.
  case otherYear(String, [FigureID], FigureBook)
  /// Last year's adopted package, which states the figure (*som fastställt*).
  case filed(year: String)
  /// Rows of the register, counted.
  case records(RecordList)
  /// Records of the register, each with its share of the figure.
  case shares([RecordShare])
  /// What lines make of the shares of some of their records.
  case lineShares([LineShare])
  /// The ledger's result accounts of these kinds, as the year's flows divide them.
  case flows([FlowKind])
}
