// What a register shows by itself, with or without books beside it.

import Bookkeeping
import Calculation
import Diagnostics
import Outcomes
import Rulebook

/// The observed indicators of one year of a register: no books, no assumption but what says how
/// long a transition lasts.
package struct RegisterAlone {
  /// Why it is this year.
  package enum Choice: Hashable, Sendable {
    /// The books' latest year that has ended, or the one asked for among theirs.
    case books
    /// Asked for, with the days that its label says.
    case asked
    /// The latest calendar year in which something in the register begins or happens. There is no
    /// clock, so nothing tells whether the year has ended.
    case latestRow
  }

  /// The enterprise's settings.
  package let settings: Settings
  /// The year.
  package let year: FiscalYear
  /// Its label.
  package let yearLabel: String
  /// Why it is this one.
  package let choice: Choice
  /// The latest day up to the year's end on which something in the register begins or happens; nil
  /// when there is none.
  package let latestDay: CalendarDate?
  /// What was observed.
  package let observed: Observed

  /// The indicators of a year; nil when the register cannot be had, has errors or tells no year,
  /// with the cause in `diagnostics`.
  package init?(
    _ enterprise: EnterpriseReading, year wanted: String?, diagnostics: inout DiagnosticList
  ) {
    guard let settings = enterprise.settings, let register = enterprise.register,
      !diagnostics.hasErrors
    else { return nil }
    let days = register.daysThatTell
    guard
      let found = Self.year(
        wanted, books: enterprise.books, latest: days.max(), settings: settings,
        diagnostics: &diagnostics)
    else { return nil }
    do throws(ArithmeticOverflow) {
      observed = try Observed(register, year: found.year, settings: settings)
    } catch {
      diagnostics.report("KAL009", at: settings.location)
      return nil
    }
    self.settings = settings
    (year, yearLabel, choice) = found
    latestDay = days.filter { $0 <= found.year.end }.max()
    if let day = latestDay, day >= found.year.start { return }
    // Those who go on from an earlier year without a new row are in the year as well.
    if observed.indicator(.participants)?.number.isZero != false {
      diagnostics.report("CMD064", at: settings.outcomes?.location, ["year": yearLabel])
    }
  }

  private typealias Found = (year: FiscalYear, label: String, choice: Choice)

  private static func year(
    _ wanted: String?, books: BooksReading?, latest: CalendarDate?, settings: Settings,
    diagnostics: inout DiagnosticList
  ) -> Found? {
    let ended = books?.ended.last
    func ofBooks(_ year: FiscalYear) -> Found? {
      books.map { (year, $0.label(of: year), .books) }
    }
    guard let wanted else {
      if let ended { return ofBooks(ended.year) }
      guard let latest, let year = YearLabel.year(of: String(latest.description.prefix(4))) else {
        diagnostics.report("CMD061", at: settings.outcomes?.location)
        return nil
      }
      return (year, year.label(), .latestRow)
    }
    if let offset = Int(wanted), offset <= 0, offset > -100 {
      let known = (books?.all ?? []).map(\.year).filter { year in
        ended.map { year <= $0.year } ?? false
      }
      if known.indices.contains(known.count - 1 + offset) {
        return ofBooks(known[known.count - 1 + offset])
      }
      // Before the books' first year the years are of twelve months.
      guard
        let last = known.first ?? latest.flatMap({ YearLabel.year(of: String($0.year)) }),
        case let steps = offset + max(known.count - 1, 0),
        case let end = last.end.adding(days: 1).adding(months: 12 * steps).adding(days: -1),
        let period = DateRange(end.adding(days: 1).adding(months: -12), end)
      else {
        diagnostics.report("CMD061", at: settings.outcomes?.location)
        return nil
      }
      return (FiscalYear(period: period), String(end.description.prefix(4)), .asked)
    }
    if let same = books?.all.last(where: { books?.labels(of: $0.year).contains(wanted) == true }) {
      return ofBooks(same.year)
    }
    guard let year = YearLabel.year(of: wanted) else {
      diagnostics.report("CMD062", at: nil, ["year": wanted])
      return nil
    }
    return (year, wanted, .asked)
  }
}

extension OutcomeRegister {
  /// The days on which something begins or happens; an end may be a plan.
  fileprivate var daysThatTell: [CalendarDate] {
    employments.map(\.start) + trainingPlaces.map(\.start) + transitions.map(\.date)
      + followUps.map(\.date) + (paidWages ?? []).map(\.from)
  }
}
