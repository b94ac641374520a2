// How long a transition is known to last: one test a rule of method.md section 5.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Testing

@testable import Calculation

struct HoldingTests {
  private static let place = SourceLocation(file: "overgangar.csv", line: 2, column: 1)
  private static let person = ParticipantID(rawValue: "D1")

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  private func transition(
    _ date: String, to destination: Destination = .work, evidence: Evidence = .contract
  ) throws -> Transition {
    Transition(
      participant: Self.person, date: try day(date), destination: destination, extent: .one,
      evidence: evidence, location: Self.place)
  }

  private func followUp(
    _ date: String, _ status: FollowUpStatus, _ evidence: Evidence = .payslip
  ) throws -> FollowUp {
    FollowUp(
      participant: Self.person, date: try day(date), status: status, evidence: evidence,
      location: Self.place)
  }

  /// The held days, with six months of confirmation and five years of horizon unless told.
  private func held(
    _ register: OutcomeRegister, until last: String = "2026-12-31", months: Int = 6,
    horizon: Int = 5
  ) throws -> [[String]] {
    RowsByPerson(register).held(
      until: try day(last), confirmationMonths: months, horizonYears: horizon
    ).map { $0.holding.stretches.map(\.description) }
  }

  private func register(
    _ transitions: [Transition], _ followUps: [FollowUp] = [],
    employments: [(String, String?)] = []
  ) throws -> OutcomeRegister {
    var register = OutcomeRegister()
    register.transitions = transitions
    register.followUps = followUps
    register.employments = try employments.map { start, end in
      Employment(
        participant: Self.person, start: try day(start), end: try end.map { try day($0) },
        extent: .one, monthlyWage: Amount(ore: 2_400_000), location: Self.place)
    }
    return register
  }

  @Test("the transition itself is the first confirmation; a missing follow-up is not success")
  func firstConfirmation() throws {
    #expect(
      try held(register([transition("2025-01-15")])) == [["2025-01-15--2025-07-14"]])
  }

  @Test("bekräftelsetid is clipped to the month's end")
  func clipped() throws {
    #expect(
      try held(register([transition("2025-08-31")])) == [["2025-08-31--2026-02-27"]])
  }

  @Test("with underlag inget it is counted and never held")
  func noEvidence() throws {
    let found = try held(
      register([transition("2025-01-15", evidence: .nothing)], [followUp("2025-03-01", .atWork)]))
    #expect(found == [[]])
  }

  @Test("a confirmation after a lapse bridges the gap since the last one")
  func bridged() throws {
    let found = try held(
      register([transition("2025-01-01")], [followUp("2025-10-01", .otherWork)]))
    #expect(found == [["2025-01-01--2026-03-31"]])
  }

  @Test("an ending ends the day before; a known ending is never bridged")
  func ended() throws {
    let found = try held(
      register(
        [transition("2025-01-01")],
        [followUp("2025-03-10", .unemployed), followUp("2025-05-01", .atWork)]))
    #expect(found == [["2025-01-01--2025-03-09", "2025-05-01--2025-10-31"]])
  }

  @Test("an ending after a lapse bridges nothing: it ended at the lapse")
  func endedAfterLapse() throws {
    let found = try held(
      register([transition("2025-01-01")], [followUp("2025-11-01", .sick)]))
    #expect(found == [["2025-01-01--2025-06-30"]])
  }

  @Test("on one day an ending comes before a confirmation, whatever the order of rows")
  func sameDay() throws {
    let rows = [try followUp("2025-03-10", .atWork), try followUp("2025-03-10", .unemployed)]
    for order in [rows, rows.reversed()] {
      let found = try held(register([transition("2025-01-01")], order))
      #expect(found == [["2025-01-01--2025-03-09", "2025-03-10--2025-09-09"]])
    }
  }

  @Test("ej nådd, okänt and a follow-up with underlag inget neither confirm nor end")
  func neither() throws {
    for row in [
      try followUp("2025-03-01", .notReached), try followUp("2025-03-01", .unknown),
      try followUp("2025-03-01", .atWork, .nothing),
      try followUp("2025-03-01", .unemployed, .nothing),
    ] {
      #expect(
        try held(register([transition("2025-01-01")], [row])) == [["2025-01-01--2025-06-30"]])
    }
  }

  @Test("for work studies end it; for studies they confirm it and work ends it")
  func studies() throws {
    let toWork = try held(
      register([transition("2025-01-01")], [followUp("2025-02-01", .studying)]))
    #expect(toWork == [["2025-01-01--2025-01-31"]])
    let toStudies = try held(
      register(
        [transition("2025-01-01", to: .studies)],
        [followUp("2025-05-01", .studying), followUp("2025-08-01", .atWork)]))
    #expect(toStudies == [["2025-01-01--2025-07-31"]])
  }

  @Test("a later employment here ends it the day before, for good")
  func backHere() throws {
    let found = try held(
      register(
        [transition("2025-01-01")], [followUp("2025-06-01", .atWork)],
        employments: [("2025-04-01", "2025-04-30")]))
    #expect(found == [["2025-01-01--2025-03-31"]])
  }

  @Test("a later transition ends the first, and follow-ups concern the latest")
  func laterTransition() throws {
    let found = try held(
      register(
        [transition("2025-01-01"), transition("2025-05-10")], [followUp("2025-08-01", .atWork)]))
    #expect(found == [["2025-01-01--2025-05-09"], ["2025-05-10--2026-01-31"]])
  }

  @Test("dated on the last day of a record here it counts from the next day")
  func countsFromNextDay() throws {
    let found = try held(
      register([transition("2025-03-31")], employments: [("2024-01-01", "2025-03-31")]))
    #expect(found == [["2025-04-01--2025-09-30"]])
  }

  @Test("nothing is held past the horizon, whatever the confirmations")
  func horizon() throws {
    let found = try held(
      register([transition("2025-02-10")], [followUp("2026-01-20", .atWork)]), horizon: 1)
    #expect(found == [["2025-02-10--2026-02-09"]])
  }

  @Test("nothing after the last day is used: later follow-ups, records and transitions")
  func lastDay() throws {
    let found = try held(
      register(
        [transition("2025-10-01"), transition("2026-02-01")],
        [followUp("2026-01-15", .unemployed)], employments: [("2026-01-10", nil)]),
      until: "2025-12-31")
    #expect(found == [["2025-10-01--2025-12-31"]])
  }

  @Test("a destination that is no work and no studies is counted and never held")
  func noWork() throws {
    #expect(try held(register([transition("2025-01-01", to: .droppedOut)])) == [[]])
  }
}
