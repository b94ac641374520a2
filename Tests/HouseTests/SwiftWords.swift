// Reads Swift sources into words: what each file declares, and where else a name stands.

/// A name that a type, an extension or a file declares.
struct Declaration {
  let name: Int
  let kind: Substring
  let file: Int
  let line: Int
  /// What may stand first in a call of a function: its first label, or the ones that follow when
  /// those before have defaults.
  var firstLabels: [Int] = []
  /// A test, or what a library or the language asks for by its name.
  let isCalledByLibrary: Bool
}

/// The names of many files and how they are used. A word in a comment or in a text is none; one in
/// `\(...)` is.
struct SwiftWords {
  /// How often a name stands for something, beyond its declarations.
  struct Uses {
    private(set) var inSources = 0
    private(set) var inTests = 0
    /// The only file that uses it; nil when there is none or more than one.
    private(set) var onlyFile: Int?

    mutating func add(file: Int, isTest: Bool) {
      onlyFile = inSources + inTests == 0 || onlyFile == file ? file : nil
      if isTest { inTests += 1 } else { inSources += 1 }
    }

    mutating func add(_ other: Uses) {
      guard other.inSources + other.inTests > 0 else { return }
      onlyFile = inSources + inTests == 0 || onlyFile == other.onlyFile ? other.onlyFile : nil
      inSources += other.inSources
      inTests += other.inTests
    }
  }

  private(set) var declarations: [Declaration] = []
  private(set) var names = [""]
  private var numbers: [UInt64: Int] = [:]
  /// By the numbers of names: all uses, and those that are no calls.
  private var uses = [Uses()]
  private var mentions = [Uses()]
  /// By name and first label, 0 for none.
  private var calls: [UInt64: Uses] = [:]

  /// Adds a file.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, file: Int, isTest: Bool) {
    var reader = Reader(bytes: bytes, file: file, isTest: isTest)
    reader.read(into: &self)
  }

  /// How a declaration is used: a function by calls that may be its own, all else by its name.
  func uses(of declaration: Declaration) -> Uses {
    guard declaration.kind == "func" else { return uses[declaration.name] }
    var sum = mentions[declaration.name]
    for label in declaration.firstLabels {
      if let calls = calls[Self.key(declaration.name, label)] { sum.add(calls) }
    }
    return sum
  }

  /// The number of a name, by its hash: 10 000 names do not share one of 64 bits.
  fileprivate mutating func number(
    hash: UInt64, _ bytes: UnsafeBufferPointer<UInt8>.SubSequence
  ) -> Int {
    if let known = numbers[hash] { return known }
    numbers[hash] = names.count
    names.append(String(decoding: bytes, as: UTF8.self))
    uses.append(Uses())
    mentions.append(Uses())
    return names.count - 1
  }

  fileprivate mutating func use(_ name: Int, firstLabel: Int?, file: Int, isTest: Bool) {
    uses[name].add(file: file, isTest: isTest)
    if let firstLabel {
      calls[Self.key(name, firstLabel), default: Uses()].add(file: file, isTest: isTest)
    } else {
      mentions[name].add(file: file, isTest: isTest)
    }
  }

  fileprivate mutating func declare(_ declaration: Declaration) { declarations.append(declaration) }

  private static func key(_ name: Int, _ firstLabel: Int) -> UInt64 {
    UInt64(name) << 32 | UInt64(firstLabel)
  }
}

/// A walk through one file.
private struct Reader {
  let bytes: UnsafeBufferPointer<UInt8>
  let file: Int
  let isTest: Bool
  private var index = 0
  private var line = 1

  /// What the braces around the place belong to: a type's body or something else.
  private var bodies: [Bool] = []
  private var inCode = 0
  private var parentheses = 0
  /// A type's keyword was read, and its body has not begun.
  private var awaitsBody = false
  /// The kind whose name comes next.
  private var awaitedKind: Substring?
  /// Between `case` and the end of its names, at this depth of parentheses.
  private var caseLine: Int?
  /// An enum's raw values or list of cases make its cases from data.
  private var header: [Substring] = []
  private var madeFromData: [Bool] = []
  /// The sign before the place, or the first letter of the word before it.
  private var last: UInt8 = 0
  /// Whether the word before the place is `self`.
  private var afterSelf = false
  /// What `self.name =` has just been given.
  private var assigned: Int?
  private var awaitsLabels = false
  /// `@Test` stands before the next declaration.
  private var isTestFunction = false
  /// By ArgumentParser, Hashable, the testing library and the language.
  private static let calledByLibrary: Set<Substring> = [
    "configuration", "hash", "testDescription", "callAsFunction",
  ]
  private static let hashOfNothing: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let hashOfSelf = "self".utf8.reduce(hashOfNothing) {
    ($0 ^ UInt64($1)) &* 0x100_0000_01B3
  }

  init(bytes: UnsafeBufferPointer<UInt8>, file: Int, isTest: Bool) {
    self.bytes = bytes
    self.file = file
    self.isTest = isTest
  }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    index + ahead < bytes.count ? bytes[index + ahead] : 0
  }

  mutating func read(into words: inout SwiftWords) {
    while index < bytes.count { step(&words) }
  }

  private mutating func step(_ words: inout SwiftWords) {
    let sign = bytes[index]
    switch sign {
    case UInt8(ascii: "\n"):
      line += 1
      index += 1
    case UInt8(ascii: " "): index += 1
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    case UInt8(ascii: "/") where beginsExpression && byte(1) > 0x20 && skipRegex(): break
    case UInt8(ascii: "#") where byte(1) == UInt8(ascii: "/"):
      index += 2
      while index < bytes.count, bytes[index] != UInt8(ascii: "/") || byte(1) != sign { index += 1 }
      index += 2
    case UInt8(ascii: "\""): text(hashes: 0, &words)
    case UInt8(ascii: "#") where byte(1) == UInt8(ascii: "\"") || byte(1) == UInt8(ascii: "#"):
      var hashes = 0
      while byte(hashes) == UInt8(ascii: "#") { hashes += 1 }
      index += hashes
      if byte() == UInt8(ascii: "\"") { text(hashes: hashes, &words) }
    case _ where Self.isWord(sign): word(&words)
    default:
      punctuation(sign)
      last = sign
      index += 1
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x5F
      || byte >= 0x80
  }

  /// Whether a value may begin here, so that a slash is no division.
  private var beginsExpression: Bool {
    [0, 0x28, 0x2C, 0x3D, 0x3A, 0x5B, 0x7B].contains(last)
  }

  /// Steps over a regular expression that ends on the same line.
  private mutating func skipRegex() -> Bool {
    var end = index + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") {
      if bytes[end] == UInt8(ascii: "\\") {
        end += 1
      } else if bytes[end] == UInt8(ascii: "/") {
        index = end + 1
        last = UInt8(ascii: "/")
        return true
      }
      end += 1
    }
    return false
  }

  private mutating func punctuation(_ sign: UInt8) {
    switch sign {
    case UInt8(ascii: "{"):
      bodies.append(awaitsBody)
      madeFromData.append(header.contains { Self.dataTypes.contains($0) })
      if !awaitsBody { inCode += 1 }
      awaitsBody = false
      header = []
    case UInt8(ascii: "}"):
      if bodies.popLast() == false { inCode -= 1 }
      _ = madeFromData.popLast()
    case UInt8(ascii: "("), UInt8(ascii: "["):
      // An operator's function and a pattern have no name.
      if parentheses == 0 { awaitedKind = nil }
      parentheses += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): parentheses -= 1
    default: break
    }
  }

  private static let dataTypes: Set<Substring> = ["String", "Int", "UInt8", "CaseIterable"]
  private static let typeKeywords: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "extension",
  ]
  private static let memberKeywords: Set<Substring> = ["func", "var", "let", "typealias"]

  private mutating func word(_ words: inout SwiftWords) {
    let start = index
    let sign = bytes[start]
    let before = last
    last = sign
    var hash = Self.hashOfNothing
    while index < bytes.count, Self.isWord(bytes[index]) {
      hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3
      index += 1
    }
    guard sign > 0x39 || sign < 0x30 else { return }
    let slice = bytes[start..<index]
    let isOfSelf = afterSelf && before == UInt8(ascii: ".")
    afterSelf = hash == Self.hashOfSelf
    let isMember = inCode == 0 && parentheses == 0 && before != UInt8(ascii: ".")
    if isMember || awaitsBody {
      let text = Substring(decoding: slice, as: UTF8.self)
      if isMember, keyword(text) { return }
      if before == UInt8(ascii: "@"), text == "Test" { isTestFunction = true }
      if awaitsBody { header.append(text) }
    }
    let name = words.number(hash: hash, slice)
    if let kind = awaitedKind, isMember {
      awaitedKind = nil
      let text = Substring(decoding: slice, as: UTF8.self)
      words.declare(
        Declaration(
          name: name, kind: kind, file: file, line: line,
          firstLabels: kind == "func" ? firstLabels(&words) : [],
          isCalledByLibrary: isTestFunction || Self.calledByLibrary.contains(text)))
      isTestFunction = false
      return
    }
    if let place = caseLine, isMember {
      if before == UInt8(ascii: ","), madeFromData.last == false {
        words.declare(
          Declaration(
            name: name, kind: "case", file: file, line: line, isCalledByLibrary: false))
        return
      }
      if line > place, before != UInt8(ascii: ",") { caseLine = nil }
    }
    // `name: value` is a label, and `self.name = name` reads a parameter.
    if byte() == UInt8(ascii: ":"), before != UInt8(ascii: ".") { return }
    if isOfSelf, byte() == 0x20, byte(1) == UInt8(ascii: "="), byte(2) == 0x20 {
      assigned = name
      return
    }
    if assigned == name, before == UInt8(ascii: "=") { return }
    assigned = nil
    let label = byte() == UInt8(ascii: "(") ? label(after: index + 1, &words).number : nil
    words.use(name, firstLabel: label, file: file, isTest: isTest)
  }

  /// The label at a place, 0 for none, and where it ends.
  private func label(after place: Int, _ words: inout SwiftWords) -> (number: Int, end: Int) {
    var start = place
    while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
    var end = start
    var hash = Self.hashOfNothing
    while end < bytes.count, Self.isWord(bytes[end]) {
      hash = (hash ^ UInt64(bytes[end])) &* 0x100_0000_01B3
      end += 1
    }
    guard end > start, end < bytes.count else { return (0, end) }
    let isWildcard = end == start + 1 && bytes[start] == UInt8(ascii: "_")
    // In a declaration a name may follow the label.
    let isLabel = bytes[end] == UInt8(ascii: ":") || bytes[end] == 0x20 && awaitsLabels
    return (isLabel && !isWildcard ? words.number(hash: hash, bytes[start..<end]) : 0, end)
  }

  /// The labels that may stand first in a call of the function whose name ends here.
  private mutating func firstLabels(_ words: inout SwiftWords) -> [Int] {
    awaitsLabels = true
    defer { awaitsLabels = false }
    var place = index
    while place < bytes.count, bytes[place] != UInt8(ascii: "(") { place += 1 }
    var labels: [Int] = []
    while true {
      place += 1
      let (label, end) = label(after: place, &words)
      labels.append(label)
      var depth = 0
      var hasDefault = false
      place = end
      scan: while place < bytes.count {
        switch bytes[place] {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")") where depth == 0: break scan
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        case UInt8(ascii: ",") where depth == 0: break scan
        case UInt8(ascii: "=") where depth == 0: hasDefault = true
        default: break
        }
        place += 1
      }
      guard hasDefault, place < bytes.count else { return labels }
      if bytes[place] == UInt8(ascii: ")") { return labels + [0] }
    }
  }

  /// Whether the word begins a declaration, so that a name comes next.
  private mutating func keyword(_ text: Substring) -> Bool {
    if Self.typeKeywords.contains(text) {
      awaitsBody = true
      header = []
      awaitedKind = text == "extension" ? nil : text
      caseLine = nil
      return true
    }
    if Self.memberKeywords.contains(text) {
      // `class func` is no type.
      awaitsBody = false
      awaitedKind = text
      caseLine = nil
      return true
    }
    if text == "case" {
      caseLine = line
      if madeFromData.last == false { awaitedKind = text }
      return true
    }
    return false
  }

  /// Steps over a text; what stands in `\(...)` is read.
  private mutating func text(hashes: Int, _ words: inout SwiftWords) {
    let quote = UInt8(ascii: "\"")
    let isLong = byte(1) == quote && byte(2) == quote
    index += isLong ? 3 : 1
    while index < bytes.count {
      let sign = bytes[index]
      if sign == UInt8(ascii: "\n") { line += 1 }
      if sign == UInt8(ascii: "\\"), isHashes(hashes, at: 1) {
        if byte(1 + hashes) == UInt8(ascii: "(") {
          index += 2 + hashes
          interpolation(&words)
        } else {
          index += hashes == 0 ? 2 : 1
        }
      } else if sign == quote, !isLong || byte(1) == quote && byte(2) == quote,
        isHashes(hashes, at: isLong ? 3 : 1)
      {
        index += (isLong ? 3 : 1) + hashes
        last = quote
        return
      } else {
        index += 1
      }
    }
  }

  private func isHashes(_ count: Int, at ahead: Int) -> Bool {
    for offset in 0..<count where byte(ahead + offset) != UInt8(ascii: "#") { return false }
    return true
  }

  private mutating func interpolation(_ words: inout SwiftWords) {
    let outside = parentheses
    parentheses += 1
    last = UInt8(ascii: "(")
    while index < bytes.count, parentheses > outside { step(&words) }
  }
}
