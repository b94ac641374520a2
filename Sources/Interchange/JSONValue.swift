// JSON as we write it: members in the order declared, numbers as exact text.

/// A JSON value (RFC 8259) to be written; bokslut.json is read by JSONDecoder, which keeps no
/// order.
package enum JSONValue {
  /// Members in the order written; a name stands once.
  case object([(name: String, value: JSONValue)])
  /// So many values in order, each made when it is written: a report has thousands.
  case list(Int, (Int) -> JSONValue)
  /// Text.
  case string(String)
  /// A number as it is written.
  case number(String)
  /// null.
  case null

  /// Values in order.
  package static func array<Elements: RandomAccessCollection>(
    _ elements: Elements, _ json: @escaping (Elements.Element) -> JSONValue
  ) -> JSONValue {
    .list(elements.count) { json(elements[elements.index(elements.startIndex, offsetBy: $0)]) }
  }

  /// A whole number.
  package static func whole(_ number: Int) -> JSONValue { .number(String(number)) }
}

extension JSONValue {
  /// UTF-8 with two blanks a level, LF, and one at the end: the same value gives the same bytes.
  /// An object or list without inner ones stands on one line.
  package var bytes: [UInt8] { bytes(expecting: 0) }

  /// The same, with room for so many bytes from the start.
  func bytes(expecting count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    write(to: &bytes, level: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private var isFlat: Bool {
    switch self {
    case .object(let members): members.allSatisfy { !$0.value.isNested }
    case .list(let count, let value): (0..<count).allSatisfy { !value($0).isNested }
    default: true
    }
  }

  private var isNested: Bool {
    switch self {
    case .object(let members): !members.isEmpty
    case .list(let count, _): count > 0
    default: false
    }
  }

  private func write(to bytes: inout [UInt8], level: Int) {
    switch self {
    case .object(let members):
      Self.write("{", members, "}", isFlat: isFlat, level: level, to: &bytes) { member, bytes in
        Self.write(text: member.name, to: &bytes)
        bytes += ": ".utf8
        member.value.write(to: &bytes, level: level + 1)
      }
    case .list(let count, let value):
      Self.write("[", 0..<count, "]", isFlat: isFlat, level: level, to: &bytes) { index, bytes in
        value(index).write(to: &bytes, level: level + 1)
      }
    case .string(let text): Self.write(text: text, to: &bytes)
    case .number(let text): bytes += text.utf8
    case .null: bytes += "null".utf8
    }
  }

  private static func write<Elements: Sequence>(
    _ open: String, _ elements: Elements, _ close: String, isFlat: Bool, level: Int,
    to bytes: inout [UInt8], _ each: (Elements.Element, inout [UInt8]) -> Void
  ) {
    bytes += open.utf8
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if isFlat {
        if index > 0 { bytes.append(UInt8(ascii: " ")) }
      } else {
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * (level + 1))
      }
      each(element, &bytes)
    }
    if !isFlat {
      bytes.append(UInt8(ascii: "\n"))
      bytes += repeatElement(UInt8(ascii: " "), count: 2 * level)
    }
    bytes += close.utf8
  }

  private static func write(text: String, to bytes: inout [UInt8]) {
    let hexadecimal = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += "\\\"".utf8
      case UInt8(ascii: "\\"): bytes += "\\\\".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0..<0x20:
        bytes += Array("\\u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
