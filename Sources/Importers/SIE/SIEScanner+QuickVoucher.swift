// Reads #VER lines as nearly all programs write them, in one step over their bytes.

import Bookkeeping
import SIEFormat

extension SIEScanner {
  /// Opens a voucher whose line has nothing odd about it: series, number, a date that exists, a
  /// text in quotes, and fields without quotes after it; the brace stands on a line of its own.
  ///
  /// - Returns: the place of the line's end; nil, with nothing changed, when anything is out of
  ///   the ordinary, and `readVoucher` has to read the line with all its care.
  @inline(__always)
  mutating func quickVoucher(from start: Int) -> Int? {
    let limit = min(count, start + 1024)
    var index = start
    while index < limit, isBlank(index) { index += 1 }
    guard index + 24 <= limit, isVoucher(index), !voucher.isOpen else { return nil }
    index += 5
    guard skipPlainField(&index, limit: limit), skipPlainField(&index, limit: limit) else {
      return nil
    }
    while index < limit, isBlank(index) { index += 1 }
    guard index + 10 <= limit, isBlank(index + 8) else { return nil }
    guard let date = date(SIEField(start: index, end: index + 8, form: .bare)) else { return nil }
    index += 8
    while index < limit, isBlank(index) { index += 1 }
    guard index < limit, base[index] == UInt8(ascii: "\"") else { return nil }
    let textStart = index + 1
    let textEnd = plainTextEnd(from: textStart, limit: limit)
    guard textEnd + 1 < limit, base[textEnd] == UInt8(ascii: "\"") else { return nil }
    index = textEnd + 1
    guard isBlank(index) || isLineEnd(index) else { return nil }
    while index < limit, !isLineEnd(index) {
      if base[index] == UInt8(ascii: "\"") || base[index] == UInt8(ascii: "{") { return nil }
      index += 1
    }
    guard index < limit else { return nil }

    knownLabels += 1
    ledger.hasVouchers = true
    voucher.open(
      source: UInt32(lineStart), line: line, firstPosting: ledger.postings.count, date: date)
    lookForIdentityNumber(SIEField(start: textStart, end: textEnd, form: .quoted))
    return index
  }

  /// Whether `#VER` and a blank stand here, with at least eight bytes to look at.
  @inline(__always)
  private func isVoucher(_ index: Int) -> Bool {
    UInt64(littleEndian: word(index)) & 0xFFFF_FFFF == 0x5245_5623 && isBlank(index + 4)
  }

  /// Moves past a field with a blank after it: bare, or in quotes without any inside.
  @inline(__always)
  private func skipPlainField(_ index: inout Int, limit: Int) -> Bool {
    while index < limit, isBlank(index) { index += 1 }
    guard index < limit else { return false }
    if base[index] == UInt8(ascii: "\"") {
      index = plainTextEnd(from: index + 1, limit: limit)
      guard index < limit, base[index] == UInt8(ascii: "\"") else { return false }
      index += 1
    } else {
      while index < limit, base[index] > 0x20 {
        if base[index] == UInt8(ascii: "\"") || base[index] == UInt8(ascii: "{")
          || base[index] == UInt8(ascii: "}")
        {
          return false
        }
        index += 1
      }
    }
    return index < limit && isBlank(index)
  }
}
