// What a cell's number format says that its number means.

/// The meaning of a number by its format (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat: Hashable {
  /// A number.
  case number
  /// A share, shown times a hundred.
  case percent
  /// A day, or a day with a time.
  case date
  /// A time of day or a length of time, shown as hours and minutes.
  case time

  /// The formats that have a number and no code of their own.
  static func builtIn(_ id: Int) -> NumberFormat {
    switch id {
    case 9, 10: .percent
    case 14...17, 22, 27...31, 34...36, 50...58: .date
    case 18...21, 32, 33, 45...47: .time
    default: .number
    }
  }

  /// Reads a format code such as `yyyy\-mm\-dd;@` or `#,##0.00\ "kr"`; its first section counts.
  init(code: String) {
    var letters = ""
    var hasPercent = false
    var rest = Array(code.lowercased())[...]
    reading: while let sign = rest.popFirst() {
      switch sign {
      case ";":
        break reading
      case "\"":
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*":
        rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        // Elapsed hours, minutes or seconds; colours, languages and conditions say nothing.
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          letters += "h"
        }
      case "%":
        hasPercent = true
      case "g" where rest.starts(with: "eneral"):
        rest = rest.dropFirst(6)
      case "a" where rest.starts(with: "m/pm"):
        rest = rest.dropFirst(4)
      case "y", "d", "m", "h", "s":
        letters.append(sign)
      default:
        break
      }
    }
    self = Self.meaning(letters, hasPercent: hasPercent)
  }

  /// An m is a month, unless hours or seconds stand beside it and nothing else speaks of days.
  private static func meaning(_ letters: String, hasPercent: Bool) -> NumberFormat {
    let hasTime = letters.contains("h") || letters.contains("s")
    if letters.contains("y") || letters.contains("d") { return .date }
    if letters.contains("m"), !hasTime { return .date }
    if hasTime { return .time }
    return hasPercent ? .percent : .number
  }
}

/// Reads `styles.xml`: the number format of each cell style.
final class StylesPart: XMLHandler {
  private var ownFormats: [Int: NumberFormat] = [:]
  private(set) var cellFormats: [NumberFormat] = []
  private var isInCellStyles = false

  func start(_ name: String, _ attributes: XMLAttributes) throws(XMLFault) {
    switch name {
    case "numFmt":
      // Differential styles have formats of their own after the cell styles; those do not count.
      guard cellFormats.isEmpty, let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { return }
      guard ownFormats.count < WorkbookLimits.declarations else { throw .tooLarge }
      ownFormats[id] = NumberFormat(code: code)
    case "cellXfs":
      isInCellStyles = true
    case "xf" where isInCellStyles:
      guard cellFormats.count < WorkbookLimits.declarations else { throw .tooLarge }
      guard let id = Int(attributes["numFmtId"] ?? "0") else { throw .senseless }
      cellFormats.append(ownFormats[id] ?? .builtIn(id))
    default:
      break
    }
  }

  func end(_ name: String) {
    if name == "cellXfs" { isInCellStyles = false }
  }
}
