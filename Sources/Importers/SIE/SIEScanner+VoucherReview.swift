// Looks at all vouchers together: which do not balance, and which lie outside the years.

import Bookkeeping
import Diagnostics

extension SIEScanner {
  mutating func reportVouchers() {
    reportVouchersOutsideYears()
    let unbalanced = ledger.unbalancedVouchers().filter { !faultyVouchers.contains($0.index) }
    for voucher in unbalanced {
      let description = ledger.source.describe(ledger.vouchers[voucher.index])
      var arguments: [String: DiagnosticArgument] = [
        "voucher": .text(label(description)),
        "date": .text(ledger.vouchers[voucher.index].date.description),
        "difference": .kronor(ore: voucher.difference.ore),
      ]
      let location = ledger.source.location(ofSource: ledger.vouchers[voucher.index].source)
      if let account = voucher.likelyAccount {
        arguments["account"] = .text(ledger.accounts[account].number)
        arguments["missing"] = .kronor(ore: -voucher.difference.ore)
        findings.report("SIE041", at: location, arguments)
      } else {
        findings.report("SIE040", at: location, arguments)
      }
    }
  }

  /// Series and number as the bookkeeper finds the voucher.
  private func label(_ description: VoucherDescription) -> String {
    let parts = [description.series, description.number].filter { !$0.isEmpty }
    return parts.isEmpty ? "#VER" : parts.joined(separator: " ")
  }

  private mutating func reportVouchersOutsideYears() {
    guard ledger.year(0)?.fiscalYear != nil else { return }
    let calendar = LedgerCalendar(ledger)
    var outside = SIEFindings.Lines()
    var earlier = SIEFindings.Lines()
    var names: (outside: Voucher?, earlier: Voucher?) = (nil, nil)
    for voucher in ledger.vouchers {
      switch calendar.yearOffset(of: voucher.date) {
      case 0?: continue
      case nil:
        if names.outside == nil { names.outside = voucher }
        outside.add(outside.count == 0 ? line(of: voucher) : 0)
      default:
        if names.earlier == nil { names.earlier = voucher }
        earlier.add(earlier.count == 0 ? line(of: voucher) : 0)
      }
    }
    if let voucher = names.outside { findings.report("SIE036", outside, facts(voucher)) }
    // A file that carries several years in full has vouchers in each.
    if let voucher = names.earlier, earlier.count * 2 < ledger.vouchers.count {
      findings.report("SIE037", earlier, facts(voucher))
    }
  }

  private func line(of voucher: Voucher) -> Int {
    ledger.source.location(ofSource: voucher.source).line ?? 0
  }

  private func facts(_ voucher: Voucher) -> [String: DiagnosticArgument] {
    [
      "voucher": .text(label(ledger.source.describe(voucher))),
      "date": .text(voucher.date.description),
    ]
  }
}
