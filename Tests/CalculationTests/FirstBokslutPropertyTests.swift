// Seeded random books over all of BAS 2025: the identities hold for every legal form.

import Bookkeeping
import Calculation
import Figures
import Rulebook
import Testing

@Suite("First bokslut, properties")
struct FirstBokslutPropertyTests {
  /// How the random year was closed.
  enum Closing: CaseIterable { case open, booked, parkedIn2090, parkedOutside, withoutCounter }

  /// The accounts of a form that hold something by themselves.
  private func accounts(of form: LegalForm) -> [Int] {
    let layout = StatementLayout.of(form)
    return BASChart.bas2025.entries.map(\.number).filter { number in
      guard case .row(let id, _) = layout.placement(ofNumber: number) else { return false }
      return id != StatementLayout.RowID.resultInEquity
    }
  }

  @Test("Balanced books tie, every öre in one row", arguments: LegalForm.allCases)
  func balancedBooks(form: LegalForm) throws {
    var generator = SeededGenerator(seed: 20_250_101)
    let all = accounts(of: form)
    for round in 0..<60 {
      var closing: [Int: Int64] = [:]
      for _ in 0..<Int.random(in: 1...120, using: &generator) {
        let number = all.randomElement(using: &generator) ?? 1930
        closing[number, default: 0] += Int64.random(in: -9_999_999...9_999_999, using: &generator)
      }
      let result = -closing.filter { $0.key >= 3000 }.values.reduce(0, +)
      closing[1930, default: 0] -= closing.values.reduce(0, +)
      let way = Closing.allCases[round % Closing.allCases.count]
      let ownAccount = form == .nonProfitAssociation ? 2069 : 2099
      switch way {
      case .open: break
      case .booked:
        closing[8999] = result
        closing[ownAccount] = -result
      case .parkedIn2090:
        closing[8999] = result
        closing[2090, default: 0] -= result
      case .parkedOutside:
        closing[8999] = result
        closing[9999] = -result
      case .withoutCounter: closing[ownAccount] = -result
      }
      let bokslut = try compute(closing, form: form)
      let comment: Comment = "round \(round), \(way)"
      bokslut.checkIdentities(comment)
      #expect(bokslut.result.ore == result, comment)
      #expect(bokslut.closing.difference.isZero, comment)
      #expect(bokslut.balanceSheet.ore("own.differens") == nil, comment)
      checkEveryOre(bokslut, closing: closing, comment)
    }
  }

  @Test(
    "Books that do not balance tie through the row of the difference", arguments: LegalForm.allCases
  )
  func unbalancedBooks(form: LegalForm) throws {
    var generator = SeededGenerator(seed: 7)
    let all = accounts(of: form) + [2099, 8999].filter { _ in form != .nonProfitAssociation }
    for round in 0..<60 {
      var closing: [Int: Int64] = [:]
      for _ in 0..<Int.random(in: 1...60, using: &generator) {
        let number = all.randomElement(using: &generator) ?? 1930
        closing[number, default: 0] += Int64.random(in: -9_999_999...9_999_999, using: &generator)
      }
      let bokslut = try compute(closing, form: form)
      bokslut.checkIdentities("round \(round)")
      checkEveryOre(bokslut, closing: closing, "round \(round)")
    }
  }

  private func compute(_ closing: [Int: Int64], form: LegalForm) throws -> FirstBokslut {
    let rows = try closing.sorted { $0.key < $1.key }.map {
      try TrialBalance.Row(
        account: Account(number: String($0.key)), opening: .zero,
        closing: Amount(ore: $0.value))
    }
    let year = try fiscalYear(2025)
    let outcome = FirstBokslut.compute(
      FirstBokslutInput(
        form: form, year: year,
        current: TrialBalance(yearOffset: 0, fiscalYear: year, rows: rows)))
    let errors = outcome.diagnostics.all.filter { $0.severity == .error }.map(\.code.rawValue)
    let unbalanced = outcome.bokslut?.closing.difference.isZero == false
    #expect(errors.allSatisfy { unbalanced && ["BOK011", "BOK013"].contains($0) })
    #expect(unbalanced == !errors.isEmpty)
    return try #require(outcome.bokslut)
  }

  /// Every account's shares sum to its balance, and no account of the sheet is missing.
  private func checkEveryOre(_ bokslut: FirstBokslut, closing: [Int: Int64], _ comment: Comment) {
    var landed: [String: Int64] = [:]
    for row in bokslut.incomeStatement.rows + bokslut.balanceSheet.rows {
      for share in row.accounts { landed[share.account.number, default: 0] += share.current.ore }
    }
    for other in bokslut.closing.closingAccounts + bokslut.closing.internalAccounts {
      landed[other.account.number, default: 0] += other.amount.ore
    }
    let expected = closing.filter { $0.value != 0 }
    #expect(landed.filter { $0.value != 0 }.count == expected.count, comment)
    for (number, ore) in expected { #expect(landed[String(number)] == ore, comment) }
  }
}
