// Describes vouchers and places of a ledger that was read from SIE 5.

import Bookkeeping
import Diagnostics

/// The SIE 5 file behind a ledger. Places are byte offsets of elements, as in the other types.
package final class SIE5Source: LedgerSource {
  /// The bytes of the file.
  package let bytes: FileBytes
  /// The path as the user knows it.
  package let file: String
  private let descriptions: [UInt32: VoucherDescription]

  init(bytes: FileBytes, file: String, descriptions: [UInt32: VoucherDescription]) {
    self.bytes = bytes
    self.file = file
    self.descriptions = descriptions
  }

  /// Series (the journal's id), number and text of a voucher.
  package func describe(_ voucher: Voucher) -> VoucherDescription {
    descriptions[voucher.source] ?? VoucherDescription(series: "", number: "", text: "")
  }

  /// The line of a voucher or posting.
  package func location(ofSource source: UInt32) -> SourceLocation {
    let line = bytes.withUnsafeBytes { raw in
      raw.prefix(Int(source)).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    }
    return SourceLocation(file: file, line: line)
  }

  /// The lines of many elements, in one walk through the file.
  package func lines(ofSources sources: [UInt32]) -> [Int] {
    var lines = [Int](repeating: 1, count: sources.count)
    let order = sources.indices.sorted { sources[$0] < sources[$1] }
    bytes.withUnsafeBytes { raw in
      var (offset, line) = (0, 1)
      for index in order {
        let target = min(Int(sources[index]), raw.count)
        while offset < target {
          if raw[offset] == 0x0A { line += 1 }
          offset += 1
        }
        lines[index] = line
      }
    }
    return lines
  }
}
