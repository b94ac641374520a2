// The register's schema: names are unique, lists are whole.

import Testing

@testable import Outcomes

@Suite struct RecordSchemaTests {
  @Test(arguments: RecordTable.allCases)
  func headingsAndAliasesAreUniqueInATable(table: RecordTable) {
    let names = table.columns.flatMap { Set([$0.heading.lowercased(), $0.alias]) }
    #expect(Set(names).count == names.count)
  }

  @Test func everyRecordTableBeginsWithTheParticipant() {
    #expect(RecordTable.allCases.allSatisfy { $0.columns.first == .participant })
  }

  @Test func listsAreWholeAndEndNowhere() {
    #expect(RecordColumn.destination.words.count == 13)
    #expect(RecordColumn.supportBefore.words.count == 14)
    #expect(RecordColumn.subsidy.words.count == 8)
    #expect(RecordColumn.status.words.count == 7)
    #expect(RecordColumn.evidence.words.count == 6)
    #expect(RecordColumn.employerSector.words.count == 7)
    #expect(RecordColumn.commissioner.words.count == 8)
    #expect(RecordColumn.member.words == ["ja", "nej"])
    #expect(RecordColumn.extent.words.isEmpty)
  }

  @Test func tablesMatchTheirFiles() {
    #expect(RecordTable.allCases.map(\.columns.count) == [9, 7, 7, 8, 4, 4])
    #expect(RecordTable.followUps.rawValue == "follow_ups")
    #expect(RecordTable.trainingPlaces.fileName == "traningsplatser.csv")
  }
}
