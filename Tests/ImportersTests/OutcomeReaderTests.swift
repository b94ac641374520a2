// Rows of the register into records, and what is said of cells.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook
import Testing

@testable import Importers

@Suite struct OutcomeReaderTests {
  static let participants = """
    Deltagare;Födelseår;Kön;Försörjning före
    D01;1985;kvinna;aktivitetsstöd
    D02;1992;man;försörjningsstöd
    """

  static func read(
    _ texts: [RecordTable: String], settings: Settings? = nil
  ) -> (register: OutcomeRegister, found: [String], messages: [String]) {
    var files: [RecordTable: (path: String, bytes: [UInt8])] = [:]
    for (table, text) in texts { files[table] = (table.fileName, Array(text.utf8)) }
    let (register, diagnostics) = OutcomeReader.readCSV(files, settings: settings)
    return (
      register,
      diagnostics.sorted.map { "\($0.code.rawValue)@\($0.location?.description ?? "-")" },
      diagnostics.sorted.map { $0.rendered(in: .swedish) }
    )
  }

  static func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func everyColumnOfTheContractIsRead() throws {
    let (register, found, messages) = Self.read([
      .participants: """
      Deltagare;Födelseår;Kön;Anvisad av;Försörjning före;Belopp före;Utan arbete sedan;Medlem;Kommun
      D01;1985;kvinna;arbetsförmedlingen;aktivitetsstöd;10 200,50;2022-05-01;ja;Ronneby
      """,
      .employments: """
      Deltagare;Start;Slut;Omfattning;Månadslön;Stöd;Bidrag
      D01;2025-01-01;2025-06-30;75;24000;lönebidrag;9000
      """,
      .trainingPlaces: """
      Deltagare;Start;Slut;Omfattning;Beställare;Pris;Närvaro
      D01;2024-02-01;2024-12-31;50 %;egen ansökan;4000;120,25
      """,
      .transitions: """
      Deltagare;Datum;Till;Omfattning;Månadslön;Arbetsgivare;Bidrag;Underlag
      D01;2025-06-30;nystartsjobb;100;26500;ASF;0;anställningsavtal
      """,
      .followUps: "Deltagare;Datum;Läge;Underlag\nD01;2025-12-15;i arbete;\n",
      .paidWages: "Deltagare;Från;Till;Belopp\nD01;2025-01-01;2025-01-31;17 950\n",
    ])
    #expect(found.isEmpty, "\(messages)")
    let participant = try #require(register.participants.first)
    #expect(participant.birthYear == 1985 && participant.gender == .woman)
    #expect(participant.referredBy == .actor(.employmentService))
    #expect(participant.supportBefore == .activitySupport)
    #expect(participant.supportAmount?.ore == 1_020_050)
    #expect(participant.outOfWorkSince == (try Self.day("2022-05-01")))
    #expect(participant.isMember == true && participant.municipality == "Ronneby")
    #expect(participant.location.description == "deltagare.csv:2:1")
    let employment = try #require(register.employments.first)
    #expect(employment.extent.percent == "75" && employment.monthlyWage.ore == 2_400_000)
    #expect(employment.subsidy == .wageSubsidy && employment.subsidyAmount?.ore == 900_000)
    let place = try #require(register.trainingPlaces.first)
    #expect(place.commissioner == .ownApplication && place.price?.ore == 400_000)
    #expect(place.attendedHours?.hundredths == 12_025)
    let transition = try #require(register.transitions.first)
    #expect(transition.destination == .newStartJob && transition.employer == .socialEnterprise)
    #expect(transition.subsidyAmount == .zero && transition.evidence == .contract)
    let followUp = try #require(register.followUps.first)
    #expect(followUp.status == .atWork && followUp.evidence == .ownStatement)
    #expect(register.paidWages?.map(\.amount.ore) == [1_795_000])
  }

  @Test func headingsInAnyOrderCaseAndLanguage() throws {
    let (register, found, _) = Self.read([
      .participants: """
      GENDER,forsorjning fore,Birth_Year,PARTICIPANT
      Kvinna,Forsorjningsstod,1985,D01
      """
    ])
    #expect(found.isEmpty)
    #expect(register.participants.first?.supportBefore == .socialAssistance)
    #expect(register.paidWages == nil)
  }

  @Test func ownActorsMayCommission() throws {
    var settings = Settings(
      organisation: Organisation(id: "p", name: "P"),
      books: .pattern(Located("x", at: SourceLocation(file: "d"))),
      location: SourceLocation(file: "d"))
    settings.actors = [OwnActor(id: "kriminalvården", name: "Kriminalvården", isPublic: true)]
    let (register, found, _) = Self.read(
      [
        .participants: Self.participants,
        .trainingPlaces: """
        Deltagare;Start;Omfattning;Beställare
        D01;2025-01-01;50;Kriminalvarden
        """,
      ], settings: settings)
    #expect(found.isEmpty)
    #expect(register.trainingPlaces.first?.commissioner == .actor("kriminalvården"))
  }

  @Test func everyFaultIsToldAtOnceInOrder() {
    let (register, found, messages) = Self.read([
      .participants: """
      Deltagare;Födelseår;Kön;Försörjning före;Belopp före
      D01;85;kvina;aktivitetsstöd;tusen
      D02;1992;man;;
      ;1990;man;ingen;
      """,
      .employments: """
      Deltagare;Start;Slut;Omfattning;Månadslön
      D01;2025-02-30;;150;25.500
      """,
    ])
    #expect(
      found == [
        "REG013@anstallningar.csv:2:5", "REG020@anstallningar.csv:2:17",
        "REG018@anstallningar.csv:2:21", "REG016@deltagare.csv:2:5", "REG012@deltagare.csv:2:8",
        "REG014@deltagare.csv:2:29", "REG011@deltagare.csv:3:14", "REG011@deltagare.csv:4:1",
      ])
    #expect(register.participants.isEmpty && register.employments.isEmpty)
    // Row, column and the nearest word.
    #expect(messages[4].contains("\"kvina\" i kolumnen Kön, rad 2"))
    #expect(messages[4].contains("Menades \"kvinna\"?"))
  }

  @Test func aFaultyRowHasNoOtherConsequence() {
    // D02's birth year is wrong: that the employment's participant is missing is not said too.
    let (_, found, _) = Self.read([
      .participants: "Deltagare;Födelseår;Kön;Försörjning före\nD02;x;man;ingen\n",
      .employments: """
      Deltagare;Start;Omfattning;Månadslön
      D02;2025-13-01;100;25000
      """,
      .transitions: """
      Deltagare;Datum;Till;Omfattning;Underlag
      D02;2025-06-30;arbeta;100;inget
      """,
      .followUps: "Deltagare;Datum;Läge\nD02;2025-12-15;i arbete\n",
      .paidWages: "Deltagare;Från;Till;Belopp\nD02;2025-01-01;2025-01-31;25000\n",
    ])
    #expect(
      found == [
        "REG013@anstallningar.csv:2:5", "REG016@deltagare.csv:2:5", "REG012@overgangar.csv:2:16",
      ])
  }

  @Test func aMissingColumnIsToldOnceAndNoRowAfterIt() {
    let (_, found, _) = Self.read([
      .participants: "Födelseår;Kön;Försörjning före\n1985;kvinna;ingen\n",
      .employments: "Deltagare;Start;Omfattning;Månadslön\nD01;2025-01-01;100;25000\n",
    ])
    #expect(found == ["REG009@deltagare.csv:1:1"])
  }

  @Test func unknownColumnsAreNoted() {
    let (register, found, _) = Self.read([
      .participants: "Deltagare;Födelseår;Kön;Försörjning före;Skostorlek\nD01;1985;man;ingen;43\n"
    ])
    #expect(found == ["REG007@deltagare.csv:1:42"])
    #expect(register.participants.count == 1)
  }

  @Test func aCommaThatCutsACellIsSeen() {
    let (_, found, _) = Self.read([
      .participants: Self.participants,
      .employments: "Deltagare,Start,Omfattning,Månadslön\nD01,2025-01-01,37,5,25000\n",
    ])
    #expect(found.contains("REG010@anstallningar.csv:2:21"))
  }

  @Test func identityNumbersInAnyCellAreToldAndNeverPrinted() {
    let number = "18900101-2385"
    let (register, found, messages) = Self.read([
      .participants: """
      Deltagare;Födelseår;Kön;Försörjning före;Anteckning \(number)
      \(number);1985;kvinna;ingen;
      D02;1992;\(number);ingen;
      D03;1992;man;ingen;ring 8900101 900101-2385.
      """
    ])
    #expect(
      found.filter { $0.hasPrefix("REG022") } == [
        "REG022@deltagare.csv:1:42", "REG022@deltagare.csv:2:1", "REG022@deltagare.csv:3:10",
        "REG022@deltagare.csv:4:20",
      ])
    #expect(messages.allSatisfy { !$0.contains("2385") })
    #expect(!found.contains { $0.hasPrefix("REG012") })
    #expect(register.participants.isEmpty)
  }

  @Test func namesAreWarnedAboutOnceAndNotPrinted() {
    let (register, found, messages) = Self.read([
      .participants: """
      Deltagare;Födelseår;Kön;Försörjning före
      D01;1985;kvinna;ingen
      Anna Andersson;1985;kvinna;ingen
      Kim;1985;kvinna;ingen
      """
    ])
    #expect(found == ["REG023@deltagare.csv:3:1"])
    #expect(messages.allSatisfy { !$0.contains("Anna") && $0.contains("rader: 2") })
    #expect(register.participants.count == 3)
  }

  @Test(arguments: [
    ("Anna", true), ("ANNA", true), ("Anna Andersson 85", true), ("Björk", true), ("D01", false),
    ("d-1", false), ("P 12", false), ("A", false), ("AB", false), ("deltagare 7", false),
    ("2025-014", false),
  ])
  func namesAreToldFromIDs(id: String, isName: Bool) {
    #expect(NameLikeID.looksLikeName(id) == isName)
  }

  @Test func datesOutsideReason() {
    let (_, found, _) = Self.read([
      .participants: Self.participants,
      .employments: "Deltagare;Start;Omfattning;Månadslön\nD01;2205-01-01;100;25000\n",
    ])
    #expect(found == ["REG021@anstallningar.csv:2:5"])
  }

  @Test func filesAreFoundByName() {
    let (files, diagnostics) = OutcomeFiles.discover(
      in: [
        "Deltagare.CSV", "anställningar.csv", "training_places.csv", "läs mig.txt",
        ".deltagare.csv",
        "overgangar.csv",
      ], folder: "utfall")
    #expect(
      files == [
        .participants: "Deltagare.CSV", .employments: "anställningar.csv",
        .trainingPlaces: "training_places.csv", .transitions: "overgangar.csv",
      ])
    #expect(diagnostics.all.isEmpty)
  }

  @Test("a table saved in another form is there and not absent")
  func otherForms() {
    let (files, diagnostics) = OutcomeFiles.discover(
      in: ["deltagare.csv", "deltagare.csv.bak", "overgangar.txt", "Löner.xlsx", "läs mig.txt"],
      folder: "utfall")
    #expect(files.keys.count == 1)
    let told = diagnostics.sorted.map { "\($0.code.rawValue) \($0.location?.file ?? "")" }
    #expect(told.sorted() == ["REG053 utfall/overgangar.txt", "REG056 utfall/Löner.xlsx"])
  }

  @Test("a heading with a letter wrong is told of as the column that is missing")
  func misspeltHeadings() {
    func codes(_ heading: String) -> [String] {
      let text = "Deltagare;Datum;Läge;\(heading)\nD01;2025-01-31;i arbete;intyg\n"
      return OutcomeReader.readCSV(
        [.followUps: ("uppfoljningar.csv", Array(text.utf8))], settings: nil
      ).diagnostics.all.map(\.code.rawValue).filter { ["REG007", "REG052"].contains($0) }
    }
    #expect(codes("Underlga") == ["REG052"])
    #expect(codes("Underlaget") == ["REG052"])
    #expect(codes("Anteckning") == ["REG007"])
    #expect(codes("Underlag") == [])
    // The column is there: the other one is the reader's own.
    #expect(codes("Underlag;Underlag 2") == ["REG007"])
  }

  @Test func sheetsAreFoundByName() {
    let (sheets, diagnostics) = OutcomeFiles.discover(
      sheets: ["Läs mig", "Deltagare", "Anställningar", "Löner", "Listor"],
      workbook: "utfall.xlsx")
    #expect(sheets.keys.count == 3 && sheets[.paidWages] == "Löner")
    #expect(diagnostics.all.isEmpty)
  }

  @Test func theOrderOfRowsAndTablesDoesNotMatter() {
    let rows = ["D01;2025-01-01;50;25000", "D02;2025-01-01;150;25000", "D09;2025-01-01;50;25000"]
    let forward = Self.read([
      .participants: Self.participants,
      .employments: (["Deltagare;Start;Omfattning;Månadslön"] + rows).joined(separator: "\n"),
    ])
    let backward = Self.read([
      .participants: Self.participants,
      .employments: (["Deltagare;Start;Omfattning;Månadslön"] + rows.reversed())
        .joined(separator: "\n"),
    ])
    #expect(forward.found.map { $0.prefix(6) } == ["REG020", "REG030"])
    #expect(
      Set(forward.found.map { $0.prefix(6) }) == Set(backward.found.map { $0.prefix(6) }))
  }
}
