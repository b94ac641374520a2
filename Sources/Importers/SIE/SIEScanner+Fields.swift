// Accounts, amounts, object lists and texts of a line's fields.

import Bookkeeping
import Diagnostics
import SIEFormat

extension SIEScanner {
  /// The index of an account by the field that names it; an account never named before is added
  /// without a name.
  @inline(__always)
  mutating func account(_ field: SIEField) -> Int {
    guard let number = fourDigits(field) else { return account(named: text(field)) }
    let known = accountOfNumber[number]
    if known >= 0 { return Int(known) }
    return account(named: text(field))
  }

  private mutating func account(named number: String) -> Int {
    if let index = ledger.accountIndex(number) { return index }
    return declare(Account(number: number))
  }

  /// Declares an account and remembers where a four-digit number leads.
  @discardableResult
  mutating func declare(_ account: Account) -> Int {
    let index = ledger.declare(account)
    if account.number.utf8.count == 4, account.number.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
      let number = Int(account.number)
    {
      accountOfNumber[number] = Int32(index)
    }
    return index
  }

  @inline(__always)
  private func fourDigits(_ field: SIEField) -> Int? {
    field.end - field.start == 4 ? number(field.start..<field.end) : nil
  }

  /// The number that digits make, and nothing but digits.
  @inline(__always)
  func number(_ places: Range<Int>) -> Int? {
    var number = 0
    for index in places {
      let digit = base[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }

  /// The amount of a field; nil, with a finding, when there is none that can be read.
  @inline(__always)
  mutating func amount(
    _ field: SIEField?, emptyCode: DiagnosticCode?, account: SIEField
  ) -> Amount? {
    if roundedText != nil { roundedText = nil }
    guard let field else {
      if let emptyCode { reportMissingAmount(emptyCode, account) }
      return nil
    }
    switch SIEAmountText(base, from: field.start, to: field.end) {
    case .ore(let ore): return Amount(ore: ore)
    case .oreWithComma(let ore):
      findings.decimalCommas.add(line)
      return Amount(ore: ore)
    case .rounded(let ore):
      findings.roundedAmounts.add(text(field), at: location(of: field))
      roundedText = text(field)
      return Amount(ore: ore)
    case .empty:
      if let emptyCode { reportMissingAmount(emptyCode, account) }
    case .unreadable:
      if let ore = SIEOddAmount.ore(text(field)) {
        findings.oddAmounts.add(line)
        return Amount(ore: ore)
      }
      findings.report(
        "SIE020", at: location(of: field),
        ["stated": String(text(field).prefix(30)), "account": text(account)])
    case .tooLarge:
      findings.report(
        "SIE024", at: location(of: field),
        ["stated": String(text(field).prefix(30)), "account": text(account)])
    }
    return nil
  }

  private mutating func reportMissingAmount(_ code: DiagnosticCode, _ account: SIEField) {
    findings.report(code, at: location, ["account": text(account)])
  }

  /// The number of an object list's set; nil when the list is blank or cannot be read.
  mutating func objectSet(_ field: SIEField) -> UInt32? {
    let key = ByteText(start: base + field.start, count: field.end - field.start)
    if let known = objectSets[key] { return known }
    let objects = objects(field)
    guard !objects.isEmpty else { return nil }
    let set = ledger.objectSet(objects)
    objectSets[key] = set
    return set
  }

  /// The pairs of dimension and object of an object list: `{1 "100" 6 "P12"}`.
  mutating func objects(_ field: SIEField) -> [ObjectReference] {
    var cursor = SIECursor(base, from: field.start, to: field.end)
    var objects: [ObjectReference] = []
    while let dimensionField = cursor.next() {
      guard let code = cursor.next(), let dimension = Int(text(dimensionField)) else {
        findings.unreadableObjects.add(line)
        return objects
      }
      let codeText = text(code)
      // `{1 ""}` names no object.
      if !codeText.isEmpty { objects.append(ObjectReference(dimension: dimension, code: codeText)) }
    }
    return objects
  }

  /// Notes that a text holds a personal identity number. Nearly all texts are let go after a look
  /// at every sixth byte, which a run of six digits cannot step over.
  @inline(__always)
  mutating func lookForIdentityNumber(_ field: SIEField) {
    var index = field.start + 5
    while index < field.end {
      if base[index] &- 0x30 < 10 {
        lookCloser(field)
        return
      }
      index += 6
    }
  }

  /// Whether the text has digits in the shape of an identity number (10 or 12, at most one
  /// separator before the last four); only then are date and check digit worth a look.
  private mutating func lookCloser(_ field: SIEField) {
    var index = field.start
    while index < field.end {
      let run = digits(from: index, to: field.end)
      guard run > 0 else {
        index += 1
        continue
      }
      index += run
      var mayBeNumber = run == 10 || run == 12
      if run == 6 || run == 8, index < field.end,
        [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: " ")].contains(base[index])
      {
        mayBeNumber = digits(from: index + 1, to: field.end) == 4
      }
      if mayBeNumber {
        if PersonalIdentityNumber.occurs(in: text(field)) { findings.identityNumbers.add(line) }
        return
      }
    }
  }

  private func digits(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, base[index] &- 0x30 < 10 { index += 1 }
    return index - start
  }
}
