// Compares names as people write them, and finds the nearest known one for a message.

/// How names of keys, columns, values and municipalities are compared: case, accents, repeated
/// blanks and the choice of blank, `_` or `-` do not matter.
package enum NameMatching {
  /// The form in which two spellings of one name are equal: `Försörjning  före` and
  /// `forsorjning_fore` both become `forsorjning fore`.
  package static func folded(_ text: some StringProtocol) -> String {
    var folded = ""
    var pendingBlank = false
    for scalar in text.lowercased().unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20, 0x5F, 0x2D, 0xA0, 0x2010...0x2014, 0x202F, 0xFEFF:
        pendingBlank = !folded.isEmpty
        continue
      case 0x0300...0x036F:
        // A combining accent of a decomposed letter.
        continue
      default:
        break
      }
      if pendingBlank { folded.append(" ") }
      pendingBlank = false
      folded.unicodeScalars.append(plainLetters[scalar] ?? scalar)
    }
    return folded
  }

  /// The known name with the fewest changed letters, the first of equals; nil when none is known.
  package static func nearest<Names: Sequence>(
    to text: String, among known: Names
  ) -> String? where Names.Element == String {
    let wanted = Array(folded(text))
    var best: (name: String, distance: Int)?
    for name in known {
      let distance = editDistance(wanted, Array(folded(name)))
      if distance < best?.distance ?? Int.max { best = (name, distance) }
    }
    return best?.name
  }

  /// A shorter text is never taken for a misspelling, nor a shorter word for what was meant: any
  /// other short word is as near.
  private static let shortestGuess = 4

  /// The known name of which a text is most likely a misspelling: the nearest, with a letter or two
  /// wrong. Nil when none is so near, when two are equally near, and for short words.
  package static func guess<Names: Sequence>(
    for text: String, among known: Names
  ) -> String? where Names.Element == String {
    let written = Array(folded(text))
    guard written.count >= shortestGuess else { return nil }
    var best: (name: String, letters: [Character], distance: Int)?
    var isTied = false
    for name in known {
      let letters = Array(folded(name))
      let distance = editDistance(written, letters)
      guard isSmall(distance, in: letters), distance <= best?.distance ?? .max else { continue }
      isTied = distance == best?.distance && letters != best?.letters
      if distance < best?.distance ?? .max { best = (name, letters, distance) }
    }
    return isTied ? nil : best?.name
  }

  private static func isSmall(_ distance: Int, in known: [Character]) -> Bool {
    known.count >= shortestGuess && distance <= 2 && distance * 3 <= known.count
  }

  /// Whether a text is most likely a known name with a letter or two wrong: at most one in three,
  /// and never of a short word.
  package static func isMisspelling(_ text: String, of name: String) -> Bool {
    let (written, known) = (Array(folded(text)), Array(folded(name)))
    return written == known
      || written.count >= shortestGuess && isSmall(editDistance(written, known), in: known)
  }

  private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "å": "a", "ä": "a", "à": "a", "á": "a", "â": "a", "æ": "a", "ö": "o", "ø": "o", "ó": "o",
    "ô": "o", "é": "e", "è": "e", "ê": "e", "ë": "e", "ü": "u", "ú": "u", "í": "i", "ï": "i",
    "ñ": "n", "ç": "c",
  ]

  /// Letters put in, taken out, changed, or two neighbours that changed places.
  static func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var distance = min(
          previous[column] + (letter == other ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          distance = min(distance, beforePrevious[column - 1] + 1)
        }
        current.append(distance)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
