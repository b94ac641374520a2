// Values of the register's cells that are out of reason, at their edges.

import Bookkeeping
import Diagnostics
import Outcomes
import Testing

@testable import Importers

@Suite struct RegisterValuesTests {
  /// The codes found, by table.
  static func found(
    participants: String = "D01;1985;kvinna;ingen;;\n", employments: String = "",
    places: String = "", transitions: String = "", wages: String? = nil, knownOn day: String? = nil
  ) -> [String] {
    var tables: [RecordTable: String] = [
      .participants: "Deltagare;Födelseår;Kön;Försörjning före;Belopp före;Utan arbete sedan\n"
        + participants,
      .employments: "Deltagare;Start;Slut;Omfattning;Månadslön;Stöd;Bidrag\n" + employments,
      .trainingPlaces: "Deltagare;Start;Slut;Omfattning;Beställare;Pris;Närvaro\n" + places,
      .transitions: "Deltagare;Datum;Till;Omfattning;Månadslön;Bidrag;Underlag\n" + transitions,
    ]
    if let wages { tables[.paidWages] = "Deltagare;Från;Till;Belopp\n" + wages }
    let (register, found, _) = OutcomeReaderTests.read(tables)
    let later = RegisterDays.diagnostics(register, knownOn: day.flatMap { CalendarDate($0) })
    return found.map { String($0.prefix(6)) } + later.sorted.map(\.code.rawValue)
  }

  static func employment(
    wage: String = "25000", extent: String = "50", start: String = "2025-01-01",
    end: String = "2025-06-30", subsidy: String = "ingen;"
  ) -> [String] {
    found(employments: "D01;\(start);\(end);\(extent);\(wage);\(subsidy)\n")
  }

  @Test(arguments: [
    ("185", "REG072"), ("0", "REG072"), ("4999,99", "REG072"), ("5000", "REG073"),
    ("9999", "REG073"), ("100001", "REG073"), ("150001", "REG072"), ("288000", "REG072"),
  ])
  func aWageOutOfReason(wage: String, code: String) {
    #expect(Self.employment(wage: wage) == [code])
    // The new job's wage is held to the same.
    #expect(
      Self.found(transitions: "D01;2025-06-30;arbete;100;\(wage);;inget\n") == [code])
  }

  @Test(arguments: ["10000", "24 000,50", "100000"])
  func aWageWithinReason(wage: String) {
    #expect(Self.employment(wage: wage).isEmpty)
  }

  @Test(arguments: [
    ("7500 %", "REG070"), ("7500", "REG070"), ("750", "REG070"), ("5000%", "REG070"),
    ("1000", "REG070"), ("3750", "REG070"), ("0", "REG071"), ("0 %", "REG071"), ("101", "REG020"),
    ("125", "REG020"), ("140", "REG020"), ("-50", "REG020"), ("20000", "REG020"),
    ("0,5", "REG024"),
  ])
  func anExtentThatIsNone(extent: String, code: String) {
    #expect(Self.employment(extent: extent) == [code])
  }

  @Test(
    arguments: [
      (75_0000, 7_500), (7_5000, 7_500), (10_0000, 10_000), (50_0000, 5_000), (37_5000, 3_750),
      (2_0000, 2_000),
    ] as [(Int64, Int64)])
  func theExtentThatWasMeant(written: Int64, meant: Int64) {
    #expect(
      MistypedExtent.meant(by: Rate(tenThousandths: written)) == Rate(tenThousandths: meant))
  }

  @Test func whatWasMeantIsAsked() {
    let (_, _, messages) = OutcomeReaderTests.read([
      .participants: OutcomeReaderTests.participants,
      .employments: "Deltagare;Start;Omfattning;Månadslön\nD01;2025-01-01;7500 %;185\n",
    ])
    #expect(messages.first?.contains("Menades \"75 %\"?") == true)
    #expect(messages.last?.contains("Är det en timlön") == true)
  }

  @Test(arguments: [
    ("lönebidrag;4", "REG072"), ("lönebidrag;150", "REG073"), ("lönebidrag;90000", "REG072"),
  ])
  func aSubsidyOutOfReason(subsidy: String, code: String) {
    #expect(Self.employment(subsidy: subsidy) == [code])
  }

  @Test func noSubsidyIsWithinReason() {
    #expect(Self.employment(subsidy: "lönebidrag;0").isEmpty)
  }

  @Test(arguments: [
    ("5;", "REG072"), ("250;", "REG073"), ("60000;", "REG073"), ("300000;", "REG072"),
    (";201", "REG073"), (";401", "REG072"),
  ])
  func aPlaceOutOfReason(cells: String, code: String) {
    #expect(Self.found(places: "D01;2025-03-01;2025-03-31;50;kommun;\(cells)\n") == [code])
  }

  @Test func hoursGoByTheDaysOfTheRow() {
    #expect(Self.found(places: "D01;2025-03-01;2025-03-31;50;kommun;;200\n").isEmpty)
    #expect(Self.found(places: "D01;2025-03-01;2025-03-01;50;kommun;;25\n") == ["REG072"])
    #expect(Self.found(places: "D01;2025-01-01;2025-12-31;50;kommun;;1800\n").isEmpty)
    // Nobody knows how long a row goes on that has no end.
    #expect(Self.found(places: "D01;2025-03-01;;50;kommun;;9000\n").isEmpty)
  }

  @Test(arguments: [
    ("försörjningsstöd;45", "REG072"), ("försörjningsstöd;510", "REG073"),
    ("försörjningsstöd;985000", "REG072"), ("lön;185", "REG072"), ("lön;312000", "REG072"),
    ("annan;9000", "REG082"), ("okänd;9000", "REG042"),
  ])
  func anAmountBeforeOutOfReason(cells: String, code: String) {
    #expect(Self.found(participants: "D01;1985;man;\(cells);\n") == [code])
  }

  @Test func paidWagesGoByTheMonth() {
    let job = "D01;2025-01-01;2025-12-31;50;25000;ingen;\n"
    func found(_ row: String) -> [String] { Self.found(employments: job, wages: row) }
    #expect(found("D01;2025-01-01;2025-12-31;300000\n").isEmpty)
    #expect(found("D01;2025-01-01;2025-01-31;0\n").isEmpty)
    #expect(found("D01;2025-01-01;2025-01-31;18\n") == ["REG073"])
    #expect(found("D01;2025-01-01;2025-01-31;180000\n") == ["REG073"])
    #expect(found("D01;2025-01-01;2025-01-31;1800000\n") == ["REG072"])
  }

  @Test(arguments: [
    ("0205-01-01", "REG021"), ("2205-01-01", "REG021"), ("1975-01-01", "REG021"),
    ("1995-01-01", "REG073"),
  ])
  func aDayDecadesOff(start: String, code: String) {
    #expect(Self.employment(start: start).first == code)
  }

  @Test(arguments: [
    ("2021", "REG076"), ("2013", "REG076"), ("2011", "REG046"), ("1945", "REG046"),
    ("1920", "REG076"), ("1890", "REG020"), ("0205", "REG020"), ("85", "REG016"),
  ])
  func aBirthYearOutOfReason(year: String, code: String) {
    let job = "D01;2025-01-01;2025-06-30;50;25000;ingen;\n"
    #expect(
      Self.found(participants: "D01;\(year);man;ingen;;\n", employments: job) == [code])
  }

  @Test func aBirthYearIsHeldToWhateverDayThereIs() {
    func found(_ year: String, out: String = "", transitions: String = "") -> [String] {
      Self.found(
        participants: "D01;\(year);man;ingen;;\(out)\n", transitions: transitions,
        knownOn: "2026-02-10")
    }
    #expect(found("2021") == ["REG076"])
    #expect(found("2021", transitions: "D01;2025-06-30;avbrott;;;;inget\n") == ["REG076"])
    #expect(found("1999", out: "1995-01-01") == ["REG076"])
    #expect(found("okänt", out: "1995-01-01").isEmpty)
    #expect(found("1985").isEmpty)
  }

  @Test(arguments: ["okänt", "Okänt", "OKANT"])
  func anUnknownBirthYear(word: String) {
    let (register, found, _) = OutcomeReaderTests.read([
      .participants: "Deltagare;Födelseår;Kön;Försörjning före\nD01;\(word);kvinna;annan\n"
    ])
    #expect(found.isEmpty)
    #expect(register.participants.first?.birthYear == .unknown)
    #expect(register.participants.first?.supportBefore == .other)
  }

  @Test(arguments: ["okänd", "vet ej", "?", "Uppgift saknas"])
  func otherWordsForItAreOnlyProposed(word: String) {
    let (_, found, messages) = OutcomeReaderTests.read([
      .participants: "Deltagare;Födelseår;Kön;Försörjning före\nD01;\(word);kvinna;annan\n"
    ])
    #expect(found == ["REG016@deltagare.csv:2:5"])
    #expect(messages.first?.contains("Menades \"okänt\"?") == true)
  }

  @Test func daysAheadOfTheBooks() {
    func found(_ start: String, _ end: String) -> [String] {
      Self.found(
        employments: "D01;\(start);\(end);50;25000;ingen;\n", knownOn: "2026-02-10")
    }
    #expect(found("2026-02-10", "").isEmpty)
    #expect(found("2026-02-11", "") == ["REG075"])
    #expect(found("2029-02-10", "") == ["REG075"])
    #expect(found("2029-02-11", "") == ["REG074"])
    // A last day may be planned.
    #expect(found("2025-01-01", "2030-12-31").isEmpty)
    #expect(found("2025-01-01", "2035-12-31") == ["REG075"])
    #expect(found("2025-01-01", "2099-12-31") == ["REG074"])
    #expect(
      Self.found(employments: "D01;2052-01-01;;50;25000;ingen;\n", knownOn: nil).isEmpty)
  }

  @Test func theLastDayOfTheBooksStandsInForTheExport() throws {
    let end = try #require(CalendarDate("2025-12-31"))
    func found(_ start: String) -> [String] {
      let (register, _, _) = OutcomeReaderTests.read([
        .participants: OutcomeReaderTests.participants,
        .employments: "Deltagare;Start;Omfattning;Månadslön\nD01;\(start);100;25000\n",
      ])
      return RegisterDays.diagnostics(register, knownOn: nil, booksEnd: end).all
        .map(\.code.rawValue)
    }
    #expect(found("2026-06-01").isEmpty)
    #expect(found("2045-06-01") == ["REG074"])
  }

  @Test func daysAheadAreToldOnceATable() {
    let rows = ["2026-03-01", "2026-04-01", "2026-05-01"].map {
      "D01;\($0);\($0);50;25000;ingen;\n"
    }
    #expect(Self.found(employments: rows.joined(), knownOn: "2026-02-10") == ["REG075"])
  }
}
