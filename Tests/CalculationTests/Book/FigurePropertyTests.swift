// What holds for every figure of every enterprise: it has its way back, and the way back is right.

import Bookkeeping
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct FigurePropertyTests {
  /// Whether a figure that is not zero must rest on people: all that counts the register, and every
  /// number of a line that does.
  private static func restsOnPeople(_ id: FigureID) -> Bool {
    switch id {
    case .indicator(.costPerMonth, _, .part), .indicator(.costPerTransition, _, .part): false
    case .indicator, .setback, .funnel, .process, .work, .state, .evidence, .projectedLine: true
    case .wages(.recorded), .wages(.fees): true
    case .line(let line, _): line.series != .ledger
    case .matrix(let series, _, _, _), .seriesSum(let series, _): series != .ledger
    // Whom an adopted opening was about its package does not say.
    case .socialBalance(let step, _): step != .opening && step != .correction
    case .pensionClaim: true
    default: false
    }
  }

  @Test(
    "every figure names its origin, and has the people of what it is made from",
    arguments: PropertyCase.walked)
  func everyFigure(tried: PropertyCase) throws {
    let book = try tried.book()
    try book.check()
    #expect(book.figures.count > 80)
    for figure in book.figures {
      let text = FigureIDText.text(figure.id)
      #expect(FigureIDText.id(text) == figure.id, "\(text)")
      if case .sources = figure.origin.rule {
        #expect(!figure.origin.sources.isEmpty, "\(text)")
      }
      let people = book.people(of: figure.id)
      let parts = figure.parts + figure.origin.sources.flatMap(\.figures)
      let union = parts.map(book.people(of:)) + figure.origin.sources.map(\.participants)
      #expect(people == union.reduce(into: []) { $0.formUnion($1) }, "\(text)")
      if Self.restsOnPeople(figure.id), figure.value.scaled != 0 {
        #expect(!people.isEmpty, "\(text)")
      }
      let weights = book.weights(of: figure.id)
      #expect(Set(weights.keys) == people, "\(text)")
    }
  }

  @Test(
    "what rows and records come to is divided among their people",
    arguments: PropertyCase.walked)
  func weights(tried: PropertyCase) throws {
    let book = try tried.book()
    var divided = 0
    for figure in book.figures {
      guard case .sources = figure.origin.rule, figure.origin.sources.count == 1 else { continue }
      let weights = book.weights(of: figure.id).values
      guard weights.contains(where: { !$0.isZero }) else { continue }
      divided += 1
      // A step is a difference of sums of lines, whose bases and products are rounded each.
      if case .valuation(let step) = figure.origin.sources[0] {
        let rounding = (step.after + step.linesBefore).map { line in
          let perUnit =
            Rational(kronor: line.unitValue) * Rational(abs(line.factor.millionths), 1_000_000)
          return perUnit / Rational(200) + Rational(1, 200)
        }.sum()
        let rest = weights.sum() - figure.value.rational
        #expect(max(rest, -rest) <= rounding, "\(FigureIDText.text(figure.id))")
        continue
      }
      #expect(
        try weights.sum().rounded(decimals: figure.value.decimals) == figure.value.scaled,
        "\(FigureIDText.text(figure.id))")
    }
    #expect(divided > 5)
  }
}

extension PropertyCase {
  /// The book of the enterprise's year, beside another enterprise's as the year before.
  func book() throws -> FigureBook {
    let other = try RandomEnterprise(seed: seed + 1000)
    let before = try FiscalYear(
      period: RandomEnterprise.required(
        DateRange(
          enterprise.year.start.adding(days: -365), enterprise.year.start.adding(days: -1))))
    let (first, earlier) = (try enterprise.first(), try other.first())
    let alone = try FigureBook(
      of: BookInput(
        first: first, second: bokslut, settings: enterprise.settings, yearLabel: "i år"))
    return try FigureBook(
      of: BookInput(
        first: first, second: bokslut, settings: enterprise.settings,
        review: .compute(
          first: first, second: bokslut, years: [], settings: enterprise.settings),
        others: OtherYears(
          earlier: [
            EarlierYear(
              label: "i fjol", year: before,
              content: .computed(first: earlier, second: try other.computed()))
          ],
          filed: FiledYear(
            label: "i fjol",
            values: Dictionary(
              uniqueKeysWithValues: alone.figures.map { ($0.id, $0.value.exactText) }))),
        yearLabel: "i år"))
  }
}

extension RandomEnterprise {
  /// The first bokslut over the same balances.
  fileprivate func first() throws -> FirstBokslut {
    try Self.required(
      FirstBokslut.compute(
        FirstBokslutInput(
          form: .economicAssociation, year: year, current: input().trialBalance,
          links: settings.links)
      ).bokslut)
  }
}
