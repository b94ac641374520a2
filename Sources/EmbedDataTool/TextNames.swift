// Makes Swift names of the keys of a text catalogue, so that a misspelt one does not compile.

/// A catalogue of texts: a table with the columns `key`, `sv` and `en`, where `{name}` marks a
/// fact. Every key of plain letters, digits, `.`, `-` and `_` becomes a name of `TextKey`, which
/// the target declares; other keys hold words of values, and a `TextFamily` leads to them.
struct TextNames {
  /// A fault of the file, with its place.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  /// The Swift source; nil for a file that is no catalogue of texts.
  private(set) var source: String?

  init(path: String, text: String) throws {
    var columns: [Substring]?
    var row = 0
    var keyOfName: [String: Substring] = [:]
    var names = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns != nil else {
        guard path.hasSuffix(".tsv"), fields == ["key", "sv", "en"] else { return }
        columns = fields
        continue
      }
      func fault(_ what: String) -> Fault { Fault(description: "\(path):\(index + 1): \(what)") }
      guard fields.count == 3, fields.allSatisfy({ !$0.isEmpty }) else {
        throw fault("a text has a key and stands in both languages")
      }
      let facts = Self.facts(of: fields[1])
      guard Set(facts) == Set(Self.facts(of: fields[2])) else {
        throw fault("\(fields[0]) has other facts in English than in Swedish")
      }
      let name = Self.camelCase(fields[0])
      if let other = keyOfName.updateValue(fields[0], forKey: name) {
        throw fault("\(fields[0]) and \(other) have one name")
      }
      if fields[0].utf8.allSatisfy(Self.isPlain) {
        names += Self.declaration(name, row: row, facts: facts, text: fields[1])
      }
      row += 1
    }
    // A file of nothing but comments is a text that is written as it is.
    if columns != nil { source = "extension TextKey {\n\(names)}\n" }
  }

  private static func declaration(
    _ name: String, row: Int, facts: [Substring], text: Substring
  ) -> String {
    guard !facts.isEmpty else {
      return "  /// \(text)\n  package static var \(name): Self { Self(row: \(row)) }\n"
    }
    let labels = facts.map(camelCase)
    let parameters = labels.map { "\($0): some TextFact" }.joined(separator: ", ")
    let values = labels.map { "`\($0)`.pieces" }.joined(separator: ", ")
    return """
        /// \(text)
        package static func \(name)(\(parameters)) -> Self { Self(row: \(row), [\(values)]) }

      """
  }

  /// The names in braces, each once, in the order of the text.
  private static func facts(of text: Substring) -> [Substring] {
    var facts: [Substring] = []
    for piece in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = piece.firstIndex(of: "}"), !facts.contains(piece[..<end]) else { continue }
      facts.append(piece[..<end])
    }
    return facts
  }

  /// `statement.note.moved` becomes `statementNoteMoved`.
  private static func camelCase(_ key: Substring) -> String {
    let words = key.split { !$0.isLetter && !$0.isNumber }
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
