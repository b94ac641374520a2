// The one-byte alphabets that SIE files come in: CP437 by the standard, the others in fact.

/// A one-byte alphabet: its lower half is ASCII, the upper half a table.
package struct CodePage: Sendable {
  /// Unicode scalars of the bytes 0x80-0xFF.
  let upper: [Unicode.Scalar]
  private let bytes: [Unicode.Scalar: UInt8]

  private init(upper text: String) {
    self.upper = Array(text.unicodeScalars)
    precondition(upper.count == 128, "a code page's upper half has 128 characters")
    self.bytes = Dictionary(
      upper.enumerated().map { ($0.element, UInt8($0.offset + 0x80)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The character of a byte.
  package func scalar(_ byte: UInt8) -> Unicode.Scalar {
    byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80]
  }

  /// The byte of a character, or nil when the alphabet lacks it.
  package func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < 0x80 ? UInt8(scalar.value) : bytes[scalar]
  }

  /// Text of bytes.
  package func decode(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(scalar(byte)) }
    return String(text)
  }

  /// Bytes of text; a character that the alphabet lacks becomes its base letter, else `?`.
  package func encode(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let byte = byte(scalar) {
        result.append(byte)
      } else if let plain = Self.replacements[scalar] {
        result.append(contentsOf: plain.utf8)
      } else {
        result.append(UInt8(ascii: "?"))
      }
    }
    return result
  }

  // What Swedish business text holds that CP437 lacks.
  private static let replacements: [Unicode.Scalar: String] = [
    "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-", "\u{2018}": "'", "\u{2019}": "'",
    "\u{201C}": "\"", "\u{201D}": "\"", "\u{2026}": "...", "\u{20AC}": "EUR", "\u{D8}": "O",
    "\u{F8}": "o", "\u{C1}": "A", "\u{C0}": "A", "\u{C8}": "E", "\u{160}": "S", "\u{161}": "s",
    "\u{17D}": "Z", "\u{17E}": "z", "\u{A9}": "(c)", "\u{AE}": "(R)",
  ]

  /// IBM code page 437, which SIE calls PC8.
  package static let cp437 = CodePage(
    upper: """
      ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧\
      ╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
      """)

  /// Windows-1252; its five unused bytes stand for the control characters of the same number.
  package static let windows1252 = CodePage(
    upper: """
      €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\
      \(latin1Upper)
      """)

  /// Mac Roman, as old Macintosh programs write.
  package static let macRoman = CodePage(
    upper: """
      ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ\
      –—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
      """)

  /// ISO 8859-15 (Latin 9): Latin 1 with the euro sign.
  package static let iso8859Part15 = CodePage(
    upper: controlCharacters
      + String(
        String.UnicodeScalarView(
          latin1Upper.unicodeScalars.map { latin9Changes[$0] ?? $0 })))

  private static let latin9Changes: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{A4}": "€", "\u{A6}": "Š", "\u{A8}": "š", "\u{B4}": "Ž", "\u{B8}": "ž", "\u{BC}": "Œ",
    "\u{BD}": "œ", "\u{BE}": "Ÿ",
  ]

  private static let controlCharacters = text(from: 0x80, through: 0x9F)
  private static let latin1Upper = text(from: 0xA0, through: 0xFF)

  private static func text(from first: UInt8, through last: UInt8) -> String {
    String(String.UnicodeScalarView((first...last).map { Unicode.Scalar($0) }))
  }
}
