// Makes the figures of a report: every number with its way back, set where the number is made.

import Bookkeeping
import Figures
import Rulebook

/// What the figures of a report are made from.
package struct BookInput: Sendable {
  /// The first bokslut.
  package let first: FirstBokslut
  /// The second.
  package let second: SecondBokslut
  /// The enterprise's settings.
  package let settings: Settings
  /// The first in context; nil leaves several years, equity and key figures out.
  package let review: BooksReview?
  /// The books behind the first, for the way back to the lines of the SIE file.
  package let books: AuditedBooks?
  /// What is known of other years; nil leaves them out.
  package let others: OtherYears?
  /// The year's label.
  package let yearLabel: String

  /// Inputs.
  package init(
    first: FirstBokslut, second: SecondBokslut, settings: Settings, review: BooksReview? = nil,
    books: AuditedBooks? = nil, others: OtherYears? = nil, yearLabel: String
  ) {
    self.first = first
    self.second = second
    self.settings = settings
    self.review = review
    self.books = books
    self.others = others
    self.yearLabel = yearLabel
  }
}

/// The book while it is being made: one extension a family of figures, in files of their own.
struct BookMaker {
  let input: BookInput
  private(set) var book = FigureBook()

  var first: FirstBokslut { input.first }
  var second: SecondBokslut { input.second }
  var settings: Settings { input.settings }

  init(_ input: BookInput) { self.input = input }

  /// What every year has that the report compares: both bokslut and what was observed.
  mutating func addYearAlone() throws(ReportFault) {
    try addChannels()
    try addStatements()
    try addLines()
    try addMatrix()
    try addNets()
    try addObserved()
  }

  /// Adds a figure.
  mutating func add(
    _ id: FigureID, _ value: FigureValue, _ unit: FigureUnit, _ origin: Origin
  ) throws(ReportFault) {
    try book.add(Figure(id: id, value: value, unit: unit, origin: origin))
  }

  /// Adds a figure in kronor.
  mutating func add(_ id: FigureID, _ amount: Amount, _ origin: Origin) throws(ReportFault) {
    try add(id, .amount(amount), .kronor, origin)
  }

  /// States that two figures are one fact.
  mutating func tie(_ one: FigureID, _ other: FigureID) { book.tie(one, other) }

  /// What a sum or a rounding gives, or the fault.
  func fitting<Value>(
    _ value: @autoclosure () throws(ArithmeticOverflow) -> Value
  ) throws(ReportFault) -> Value {
    do { return try value() } catch { throw .overflow }
  }

  /// The exact sum.
  func sum(_ amounts: [Amount]) throws(ReportFault) -> Amount { try fitting(try amounts.sum()) }

  /// An exact share with four decimals.
  func share(_ exact: Rational) throws(ReportFault) -> FigureValue {
    .rate(Rate(tenThousandths: try fitting(try exact.rounded(decimals: 4))))
  }

  /// A part of a total, with four decimals.
  func share(_ part: Amount, of total: Amount) throws(ReportFault) -> FigureValue {
    try share(Rational(kronor: part) / Rational(kronor: total))
  }

  /// An exact factor or share with six decimals.
  func factor(_ exact: Rational) throws(ReportFault) -> Factor {
    try fitting(try Factor(rounding: exact))
  }

  /// Exact kronor, rounded once.
  func kronor(_ exact: Rational) throws(ReportFault) -> FigureValue {
    .amount(try fitting(try exact.roundedToOre()))
  }
}

extension FigureBook {
  /// Every figure of a report; throws only for faults of the program.
  package init(of input: BookInput) throws(ReportFault) {
    var maker = BookMaker(input)
    try maker.addYearAlone()
    try maker.addBridge()
    try maker.addRatios()
    try maker.addSocialBalance()
    try maker.addAssumptions()
    try maker.addParameters()
    try maker.addPensionClaim()
    try maker.addSensitivity()
    if let review = input.review {
      try maker.addYears(review.overview)
      if let change = review.equityChange { try maker.addEquity(change) }
      try maker.addKeyFigures(review)
      try maker.addIncomeKinds(review.keyFigures.incomeShares)
    }
    if input.second.ties != nil, input.second.observed != nil { try maker.addCosts() }
    try maker.addTies()
    try maker.addCriteria()
    try maker.addOpening()
    try maker.addChecks()
    try maker.addWages()
    try maker.addYears()
    self = maker.book
  }
}
