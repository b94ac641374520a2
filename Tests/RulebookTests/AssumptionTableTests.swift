// The table of assumptions: a row for each, found by id and by path.

import Bookkeeping
import Diagnostics
import Outcomes
import Testing

@testable import Rulebook

@Suite struct AssumptionTableTests {
  static let place = SourceLocation(file: "dualbokslut.yaml", line: 1, column: 1)

  /// One of each case, kinds walked through.
  static let ids: [AssumptionID] =
    OutcomeKind.allCases.flatMap { [.deadweight($0), .displacement($0), .attribution($0)] }
    + [
      .dropOff, .horizon, .confirmation, .monthlyWage, .placementShare, .placementPrice,
      .discountRate,
    ] + SupportKind.allCases.filter(\.isPaidSupport).map { .longest($0) }

  @Test func everyAssumptionHasOneRow() {
    #expect(AssumptionRow.all.count == Self.ids.count)
    #expect(Set(AssumptionRow.all.map(\.id)) == Set(Self.ids))
    for id in Self.ids {
      #expect(AssumptionRow[id].id == id)
      #expect(AssumptionID(path: id.path) == id)
    }
    #expect(AssumptionID.placementPrice.path == "träningsplats.alternativ placering.pris")
    #expect(AssumptionID.longest(.activitySupport).path == "försörjning.aktivitetsstöd.längst")
  }

  @Test func settingsAreReadAndReplacedByTheTable() {
    var settings = Settings(
      organisation: Organisation(id: "prov", name: "Prov"),
      books: .pattern(Located("*.se", at: Self.place)), location: Self.place)
    settings.assumptions = Assumptions(location: Self.place)
    for row in AssumptionRow.all {
      let value: AssumedValue =
        switch row.type {
        case .rate: .rate(Rate(tenThousandths: 1_234))
        case .kronorPerMonth: .amount(Amount(ore: 12_345))
        case .months(let range, _), .years(let range): .count(range.upperBound)
        }
      #expect(settings[row.id] == nil)
      settings[row.id] = StatedAssumption(value, source: "prov", location: Self.place)
      #expect(settings[row.id]?.base == value)
      // As a package writes it: percent with two decimals, kronor with öre, whole numbers.
      let text =
        value.rate?.percent ?? value.amount?.description ?? value.count.map(String.init) ?? ""
      #expect(row.type.value(of: text) == value)
      #expect(row.type.value(of: "") == nil && row.type.value(of: "många") == nil)
    }
    #expect(settings.supportDurations.count == 10)
    settings[.longest(.activitySupport)] = nil
    #expect(settings.supportDurations[.activitySupport] == nil)
  }
}
