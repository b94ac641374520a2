// P7 and P9: what follows from days and years adding up (method.md section 14).

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct TimePropertyTests {
  /// The year in two to five adjoining periods.
  private func parts(_ tried: PropertyCase) -> [DateRange] {
    var random = SeededGenerator(seed: tried.seed + 2000)
    let period = tried.enterprise.year.period
    return period.split(
      at: (0..<random.int(1...4)).map { _ in
        period.start.adding(days: random.int(1...period.days - 1))
      })
  }

  @Test("P7: months of adjoining periods add up", arguments: PropertyCase.all)
  func months(tried: PropertyCase) throws {
    let year = tried.enterprise.year.period
    let register = tried.enterprise.register
    let parts = parts(tried)
    #expect(parts.count > 1)
    #expect(parts.map(\.months).sum() == year.months)
    let book = WageBook(register)
    for row in register.employments {
      #expect(
        parts.map { row.fullTimeMonths(in: $0) }.sum() == row.fullTimeMonths(in: year))
      #expect(
        parts.map { book.wage(of: row, in: $0) }.sum() == book.wage(of: row, in: year))
    }
    for row in register.trainingPlaces {
      #expect(
        parts.map { row.fullTimeMonths(in: $0) }.sum() == row.fullTimeMonths(in: year))
    }
    for held in try held(tried.enterprise, on: year.end) {
      #expect(parts.map { held.months(in: $0) }.sum() == held.months(in: year))
    }
  }

  @Test("P7: supports and values of adjoining periods add up", arguments: PropertyCase.all)
  func supports(tried: PropertyCase) throws {
    let enterprise = tried.enterprise
    let bank = ParameterBank(settings: enterprise.settings)
    for person in enterprise.register.participants {
      let history = SupportHistory(
        of: person, start: enterprise.year.start, durations: enterprise.settings.supportDurations,
        rules: SupportRules(on: enterprise.year.end))
      func kronor(in period: DateRange) throws -> [SupportKind: Rational] {
        try history.stretches(in: period).filter { $0.kind.isPaidSupport }
          .reduce(into: [:]) { kronor, stretch in
            for segment in try bank.monthlyValues(stretch.kind.rawValue, in: stretch.days) {
              let value = try #require(segment.value)
              kronor[stretch.kind, default: .zero] +=
                segment.period.months * Rational(kronor: value.amount)
            }
          }
      }
      let sum = try parts(tried).map(kronor(in:)).reduce(into: [:]) { sum, part in
        sum.merge(part, uniquingKeysWith: +)
      }
      #expect(try sum == kronor(in: enterprise.year.period))
    }
  }

  private func held(
    _ enterprise: RandomEnterprise, on day: CalendarDate
  ) throws -> [HeldTransition] {
    RowsByPerson(enterprise.register).held(
      until: day,
      confirmationMonths: try #require(enterprise.settings[.confirmation]?.base.count),
      horizonYears: try #require(enterprise.settings[.horizon]?.base.count))
  }

  @Test("P9: the roll-forward closes, for every actor to the öre", arguments: PropertyCase.all)
  func rollForward(tried: PropertyCase) throws {
    let balance = try #require(tried.bokslut.socialBalance)
    #expect(balance.hasOpening)
    for actor in tried.bokslut.actors {
      func total(_ steps: some Sequence<SocialBalanceStep>) throws -> Amount {
        try steps.map { try balance.total($0, of: [actor.id]) }.sum()
      }
      let steps = SocialBalanceStep.allCases.filter { $0 != .closing }
      #expect(try total(steps) == total([.closing]), "\(actor.id.rawValue)")
      if let adopted = tried.enterprise.adopted {
        #expect(try total([.opening]) == adopted.balances[actor.id] ?? .zero)
      }
    }
  }

  @Test(
    "P9: without an adopted closing the year opens where the year before closes",
    arguments: PropertyCase.all)
  func opensWhereItClosed(tried: PropertyCase) throws {
    var enterprise = tried.enterprise
    let actors = tried.bokslut.actors
    func balance() throws -> SocialBalance {
      var unheard = DiagnosticList()
      let calculation = try SocialBalanceCalculation(
        enterprise.input(),
        PreparedYear(
          enterprise.register, year: enterprise.year, settings: enterprise.settings))
      return try RandomEnterprise.required(
        calculation?.balance(adopted: nil, actors: actors, diagnostics: &unheard))
    }
    let later = try balance()
    #expect(later.isRecomputed)
    let end = enterprise.year.start.adding(days: -1)
    enterprise.year = FiscalYear(
      period: try #require(DateRange(end.adding(days: 1).adding(months: -12), end)))
    let earlier = try balance()
    for actor in actors {
      let closing = try earlier.total(.closing, of: [actor.id])
      #expect(try later.total(.opening, of: [actor.id]) == closing)
      #expect(try later.total(.correction, of: [actor.id]) == .zero)
    }
  }
}
