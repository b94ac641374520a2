// Support lengths and own values as assumptions with a range, and whom each moves.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct SensitivityRangeTests {
  /// One person who had försörjningsstöd, 10 000 kr a month, is employed here full time all 2025;
  /// started a year earlier, so that a length of 18 months ends with June.
  private func enterprise() throws -> RandomEnterprise {
    var enterprise = try RandomEnterprise(seed: 7)
    let start = try #require(CalendarDate("2025-01-01"))
    let end = try #require(CalendarDate("2025-12-31"))
    enterprise.year = FiscalYear(period: try #require(DateRange(start, end)))
    enterprise.removeScaling()
    enterprise.adopted = nil
    let place = try #require(enterprise.register.participants.first).location
    let person = Participant(
      id: ParticipantID(rawValue: "P1"), birthYear: 1985, gender: .woman,
      supportBefore: .socialAssistance, location: place)
    var register = OutcomeRegister()
    register.participants = [person]
    register.employments = [
      Employment(
        participant: person.id, start: try #require(CalendarDate("2024-01-01")), end: end,
        extent: .one, monthlyWage: Amount(ore: 2_500_000), location: place)
    ]
    enterprise.register = register
    enterprise.settings.supportDurations = [
      .socialAssistance: SupportDuration(
        longest: stated(.count(18), at: place), then: nil)
    ]
    enterprise.settings.values = [
      try value(SupportKind.socialAssistance.rawValue, 10_000, from: "2020-01-01", at: place)
    ]
    enterprise.settings.assumptions = Assumptions(location: place)
    for kind in OutcomeKind.allCases {
      for id in [AssumptionID.deadweight(kind), .displacement(kind), .attribution(kind)] {
        enterprise.settings.assumptions?.values[id] = stated(.rate(.zero), at: place)
      }
    }
    return enterprise
  }

  private func stated(
    _ base: AssumedValue, at place: Diagnostics.SourceLocation
  ) -> StatedAssumption {
    StatedAssumption(base, source: "antaget", location: place)
  }

  private func content(_ kronor: Int64) -> OwnValue.Content {
    .value(ParameterValue(tenThousandths: kronor * 10_000), .kronorPerMonth)
  }

  private func value(
    _ id: String, _ kronor: Int64, low: Int64? = nil, high: Int64? = nil, from: String,
    to: String? = nil, at place: Diagnostics.SourceLocation
  ) throws -> OwnValue {
    var value = OwnValue(
      id: id, content: content(kronor), from: try #require(CalendarDate(from)),
      to: try to.map { try #require(CalendarDate($0)) }, source: "antaget", location: place)
    value.low = low.map(content)
    value.high = high.map(content)
    return value
  }

  private func sensitivity(_ enterprise: RandomEnterprise) throws -> Sensitivity {
    try #require(enterprise.computed().sensitivity)
  }

  private let municipality = NetSubject.actor(.municipality)

  @Test("a longer support moves the payer by its months, and society by nothing but tax")
  func longest() throws {
    var enterprise = try enterprise()
    enterprise.settings.supportDurations[.socialAssistance]?.longest.low = .count(12)
    enterprise.settings.supportDurations[.socialAssistance]?.longest.high = .unlimited
    let found = try sensitivity(enterprise)
    let path = "försörjning.försörjningsstöd.längst"
    let one = try #require(found.oneWay.first { $0.id.path == path })
    let nets = try SensitivityCase.allCases.map { try #require(one.nets[$0])[municipality].ore }
    // Försörjningsstöd is no taxed income, so tax is the same: six months each way.
    #expect(nets[1] - nets[0] == 6_000_000 && nets[2] - nets[1] == 6_000_000)
    #expect(one.swing(of: .society) == 0)
    #expect(one.swing(of: .publicSector) == 12_000_000)
    #expect(one.values[.high] == .unlimited)
    // Where society does not move, the public sector's net decides the end.
    #expect(one.end(lowest: true) == .low && one.end(lowest: false) == .high)
    #expect(found.deciding(municipality).first?.id == one.id)
    #expect(found.deciding(.society).isEmpty)
  }

  @Test("an own value moves the payer by its months, all its dated rows at once")
  func values() throws {
    var enterprise = try enterprise()
    let place = enterprise.settings.values[0].location
    let id = SupportKind.socialAssistance.rawValue
    enterprise.settings.values = [
      try value(
        id, 10_000, low: 9_000, high: 12_000, from: "2020-01-01", to: "2025-03-31", at: place),
      try value(id, 11_000, low: 8_000, from: "2025-04-01", at: place),
    ]
    let found = try sensitivity(enterprise)
    let one = try #require(found.oneWay.first { $0.id == .value(id) })
    func net(_ name: SensitivityCase) throws -> Int64 {
      try #require(one.nets[name])[municipality].ore
    }
    // Three months to March, three to June, when the support ends: low is 3 x -1 000 and
    // 3 x -3 000.
    // The row from April has no high and keeps its value: high is 3 x 2 000.
    #expect(try net(.low) - net(.base) == -1_200_000)
    #expect(try net(.high) - net(.base) == 600_000)
    // Printed is what is valid on the last day.
    func printed(_ name: SensitivityCase) -> Int64? {
      guard case .parameter(let parameter)? = one.values[name] else { return nil }
      return parameter.value.tenThousandths / 10_000
    }
    #expect(printed(.low) == 8_000 && printed(.base) == 11_000 && printed(.high) == 11_000)
  }

  @Test("a value that only another year uses takes no part")
  func otherYear() throws {
    var enterprise = try enterprise()
    let place = enterprise.settings.values[0].location
    enterprise.settings.values.insert(
      try value(
        SupportKind.sicknessBenefit.rawValue, 9_000, low: 1, from: "2020-01-01", to: "2024-12-31",
        at: place), at: 0)
    let found = try sensitivity(enterprise)
    #expect(found.oneWay.isEmpty)
    // Nine rates, a length and a value, none with a range: no scenarios.
    #expect(found.statedCount == 11 && found.scenarios.isEmpty && found.choices.isEmpty)
  }

  /// An employer contribution of the settings' own, 30 per cent, valid from the year's start.
  private func contributionRate(of enterprise: RandomEnterprise) -> OwnValue {
    OwnValue(
      id: "arbetsgivaravgift",
      content: .value(ParameterValue(tenThousandths: 300_000), .percent),
      from: enterprise.year.start, to: nil, source: "antaget",
      location: enterprise.settings.values[0].location)
  }

  @Test("a lower contribution moves series L too, and balances")
  func contribution() throws {
    var enterprise = try enterprise()
    var rate = contributionRate(of: enterprise)
    rate.low = .value(ParameterValue(tenThousandths: 100_000), .percent)
    enterprise.settings.values.append(rate)
    let one = try #require(sensitivity(enterprise).oneWay.first)
    #expect(one.id.path == "värden.arbetsgivaravgift")
    let (base, low) = (try #require(one.nets[.base]), try #require(one.nets[.low]))
    let ledger = try #require(low.series.first { $0.series == .ledger })
    let before = try #require(base.series.first { $0.series == .ledger })
    // Wages are 300 000: 20 points less are 60 000 kronor that the state does not get.
    #expect(before[.actor(.state)].ore - ledger[.actor(.state)].ore == 6_000_000)
    #expect(base[.society].ore - low[.society].ore == 6_000_000)
  }

  @Test("KAL001 names the range that alone calls for a value that nobody states")
  func missingValue() throws {
    var enterprise = try enterprise()
    let place = enterprise.settings.values[0].location
    enterprise.settings.supportDurations[.socialAssistance] = SupportDuration(
      longest: StatedAssumption(
        .unlimited, low: .count(12), source: "antaget", location: place), then: .sicknessBenefit)
    enterprise.settings.supportDurations[.sicknessBenefit] = SupportDuration(
      longest: stated(.unlimited, at: place), then: nil)
    var diagnostics = DiagnosticList()
    #expect(
      SecondBokslutCalculation.compute(try enterprise.input(), diagnostics: &diagnostics) == nil)
    let errors = diagnostics.all.filter { $0.severity == .error }
    #expect(errors.map(\.code.rawValue) == ["KAL001"])
    #expect(
      errors.first?.rendered(in: .swedish)
        .contains("(längst under försörjningsstöd, i avsnittet försörjning)") == true)
  }

  @Test("KAL049: a range that claims more contributions than the ledger holds")
  func overclaimed() throws {
    var enterprise = try enterprise()
    var rate = contributionRate(of: enterprise)
    rate.high = .value(ParameterValue(tenThousandths: 900_000), .percent)
    enterprise.settings.values.append(rate)
    enterprise.set("7510", Amount(ore: 10_000_000))
    var diagnostics = DiagnosticList()
    #expect(
      SecondBokslutCalculation.compute(try enterprise.input(), diagnostics: &diagnostics) == nil)
    #expect(
      diagnostics.all.filter { $0.severity == .error }.map(\.code.rawValue) == ["KAL049"])
  }

  @Test("only public actors with a net stand beside the public sector and society")
  func subjects() throws {
    let found = try sensitivity(enterprise())
    #expect(found.subjects.prefix(2) == [.publicSector, .society])
    #expect(found.subjects.contains(municipality))
    #expect(!found.subjects.contains(.actor(.participant)))
    #expect(!found.subjects.contains(.actor(.coordinationAssociation)))
  }
}
