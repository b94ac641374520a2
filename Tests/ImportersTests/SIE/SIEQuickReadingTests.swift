// The quick way through ordinary lines finds what the careful way finds, also where it gives up.

import Bookkeeping
import Diagnostics
import Foundation
import Testing

@testable import Importers

@Suite struct SIEQuickReadingTests {
  private func expectTheSame(_ bytes: [UInt8], _ name: String) {
    let quick = SIEReading(FileBytes(bytes), name: name, readsQuickly: true)
    let careful = SIEReading(FileBytes(bytes), name: name, readsQuickly: false)
    #expect(quick.ledger.accounts == careful.ledger.accounts, "\(name)")
    #expect(quick.ledger.vouchers == careful.ledger.vouchers, "\(name)")
    #expect(quick.ledger.postings == careful.ledger.postings, "\(name)")
    #expect(quick.ledger.years == careful.ledger.years, "\(name)")
    #expect(quick.diagnostics.all == careful.diagnostics.all, "\(name)")
    #expect(quick.type == careful.type, "\(name)")
    for index in quick.ledger.postings.indices {
      #expect(
        quick.ledger.objects(ofPosting: index) == careful.ledger.objects(ofPosting: index),
        "\(name)")
    }
  }

  @Test(arguments: SIEFixtures.own + SIEFixtures.reproducers)
  func filesAreReadTheSame(file: URL) throws {
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
    guard !isFolder.boolValue else { return }
    expectTheSame(Array(try Data(contentsOf: file)), file.lastPathComponent)
  }

  @Test(arguments: [
    "#TRANS 1930 {} 5", "#TRANS 1930 {} 5.5 20250101", "#TRANS 1930 {} -5.25 20250101 \"a\"",
    "#TRANS 1930 {} 5.255 20250101 \"a\"", "#TRANS 1930 {} +5", "#TRANS 1930 {} 5,5", "#TRANS 1930",
    "#TRANS 1930 {} 1234567890123 20250101 \"a\"", "#TRANS 1930 {} 5 20250101 \"a\" 0.00 \"K E\"",
    "#TRANS 1930 {} 5 20250101 \"a\"b\" 1", "#TRANS 1930 {} 5 20250101 \"a \\\"b\\\" c\"",
    "#TRANS 1930 {} 5 678.90", "#TRANS 1930 {} 5 678", "#TRANS 1930 {} 1 234 567,5 20250101",
    "#TRANS 1930 {} -5 20250101 \"a\" 678", "#TRANS 1930 {} 5 20250131 \"a\"}",
    "#TRANS 1930 {} 5 \"a\"} ",
    "#TRANS1930 {} 5", "\u{0C}#TRANS 1930 {} 5", "#VER A 7 20250101 \"a\" {#TRANS 1930 {} 5}",
    "#TRANS 1930 {} 5 20250101 \"open", "#TRANS 1930 {1 \"K1\"} 5 \"\" \"a\"",
    "#TRANS 1930 {1 \"}\"} 5 20250101 \"a\"", "#TRANS 1930 {} 5}", "#TRANS 1930 {} .5",
    "#TRANS 1930 { } 5\t20250101\t\"a\"\t2", "#TRANS 1930 {} 5 20250101 \"a\" }",
    "#trans 1930 {} 5",
    "#TRANS 1930 {} 5 20250101 \"800101-1239\"", "#TRANS 2999 {} 5", "#TRANS 1930 {1} 5",
    "#VER \"A\" \"7\" 20250101 \"a\"", "#VER A 7 20250132 \"a\"", "#VER A 7 20250101 \"a\" {",
    "#VER A 7 20250101", "#VER A 7 20250101 a", "#VER A b\"c 20250101 \"a\"",
    "#VER \"\" \"\" 20250101 \"a\" 20250102 \"Kim\"", "#VER A 7 2025-01-01 \"a\"",
  ])
  func linesAreReadTheSame(line: String) {
    for ending in ["\n", "\r\n", "\r"] {
      let text = """
        #FLAGGA 0
        #RAR 0 20250101 20251231
        #KONTO 1930 "Bank"
        #VER A 1 20250101 "x"
        {
        #TRANS 1930 {} 1 20250101 "x"
        \(line)
        #TRANS 3010 {} -1
        }
        \(line)
        {
        #TRANS 1930 {} 1 20250101 "x"
        }
        """
      expectTheSame(Array(text.replacing("\n", with: ending).utf8), line)
    }
  }

  @Test func damagedFilesAreReadTheSame() throws {
    var generator = SeededGenerator(seed: 2025)
    let files = try SIEFixtures.own.map { Array(try Data(contentsOf: $0)) }
    let odd = Array("\"{}#\\ \t\n\r-.,9".utf8)
    for round in 0..<300 {
      var bytes = try #require(files.randomElement(using: &generator))
      for _ in 0..<8 {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = odd.randomElement(using: &generator) ?? 0x20
      }
      expectTheSame(bytes, "round \(round)")
    }
  }

  private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }
}
