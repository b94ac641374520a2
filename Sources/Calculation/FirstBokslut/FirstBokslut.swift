// The first bokslut: income statement and balance sheet with the year before.

import Bookkeeping
import Diagnostics
import Rulebook

/// The first bokslut (*det första bokslutet*): the two statements by the K2 layout of a legal form
/// (BFNAR 2016:10). Assets equal equity and liabilities, and the income statement's last row equals
/// *årets resultat* in equity, to the öre, whatever the file held.
package struct FirstBokslut: Hashable, Sendable {
  /// The legal form whose layout was used.
  package let form: LegalForm
  /// The year.
  package let year: FiscalYear
  /// The year before, when any file says something of it.
  package let previousYear: FiscalYear?
  /// The SIE file that speaks of the year before.
  package let previousFile: SourceLocation?
  /// *Resultaträkning, kostnadsslagsindelad*: income positive, costs negative.
  package let incomeStatement: Statement
  /// *Balansräkning*: assets, equity and liabilities positive.
  package let balanceSheet: Statement
  /// *Årets resultat* from the result accounts (classes 3-8 but 899x); a profit is positive.
  package let result: Amount
  /// How the result stands booked.
  package let closing: YearEndClosing
  /// The same of the year before.
  package let previousClosing: YearEndClosing?
  /// The opening balances beside last year's closing balances; nil when nothing is known of them.
  package let opening: OpeningComparison?
  /// Accounts of this year whose row BAS gives but the settings should confirm (ideell förening).
  package let unsureAccounts: [Account]
  /// Accounts of either year that the settings' uppställning put in another row than the layout's
  /// own rules, in order of number: a choice that the report discloses.
  package let movedAccounts: [MovedAccount]
  /// Accounts of either year whose balance lies on the other side than their usual row's, in order
  /// of number: a liability in debit is a receivable, and the reverse.
  package var turnedAccounts: [TurnedAccount] = []

  /// Whether the result stands booked in equity already.
  package var closingEntry: ClosingEntry { closing.entry }

  /// Accounts whose opening balance is not last year's closing balance, in order of number.
  package var openingDifferences: [OpeningDifference] { opening?.differences ?? [] }
}

/// What the first bokslut is made of.
package struct FirstBokslutInput: Sendable {
  /// The legal form.
  package let form: LegalForm
  /// The year.
  package let year: FiscalYear
  /// Its balances.
  package let current: TrialBalance
  /// The year before, from its own file or from this file's year -1.
  package let previous: PreviousBooks?
  /// The settings' kopplingar; they decide rows in an ideell förening only.
  package let links: [AccountLink]
  /// The settings' uppställning.
  package let rowOverrides: [RowOverride]
  /// The SIE file, for diagnostics.
  package let location: SourceLocation?

  /// Input.
  package init(
    form: LegalForm, year: FiscalYear, current: TrialBalance, previous: PreviousBooks? = nil,
    links: [AccountLink] = [], rowOverrides: [RowOverride] = [],
    location: SourceLocation? = nil
  ) {
    self.form = form
    self.year = year
    self.current = current
    self.previous = previous
    self.links = links
    self.rowOverrides = rowOverrides
    self.location = location
  }
}

/// What is known of the year before.
package struct PreviousBooks: Sendable {
  /// Where it comes from.
  package enum Origin: Hashable, Sendable {
    /// Last year's own file.
    case ownFile
    /// Year -1 of this year's file, which may lack the result accounts.
    case thisFile
  }

  /// The year.
  package let year: FiscalYear?
  /// Its balances.
  package let trialBalance: TrialBalance
  /// Where they come from.
  package let origin: Origin
  /// The SIE file, for diagnostics.
  package let location: SourceLocation?

  /// The year before.
  package init(
    year: FiscalYear?, trialBalance: TrialBalance, origin: Origin, location: SourceLocation? = nil
  ) {
    self.year = year
    self.trialBalance = trialBalance
    self.origin = origin
    self.location = location
  }
}

/// A first bokslut with what was found on the way. A finding that is an error makes a figure wrong:
/// the report is then to be stopped, though the statements still tie.
package struct FirstBokslutOutcome: Sendable {
  /// The bokslut; nil only when a sum does not fit.
  package let bokslut: FirstBokslut?
  /// Findings.
  package let diagnostics: DiagnosticList
}
