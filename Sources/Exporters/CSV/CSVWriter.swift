// Writes CSV: the one place where fields are quoted and lines end.

/// Lines of fields as RFC 4180 has them, UTF-8 without byte-order mark.
struct CSVWriter {
  /// What has been written.
  private(set) var text = ""
  private let separator: UInt8
  private let lineEnd: String

  /// - Parameters:
  ///   - separator: a comma, as RFC 4180 asks; Swedish spreadsheets open semicolons.
  ///   - lineEnd: CRLF, as RFC 4180 asks; pipes and version control want a line feed.
  init(separator: Unicode.Scalar = ",", lineEnd: String = "\r\n", headings: [String]) {
    self.separator = UInt8(ascii: separator)
    self.lineEnd = lineEnd
    append(headings)
  }

  /// The text's bytes.
  var bytes: [UInt8] { Array(text.utf8) }

  /// Adds a line.
  mutating func append(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { text.unicodeScalars.append(Unicode.Scalar(separator)) }
      text += quoted(field)
    }
    text += lineEnd
  }

  /// A field with a separator, quote or line break stands in quotes, quotes doubled.
  private func quoted(_ field: String) -> String {
    let quote = UInt8(ascii: "\"")
    let isSpecial = field.utf8.contains {
      $0 == separator || $0 == quote || $0 == 0x0A || $0 == 0x0D
    }
    guard isSpecial else { return field }
    let doubled = field.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return "\"\(String(decoding: doubled, as: UTF8.self))\""
  }
}
