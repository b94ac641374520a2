// Reads #VER and #TRANS lines: the part of the pass that must be fast.

import Bookkeeping
import Diagnostics
import SIEFormat

/// The voucher whose postings are being read.
struct OpenVoucher {
  var isOpen = false
  var source: UInt32 = 0
  var line = 0
  var firstPosting = 0
  /// nil when the #VER line gives no date that can be used.
  var date: CalendarDate?
  var registrationDate: CalendarDate?
  /// What stood where the date should be.
  var statedDate = ""
  var hasOpeningBrace = false
  /// Whether an amount could not be read, so that the voucher need not balance.
  var isFaulty = false
  /// Whether no #VER began it.
  var isImplied = false
  /// Where the date stands when the almanac lacks it, as stated and as used.
  var impossibleDate: (place: SourceLocation, stated: String, used: CalendarDate)?
  /// Its postings whose amounts were stated with more decimals than öre.
  var rounding = StatedRounding()

  /// Begins anew, field by field: to put a new value in place of the whole takes longer.
  @inline(__always)
  mutating func open(source: UInt32, line: Int, firstPosting: Int, date: CalendarDate) {
    isOpen = true
    self.source = source
    self.line = line
    self.firstPosting = firstPosting
    self.date = date
    registrationDate = nil
    if !statedDate.isEmpty { statedDate = "" }
    hasOpeningBrace = false
    isFaulty = false
    isImplied = false
    if impossibleDate != nil { impossibleDate = nil }
    if !rounding.isEmpty { rounding = StatedRounding() }
  }
}

extension SIEScanner {
  /// `#TRANS account {objects} amount date text quantity signature`.
  @inline(__always)
  mutating func readPosting(from start: Int, to end: Int) {
    var cursor = SIECursor(base, from: start, to: end)
    guard let accountField = cursor.next(), !accountField.isEmpty,
      accountField.form == .bare || accountField.form == .quoted
    else {
      reportLostPosting()
      return
    }
    if !voucher.isOpen { openImpliedVoucher() }
    var amountField = cursor.next()
    var objects: SIEField?
    if let field = amountField, field.form == .objectList {
      if !field.isEmpty { objects = field }
      amountField = cursor.next()
    }
    amountField = amountField.map { withThousands($0, &cursor) }
    guard let amount = amount(amountField, emptyCode: "SIE022", account: accountField) else {
      voucher.isFaulty = true
      return
    }
    if let stated = roundedText {
      voucher.rounding.add(ledger.postings.count, stated: stated, ore: amount.ore)
    }
    let index = account(accountField)
    if roundedText != nil { ledger.roundedAmounts[index, default: 0] += 1 }
    let posting = Posting(
      amount: amount, account: UInt32(index), source: UInt32(lineStart))
    if let objects, let set = objectSet(objects) {
      ledger.append(posting, objectSet: set)
    } else {
      ledger.postings.append(posting)
    }
    if let dateField = cursor.next() {
      if voucher.date == nil, voucher.isOpen { voucher.date = date(dateField) }
      if let text = cursor.next() { lookForIdentityNumber(text) }
      if lastByte(from: start, to: end) == UInt8(ascii: "}") {
        closeVoucherOnLine(from: start, to: end)
      }
    }
    noteQuotes(cursor)
  }

  /// Ends the voucher when the brace that closes it stands last on the line of a posting.
  private mutating func closeVoucherOnLine(from start: Int, to end: Int) {
    var cursor = SIECursor(base, from: start, to: end)
    var last: SIEField?
    while let field = cursor.next() { last = field }
    if last?.form == .closeBrace { closeVoucher(atEndOfFile: false) }
  }

  /// An amount with the groups of three digits after it. On a posting a date belongs where they
  /// stand, so `1 234.50` can be nothing else there than one amount.
  func withThousands(_ amount: SIEField, _ cursor: inout SIECursor) -> SIEField {
    func isGroup(_ field: SIEField) -> Bool {
      let length = field.end - field.start
      guard field.form == .bare, length == 3 || length == 5 || length == 6,
        (0..<3).allSatisfy({ base[field.start + $0] &- 0x30 < 10 })
      else { return false }
      return length == 3 || base[field.start + 3] == 0x2E || base[field.start + 3] == 0x2C
    }
    let digits = (amount.start..<amount.end).filter { base[$0] &- 0x30 < 10 }.count
    guard amount.form == .bare, (1...3).contains(digits), amount.end - amount.start - digits <= 1,
      base[amount.end - 1] &- 0x30 < 10
    else { return amount }
    var whole = amount
    var ahead = cursor
    while let next = ahead.next(), isGroup(next) {
      whole = SIEField(start: amount.start, end: next.end, form: .bare)
      cursor = ahead
      if next.end - next.start > 3 { break }
    }
    return whole
  }

  /// `#VER series number date text registrationDate signature`; the texts are read when asked for.
  mutating func readVoucher(_ cursor: inout SIECursor) {
    if voucher.isOpen, voucher.hasOpeningBrace { findings.missingBraces.add(voucher.line) }
    closeVoucher(atEndOfFile: false)
    ledger.hasVouchers = true
    voucher = OpenVoucher(
      isOpen: true, source: UInt32(lineStart), line: line, firstPosting: ledger.postings.count)
    voucher.hasOpeningBrace = endsWithBrace(from: cursor.position, to: cursor.end)
    _ = cursor.next()
    _ = cursor.next()
    if let field = cursor.next(), field.form != .openBrace {
      voucher.date = voucherDate(field)
      if voucher.date == nil { voucher.statedDate = text(field) }
    }
    guard let textField = cursor.next(), textField.form != .openBrace else { return }
    lookForIdentityNumber(textField)
    if voucher.date == nil, let registered = cursor.next() {
      voucher.registrationDate = CalendarDate(text(registered))
    }
  }

  /// Reads the rows that stand on the #VER line itself: `#VER ... { #TRANS ... #TRANS ... }`.
  mutating func readRowsOnLine(from start: Int, to end: Int) {
    let rows = rowsOnLine(from: start, to: end)
    guard let first = rows.first else { return }
    voucher.hasOpeningBrace = true
    for (row, next) in zip(rows, rows.dropFirst() + [end]) {
      var cursor = SIECursor(base, from: row, to: next)
      switch text(cursor.next()).uppercased() {
      case "#TRANS":
        knownLabels += 1
        readPosting(from: cursor.position, to: next)
      case "#RTRANS", "#BTRANS": findings.correctedRows.add(line)
      default: findings.strayLines.add(line)
      }
    }
    if lastByte(from: first, to: end) == UInt8(ascii: "}") {
      closeVoucher(atEndOfFile: false)
    }
  }

  /// Where the labels stand after a brace that opens on the line, outside quotes.
  private func rowsOnLine(from start: Int, to end: Int) -> [Int] {
    var rows: [Int] = []
    var inQuotes = false
    var isInside = false
    for index in start..<end {
      switch base[index] {
      case UInt8(ascii: "\""): if base[index - 1] != UInt8(ascii: "\\") { inQuotes.toggle() }
      case UInt8(ascii: "{"): if !inQuotes { isInside = true }
      case UInt8(ascii: "#"):
        let before = base[index - 1]
        if isInside, !inQuotes, before <= 0x20 || before == UInt8(ascii: "{") { rows.append(index) }
      default: break
      }
    }
    return rows
  }
  /// Whether the brace stands on the #VER line instead of on one of its own.
  private func endsWithBrace(from start: Int, to end: Int) -> Bool {
    lastByte(from: start + 1, to: end) == UInt8(ascii: "{")
  }

  /// The last byte that is no blank; zero when there is none.
  private func lastByte(from start: Int, to end: Int) -> UInt8 {
    var last = end - 1
    while last >= start, base[last] == 0x20 || base[last] == 0x09 { last -= 1 }
    return last >= start ? base[last] : 0
  }

  /// Ends the voucher that is open, if any.
  mutating func closeVoucher(atEndOfFile: Bool) {
    guard voucher.isOpen else { return }
    voucher.isOpen = false
    let postings = voucher.firstPosting..<ledger.postings.count
    let isBlank =
      (voucher.date == nil || voucher.impossibleDate != nil) && !voucher.isFaulty
      && ledger.changesNothing(postings)
    if isBlank {
      toldVouchers.insert(ledger.vouchers.count)
      if !postings.isEmpty { findings.blankVouchersWithoutDay.add(voucher.line) }
    } else if let (place, stated, used) = voucher.impossibleDate,
      LedgerCalendar(ledger).yearOffset(of: used) != nil
    {
      findings.report("SIE033", at: place, ["stated": stated, "used": used])
    }
    let date = voucher.date ?? replacementDate(isTold: isBlank)
    if postings.isEmpty, !voucher.isFaulty { findings.emptyVouchers.add(voucher.line) }
    if voucher.isFaulty { faultyVouchers.insert(ledger.vouchers.count) }
    if !voucher.rounding.isEmpty, !voucher.isFaulty {
      statedDifferences[ledger.vouchers.count] = ledger.settle(postings, voucher.rounding)
    }
    // A voucher that ends with its head was to have rows.
    if atEndOfFile, voucher.hasOpeningBrace || postings.isEmpty {
      findings.report("SIE049", at: SourceLocation(file: findings.file, line: voucher.line))
    }
    ledger.vouchers.append(Voucher(date: date, source: voucher.source, postings: postings))
  }

  /// Postings that stand outside every voucher are counted in one of their own.
  private mutating func openImpliedVoucher() {
    ledger.hasVouchers = true
    findings.postingsWithoutVoucher.add(line)
    voucher = OpenVoucher(
      isOpen: true, source: UInt32(lineStart), line: line, firstPosting: ledger.postings.count,
      isFaulty: true, isImplied: true)
  }

  private mutating func reportLostPosting() {
    voucher.isFaulty = true
    findings.report("SIE025", at: location, ["label": "#TRANS"])
  }

  // MARK: Dates

  /// The date of a field, or nil; the date read last is not worked out again.
  @inline(__always)
  mutating func date(_ field: SIEField) -> CalendarDate? {
    if field.end - field.start == 8 {
      let digits = UnsafeRawPointer(base + field.start).loadUnaligned(as: UInt64.self)
      if let lastDate, lastDate.digits == digits { return lastDate.date }
      guard let number = number(field.start..<field.end),
        let date = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
      else { return nil }
      lastDate = (digits, date)
      return date
    }
    guard field.end - field.start == 10, let date = CalendarDate(text(field)) else { return nil }
    findings.isoDates.add(line)
    return date
  }

  /// A voucher's date; a day that its month lacks (31 April) is moved to the month's last.
  private mutating func voucherDate(_ field: SIEField) -> CalendarDate? {
    if let date = date(field) { return date }
    let digits = text(field).filter { $0 != "-" }
    guard digits.utf8.count == 8, let number = Int(digits), number > 0,
      let first = CalendarDate(year: number / 10_000, month: number / 100 % 100, day: 1),
      number % 100 >= 1, number % 100 <= 31
    else { return nil }
    voucher.impossibleDate = (location(of: field), text(field), first.endOfMonth)
    return first.endOfMonth
  }

  /// The date of a voucher that states none: the day it was registered, else the last day of the
  /// year, else the day the file was made.
  private mutating func replacementDate(isTold: Bool) -> CalendarDate {
    let year = ledger.year(0)?.fiscalYear
    let date =
      voucher.registrationDate ?? year?.end ?? ledger.organisation.generated
      ?? CalendarDate(dayNumber: 0)
    // A voucher made up for postings without one has been told of.
    if !voucher.isImplied, !isTold {
      findings.report(
        "SIE034", at: SourceLocation(file: findings.file, line: voucher.line),
        ["stated": voucher.statedDate, "used": date])
    }
    return date
  }
}
