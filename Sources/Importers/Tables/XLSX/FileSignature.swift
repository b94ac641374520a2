// Tells from the first bytes what a file is, whatever its name says.

/// Looks at the bytes before they are opened as a package.
enum FileSignature {
  /// Throws what the file is when it is no zip package.
  static func check(_ bytes: [UInt8]) throws(WorkbookProblem) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return }
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    if bytes.starts(with: compound) {
      // A workbook with a password lies encrypted in the old container, under this name.
      throw contains(Array("EncryptedPackage".utf16), in: bytes) ? .encrypted : .oldFormat
    }
    // The oldest .xls files have no container: a BIFF record begins them.
    let biff: [[UInt8]] = [[0x09, 0x08], [0x09, 0x04], [0x09, 0x02], [0x09, 0x00]]
    if bytes.count > 4, bytes[3] == 0, bytes[2] <= 0x10, biff.contains(Array(bytes.prefix(2))) {
      throw .oldFormat
    }
    throw .notAPackage
  }

  /// Whether the bytes hold a text in UTF-16, little end first.
  private static func contains(_ text: [UInt16], in bytes: [UInt8]) -> Bool {
    let wanted = text.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    for start in 0...(bytes.count - wanted.count)
    where bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return true
    }
    return false
  }
}
