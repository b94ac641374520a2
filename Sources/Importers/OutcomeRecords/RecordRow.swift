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
    tell(code, column, cell, more)
  }

  /// Tells of a cell that is read all the same.
  private mutating func tell(
    _ code: DiagnosticCode, _ column: RecordColumn, _ cell: TableCell,
    _ more: [String: any DiagnosticFact]
  ) {
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

  /// Tells of a value out of reason. The record is kept: what else it breaks is told in the same
  /// run, and with an error no report is made of it.
  private mutating func hold(
    _ hundredths: Int64, to bounds: ValueBounds, count: Int = 1, _ column: RecordColumn,
    _ cell: TableCell
  ) {
    guard let verdict = bounds.verdict(hundredths, count: count) else { return }
    tell(
      verdict.isImpossible ? "REG072" : "REG073", column, cell,
      bounds.facts(of: verdict, count: count))
  }

  /// A day within reason.
  mutating func date(
    _ column: RecordColumn, in bounded: BoundedValue = .recordYear
  ) -> CalendarDate? {
    guard let cell = text(column) else { return nil }
    guard let date = DateText.read(cell.text) else {
      report("REG013", column, cell)
      return nil
    }
    let bounds = ValueBounds.of(bounded)
    let years = bounds.years
    guard years.contains(date.year) else {
      report("REG021", column, cell, ["lowest": years.lowerBound, "highest": years.upperBound])
      return nil
    }
    hold(Int64(date.year) * 100, to: bounds, column, cell)
    return date
  }

  /// Kronor, not negative, held to what is reasonable on a day or for a number of months.
  mutating func kronor(
    _ column: RecordColumn, _ bounded: BoundedValue?, on day: CalendarDate? = nil,
    months: Int = 1
  ) -> Amount? {
    guard let cell = text(column) else { return nil }
    do {
      let amount = try AmountText.read(cell.text, isPlain: cell.isNumber)
      guard amount >= .zero else {
        report("REG020", column, cell, ["lowest": "0", "highest": "∞"])
        return nil
      }
      if let bounded {
        hold(amount.ore, to: .of(bounded, on: day), count: months, column, cell)
      }
      return amount
    } catch {
      report(Self.code(error, otherwise: "REG014"), column, cell)
      return nil
    }
  }

  /// Hours in hundredths, not negative, and no more than the days of the row can hold; one that
  /// goes on holds any.
  mutating func hours(
    _ column: RecordColumn, from start: CalendarDate?, through end: CalendarDate?
  ) -> Quantity? {
    guard let cell = text(column) else { return nil }
    do {
      let hours = try NumberReader.scaled(cell.text, decimals: 2, isPlain: cell.isNumber)
      guard hours >= 0 else {
        report("REG020", column, cell, ["lowest": "0", "highest": "∞"])
        return nil
      }
      if let start, let end, let days = DateRange(start, end)?.days {
        let byDay = ValueBounds.of(.attendedHoursPerDay)
        if byDay.verdict(hours, count: days) != nil {
          hold(hours, to: byDay, count: days, column, cell)
        } else {
          hold(hours, to: .of(.attendedHoursPerWeek), count: (days + 6) / 7, column, cell)
        }
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
        if rate == .zero {
          report("REG071", column, cell)
        } else if let meant = MistypedExtent.meant(by: rate) {
          report("REG070", column, cell, ["meant": DiagnosticArgument.meant("\(meant.percent) %")])
        } else {
          report("REG020", column, cell, ["lowest": "0 %", "highest": "100 %"])
        }
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

  /// A calendar year of birth, or *okänt*.
  mutating func birthYear(_ column: RecordColumn) -> BirthYear? {
    guard let cell = text(column) else { return nil }
    if NameMatching.folded(cell.text) == NameMatching.folded(BirthYear.unknownWord) {
      return .unknown
    }
    guard cell.text.count == 4, let year = Int(cell.text) else {
      let guess = Synonyms.guess(
        for: cell.text, among: [BirthYear.unknownWord], list: column.heading)
      report("REG016", column, cell, ["meant": guess.meant])
      return nil
    }
    let years = ValueBounds.of(.birthYear).years
    guard years.contains(year) else {
      report(
        "REG020", column, cell,
        ["lowest": "\(years.lowerBound)", "highest": "\(years.upperBound)"])
      return nil
    }
    return .year(year)
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
    let all = names.joined(separator: ", ")
    switch Synonyms.guess(for: cell.text, among: names, list: column.listName) {
    case .unlisted(let word): report("REG081", column, cell, ["known": all, "other": word])
    case let guess: report("REG012", column, cell, ["known": all, "meant": guess.meant])
    }
    return nil
  }

  /// A municipality that has tax rates, or the enterprise's own.
  mutating func municipality(_ column: RecordColumn, home: String?) -> String? {
    guard let cell = text(column) else { return nil }
    if let home, ParameterBank.isSameMunicipality(cell.text, home) { return home }
    guard ParameterBank.hasTaxRates(municipality: cell.text) else {
      let meant = NameMatching.guess(for: cell.text, among: ParameterBank.municipalities)
      report("REG045", column, cell, ["meant": DiagnosticArgument.meant(meant)])
      return nil
    }
    return cell.text
  }
}

/// An extent with a zero or two too many, as a cell in percent shows a number that was typed as
/// percent already (7500 %).
enum MistypedExtent {
  /// The extent that was meant; nil when nobody can tell.
  static func meant(by rate: Rate) -> Rate? {
    let tenThousandths = rate.tenThousandths
    let full = Rate.one.tenThousandths
    // Times ten: 750 for 75; what is less may be overtime or anything else.
    if tenThousandths >= 2 * full, tenThousandths <= 10 * full, tenThousandths % 5_000 == 0 {
      return Rate(tenThousandths: tenThousandths / 10)
    }
    if tenThousandths > 10 * full, tenThousandths <= 100 * full, tenThousandths % 100 == 0 {
      return Rate(tenThousandths: tenThousandths / 100)
    }
    return nil
  }
}

extension RecordColumn {
  /// The list of synonyms for the column's words.
  fileprivate var listName: String {
    if case .commissioner = content { RecordColumn.commissioner.heading } else { heading }
  }
}
