// Where each account's postings of the year stand in the SIE file.

import Bookkeeping
import Diagnostics

/// The lines of a year's postings, looked up once for all accounts.
struct PostingLines {
  /// The SIE file.
  let file: String
  private let ledger: Ledger?
  private let linesByAccount: [Int: [Int]]

  /// The lines of the books' year; none without books.
  init(_ books: AuditedBooks?) {
    ledger = books?.ledger
    guard let books else {
      file = ""
      linesByAccount = [:]
      return
    }
    let ledger = books.ledger
    let calendar = LedgerCalendar(ledger)
    let indices = ledger.vouchers.filter {
      calendar.countedYearOffset(of: $0.date) == books.yearOffset
    }.flatMap(\.postings)
    let lines = ledger.source.lines(ofSources: indices.map { ledger.postings[$0].source })
    var found: [Int: [Int]] = [:]
    for (index, line) in zip(indices, lines) where line > 0 {
      found[Int(ledger.postings[index].account), default: []].append(line)
    }
    linesByAccount = found
    let known = indices.first.map {
      ledger.source.location(ofSource: ledger.postings[$0].source).file
    }
    file = known ?? books.file
  }

  /// The lines of an account's postings, in the order of the file.
  func lines(of account: String) -> [Int] {
    ledger?.accountIndex(account).flatMap { linesByAccount[$0] } ?? []
  }

  /// A posting of a voucher as a reader finds it.
  struct Booked {
    /// Series and number, as the file has them.
    let voucher: String
    let date: CalendarDate
    let place: SourceLocation
    let amount: Amount
  }

  /// A posting by its index in the ledger.
  func posting(_ index: Int) -> Booked? {
    guard let ledger, ledger.postings.indices.contains(index),
      let voucher = ledger.vouchers.first(where: { $0.postings.contains(index) })
    else { return nil }
    let posting = ledger.postings[index]
    let described = ledger.source.describe(voucher)
    let line = ledger.source.location(ofSource: posting.source).line
    return Booked(
      voucher: [described.series, described.number].filter { !$0.isEmpty }.joined(separator: " "),
      date: voucher.date, place: SourceLocation(file: file, line: line), amount: posting.amount)
  }
}
