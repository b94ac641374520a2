// What the second bokslut is computed from.

import Bookkeeping
import Outcomes
import Rulebook

/// Everything that the second bokslut of one year is computed from; nothing else is looked at.
public struct SecondBokslutInput: Sendable {
  /// The enterprise's settings.
  public let settings: Settings
  /// The fiscal year.
  public let year: FiscalYear
  /// The year's ledger.
  public let ledger: Ledger
  /// Which of the ledger's years it is: 0, or -1 when the file is a later year's.
  public let yearOffset: Int
  /// Its trial balance.
  public let trialBalance: TrialBalance
  /// The year before by its own file; nil when there is none.
  public let previousTrialBalance: TrialBalance?
  /// *Årets resultat* of the first bokslut, which the enterprise's column must equal.
  public let result: Amount
  /// The register; nil when the settings name none.
  public let register: OutcomeRegister?
  /// The bank with the settings' own values.
  public let bank: ParameterBank
  /// Last year's adopted social balance, when its package is given.
  public let adopted: AdoptedClosing?
  /// Whether the results are to name the records that each number counts; no figure changes by it.
  public let keepsTrail: Bool

  /// An input.
  public init(
    settings: Settings, year: FiscalYear, ledger: Ledger, yearOffset: Int,
    trialBalance: TrialBalance, previousTrialBalance: TrialBalance? = nil, result: Amount,
    register: OutcomeRegister?, bank: ParameterBank, adopted: AdoptedClosing? = nil,
    keepsTrail: Bool = false
  ) {
    self.settings = settings
    self.year = year
    self.ledger = ledger
    self.yearOffset = yearOffset
    self.trialBalance = trialBalance
    self.previousTrialBalance = previousTrialBalance
    self.result = result
    self.register = register
    self.bank = bank
    self.adopted = adopted
    self.keepsTrail = keepsTrail
  }

  /// The same input with other settings.
  func with(_ settings: Settings) -> SecondBokslutInput {
    SecondBokslutInput(
      settings: settings, year: year, ledger: ledger, yearOffset: yearOffset,
      trialBalance: trialBalance, previousTrialBalance: previousTrialBalance, result: result,
      register: register, bank: bank,
      adopted: adopted, keepsTrail: keepsTrail)
  }
}
