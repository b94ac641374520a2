// Decides from a file's bytes how its text is written, and reads it.

/// The encodings that spreadsheets save CSV in.
package enum TextEncoding: String, Hashable, Sendable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "UTF-8"
  /// UTF-16 with a byte-order mark, as Excel's *Unicode-text*.
  case utf16 = "UTF-16"
  /// Windows-1252, as older Excel.
  case windows1252 = "Windows-1252"

  /// The text of a file without its byte-order mark; nil when the bytes are no text at all (a
  /// workbook or a picture with another file's name).
  static func decode(_ bytes: ArraySlice<UInt8>) -> (text: String, encoding: TextEncoding)? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes.first == 0xFF
      let content = Array(bytes.dropFirst(2))
      let units = stride(from: 0, to: content.count - 1, by: 2).map { index in
        isLittle
          ? UInt16(content[index]) | UInt16(content[index + 1]) << 8
          : UInt16(content[index]) << 8 | UInt16(content[index + 1])
      }
      return (String(decoding: units, as: UTF16.self), .utf16)
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    guard !content.contains(0) else { return nil }
    if let text = String(validating: content, as: UTF8.self) { return (text, .utf8) }
    var scalars = String.UnicodeScalarView()
    for byte in content {
      scalars.append(
        byte >= 0x80 && byte < 0xA0 ? upperHalf[Int(byte - 0x80)] : Unicode.Scalar(byte))
    }
    return (String(scalars), .windows1252)
  }

  /// Windows-1252's 80-9F; the five bytes that it leaves undefined become the replacement sign.
  private static let upperHalf: [Unicode.Scalar] = [
    "\u{20AC}", "\u{FFFD}", "\u{201A}", "\u{0192}", "\u{201E}", "\u{2026}", "\u{2020}",
    "\u{2021}", "\u{02C6}", "\u{2030}", "\u{0160}", "\u{2039}", "\u{0152}", "\u{FFFD}",
    "\u{017D}", "\u{FFFD}", "\u{FFFD}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}",
    "\u{2022}", "\u{2013}", "\u{2014}", "\u{02DC}", "\u{2122}", "\u{0161}", "\u{203A}",
    "\u{0153}", "\u{FFFD}", "\u{017E}", "\u{0178}",
  ]
}
