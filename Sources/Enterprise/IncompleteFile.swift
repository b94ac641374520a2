// What keeps a SIE file from being the books of a year: a part of it is not there.

import Bookkeeping
import Diagnostics
import Importers

/// A SIE file that lacks what a report needs. `balance` and `check` of the file alone show what is
/// there.
enum IncompleteFile {
  /// A chart of accounts, or less.
  case onlyAccounts
  /// It says that it is type 4 and holds no voucher.
  case noVouchers
  /// Vouchers for another program to read in (4I), without balances.
  case noBalances
  /// The end is missing: a voucher without its brace, or a checksum that was begun.
  case cut(SourceLocation)

  /// What the file lacks; nil when nothing shows that anything does. `opensElsewhere`: last year's
  /// own file gives the opening balances.
  init?(_ reading: SIEReading, opensElsewhere: Bool) {
    let ledger = reading.ledger
    let hasBalances = reading.holdsBalances
    if !ledger.hasVouchers, !hasBalances {
      self = .onlyAccounts
    } else if !ledger.hasVouchers, reading.type == .vouchers {
      self = .noVouchers
    } else if !hasBalances, !opensElsewhere {
      self = .noBalances
    } else if let place = reading.cut {
      self = .cut(place)
    } else {
      return nil
    }
  }

  /// Whether the file cannot be among an enterprise's books. One of a year that had not ended when
  /// it was made may hold nothing but opening balances yet: it only cannot be reported. One that
  /// does not say which year it is of lacks that above all.
  func keepsOut(_ reading: SIEReading) -> Bool {
    guard let year = reading.ledger.year(0)?.fiscalYear else {
      if case .onlyAccounts = self { return true }
      return false
    }
    return reading.ledger.organisation.wasMadeAfter(year)
  }

  /// Tells what the file lacks and why that is not enough.
  func report(in file: String, to diagnostics: inout DiagnosticList) {
    let whole = SourceLocation(file: file)
    switch self {
    case .onlyAccounts: diagnostics.report("CMD031", at: whole)
    case .noVouchers: diagnostics.report("CMD032", at: whole)
    case .noBalances: diagnostics.report("CMD033", at: whole)
    case .cut(let place): diagnostics.report("CMD034", at: place)
    }
  }

  /// What else was found in the file. What follows from the cut alone is left out: one cause, one
  /// message.
  func otherFindings(of reading: SIEReading) -> DiagnosticList {
    guard case .cut(let cut) = self else { return reading.diagnostics }
    var others = DiagnosticList()
    for finding in reading.diagnostics.all where finding.code != "SIE048" {
      if Self.ofTheCut.contains(finding.code), finding.location == cut { continue }
      others.report(finding.code, at: finding.location, finding.arguments)
    }
    return others
  }

  private static let ofTheCut: Set<DiagnosticCode> = [
    "SIE022", "SIE034", "SIE040", "SIE041", "SIE049",
  ]
}

extension SIEReading {
  /// Whether the file states a balance of any year or month.
  var holdsBalances: Bool {
    !ledger.periodBalances.isEmpty || ledger.years.contains { !$0.balances.isEmpty }
  }

  /// Where the file was cut off, as far as it shows: in a voucher, else somewhere after the
  /// checksum was begun.
  fileprivate var cut: SourceLocation? {
    func place(_ code: DiagnosticCode) -> SourceLocation? {
      diagnostics.all.first { $0.code == code }?.location
    }
    return place("SIE049") ?? place("SIE048")
  }
}
