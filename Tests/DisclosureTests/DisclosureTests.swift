// What passes to the exporters, and what does not.

import Figures
import Interchange
import ReportSamples
import Reporting
import Testing

@testable import Disclosure

@Suite struct DisclosureTests {
  @Test func theInternalEditionShowsEveryFigure() throws {
    let report = try SampleReports.full()
    let cleared = try Disclosure.clear(report, for: .intern)
    #expect(cleared.edition == .intern)
    #expect(cleared.figures.map(\.id) == report.figures.figures.map(\.id))
    #expect(cleared.figures.map(\.value) == report.figures.figures.map(\.value))
    #expect(cleared.figures.map(\.formula) == report.figures.figures.map(\.formula))
    #expect(cleared.sections == report.sections.map(\.page))
    #expect(cleared.dataTables == report.dataTables.map(\.data))
  }

  @Test func thePublicEditionIsRefusedUntilItsControlIsBuilt() throws {
    let report = try SampleReports.full()
    #expect(throws: DisclosureError.notYetAvailable(.publik)) {
      try Disclosure.clear(report, for: .publik)
    }
  }

  /// A hidden figure has no value, and no figure made from it tells how.
  @Test func aHiddenPartTakesTheFormulasOverItAway() throws {
    let hidden = figureID("journal.A.1.basis")
    let cleared = ClearedReport(try SampleReports.full(), for: .publik, hidden: [hidden])
    #expect(cleared.figure(hidden)?.value == nil)
    let amount = try #require(cleared.figure(figureID("journal.A.1.amount")))
    #expect(amount.value != nil)
    #expect(amount.formula == nil)
    #expect(amount.parts.isEmpty)
    let other = try #require(cleared.figure(figureID("journal.A.2.amount")))
    #expect(other.formula != nil)
  }

  /// A voucher may concern a single person, so the books stay in the house.
  @Test func theBooksBelongToTheInternalEditionOnly() throws {
    let report = try SampleReports.full(books: SampleReports.books())
    #expect(ClearedReport(report, for: .intern, hidden: []).books != nil)
    #expect(ClearedReport(report, for: .publik, hidden: []).books == nil)
  }

  /// Half a ledger would not balance.
  @Test func aHiddenVoucherTakesTheSocialLedgerAway() throws {
    let report = try SampleReports.full()
    let hidden = figureID("journal.A.1.amount")
    #expect(ClearedReport(report, for: .publik, hidden: []).socialVouchers?.all.count == 20)
    #expect(ClearedReport(report, for: .publik, hidden: [hidden]).socialVouchers == nil)
  }
}
