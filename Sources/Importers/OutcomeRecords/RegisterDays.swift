// Holds the days of a register against the day on which the books were exported, or their last.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// A register goes on after the books were exported, but not for years: what has happened cannot
/// lie far ahead of the last day that the books know of. Pure: records in, findings out.
package enum RegisterDays {
  /// Days that lie too far ahead, each an error, and for each table those that lie ahead at all,
  /// one warning.
  ///
  /// - Parameters:
  ///   - export: the day on which the books were exported; nil when no file says.
  ///   - booksEnd: the last day of the books, which stands in for it where days lie years ahead;
  ///     what lies ahead of it by less may well be true. Nothing is told without any day.
  package static func diagnostics(
    _ register: OutcomeRegister, knownOn export: CalendarDate?, booksEnd: CalendarDate? = nil
  ) -> DiagnosticList {
    var problems = DiagnosticList()
    guard let day = export ?? booksEnd else { return problems }
    for (table, days) in days(of: register) {
      var ahead: [(place: SourceLocation, date: CalendarDate)] = []
      for (place, date, bounded) in days {
        switch verdict(date, after: day, ValueBounds.of(bounded)) {
        case .some(true):
          problems.report("REG074", at: place, ["date": date, "day": day])
        case .some(false): ahead.append((place, date))
        case nil: break
        }
      }
      guard export != nil, let first = ahead.min(by: { $0.place < $1.place }) else { continue }
      problems.report(
        "REG075", at: first.place,
        ["table": table.swedishName, "count": ahead.count, "date": first.date, "day": day])
    }
    reportBirthYears(register, on: day, into: &problems)
    return problems
  }

  /// Whether a day lies impossibly (true) or improbably (false) far ahead; nil when it does not.
  private static func verdict(
    _ date: CalendarDate, after day: CalendarDate, _ bounds: ValueBounds
  ) -> Bool? {
    func isBeyond(_ years: Int64?) -> Bool {
      years.map { date > day.adding(months: Int($0 * 12 / 100)) } ?? false
    }
    return isBeyond(bounds.most) ? true : isBeyond(bounds.high) ? false : nil
  }

  private typealias Day = (SourceLocation, CalendarDate, BoundedValue)

  /// The days of each table, in the order of tables.
  private static func days(of register: OutcomeRegister) -> [(RecordTable, [Day])] {
    func days(of stays: [any Stay]) -> [Day] {
      stays.flatMap { stay in
        [(stay.location, stay.start, BoundedValue.afterExport)]
          + (stay.end.map { [(stay.location, $0, .endAfterExport)] } ?? [])
      }
    }
    return [
      (
        .participants,
        register.participants.compactMap { row in
          row.outOfWorkSince.map { (row.location, $0, .afterExport) }
        }
      ),
      (.employments, days(of: register.employments)),
      (.trainingPlaces, days(of: register.trainingPlaces)),
      (.transitions, register.transitions.map { ($0.location, $0.date, .afterExport) }),
      (.followUps, register.followUps.map { ($0.location, $0.date, .afterExport) }),
      (.paidWages, (register.paidWages ?? []).map { ($0.location, $0.to, .afterExport) }),
    ]
  }

  /// Someone without any day here cannot be younger than whoever may work when the books were
  /// exported.
  private static func reportBirthYears(
    _ register: OutcomeRegister, on day: CalendarDate, into problems: inout DiagnosticList
  ) {
    let dated = Set(
      (register.employments.map(\.participant) + register.trainingPlaces.map(\.participant)
        + register.transitions.map(\.participant)))
    for person in register.participants where !dated.contains(person.id) {
      guard let born = person.birthYear.known,
        let verdict = ValueBounds.of(.ageAtStart).verdict(Int64(day.year - born) * 100),
        verdict.isImpossible
      else { continue }
      problems.report(
        "REG076", at: person.location,
        ["participant": person.id, "age": day.year - born, "date": day])
    }
  }
}
