// The checksum of #KSUMMA: CRC-32 over labels and fields in CP437, without separators.

/// A running CRC-32 (the polynomial of zip), as SIE 4B section "Kontrollsumma" wants it.
package struct SIEChecksum: Sendable {
  private var state: UInt32 = 0xFFFF_FFFF

  private static let table: [UInt32] = (UInt32(0)..<256).map { index in
    (0..<8).reduce(index) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  /// The checksum of nothing.
  package init() {}

  /// Adds bytes of a label (with its `#`) or of a field (without quotes or braces).
  package mutating func add(_ bytes: some Sequence<UInt8>) {
    var crc = state
    Self.table.withUnsafeBufferPointer { table in
      for byte in bytes { crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
    }
    state = crc
  }

  /// The value that #KSUMMA states, as an unsigned number.
  package var value: UInt32 { ~state }
}
