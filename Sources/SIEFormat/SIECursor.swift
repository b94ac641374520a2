// The line syntax: fields between blanks, in quotes or in braces, one at a time.

/// One field of a line, as positions in the file's bytes.
@frozen
package struct SIEField: Hashable, Sendable {
  /// How the field is written.
  @frozen
  package enum Form: Hashable, Sendable {
    /// Without quotes.
    case bare
    /// Between quotes, or after a quote that nothing closes.
    case quoted
    /// Between braces: an object list.
    case objectList
    /// A brace that opens and is not closed on the line.
    case openBrace
    /// A brace that closes.
    case closeBrace
  }

  /// The first byte, after any quote or brace.
  package let start: Int
  /// The byte after the last, before any quote or brace.
  package let end: Int
  /// How it is written.
  package let form: Form
  /// Whether it holds `\"`, which stands for a quote.
  package let hasEscapes: Bool

  /// A field at these positions.
  @inlinable
  package init(start: Int, end: Int, form: Form, hasEscapes: Bool = false) {
    self.start = start
    self.end = end
    self.form = form
    self.hasEscapes = hasEscapes
  }

  /// Whether nothing stands in it.
  @inlinable package var isEmpty: Bool { start >= end }
}

/// Walks the fields of one line. Blanks and tabs separate; what programs do wrong with quotes is
/// read as meant and noted.
@frozen
package struct SIECursor {
  @usableFromInline let bytes: UnsafePointer<UInt8>
  /// The next byte to look at.
  package var position: Int
  /// The byte after the line's last.
  package let end: Int
  /// Whether a quote stood inside a quoted text without `\`.
  package private(set) var foundInnerQuote = false
  /// Whether a quoted text ran to the end of the line without its closing quote.
  package private(set) var foundUnclosedQuote = false

  // Braces of the line that nothing closes. Beyond some, no end is looked for: a line of braces
  // alone would be searched to its end once for each.
  private var unclosedBraces = 0
  private static let unclosedBracesMax = 64

  /// A cursor over the bytes from `position` up to `end`, which hold no line end.
  @inlinable
  package init(_ bytes: UnsafePointer<UInt8>, from position: Int, to end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  /// The next field, or nil at the end of the line.
  @inlinable
  package mutating func next() -> SIEField? {
    while position < end, Self.isBlank(bytes[position]) { position += 1 }
    guard position < end else { return nil }
    switch bytes[position] {
    case UInt8(ascii: "\""): return quoted()
    case UInt8(ascii: "{"): return braced()
    case UInt8(ascii: "}"):
      position += 1
      return SIEField(start: position, end: position, form: .closeBrace)
    default:
      let start = position
      while position < end, !Self.endsBareField(bytes[position]) { position += 1 }
      return SIEField(start: start, end: position, form: .bare)
    }
  }

  @inlinable
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  @inlinable
  static func endsBareField(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }

  /// The field after an opening quote. A quote closes when a blank, a brace or the line's end
  /// follows, unless the next quote of the line also closes: then this one stands inside the text.
  @usableFromInline
  mutating func quoted() -> SIEField {
    let start = position + 1
    var hasEscapes = false
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < end, bytes[index + 1] == UInt8(ascii: "\"") {
        hasEscapes = true
        index += 2
        continue
      }
      if byte == UInt8(ascii: "\"") {
        if closes(quoteAt: index) {
          position = index + 1
          return SIEField(start: start, end: index, form: .quoted, hasEscapes: hasEscapes)
        }
        foundInnerQuote = true
      }
      index += 1
    }
    foundUnclosedQuote = true
    position = end
    var last = end
    while last > start, Self.isBlank(bytes[last - 1]) { last -= 1 }
    return SIEField(start: start, end: last, form: .quoted, hasEscapes: hasEscapes)
  }

  private func closes(quoteAt quote: Int) -> Bool {
    var index = quote + 1
    guard index < end else { return true }
    guard Self.endsBareField(bytes[index]) else { return false }
    while index < end {
      if bytes[index] == UInt8(ascii: "\""), bytes[index - 1] != UInt8(ascii: "\\") {
        let before = bytes[index - 1]
        // The next quote opens a field: this one closed.
        return Self.isBlank(before) || before == UInt8(ascii: "{")
      }
      index += 1
    }
    return true
  }

  @usableFromInline
  mutating func braced() -> SIEField {
    let start = position + 1
    guard unclosedBraces < Self.unclosedBracesMax else {
      position = start
      return SIEField(start: start, end: start, form: .openBrace)
    }
    var inQuotes = false
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), inQuotes, index + 1 < end,
        bytes[index + 1] == UInt8(ascii: "\"")
      {
        index += 1
      } else if byte == UInt8(ascii: "\"") {
        inQuotes.toggle()
      } else if byte == UInt8(ascii: "}"), !inQuotes {
        position = index + 1
        return SIEField(start: start, end: index, form: .objectList)
      }
      index += 1
    }
    // A quote that nothing closes must not hide the brace.
    if inQuotes, let brace = (start..<end).first(where: { bytes[$0] == UInt8(ascii: "}") }) {
      foundUnclosedQuote = true
      position = brace + 1
      return SIEField(start: start, end: brace, form: .objectList)
    }
    unclosedBraces += 1
    position = start
    return SIEField(start: start, end: start, form: .openBrace)
  }
}
