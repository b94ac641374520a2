// How long a support would have gone on, and what would have followed.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct SupportHistoryTests {
  private static let place = SourceLocation(file: "dualbokslut.yaml", line: 1, column: 1)

  private func participant(_ support: SupportKind) -> Participant {
    Participant(
      id: ParticipantID(rawValue: "D1"), birthYear: 1985, gender: .woman, supportBefore: support,
      location: Self.place)
  }

  private func rule(_ months: Int?, then: SupportKind? = nil) -> SupportDuration {
    SupportDuration(
      longest: StatedAssumption(
        months.map { .count($0) } ?? .unlimited, source: "antaget", location: Self.place),
      then: then)
  }

  private func stretches(
    _ support: SupportKind, start: String, rules: [SupportKind: SupportDuration]
  ) throws -> [String] {
    let firstDay: CalendarDate = try #require(CalendarDate(start))
    let history = SupportHistory(
      of: participant(support), start: firstDay, durations: rules,
      rules: SupportRules(on: firstDay))
    let newYear: CalendarDate = try #require(CalendarDate("2025-01-01"))
    let year = try #require(DateRange(newYear, newYear.adding(months: 12).adding(days: -1)))
    return history.stretches(in: year).map {
      "\($0.days) \($0.kind.rawValue)\($0.isRecorded ? "" : " därefter")"
    }
  }

  @Test("the support runs to the day before start + längst, clipped to the month's end")
  func clipped() throws {
    let found = try stretches(
      .activitySupport, start: "2024-08-31", rules: [.activitySupport: rule(6)])
    // 31 August plus six months is 28 February: the last day is the 27th.
    #expect(found == ["2025-01-01--2025-02-27 aktivitetsstöd"])
  }

  @Test("what follows goes on until its own längst from the same start")
  func chain() throws {
    let found = try stretches(
      .sicknessBenefit, start: "2024-10-01",
      rules: [
        .sicknessBenefit: rule(6, then: .activitySupport),
        .activitySupport: rule(12, then: .socialAssistance), .socialAssistance: rule(nil),
      ])
    #expect(
      found == [
        "2025-01-01--2025-03-31 sjukpenning", "2025-04-01--2025-09-30 aktivitetsstöd därefter",
        "2025-10-01--2025-12-31 försörjningsstöd därefter",
      ])
  }

  @Test("a follower whose own längst has passed already is skipped, and nothing may follow")
  func passed() throws {
    let found = try stretches(
      .sicknessBenefit, start: "2024-10-01",
      rules: [.sicknessBenefit: rule(6, then: .activitySupport), .activitySupport: rule(3)])
    #expect(found == ["2025-01-01--2025-03-31 sjukpenning"])
  }

  @Test("before the start here the support is taken to have been the same")
  func beforeStart() throws {
    let found = try stretches(
      .unemploymentBenefit, start: "2025-06-10", rules: [.unemploymentBenefit: rule(2)])
    #expect(found == ["2025-01-01--2025-08-09 arbetslöshetsersättning"])
  }

  @Test("obegränsat and lön go on through the year")
  func unlimited() throws {
    #expect(
      try stretches(.socialAssistance, start: "2020-01-01", rules: [.socialAssistance: rule(nil)])
        == ["2025-01-01--2025-12-31 försörjningsstöd"])
    #expect(try stretches(.wage, start: "2020-01-01", rules: [:]) == ["2025-01-01--2025-12-31 lön"])
  }
}
