// JSON as we write it: members in the order declared, numbers as exact text.

/// A JSON value (RFC 8259) to be written; bokslut.json is read by JSONDecoder, which keeps no
/// order.
package enum JSONValue: Sendable {
  /// Members in the order written; a name stands once.
  case object([(name: String, value: JSONValue)])
  /// Values in order.
  case array([JSONValue])
  /// Text.
  case string(String)
  /// A number as it is written.
  case number(String)
  /// null.
  case null

  /// A whole number.
  package static func whole(_ number: Int) -> JSONValue { .number(String(number)) }
}

extension JSONValue {
  /// UTF-8 with two blanks a level, LF, and one at the end: the same value gives the same bytes.
  /// An object or list without inner ones stands on one line.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, level: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private var isFlat: Bool {
    switch self {
    case .object(let members): members.allSatisfy { !$0.value.isNested }
    case .array(let values): values.allSatisfy { !$0.isNested }
    default: true
    }
  }

  private var isNested: Bool {
    switch self {
    case .object(let members): !members.isEmpty
    case .array(let values): !values.isEmpty
    default: false
    }
  }

  private func write(to bytes: inout [UInt8], level: Int) {
    switch self {
    case .object(let members):
      Self.write("{", members, "}", isFlat: isFlat, level: level, to: &bytes) { member, bytes in
        Self.write(text: member.name, to: &bytes)
        bytes += Array(": ".utf8)
        member.value.write(to: &bytes, level: level + 1)
      }
    case .array(let values):
      Self.write("[", values, "]", isFlat: isFlat, level: level, to: &bytes) { value, bytes in
        value.write(to: &bytes, level: level + 1)
      }
    case .string(let text): Self.write(text: text, to: &bytes)
    case .number(let text): bytes += Array(text.utf8)
    case .null: bytes += Array("null".utf8)
    }
  }

  private static func write<Element>(
    _ open: String, _ elements: [Element], _ close: String, isFlat: Bool, level: Int,
    to bytes: inout [UInt8], _ each: (Element, inout [UInt8]) -> Void
  ) {
    bytes += Array(open.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      if isFlat {
        if index > 0 { bytes.append(UInt8(ascii: " ")) }
      } else {
        bytes.append(UInt8(ascii: "\n"))
        bytes += Array(repeating: UInt8(ascii: " "), count: 2 * (level + 1))
      }
      each(element, &bytes)
    }
    if !isFlat {
      bytes.append(UInt8(ascii: "\n"))
      bytes += Array(repeating: UInt8(ascii: " "), count: 2 * level)
    }
    bytes += Array(close.utf8)
  }

  private static func write(text: String, to bytes: inout [UInt8]) {
    let hexadecimal = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += Array("\\\"".utf8)
      case UInt8(ascii: "\\"): bytes += Array("\\\\".utf8)
      case 0x0A: bytes += Array("\\n".utf8)
      case 0..<0x20:
        bytes += Array("\\u00".utf8) + [hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
