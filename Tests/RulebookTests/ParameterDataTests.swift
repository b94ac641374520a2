// The embedded data files: every row can be read, ids are unique on every day.

import Bookkeeping
import Diagnostics
import Testing

@testable import Rulebook

@Suite struct ParameterDataTests {
  @Test func everyRowOfTheBankIsRead() {
    let rows = EmbeddedTable(EmbeddedData.parameters, separator: ",").rows
    #expect(rows.count == 38)
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
    let known = Set(Parameter.bankStatuses)
    #expect(ParameterTable.rows.allSatisfy { known.contains($0.status) })
    #expect(MunicipalTaxRow.all.allSatisfy { known.contains($0.status) })
  }

  @Test func everyMunicipalityIsReadOnceAYear() {
    let rows = EmbeddedTable(EmbeddedData.municipalTax, separator: ",").rows
    // 290 municipalities in eight years, less the sixteen cells that could not be verified.
    #expect(rows.count == 290 * 8 - 16)
    #expect(MunicipalTaxRow.all.count == rows.count)
    let keys = MunicipalTaxRow.all.map { "\($0.municipality.lowercased()) \($0.year)" }
    #expect(Set(keys).count == keys.count)
    #expect(Set(MunicipalTaxRow.all.map(\.code)).count == 290)
    #expect(MunicipalTaxRow.all.allSatisfy { $0.code.count == 4 && Int($0.code) != nil })
    #expect(Set(MunicipalTaxRow.all.map { "\($0.code) \($0.municipality)" }).count == 290)
    #expect(MunicipalTaxRow.all.allSatisfy { $0.source.contains(String($0.year)) })
  }

  /// SCB: how many municipalities had a higher and a lower sum than the year before.
  @Test(arguments: [(2021, 9, 11), (2022, 5, 28), (2023, 6, 7), (2024, 47, 6), (2026, 16, 45)])
  func ratesRiseAndFallAsOftenAsPublished(year: Int, up: Int, down: Int) {
    func sums(_ year: Int) -> [String: Int64] {
      Dictionary(
        MunicipalTaxRow.all.filter { $0.year == year }.map {
          ($0.code, $0.municipal.tenThousandths + $0.regional.tenThousandths)
        }, uniquingKeysWith: { $1 })
    }
    let before = sums(year - 1)
    let changes = sums(year).compactMap { code, sum in before[code].map { sum - $0 } }
    #expect(changes.count { $0 > 0 } == up)
    #expect(changes.count { $0 < 0 } == down)
  }

  @Test func thePriceBaseAmountOfEachYear() throws {
    let kronor: [Int64] = [46_500, 47_300, 47_600, 48_300, 52_500, 57_300, 58_800, 59_200, 59_600]
    let rows = ParameterTable.rows.filter { $0.id == "prisbasbelopp" }
    #expect(rows.map { $0.value.tenThousandths / 10_000 } == kronor)
    #expect(rows.map(\.validFrom.year) == Array(2019...2027))
    // The government had not set that of 2027.
    #expect(rows.map(\.status) == Array(repeating: "primary", count: 8) + ["preliminary"])
  }

  @Test func ratesAreWithinReason() {
    for row in MunicipalTaxRow.all {
      #expect((1_000...3_600).contains(row.municipal.tenThousandths), "\(row.municipality)")
      // Gotland is municipality and region in one.
      #expect((0...1_400).contains(row.regional.tenThousandths), "\(row.municipality)")
    }
  }
}
