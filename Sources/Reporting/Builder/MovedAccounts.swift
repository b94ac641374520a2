// Own choices of statement row (uppställning): disclosed under the statements and among
// assumptions.

import Bookkeeping
import Calculation
import Figures
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
  func movedNotes(_ statement: StatementKind) throws(ReportFault) -> [Paragraph] {
    var notes: [Paragraph] = []
    for move in AccountMove.all(in: first) where move.statement == statement {
      let facts = [
        "accounts": move.accounts.joined(separator: ", "), "row": labels.label(move.row),
        "usual": move.usualRow.map(labels.label) ?? "",
      ]
      let key = move.usualRow == nil ? "statement.note.moved.new" : "statement.note.moved"
      var note = try texts(key, facts)
      if let reason = move.reason {
        note += try " " + texts("statement.note.moved.reason", ["reason": reason])
      }
      notes.append(Paragraph(note))
    }
    return notes
  }

  /// The choices as a table of the section Antaganden; nil without any.
  func movedTable() throws(ReportFault) -> Table? {
    let moves = AccountMove.all(in: first)
    guard !moves.isEmpty else { return nil }
    var rows: [Row] = []
    for move in moves {
      let usual = if let row = move.usualRow { labels.label(row) } else { try texts("moved.none") }
      rows.append(
        Row([
          .text(move.accounts.joined(separator: ", ")), .text(usual), .text(labels.label(move.row)),
          .text(move.reason ?? ""),
        ]))
    }
    return Table(
      id: "uppstallning", title: try texts("moved.title"),
      columns: [
        Column("accounts", heading: try texts("moved.accounts"), kind: .label),
        Column("usual", heading: try texts("moved.usual"), kind: .prose),
        Column("row", heading: try texts("moved.row"), kind: .prose),
        Column("source", heading: try texts("assumptions.source"), kind: .prose),
      ], rows: rows)
  }

  /// The choices as rows of antaganden.csv: the accounts, the row and why.
  var movedDataRows: [Row] {
    AccountMove.all(in: first).map { move in
      Row([
        .text("uppställning.\(move.accounts.joined(separator: " "))"), .text(move.row.id),
        .blank, .blank, .text("rad"), .blank, .blank, .text(move.reason ?? ""), .text("own"),
        .text(move.statement == .incomeStatement ? "resultatrakning" : "balansrakning"),
      ])
    }
  }
}
