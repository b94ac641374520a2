// How much of a workbook is read before it is called too large.

/// Bounds on memory and time. A register of 50 000 rows stays far below each of them.
enum WorkbookLimits {
  /// Bytes of the file itself.
  static let fileBytes = 32 << 20
  /// Files in the package.
  static let entries = 10_000
  /// Bytes that are unpacked in all.
  static let unpackedBytes = 256 << 20
  /// How many times larger a part may become when it is unpacked, once it has passed
  /// `ratioFreeBytes`. Sheets of styled blank rows reach some thirty.
  static let ratio = 200
  static let ratioFreeBytes = 4 << 20
  /// Sheets, styles, number formats and relations, each.
  static let declarations = 70_000
  /// Texts that cells share, and their bytes in all.
  static let sharedTexts = 500_000
  static let sharedTextBytes = 32 << 20
  /// Bytes of the text of one cell; Excel allows 32 767 characters.
  static let cellTextBytes = 200_000
  /// Cells that hold something, in the sheets that are read, and the bytes of their texts.
  static let cells = 500_000
  static let cellBytes = 32 << 20
  /// Cells of the tables, the blank ones between others included.
  static let tableCells = 1_000_000
  /// Letters of a name that messages repeat.
  static let nameLetters = 100
  /// The last row and column that spreadsheets have.
  static let lastRow = 1_048_576
  static let lastColumn = 16_384
}

/// What is left of the bytes that may be unpacked.
struct UnpackingBudget {
  private var total = 0

  /// Counts bytes that were unpacked from a part of `packedBytes`, of which `partBytes` so far.
  mutating func spend(
    _ bytes: Int, partBytes: Int, packedBytes: Int
  ) throws(WorkbookProblem) {
    total += bytes
    guard total <= WorkbookLimits.unpackedBytes else { throw .tooLarge }
    let isSteep =
      partBytes > WorkbookLimits.ratioFreeBytes
      && partBytes / WorkbookLimits.ratio > packedBytes
    guard !isSteep else { throw .tooLarge }
  }
}
