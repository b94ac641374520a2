// Makes the first bokslut from trial balances and a layout.

import Bookkeeping
import Diagnostics
import Rulebook

extension FirstBokslut {
  /// The first bokslut of a year with the year before. Every öre of the file lands in exactly one
  /// row; what has no row is an error, and what keeps the books from balancing stands in a row of
  /// its own.
  package static func compute(_ input: FirstBokslutInput) -> FirstBokslutOutcome {
    var diagnostics = DiagnosticList()
    do throws(ArithmeticOverflow) {
      let bokslut = try compute(input, diagnostics: &diagnostics)
      return FirstBokslutOutcome(bokslut: bokslut, diagnostics: diagnostics)
    } catch {
      diagnostics.report("BOK090", at: input.location)
      return FirstBokslutOutcome(bokslut: nil, diagnostics: diagnostics)
    }
  }

  private static func compute(
    _ input: FirstBokslutInput, diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) -> FirstBokslut {
    let layout = StatementLayout.of(input.form).overridden(by: input.rowOverrides)
    let current = try PlacedYear(
      input.current, layout: layout, links: input.links, resultIsKnown: true)
    let previous = try input.previous.map { books throws(ArithmeticOverflow) in
      try PlacedYear(
        books.trialBalance, layout: layout, links: input.links,
        resultIsKnown: books.resultIsKnown)
    }
    let assembly = try StatementAssembly(layout: layout, current: current, previous: previous)
    var opening: OpeningComparison?
    if let books = input.previous, let previous {
      opening = try OpeningComparison(
        current: input.current, previous: books.trialBalance,
        unbooked: (previous.result ?? previous.unbookedRemainder) - previous.closing.booked)
    }
    let bokslut = FirstBokslut(
      form: input.form, year: input.year,
      previousYear: input.previous.flatMap { $0.year ?? $0.trialBalance.fiscalYear },
      previousFile: input.previous?.location,
      incomeStatement: assembly.statement(.incomeStatement),
      balanceSheet: assembly.statement(.balanceSheet), result: current.result ?? .zero,
      closing: current.closing,
      previousClosing: previous?.closing, opening: opening, unsureAccounts: current.unsure,
      movedAccounts: MovedAccount.all(
        in: [current, previous].compactMap(\.self), layout: layout),
      turnedAccounts: TurnedAccount.all(current: current, previous: previous, layout: layout))
    let findings = FirstBokslutFindings(
      input: input, layout: layout, current: current, previous: previous, bokslut: bokslut)
    try findings.report(to: &diagnostics)
    return bokslut
  }
}

extension PreviousBooks {
  /// Year -1 of a file may hold balances only; a file of its own speaks of the whole year.
  var resultIsKnown: Bool {
    origin == .ownFile
      || trialBalance.rows.contains { row in
        row.account.layoutNumber.map((3000...8989).contains) == true
      }
  }
}

extension PlacedYear {
  /// Without result accounts: what the balance accounts leave, taken as the result.
  var unbookedRemainder: Amount {
    besideAccounts[StatementLayout.RowID.resultInEquity] ?? .zero
  }
}
