// A register written row by row, for indicators worked out by hand.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

extension Indicator {
  /// How many people are behind it.
  var people: Int {
    switch basis {
    case .counted(let list), .share(_, let list), .cost(_, let list): list.people.count
    }
  }
}

extension OutcomeCount {
  /// How many outcomes there are.
  var count: Int { records.rows.count }
}

/// Builds a register of few words; each row gets a place of its own.
struct IndicatorRegister {
  var register = OutcomeRegister()
  private var line = 1

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private mutating func place() -> Diagnostics.SourceLocation {
    line += 1
    return SourceLocation(file: "utfall", line: line, column: 1)
  }

  mutating func person(
    _ id: String, _ born: BirthYear, _ gender: Gender, _ support: SupportKind, member: Bool = false
  ) {
    register.participants.append(
      Participant(
        id: ParticipantID(rawValue: id), birthYear: born, gender: gender,
        supportBefore: support, isMember: member, location: place()))
  }

  mutating func employment(
    _ id: String, _ start: String, _ end: String?, percent: Int64 = 100,
    _ subsidy: WageSubsidyKind = .none
  ) throws {
    register.employments.append(
      Employment(
        participant: ParticipantID(rawValue: id), start: try Self.day(start),
        end: try end.map(Self.day), extent: Rate(tenThousandths: percent * 100),
        monthlyWage: Amount(ore: 2_500_000), subsidy: subsidy, location: place()))
  }

  mutating func training(
    _ id: String, _ start: String, _ end: String?, percent: Int64 = 100
  ) throws {
    register.trainingPlaces.append(
      TrainingPlace(
        participant: ParticipantID(rawValue: id), start: try Self.day(start),
        end: try end.map(Self.day), extent: Rate(tenThousandths: percent * 100),
        commissioner: .other, location: place()))
  }

  mutating func transition(
    _ id: String, _ date: String, _ destination: Destination, percent: Int64? = nil,
    _ evidence: Evidence = .contract, subsidy: Int64? = nil
  ) throws {
    register.transitions.append(
      Transition(
        participant: ParticipantID(rawValue: id), date: try Self.day(date),
        destination: destination, extent: percent.map { Rate(tenThousandths: $0 * 100) },
        subsidyAmount: subsidy.map { Amount(ore: $0 * 100) }, evidence: evidence,
        location: place()))
  }

  mutating func followUp(_ id: String, _ date: String, _ status: FollowUpStatus) throws {
    register.followUps.append(
      FollowUp(
        participant: ParticipantID(rawValue: id), date: try Self.day(date), status: status,
        location: place()))
  }

  /// What is observed in a year, with costs by account; bekräftelsetid is 6 months and horisont 5
  /// years unless they are left out.
  func observed(
    _ start: String = "2025-01-01", _ end: String = "2025-12-31",
    costs: [(account: String, kronor: Int64)] = [], knowsHolding: Bool = true
  ) throws -> Observed {
    var enterprise = try RandomEnterprise(seed: 7)
    enterprise.year = FiscalYear(
      period: try #require(DateRange(Self.day(start), Self.day(end))))
    enterprise.register = register
    enterprise.objectPostings = []
    enterprise.balances = costs.map { ($0.account, Amount(ore: $0.kronor * 100)) }
    if !knowsHolding { enterprise.settings.assumptions = nil }
    let input = try enterprise.input()
    let prepared = PreparedYear(register, year: input.year, settings: input.settings)
    return try Observed(
      register, year: input.year, settings: input.settings, held: prepared.held,
      flows: ResultFlows(input).flows, lines: [])
  }
}
