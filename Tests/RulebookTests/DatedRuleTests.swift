// The dated rules of tax and support: every row is read, and the latest day that has come holds.

import Bookkeeping
import Diagnostics
import Outcomes
import Testing

@testable import Rulebook

@Suite struct DatedRuleTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func everyRowIsRead() {
    #expect(
      IncomeTaxRules.bracketRows.count
        == EmbeddedTable(EmbeddedData.incomeTaxBrackets, separator: "\t").rows.count)
    #expect(
      IncomeTaxRules.numberRows.count
        == EmbeddedTable(EmbeddedData.incomeTaxRules, separator: "\t").rows.count)
    #expect(
      SupportRules.rows.count
        == EmbeddedTable(EmbeddedData.supportRules, separator: "\t").rows.count)
  }

  @Test func tablesRiseFromZeroEveryYear() throws {
    for year in 2019...2026 {
      let rules = IncomeTaxRules(on: try day("\(year)-12-31"))
      for table in IncomeTaxRules.Table.allCases {
        let brackets = rules.tables[table] ?? []
        let isLater = [.earnedIncomeCredit, .temporaryCredit].contains(table) && year < 2021
        #expect(brackets.isEmpty == isLater, "\(table) \(year)")
        #expect(brackets.isEmpty || brackets.first?.above == 0, "\(table) \(year)")
        #expect(Set(brackets.map(\.unit)).count <= 1)
        for (lower, upper) in zip(brackets, brackets.dropFirst()) {
          #expect(lower.above < upper.above, "\(table) \(year)")
        }
      }
    }
  }

  /// What a bracket gives at an income, in millionths; a number of the bank by its value that day.
  private func value(
    _ bracket: IncomeTaxRules.Bracket, at income: Int64, on day: CalendarDate
  ) throws -> Rational {
    func number(_ number: IncomeTaxRules.Number) throws -> Rational {
      switch number {
      case .stated(let value): return Rational(value, 1_000_000)
      case .parameter(let id):
        return try #require(ParameterBank.embedded.parameter(id, on: day)).first.value.rational
      }
    }
    let above = Rational(income - bracket.above, 1_000_000)
    return try number(bracket.base) + above * number(bracket.rate)
  }

  @Test func tablesGoOnWhereTheBracketBelowEnded() throws {
    for year in 2019...2026 {
      let day = try day("\(year)-12-31")
      let rules = IncomeTaxRules(on: day)
      for table in IncomeTaxRules.Table.allCases {
        let brackets = rules.tables[table] ?? []
        for (lower, upper) in zip(brackets, brackets.dropFirst()) {
          let gap =
            try value(lower, at: upper.above, on: day) - value(upper, at: upper.above, on: day)
          // The law writes thousandths of the base amount.
          #expect(max(gap, -gap) <= Rational(1, 1000), "\(table) \(year) \(upper.above)")
        }
      }
    }
  }

  @Test func datesOfATableFollowOneAnother() {
    var periods: [String: Set<[CalendarDate]>] = [:]
    for row in IncomeTaxRules.bracketRows {
      periods[row.rule, default: []].insert([row.validFrom, row.validTo ?? .lastDay])
    }
    for row in IncomeTaxRules.numberRows {
      periods[row.rule, default: []].insert([row.validFrom, row.validTo ?? .lastDay])
    }
    #expect(periods.count == 16)
    for (rule, days) in periods {
      let ordered = days.sorted { $0[0] < $1[0] }
      for (earlier, later) in zip(ordered, ordered.dropFirst()) {
        #expect(earlier[1].adding(days: 1) == later[0], "\(rule)")
      }
    }
  }

  /// Share over 0.91 p, what 3.24 p gives, share over 3.24 p, what 8.08 p gives (67 kap. 7 §).
  static let jobTaxCredit: [(years: ClosedRange<Int>, numbers: [Int64])] = [
    (2019...2021, [340_500, 1_703_000, 128_000, 2_323_000]),
    (2022...2023, [387_400, 1_812_000, 128_000, 2_432_000]),
    (2024...2024, [387_400, 1_813_000, 164_300, 2_608_000]),
    (2025...2025, [387_400, 1_813_000, 199_000, 2_776_000]),
    (2026...2026, [387_400, 1_813_000, 251_000, 3_027_000]),
  ]

  @Test func theJobTaxCreditOfEachYear() throws {
    for (years, expected) in Self.jobTaxCredit {
      for year in years {
        let day = try day("\(year)-12-31")
        let rules = IncomeTaxRules(on: day)
        let brackets = try #require(rules.tables[.jobTaxCredit])
        let limits: [Int64] = [0, 910_000, 3_240_000, 8_080_000]
        #expect(brackets.map(\.above) == limits)
        let found = try [
          brackets[1].rate, brackets[2].base, brackets[2].rate, brackets[3].base,
        ].map { number -> Int64 in
          switch number {
          case .stated(let value): return value
          case .parameter(let id):
            let value = try #require(ParameterBank.embedded.parameter(id, on: day)).first.value
            return value.tenThousandths * 100
          }
        }
        #expect(found == expected, "\(year)")
        #expect(rules.creditsOfYear == nil)
        let tapers = rules.tables[.jobTaxCreditPhaseOut]?.last?.above == 13_540_000
        #expect(tapers == (year <= 2024), "\(year)")
        #expect(rules.creditAge == (year <= 2023 ? 65 : 66), "\(year)")
        #expect(rules.regionalCredit == (year >= 2020 ? 1_675 : 0), "\(year)")
      }
    }
  }

  @Test func theSicknessCreditHasItsOwnTableUntilItTakesTheJobTaxCredits() throws {
    for year in 2018...2026 {
      let rules = IncomeTaxRules(on: try day("\(year)-12-31"))
      let limits = (rules.tables[.sicknessCredit] ?? []).map(\.above)
      let expected: [Int64] =
        year <= 2021
        ? [0, 2_530_000] : [0, 910_000, 3_240_000] + (year == 2026 ? [8_080_000] : [])
      #expect(limits == expected, "\(year)")
      #expect(rules.sicknessTakesAllowance == (year >= 2022))
      #expect(rules.sicknessFloor == ((2022...2025).contains(year) ? 45_000 : 0))
      #expect(rules.sicknessStep == (year == 2026 ? 100 : 0))
    }
    let latest = IncomeTaxRules(on: try day("2026-12-31"))
    #expect(latest.tables[.sicknessCredit] == latest.tables[.jobTaxCredit])
  }

  @Test func theTablesAskTheBankForWhatChanges() throws {
    let ids = IncomeTaxRules(on: try day("2025-12-31")).parameterIDs
    #expect(ids == ["jobbskatteavdrag.lutning2", "jobbskatteavdrag.tak"])
    #expect(ids.allSatisfy(ParameterBank.embedded.knows))
  }

  @Test(arguments: [
    (2019, 1954, false), (2019, 1953, true), (2023, 1958, false), (2023, 1957, true),
    (2024, 1958, false), (2024, 1957, true), (2025, 1959, false), (2025, 1958, true),
  ])
  func theAgeThatLeavesPeopleOut(year: Int, birthYear: Int, isLeftOut: Bool) throws {
    let rules = IncomeTaxRules(on: try day("\(year)-12-31"))
    #expect(rules.leavesOut(birthYear: birthYear, in: year) == isLeftOut)
  }

  @Test func aYearBeforeTheFirstRowHasNoCreditAndTheFirstAllowance() throws {
    let early = IncomeTaxRules(on: try day("2012-12-31"))
    #expect(early.pensionFeeRate == 70_000)
    #expect(early.tables[.basicAllowance]?.count == 5)
    for table in IncomeTaxRules.Table.allCases where table != .basicAllowance {
      #expect(early.tables[table]?.isEmpty == true, "\(table)")
    }
    #expect(early.regionalCredit == 0)
    #expect(SupportRules(on: try day("2012-12-31"))[.socialAssistance]?.payer == .municipality)
  }

  @Test func aYearAfterTheTablesTakesTheLast() throws {
    let later = IncomeTaxRules(on: try day("2028-12-31"))
    let last = IncomeTaxRules(on: try day("2026-12-31"))
    #expect(later.creditsOfYear == 2026)
    #expect(later.tables == last.tables)
    // What a law ended stays ended.
    #expect(later.tables[.temporaryCredit]?.map(\.rate) == [.stated(0)])
  }

  @Test func everyMunicipalityOfTheRegionalCreditIsReadOnceAndIsInTheTable() throws {
    let rows = RegionalCredit.rows
    #expect(rows.count == EmbeddedTable(EmbeddedData.regionalCredit, separator: "\t").rows.count)
    #expect(rows.count == 76 && Set(rows.map(\.code)).count == 76)
    let known = Dictionary(
      MunicipalTaxRow.all.map { ($0.code, $0.municipality) }, uniquingKeysWith: { $1 })
    for row in rows {
      #expect(known[row.code] == row.municipality)
      #expect(RegionalCredit.isGiven(in: row.municipality, on: try day("2026-12-31")))
      #expect(!RegionalCredit.isGiven(in: row.municipality, on: try day("2019-12-31")))
    }
    #expect(!RegionalCredit.isGiven(in: "Karlskrona", on: try day("2025-12-31")))
    #expect(!RegionalCredit.isGiven(in: "Påhittad", on: try day("2025-12-31")))
  }

  @Test func everySupportHasARuleAndNothingElse() throws {
    let rules = SupportRules(on: try day("2025-12-31"))
    for kind in SupportKind.allCases {
      #expect((rules[kind] != nil) == kind.isPaidSupport, "\(kind.rawValue)")
    }
    let taxed = SupportKind.allCases.filter { rules[$0]?.isTaxed == true }
    #expect(
      taxed == [
        .activitySupport, .unemploymentBenefit, .sicknessBenefit, .rehabilitationBenefit,
        .sicknessCompensation, .activityCompensation,
      ])
    let sickness = SupportKind.allCases.filter { rules[$0]?.isSicknessBenefit == true }
    #expect(sickness == [.sicknessCompensation, .activityCompensation])
    let ofState = SupportKind.allCases.filter { rules[$0]?.payer == .state }
    #expect(ofState == [.unemploymentBenefit, .studySupport])
  }

  @Test func onlyTheStatedCounterpartsAreTakenForGranted() {
    #expect(FlowKind.specialPayrollTax.actorUnlessNamed == .widerEconomy)
    #expect(FlowKind.tax.actorUnlessNamed == .state)
    #expect(FlowKind.placementFee.actorUnlessNamed == nil)
    #expect(FlowDefaults.embedded.rule(for: 7533)?.actor == .state)
  }
}
