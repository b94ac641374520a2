// The end of the pass: what the whole file says, and the messages that count lines.

import Bookkeeping
import Diagnostics
import SIEFormat

extension SIEScanner {
  /// Turns what was read into a reading, with every message that needs the whole file.
  mutating func finish(bytes: FileBytes, census: SIEByteCensus) -> SIEReading {
    let file = findings.file
    guard knownLabels > 0 else {
      var diagnostics = DiagnosticList()
      diagnostics.report("SIE001", at: SourceLocation(file: file))
      return SIEReading(nothingBut: diagnostics, bytes: bytes, name: file)
    }
    ledger.source = SIESource(
      bytes: bytes, file: file, encoding: encoding, checkpoints: checkpoints)
    addReservedDimensions()
    fillEmptyOpenings()
    ledger.settle(roundedBalances)
    reportText(census)
    reportLines()
    findings.reviewYears(of: ledger)
    findings.reviewVouchers(
      of: ledger, except: faultyVouchers, datesTold: toldVouchers,
      statedDifferences: statedDifferences)
    findings.reportRest()
    return SIEReading(
      ledger: ledger, encoding: encoding, type: type, diagnostics: findings.list)
  }

  /// By #SIETYP, absent = 1; whether type 4 is export or import shows in what it holds.
  private var type: SIEType {
    if ledger.hasVouchers {
      return ledger.holdsVouchersOnly ? .voucherImport : .vouchers
    }
    switch statedType {
    case "2": return .periodBalances
    case "3": return .objectBalances
    case "4": return .vouchers
    default: return .yearBalances
    }
  }

  /// Dimensions that SIE 4B section 8.17 reserves need no declaration.
  private mutating func addReservedDimensions() {
    let reserved = [
      Dimension(number: 1, name: "Kostnadsställe/resultatenhet"),
      Dimension(number: 2, name: "Kostnadsbärare", parent: 1),
      Dimension(number: 6, name: "Projekt"), Dimension(number: 7, name: "Anställd"),
      Dimension(number: 8, name: "Kund"), Dimension(number: 9, name: "Leverantör"),
      Dimension(number: 10, name: "Faktura"),
    ]
    for dimension in reserved where ledger.dimensions[dimension.number] == nil {
      ledger.dimensions[dimension.number] = dimension
    }
  }

  /// An opening balance without its amount is taken from the closing balance of the year before.
  private mutating func fillEmptyOpenings() {
    for (year, account, line) in emptyOpenings {
      let location = SourceLocation(file: findings.file, line: line)
      let number = ledger.accounts[account].number
      guard ledger.year(year)?.balances[account]?.opening == nil else { continue }
      guard let closing = ledger.year(year - 1)?.balances[account]?.closing else {
        findings.report("SIE021", at: location, ["account": number])
        continue
      }
      ledger.years[yearIndex(year)].balances[account, default: StatedBalance()].opening = closing
      findings.report("SIE029", at: location, ["account": number, "used": closing])
    }
  }

  private mutating func reportText(_ census: SIEByteCensus) {
    let whole = SourceLocation(file: findings.file)
    if encoding.isRepaired {
      findings.report("SIE012", at: whole, ["found": encoding.rawValue])
    } else if census.hasHighBytes, encoding != .cp437 {
      let stated = statedFormat.map { "#FORMAT \($0)" } ?? "CP437"
      findings.report("SIE010", at: whole, ["stated": stated, "found": encoding.rawValue])
    }
    if census.lostCharacters > 0 {
      findings.report("SIE011", at: whole, ["count": census.lostCharacters])
    }
    if census.strayBytes > 0 {
      findings.report(
        "SIE013", at: whole, ["count": census.strayBytes, "found": encoding.rawValue])
    }
    if checksum.isUnfinished {
      findings.report("SIE048", at: whole)
    } else if let (stated, found) = checksum.difference(in: base, encoding: encoding) {
      findings.report("SIE047", at: whole, ["stated": stated, "found": String(found)])
    }
  }

  private mutating func reportLines() {
    findings.report("SIE014", findings.brokenQuotes)
    findings.report("SIE015", findings.strayLines)
    findings.report("SIE016", findings.unknownLabels)
    findings.report("SIE017", findings.oddAmounts)
    findings.report("SIE019", findings.decimalCommas)
    findings.report(findings.roundedAmounts)
    findings.report("SIE027", findings.swappedFields)
    findings.report("SIE028", findings.unreadableObjects)
    findings.report("SIE032", findings.isoDates)
    findings.report("SIE043", findings.postingsWithoutVoucher)
    findings.report("SIE044", findings.emptyVouchers)
    findings.report("SIE086", findings.blankVouchersWithoutDay)
    findings.report("SIE045", findings.correctedRows)
    findings.reviewAccounts(of: ledger)
    findings.report("SIE039", findings.missingBraces)
    findings.report("SIE061", findings.identityNumbers)
  }
}
