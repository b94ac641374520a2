// Signs that no paper and no workbook can show, and texts longer than a cell of a workbook.

import Diagnostics

/// What a text may not hold if it is to stand in a report: control characters (C0 but tab and line
/// breaks, DEL and C1) and the code points that are no characters (U+FFFE and its like, Unicode 16,
/// 23.7), none of which XML 1.0 or Excel carries unharmed.
package enum UnprintableText {
  /// The longest text of a cell in Excel, in UTF-16 units.
  package static let longest = 32_767

  /// How many are told of in one text; a file of another kind holds thousands.
  private static let most = 20

  /// Whether a sign cannot be shown.
  package static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// The first sign of a text that cannot be shown, named `U+0001`; nil when there is none.
  package static func first(in text: String) -> String? {
    // Most texts are plain, and plain ASCII is told by its bytes.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return nil }
    return text.unicodeScalars.first(where: isUnprintable).map(name)
  }

  /// Whether a text holds what cannot be shown or was lost, or is longer than a cell can be.
  static func isUnusable(_ text: String) -> Bool {
    first(in: text) != nil || text.unicodeScalars.contains("\u{FFFD}") || isTooLong(text)
  }

  /// Whether a text is longer than a cell can be.
  package static func isTooLong(_ text: String) -> Bool {
    text.utf8.count > longest && text.utf16.count > longest
  }

  /// `U+0001`.
  package static func name(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// An error for each sign of a text file that cannot be shown (SET100) and, where
  /// `linesAreTexts`, for each line that is longer than a cell (SET101).
  package static func diagnostics(
    in text: String, file: String, linesAreTexts: Bool = false
  ) -> DiagnosticList {
    var problems = DiagnosticList()
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isLineEnd)
    for (index, line) in lines.enumerated() {
      let line = String(line)
      if linesAreTexts, isTooLong(line) {
        problems.report(
          "SET101", at: SourceLocation(file: file, line: index + 1),
          ["count": line.utf16.count, "longest": longest])
      }
      guard first(in: line) != nil else { continue }
      for (column, character) in line.enumerated() {
        // U+0085 ends a line in YAML and in some editors.
        for scalar in character.unicodeScalars where isUnprintable(scalar) && scalar != "\u{85}" {
          guard problems.all.count < most else { return problems }
          problems.report(
            "SET100", at: SourceLocation(file: file, line: index + 1, column: column + 1),
            ["character": name(scalar)])
        }
      }
    }
    return problems
  }
}
