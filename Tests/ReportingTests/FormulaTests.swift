// The exact evaluator, and what a book of figures refuses.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import ReportSamples
import Reporting
import Rulebook
import Testing

private func id(_ text: String) -> FigureID { .year(text, .assets) }

private func figure(_ name: String, ore: Int64, _ formula: Formula? = nil) -> Figure {
  Figure(
    id: id(name), value: .amount(Amount(ore: ore)), unit: .kronor,
    origin: formula.map { .formula($0) } ?? .from())
}

private func book(_ figures: Figure...) throws -> FigureBook {
  var book = FigureBook()
  for figure in figures { try book.add(figure) }
  return book
}

@Suite struct FormulaTests {
  /// 12.50 months x 9 850.00 kr x 0.216500 = 26 656.5625 kr, so 26 656.56 kr.
  @Test func aLineIsItsProductRoundedOnceToTheOre() throws {
    let values: [FigureID: FigureValue] = [
      id("basis"): .quantity(Quantity(hundredths: 1250)),
      id("value"): .amount(Amount(ore: 985_000)),
      id("factor"): .factor(Factor(millionths: 216_500)),
    ]
    let formula = Formula.round(
      .multiply([.figure(id("basis")), .figure(id("value")), .figure(id("factor"))]),
      decimals: 2)
    let value = try formula.value { id throws(ReportFault) in
      guard let value = values[id] else { throw .unknownFigure(id, namedBy: "test") }
      return value.rational
    }
    #expect(value == Rational(2_665_656, 100))
    #expect(formula.inputs == ["basis", "value", "factor"].map(id))
  }

  @Test(arguments: [(25, 3), (-25, -3), (24, 2), (-24, -2), (15, 2)] as [(Int64, Int64)])
  func roundingIsHalfAwayFromZero(tenths: Int64, whole: Int64) throws {
    let formula = Formula.round(.number(DecimalNumber(tenths, decimals: 1)), decimals: 0)
    #expect(try formula.value { _ in .zero } == Rational(whole))
  }

  /// Any line's formula gives the öre that the line itself computed.
  @Test func theEvaluatorAgreesWithTheLinesOwnArithmetic() throws {
    var generator = SplitMix(state: 20_250_101)
    for _ in 0..<2_000 {
      let basis = Quantity(hundredths: generator.next(in: -5_000_000...5_000_000))
      let unit = Amount(ore: generator.next(in: 0...9_000_000))
      let factor = Factor(millionths: generator.next(in: -1_000_000...1_000_000))
      let amount = try Amount(basis: basis, unitValue: unit, factor: factor)
      let figures = try book(
        Figure(id: id("b"), value: .quantity(basis), unit: .months, origin: .from()),
        Figure(id: id("u"), value: .amount(unit), unit: .kronor, origin: .from()),
        Figure(id: id("f"), value: .factor(factor), unit: .factor, origin: .from()),
        figure(
          "a", ore: amount.ore,
          .round(
            .multiply([.figure(id("b")), .figure(id("u")), .figure(id("f"))]), decimals: 2)))
      try figures.check()
    }
  }

  /// Balances of random amounts agree with whole-number arithmetic.
  @Test func balancesAgreeWithWholeOre() throws {
    var generator = SplitMix(state: 7)
    for _ in 0..<500 {
      var figures = FigureBook()
      var plus: [FigureID] = []
      var minus: [FigureID] = []
      var ore: Int64 = 0
      for index in 0..<generator.next(in: 1...8) {
        let amount = generator.next(in: -1_000_000_000...1_000_000_000)
        try figures.add(figure("\(index)", ore: amount))
        if generator.next(in: 0...1) == 0 {
          plus.append(id("\(index)"))
          ore += amount
        } else {
          minus.append(id("\(index)"))
          ore -= amount
        }
      }
      try figures.add(figure("sum", ore: ore, .balance(plus: plus, minus: minus)))
      try figures.check()
    }
  }

  @Test func aFormulaThatGivesAnotherValueIsAFault() throws {
    let book = try book(figure("a", ore: 100), figure("b", ore: 101, .sum([id("a")])))
    #expect(
      throws: ReportFault.formulaMismatch(id("b"), stated: "1.01", computed: "1.00000000")
    ) { try book.check() }
  }

  @Test func aFormulaOverNothingKnownIsAFault() throws {
    let book = try book(figure("b", ore: 0, .sum([id("gone")])))
    #expect(throws: ReportFault.unknownFigure(id("gone"), namedBy: "flerar.b.assets")) {
      try book.check()
    }
  }

  @Test func aFigureThatRestsOnItselfIsAFault() throws {
    let book = try book(
      figure("a", ore: 0, .figure(id("b"))), figure("b", ore: 0, .sum([id("a")])))
    #expect(throws: ReportFault.circularFormula(id("a"))) { try book.check() }
  }

  @Test func whatIsOneFactMustBeEqual() throws {
    var figures = try book(figure("a", ore: 100), figure("b", ore: 100), figure("c", ore: 101))
    figures.tie(id("a"), id("b"))
    try figures.check()
    figures.tie(id("a"), id("c"))
    #expect(throws: ReportFault.untied(id("a"), id("c"))) { try figures.check() }
    var lacking = try book(figure("a", ore: 100))
    lacking.tie(id("a"), id("gone"))
    #expect(throws: ReportFault.unknownFigure(id("gone"), namedBy: "a tie")) {
      try lacking.check()
    }
    #expect(figures.inReportOrder.ties.count == 2)
  }

  /// A person in several parts counts once, through formulas, roundings and what a figure repeats.
  @Test func peopleAreThoseOfEverythingBelow() throws {
    func record(_ person: String) -> RecordShare {
      RecordShare(
        participant: ParticipantID(rawValue: person), location: SourceLocation(file: "r", line: 2),
        basis: .one)
    }
    func about(_ name: String, _ people: String...) -> Figure {
      Figure(
        id: id(name), value: .amount(.zero), unit: .kronor,
        origin: .from(.kronor(people.map(record)))
      )
    }
    let figures = try book(
      about("a", "P1", "P2"), about("b", "P2", "P3"),
      figure("sum", ore: 0, .sum([id("a"), id("b")])),
      Figure(
        id: id("share"), value: .amount(.zero), unit: .kronor,
        origin: .rounded(of: [id("sum")], [.paidWages([record("P4")])])),
      Figure(
        id: id("same"), value: .amount(.zero), unit: .kronor,
        origin: .from(.figures([id("share")]))),
      figure("ledger", ore: 0))
    try figures.check()
    func people(_ name: String) -> [String] {
      figures.people(of: id(name)).map(\.rawValue).sorted()
    }
    #expect(people("sum") == ["P1", "P2", "P3"])
    #expect(people("same") == ["P1", "P2", "P3", "P4"])
    #expect(people("ledger") == [])
  }

  @Test func oneIdIsOneFigure() throws {
    #expect(throws: ReportFault.duplicateFigure(id("a"))) {
      try book(figure("a", ore: 1), figure("a", ore: 1))
    }
  }

  @Test func exactTextKeepsTheDecimalsOfItsType() {
    #expect(FigureValue.amount(Amount(ore: -123_450)).exactText == "-1234.50")
    #expect(FigureValue.quantity(Quantity(hundredths: 5)).exactText == "0.05")
    #expect(FigureValue.factor(Factor(millionths: -35_000)).exactText == "-0.035000")
    #expect(FigureValue.rate(Rate(tenThousandths: 3000)).exactText == "0.3")
    #expect(
      FigureValue.parameter(ParameterValue(tenThousandths: 314_200)).exactText == "31.42")
    #expect(FigureValue.count(12).exactText == "12")
  }
}
