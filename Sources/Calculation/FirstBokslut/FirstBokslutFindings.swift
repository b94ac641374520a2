// What the first bokslut has to say of the books: one cause, one message.

import Bookkeeping
import Diagnostics
import Rulebook

/// Findings of both years, reported at the SIE file they come from.
struct FirstBokslutFindings {
  let input: FirstBokslutInput
  let layout: StatementLayout
  let current: PlacedYear
  let previous: PlacedYear?
  let bokslut: FirstBokslut

  func report(to diagnostics: inout DiagnosticList) throws(ArithmeticOverflow) {
    reportUnplaced(to: &diagnostics)
    reportPlacements(to: &diagnostics)
    reportIdleOverrides(to: &diagnostics)
    reportClosing(to: &diagnostics)
    if current.unplaced.isEmpty, !current.resultAccountsWereEmptied {
      try reportDifference(
        current, in: input.current, year: input.year.label(), at: input.location,
        isOfTheYear: true, to: &diagnostics)
    }
    try reportPrevious(to: &diagnostics)
    reportOpening(to: &diagnostics)
  }

  private func reportUnplaced(to diagnostics: inout DiagnosticList) {
    for unplaced in current.unplaced {
      var arguments = arguments(of: unplaced.balance)
      switch unplaced.placement {
      case .foreign(let owner?):
        arguments["owner"] = owner
        diagnostics.report("BOK001", at: input.location, arguments)
      case .none where (unplaced.balance.account.layoutNumber ?? 0) >= 9000:
        diagnostics.report("BOK003", at: input.location, arguments)
      case .foreign, .none, .row, .closingEntry:
        diagnostics.report("BOK002", at: input.location, arguments)
      }
    }
  }

  private func arguments(of balance: AccountBalance) -> [String: any DiagnosticFact] {
    [
      "account": balance.account.number, "name": name(of: balance.account),
      "amount": balance.amount, "form": input.form.rawValue,
      "year": input.year.label(),
    ]
  }

  /// The file's own name of an account, else BAS', else a dash.
  private func name(of account: Account) -> String {
    if let name = account.name, !name.isEmpty { return name }
    return account.layoutNumber.flatMap { BASChart.bas2025[$0]?.name } ?? "–"
  }

  private func reportPlacements(to diagnostics: inout DiagnosticList) {
    report("BOK005", accounts: current.outsideBAS.map(\.account), to: &diagnostics)
    report("BOK006", accounts: current.outsideK2, to: &diagnostics)
    report("BOK007", accounts: current.unsure, to: &diagnostics)
    report("BOK017", accounts: current.closing.internalAccounts.map(\.account), to: &diagnostics)
    guard input.form == .nonProfitAssociation else { return }
    let dividing: [FlowKind] = [.membership, .gift, .grant, .privateGrant]
    for link in input.links where link.object != nil {
      guard let kind = link.kind, dividing.contains(kind) else { continue }
      diagnostics.report("BOK008", at: link.location, ["kind": kind.settingsName])
    }
  }

  /// Overrides that no account of either year falls under.
  private func reportIdleOverrides(to diagnostics: inout DiagnosticList) {
    guard !input.rowOverrides.isEmpty else { return }
    let rows = input.current.rows + (input.previous?.trialBalance.rows ?? [])
    let numbers = Set(rows.compactMap(\.account.layoutNumber))
    for override in input.rowOverrides where !override.accounts.contains(where: numbers.contains) {
      diagnostics.report("BOK009", at: override.location, ["accounts": override.accountsText])
    }
  }

  private func report(
    _ code: DiagnosticCode, accounts: [Account], to diagnostics: inout DiagnosticList
  ) {
    guard !accounts.isEmpty else { return }
    diagnostics.report(
      code, at: input.location,
      [
        "count": accounts.count, "form": input.form.rawValue,
        "accounts": Self.list(accounts.map(\.number)),
      ])
  }

  /// The first ten, with an ellipsis when there are more.
  private static func list(_ numbers: [String]) -> String {
    numbers.prefix(10).joined(separator: ", ") + (numbers.count > 10 ? " …" : "")
  }

  private func reportClosing(to diagnostics: inout DiagnosticList) {
    let closing = current.closing
    if current.resultAccountsWereEmptied {
      diagnostics.report("BOK016", at: input.location, ["year": input.year.label()])
      return
    }
    if case .parked(let account) = closing.entry {
      diagnostics.report(
        "BOK014", at: input.location, ["account": account, "result": bokslut.result])
    }
    if !closing.earlierResult.isZero {
      let holders = current.shares[StatementLayout.RowID.retainedEarnings] ?? []
      let account = holders.first {
        $0.account.layoutNumber.map(layout.placement(ofNumber:))
          == .row(StatementLayout.RowID.resultInEquity, isUnsure: false)
      }
      diagnostics.report(
        "BOK015", at: input.location,
        ["account": account?.account.number ?? "2099", "amount": closing.earlierResult])
    }
  }

  /// What keeps a year from balancing, with the likely cause; a closing entry of another amount
  /// than the result is named as such. What arose in the report's own year is an error, what is
  /// older or stands in the column of the year before a warning.
  private func reportDifference(
    _ placed: PlacedYear, in trialBalance: TrialBalance, year: String,
    at location: SourceLocation?, isOfTheYear: Bool, to diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) {
    let closing = placed.closing
    let result = placed.result ?? .zero
    let rest = try result - closing.booked
    let wasBooked = !closing.booked.isZero
    var arguments: [String: any DiagnosticFact] = [
      "year": year, "difference": closing.difference,
      "booked": closing.booked, "result": result,
    ]
    if wasBooked, !rest.isZero {
      arguments["rest"] = rest
      let isSameCause = closing.difference == rest.negated
      if !isSameCause {
        diagnostics.report("BOK012", at: location, arguments)
      } else if isOfTheYear, try !isOlder(closing.difference, in: trialBalance) {
        diagnostics.report("BOK013", at: location, arguments)
        return
      }
    }
    guard !closing.difference.isZero else { return }
    guard isOfTheYear else {
      diagnostics.report("BOK094", at: location, arguments)
      return
    }
    diagnostics.report(
      try isOlder(closing.difference, in: trialBalance) ? "BOK010" : "BOK011", at: location,
      arguments)
  }

  /// Whether the opening balances differ by just what the closing balances do.
  private func isOlder(
    _ difference: Amount, in trialBalance: TrialBalance
  ) throws(ArithmeticOverflow) -> Bool {
    try trialBalance.rows
      .filter { row in row.account.layoutNumber.map { $0 < 3000 } == true }
      .map(\.opening).sum() == difference
  }

  private func reportPrevious(to diagnostics: inout DiagnosticList) throws(ArithmeticOverflow) {
    guard let previous, let books = input.previous else { return }
    let year = (books.year ?? books.trialBalance.fiscalYear)?.label() ?? "-1"
    let location = books.location ?? input.location
    for unplaced in previous.unplaced {
      var arguments = arguments(of: unplaced.balance)
      arguments["year"] = year
      diagnostics.report("BOK004", at: location, arguments)
    }
    if previous.result == nil {
      diagnostics.report("BOK019", at: location, ["year": year])
    }
    if previous.unplaced.isEmpty {
      try reportDifference(
        previous, in: books.trialBalance, year: year, at: location, isOfTheYear: false,
        to: &diagnostics)
    }
  }

  /// Within one file the importer has compared the two years.
  private func reportOpening(to diagnostics: inout DiagnosticList) {
    guard input.previous?.origin == .ownFile else { return }
    let unexplained = bokslut.openingDifferences.filter { !$0.carriesResult }
    guard let first = unexplained.first else { return }
    // An opening balance that was computed has another cause than one that was stated.
    let isComputed = input.current.opening != .stated
    diagnostics.report(
      isComputed ? "BOK093" : "BOK020", at: input.location,
      [
        "count": unexplained.count, "accounts": Self.list(unexplained.map(\.account.number)),
        "account": first.account.number, "closing": first.previousClosing, "opening": first.opening,
      ])
  }
}
