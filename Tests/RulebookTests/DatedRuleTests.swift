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

  @Test func bracketsRiseFromZeroAndTheAllowanceHasNoGap() throws {
    let rules = IncomeTaxRules(on: try day("2025-12-31"))
    for brackets in [rules.basicAllowance, rules.jobTaxCredit] {
      #expect(brackets.first?.above == .zero)
      for (lower, upper) in zip(brackets, brackets.dropFirst()) {
        #expect(lower.above < upper.above)
      }
    }
    // The allowance goes on where the bracket below ended, to a thousandth of the base amount.
    for (lower, upper) in zip(rules.basicAllowance, rules.basicAllowance.dropFirst()) {
      guard case .stated(let base) = lower.base, case .stated(let rate) = lower.rate,
        case .stated(let next) = upper.base
      else { throw Unstated() }
      let gap = base + (upper.above - lower.above) * rate - next
      #expect(max(gap, -gap) <= Rational(1, 1000))
    }
  }

  private struct Unstated: Error {}

  @Test func theCreditAsksTheBankForWhatChanges() throws {
    let ids = IncomeTaxRules(on: try day("2025-12-31")).creditParameterIDs
    #expect(ids == ["jobbskatteavdrag.lutning2", "jobbskatteavdrag.tak"])
    #expect(ids.allSatisfy(ParameterBank.embedded.knows))
  }

  @Test(arguments: [(1959, false), (1958, true), (1957, true)])
  func olderThan66AtTheYearsStart(birthYear: Int, isLeftOut: Bool) throws {
    let rules = IncomeTaxRules(on: try day("2025-12-31"))
    #expect(rules.leavesOut(birthYear: birthYear, incomeYear: 2025) == isLeftOut)
  }

  @Test func aYearBeforeTheFirstRowFollowsIt() throws {
    let early = IncomeTaxRules(on: try day("2012-12-31"))
    #expect(early.pensionFeeRate == Rational(7, 100))
    #expect(SupportRules(on: try day("2012-12-31"))[.socialAssistance]?.payer == .municipality)
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
    let credited = SupportKind.allCases.filter { rules[$0]?.countsInTaxCredit == true }
    #expect(credited == [.sicknessCompensation, .activityCompensation])
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
