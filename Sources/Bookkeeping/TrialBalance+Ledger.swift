// Makes the trial balance of a year from what its file states and what its vouchers add up to.

import Diagnostics

extension TrialBalance {
  /// How a file's silence on a closing balance is taken.
  package enum Reading: Sendable {
    /// To the letter: #UB or #RES as the file states it, else opening balance plus the year's
    /// postings. What `balance` shows.
    case asStated
    /// As bookkeepers mean it: programs leave out accounts that end at zero, and import files (4I)
    /// repeat opening balances as closing ones. What a report needs.
    case asMeant
  }

  /// The trial balance of one year of a ledger (SIE 4B sections 5 and 8). An account with any
  /// stated balance or posting has a row, zero or not; one that is only declared has none. An
  /// opening balance that the year does not state is the closing balance of the year before, of
  /// this file or else of `lastYear`, last year's own; a result that no equity account holds then
  /// opens on `resultAccount` (2099 or 2069; without one, by what the file says of the legal form).
  package init(
    of ledger: Ledger, yearOffset: Int, reading: Reading = .asMeant,
    lastYear: TrialBalance? = nil, resultAccount: String? = nil,
    diagnostics: inout DiagnosticList
  ) {
    let carried = CarriedOpenings(
      ledger, offset: yearOffset, reading: reading, lastYear: lastYear,
      resultAccount: resultAccount)
    var maker = TrialBalanceMaker(
      carried, offset: yearOffset, reading: reading,
      vouchersOnly: reading == .asMeant && yearOffset == 0 && ledger.holdsVouchersOnly)
    let rows = maker.rows()
    diagnostics.append(contentsOf: maker.diagnostics)
    self.init(
      yearOffset: yearOffset, fiscalYear: ledger.year(yearOffset)?.fiscalYear, rows: rows,
      opening: carried.source, closesAsNextOpens: maker.year.closingsAreBorrowed)
  }
}

/// Decides the closing balance of every account of a year.
struct TrialBalanceMaker {
  let ledger: Ledger
  let year: YearOfAccounts
  private(set) var diagnostics = DiagnosticList()
  private let reading: TrialBalance.Reading
  private let vouchersOnly: Bool
  /// Accounts whose opening balance is the year before's closing balance, and where it comes from.
  private let carried: Set<Int>
  private let source: TrialBalance.Opening
  /// The year's vouchers that do not balance.
  private let unbalancedVouchers: [UnbalancedVoucher]
  /// What stated balances and postings differ by, once that is told.
  private var toldDifference: Int128 = 0
  /// Accounts without a stated closing balance in a year that states others.
  private var leftOut: [Int] = []

  init(
    _ carried: CarriedOpenings, offset: Int, reading: TrialBalance.Reading, vouchersOnly: Bool
  ) {
    let ledger = carried.ledger
    self.ledger = ledger
    self.carried = carried.accounts
    self.source = carried.source
    self.reading = reading
    self.year = YearOfAccounts(ledger, offset: offset)
    let calendar = LedgerCalendar(ledger)
    self.unbalancedVouchers = ledger.unbalancedVouchers().filter {
      calendar.countedYearOffset(of: ledger.vouchers[$0.index].date) == offset
    }
    self.vouchersOnly = vouchersOnly
  }

  /// The rows in the order of account numbers.
  mutating func rows() -> [TrialBalance.Row] {
    guard ledger.year(year.offset) != nil else {
      let known = ledger.years.map { String($0.offset) }.joined(separator: ", ")
      report("SIE050", ["known": known])
      return []
    }
    let indices = ledger.accounts.indices
      .filter {
        year.openings[$0] != nil || year.stated[$0] != nil || year.changes[$0] != nil
          || year.periodChanges[$0] ?? 0 != 0
      }
      .sorted { ledger.accounts[$0].precedes(ledger.accounts[$1]) }
    let closings = closings(of: indices)
    var rows: [TrialBalance.Row] = []
    for (index, closing) in zip(indices, closings) {
      do {
        rows.append(
          try TrialBalance.Row(
            account: ledger.accounts[index], opening: year.openings[index] ?? .zero,
            closing: try Amount(exactly: closing)))
      } catch {
        report("SIE059", ["account": ledger.accounts[index].number])
      }
    }
    reportDifferences(indices)
    reportSums(rows)
    reportOpenings()
    return rows
  }

  /// Closing balances in öre, in the order of the accounts given.
  private mutating func closings(of indices: [Int]) -> [Int128] {
    let zeroWhenLeftOut = leavesOutZeros(indices)
    let covered = covers(indices)
    return indices.map { index in
      let computed = year.computed(index)
      if reading == .asStated { return year.stated[index].map { Int128($0.ore) } ?? computed }
      if vouchersOnly { return computed }
      if let stated = year.stated[index] { return Int128(stated.ore) }
      if year.changes[index] != nil || covered { return computed }
      if let change = year.periodChanges[index] { return computed + change }
      guard year.statesClosings, zeroWhenLeftOut else { return computed }
      if computed != 0 { leftOut.append(index) }
      return 0
    }
  }

  /// Whether the year's postings are in the file: year 0's are when any is; those of an earlier
  /// year when most stated closing balances follow from them, for a voucher astray there does not
  /// make that year's vouchers complete.
  private func covers(_ indices: [Int]) -> Bool {
    guard year.hasPostings else { return false }
    if year.offset == 0 { return true }
    let stated = indices.filter { year.stated[$0] != nil }
    return (stated.count - year.differences.count) * 2 >= stated.count
  }

  /// Whether a closing balance that a file without vouchers leaves out is zero. Programs leave out
  /// zeros, so it is, unless the stated ones only add up together with the opening balance.
  private func leavesOutZeros(_ indices: [Int]) -> Bool {
    var opening: Int128 = 0
    var stated: Int128 = 0
    var without: Int128 = 0
    for index in indices {
      let first = Int128((year.openings[index] ?? .zero).ore)
      opening += first
      if let closing = year.stated[index] {
        stated += Int128(closing.ore)
      } else {
        without += first
      }
    }
    if stated == 0 || stated == opening { return true }
    return stated + without != 0 && stated + without != opening
  }

  // MARK: What is said of it

  private var location: SourceLocation {
    SourceLocation(file: ledger.source.location(ofSource: 0).file)
  }

  private mutating func report(
    _ code: DiagnosticCode, _ arguments: [String: any DiagnosticFact] = [:]
  ) {
    var all = arguments
    all["year"] = yearName
    diagnostics.report(code, at: location, all)
  }

  private var yearName: String {
    ledger.year(year.offset)?.fiscalYear?.period.description ?? String(year.offset)
  }

  /// Account numbers with amounts, the largest first.
  private func list(_ accounts: [(account: Int, difference: Int128)]) -> String {
    let shown = accounts.sorted { $0.difference.magnitude > $1.difference.magnitude }.prefix(6)
      .map {
        "\(ledger.accounts[$0.account].number): \(ScaledText.string($0.difference, decimals: 2))"
      }
    return shown.joined(separator: "; ") + (accounts.count > shown.count ? " ..." : "")
  }

  private mutating func reportDifferences(_ indices: [Int]) {
    if vouchersOnly {
      let ignored = indices.filter { year.stated[$0] != nil && year.changes[$0] ?? 0 != 0 }
      if !ignored.isEmpty { report("SIE056", ["count": ignored.count]) }
      return
    }
    // A difference that one unbalanced voucher explains is told with that voucher.
    let explained = Set(unbalancedVouchers.compactMap(\.likelyAccount))
    let differing = year.differences.filter { !explained.contains($0.account) }
    if !differing.isEmpty, covers(indices) {
      let sum = differing.reduce(Int128(0)) { $0 + $1.difference }
      toldDifference = sum
      report(
        sum == 0 ? "SIE051" : "SIE052",
        [
          "count": differing.count, "accounts": list(differing),
          "difference": Amount(ore: Int64(clamping: sum)),
        ])
    }
    if !leftOut.isEmpty {
      report(
        "SIE053",
        [
          "count": leftOut.count,
          "accounts": list(leftOut.map { ($0, year.computed($0)) }),
        ])
    }
    if !year.contradictions.isEmpty {
      report(
        "SIE057",
        [
          "count": year.contradictions.count,
          "accounts": year.contradictions.prefix(6).map { ledger.accounts[$0].number }.joined(
            separator: ", "),
        ])
    }
  }

  private mutating func reportSums(_ rows: [TrialBalance.Row]) {
    guard year.statesClosings, !vouchersOnly else { return }
    let closing = rows.reduce(Int128(0)) { $0 + Int128($1.closing.ore) }
    let opening = rows.reduce(Int128(0)) { $0 + Int128($1.opening.ore) }
    let unbalanced = unbalancedVouchers.filter { $0.likelyAccount == nil }
      .reduce(Int128(0)) { $0 + Int128($1.difference.ore) }
    // What unbalanced vouchers make of the sum is told with them.
    // So is what stated balances and postings differ by.
    let arisen = closing - opening - unbalanced - toldDifference
    guard closing != 0, arisen != 0 || opening != 0 else { return }
    report(
      arisen == 0 ? "SIE055" : "SIE054",
      [
        "difference": Amount(ore: Int64(clamping: closing)),
        "opening": Amount(ore: Int64(clamping: opening)),
      ])
  }

  /// Result accounts open at zero, so only the others miss an opening balance.
  private var statesBalanceAccount: Bool {
    ledger.accounts.indices.contains {
      year.stated[$0] != nil && !ledger.accounts[$0].isResultAccount
    }
  }

  /// Whether a report would show a balance-sheet account by its vouchers or months alone.
  private var changesBalanceAccount: Bool {
    reading == .asMeant
      && ledger.accounts.indices.contains {
        !ledger.accounts[$0].isResultAccount
          && (year.changes[$0] != nil || year.periodChanges[$0] != nil)
      }
  }

  private mutating func reportOpenings() {
    if source == .computed || source == .ownFileOfYearBefore {
      let opened = carried.map { ($0, Int128((year.openings[$0] ?? .zero).ore)) }
        .filter { $0.1 != 0 }.sorted { ledger.accounts[$0.0].precedes(ledger.accounts[$1.0]) }
      report(
        source == .computed ? "BOK091" : "BOK092",
        ["count": opened.count, "accounts": list(opened)])
    }
    if year.closingsAreBorrowed {
      report("SIE063")
    } else if year.lacksOpenings, !vouchersOnly, statesBalanceAccount || changesBalanceAccount {
      // An enterprise's first year has no year before it, and no opening balances.
      let isFirst = year.offset == 0 && ledger.year(-1) == nil
      report(isFirst ? "SIE090" : "SIE062")
    }
    guard let before = ledger.year(year.offset - 1)?.balances, !before.isEmpty,
      let own = ledger.year(year.offset)?.balances
    else { return }
    let opens = own.values.contains { $0.opening != nil }
    let closes = before.values.contains { $0.closing != nil }
    guard opens, closes else { return }
    let differing: [(account: Int, difference: Int128)] = ledger.accounts.indices.compactMap {
      guard !ledger.accounts[$0].isResultAccount, !carried.contains($0) else { return nil }
      let opening = Int128((own[$0]?.opening ?? .zero).ore)
      let closing = Int128((before[$0]?.closing ?? .zero).ore)
      return opening == closing ? nil : ($0, opening - closing)
    }
    guard !differing.isEmpty else { return }
    let moved = differing.allSatisfy { ledger.accounts[$0.account].number.hasPrefix("20") }
    let sum = differing.reduce(Int128(0)) { $0 + $1.difference }
    // Programs that close no books move the result first when the next year opens.
    let unbooked = before.reduce(Int128(0)) { result, row in
      let stated = row.value.result ?? row.value.closing ?? .zero
      return ledger.accounts[row.key].isResultAccount ? result + Int128(stated.ore) : result
    }
    report(
      moved && (sum == 0 || sum == unbooked) ? "SIE065" : "SIE064",
      [
        "count": differing.count, "accounts": list(differing),
        "difference": Amount(ore: Int64(clamping: sum)),
      ])
  }
}
