// The workbook shows the report's figures, and its formulas give them.

import Bookkeeping
import Disclosure
import Figures
import Foundation
import Interchange
import ReportSamples
import Reporting
import Testing

@testable import Exporters

@Suite struct WorkbookExporterTests {
  private func cleared(_ report: Report? = nil) throws -> ClearedReport {
    try Disclosure.clear(try report ?? SampleReports.full(), for: .intern)
  }

  private func figures(_ sheets: [SheetPlan]) -> [CellPlace: (FigureID, FigureValue)] {
    var figures: [CellPlace: (FigureID, FigureValue)] = [:]
    for (sheet, plan) in sheets.enumerated() {
      for (row, planned) in plan.rows.enumerated() {
        for cell in planned.cells {
          if case .figure(let id, let value) = cell.content {
            figures[CellPlace(sheet: sheet, row: row, column: cell.column)] = (id, value)
          }
        }
      }
    }
    return figures
  }

  /// A spreadsheet that computes every formula gets the figure of the report, to the öre.
  @Test func everyFormulaGivesItsFigure() throws {
    for report in [try SampleReports.full(), try SampleReports.partial()] {
      let cleared = try cleared(report)
      let sheets = WorkbookLayout(cleared).sheets
      let figures = figures(sheets)
      let places = FigurePlaces(sheets)
      let spreadsheet = A1Formula(sheetNames: sheets.map(\.name)) { place in
        figures[place].map { WorkbookDrawing.number($0.1) }
      }
      var formulas = 0
      for (place, (id, value)) in figures {
        let figure = try #require(cleared.figure(id))
        guard let formula = places.formula(of: figure, at: place) else {
          // Only a figure of the inputs, or one with parts that no sheet shows, has none.
          #expect(figure.formula == nil, "\(id)")
          continue
        }
        formulas += 1
        let computed = try spreadsheet.value(formula, onSheet: place.sheet)
        #expect(abs(computed - WorkbookDrawing.number(value)) < 0.000_1, "\(id): \(formula)")
      }
      #expect(formulas > 40)
    }
  }

  /// A statement's cell is where the number itself stands; other sheets take it from there.
  @Test func statementsAreWhereTheirFiguresLive() throws {
    for report in [try SampleReports.full(), try SampleReports.partial()] {
      let cleared = try cleared(report)
      let sheets = WorkbookLayout(cleared).sheets
      let places = FigurePlaces(sheets)
      let statements = ["Resultaträkning", "Balansräkning"].compactMap { name in
        sheets.firstIndex { $0.name == name }
      }
      #expect(statements.count == 2)
      var seen = 0
      for (place, (id, _)) in figures(sheets) where statements.contains(place.sheet) {
        guard case .statement = id, let figure = cleared.figure(id) else { continue }
        seen += 1
        let formula = places.formula(of: figure, at: place)
        if figure.formula == nil { #expect(formula == nil, "\(id)") }
        if let formula { #expect(formula.contains("!") == (figure.isTheResult), "\(id)") }
      }
      #expect(seen > 20)
      let sales = FigureID.statement(.incomeStatement, row: "Nettoomsattning", .current)
      for (place, (id, _)) in figures(sheets) where id == sales {
        let figure = try #require(cleared.figure(id))
        let formula = places.formula(of: figure, at: place)
        #expect((formula == nil) == statements.contains(place.sheet))
        if let formula { #expect(formula.hasPrefix("'Resultaträkning'!")) }
      }
    }
  }

  /// P10: what the workbook shows is what CSV and JSON say.
  @Test func workbookCSVAndJSONSayTheSame() throws {
    let cleared = try cleared()
    let bytes = PackageExporter.bytes(
      cleared, inputs: [], files: [], program: ProgramInfo(version: "0"))
    let package = try BokslutPackage(bytes: Data(bytes))
    let shown = figures(WorkbookLayout(cleared).sheets).values
    let filed = Dictionary(
      package.figures.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(shown.count > 150)
    for (id, value) in shown {
      #expect(filed[FigureIDText.text(id)] == value.exactText)
      // The binary number in the cell is the exact decimal again when it is printed.
      let number = WorkbookDrawing.number(value)
      #expect(
        String(format: "%.\(value.decimals)f", number)
          == ScaledText.string(Int128(value.scaled), decimals: value.decimals))
    }
    let texts = Dictionary(
      uniqueKeysWithValues: package.figures.compactMap { figure in
        figure.value.map { (figure.id, $0) }
      })
    for table in cleared.dataTables {
      let lines = String(decoding: CSVExporter.bytes(of: table, in: cleared), as: UTF8.self)
        .split(separator: "\r\n").dropFirst()
      for (row, line) in zip(table.rows, lines) {
        for case .figure(let id) in row.cells {
          let text = try #require(texts[FigureIDText.text(id)])
          #expect(line.contains(text), "\(table.id): \(id)")
        }
      }
    }
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    let first = try WorkbookExporter.file(cleared())
    #expect(first.path == "tva-bokslut-bryggan-2025-intern.xlsx")
    #expect(first.bytes.starts(with: Array("PK".utf8)))
    setenv("TZ", "Pacific/Auckland", 1)
    tzset()
    defer {
      unsetenv("TZ")
      tzset()
    }
    #expect(try WorkbookExporter.file(cleared()).bytes == first.bytes)
  }

  @Test func everySheetSaysInternal() throws {
    for (report, mark) in [
      (try SampleReports.full(), "INTERN"), (try SampleReports.full(.english), "INTERNAL"),
    ] {
      let cleared = try cleared(report)
      for sheet in WorkbookLayout(cleared).sheets {
        let texts = sheet.rows.prefix(6).compactMap { row in
          if case .text(let text) = row.cells.first?.content { text } else { nil }
        }
        #expect(texts.contains { $0.hasPrefix("\(mark) –") }, "\(sheet.name)")
      }
      let margins = PageMargins(cleared)
      #expect(margins.header.contains(mark))
      #expect(margins.footer.contains(mark))
    }
  }

  @Test func pageMarginsStayWithinExcelsCodes() throws {
    let margins = try PageMargins(cleared())
    #expect(margins.footer.hasSuffix("Sida &P av &N"))
    #expect(margins.header.utf16.count <= 255)
    #expect(margins.footer.utf16.count <= 255)
  }

  /// Letters of many code points and line breaks stay within them too.
  @Test func pageMarginsOfLongNames() throws {
    let report = try SampleReports.full()
    for name in [
      String(repeating: "👩‍👩‍👧‍👦", count: 90), "a" + String(repeating: "\u{301}", count: 500),
      String(repeating: "&", count: 100), "Rad\nett",
    ] {
      let margins = PageMargins(name: name, of: try cleared(report))
      #expect(margins.header.unicodeScalars.count < 255)
      #expect(!margins.header.contains("\n"))
    }
  }

  @Test func sheetsComeInTheContractsOrder() throws {
    let names = try WorkbookLayout(cleared()).sheets.map(\.name)
    #expect(
      names == [
        "Sammanfattning", "År för år", "Finansiärer", "Resultaträkning", "Balansräkning",
        "Aktörsmatris", "Bron", "Indikatorer", "Metod och antaganden", "Avstämning",
        "Social journal",
      ])
    let english = try WorkbookLayout(cleared(SampleReports.full(.english))).sheets.map(\.name)
    #expect(english.first == "Summary")
    for name in names + english { #expect(name.count <= 31) }
  }

  @Test(arguments: ["", "a/b", "x[1]", "a:b", "'a", String(repeating: "x", count: 32)])
  func sheetNamesThatExcelRefusesAreRefusedFirst(name: String) throws {
    let folder = try TemporaryFolder()
    let file = try WorkbookFile(path: "\(folder.path)/a.xlsx")
    #expect(throws: WorkbookError.badSheetName(name)) { _ = try file.addSheet(name) }
  }

  @Test(arguments: [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1")])
  func columnsHaveLetters(column: Int, address: String) {
    #expect(CellPlace(sheet: 0, row: 0, column: column).address == address)
  }

  @Test func daysAreExcelsNumbers() throws {
    let day = try #require(CalendarDate(year: 2025, month: 1, day: 1))
    #expect(WorkbookDrawing.serial(day) == 45_658)
  }

  @Test func numberFormatsFollowLanguageAndUnit() {
    let formats = NumberFormats(.swedish)
    let amount = FigureValue.amount(Amount(ore: 1))
    #expect(formats.format(amount, in: .kronor) == "[$-41D]#,##0;[$-41D]\"−\"#,##0")
    #expect(formats.format(amount, in: .ore).hasPrefix("[$-41D]#,##0.00;"))
    let share = formats.format(.factor(Factor(millionths: 1)), unit: .share, in: .number)
    #expect(share.hasPrefix("[$-41D]0.0%;"))
    #expect(NumberFormats(.english).format(.count(3), in: .number).hasPrefix("[$-409]#,##0;"))
  }
}

extension ClearedFigure {
  /// Whether the figure is the year's result in equity, which the income statement gives.
  fileprivate var isTheResult: Bool {
    if case .figure? = formula { true } else { false }
  }
}

@Suite struct EditionExporterTests {
  @Test func thePackageNamesEveryOtherFileWithItsDigest() throws {
    let cleared = try Disclosure.clear(SampleReports.full(), for: .intern)
    let input = FileDigest(path: "bokforing/2025.se", sha256: "ab")
    let files = try EditionExporter.files(
      cleared, inputs: [input], program: ProgramInfo(version: "0.1.0"))
    let last = try #require(files.last)
    #expect(last.path == "bokslut.json")
    let package = try BokslutPackage(bytes: Data(last.bytes))
    #expect(package.inputs == [input])
    #expect(Set(package.files.map(\.path)) == Set(files.dropLast().map(\.path)))
    for file in files.dropLast() {
      let digest = package.files.first { $0.path == file.path }
      #expect(digest == (try ContentDigest.of(file.path, file.bytes)))
    }
    let again = try EditionExporter.files(
      cleared, inputs: [input], program: ProgramInfo(version: "0.1.0"))
    #expect(again == files)
  }
}
