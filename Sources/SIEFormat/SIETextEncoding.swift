// How the bytes of a SIE file's texts are to be read.

/// The alphabet of a file's texts as found from its bytes, whatever #FORMAT promises.
package enum SIETextEncoding: String, Hashable, Sendable, CaseIterable {
  /// Code page 437 (PC8), as the standard asks.
  case cp437 = "CP437"
  /// Windows-1252.
  case windows1252 = "Windows-1252"
  /// ISO 8859-15.
  case iso8859Part15 = "ISO 8859-15"
  /// Mac Roman.
  case macRoman = "Mac Roman"
  /// UTF-8.
  case utf8 = "UTF-8"
  /// CP437 that some program took for Windows-1252 and saved as UTF-8 (`f”r` for för).
  case cp437TakenForWindows1252 = "cp437-taken-for-1252"
  /// Windows-1252 that some program took for CP437 and saved as UTF-8 (`f÷r` for för).
  case windows1252TakenForCP437 = "1252-taken-for-cp437"
  /// UTF-8 that some program took for Windows-1252 and saved as UTF-8 (`fÃ¶r` for för).
  case utf8TakenForWindows1252 = "utf8-taken-for-1252"
  /// UTF-8 that some program took for CP437 and saved as UTF-8 (`f├Âr` for för).
  case utf8TakenForCP437 = "utf8-taken-for-cp437"

  /// Whether the text went through a wrong alphabet and is repaired when read.
  package var isRepaired: Bool {
    switch self {
    case .cp437, .windows1252, .iso8859Part15, .macRoman, .utf8: false
    default: true
    }
  }

  /// Text of bytes. Bytes that UTF-8 does not allow become U+FFFD; a tab is a blank, and other
  /// control characters, which may come from a damaged file, go no further.
  package func decode(_ bytes: UnsafeRawBufferPointer) -> String {
    guard bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return decodePrintable(bytes) }
    let printable = bytes.compactMap { byte -> UInt8? in
      byte == 0x09 ? 0x20 : byte < 0x20 || byte == 0x7F ? nil : byte
    }
    return printable.withUnsafeBytes { decodePrintable($0) }
  }

  private func decodePrintable(_ bytes: UnsafeRawBufferPointer) -> String {
    switch self {
    case .cp437: decodeOneByte(bytes, .cp437)
    case .windows1252: decodeOneByte(bytes, .windows1252)
    case .iso8859Part15: decodeOneByte(bytes, .iso8859Part15)
    case .macRoman: decodeOneByte(bytes, .macRoman)
    case .utf8: String(decoding: bytes, as: UTF8.self)
    case .cp437TakenForWindows1252:
      repaired(bytes, read: .windows1252) { CodePage.cp437.decode($0) }
    case .windows1252TakenForCP437:
      repaired(bytes, read: .cp437) { CodePage.windows1252.decode($0) }
    case .utf8TakenForWindows1252:
      repaired(bytes, read: .windows1252) { String(decoding: $0, as: UTF8.self) }
    case .utf8TakenForCP437: repaired(bytes, read: .cp437) { String(decoding: $0, as: UTF8.self) }
    }
  }

  private func decodeOneByte(_ bytes: UnsafeRawBufferPointer, _ page: CodePage) -> String {
    // Most texts are ASCII, which UTF-8 reads without a table.
    if bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    return page.decode(bytes)
  }

  /// Turns text back into the bytes it was read from and reads them anew; characters that the
  /// wrong alphabet lacks stay as they are.
  private func repaired(
    _ bytes: UnsafeRawBufferPointer, read wrong: CodePage, anew decode: ([UInt8]) -> String
  ) -> String {
    var text = ""
    var run: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if let byte = wrong.byte(scalar) {
        run.append(byte)
      } else {
        text += decode(run)
        run.removeAll()
        text.unicodeScalars.append(scalar)
      }
    }
    return text + decode(run)
  }
}
