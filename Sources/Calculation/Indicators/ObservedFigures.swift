// The observed rung: counts of people and months that need no valuation.

import Bookkeeping
import Outcomes

extension Observed {
  /// Counts a year's records (method.md section 5).
  init(_ register: OutcomeRegister, year: FiscalYear) {
    let period = year.period
    let employments = register.employments.filter { $0.days(in: period) != nil }
    let places = register.trainingPlaces.filter { $0.days(in: period) != nil }
    let transitions = register.transitions
      .filter { period.contains($0.countingDate(in: register)) }
    let followUps = register.followUps.filter { period.contains($0.date) }
    let people = Set(
      employments.map(\.participant) + places.map(\.participant)
        + transitions.map(\.participant))
    self.participants = people.count
    self.employedDuringYear = Set(employments.map(\.participant)).count
    self.employedAtYearEnd =
      Set(employments.filter { ($0.end ?? period.end) >= period.end }.map(\.participant)).count
    self.fullTimeEquivalents =
      employments.map { $0.fullTimeMonths(in: period) }.sum() / Rational(12)
    self.trained = Set(places.map(\.participant)).count
    self.placeYears = places.map { $0.fullTimeMonths(in: period) }.sum() / Rational(12)
    self.transitions = Destination.allCases.map { destination in
      let rows = transitions.filter { $0.destination == destination }
      return DestinationCount(
        destination: destination, count: rows.count,
        people: Set(rows.map(\.participant)).count)
    }
    self.followUps = followUps.count
    self.members =
      register.participants
      .filter { $0.isMember == true && people.contains($0.id) }.count
  }
}

extension Transition {
  /// The day it counts from: dated on the last day of an employment or training place of the same
  /// person it counts from the next day, for every purpose (method.md section 5).
  func countingDate(in register: OutcomeRegister) -> CalendarDate {
    let endsHere =
      register.employments.contains { $0.participant == participant && $0.end == date }
      || register.trainingPlaces.contains { $0.participant == participant && $0.end == date }
    return endsHere ? date.adding(days: 1) : date
  }
}

extension TrainingPlace {
  /// Full-time months (*heltidsmånader*) in a period: months x extent.
  func fullTimeMonths(in period: DateRange) -> Rational {
    guard let days = days(in: period) else { return .zero }
    return days.months * extent.rational
  }
}
