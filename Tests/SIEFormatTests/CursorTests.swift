// The line syntax, right and wrong as programs write it.

import SIEFormat
import Testing

@Suite struct CursorTests {
  /// Fields as text; object lists and braces in their own dress.
  private func fields(_ line: String) -> (fields: [String], inner: Bool, unclosed: Bool) {
    var bytes = Array(line.utf8)
    bytes.append(0)
    return bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return ([], false, false) }
      var cursor = SIECursor(base, from: 0, to: buffer.count - 1)
      var fields: [String] = []
      while let field = cursor.next() {
        let text = String(
          decoding: UnsafeBufferPointer(start: base + field.start, count: field.end - field.start),
          as: UTF8.self)
        switch field.form {
        case .bare, .quoted: fields.append(text)
        case .objectList: fields.append("{\(text)}")
        case .openBrace: fields.append("{")
        case .closeBrace: fields.append("}")
        }
      }
      return (fields, cursor.foundInnerQuote, cursor.foundUnclosedQuote)
    }
  }

  @Test(arguments: [
    ("A 1 20250101", ["A", "1", "20250101"]),
    ("\t\"A\"\t  \"\"  20250101  ", ["A", "", "20250101"]),
    ("1510 {} 100.00", ["1510", "{}", "100.00"]),
    ("1510 {1 \"a b\" 6 \"P}2\"} 1", ["1510", "{1 \"a b\" 6 \"P}2\"}", "1"]),
    ("1510{1 2}-5", ["1510", "{1 2}", "-5"]),
    ("A 1 20250101 \"x\" {", ["A", "1", "20250101", "x", "{"]),
    ("# 1", ["#", "1"]),
    ("", []), ("   ", []),
    ("\"a \\\"b\\\" c\" d", ["a \\\"b\\\" c", "d"]),
  ])
  func splitsTheStandardsLines(line: String, expected: [String]) {
    let (found, inner, unclosed) = fields(line)
    #expect(found == expected)
    #expect(!inner && !unclosed)
  }

  @Test(arguments: [
    ("1288 \"F\"rskott till Lind\" Park\"", ["1288", "F\"rskott till Lind\" Park"]),
    ("1710 \"12\" skruv\" 5", ["1710", "12\" skruv", "5"]),
    ("1 \"a\"b\" \"c\"", ["1", "a\"b", "c"]),
  ])
  func quotesInsideQuotesAreRead(line: String, expected: [String]) {
    let (found, inner, unclosed) = fields(line)
    #expect(found == expected)
    #expect(inner && !unclosed)
  }

  @Test(arguments: [
    ("1510 {} -5 \"avkapad text   ", ["1510", "{}", "-5", "avkapad text"]),
    ("\"", [""]),
    ("1 {6 \"P} 100", ["1", "{6 \"P}", "100"]),
  ])
  func textsWithoutTheirClosingQuoteEndWithTheLine(line: String, expected: [String]) {
    let (found, _, unclosed) = fields(line)
    #expect(found == expected)
    #expect(unclosed)
  }
}
