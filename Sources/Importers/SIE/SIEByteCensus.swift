// Counts the bytes above ASCII of a whole file and decides which alphabet they are written in.

import SIEFormat

/// What the bytes of a file say of its alphabet. #FORMAT is not asked: programs write PC8 there
/// whatever they do.
struct SIEByteCensus {
  /// The alphabet that reads the most Swedish letters.
  private(set) var encoding = SIETextEncoding.cp437
  /// How many characters an earlier program lost (U+FFFD).
  private(set) var lostCharacters = 0
  /// Bytes above ASCII that do not belong to the alphabet found.
  private(set) var strayBytes = 0
  /// Whether any byte lies above ASCII.
  private(set) var hasHighBytes = false

  // How often each byte above ASCII stands alone, outside UTF-8 sequences.
  private var single = [Int](repeating: 0, count: 256)
  // How often each character up to U+27FF stands as a UTF-8 sequence.
  private var scalars = [Int](repeating: 0, count: 0x2800)
  private var sequences = 0

  init(_ bytes: UnsafeRawBufferPointer) {
    count(bytes)
    decide()
  }

  private mutating func count(_ bytes: UnsafeRawBufferPointer) {
    let end = bytes.count
    var index = 0
    while index < end {
      // Eight bytes at a time: most hold ASCII only, and the others show where they do not.
      while index + 8 <= end {
        let word = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let high = word & 0x8080_8080_8080_8080
        if high != 0 {
          index += high.trailingZeroBitCount / 8
          break
        }
        index += 8
      }
      let byte = index < end ? bytes[index] : 0
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      hasHighBytes = true
      if let (scalar, length) = Self.sequence(at: index, in: bytes) {
        sequences += 1
        if scalar == 0xFFFD { lostCharacters += 1 }
        if scalar < scalars.count { scalars[scalar] += 1 }
        index += length
      } else {
        single[Int(byte)] += 1
        index += 1
      }
    }
  }

  /// The UTF-8 sequence of two to four bytes at a place, or nil.
  private static func sequence(
    at index: Int, in bytes: UnsafeRawBufferPointer
  ) -> (scalar: Int, length: Int)? {
    let first = bytes[index]
    let length: Int
    var scalar: Int
    switch first {
    case 0xC2...0xDF: (length, scalar) = (2, Int(first & 0x1F))
    case 0xE0...0xEF: (length, scalar) = (3, Int(first & 0x0F))
    case 0xF0...0xF4: (length, scalar) = (4, Int(first & 0x07))
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for offset in 1..<length {
      let byte = bytes[index + offset]
      guard byte & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | Int(byte & 0x3F)
    }
    guard scalar >= [0, 0, 0x80, 0x800, 0x10000][length], Unicode.Scalar(UInt32(scalar)) != nil
    else { return nil }
    return (scalar, length)
  }

  private mutating func decide() {
    guard hasHighBytes else { return }
    let alone = single.reduce(0, +)
    if sequences > 0, sequences >= alone {
      encoding = encodingOfSequences()
      strayBytes = alone
    } else {
      encoding = encodingOfSingleBytes()
      // In a one-byte alphabet a chance sequence is just two letters.
      lostCharacters = 0
    }
  }

  /// å ä ö é ü and their capitals.
  private static let letters = Array("åäöÅÄÖéÉüÜ".unicodeScalars)

  private func encodingOfSequences() -> SIETextEncoding {
    /// How often the letters of an alphabet stand as what a wrong alphabet made of them.
    func misread(_ right: CodePage, as wrong: CodePage) -> Int {
      Self.letters.reduce(0) { sum, letter in
        guard let byte = right.byte(letter) else { return sum }
        let scalar = Int(wrong.scalar(byte).value)
        return sum + (scalar < scalars.count ? scalars[scalar] : 0)
      }
    }
    let right = Self.letters.reduce(0) { $0 + scalars[Int($1.value)] }
    // The first byte of å ä ö in UTF-8 is C3: Ã in Windows-1252, ├ in CP437.
    let candidates: [(SIETextEncoding, Int)] = [
      (.cp437TakenForWindows1252, misread(.cp437, as: .windows1252)),
      (.windows1252TakenForCP437, misread(.windows1252, as: .cp437)),
      (.utf8TakenForWindows1252, scalars[0xC3]),
      (.utf8TakenForCP437, scalars[0x251C]),
    ]
    guard let best = candidates.max(by: { $0.1 < $1.1 }), best.1 > right else { return .utf8 }
    return best.0
  }

  private func encodingOfSingleBytes() -> SIETextEncoding {
    func score(_ page: CodePage) -> Int {
      Self.letters.reduce(0) { $0 + (page.byte($1).map { single[Int($0)] } ?? 0) }
    }
    /// How often å ä ö and their capitals stand there, whose bytes are others in each alphabet.
    func swedish(_ page: CodePage) -> Int {
      Self.letters.prefix(6).reduce(0) { $0 + (page.byte($1).map { single[Int($0)] } ?? 0) }
    }
    if swedish(.macRoman) > max(swedish(.cp437), swedish(.windows1252)) { return .macRoman }
    guard score(.windows1252) > score(.cp437) else { return .cp437 }
    let controls = single[0x80...0x9F].reduce(0, +)
    // Where ISO 8859-15 has the euro sign, Windows-1252 has one that nobody uses.
    return controls == 0 && single[0xA4] > 0 ? .iso8859Part15 : .windows1252
  }
}
