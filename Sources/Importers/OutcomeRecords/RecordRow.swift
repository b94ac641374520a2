// One row of a table, read cell by cell into typed values with every fault reported.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// Reads the cells of a row. A cell that cannot be read is reported and makes the row faulty; a
/// faulty row gives no record.
struct RecordRow {
  let headings: HeadingMap
  let row: TableRow
  private(set) var isFaulty = false
  var problems = DiagnosticList()

  /// Days that records may have; a year typed wrongly falls outside.
  static let usualDays = 1990...2099
  /// Days before any record here.
  static let earlierDays = 1940...2099

  init(_ row: TableRow, headings: HeadingMap) {
    self.headings = headings
    self.row = row
    for cell in row.cells where PersonalIdentityNumber.occurs(in: cell.text) {
      problems.report("REG022", at: cell.location)
      isFaulty = true
    }
    if let extra = row.cells.dropFirst(headings.headingCount).first(where: { !$0.isBlank }) {
      problems.report(
        "REG010", at: extra.location, ["count": row.cells.count, "expected": headings.headingCount])
      isFaulty = true
    }
  }

  /// The participant's id, also of a faulty row.
  mutating func participant() -> ParticipantID? {
    text(.participant).map { ParticipantID(rawValue: $0.text) }
  }

  /// The cell when it holds something; a blank one that the table requires is reported.
  private mutating func text(_ column: RecordColumn) -> TableCell? {
    guard let cell = headings.cell(column, in: row) else { return nil }
    if cell.isReported {
      isFaulty = true
      return nil
    }
    if cell.isBlank {
      if column.requirement == .required {
        report("REG011", column, cell)
      }
      return nil
    }
    return cell
  }

  private mutating func report(
    _ code: DiagnosticCode, _ column: RecordColumn, _ cell: TableCell,
    _ more: [String: any DiagnosticFact] = [:]
  ) {
    isFaulty = true
    // The number is never printed, and the cell has its message.
    guard !PersonalIdentityNumber.occurs(in: cell.text) else { return }
    // So has a cell that nobody can read or that no cell can hold.
    guard !UnprintableText.isUnusable(cell.text) else { return }
    var facts = more
    facts["column"] = column.heading
    facts["row"] = row.location.line ?? 0
    if !cell.isBlank { facts["value"] = cell.text }
    problems.report(code, at: cell.location, facts)
  }

  /// A day within reason.
  mutating func date(
    _ column: RecordColumn, in years: ClosedRange<Int> = usualDays
  ) -> CalendarDate? {
    guard let cell = text(column) else { return nil }
    guard let date = DateText.read(cell.text) else {
      report("REG013", column, cell)
      return nil
    }
    guard years.contains(date.year) else {
      report("REG021", column, cell, ["lowest": years.lowerBound, "highest": years.upperBound])
      return nil
    }
    return date
  }

  /// Kronor, not negative.
  mutating func kronor(_ column: RecordColumn) -> Amount? {
    guard let cell = text(column) else { return nil }
    do {
      let amount = try AmountText.read(cell.text, isPlain: cell.isNumber)
      guard amount >= .zero else {
        report("REG020", column, cell, ["lowest": "0", "highest": "∞"])
        return nil
      }
      return amount
    } catch {
      report(Self.code(error, otherwise: "REG014"), column, cell)
      return nil
    }
  }

  /// Hours in hundredths, not negative.
  mutating func hours(_ column: RecordColumn) -> Quantity? {
    guard let cell = text(column) else { return nil }
    do {
      let hours = try NumberReader.scaled(cell.text, decimals: 2, isPlain: cell.isNumber)
      guard hours >= 0 else {
        report("REG020", column, cell, ["lowest": "0", "highest": "∞"])
        return nil
      }
      return Quantity(hundredths: hours)
    } catch {
      report(Self.code(error, otherwise: "REG014"), column, cell)
      return nil
    }
  }

  /// Percent of full time, above 0 and at most 100.
  mutating func percent(_ column: RecordColumn) -> Rate? {
    guard let cell = text(column) else { return nil }
    do {
      let rate = try PercentText.read(cell.text, bare: .percent)
      guard rate > .zero, rate <= .one else {
        report("REG020", column, cell, ["lowest": "0 %", "highest": "100 %"])
        return nil
      }
      return rate
    } catch {
      report(error == .ambiguous ? "REG024" : Self.code(error, otherwise: "REG015"), column, cell)
      return nil
    }
  }

  private static func code(
    _ problem: NumberProblem, otherwise: DiagnosticCode
  ) -> DiagnosticCode {
    switch problem {
    case .ambiguous: "REG018"
    case .tooManyDecimals: "REG019"
    case .notANumber, .tooLarge: otherwise
    }
  }

  /// A calendar year of birth.
  mutating func birthYear(_ column: RecordColumn) -> Int? {
    guard let cell = text(column) else { return nil }
    guard cell.text.count == 4, let year = Int(cell.text) else {
      report("REG016", column, cell)
      return nil
    }
    guard (1900...2099).contains(year) else {
      report("REG020", column, cell, ["lowest": "1900", "highest": "2099"])
      return nil
    }
    return year
  }

  /// *ja* or *nej*.
  mutating func yesNo(_ column: RecordColumn) -> Bool? {
    guard let cell = text(column) else { return nil }
    guard let value = YesNoText.read(cell.text) else {
      report("REG017", column, cell)
      return nil
    }
    return value
  }

  /// One of a list's words, case and accents forgiven.
  mutating func choice<Value: CaseIterable & RawRepresentable>(
    _ column: RecordColumn, as _: Value.Type
  ) -> Value? where Value.RawValue == String {
    word(column, of: Value.allCases.map { ($0.rawValue, $0) })
  }

  /// A public body, *egen ansökan*, *annan* or one of the settings' own actors.
  mutating func commissioner(_ column: RecordColumn, ownActors: [OwnActor]) -> Commissioner? {
    word(
      column,
      of: Commissioner.registerNames.map { ($0.name, $0.value) }
        + ownActors.map { ($0.id.rawValue, .actor($0.id)) })
  }

  private mutating func word<Value>(
    _ column: RecordColumn, of known: [(name: String, value: Value)]
  ) -> Value? {
    guard let cell = text(column) else { return nil }
    if let exact = known.first(where: { $0.name == cell.text }) { return exact.value }
    let wanted = NameMatching.folded(cell.text)
    if let found = known.first(where: { NameMatching.folded($0.name) == wanted }) {
      return found.value
    }
    let names = known.map(\.name)
    report(
      "REG012", column, cell,
      [
        "nearest": NameMatching.nearest(to: cell.text, among: names),
        "known": names.joined(separator: ", "),
      ])
    return nil
  }

  /// A municipality that has tax rates, or the enterprise's own.
  mutating func municipality(_ column: RecordColumn, home: String?) -> String? {
    guard let cell = text(column) else { return nil }
    if let home, ParameterBank.isSameMunicipality(cell.text, home) { return home }
    guard ParameterBank.hasTaxRates(municipality: cell.text) else {
      let nearest = NameMatching.nearest(to: cell.text, among: ParameterBank.municipalities)
      report("REG045", column, cell, ["nearest": nearest ?? ""])
      return nil
    }
    return cell.text
  }
}
