// Compares a file with the checksum that its #KSUMMA states.

import SIEFormat

/// What a file's #KSUMMA lines say, and where the bytes between them lie.
struct StatedChecksum {
  private var start: Int?
  private var end = 0
  private var stated: String?

  /// Whether a first #KSUMMA announced a sum that no second one states.
  var isUnfinished: Bool { start != nil && stated == nil }

  /// Takes in a #KSUMMA line: the first announces the sum, the one with a value ends it.
  mutating func read(_ value: String, lineStart: Int, lineEnd: Int) {
    if value.isEmpty {
      if start == nil { start = lineEnd }
    } else if start != nil, stated == nil {
      end = lineStart
      stated = value
    }
  }

  /// The stated and the found sum, when they differ.
  func difference(
    in base: UnsafePointer<UInt8>, encoding: SIETextEncoding
  ) -> (stated: String, found: UInt32)? {
    guard let start, let stated else { return nil }
    var sum = SIEChecksum()
    var index = start
    while index < end {
      var lineEnd = index
      while lineEnd < end, base[lineEnd] != 0x0A, base[lineEnd] != 0x0D { lineEnd += 1 }
      add(&sum, from: index, to: lineEnd, in: base, encoding: encoding)
      index = lineEnd + 1
    }
    return UInt32(stated) == sum.value ? nil : (stated, sum.value)
  }

  private func add(
    _ sum: inout SIEChecksum, from start: Int, to end: Int, in base: UnsafePointer<UInt8>,
    encoding: SIETextEncoding
  ) {
    var cursor = SIECursor(base, from: start, to: end)
    while let field = cursor.next() {
      switch field.form {
      case .openBrace, .closeBrace: continue
      case .objectList: add(&sum, from: field.start, to: field.end, in: base, encoding: encoding)
      case .bare, .quoted:
        let bytes = UnsafeBufferPointer(start: base + field.start, count: field.end - field.start)
        if encoding == .cp437, !field.hasEscapes {
          sum.add(bytes)
        } else {
          // The sum was made over CP437, before the file was turned into something else.
          sum.add(CodePage.cp437.encode(encoding.text(of: field, in: base)))
        }
      }
    }
  }
}
