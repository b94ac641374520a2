// Whether a year's books are still preliminary, by what their file says of itself, and why.

/// Why the books of a year may still change: the file was made before the year had ended, covers a
/// part of it, or does not say. The gravest reason stands for all.
package enum PreliminaryBooks: Hashable, Sendable {
  /// #GEN is a day before the year's last; the last day itself ends the year.
  case madeBefore(CalendarDate)
  /// #OMFATTN is a day before the year's last.
  case coversUntil(CalendarDate)
  /// #GEN stands there and is no day.
  case dayUnreadable
  /// #GEN is missing.
  case dayMissing
  /// #OMFATTN stands there and is no day.
  case coverageUnreadable

  /// What the file of a year says; nil when it was made on the year's last day or later and says of
  /// no shorter time.
  package init?(of organisation: LedgerOrganisation, year: FiscalYear) {
    if let made = organisation.generated, made < year.end {
      self = .madeBefore(made)
    } else if let covered = organisation.coveredUntil, covered < year.end {
      self = .coversUntil(covered)
    } else if organisation.hasUnreadableDay {
      self = .dayUnreadable
    } else if organisation.generated == nil {
      self = .dayMissing
    } else if organisation.hasUnreadableCoverage {
      self = .coverageUnreadable
    } else {
      return nil
    }
  }

  /// The word that the package has for it.
  package var word: String {
    switch self {
    case .madeBefore: "made-before-year-end"
    case .coversUntil: "covers-part-of-year"
    case .dayUnreadable: "day-unreadable"
    case .dayMissing: "day-missing"
    case .coverageUnreadable: "coverage-unreadable"
    }
  }

  /// The day that the file was made or covers, where that is the reason.
  package var day: CalendarDate? {
    switch self {
    case .madeBefore(let day), .coversUntil(let day): day
    case .dayUnreadable, .dayMissing, .coverageUnreadable: nil
    }
  }
}

extension LedgerOrganisation {
  /// Whether a year had ended when the file was made, as far as #GEN says.
  package func wasMadeAfter(_ year: FiscalYear) -> Bool {
    generated.map { $0 >= year.end } ?? true
  }
}
