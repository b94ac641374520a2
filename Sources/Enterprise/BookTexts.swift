// The names that a report takes from a SIE file: what no paper can show is an error there, while
// `balance` and `check FILE` go on reading the file.

import Bookkeeping
import Diagnostics
import Importers

extension YearBooks {
  /// Labels of lines that name something; a voucher's text stands in no report.
  private static let naming: Set<String> = [
    "#FNAMN", "#ORGNR", "#KONTO", "#DIM", "#UNDERDIM", "#OBJEKT",
  ]

  /// An error for each line with a name that holds a sign that cannot be shown (SIE091), which the
  /// reader leaves out, and for each account with a name longer than a cell of the workbook
  /// (SIE092).
  func reportUnprintable(to diagnostics: inout DiagnosticList) {
    reportControls(to: &diagnostics)
    for account in reading.ledger.accounts {
      guard let name = account.name else { continue }
      if let character = UnprintableText.first(in: name) {
        diagnostics.report("SIE091", at: place(of: account), ["character": character])
      }
      if UnprintableText.isTooLong(name) {
        diagnostics.report(
          "SIE092", at: place(of: account),
          ["account": String(account.number.prefix(20)), "longest": UnprintableText.longest])
      }
    }
  }

  private func reportControls(to diagnostics: inout DiagnosticList) {
    bytes.withUnsafeBytes { bytes in
      // Hardly any file has one, and to know so without a branch a byte takes next to no time.
      var controls: UInt8 = 0
      for byte in bytes { controls |= Self.isControl(byte) ? 1 : 0 }
      guard controls != 0 else { return }
      var start = bytes.startIndex
      var line = 1
      while let place = bytes[start...].firstIndex(where: { byte in
        byte == UInt8(ascii: "\n") || Self.isControl(byte)
      }) {
        if bytes[place] == UInt8(ascii: "\n") {
          line += 1
          start = place + 1
          continue
        }
        let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
        let label = bytes[start..<place].split { $0 == 0x20 || $0 == 0x09 }.first ?? []
        if Self.naming.contains(String(decoding: label, as: UTF8.self)) {
          diagnostics.report(
            "SIE091", at: SourceLocation(file: path, line: line, column: place - start + 1),
            ["character": UnprintableText.name(Unicode.Scalar(bytes[place]))])
        }
        start = end
      }
    }
  }

  /// A control byte inside a line; old programs end a file with 1A.
  private static func isControl(_ byte: UInt8) -> Bool {
    (byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x1A) || byte == 0x7F
  }

  /// The line that declares an account, looked up only for an account with a fault.
  private func place(of account: Account) -> SourceLocation {
    let number = Array(account.number.utf8)
    let line = bytes.withUnsafeBytes { bytes in
      let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      return lines.firstIndex { line in
        let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return words.count > 1 && words[0].elementsEqual("#KONTO".utf8)
          && words[1].filter { $0 != UInt8(ascii: "\"") }.elementsEqual(number)
      }
    }
    return SourceLocation(file: path, line: line.map { $0 + 1 })
  }
}
