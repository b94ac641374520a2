// Own choices of statement row (uppställning): disclosed under the statements and among
// assumptions.

import Bookkeeping
import Calculation
import Rulebook

/// Accounts that one choice moved from one row to another.
struct AccountMove {
  let accounts: [String]
  let statement: StatementKind
  let usualRow: LayoutRow?
  let row: LayoutRow
  let reason: String?

  /// The moves of a bokslut, in order of each one's first account.
  static func all(in first: FirstBokslut) -> [AccountMove] {
    var order: [[String?]] = []
    var moves: [[String?]: AccountMove] = [:]
    for moved in first.movedAccounts {
      let key = [moved.usualRow?.id, moved.row.id, moved.reason]
      if moves[key] == nil { order.append(key) }
      moves[key] = AccountMove(
        accounts: (moves[key]?.accounts ?? []) + [moved.account.number],
        statement: StatementLayout.statement(ofNumber: moved.account.layoutNumber ?? 0),
        usualRow: moved.usualRow, row: moved.row, reason: moved.reason)
    }
    return order.compactMap { moves[$0] }
  }
}

extension ReportDraft {
  /// What stands under a statement of the accounts that the settings moved within it.
  func movedNotes(_ statement: StatementKind) -> [Paragraph] {
    AccountMove.all(in: first).filter { $0.statement == statement }.map { move in
      let accounts = move.accounts.joined(separator: ", ")
      let row = labels.label(move.row)
      let key: TextKey =
        move.usualRow.map {
          .statementNoteMoved(accounts: accounts, row: row, usual: labels.label($0))
        } ?? .statementNoteMovedNew(accounts: accounts, row: row)
      let reason = move.reason.map { " " + texts(.statementNoteMovedReason(reason: $0)) }
      return Paragraph(texts(key) + (reason ?? ""))
    }
  }

  /// The choices as a table of the section Antaganden; nil without any.
  func movedTable() -> Table? {
    let moves = AccountMove.all(in: first)
    guard !moves.isEmpty else { return nil }
    let rows = moves.map { move in
      Row([
        .text(move.accounts.joined(separator: ", ")),
        .text(move.usualRow.map(labels.label) ?? texts(.movedNone)),
        .text(labels.label(move.row)), .text(move.reason ?? ""),
      ])
    }
    return Table(
      id: "uppstallning", title: texts(.movedTitle),
      columns: [
        Column("accounts", heading: texts(.movedAccounts), kind: .label),
        Column("usual", heading: texts(.movedUsual), kind: .prose),
        Column("row", heading: texts(.movedRow), kind: .prose),
        Column("source", heading: texts(.assumptionsSource), kind: .prose),
      ], rows: rows)
  }

  /// The choices as rows of antaganden.csv: the accounts, the row and why.
  var movedDataRows: [Row] {
    AccountMove.all(in: first).map { move in
      let statement =
        move.statement == .incomeStatement ? Section.ID.incomeStatement : .balanceSheet
      return Row(
        .body, for: .data,
        [
          .text("uppställning.\(move.accounts.joined(separator: " "))"), .blank,
          .text(move.row.id), .blank, .blank, .blank, .text("rad"), .blank, .blank, .blank,
          .text(move.reason ?? ""), .text(Parameter.ownStatus), .text(statement.rawValue), .blank,
          .blank, .blank,
        ])
    }
  }
}
