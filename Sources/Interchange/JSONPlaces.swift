// Where members of a JSON text stand, for whoever must tell a reader: looked up only when something
// is wrong, since a decoder that keeps places would keep them for every report.

/// Lines and columns of members of a JSON text (RFC 8259), and of where it stops being JSON.
package struct JSONPlaces {
  /// A place, line and column from 1; columns are counted in characters.
  package typealias Place = (line: Int, column: Int)

  private let bytes: [UInt8]
  private var offsets: [String: Int] = [:]
  private var position = 0
  /// Whether the text is no JSON from `position` on.
  private var isBroken = false

  // As deep as a JSON decoder goes; what lies deeper is a fault of the text.
  private static let depth = 512

  /// The places of a text.
  package init(_ bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes)
    if self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    skipBlanks()
    scanValue("", level: 0)
    skipBlanks()
    if !isBroken, position < self.bytes.count { isBroken = true }
  }

  /// Where the text stops being JSON; nil when it is whole.
  package var fault: Place? { isBroken ? place(at: position) : nil }

  /// Where the value of a path like `figures[3].value` begins, or of what should have held it.
  package func place(of path: String) -> Place {
    var path = Substring(path)
    while true {
      if let offset = offsets[String(path)] { return place(at: offset) }
      guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
      path = path[..<end]
    }
    return place(at: offsets[""] ?? 0)
  }

  private func place(at offset: Int) -> Place {
    let before = bytes.prefix(offset)
    let lines = before.count { $0 == UInt8(ascii: "\n") }
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    // A character of several bytes begins with one that is no 10xxxxxx.
    return (lines + 1, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func scanValue(_ path: String, level: Int) {
    offsets[path] = position
    guard level < Self.depth else {
      isBroken = true
      return
    }
    switch next {
    case UInt8(ascii: "{"): scanMembers(path, level: level, isObject: true, end: "}")
    case UInt8(ascii: "["): scanMembers(path, level: level, isObject: false, end: "]")
    case UInt8(ascii: "\""): _ = scanString()
    default: scanWord()
    }
  }

  private mutating func scanMembers(
    _ path: String, level: Int, isObject: Bool, end: Unicode.Scalar
  ) {
    position += 1
    skipBlanks()
    if take(end) { return }
    var index = 0
    while !isBroken {
      var member = "\(path)[\(index)]"
      if isObject {
        guard let name = scanString() else { return }
        member = path.isEmpty ? name : "\(path).\(name)"
        skipBlanks()
        guard take(":") else { break }
        skipBlanks()
      }
      scanValue(member, level: level + 1)
      guard !isBroken else { return }
      skipBlanks()
      if take(end) { return }
      guard take(",") else { break }
      skipBlanks()
      index += 1
    }
    isBroken = true
  }

  /// A string, without looking into its escapes; nil when it has no end.
  private mutating func scanString() -> String? {
    let start = position
    guard take("\"") else {
      isBroken = true
      return nil
    }
    while let byte = next, byte >= 0x20 {
      position += 1
      if byte == UInt8(ascii: "\\") { position += 1 }
      if byte == UInt8(ascii: "\"") {
        return String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self)
      }
    }
    position = min(position, bytes.count)
    isBroken = true
    return nil
  }

  /// A number, true, false or null, by the signs that they are made of.
  private mutating func scanWord() {
    let start = position
    while let byte = next, "+-.0123456789Eaeflnrstu".utf8.contains(byte) { position += 1 }
    let word = String(decoding: bytes[start..<position], as: UTF8.self)
    if !["true", "false", "null"].contains(word), Double(word) == nil {
      position = start
      isBroken = true
    }
  }
}
