// The register as a workbook to fill in: a guide, a sheet a table, and the lists behind them.

import Bookkeeping
import Diagnostics
import Foundation
import Outcomes
import Rulebook

/// Writes the template's workbook.
struct TemplateWorkbook: ~Copyable {
  private let file: WorkbookFile
  private let language: Language
  private let lists: TemplateLists
  private var formats: [CellStyle: WorkbookFile.Format] = [:]

  /// Rows below the headings that have rules; a register of more people needs no template.
  private static let lastRow = 4_999
  /// 1 January 2025, the day of creation in every copy, so that all copies are the same.
  private static let createdSeconds = 1_735_689_600
  private var title: String { TemplateTexts.word("documentTitle", in: language) }

  /// The workbook's bytes.
  static func bytes(in language: Language) throws(WorkbookError) -> [UInt8] {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/utfall.xlsx"
    try write(to: path, in: language)
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .temporaryFile(errno: errno)
    }
    return Array(data)
  }

  private static func write(to path: String, in language: Language) throws(WorkbookError) {
    var template = TemplateWorkbook(file: try WorkbookFile(path: path), in: language)
    try template.file.setProperties(
      title: template.title, author: "", createdSeconds: createdSeconds)
    try template.writeGuide()
    for table in RecordTable.allCases { try template.write(table) }
    try template.writeLists()
    try template.close()
  }

  private init(file: consuming WorkbookFile, in language: Language) {
    self.file = file
    self.language = language
    lists = TemplateLists(in: language)
  }

  private consuming func close() throws(WorkbookError) { try file.close() }

  private mutating func format(_ style: CellStyle) throws(WorkbookError) -> WorkbookFile.Format {
    if let known = formats[style] { return known }
    let made = try file.addFormat(style)
    formats[style] = made
    return made
  }

  // MARK: A table

  private mutating func write(_ table: RecordTable) throws(WorkbookError) {
    let name = table.sheetName(in: language)
    let sheet = try file.addSheet(name)
    try file.setUp(
      sheet, isLandscape: true, header: "&L\(name)", footer: "&R&P (&N)",
      hasGrid: true)
    file.setTab(sheet, colour: Palette.accent)
    file.freeze(sheet, rows: 1, columns: 1)
    try file.repeatRow(sheet, 0)
    try file.setHeight(sheet, row: 0, 32)
    for (index, shown) in TemplateColumn.all(of: table, in: language).enumerated() {
      let content = shown.column.content
      try file.setWidth(
        sheet, column: index, shown.width, try format(.templateCell(content)))
      try file.write(
        sheet, 0, index, text: shown.heading,
        try format(.templateHeading(shown.column)))
      try writeExample(shown, sheet, column: index)
      try file.restrict(sheet, rows: 0...0, column: index, to: hint(shown))
      if let rule = rule(shown.column, in: table, column: index) {
        try file.restrict(sheet, rows: 1...Self.lastRow, column: index, to: rule)
      }
    }
  }

  private mutating func writeExample(
    _ shown: TemplateColumn, _ sheet: WorkbookFile.Sheet, column: Int
  ) throws(WorkbookError) {
    let format = try format(.templateExample(shown.column.content))
    switch (shown.column.content, shown.example) {
    case (_, ""):
      try file.writeBlank(sheet, 1, column, format)
    case (.date, let text):
      let day = CalendarDate(text)?.serialNumber ?? 0
      try file.write(sheet, 1, column, number: Double(day), format)
    case (.percent, let text):
      let percent = Double(text.prefix { $0.isNumber }) ?? 0
      try file.write(sheet, 1, column, number: percent / 100, format)
    case (.kronor, let text), (.hours, let text), (.year, let text):
      try file.write(sheet, 1, column, number: Double(text) ?? 0, format)
    case (_, let text):
      try file.write(sheet, 1, column, text: text, format)
    }
  }

  /// What a heading says when it is clicked.
  private func hint(_ shown: TemplateColumn) -> CellRule {
    CellRule(condition: .anything, hintTitle: shown.column.heading, hint: shown.hint)
  }

  /// What a column's cells may hold, as the register's reader takes them.
  private func rule(
    _ column: RecordColumn, in table: RecordTable, column index: Int
  ) -> CellRule? {
    func rule(
      _ condition: CellRule.Condition, _ refusal: String, isStrict: Bool = true
    ) -> CellRule {
      CellRule(
        condition: condition, isStrict: isStrict,
        refusalTitle: TemplateTexts.word(isStrict ? "wrongTitle" : "doubtfulTitle", in: language),
        refusal: TemplateTexts.word(refusal, in: language))
    }
    let people = "$A$2:$A$\(Self.lastRow + 1)"
    let list = lists.range(of: column) ?? ""
    switch column.content {
    case .participant where table == .participants:
      // Ten digits or more would be an identity number.
      let digits = #"LEN(SUBSTITUTE(SUBSTITUTE(A2,"-","")," ",""))<10"#
      return rule(.formula("AND(COUNTIF(\(people),A2)=1,\(digits))"), "newParticipant")
    case .participant:
      let sheet = RecordTable.participants.sheetName(in: language)
      return rule(.list("\(sheet)!\(people)"), "knownParticipant")
    case .year:
      // A year, or the word for an unknown one.
      let years = ValueBounds.of(.birthYear).years
      let cell = "$\(CellPlace.letters(index))2"
      return rule(
        .formula(
          "OR(\(cell)=\"\(BirthYear.unknownWord)\","
            + "AND(ISNUMBER(\(cell)),\(cell)>=\(years.lowerBound),\(cell)<=\(years.upperBound)))"),
        "year")
    case .date:
      let years = ValueBounds.of(column == .outOfWorkSince ? .earlierYear : .recordYear).years
      guard let start = CalendarDate(year: years.lowerBound, month: 1, day: 1),
        let end = CalendarDate(year: years.upperBound, month: 12, day: 31)
      else { return nil }
      return rule(.days(start, end), "date")
    case .percent:
      return rule(.number(0.0001...1), "percent")
    case .kronor:
      return rule(.number(0...100_000_000), "kronor")
    case .hours:
      return rule(.number(0...100_000), "hours")
    case .choice, .yesNo:
      return rule(.list(list), "choice")
    case .commissioner:
      return rule(.list(list), "commissioner", isStrict: false)
    case .municipality:
      return rule(.list(list), "municipality", isStrict: false)
    }
  }

  // MARK: Lists

  private mutating func writeLists() throws(WorkbookError) {
    let sheet = try file.addSheet(GuideSheet.lists(in: language).rawValue)
    for (index, column) in lists.columns.enumerated() {
      try file.setWidth(sheet, column: index, 24)
      try file.write(sheet, 0, index, text: column.heading, try format(.guideName))
      for (row, word) in column.words.enumerated() {
        try file.write(sheet, row + 1, index, text: word, try format(.paragraph))
      }
    }
    file.hide(sheet)
  }

  // MARK: The guide

  private mutating func writeGuide() throws(WorkbookError) {
    let sheet = try file.addSheet(GuideSheet.instructions(in: language).rawValue)
    try file.setUp(
      sheet, isLandscape: false, header: "", footer: "&L\(title)&R&P (&N)")
    for (column, width) in Self.guideWidths.enumerated() {
      try file.setWidth(sheet, column: column, width)
    }
    var row = 0
    let guide =
      language == .swedish ? EmbeddedData.templateGuide : EmbeddedData.templateGuideEn
    for line in EmbeddedTable(guide, separator: "\t").rows {
      try writeGuide(line, sheet, row: &row)
    }
    try file.setPrintArea(sheet, rows: row, columns: Self.guideWidths.count)
  }

  /// Step, column, whether it must be filled in, explanation.
  private static let guideWidths: [Double] = [4, 20, 16, 62]

  private mutating func writeGuide(
    _ line: EmbeddedTable.Row, _ sheet: WorkbookFile.Sheet, row: inout Int
  ) throws(WorkbookError) {
    let text = line["text"]
    switch line["style"] {
    case "title":
      try writeWide(text, .title, sheet, row: &row, height: 30)
    case "step":
      try file.write(sheet, row, 0, text: line["key"], try format(.guideStep))
      try writeWide(text, .paragraph, sheet, row: &row, from: 1)
    case "heading":
      row += 1
      try writeWide(text, .heading, sheet, row: &row, height: 22)
    case "table":
      guard let table = RecordTable(rawValue: line["key"]) else { return }
      row += 1
      try writeWide(table.sheetName(in: language), .heading, sheet, row: &row, height: 22)
      try writeWide(text, .paragraph, sheet, row: &row)
      for shown in TemplateColumn.all(of: table, in: language) {
        try writeColumn(shown, sheet, row: &row)
      }
    default:
      try writeWide(text, .lead, sheet, row: &row)
    }
  }

  /// A text over the rest of the columns, on as many lines as it needs.
  private mutating func writeWide(
    _ text: String, _ style: CellStyle, _ sheet: WorkbookFile.Sheet, row: inout Int,
    from column: Int = 0, height: Double? = nil
  ) throws(WorkbookError) {
    let width = Self.guideWidths[column...].reduce(0, +)
    try file.setHeight(
      sheet, row: row, height ?? Self.height(of: text, width: width, in: style))
    try file.merge(
      sheet, row: row, column, span: Self.guideWidths.count - column, text: text,
      try format(style))
    row += 1
  }

  private mutating func writeColumn(
    _ shown: TemplateColumn, _ sheet: WorkbookFile.Sheet, row: inout Int
  ) throws(WorkbookError) {
    // Swedish words speak for themselves in the list of the cell.
    let words = language == .swedish ? "" : shown.choices.joined(separator: ", ")
    let text = words.isEmpty ? shown.help : "\(shown.help)\n\(words)"
    try file.setHeight(
      sheet, row: row, Self.height(of: text, width: Self.guideWidths[3], in: .guideText))
    try file.write(sheet, row, 1, text: shown.heading, try format(.guideName))
    try file.write(sheet, row, 2, text: shown.rule, try format(.guideRule))
    try file.write(sheet, row, 3, text: text, try format(.guideText))
    row += 1
  }

  /// Points; running text is narrower than the figures that columns are measured for.
  private static func height(of text: String, width: Double, in style: CellStyle) -> Double {
    Double(ColumnWidths.lines(of: text, width: width * 1.08, in: style)) * 14 + 4
  }
}
