// Reads CSV with the place of every cell.

import Diagnostics
import SIEFormat

/// Reads CSV as spreadsheets save it: UTF-8 with or without BOM, UTF-16 with BOM or Windows-1252;
/// comma, semicolon or tab, told from the headings; quotes around cells that hold separators, line
/// breaks or (doubled) quotes; CRLF, LF or CR; blank lines anywhere.
package struct CSVReader {
  private enum Fault: Error {
    /// The quote that opens at a place never closes.
    case openQuote(line: Int, column: Int)
  }

  private let file: String
  private let characters: [Character]
  private var position = 0
  private var line = 1
  private var column = 1
  private var separator: Character = ","

  /// Reads a table; faults are reported, and what could be read is given all the same. `file` is
  /// the path that diagnostics name.
  package static func read(
    _ bytes: some Collection<UInt8>, file: String
  ) -> (table: FileTable, diagnostics: DiagnosticList) {
    var problems = DiagnosticList()
    let place = SourceLocation(file: file)
    guard let text = Self.text(of: Array(bytes)) else {
      problems.report("REG004", at: place)
      return (FileTable(headings: [], rows: [], location: place), problems)
    }
    var reader = CSVReader(text, file: file)
    return (reader.table(into: &problems), problems)
  }

  /// The text of a file without its byte-order mark; nil when the bytes are no text at all (a
  /// workbook or a picture with another file's name).
  private static func text(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      // Half a character at the end is a file that was cut.
      guard bytes.count.isMultiple(of: 2) else { return nil }
      let (low, high) = bytes[0] == 0xFF ? (0, 1) : (1, 0)
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + high]) << 8
      }
      return String(decoding: units, as: UTF16.self)
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard !content.contains(0) else { return nil }
    if let text = String(validating: content, as: UTF8.self) { return text }
    // Bytes that Windows-1252 does not define become the sign of replacement.
    let scalars = content.lazy.map(CodePage.windows1252.scalar).map { scalar in
      (0x80..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private init(_ text: String, file: String) {
    self.file = file
    self.characters = Array(text)
  }

  private mutating func table(into problems: inout DiagnosticList) -> FileTable {
    skipSeparatorHint()
    if position == 0 { separator = detectedSeparator() }
    var headings: [TableCell] = []
    var rows: [TableRow] = []
    do {
      while position < characters.count {
        var row = try row()
        // Blank cells under a heading keep their place; those beyond mean nothing.
        while row.count > headings.count, row.last?.isBlank == true { row.removeLast() }
        guard let first = row.first, row.contains(where: { !$0.isBlank }) else { continue }
        if headings.isEmpty {
          headings = row
        } else {
          rows.append(TableRow(cells: row, location: first.location))
        }
      }
    } catch {
      switch error {
      case .openQuote(let line, let column):
        problems.report("REG005", at: SourceLocation(file: file, line: line, column: column))
      }
    }
    if headings.isEmpty, problems.all.isEmpty {
      let place = SourceLocation(file: file)
      problems.report("REG006", at: place, TableHolder(place).facts())
    }
    return FileTable(headings: headings, rows: rows, location: SourceLocation(file: file))
  }

  /// `sep=;` on the first line tells Excel the separator; it is no row.
  private mutating func skipSeparatorHint() {
    let first = characters.prefix { !$0.isLineEnd }
    guard first.count == 5, String(first.prefix(4)).lowercased() == "sep=", let hint = first.last
    else { return }
    separator = hint
    for _ in first.indices { advance() }
    if position < characters.count { advance() }
  }

  /// The separator that stands most often outside quotes in the first line that is not blank.
  private func detectedSeparator() -> Character {
    var counts: [Character: Int] = [:]
    var quoted = false
    var sawText = false
    for character in characters {
      if character.isLineEnd, !quoted {
        if sawText { break }
        continue
      }
      if character == "\"" { quoted.toggle() }
      if !quoted { counts[character, default: 0] += 1 }
      sawText = sawText || !character.isWhitespace
    }
    let candidates: [Character] = [";", "\t", ","]
    return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? ","
  }

  /// The cells of one line, or of several when a quoted cell goes on.
  private mutating func row() throws(Fault) -> [TableCell] {
    var cells: [TableCell] = []
    while true {
      cells.append(try cell())
      guard position < characters.count else { return cells }
      let end = characters[position]
      advance()
      if end != separator { return cells }
    }
  }

  /// One cell, up to the separator or line break after it.
  private mutating func cell() throws(Fault) -> TableCell {
    let place = SourceLocation(file: file, line: line, column: column)
    var text = ""
    while position < characters.count {
      let character = characters[position]
      if character == separator || character.isLineEnd { break }
      if character == "\"", text.allSatisfy(\.isWhitespace) {
        text = try quoted()
      } else {
        text.append(character)
        advance()
      }
    }
    return TableCell(text, at: place)
  }

  /// What stands between quotes; a doubled quote is one.
  private mutating func quoted() throws(Fault) -> String {
    let opening = Fault.openQuote(line: line, column: column)
    var text = ""
    advance()
    while position < characters.count {
      let character = characters[position]
      advance()
      guard character == "\"" else {
        text.append(character)
        continue
      }
      guard position < characters.count, characters[position] == "\"" else { return text }
      text.append(character)
      advance()
    }
    throw opening
  }

  private mutating func advance() {
    if characters[position].isLineEnd {
      line += 1
      column = 1
    } else {
      column += 1
    }
    position += 1
  }
}

extension Character {
  /// Whether editors begin a new line after it: LF, CR or CRLF, which is one character in Swift.
  var isLineEnd: Bool { self == "\n" || self == "\r" || self == "\r\n" }
}
