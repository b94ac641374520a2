// Damaged files: whatever the bytes, reading ends, and no line end changes a balance.

import Bookkeeping
import Foundation
import Importers
import Testing

@Suite struct SIEDamageTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  /// Bytes cut, doubled, changed and moved: no input may crash, and every posting that is kept lies
  /// in a voucher.
  @Test func noDamageCrashes() throws {
    var generator = Generator(state: 20_250_101)
    let files = try SIEFixtures.own.map { Array(try Data(contentsOf: $0)) }
    for round in 0..<1500 {
      var bytes = try #require(files.randomElement(using: &generator))
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        let length = Int.random(in: 0...min(40, bytes.count - place), using: &generator)
        let piece = Array(bytes[place..<place + length])
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.removeSubrange(place..<place + length)
        case 1: bytes.insert(contentsOf: piece, at: place)
        case 2: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 3:
          let odd = Array("\"{}#\\ \t\n\r-.".utf8).randomElement(using: &generator)
          bytes[place] = odd ?? 0x20
        default: bytes.removeLast(min(length, bytes.count - 1))
        }
        if bytes.isEmpty { bytes = [0x23] }
      }
      let reading = SIEReading(FileBytes(bytes), name: "round-\(round).se")
      let inVouchers = reading.ledger.vouchers.map(\.postings.count).reduce(0, +)
      #expect(inVouchers == reading.ledger.postings.count)
      for year in reading.ledger.years { _ = reading.balance(year.offset) }
      for diagnostic in reading.diagnostics.all { _ = diagnostic.rendered(in: .swedish) }
      for index in reading.ledger.vouchers.indices { _ = reading.voucher(index) }
    }
  }

  @Test(arguments: [
    "#IB -9223372036854775808 1930 5", "#RAR 99999999999999999999 20250101 20251231",
    "#PSALDO -9223372036854775807 202501 1930 {} 5", "#DIM 99999999999999999999 \"x\"",
    "#VER A 1 99999999", "#RAR 0 99990101 99991231", "#KSUMMA\n#KSUMMA", "#TRANS", "#TRANS 1930 {",
    "#VER", "#OIB 0 1930 {} 5", "#OBJEKT", "#UNDERDIM 5", "#KONTO \"", "}", "{", "#", "#FORMAT",
  ])
  func extremeLinesDoNotCrash(line: String) {
    let reading = SIEReading("#FLAGGA 0\n\(line)\n#VER A 1 20250101\n{\n#TRANS 1930 {} 1\n}\n")
    for year in reading.ledger.years { _ = reading.balance(year.offset) }
    #expect(reading.isReadable)
  }

  /// Found with long lines of one sign: the first two ended in a stack without room, the others
  /// took time by the square of the line's length.
  @Test(
    .timeLimit(.minutes(20)),
    arguments: [
      ("", "{", ""), ("", "}", ""), ("#KSUMMA\n#FNAMN ", "{", "\n#KSUMMA 5"),
      ("#TRANS 1930 {", "1 {", "} 5"),
    ])
  func longLinesEnd(head: String, sign: String, tail: String) {
    let line = head + String(repeating: sign, count: 200_000) + tail
    let reading = SIEReading("#FLAGGA 0\n\(line)\n#VER A 1 20250101\n{\n#TRANS 1930 {} 1\n}\n")
    #expect(reading.ledger.postings.last?.amount == Amount(ore: 100))
  }

  @Test func pureNoiseIsNoSIEFile() {
    var generator = Generator(state: 7)
    for _ in 0..<200 {
      let bytes = (0..<2000).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = SIEReading(FileBytes(bytes), name: "noise.se")
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n"])
  func lineEndsChangeNothing(ending: String) throws {
    let text = """
      #FLAGGA 0
      #RAR 0 20250101 20251231
      #IB 0 1930 10
      #VER A 1 20250101 "x" {
        #TRANS 1930 {} 5.5
        #TRANS 3010 {} -5.5
      }
      """
    let reading = SIEReading(text.replacing("\n", with: ending))
    #expect(
      reading.balance().csv
        == "account,opening,change,closing\n1930,10.00,5.50,15.50\n3010,0.00,-5.50,-5.50\n")
    #expect(reading.codes.isEmpty)
  }

  @Test func linesBeyondTheFirstThousandHaveTheirPlace() {
    var text = "#FLAGGA 0\n"
    for number in 1...3000 {
      text += "#VER A \(number) 20250101\n{\n#TRANS 1930 {} 1\n#TRANS 3010 {} -1\n}\n"
    }
    let reading = SIEReading(text)
    for index in [0, 1, 204, 205, 2999] {
      let (description, location) = reading.voucher(index)
      #expect(location.line == 2 + 5 * index)
      #expect(description.number == String(index + 1))
    }
  }
}
