// What the second bokslut is computed from.

import Bookkeeping
import Outcomes
import Rulebook

/// Everything that the second bokslut of one year is computed from; nothing else is looked at.
package struct SecondBokslutInput: Sendable {
  /// The enterprise's settings.
  package let settings: Settings
  /// The fiscal year.
  package let year: FiscalYear
  /// The year's ledger.
  package let ledger: Ledger
  /// Which of the ledger's years it is: 0, or -1 when the file is a later year's.
  package let yearOffset: Int
  /// Its trial balance.
  package let trialBalance: TrialBalance
  /// The opening balances beside the closing balances of last year's own file; nil when there is
  /// none.
  package let opening: OpeningComparison?
  /// The first bokslut's income statement, which income and costs are tied to; nil leaves the ties
  /// out.
  package let statement: Statement?
  /// Both columns of the first bokslut's balance sheet, to be compared.
  package let balanceSheets: [BalanceSheetTie]
  /// *Årets resultat* of the first bokslut, which the enterprise's column must equal.
  package let result: Amount
  /// The register; nil when the settings name none or it has no participants.
  package let register: OutcomeRegister?
  /// Whether there is a register without participants.
  package let hasEmptyRegister: Bool
  /// The bank with the settings' own values.
  package let bank: ParameterBank
  /// Last year's adopted social balance, when its package is given.
  package let adopted: AdoptedClosing?

  /// An input.
  package init(
    settings: Settings, year: FiscalYear, ledger: Ledger, yearOffset: Int,
    trialBalance: TrialBalance, opening: OpeningComparison? = nil,
    balanceSheets: [BalanceSheetTie] = [], result: Amount, statement: Statement? = nil,
    register: OutcomeRegister?, bank: ParameterBank, adopted: AdoptedClosing? = nil
  ) {
    self.settings = settings
    self.year = year
    self.ledger = ledger
    self.yearOffset = yearOffset
    self.trialBalance = trialBalance
    self.opening = opening
    self.balanceSheets = balanceSheets
    self.result = result
    self.statement = statement
    hasEmptyRegister = register?.participants.isEmpty == true
    self.register = hasEmptyRegister ? nil : register
    self.bank = bank
    self.adopted = adopted
  }

  /// The same input with other settings.
  func with(_ settings: Settings) -> SecondBokslutInput {
    SecondBokslutInput(
      settings: settings, year: year, ledger: ledger, yearOffset: yearOffset,
      trialBalance: trialBalance, opening: opening, balanceSheets: balanceSheets, result: result,
      statement: statement, register: register,
      bank: settings.values == self.settings.values ? bank : ParameterBank(settings: settings),
      adopted: adopted)
  }
}
