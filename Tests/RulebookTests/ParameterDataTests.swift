// The embedded data files: every row can be read, ids are unique on every day.

import Bookkeeping
import Diagnostics
import Testing

@testable import Rulebook

@Suite struct ParameterDataTests {
  @Test func everyRowOfTheBankIsRead() {
    let rows = EmbeddedTable(EmbeddedData.parameters, separator: ",").rows
    #expect(rows.count == 32)
    #expect(rows.allSatisfy { ParameterTable.parameter($0) != nil })
    #expect(ParameterBank.embeddedParameters.count == rows.count)
  }

  @Test func noTwoValuesOfAnIDOverlap() {
    for (id, rows) in Dictionary(grouping: ParameterTable.rows, by: \.id) {
      let ordered = rows.sorted { $0.validFrom < $1.validFrom }
      for (earlier, later) in zip(ordered, ordered.dropFirst()) {
        let end = earlier.validTo ?? .lastDay
        #expect(end < later.validFrom, "\(id) overlaps from \(later.validFrom)")
      }
      #expect(Set(rows.map(\.unit)).count == 1, "\(id) changes its unit")
    }
  }

  @Test func idsDifferAlsoWithoutAccents() {
    let folded = ParameterBank.embeddedIDs.map { NameMatching.folded($0) }
    #expect(Set(folded).count == folded.count)
  }

  @Test func everyPercentageHasARate() {
    for parameter in ParameterTable.rows where parameter.unit.isShare {
      #expect(parameter.rate != nil, "\(parameter.id)")
    }
  }

  @Test func everyStatusIsKnown() {
    let known: Set = ["seen-secondary", "memory-unconfirmed"]
    #expect(ParameterTable.rows.allSatisfy { known.contains($0.status) })
    #expect(MunicipalTaxRow.all.allSatisfy { known.contains($0.status) })
  }

  @Test func everyMunicipalityIsReadOnceAYear() {
    let rows = EmbeddedTable(EmbeddedData.municipalTax, separator: ",").rows
    #expect(rows.count == 290)
    #expect(MunicipalTaxRow.all.count == rows.count)
    let keys = MunicipalTaxRow.all.map { "\($0.municipality.lowercased()) \($0.year)" }
    #expect(Set(keys).count == keys.count)
    #expect(Set(MunicipalTaxRow.all.map(\.code)).count == 290)
    #expect(MunicipalTaxRow.all.allSatisfy { $0.code.count == 4 && Int($0.code) != nil })
  }

  @Test func ratesAreWithinReason() {
    for row in MunicipalTaxRow.all {
      #expect((1_000...3_600).contains(row.municipal.tenThousandths), "\(row.municipality)")
      // Gotland is municipality and region in one.
      #expect((0...1_400).contains(row.regional.tenThousandths), "\(row.municipality)")
    }
  }
}
