// What the calculation asks of books, register and settings where one of them has errors already.

import Bookkeeping
import Calculation
import Diagnostics
import Outcomes
import Rulebook

/// Runs what can be asked of an enterprise that no figure may be made of, and leaves out what only
/// follows from an error that was told.
struct CalculationCheck {
  /// The enterprise as read.
  let enterprise: EnterpriseReading
  /// Its settings.
  let settings: Settings
  /// The year's books.
  let books: YearBooks
  /// Whether the year's balances can be trusted.
  let areBooksSound: Bool

  /// Adds what is found to `diagnostics`.
  func report(to diagnostics: inout DiagnosticList) {
    var found = DiagnosticList()
    SecondBokslutCalculation.check(
      SecondBokslutInput(
        settings: settings, year: books.year, ledger: books.reading.ledger,
        yearOffset: books.offset, trialBalance: books.own.trialBalance, result: .zero,
        register: enterprise.register, bank: ParameterBank(settings: settings)),
      diagnostics: &found)
    for finding in found.all where isFaultOfItsOwn(finding) {
      diagnostics.report(finding.code, at: finding.location, finding.arguments)
    }
  }

  private func isFaultOfItsOwn(_ finding: Diagnostic) -> Bool {
    func areSound(_ keys: String...) -> Bool { settings.faultyKeys.isDisjoint(with: keys) }
    switch finding.code {
    case "KAL001":
      guard !areSound("värden") else { return true }
      guard case .text(let id)? = finding.arguments["id"], let stated = settings.statedValueIDs
      else { return false }
      return !stated.contains(id)
    case "KAL002", "KAL003":
      return areBooksSound && !enterprise.isRegisterFaulty
        && areSound("kopplingar", "aktörer", "värden")
    case "KAL005":
      return areBooksSound && areSound("kopplingar", "aktörer", "träningsplatser")
    case "KAL009":
      return areBooksSound
    case "KAL010":
      return areSound("organisation", "skatt")
    default:
      return areBooksSound && areSound("kopplingar", "aktörer")
    }
  }
}
