// Looks at the whole ledger once it is read: vouchers that do not balance, years, accounts.

import Bookkeeping
import Diagnostics

extension SIEFindings {
  /// Says which vouchers do not balance and which lie outside the years; `faulty` ones hold a
  /// posting that could not be read and have been told of. Vouchers with amounts of more decimals
  /// than öre are judged by what they sum to as stated.
  mutating func reviewVouchers(
    of ledger: Ledger, except faulty: Set<Int>, datesTold: Set<Int> = [],
    statedDifferences: [Int: Rational] = [:]
  ) {
    reportVouchersOutsideYears(of: ledger, except: datesTold)
    let unbalanced = ledger.unbalancedVouchers().filter { !faulty.contains($0.index) }
    let known = Set(unbalanced.map(\.index))
    for (index, difference) in statedDifferences.sorted(by: { $0.key < $1.key })
    where !difference.isZero && !known.contains(index) {
      let voucher = ledger.vouchers[index]
      var arguments = facts(voucher, in: ledger)
      arguments["difference"] = DiagnosticArgument.exactKronor(
        (difference / Rational(100)).shortText(decimals: 12))
      report("SIE040", at: ledger.source.location(ofSource: voucher.source), arguments)
    }
    for voucher in unbalanced {
      let code: DiagnosticCode = voucher.likelyAccount == nil ? "SIE040" : "SIE041"
      guard tells(code) else {
        report(code, at: nil)
        continue
      }
      var arguments = facts(ledger.vouchers[voucher.index], in: ledger)
      arguments["difference"] = voucher.difference
      if let account = voucher.likelyAccount {
        arguments["account"] = ledger.accounts[account].number
        arguments["missing"] = voucher.difference.negated
      }
      let source = ledger.vouchers[voucher.index].source
      report(code, at: ledger.source.location(ofSource: source), arguments)
    }
  }

  /// Series and number as the bookkeeper finds the voucher.
  private func label(_ description: VoucherDescription) -> String {
    let parts = [description.series, description.number].filter { !$0.isEmpty }
    return parts.isEmpty ? "#VER" : parts.joined(separator: " ")
  }

  /// An empty voucher is told of as such (SIE044), whatever its date.
  private mutating func reportVouchersOutsideYears(of ledger: Ledger, except told: Set<Int>) {
    guard ledger.year(0)?.fiscalYear != nil else { return }
    let calendar = LedgerCalendar(ledger)
    var outside = SIEFindings.Lines()
    var earlier = SIEFindings.Lines()
    var blank = SIEFindings.Lines()
    var names: (outside: Voucher?, earlier: Voucher?, blank: Voucher?) = (nil, nil, nil)
    for (index, voucher) in ledger.vouchers.enumerated() {
      switch calendar.yearOffset(of: voucher.date) {
      case 0?: continue
      case nil where voucher.postings.isEmpty || told.contains(index): continue
      case nil where ledger.changesNothing(voucher.postings):
        if names.blank == nil { names.blank = voucher }
        blank.add(blank.count == 0 ? ledger.line(of: voucher) : 0)
      case nil:
        if names.outside == nil { names.outside = voucher }
        outside.add(outside.count == 0 ? ledger.line(of: voucher) : 0)
      default:
        if names.earlier == nil { names.earlier = voucher }
        earlier.add(earlier.count == 0 ? ledger.line(of: voucher) : 0)
      }
    }
    if let voucher = names.outside { report("SIE036", outside, facts(voucher, in: ledger)) }
    if let voucher = names.blank { report("SIE085", blank, facts(voucher, in: ledger)) }
    // A file that carries several years in full has vouchers in each.
    if let voucher = names.earlier, earlier.count * 2 < ledger.vouchers.count {
      report("SIE037", earlier, facts(voucher, in: ledger))
    }
  }

  private func facts(_ voucher: Voucher, in ledger: Ledger) -> [String: any DiagnosticFact] {
    [
      "voucher": label(ledger.source.describe(voucher)),
      "date": voucher.date,
    ]
  }

  /// Accounts that some line uses and none declares. A file without any #KONTO (as import files and
  /// some exports are) declares nothing, which is no finding.
  mutating func reviewAccounts(of ledger: Ledger) {
    var names = Names()
    guard ledger.accounts.contains(where: { $0.name != nil }) else { return }
    // Where each is posted first; an account that is only given a balance has no place.
    var firstUse: [Int: UInt32?] = [:]
    for year in ledger.years {
      for account in year.balances.keys where ledger.accounts[account].name == nil {
        firstUse[account] = .some(nil)
      }
    }
    for posting in ledger.postings where ledger.accounts[Int(posting.account)].name == nil {
      if case nil = firstUse[Int(posting.account)] ?? nil {
        firstUse[Int(posting.account)] = posting.source
      }
    }
    let uses = firstUse.sorted { $0.key < $1.key }
    let lines = ledger.source.lines(ofSources: uses.map { $0.value ?? 0 })
    for (use, line) in zip(uses, lines) {
      names.add(ledger.accounts[use.key].number, use.value == nil ? 0 : line)
    }
    report("SIE046", names)
  }

  /// Years that lack days or do not follow upon one another.
  mutating func reviewYears(of ledger: Ledger) {
    let whole = SourceLocation(file: file)
    for (later, earlier) in zip(ledger.years, ledger.years.dropFirst()) {
      guard let end = earlier.fiscalYear?.end, let start = later.fiscalYear?.start,
        earlier.offset == later.offset - 1, end.adding(days: 1) != start
      else { continue }
      report(
        "SIE031", at: whole,
        ["earlier": earlier.offset, "later": later.offset, "end": end, "start": start])
    }
  }
}

extension Ledger {
  fileprivate func line(of voucher: Voucher) -> Int {
    source.location(ofSource: voucher.source).line ?? 0
  }
}
