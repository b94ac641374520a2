// Streams one sheet into cells that hold something.

/// A cell that holds something.
struct SheetCell: Hashable {
  /// What the file says of the value.
  enum Kind: Hashable {
    /// A text, a day, ja or nej.
    case text
    /// A number.
    case number
    /// `#N/A` and its like: a formula that failed.
    case failedFormula
    /// A formula whose value the file does not hold.
    case uncomputedFormula
  }

  let reference: CellReference
  let text: String
  let kind: Kind
}

/// What the cells of a sheet need from the rest of the workbook.
struct CellMeanings {
  var sharedTexts: [String] = []
  var formats: [NumberFormat] = []
  var dateSystem = DateSystem.from1900
}

/// Reads a sheet's part.
final class SheetPart: XMLHandler {
  /// Row by row, as the file has them.
  private(set) var cells: [SheetCell] = []
  /// What stands beside the cells.
  private(set) var marks = SheetMarks()

  private let meanings: CellMeanings
  private let cellsBefore: Int
  private var isInData = false
  private var row = 0
  private var column = 0
  private var cell: OpenCell?
  private var bytes = 0

  /// `cellsBefore` counts those of the sheets before this one.
  init(meanings: CellMeanings, cellsBefore: Int) {
    self.meanings = meanings
    self.cellsBefore = cellsBefore
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws(XMLFault) {
    guard isInData else {
      isInData = name == "sheetData"
      try marks.take(name, attributes)
      return
    }
    guard cell == nil else {
      cell?.start(name)
      return
    }
    switch name {
    case "row":
      // Rows and cells may leave out where they stand; they then follow the one before.
      row = try attributes["r"].map { stated throws(XMLFault) in try whole(stated) } ?? row + 1
      column = 0
      guard (1...WorkbookLimits.lastRow).contains(row) else { throw .senseless }
      marks.take(row: row, attributes)
    case "c":
      let stated = attributes["r"].map { CellReference($0) }
      // A place that cannot be read is not the next one.
      if case .some(nil) = stated { throw .senseless }
      let reference = (stated ?? nil) ?? CellReference(row: row, column: column + 1)
      guard reference.column <= WorkbookLimits.lastColumn, reference.row >= 1 else {
        throw .senseless
      }
      column = reference.column
      cell = OpenCell(
        reference: reference, type: attributes["t"] ?? "n",
        style: try attributes["s"].map { stated throws(XMLFault) in try style(stated) } ?? 0)
    default:
      break
    }
  }

  private func whole(_ text: String) throws(XMLFault) -> Int {
    guard let number = Int(text) else { throw .senseless }
    return number
  }

  /// The number of a cell style that the workbook has: it says whether a number is a day, a time or
  /// a share. Without any styles there is only the first.
  private func style(_ text: String) throws(XMLFault) -> Int {
    let style = try whole(text)
    guard style == 0 || meanings.formats.indices.contains(style) else { throw .senseless }
    return style
  }

  func text(_ text: String) throws(XMLFault) {
    guard cell != nil else { return }
    try cell?.append(text)
  }

  func end(_ name: String) throws(XMLFault) {
    guard name == "c", let finished = cell else {
      cell?.end(name)
      if name == "sheetData" { isInData = false }
      return
    }
    cell = nil
    guard let read = try value(of: finished) else { return }
    cells.append(read)
    bytes += read.text.utf8.count
    guard cellsBefore + cells.count <= WorkbookLimits.cells, bytes <= WorkbookLimits.cellBytes
    else {
      throw .tooLarge
    }
  }

  /// The cell's text; nil when it holds nothing.
  private func value(of cell: OpenCell) throws(XMLFault) -> SheetCell? {
    func read(_ text: String, _ kind: SheetCell.Kind = .text) -> SheetCell? {
      let isBlank = text.trimmed.isEmpty
      return isBlank ? nil : SheetCell(reference: cell.reference, text: text, kind: kind)
    }
    if cell.type == "inlineStr" { return read(cell.inline.plain) }
    guard !cell.value.isEmpty else {
      // A formula that gives an empty text has its type and no value; that is a blank cell.
      guard cell.hasFormula, cell.type != "str" else { return nil }
      return SheetCell(reference: cell.reference, text: "", kind: .uncomputedFormula)
    }
    switch cell.type {
    case "s":
      guard let index = Int(cell.value), meanings.sharedTexts.indices.contains(index) else {
        throw .senseless
      }
      return read(meanings.sharedTexts[index])
    case "b":
      guard ["0", "1", "false", "true"].contains(cell.value) else { throw .senseless }
      return read(["1", "true"].contains(cell.value) ? "ja" : "nej")
    case "e":
      return read(cell.value, .failedFormula)
    case "d":
      return read(String(cell.value.prefix { $0 != "T" }))
    case "n":
      return number(cell)
    default:
      return read(RichText(plainText: cell.value).plain)
    }
  }

  private func number(_ cell: OpenCell) -> SheetCell? {
    func made(_ text: String, _ kind: SheetCell.Kind) -> SheetCell {
      SheetCell(reference: cell.reference, text: text, kind: kind)
    }
    guard let number = CellNumber(cell.value) else { return made(cell.value, .text) }
    let format =
      meanings.formats.indices.contains(cell.style) ? meanings.formats[cell.style] : .number
    switch format {
    case .date:
      if let day = meanings.dateSystem.isoDay(number) { return made(day, .text) }
    case .time:
      if let hours = number.hoursText { return made(hours, .number) }
    case .percent:
      return made("\(number.timesHundred.text) %", .number)
    case .number:
      break
    }
    return made(number.text, .number)
  }
}

/// A cell whose end has not come yet.
private struct OpenCell {
  let reference: CellReference
  let type: String
  let style: Int
  private(set) var value = ""
  private(set) var inline = RichText()
  private(set) var hasFormula = false
  private var isInValue = false

  init(reference: CellReference, type: String, style: Int) {
    self.reference = reference
    self.type = type
    self.style = style
  }

  mutating func start(_ name: String) {
    switch name {
    case "v": isInValue = true
    case "f": hasFormula = true
    default: inline.start(name)
    }
  }

  mutating func end(_ name: String) {
    if name == "v" { isInValue = false } else { inline.end(name) }
  }

  mutating func append(_ text: String) throws(XMLFault) {
    guard isInValue else { return try inline.append(text) }
    value += text
    guard value.utf8.count <= WorkbookLimits.cellTextBytes else { throw .tooLarge }
  }
}
