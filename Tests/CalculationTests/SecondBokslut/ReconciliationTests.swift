// The checks of the reconciliation, worked out by hand.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

@Suite struct ReconciliationTests {
  private static let place = SourceLocation(file: "utfall", line: 1, column: 1)

  /// 2025 with 600 000 kr of wages, 180 000 kr of fees, 60 000 kr of wage subsidies, 30 000 kr of
  /// places; one half-time employment with 5 000 kr a month of subsidy and one place at 3 000 kr.
  private func checks(
    subsidy: Int64 = 5_000, price: Int64 = 3_000, fees: Int64 = 180_000,
    opening: [Line] = [], previous: [Line]? = nil
  ) throws -> [CheckName: ReconciliationCheck] {
    let year = try fiscalYear(2025)
    var settings = Settings(
      organisation: Organisation(id: "prov", name: "Prov"),
      books: .pattern(Located("*.se", at: Self.place)), location: Self.place)
    settings.links = [
      AccountLink(
        accounts: 3040...3049, kind: .placementFee, actor: .municipality, location: Self.place)
    ]
    let person = ParticipantID(rawValue: "D01")
    let half = Rate(tenThousandths: 5_000)
    var register = OutcomeRegister()
    register.participants = [
      Participant(
        id: person, birthYear: 1980, gender: .woman, supportBefore: .none, location: Self.place)
    ]
    register.employments = [
      Employment(
        participant: person, start: year.start, end: nil, extent: half,
        monthlyWage: kronor(20_000), subsidy: .none, subsidyAmount: kronor(subsidy),
        location: Self.place)
    ]
    register.trainingPlaces = [
      TrainingPlace(
        participant: person, start: year.start, end: CalendarDate("2025-10-31"), extent: half,
        commissioner: .actor(.municipality), price: kronor(price), location: Self.place)
    ]
    let balances = try trial(
      opening + [
        Line("3040", 0, -30_000), Line("3988", 0, -60_000), Line("7010", 0, 600_000),
        Line("7510", 0, fees),
      ])
    let result = kronor(30_000 + 60_000 - 600_000 - fees)
    // What last year's balance accounts leave is the result that its books do not hold.
    let compared = try previous.map { lines in
      try OpeningComparison(
        current: balances, previous: trial(lines),
        unbooked: kronor(lines.map(\.closing).reduce(0, +)))
    }
    var diagnostics = DiagnosticList()
    let computed = SecondBokslutCalculation.compute(
      SecondBokslutInput(
        settings: settings, year: year, ledger: Ledger(source: BlankSource()), yearOffset: 0,
        trialBalance: balances, opening: compared, result: result, register: register,
        bank: ParameterBank(settings: settings)),
      diagnostics: &diagnostics)
    let second = try #require(computed, "\(diagnostics.all.map(\.code.rawValue))")
    return Dictionary(
      second.reconciliation.map { ($0.check, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// 12 months x 5 000 kr = 60 000 kr, whatever the extent; 10 months x 3 000 kr = 30 000 kr.
  @Test func recordsThatAgreeWithTheLedgerAreOk() throws {
    let checks = try checks()
    let subsidy = try #require(checks[.wageSubsidy])
    #expect(subsidy.left == .amount(kronor(60_000)))
    #expect(subsidy.right == .amount(kronor(60_000)))
    #expect(subsidy.tolerance == .amount(kronor(3_000)))
    #expect(subsidy.outcome == .ok)
    #expect(subsidy.records.map(\.participant.rawValue) == ["D01"])
    let places = try #require(checks[.placementIncome])
    #expect(places.left == .amount(kronor(30_000)))
    #expect(places.right == .amount(kronor(30_000)))
    #expect(places.records.map(\.basis) == [Rational(30_000)])
    #expect(places.outcome == .ok)
  }

  /// 12 x 5 251 = 63 012 kr is 3 012 kr above, of 3 000 kr allowed; 12 x 5 250 is just allowed.
  @Test(arguments: [
    (Int64(5_250), ReconciliationCheck.Outcome.ok), (5_251, .warning), (4_749, .warning),
  ])
  func aDifferenceBeyondTheToleranceWarns(
    subsidy: Int64, outcome: ReconciliationCheck.Outcome
  ) throws {
    #expect(try checks(subsidy: subsidy)[.wageSubsidy]?.outcome == outcome)
  }

  /// 10 x 3 200 = 32 000 kr by the records, 30 000 kr booked; 5 % of 32 000 kr are allowed.
  @Test func theToleranceIsOfTheRightFigure() throws {
    let check = try #require(try checks(price: 3_200)[.placementIncome])
    #expect(check.difference == .amount(kronor(-2_000)))
    #expect(check.tolerance == .amount(kronor(1_600)))
    #expect(check.outcome == .warning)
  }

  /// 180 000 / 600 000 = 0.3 beside 0.3142: 0.0142 of the 0.01571 that are allowed.
  @Test func bookedContributionsAreHeldAgainstTheRate() throws {
    let check = try #require(try checks()[.contributionRate])
    #expect(check.left == .share(Factor(millionths: 300_000)))
    #expect(check.right == .share(Factor(millionths: 314_200)))
    #expect(check.difference == .share(Factor(millionths: -14_200)))
    #expect(check.tolerance == .share(Factor(millionths: 15_710)))
    #expect(check.outcome == .ok)
    #expect(try self.checks(fees: 179_000)[.contributionRate]?.outcome == .warning)
  }

  @Test func withoutLastYearsFileThereIsNoOpeningToCheck() throws {
    let check = try #require(try checks()[.openingBalance])
    #expect(check.outcome == .untestable)
    #expect(check.left == nil && check.difference == nil)
  }

  /// Last year's file left its profit of 30 unbooked; this year it opens on 2098.
  @Test func aResultThatIsBookedOnTheWayIsNoDifference() throws {
    let check = try #require(
      try checks(
        opening: [Line("1930", 130, 130), Line("2083", -100, -100), Line("2098", -30, -30)],
        previous: [Line("1930", 0, 130), Line("2083", 0, -100)])[.openingBalance])
    // 130 + 100 + 30 beside 130 + 100.
    #expect(check.left == .amount(kronor(260)))
    #expect(check.right == .amount(kronor(230)))
    #expect(check.difference == .amount(kronor(30)))
    #expect(check.outcome == .ok)
  }

  /// 10 kronor moved from one asset to another: the sums agree, the accounts do not.
  @Test func twoFaultsDoNotHideOneAnother() throws {
    let check = try #require(
      try checks(
        opening: [Line("1510", 20, 20), Line("1930", 80, 80), Line("2083", -100, -100)],
        previous: [Line("1510", 0, 10), Line("1930", 0, 90), Line("2083", 0, -100)]
      )[.openingBalance])
    #expect(check.left == check.right)
    #expect(check.difference == .amount(.zero))
    #expect(check.outcome == .warning)
  }
}
