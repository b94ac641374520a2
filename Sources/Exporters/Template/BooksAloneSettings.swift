// The settings of an enterprise that starts with its books alone, cut out of the whole template.

import Diagnostics

/// What is left of the template when all that the second bokslut needs is taken out, and all that
/// the SIE file says is switched off: nothing in it waits to be filled in.
enum BooksAloneSettings {
  /// The keys of the top level that only a register or its valuation needs.
  private static let left: Set<String> = [
    "utfall", "föregående", "rubriker", "ord", "träningsplatser", "skatt", "försörjning",
    "antaganden", "värden", "röjande", "asf",
  ]

  /// The cut settings of a whole template.
  static func of(_ whole: String, in language: Language) -> String {
    var blocks = whole.split(separator: "\n\n").map(String.init)
    // The opening explains how to fill in what is not here.
    blocks[0] =
      TemplateTexts.file(
        language == .swedish ? EmbeddedData.templateBooksAlone : EmbeddedData.templateBooksAloneEn
      ).trimmedEnd
    let kept = blocks.filter { block in
      topLevelKey(of: block).map { !left.contains($0) } ?? true
    }
    return kept.map { switchingOffBlanks($0, marked: language == .swedish ? "FYLL I" : "FILL IN") }
      .joined(separator: "\n\n").trimmedEnd + "\n"
  }

  /// The key that a block is about, switched on or off.
  private static func topLevelKey(of block: String) -> String? {
    block.split(separator: "\n").lazy.compactMap { line -> String? in
      let text = line.hasPrefix("#") ? line.dropFirst() : line[...]
      guard let first = text.first, first.isLetter, let colon = text.firstIndex(of: ":"),
        colon == text.index(before: text.endIndex) || text[text.index(after: colon)] == " "
      else { return nil }
      return String(text[..<colon])
    }.first
  }

  /// `  namn: # FYLL I` becomes `  #namn:`, and `  #namn: # FYLL I` too.
  private static func switchingOffBlanks(_ block: String, marked blank: String) -> String {
    block.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard let mark = line.range(of: "# \(blank)"),
        let start = line.firstIndex(where: { $0 != " " }), start < mark.lowerBound
      else { return String(line) }
      let key = String(line[start..<mark.lowerBound]).trimmedEnd
      return "\(line[..<start])\(key.hasPrefix("#") ? "" : "#")\(key)"
    }.joined(separator: "\n")
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
