// Reads SIE 5 (XML): whole sets of accounts (Sie) and entries for import (SieEntry).

import Bookkeeping
import Diagnostics
import SIEFormat

/// Listens to a SIE 5 document and builds its ledger. Months become the first or last day of the
/// month, the year marked primary is year 0, entries that were struck over (*överstrukna*) are
/// history, and the subdivided accounts' own balances repeat what the accounts hold.
final class SIE5Reader: XMLHandler {
  private let bytes: FileBytes
  let file: String
  var ledger = Ledger(source: UnreadSource())
  var findings: SIEFindings
  private var type: SIEType?
  private var unknownRoot: String?

  private var path: [String] = []
  var years: [(period: DateRange, isPrimary: Bool)] = []
  /// The account whose balances are being read.
  var account: Int?
  /// The balance or entry whose own elements are being read.
  private var amount: PendingAmount?
  var dimension: Int?
  private var journal = ""
  private var entry: PendingEntry?
  private var descriptions: [UInt32: VoucherDescription] = [:]
  private var faulty: Set<Int> = []
  private var statedDifferences: [Int: Rational] = [:]

  /// An amount that is not placed until its element ends and its objects are known.
  private struct PendingAmount {
    let element: String
    let attributes: [String: String]
    let place: XMLPlace
    var objects: [ObjectReference] = []
    var isStruckOver = false
  }

  /// A journal entry (*verifikation*) that is being read.
  private struct PendingEntry {
    let attributes: [String: String]
    let place: XMLPlace
    let firstPosting: Int
    var registered: String?
    var signature: String?
    var isFaulty = false
    var rounding = StatedRounding()
  }

  init(_ bytes: FileBytes, file: String) {
    self.bytes = bytes
    self.file = file
    self.findings = SIEFindings(file: file)
    ledger.years = [LedgerYear(offset: 0)]
  }

  /// Reads the document.
  func reading() -> SIEReading {
    bytes.withUnsafeBytes { stream($0) }
    if let unknownRoot {
      findings.report("SIE071", at: SourceLocation(file: file), ["root": unknownRoot])
    }
    ledger.source = SIE5Source(bytes: bytes, file: file, descriptions: descriptions)
    findings.report("SIE061", findings.identityNumbers)
    findings.report(findings.roundedAmounts)
    findings.reviewAccounts(of: ledger)
    findings.reviewYears(of: ledger)
    findings.reviewVouchers(of: ledger, except: faulty, statedDifferences: statedDifferences)
    findings.reportRest()
    return SIEReading(
      ledger: ledger, encoding: .utf8, type: type, diagnostics: findings.list)
  }

  /// Streams the document through this reader, as far as it goes.
  private func stream(_ raw: UnsafeRawBufferPointer) {
    let parser = XMLStream(handler: self)
    var rest = raw[...]
    do {
      repeat {
        let piece = rest.prefix(XMLStream.pieceBytes)
        rest = rest.dropFirst(piece.count)
        try parser.feed(piece, isLast: rest.isEmpty)
      } while !rest.isEmpty
    } catch {
      let place = SourceLocation(
        file: file, line: parser.place.line, column: parser.place.column)
      switch error {
      case .malformed(let reason): findings.report("SIE070", at: place, ["reason": reason])
      case .documentType, .tooLarge: findings.report("SIE072", at: place)
      case .senseless, .enough: break
      }
    }
  }

  func start(_ element: String, _ named: XMLAttributes) throws(XMLFault) {
    if path.isEmpty {
      switch element {
      case "Sie": type = .xml
      case "SieEntry": type = .xmlEntry
      default:
        unknownRoot = element
        throw .enough
      }
    }
    let (attributes, place) = (named.values, named.place)
    switch element {
    case "Account" where path.last == "Accounts": declareAccount(attributes, place)
    case "Dimension", "Object": declareDimension(element, attributes)
    case "Company", "FileCreation", "AccountingCurrency":
      readOrganisation(element, attributes, place)
    case "FiscalYear": readYear(attributes, place)
    case "OpeningBalance", "ClosingBalance", "Budget", "LedgerEntry":
      amount = PendingAmount(element: element, attributes: attributes, place: place)
    case "ObjectReference":
      if let dimension = attributes["dimId"].flatMap({ Int($0) }), let code = attributes["objectId"]
      {
        amount?.objects.append(ObjectReference(dimension: dimension, code: code))
      }
    case "Overstrike": amount?.isStruckOver = true
    case "Journal": journal = attributes["id"] ?? ""
    case "JournalEntry":
      entry = PendingEntry(
        attributes: attributes, place: place, firstPosting: ledger.postings.count)
    case "EntryInfo", "OriginalEntryInfo":
      if var current = entry {
        current.registered = current.registered ?? attributes["date"]
        current.signature = current.signature ?? attributes["by"]
        entry = current
      }
    default: break
    }
    path.append(element)
  }

  func end(_ element: String) {
    path.removeLast()
    switch element {
    case "FiscalYears": numberYears()
    case "Account" where path.last == "Accounts": account = nil
    case "Dimension": dimension = nil
    case "OpeningBalance", "ClosingBalance", "Budget", "LedgerEntry":
      if let amount { place(amount) }
      amount = nil
    case "JournalEntry": closeEntry()
    default: break
    }
  }

  // MARK: Amounts

  private func place(_ pending: PendingAmount) {
    if pending.element == "LedgerEntry" {
      // Struck over entries stand beside those that replaced them.
      if !pending.isStruckOver { post(pending) }
      return
    }
    // Balances elsewhere belong to invoices and assets, whose account holds them already.
    guard let account, path.last == "Account" else { return }
    guard let ore = amount(pending, account: ledger.accounts[account].number) else { return }
    // A month may have a time zone after it. One that cannot be read or lies in no year of the file
    // leaves no year to give the balance to.
    let stated = pending.attributes["month"] ?? ""
    let month = CalendarDate("\(stated.prefix(7))-01")
    let year = month.flatMap { month in
      ledger.years.firstIndex { $0.fiscalYear?.period.contains(month) ?? false }
    }
    guard let month, let place = year else {
      findings.report(
        "SIE025", at: SourceLocation(file: file, line: pending.place.line),
        ["label": "<\(pending.element)>"])
      return
    }
    let offset = ledger.years[place].offset
    if pending.element == "Budget" {
      let (year, number, _) = month.components
      ledger.budgets.append(
        PeriodAmount(
          yearOffset: offset, period: year * 100 + number, account: account,
          object: pending.objects.first, amount: ore))
    } else if let object = pending.objects.first {
      let balance = ObjectBalance(yearOffset: offset, account: account, object: object, amount: ore)
      if pending.element == "OpeningBalance" {
        ledger.objectOpenings.append(balance)
      } else {
        ledger.objectClosings.append(balance)
      }
    } else {
      var balance = ledger.years[place].balances[account] ?? StatedBalance()
      if pending.element == "OpeningBalance" {
        balance.opening = ore
      } else if ledger.accounts[account].isResultAccount {
        balance.result = ore
      } else {
        balance.closing = ore
      }
      ledger.years[place].balances[account] = balance
    }
  }

  private func post(_ pending: PendingAmount) {
    guard entry != nil else { return }
    guard let number = pending.attributes["accountId"],
      let ore = amount(pending, account: number)
    else {
      if pending.attributes["accountId"] == nil {
        findings.report(
          "SIE025", at: SourceLocation(file: file, line: pending.place.line),
          ["label": "<LedgerEntry>"])
      }
      entry?.isFaulty = true
      return
    }
    lookForIdentityNumber(pending.attributes["text"], pending.place)
    let index = ledger.accountIndex(number) ?? ledger.declare(Account(number: number))
    if let stated = pending.attributes["amount"], Self.isRounded(stated) {
      entry?.rounding.add(ledger.postings.count, stated: stated, ore: ore.ore)
      ledger.roundedAmounts[index, default: 0] += 1
    }
    ledger.append(
      Posting(amount: ore, account: UInt32(index), source: UInt32(pending.place.offset)),
      objects: pending.objects)
  }

  private static func read(_ text: String) -> SIEAmountText {
    Array(text.utf8).withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { SIEAmountText($0, from: 0, to: buffer.count) } ?? .empty
    }
  }

  private static func isRounded(_ text: String) -> Bool {
    if case .rounded = read(text) { true } else { false }
  }

  private func amount(_ pending: PendingAmount, account: String) -> Amount? {
    let text = pending.attributes["amount"] ?? ""
    let location = SourceLocation(file: file, line: pending.place.line)
    let read = Self.read(text)
    let facts: [String: any DiagnosticFact] = [
      "stated": String(text.prefix(30)), "account": account,
    ]
    switch read {
    case .ore(let ore), .oreWithComma(let ore): return Amount(ore: ore)
    case .rounded(let ore):
      findings.roundedAmounts.add(text, at: location)
      return Amount(ore: ore)
    case .empty:
      findings.report(pending.element == "LedgerEntry" ? "SIE022" : "SIE021", at: location, facts)
    case .unreadable: findings.report("SIE020", at: location, facts)
    case .tooLarge: findings.report("SIE024", at: location, facts)
    }
    return nil
  }

  // MARK: Vouchers

  private func closeEntry() {
    guard let entry else { return }
    self.entry = nil
    ledger.hasVouchers = true
    let registered = entry.registered.flatMap { CalendarDate($0.prefix(10)) }
    let stated = entry.attributes["journalDate"] ?? ""
    let date = CalendarDate(stated.prefix(10)) ?? registered
    if date == nil {
      findings.report(
        "SIE034", at: SourceLocation(file: file, line: entry.place.line),
        ["stated": stated, "used": replacementDate])
    }
    let text = entry.attributes["text"]
    lookForIdentityNumber(text, entry.place)
    let source = UInt32(entry.place.offset)
    descriptions[source] = VoucherDescription(
      series: journal, number: entry.attributes["id"] ?? "", text: text ?? "",
      registrationDate: registered, signature: entry.signature)
    if entry.isFaulty { faulty.insert(ledger.vouchers.count) }
    if !entry.rounding.isEmpty, !entry.isFaulty {
      let postings = entry.firstPosting..<ledger.postings.count
      statedDifferences[ledger.vouchers.count] = ledger.settle(postings, entry.rounding)
    }
    ledger.vouchers.append(
      Voucher(
        date: date ?? replacementDate, source: source,
        postings: entry.firstPosting..<ledger.postings.count))
  }

  /// The day of an entry that states none.
  private var replacementDate: CalendarDate {
    ledger.year(0)?.fiscalYear?.end ?? ledger.organisation.generated ?? CalendarDate(dayNumber: 0)
  }

  private func lookForIdentityNumber(_ text: String?, _ place: XMLPlace) {
    if let text, PersonalIdentityNumber.occurs(in: text) {
      findings.identityNumbers.add(place.line)
    }
  }
}
