// Reads #TRANS lines as nearly all programs write them, in one step over their bytes.

import Bookkeeping
import SIEFormat

extension SIEScanner {
  /// Reads a posting that begins a line and has nothing odd about it: an account of four digits
  /// that is known, an object list, an amount with at most two decimals, a date, a text in quotes.
  ///
  /// - Returns: the place of the line's end; nil, with nothing changed, when anything is out of
  ///   the ordinary, and `readPosting` has to read the line with all its care.
  @inline(__always)
  mutating func quickPosting(from start: Int) -> Int? {
    let limit = min(count, start + 1024)
    var index = start
    while index < limit, isBlank(index) { index += 1 }
    // Label, account and the shortest rest: what is read below without looking at the limit.
    guard index + 24 <= limit, isTransaction(index), voucher.isOpen, voucher.date != nil
    else { return nil }
    index += 7
    while index + 8 <= limit, isBlank(index) { index += 1 }
    guard index + 8 <= limit, let account = knownAccount(index) else { return nil }
    index += 4
    guard isBlank(index) else { return nil }
    while index < limit, isBlank(index) { index += 1 }

    guard index < limit, base[index] == UInt8(ascii: "{") else { return nil }
    let listStart = index + 1
    guard let listEnd = plainListEnd(from: listStart, limit: limit) else { return nil }
    index = listEnd + 1
    while index < limit, isBlank(index) { index += 1 }

    guard let ore = plainAmount(&index, limit: limit), !mayGoOn(ore, at: index, limit: limit)
    else { return nil }
    guard let (text, end) = plainRest(from: index, limit: limit) else { return nil }

    knownLabels += 1
    let posting = Posting(
      amount: Amount(ore: ore), account: UInt32(account), source: UInt32(lineStart))
    if listStart < listEnd,
      let set = objectSet(SIEField(start: listStart, end: listEnd, form: .objectList))
    {
      ledger.append(posting, objectSet: set)
    } else {
      ledger.postings.append(posting)
    }
    if let text { lookForIdentityNumber(text) }
    return end
  }

  @inline(__always)
  func isBlank(_ index: Int) -> Bool { base[index] == 0x20 || base[index] == 0x09 }

  /// Whether `#TRANS` and a blank stand here, with at least eight bytes to look at.
  @inline(__always)
  private func isTransaction(_ index: Int) -> Bool {
    UInt64(littleEndian: word(index)) & 0xFFFF_FFFF_FFFF == 0x534E_4152_5423 && isBlank(index + 6)
  }

  /// The index of the account whose four digits stand here, when it is known.
  @inline(__always)
  private func knownAccount(_ index: Int) -> Int32? {
    guard let number = number(index..<index + 4) else { return nil }
    let account = accountOfNumber[number]
    return account >= 0 ? account : nil
  }

  /// Where the brace stands that ends an object list without escapes.
  @inline(__always)
  private func plainListEnd(from start: Int, limit: Int) -> Int? {
    var inQuotes = false
    var index = start
    while index < limit {
      switch base[index] {
      case UInt8(ascii: "}"): if !inQuotes { return index }
      case UInt8(ascii: "\""): inQuotes.toggle()
      case UInt8(ascii: "\\"), 0x0A, 0x0D: return nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The amount at `index` in öre, with a point and at most two decimals; moves past it.
  @inline(__always)
  private func plainAmount(_ index: inout Int, limit: Int) -> Int64? {
    guard index + 20 <= limit else { return nil }
    let isNegative = base[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    let first = index
    var value: Int64 = 0
    while index < first + 13, base[index] &- 0x30 < 10 {
      value = value &* 10 &+ Int64(base[index] &- 0x30)
      index += 1
    }
    guard index > first, index < first + 13 else { return nil }
    if base[index] == UInt8(ascii: ".") {
      let (tenths, hundredths) = (base[index + 1] &- 0x30, base[index + 2] &- 0x30)
      guard tenths < 10, hundredths < 10 else { return nil }
      value = value &* 100 &+ Int64(tenths) &* 10 &+ Int64(hundredths)
      index += 3
    } else {
      value = value &* 100
    }
    guard base[index] <= 0x20 else { return nil }
    return isNegative ? -value : value
  }

  /// Whether an amount of at most three digits without decimals may be the thousands of `1 234.50`.
  @inline(__always)
  private func mayGoOn(_ ore: Int64, at index: Int, limit: Int) -> Bool {
    guard ore.magnitude < 100_000, base[index - 3] != UInt8(ascii: ".") else { return false }
    var next = index
    while next < limit, isBlank(next) { next += 1 }
    guard next + 8 <= limit, base[next] &- 0x30 < 10 else { return false }
    return lastDate?.digits != word(next)
  }

  /// What may follow the amount: nothing, a date, a date and a text in quotes, and then fields
  /// without quotes. Gives the text and the line's end.
  @inline(__always)
  private func plainRest(from start: Int, limit: Int) -> (text: SIEField?, end: Int)? {
    var index = start
    while index < limit, isBlank(index) { index += 1 }
    // The date, which only a voucher without one of its own needs: most often the voucher's.
    if index + 8 <= limit, let lastDate, lastDate.digits == word(index) { index += 8 }
    while index < limit, base[index] > 0x20 {
      if base[index] == UInt8(ascii: "\"") || base[index] == UInt8(ascii: "{")
        || base[index] == UInt8(ascii: "}")
      {
        return nil
      }
      index += 1
    }
    while index < limit, isBlank(index) { index += 1 }
    guard index < limit else { return nil }
    if isLineEnd(index) { return (nil, index) }
    guard base[index] == UInt8(ascii: "\"") else { return nil }
    let textStart = index + 1
    index = plainTextEnd(from: textStart, limit: limit)
    guard index < limit, base[index] == UInt8(ascii: "\"") else { return nil }
    let text = SIEField(start: textStart, end: index, form: .quoted)
    index += 1
    guard index < limit, isBlank(index) || isLineEnd(index) else { return nil }
    while index < limit, !isLineEnd(index) {
      if base[index] == UInt8(ascii: "\"") || base[index] == UInt8(ascii: "}") { return nil }
      index += 1
    }
    return index < limit ? (text, index) : nil
  }

  @inline(__always)
  func isLineEnd(_ index: Int) -> Bool { base[index] == 0x0A || base[index] == 0x0D }

  @inline(__always)
  func word(_ index: Int) -> UInt64 {
    UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
  }

  /// The place of the first quote, backslash or control character, or the limit. Eight bytes at a
  /// time: subtracting borrows into the high bit of a byte that is zero, or less than a blank.
  @inline(__always)
  func plainTextEnd(from start: Int, limit: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= limit {
      let word = UInt64(littleEndian: word(index))
      let quote = word ^ (ones &* 0x22)
      let backslash = word ^ (ones &* 0x5C)
      let found =
        ((quote &- ones) & ~quote | (backslash &- ones) & ~backslash
          | (word &- ones &* 0x20) & ~word) & (ones &* 0x80)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < limit, base[index] >= 0x20, base[index] != 0x22, base[index] != 0x5C {
      index += 1
    }
    return index
  }
}
