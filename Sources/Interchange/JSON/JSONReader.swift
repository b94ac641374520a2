// Reads JSON strictly, with the place of the first fault.

/// Why a text is not JSON that we read.
package struct JSONFault: Error, Hashable, Sendable {
  /// What was wrong.
  package enum Kind: Hashable, Sendable {
    /// The bytes are not UTF-8.
    case notUTF8
    /// Something else was expected here.
    case unexpected
    /// The text ends too early.
    case unexpectedEnd
    /// Text follows the value.
    case trailing
    /// A name stands twice in an object.
    case duplicateName(String)
    /// Objects and lists are nested too deeply.
    case tooDeep
  }

  /// What was wrong.
  package let kind: Kind
  /// Line, from 1.
  package let line: Int
  /// Column in bytes, from 1.
  package let column: Int
}

extension JSONValue {
  /// Reads one JSON value; at most 64 objects and lists inside one another.
  package init(bytes: [UInt8]) throws(JSONFault) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw JSONFault(kind: .notUTF8, line: 1, column: 1)
    }
    var reader = JSONReader(bytes: bytes)
    self = try reader.document()
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  var position = 0

  mutating func document() throws(JSONFault) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let value = try value(depth: 0)
    skipBlanks()
    guard position == bytes.count else { throw fault(.trailing) }
    return value
  }

  private func fault(_ kind: JSONFault.Kind) -> JSONFault {
    let before = bytes[..<min(position, bytes.count)]
    let line = 1 + before.count { $0 == 0x0A }
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONFault(kind: kind, line: line, column: position - lineStart + 1)
  }

  private mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
  }

  private mutating func next() throws(JSONFault) -> UInt8 {
    skipBlanks()
    guard position < bytes.count else { throw fault(.unexpectedEnd) }
    return bytes[position]
  }

  private mutating func take(_ character: Unicode.Scalar) throws(JSONFault) -> Bool {
    guard try next() == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(JSONFault) {
    guard try take(character) else { throw fault(.unexpected) }
  }

  private mutating func value(depth: Int) throws(JSONFault) -> JSONValue {
    guard depth < 64 else { throw fault(.tooDeep) }
    switch try next() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONFault) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw fault(.unexpected) }
    position += word.utf8.count
    return value
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSONValue {
    try expect("{")
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    if try take("}") { return .object([]) }
    repeat {
      guard try next() == UInt8(ascii: "\"") else { throw fault(.unexpected) }
      let name = try string()
      guard names.insert(name).inserted else { throw fault(.duplicateName(name)) }
      try expect(":")
      members.append(.init(name, try value(depth: depth + 1)))
    } while try take(",")
    try expect("}")
    return .object(members)
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSONValue {
    try expect("[")
    var values: [JSONValue] = []
    if try take("]") { return .array([]) }
    repeat { values.append(try value(depth: depth + 1)) } while try take(",")
    try expect("]")
    return .array(values)
  }

  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    if peek == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if peek == UInt8(ascii: ".") {
      position += 1
      try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func digits() throws(JSONFault) {
    let start = position
    while let byte = peek, byte >= 0x30, byte <= 0x39 { position += 1 }
    guard position > start else { throw fault(.unexpected) }
  }

  private mutating func string() throws(JSONFault) -> String {
    position += 1
    var text: [UInt8] = []
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += try escape()
      case 0..<0x20: throw fault(.unexpected)
      default: text.append(byte)
      }
    }
    throw fault(.unexpectedEnd)
  }

  private mutating func escape() throws(JSONFault) -> [UInt8] {
    guard let byte = peek else { throw fault(.unexpectedEnd) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw fault(.unexpected)
    }
  }

  private mutating func unicodeEscape() throws(JSONFault) -> [UInt8] {
    var code = try fourDigits()
    if code >= 0xD800, code < 0xDC00 {
      guard peek == UInt8(ascii: "\\") else { throw fault(.unexpected) }
      position += 1
      guard peek == UInt8(ascii: "u") else { throw fault(.unexpected) }
      position += 1
      let low = try fourDigits()
      guard low >= 0xDC00, low < 0xE000 else { throw fault(.unexpected) }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw fault(.unexpected) }
    return Array(String(Character(scalar)).utf8)
  }

  private mutating func fourDigits() throws(JSONFault) -> UInt32 {
    guard position + 4 <= bytes.count else { throw fault(.unexpectedEnd) }
    let digits = bytes[position..<position + 4]
    let isHexadecimal = digits.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    guard isHexadecimal, let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault(.unexpected) }
    position += 4
    return code
  }
}
