// Collects what is odd in a file while it is read, and folds what repeats into one message.

import Diagnostics

/// Findings of one file. One cause gives one message: what stands on many lines is counted, and of
/// the findings that name their own line only the first ones are told one by one.
struct SIEFindings {
  /// Lines of one kind.
  struct Lines {
    private(set) var count = 0
    private(set) var first = 0

    mutating func add(_ line: Int) {
      if count == 0 { first = line }
      count += 1
    }
  }

  /// Names with their number of lines.
  struct Names {
    private(set) var counts: [String: Int] = [:]
    private(set) var order: [String] = []
    private(set) var first = 0

    mutating func add(_ name: String, _ line: Int) {
      if order.isEmpty { first = line }
      if counts[name, default: 0] == 0 { order.append(name) }
      counts[name, default: 0] += 1
    }
  }

  /// Amounts of one kind, with the first as it stands.
  struct Amounts {
    private(set) var count = 0
    private(set) var first: (stated: String, place: SourceLocation)?

    mutating func add(_ stated: String, at place: SourceLocation) {
      if first == nil { first = (stated, place) }
      count += 1
    }
  }

  let file: String
  private(set) var list = DiagnosticList()
  private var told: [DiagnosticCode: Int] = [:]
  private static let toldOneByOne = 10

  var brokenQuotes = Lines()
  var strayLines = Lines()
  var unknownLabels = Names()
  var decimalCommas = Lines()
  var oddAmounts = Lines()
  var roundedAmounts = Amounts()
  var swappedFields = Lines()
  var unreadableObjects = Lines()
  var isoDates = Lines()
  var postingsWithoutVoucher = Lines()
  var emptyVouchers = Lines()
  var blankVouchersWithoutDay = Lines()
  var correctedRows = Lines()
  var missingBraces = Lines()
  var identityNumbers = Lines()

  init(file: String) { self.file = file }

  /// Whether a further finding of a code would be told and not only counted: what it says need not
  /// be found out otherwise.
  func tells(_ code: DiagnosticCode) -> Bool { told[code, default: 0] < Self.toldOneByOne }

  /// A finding of its own; when there are many of a code, the rest are counted.
  mutating func report(
    _ code: DiagnosticCode, at location: SourceLocation?,
    _ arguments: [String: any DiagnosticFact] = [:]
  ) {
    told[code, default: 0] += 1
    if told[code, default: 0] <= Self.toldOneByOne { list.report(code, at: location, arguments) }
  }

  /// A finding that counts lines, at the first of them.
  mutating func report(
    _ code: DiagnosticCode, _ lines: Lines, _ arguments: [String: any DiagnosticFact] = [:]
  ) {
    guard lines.count > 0 else { return }
    var all = arguments
    all["count"] = lines.count
    list.report(code, at: SourceLocation(file: file, line: lines.first), all)
  }

  /// Amounts that were rounded, at the first of them.
  mutating func report(_ rounded: Amounts) {
    guard let (stated, place) = rounded.first else { return }
    list.report("SIE023", at: place, ["count": rounded.count, "stated": stated])
  }

  /// A finding that lists names, at the first line that holds one.
  mutating func report(_ code: DiagnosticCode, _ names: Names) {
    guard !names.order.isEmpty else { return }
    let shown = names.order.prefix(8).map { name in
      let count = names.counts[name] ?? 0
      return count > 1 ? "\(name) (\(count))" : name
    }
    list.report(
      code, at: SourceLocation(file: file, line: names.first > 0 ? names.first : nil),
      [
        "count": names.order.count,
        "names": shown.joined(separator: ", ") + (names.order.count > 8 ? " ..." : ""),
      ])
  }

  /// Says of which codes there were more than those told.
  mutating func reportRest() {
    for (code, count) in told.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where count > Self.toldOneByOne {
      list.report(
        "SIE009", at: SourceLocation(file: file),
        ["count": count - Self.toldOneByOne, "code": code.rawValue])
    }
  }
}
