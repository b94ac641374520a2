// The books as an auditor reads them: verifikationslista.csv and huvudbok.csv.

import Bookkeeping
import Diagnostics

/// Writes the vouchers and the general ledger of a year. Voucher texts, signatures and names of
/// objects are left out, for they may hold names of people; file and line stand in their place.
enum BooksListing {
  /// Both files, in `csv/`.
  static func files(_ books: AuditedBooks) -> [OutputFile] {
    let lines = BookedLine.all(in: books)
    return [
      OutputFile(path: "csv/verifikationslista.csv", bytes: vouchers(books, lines)),
      OutputFile(path: "csv/huvudbok.csv", bytes: generalLedger(books, lines)),
    ]
  }

  /// Every posting of the year by series, number and place in the file.
  private static func vouchers(_ books: AuditedBooks, _ lines: [BookedLine]) -> [UInt8] {
    var csv = CSVWriter(headings: [
      "series", "number", "date", "account", "account_name", "amount", "objects", "file", "line",
    ])
    for line in lines {
      let account = books.ledger.accounts[line.account]
      csv.append([
        line.series, line.number, line.date.description, account.number, name(of: account),
        line.amount.description, line.objects, books.file, String(line.line),
      ])
    }
    return csv.bytes
  }

  /// Account by account: opening balance, postings by day with the running balance, closing
  /// balance. What the file states beyond its vouchers is a row of its own, so that the running
  /// balance always ends at the closing balance of the statements.
  private static func generalLedger(_ books: AuditedBooks, _ lines: [BookedLine]) -> [UInt8] {
    let byAccount = Dictionary(grouping: lines, by: \.account)
    let balances = Dictionary(
      books.trialBalance.rows.map { ($0.account.number, $0) },
      uniquingKeysWith: { first, _ in first })
    let all = books.ledger.accounts
    let accounts = all.indices
      .filter { byAccount[$0] != nil || balances[all[$0].number] != nil }
      .sorted { all[$0].precedes(all[$1]) }
    var csv = CSVWriter(headings: [
      "account", "account_name", "row", "date", "series", "number", "amount", "balance", "objects",
      "file", "line",
    ])
    for index in accounts {
      let account = all[index]
      let head = [account.number, name(of: account)]
      let opening = balances[account.number]?.opening ?? .zero
      var running = Int128(opening.ore)
      func balance() -> String { ScaledText.string(running, decimals: 2) }
      csv.append(head + ["opening", "", "", "", "", balance(), "", "", ""])
      let own = (byAccount[index] ?? []).enumerated()
        .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      for (_, line) in own {
        running += Int128(line.amount.ore)
        csv.append(
          head + [
            "posting", line.date.description, line.series, line.number, line.amount.description,
            balance(), line.objects, books.file, String(line.line),
          ])
      }
      let closing = Int128((balances[account.number]?.closing ?? .zero).ore)
      if closing != running {
        let rest = ScaledText.string(closing - running, decimals: 2)
        running = closing
        csv.append(head + ["without-voucher", "", "", "", rest, balance(), "", "", ""])
      }
      csv.append(head + ["closing", "", "", "", "", balance(), "", "", ""])
    }
    return csv.bytes
  }

  private static func name(of account: Account) -> String {
    PersonalIdentityNumber.masked(account.name ?? "")
  }
}

/// A posting of the year with its voucher's series, number and day.
private struct BookedLine {
  let series: String
  let number: String
  let date: CalendarDate
  /// Index into the ledger's accounts.
  let account: Int
  let amount: Amount
  /// `1:10 6:P12`.
  let objects: String
  /// The line of the posting in the file.
  let line: Int

  /// Dimensions whose objects may be people: employees, customers, suppliers. Their codes stay in
  /// the file.
  private static let personalDimensions: Set<Int> = [7, 8, 9]

  /// The year's postings by series, number and place in the file.
  static func all(in books: AuditedBooks) -> [BookedLine] {
    let ledger = books.ledger
    let calendar = LedgerCalendar(ledger)
    let lines = ledger.source.lines(ofSources: ledger.postings.map(\.source))
    let vouchers = ledger.vouchers.enumerated()
      .filter { calendar.countedYearOffset(of: $0.element.date) == books.yearOffset }
      .map { VoucherPlace($0.element, index: $0.offset, in: ledger) }
      .sorted()
    return vouchers.flatMap { place in
      place.voucher.postings.map { index in
        let posting = ledger.postings[index]
        return BookedLine(
          series: place.series, number: place.number, date: place.voucher.date,
          account: Int(posting.account), amount: posting.amount,
          objects: text(of: ledger.objects(ofPosting: index)), line: lines[index])
      }
    }
  }

  private static func text(of objects: [ObjectReference]) -> String {
    objects.map { object in
      let isPersonal = personalDimensions.contains(object.dimension)
      return isPersonal ? "\(object.dimension)" : "\(object.dimension):\(object.code)"
    }
    .map(PersonalIdentityNumber.masked).joined(separator: " ")
  }
}

/// A voucher where an auditor looks for it: by series, number by value, then place in the file.
private struct VoucherPlace: Comparable {
  let voucher: Voucher
  let series: String
  let number: String
  private let index: Int
  private let value: Int

  init(_ voucher: Voucher, index: Int, in ledger: Ledger) {
    let description = ledger.source.describe(voucher)
    self.voucher = voucher
    self.index = index
    series = PersonalIdentityNumber.masked(description.series)
    number = PersonalIdentityNumber.masked(description.number)
    value = Int(description.number) ?? Int.max
  }

  static func < (left: VoucherPlace, right: VoucherPlace) -> Bool {
    (left.series, left.value, left.number, left.index)
      < (right.series, right.value, right.number, right.index)
  }

  static func == (left: VoucherPlace, right: VoucherPlace) -> Bool { left.index == right.index }
}
