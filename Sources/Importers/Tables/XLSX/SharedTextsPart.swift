// The texts that cells share (sharedStrings.xml), and how rich text becomes plain.

/// Gathers the text of one `si` or `is` element: its runs in order, without the phonetic guides.
struct RichText {
  private(set) var text = ""
  private var isInText = false
  private var isInPhonetic = false

  /// An empty text.
  init() {}

  /// The value of a formula that gives text.
  init(plainText: String) { text = plainText }

  mutating func start(_ name: String) {
    switch name {
    case "t": isInText = !isInPhonetic
    case "rPh": isInPhonetic = true
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "t": isInText = false
    case "rPh": isInPhonetic = false
    default: break
    }
  }

  mutating func append(_ piece: String) throws(XMLFault) {
    guard isInText else { return }
    text += piece
    guard text.utf8.count <= WorkbookLimits.cellTextBytes else { throw .tooLarge }
  }

  /// The text with Excel's `_x000D_` for signs that XML cannot hold turned back.
  var plain: String {
    guard text.contains("_x") else { return text }
    var plain = ""
    var rest = text[...]
    while let mark = rest.firstRange(of: "_x") {
      plain += rest[..<mark.lowerBound]
      let code = rest[mark.upperBound...].prefix(5)
      let digits = code.dropLast()
      if code.count == 5, code.last == "_", digits.allSatisfy(\.isHexDigit),
        let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
      {
        plain.unicodeScalars.append(scalar)
        rest = rest[code.endIndex...]
      } else {
        plain += rest[mark]
        rest = rest[mark.upperBound...]
      }
    }
    return plain + rest
  }
}

/// Reads `sharedStrings.xml`.
final class SharedTextsPart: XMLHandler {
  /// In the order that cells count them, from 0.
  private(set) var texts: [String] = []
  private var current: RichText?
  private var bytes = 0

  func start(_ name: String, _ attributes: XMLAttributes) {
    if name == "si" { current = RichText() } else { current?.start(name) }
  }

  func end(_ name: String) throws(XMLFault) {
    guard name == "si", let finished = current?.plain else {
      current?.end(name)
      return
    }
    texts.append(finished)
    bytes += finished.utf8.count
    guard texts.count <= WorkbookLimits.sharedTexts, bytes <= WorkbookLimits.sharedTextBytes
    else { throw .tooLarge }
    current = nil
  }

  func text(_ text: String) throws(XMLFault) { try current?.append(text) }
}
