// Balances on the other side of the balance sheet than their usual row: disclosed under it.

import Calculation
import Rulebook

extension ReportDraft {
  /// What stands under the balance sheet of liabilities in debit and receivables in credit.
  func turnedNotes() -> [Paragraph] {
    var order: [TurnedNote] = []
    var accounts: [TurnedNote: [String]] = [:]
    for turned in first.turnedAccounts {
      let note = TurnedNote(
        usual: turned.usualRow, row: turned.row, years: years(of: turned).joined(separator: ", "))
      if accounts[note] == nil { order.append(note) }
      accounts[note, default: []].append(turned.account.number)
    }
    return order.map { note in
      texts.paragraph(
        .statementNoteTurned(
          years: note.years, accounts: (accounts[note] ?? []).joined(separator: ", "),
          row: labels.label(note.row), usual: labels.label(note.usual)))
    }
  }

  private func years(of turned: TurnedAccount) -> [String] {
    [
      turned.inCurrent ? input.yearLabel : nil,
      turned.inPrevious ? first.previousYear?.label() : nil,
    ].compactMap(\.self)
  }
}

/// Accounts with one note have the same rows in the same years.
private struct TurnedNote: Hashable {
  let usual: LayoutRow
  let row: LayoutRow
  let years: String
}
