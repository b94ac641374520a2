// Fiscal years before the report's, computed anew with today's records, values and assumptions.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// A year before the report's (*omräknat*: its own books, everything else as it is now).
package struct EarlierYear: Sendable {
  /// What could be made of it.
  package enum Content: Sendable {
    /// Both bokslut, without social balance and sensitivity.
    case computed(first: FirstBokslut, second: SecondBokslut)
    /// Something makes its figures wrong: the errors that say what.
    case leftOut([Diagnostic])
    /// No SIE file of its own. Another year's file gives its balances but no postings, so nothing
    /// tells which postings object rules would have taken.
    case withoutFile
  }

  /// The year's label among the files: `2024`.
  package let label: String
  /// The year.
  package let year: FiscalYear
  /// What could be made of it.
  package let content: Content

  /// Whether it could be computed.
  package var isComputed: Bool {
    if case .computed = content { true } else { false }
  }

  /// A year with what could be made of it.
  package init(label: String, year: FiscalYear, content: Content) {
    self.label = label
    self.year = year
    self.content = content
  }

  /// A year computed from its own books and what is known today; an error leaves the year out and
  /// never the report. Warnings were told when the year was reported.
  package init(
    label: String, books: FirstBokslutInput, ledger: Ledger, settings: Settings,
    register: OutcomeRegister?, bank: ParameterBank
  ) {
    let outcome = FirstBokslut.compute(books)
    var found = outcome.diagnostics
    var second: SecondBokslut?
    if let first = outcome.bokslut, !found.hasErrors {
      second = SecondBokslutCalculation.compute(
        SecondBokslutInput(
          settings: settings, year: books.year, ledger: ledger, yearOffset: 0,
          trialBalance: books.current, result: first.result, statement: first.incomeStatement,
          register: register, bank: bank),
        scope: .yearAlone, diagnostics: &found)
    }
    let content: Content
    if let first = outcome.bokslut, let second {
      content = .computed(first: first, second: second)
    } else {
      content = .leftOut(found.sorted.filter { $0.severity == .error })
    }
    self.init(label: label, year: books.year, content: content)
  }
}
