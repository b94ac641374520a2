// The single pass over a SIE file's bytes: lines, labels and where they lead.

import Bookkeeping
import Diagnostics
import SIEFormat

/// Walks the lines of a file once. Lines of vouchers, which are nearly all of a large file, are
/// read in place; the others by label. Nothing becomes text unless somebody will read it.
struct SIEScanner {
  let base: UnsafePointer<UInt8>
  let count: Int
  let encoding: SIETextEncoding
  var ledger: Ledger
  var findings: SIEFindings
  var voucher = OpenVoucher()
  /// Indices of vouchers that hold a posting that could not be read.
  var faultyVouchers: Set<Int> = []
  /// Indices of vouchers whose odd date changes nothing and has been told of.
  var toldVouchers: Set<Int> = []
  /// What vouchers sum to as stated, where some amount has more decimals than öre.
  var statedDifferences: [Int: Rational] = [:]
  /// The amount read last as it was stated, when it had to be rounded.
  var roundedText: String?
  /// Stated balances that had to be rounded: year, account, label, text.
  var roundedBalances: [RoundedBalance] = []

  /// The number of the current line, from 1, and where it begins.
  var line = 0
  var lineStart = 0
  /// The offset of every 1024th line.
  var checkpoints: [UInt32] = []

  /// Whether ordinary postings are read in one step; tests read without, and find the same.
  let readsQuickly: Bool

  /// Index of each four-digit account, or -1.
  var accountOfNumber = [Int32](repeating: -1, count: 10_000)
  /// Objects lists seen, by their bytes.
  var objectSets: [ByteText: UInt32] = [:]
  /// The date read last: most lines repeat it.
  var lastDate: (digits: UInt64, date: CalendarDate)?

  var statedType: String?
  var statedFormat: String?
  var knownLabels = 0
  var checksum = StatedChecksum()
  /// Opening balances whose line lacks the amount: year, account, line.
  var emptyOpenings: [(year: Int, account: Int, line: Int)] = []

  init(
    _ base: UnsafePointer<UInt8>, count: Int, file: String, encoding: SIETextEncoding,
    readsQuickly: Bool = true
  ) {
    self.readsQuickly = readsQuickly
    self.base = base
    self.count = count
    self.encoding = encoding
    self.ledger = Ledger(source: UnreadSource())
    self.findings = SIEFindings(file: file)
    ledger.years = [LedgerYear(offset: 0)]
    // A posting's line is some 50 bytes long and a voucher some 150. Room that is not written to
    // takes no memory, and growing would take twice as much for a while.
    ledger.postings.reserveCapacity(count / 32)
    ledger.vouchers.reserveCapacity(count / 96)
  }

  /// Reads every line; the window lets go what has been read.
  mutating func scan(_ window: FileWindow) {
    var window = window
    var position = count >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF ? 3 : 0
    while position < count {
      if line & (SIESource.stride - 1) == 0 {
        checkpoints.append(UInt32(position))
        window.pass(position)
      }
      line += 1
      lineStart = position
      let end: Int
      if readsQuickly, let quickEnd = quickPosting(from: position) ?? quickVoucher(from: position) {
        end = quickEnd
      } else {
        end = lineEnd(from: position)
        readLine(from: position, to: end)
      }
      position = end + 1
      if end + 1 < count, base[end] == 0x0D, base[end + 1] == 0x0A { position += 1 }
    }
    closeVoucher(atEndOfFile: true)
  }

  /// The place of the next line feed or carriage return, or the end. Eight bytes at a time: a byte
  /// is the one sought when its difference is zero, and borrowing shows the lowest zero.
  @inline(__always)
  private func lineEnd(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= count {
      let word = UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self)
      let feed = word ^ (ones &* 0x0A)
      let carriage = word ^ (ones &* 0x0D)
      let found =
        ((feed &- ones) & ~feed | (carriage &- ones) & ~carriage) & 0x8080_8080_8080_8080
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < count, base[index] != 0x0A, base[index] != 0x0D { index += 1 }
    return index
  }

  /// Reads one line; what stands after a brace on its line is read as a line of its own.
  @inline(__always)
  private mutating func readLine(from start: Int, to end: Int) {
    var index = start
    while index < end {
      switch base[index] {
      case 0x20, 0x09:
        index += 1
      case UInt8(ascii: "{"):
        voucher.hasOpeningBrace = true
        index += 1
      case UInt8(ascii: "}"):
        closeVoucher(atEndOfFile: false)
        index += 1
      case UInt8(ascii: "#"):
        readLabelled(from: index, to: end)
        return
      case 0x1A:
        // DOS programs end a text file with this sign.
        return
      case 0..<0x20:
        // A form feed or a zero before a label hides no amount.
        index += 1
      case 0xEF where index + 2 < end && base[index + 1] == 0xBB && base[index + 2] == 0xBF:
        // Another file's byte-order mark, where files were put together.
        index += 3
      default:
        findings.strayLines.add(line)
        return
      }
    }
  }

  /// Reads the line whose `#` stands at `index`.
  @inline(__always)
  private mutating func readLabelled(from index: Int, to end: Int) {
    if isLabel("TRANS", at: index + 1, end: end) {
      knownLabels += 1
      readPosting(from: index + 6, to: end)
    } else if isLabel("VER", at: index + 1, end: end) {
      knownLabels += 1
      var cursor = SIECursor(base, from: index + 4, to: end)
      readVoucher(&cursor)
      noteQuotes(cursor)
      readRowsOnLine(from: index + 4, to: end)
    } else {
      readLabel(from: index + 1, to: end)
    }
  }

  /// Whether a label's letters stand here, followed by a blank.
  @inline(__always)
  private func isLabel(_ name: StaticString, at index: Int, end: Int) -> Bool {
    let length = name.utf8CodeUnitCount
    guard index + length < end else { return false }
    for offset in 0..<length where base[index + offset] != name.utf8Start[offset] { return false }
    let after = base[index + length]
    return after == 0x20 || after == 0x09
  }

  private mutating func readLabel(from start: Int, to end: Int) {
    var index = start
    while index < end, base[index] > 0x20, base[index] != UInt8(ascii: "{") { index += 1 }
    let name = String(
      decoding: UnsafeBufferPointer(start: base + start, count: index - start), as: UTF8.self)
    guard let label = SIELabel(name: name) else {
      if let label = labelWithoutBlank(from: start, to: index) {
        reportMissingFields(label)
      } else {
        findings.unknownLabels.add("#\(name.prefix(20))", line)
      }
      return
    }
    knownLabels += 1
    var cursor = SIECursor(base, from: index, to: end)
    read(label, &cursor)
    noteQuotes(cursor)
  }

  /// The label of an amount that something else than a blank follows, such as a number or the
  /// no-break space of a web page: its line cannot be read, and must not pass for one of a label
  /// that SIE does not have.
  private func labelWithoutBlank(from start: Int, to end: Int) -> SIELabel? {
    let letters = (start..<end).prefix { base[$0] | 0x20 >= 0x61 && base[$0] | 0x20 <= 0x7A }
    guard letters.upperBound < end else { return nil }
    let after = base[letters.upperBound]
    let name = String(
      decoding: UnsafeBufferPointer(start: base + start, count: letters.count), as: UTF8.self)
    guard after >= 0x80 || after &- 0x30 < 10, let label = SIELabel(name: name),
      [.ver, .trans, .ib, .ub, .res, .oib, .oub, .psaldo, .pbudget].contains(label)
    else { return nil }
    return label
  }

  @inline(__always)
  mutating func noteQuotes(_ cursor: SIECursor) {
    if cursor.foundInnerQuote || cursor.foundUnclosedQuote { findings.brokenQuotes.add(line) }
  }

  /// Where the current line is.
  var location: SourceLocation { SourceLocation(file: findings.file, line: line) }

  /// The column, from 1, of a field on the current line, counted in characters.
  func location(of field: SIEField) -> SourceLocation {
    let before = encoding.decode(
      UnsafeRawBufferPointer(start: base + lineStart, count: field.start - lineStart))
    return SourceLocation(file: findings.file, line: line, column: before.count + 1)
  }

  /// The text of a field.
  func text(_ field: SIEField?) -> String {
    guard let field else { return "" }
    return encoding.text(of: field, in: base)
  }
}

/// The bytes of a piece of text, compared by content.
struct ByteText: Hashable {
  let start: UnsafePointer<UInt8>
  let count: Int

  static func == (left: ByteText, right: ByteText) -> Bool {
    left.count == right.count
      && UnsafeBufferPointer(start: left.start, count: left.count)
        .elementsEqual(UnsafeBufferPointer(start: right.start, count: right.count))
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(bytes: UnsafeRawBufferPointer(start: start, count: count))
  }
}

/// Stands in while a file is read, until its own source is ready.
struct UnreadSource: LedgerSource {
  func describe(_ voucher: Voucher) -> VoucherDescription {
    VoucherDescription(series: "", number: "", text: "")
  }

  func location(ofSource source: UInt32) -> SourceLocation { SourceLocation(file: "") }
}
