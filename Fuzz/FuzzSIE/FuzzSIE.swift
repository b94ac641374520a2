// Feeds bytes to the SIE reader, types 1 to 5, and to all that looks at what it read.

import Bookkeeping
import Diagnostics
import FuzzDriver
import Importers

/// One input of libFuzzer: whatever the bytes, reading ends, every posting kept lies in a voucher,
/// and every finding can be told in both languages.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSIE(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = FileBytes(UnsafeBufferPointer(start: start, count: count))
  let reading = SIEReading(bytes, name: "input.se")
  let ledger = reading.ledger
  var diagnostics = reading.diagnostics

  let inVouchers = ledger.vouchers.reduce(0) { $0 + $1.postings.count }
  precondition(inVouchers == ledger.postings.count, "a posting lies outside every voucher")
  for (index, posting) in ledger.postings.enumerated() {
    precondition(Int(posting.account) < ledger.accounts.count, "a posting without an account")
    _ = ledger.objects(ofPosting: index)
  }
  for year in ledger.years {
    for meaning in [TrialBalance.Reading.asStated, .asMeant] {
      _ = TrialBalance(
        of: ledger, yearOffset: year.offset, reading: meaning, diagnostics: &diagnostics)
    }
  }
  for voucher in ledger.vouchers {
    _ = ledger.source.describe(voucher)
    _ = ledger.source.location(ofSource: voucher.source)
  }
  for diagnostic in diagnostics.all {
    for language in Language.allCases { _ = diagnostic.rendered(in: language) }
  }
  return 0
}

/// The build links an executable's entry under this name; without it the program would end at once.
@_cdecl("FuzzSIE_main")
public func fuzzSIEMain(
  _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  fuzz(argumentCount, arguments) { fuzzSIE($0, $1) }
}
