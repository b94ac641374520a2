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

  /// All figures that it is made from, each once, in the order of the formula.
  package let figures: [FigureID]

  private init(_ rule: Rule, restsOn: [FigureID] = [], _ sources: [Source]) {
    self.rule = rule
    self.restsOn = restsOn
    self.sources = sources
    var seen: Set<FigureID> = []
    let ordered: [FigureID] =
      switch rule {
      case .formula(let formula): formula.inputs + restsOn
      case .rounded(let figures): figures
      case .sources: []
      }
    self.figures = ordered.count < 2 ? ordered : ordered.filter { seen.insert($0).inserted }
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
}

/// What a figure follows from beside other figures.
package enum Source: Sendable {
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
  /// A term of a line of the second bokslut, by all that the line was made of.
  case term(LinePart, LineTerms)
  /// The parties of a line, whose amount its formula gives, and all that the line was made of.
  case voucher(LineHead, LineTerms)
  /// The printed line that a line takes back a part of.
  case reduces(LineReference)
  /// The accounts that a line of series L gathers, each with its rule: the target group's part of
  /// them by a scaling, or all of them less the target group's lines.
  case books([ResultFlow], scaledBy: FigureID? = nil, less: [LineReference] = [])
  /// What a step of the social balance moves.
  case valuation(ValuationStep)
  /// The opening of the social balance as adopted; these lines value the same jobs anew.
  case adopted([ProjectedLine], ActorID)
  /// What lines make of the shares of some of their records.
  case lineShares([LineShare])
  /// Accounts of a SIE file, each with what of it is in the figure (debit positive).
  case accounts([AccountBalance], of: BooksRead)
  /// Result accounts, or the parts of them that rules of `kopplingar` took, each with its rule.
  case flows([ResultFlow])
  /// What a statement's row holds beside its accounts, with the printed sign: a result that is not
  /// booked, or a difference in the books.
  case beside(Amount)
  /// Rows of the register, each with its kronor in the figure.
  case kronor([RecordShare])
  /// Rows of paid wages that touch the year, each with its whole sum.
  case paidWages([RecordShare])
  /// A value of the bank or the settings.
  case parameter(Parameter)
  /// What the settings assume.
  case assumption(AssumptionID)
  /// The second bokslut computed anew with these choices, the other assumptions at base: what each
  /// series came to, beside a figure that is made of the same lines. A scenario chooses for all.
  case recomputed([AssumptionChoice], isScenario: Bool, [SeriesPart], atBase: FigureID)
  /// Where a net meets zero along a deadweight in place of these assumptions; then the net at base.
  case breakEven(NetLine, inPlaceOf: [AssumptionID], atBase: FigureID)
  /// Stated by hand in the settings, at this place.
  case stated(SourceLocation)
  /// Figures that it repeats or is worked out from, which no formula of bokslut.json names.
  case figures([FigureID])
  /// How the number follows, or why nothing stands behind it.
  case reason(Reason)
}

/// A case of an assumption, with the value that it stands for.
package struct AssumptionChoice: Hashable, Sendable {
  /// The assumption or own value.
  package let id: SensitivitySubject
  /// The case.
  package let chosen: SensitivityCase
  /// Its value; nil is what the settings leave out.
  package let value: AssumedValue?

  /// A choice.
  package init(_ id: SensitivitySubject, _ chosen: SensitivityCase, _ value: AssumedValue?) {
    self.id = id
    self.chosen = chosen
    self.value = value
  }
}

/// A series' part of a net of the second bokslut computed anew.
package struct SeriesPart: Hashable, Sendable {
  /// The series.
  package let series: Series
  /// What it came to.
  package let amount: Amount
  /// What it comes to at base; nil when this is the base.
  package let atBase: Amount?
  /// How many lines it has.
  package let lines: Int

  /// A part.
  package init(_ series: Series, _ amount: Amount, atBase: Amount?, lines: Int) {
    self.series = series
    self.amount = amount
    self.atBase = atBase
    self.lines = lines
  }
}

/// A net before rounding as it moves with a deadweight: constant + slope x deadweight, kronor.
package struct NetLine: Hashable, Sendable {
  /// The net at no deadweight.
  package let constant: Rational
  /// What the net moves by from no deadweight to a full one.
  package let slope: Rational

  /// A line.
  package init(constant: Rational, slope: Rational) {
    self.constant = constant
    self.slope = slope
  }
}

/// Which balances of which SIE file.
package enum BooksRead: Hashable, Sendable {
  /// Closing balances and results of the year reported; the file's postings lead on.
  case year
  /// Opening balances of the year reported.
  case opening
  /// Closing balances and results of another year; the file is nil when it is not known.
  case otherYear(SourceLocation?)
}

/// What must be said of a figure beside, or in place of, what it was made from.
package enum Reason: Hashable, Sendable {
  /// Nothing may differ, not an öre.
  case mustAgree
  /// A share of the right side may differ: the settings' own at its place, else the default.
  case tolerance(Rate, SourceLocation?)
  /// No account of the file has an amount here; nil is the file of the year reported.
  case noAccounts(SourceLocation?)
  /// Nothing moved the row in the year.
  case nothingMoved
  /// The year's vouchers that give free equity to owners.
  case dividendBooked
  /// Read from the vouchers that touch nothing but equity.
  case movedWithinEquity
  /// Accounts open with something else than they closed with.
  case opensOtherwise
  /// Every account opens with what it closed with.
  case opensAsClosed
  /// The sum of the accounts' amounts without their signs.
  case sumWithoutSigns
  /// What stands in other rows of the income statement than the list counts.
  case standsElsewhere
  /// The sum of what each of so many vouchers differs from zero.
  case imbalance(vouchers: Int)
  /// A voucher moves kronor between two actors and sums to zero.
  case vouchersSumToZero
  /// Equity, with this share of untaxed reserves, in assets; nil before the rule table begins.
  case solidity(untaxedReservesShare: Rate?)
  /// Full-time months times monthly wage: no table says what was paid.
  case contractualWages
  /// Paid wages where the table Löner covers the days, else contractual.
  case paidWages
  /// 1 while the register stays within the ledger, else the ledger in parts of the register.
  case scaledToLedger
  /// The target group's wages times the contribution rate valid each day.
  case contributionsByDay
  /// The contribution rate, its mean over the days of the year.
  case meanRate
}
