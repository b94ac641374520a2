// Describes vouchers and places of a ledger from the bytes of its SIE file, when somebody asks.

import Bookkeeping
import Diagnostics
import SIEFormat

/// The SIE file behind a ledger. Texts stay bytes until they are read here.
package final class SIESource: LedgerSource {
  /// The bytes of the file.
  package let bytes: FileBytes
  /// The path as the user knows it.
  package let file: String
  /// The alphabet of its texts.
  package let encoding: SIETextEncoding
  // The offset of every `stride`th line, so that a place is found without counting from the start.
  let checkpoints: [UInt32]
  static let stride = 1024

  init(bytes: FileBytes, file: String, encoding: SIETextEncoding, checkpoints: [UInt32]) {
    self.bytes = bytes
    self.file = file
    self.encoding = encoding
    self.checkpoints = checkpoints
  }

  /// Series, number and text of the voucher whose #VER line begins at its `source`.
  package func describe(_ voucher: Voucher) -> VoucherDescription {
    let fields = texts(ofLineAt: Int(voucher.source), limit: 7)
    func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
    let signature = field(6)
    return VoucherDescription(
      series: field(1), number: field(2), text: field(4),
      registrationDate: CalendarDate(field(5)), signature: signature.isEmpty ? nil : signature)
  }

  /// The line of a voucher or posting.
  package func location(ofSource source: UInt32) -> SourceLocation {
    SourceLocation(file: file, line: line(ofOffset: Int(source)))
  }

  /// The lines that begin at these bytes, in one walk through the file.
  package func lines(ofSources sources: [UInt32]) -> [Int] {
    var lines = [Int](repeating: 1, count: sources.count)
    let order = sources.indices.sorted { sources[$0] < sources[$1] }
    bytes.withUnsafeBytes { bytes in
      var offset = 0
      var line = 1
      for index in order {
        let target = min(Int(sources[index]), bytes.count)
        while offset < target {
          if bytes[offset] == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A {
            offset += 1
          }
          if bytes[offset] == 0x0A || bytes[offset] == 0x0D { line += 1 }
          offset += 1
        }
        lines[index] = line
      }
    }
    return lines
  }

  /// The line, from 1, that a byte stands on.
  func line(ofOffset offset: Int) -> Int {
    var low = 0
    var high = checkpoints.count
    while low < high {
      let middle = (low + high) / 2
      if Int(checkpoints[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 1 }
    var line = (low - 1) * Self.stride + 1
    bytes.withUnsafeBytes { bytes in
      var index = Int(checkpoints[low - 1])
      while index < min(offset, bytes.count) {
        if bytes[index] == 0x0A || bytes[index] == 0x0D {
          if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
          if index < offset { line += 1 }
        }
        index += 1
      }
    }
    return line
  }

  /// The texts of the first fields of the line that holds a byte.
  func texts(ofLineAt offset: Int, limit: Int) -> [String] {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.bindMemory(to: UInt8.self).baseAddress else { return [] }
      var end = offset
      while end < bytes.count, base[end] != 0x0A, base[end] != 0x0D { end += 1 }
      var cursor = SIECursor(base, from: offset, to: end)
      var fields: [String] = []
      while fields.count < limit, let field = cursor.next() {
        fields.append(encoding.text(of: field, in: base))
      }
      return fields
    }
  }
}

extension SIETextEncoding {
  /// The text of a field, with `\"` as a quote.
  func text(of field: SIEField, in base: UnsafePointer<UInt8>) -> String {
    let raw = decode(
      UnsafeRawBufferPointer(start: base + field.start, count: field.end - field.start))
    return field.hasEscapes ? raw.replacing("\\\"", with: "\"") : raw
  }
}
