// The lines of a SIE file while it is written, with their checksum.

import Bookkeeping
import SIEFormat

/// Collects lines as bytes; between the two #KSUMMA lines every label and field counts in the sum.
struct SIELines {
  /// A field of a line.
  enum Field {
    /// Text, always in quotes.
    case text(String)
    /// A word that needs no quotes, unless it holds what would part it.
    case bare(String)
    case number(Int)
    case amount(Amount)
    case date(CalendarDate)
    case objects([ObjectReference])
  }

  private(set) var bytes: [UInt8] = []
  private var checksum: SIEChecksum?

  /// Adds a line.
  mutating func add(_ label: SIELabel, _ fields: [Field], indented: Bool = false) {
    if indented { bytes += [0x20, 0x20, 0x20] }
    let name = Array("#\(label.rawValue)".utf8)
    bytes += name
    checksum?.add(name)
    for field in fields {
      bytes.append(0x20)
      write(field)
    }
    endLine()
  }

  /// Adds a brace on a line of its own.
  mutating func brace(_ brace: Unicode.Scalar) {
    bytes.append(UInt8(ascii: brace))
    endLine()
  }

  /// Adds the line from which the checksum counts.
  mutating func beginChecksum() {
    add(.ksumma, [])
    checksum = SIEChecksum()
  }

  /// Adds the line with the checksum.
  mutating func endChecksum() {
    guard let value = checksum?.value else { return }
    checksum = nil
    add(.ksumma, [.bare(String(value))])
  }

  private mutating func endLine() { bytes += [0x0D, 0x0A] }

  private mutating func write(_ field: Field) {
    switch field {
    case .text(let text): quote(text)
    case .bare(let text): word(text)
    case .number(let number): word(String(number))
    case .amount(let amount): word(amount.description)
    case .date(let date): word(date.description.filter { $0 != "-" })
    case .objects(let objects):
      bytes.append(UInt8(ascii: "{"))
      for (index, object) in objects.enumerated() {
        if index > 0 { bytes.append(0x20) }
        word(String(object.dimension))
        bytes.append(0x20)
        quote(object.code)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func word(_ text: String) {
    let parting = Array("\"{} \\".utf8)
    let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !parting.contains($0) }
    guard isPlain, !text.isEmpty else {
      quote(text)
      return
    }
    let encoded = CodePage.cp437.encode(text)
    bytes += encoded
    checksum?.add(encoded)
  }

  /// Text between quotes. Control characters would end the line and become blanks; a backslash at
  /// the end would swallow the closing quote and gets a blank after it.
  private mutating func quote(_ text: String) {
    var content = CodePage.cp437.encode(text).map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
    if content.last == UInt8(ascii: "\\") { content.append(0x20) }
    checksum?.add(content)
    bytes.append(UInt8(ascii: "\""))
    for byte in content {
      if byte == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
