// A large file is mapped: read like any other, and never trusted when it changes meanwhile.

import Diagnostics
import Foundation
import Testing

@testable import Importers

struct FileMappingTests {
  /// A SIE file above the size from which files are mapped, with a letter on every page border that
  /// the windows of the pass could lose.
  static let large: [UInt8] = {
    var text =
      "#FLAGGA 0\r\n#FORMAT PC8\r\n#RAR 0 20250101 20251231\r\n#KONTO 1930 \"B\u{94}rs\"\r\n"
    var number = 0
    while text.utf8.count < FileBytes.mappedSize * 9 / 8 {
      number += 1
      text += "#VER A \(number) 20250131 \"F\u{94}rs\u{84}ljning\"\r\n{\r\n"
      text += "#TRANS 1930 {} \(number).25\r\n#TRANS 3010 {} -\(number).25\r\n}\r\n"
    }
    return text.unicodeScalars.map { UInt8($0.value) }
  }()

  private func withLarge(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "dualbokslut-\(UUID().uuidString).se").path
    defer { unlink(path) }
    try Data(Self.large).write(to: URL(filePath: path))
    try body(path)
  }

  @Test("a mapped file reads as the same bytes in memory do")
  func sameReading() throws {
    try withLarge { path in
      let mapped = try FileBytes(path: path, mapsLarge: true)
      #expect(mapped.mapping != nil)
      let quick = SIEReading(mapped, name: "x.se")
      let memory = SIEReading(FileBytes(Self.large), name: "x.se")
      #expect(quick.ledger.vouchers.count > 30_000)
      #expect(quick.balance().csv == memory.balance().csv)
      #expect(quick.encoding == memory.encoding)
      #expect(quick.diagnostics.sorted == memory.diagnostics.sorted)
      let last = try #require(quick.ledger.vouchers.last)
      #expect(quick.ledger.source.describe(last).text == "Försäljning")
      #expect(quick.ledger.source.describe(last) == memory.ledger.source.describe(last))
    }
  }

  @Test("a small file and a pipe are read into memory")
  func small() throws {
    #expect(try FileBytes(path: "/dev/null", mapsLarge: true).mapping == nil)
    let own = try FileBytes(path: #filePath, mapsLarge: true)
    #expect(own.mapping == nil && own.count > 0 && !own.hasChanged)
  }

  @Test("a file that another program cuts or writes to is refused, and nobody falls")
  func changed() throws {
    try withLarge { path in
      let bytes = try FileBytes(path: path, mapsLarge: true)
      #expect(!bytes.hasChanged)
      #expect(truncate(path, 10_000) == 0)
      let reading = SIEReading(bytes, name: "x.se")
      #expect(reading.codes == ["SIE008"])
      #expect(reading.ledger.vouchers.isEmpty && !reading.isReadable)
      // What lies past the cut reads as zeros.
      #expect(bytes.withUnsafeBytes { $0[FileBytes.mappedSize] } == 0)
    }
    try withLarge { path in
      let bytes = try FileBytes(path: path, mapsLarge: true)
      let handle = try #require(FileHandle(forWritingAtPath: path))
      try handle.seekToEnd()
      try handle.write(contentsOf: Data("#VER\r\n".utf8))
      try handle.close()
      #expect(SIEReading(bytes, name: "x.se").codes == ["SIE008"])
    }
  }
}
