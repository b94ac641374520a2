// Reads a SIE file: from bytes to a ledger, with everything odd said on the way.

import Bookkeeping
import Diagnostics
import SIEFormat

/// What a SIE file held.
package struct SIEReading: Sendable {
  /// The ledger; empty when the file is no SIE file at all.
  package let ledger: Ledger
  /// The alphabet its texts are written in, as found from the bytes.
  package let encoding: SIETextEncoding
  /// What the file carries; nil when it is no SIE file.
  package let type: SIEType?
  /// Everything found on the way, by line.
  package let diagnostics: DiagnosticList

  /// Whether there is a ledger to look at, right or wrong.
  package var isReadable: Bool { type != nil }
}

extension SIEReading {
  /// Reads a file of any SIE type.
  ///
  /// - Parameters:
  ///   - path: where the file lies.
  ///   - name: the path as the user knows it, for messages; `path` when left out.
  /// - Throws: when the bytes cannot be had. What the bytes hold never throws: it is a diagnostic.
  package init(path: String, name: String? = nil) throws(FileReadingError) {
    self.init(try FileBytes(path: path, mapsLarge: true), name: name ?? path)
  }

  /// Reads the bytes of a file of any SIE type.
  package init(_ bytes: FileBytes, name: String) {
    self.init(bytes, name: name, readsQuickly: true)
  }

  /// The same, with or without the quick way through ordinary postings.
  init(_ bytes: FileBytes, name: String, readsQuickly: Bool) {
    self.init(reading: bytes, name: name, readsQuickly: readsQuickly)
    guard bytes.hasChanged else { return }
    var diagnostics = DiagnosticList()
    diagnostics.report("SIE008", at: SourceLocation(file: name))
    self.init(nothingBut: diagnostics, bytes: bytes, name: name)
  }

  private init(reading bytes: FileBytes, name: String, readsQuickly: Bool) {
    let whole = SourceLocation(file: name)
    if let reason = Self.reasonToRefuse(bytes) {
      var diagnostics = DiagnosticList()
      diagnostics.report(reason.code, at: whole, ["kind": reason.kind])
      self.init(nothingBut: diagnostics, bytes: bytes, name: name)
      return
    }
    if Self.isXML(bytes) {
      self = SIE5Reader(bytes, file: name).reading()
      return
    }
    let census = bytes.withUnsafeBytes { SIEByteCensus($0) }
    self = bytes.withUnsafeBytes { raw in
      guard let base = raw.bindMemory(to: UInt8.self).baseAddress else {
        return SIEReading(nothingBut: DiagnosticList(), bytes: bytes, name: name)
      }
      var scanner = SIEScanner(
        base, count: raw.count, file: name, encoding: census.encoding, readsQuickly: readsQuickly)
      scanner.scan(FileWindow(bytes))
      return scanner.finish(bytes: bytes, census: census)
    }
  }

  init(nothingBut diagnostics: DiagnosticList, bytes: FileBytes, name: String) {
    let source = SIESource(bytes: bytes, file: name, encoding: .cp437, checkpoints: [])
    self.init(
      ledger: Ledger(source: source), encoding: .cp437, type: nil, diagnostics: diagnostics)
  }

  /// Whether the first sign is that of XML, as in SIE 5.
  private static func isXML(_ bytes: FileBytes) -> Bool {
    bytes.withUnsafeBytes { raw in
      let start = raw.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      return raw[start...].first { $0 > 0x20 } == UInt8(ascii: "<")
    }
  }

  /// What makes the bytes something else than a SIE file before any line is read; with a word for
  /// it where the code has several kinds.
  private static func reasonToRefuse(
    _ bytes: FileBytes
  ) -> (code: DiagnosticCode, kind: String)? {
    bytes.withUnsafeBytes { raw in
      if raw.allSatisfy({ $0 <= 0x20 }) { return ("SIE002", "") }
      // Places are kept as 32-bit offsets.
      if raw.count >= Int(UInt32.max) { return ("SIE003", "") }
      if isUTF16(raw) { return ("SIE004", "") }
      switch FileKind(raw) {
      case .webPage?: return ("SIE087", "")
      case .pdf?: return ("SIE088", "")
      case .officeDocument?: return ("SIE089", "")
      case .archive(let kind)?: return ("SIE035", kind)
      case nil: break
      }
      // A zero here and there is dirt; what begins otherwise than with a label and holds one is a
      // program, a picture or a database.
      let first = raw.prefix(4096).first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
      return first != UInt8(ascii: "#") && raw.prefix(4096).contains(0) ? ("SIE001", "") : nil
    }
  }

  /// With a byte-order mark, or with every other byte zero as Swedish text then has.
  private static func isUTF16(_ raw: UnsafeRawBufferPointer) -> Bool {
    if raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF]) { return true }
    guard raw.count >= 8 else { return false }
    return [0, 1].contains { zero in
      (0..<8).allSatisfy { (raw[$0] == 0) == ($0 % 2 == zero) }
    }
  }
}
