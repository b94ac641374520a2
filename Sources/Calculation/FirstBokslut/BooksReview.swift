// What stands beside the two statements for a board and an auditor.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// The first bokslut in context: several years, the change in equity and key figures.
package struct BooksReview: Hashable, Sendable {
  /// *Flerårsöversikt*: the year and those before it.
  package let overview: MultiYearOverview
  /// *Förändringar i eget kapital*; nil when nothing is known of the year before.
  package let equityChange: EquityChange?
  /// *Nyckeltal*.
  package let keyFigures: KeyFigures
  /// *Utdelning* and members, as the settings state them.
  package let stated: SocialEnterpriseFacts

  /// The review of a year. `years` are all that the files speak of; later years are left out.
  /// `dividends` are those booked in the year and the year after, `transfers` what the year's
  /// vouchers moved within equity alone, by account.
  package static func compute(
    first: FirstBokslut, second: SecondBokslut, years: [PreviousBooks], settings: Settings,
    dividends: BookedDividends = BookedDividends(), transfers: [String: Int128] = [:]
  ) throws(ArithmeticOverflow) -> BooksReview {
    let past = years.filter { books in
      (books.year ?? books.trialBalance.fiscalYear).map { $0 <= first.year } == true
    }
    let stated = settings.socialEnterprise ?? SocialEnterpriseFacts()
    return BooksReview(
      overview: try .compute(
        form: first.form, years: past, links: settings.links,
        rowOverrides: settings.rowOverrides),
      equityChange: try first.equityChange(
        dividend: dividends.thisYear ?? .zero, transfers: transfers),
      keyFigures: try first.keyFigures(
        // The register knows the target group only, so the number of all who share the cost is
        // stated.
        dividend: stated.dividend, employees: stated.employees.map { Rational($0.hundredths, 100) },
        incomeByKind: second.incomeByKind, booked: dividends),
      stated: stated)
  }
}

extension SecondBokslut {
  /// What the enterprise received in series L, by kind.
  package var incomeByKind: [FlowKind: Amount] {
    var income: [FlowKind: Amount] = [:]
    for entry in matrix where entry.series == .ledger && entry.actor == .enterprise {
      guard let kind = FlowKind(rawValue: entry.kind.rawValue), kind.isIncome else { continue }
      income[kind] = entry.amount
    }
    return income
  }
}
