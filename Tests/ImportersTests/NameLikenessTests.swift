// Names that are nearly a table's, and those that are not.

import Outcomes
import Testing

@testable import Importers

struct NameLikenessTests {
  @Test(
    "copies, other forms of the word and slips look like their table",
    arguments: [
      ("Övergångar (2)", RecordTable.transitions), ("Kopia av Deltagare", .participants),
      ("Anställda", .employments), ("overgangar - kopia", .transitions),
      ("Övergång", .transitions), ("Lön", .paidWages), ("Uppföljning", .followUps),
      ("anstallningar_2025", .employments), ("loner2025", .paidWages),
      ("Deltagare ny version", .participants), ("particpants", .participants),
      ("training places (1)", .trainingPlaces), ("Träningsplats", .trainingPlaces),
      ("Praktikplatser", .trainingPlaces), ("Övergångar från Anna", .transitions),
    ])
  func near(name: String, table: RecordTable) {
    #expect(NameLikeness.table(like: name) == table)
  }

  @Test(
    "what says something else looks like none",
    arguments: [
      "", "(2)", "2025", "Budget", "Läs mig", "Blad1", "Anteckningar", "Lokaler", "Kopia",
      "utfall", "Avgifter", "Statistik",
    ])
  func far(name: String) {
    #expect(NameLikeness.table(like: name) == nil)
  }

  @Test("endings fall off, dots inside a name do not")
  func stems() {
    #expect(NameLikeness.stem(of: "overgangar.csv.txt") == "overgangar")
    #expect(NameLikeness.stem(of: "övergångar.CSV.TXT") == "övergångar")
    #expect(NameLikeness.stem(of: "deltagare 2025.12") == "deltagare 2025.12")
    #expect(NameLikeness.stem(of: "deltagare") == "deltagare")
  }

  @Test("a workbook saved anew is its copy, another one is not")
  func copies() {
    for name in [
      "utfall (1).xlsx", "Kopia av utfall.xlsx", "Utfall.xlsx", "utfall.xls", "utfal.xlsx",
      "utfall_2025.xlsx", "utfall.xlsx.xlsx",
    ] {
      #expect(NameLikeness.isCopy(name, of: "utfall.xlsx"), "\(name)")
    }
    for name in ["utfall.xlsx", "budget.xlsx", "lokaler.xlsx", "1.xlsx"] {
      #expect(!NameLikeness.isCopy(name, of: "utfall.xlsx"), "\(name)")
    }
  }
}
