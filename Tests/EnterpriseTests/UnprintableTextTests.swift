// Signs that no paper can show, and texts longer than a cell, are told of wherever they stand.

import Bookkeeping
import Diagnostics
import Foundation
import Importers
import Testing

@testable import Enterprise

struct UnprintableTextTests {
  /// The errors, with their places, of the small enterprise with the first occurrence of a text in
  /// a file changed, or with bytes at the end of it.
  private func findings(
    _ file: String, _ old: String, _ new: some Sequence<UInt8>
  ) throws -> [String] {
    let scratch = try ScratchFolder()
    let path = try scratch.enterprise()
    let url = URL(fileURLWithPath: "\(path)/\(file)")
    var data = (try? Data(contentsOf: url)) ?? Data()
    if old.isEmpty {
      data.append(contentsOf: new)
    } else {
      data.replaceSubrange(try #require(data.firstRange(of: Data(old.utf8))), with: Array(new))
    }
    try data.write(to: url)
    return withExtendedLifetime(scratch) {
      EnterpriseReading(path).diagnostics.sorted.filter { $0.severity == .error }.map {
        "\($0.location?.description.dropFirst(path.count + 1) ?? "") \($0.code.rawValue)"
      }
    }
  }

  /// C0, DEL, C1 and what is no character.
  static let signs: [UInt32] = [0x01, 0x08, 0x0B, 0x1B, 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF, 0x1FFFE]

  private static func utf8(_ sign: UInt32, in text: String) -> [UInt8] {
    let scalar = Unicode.Scalar(sign) ?? " "
    return Array(text.replacing("?", with: String(Character(scalar))).utf8)
  }

  @Test("a sign that cannot be shown has its place in the settings", arguments: signs)
  func settings(sign: UInt32) throws {
    let file = "dualbokslut.yaml"
    let raw = try findings(file, "namn: Prov", Self.utf8(sign, in: "namn: Pr?v"))
    #expect(raw == ["\(file):4:11 SET100"])
    let digits = String(String(UInt64(sign) + 0x1_0000_0000, radix: 16).dropFirst())
    let escaped = try findings(
      file, "namn: Provbryggan ekonomisk förening", "namn: \"Pr\\U\(digits)v\"".utf8)
    #expect(escaped == ["\(file):4:9 SET100"])
  }

  @Test("and in the board's own words", arguments: signs)
  func story(sign: UInt32) throws {
    let found = try findings(
      "berattelse.md", "", Self.utf8(sign, in: "# Året\n\nVi vä?xte.\n"))
    #expect(found == ["berattelse.md:3:6 SET100"])
  }

  @Test("and in a cell of the register, of whatever column", arguments: signs)
  func register(sign: UInt32) throws {
    let file = "utfall/deltagare.csv"
    #expect(
      try findings(file, "D01;1985", Self.utf8(sign, in: "D?01;1985"))
        .contains("\(file):2:1 REG050"))
    #expect(
      try findings(file, "Kommun\n", Self.utf8(sign, in: "Kommun;No?t\n"))
        .contains("\(file):1:97 REG050"))
  }

  @Test("half of a surrogate pair, half a character and a lost character are told of")
  func broken() throws {
    func register(_ bytes: [UInt8]) throws -> [String] {
      let scratch = try ScratchFolder()
      let path = try scratch.enterprise()
      try Data(bytes).write(to: URL(fileURLWithPath: "\(path)/utfall/uppfoljningar.csv"))
      return withExtendedLifetime(scratch) {
        EnterpriseReading(path).diagnostics.sorted.filter { $0.severity == .error }.map {
          "\($0.location?.description.dropFirst(path.count + 8) ?? "") \($0.code.rawValue)"
        }
      }
    }
    func utf16(_ units: some Sequence<UInt16>) -> [UInt8] {
      ([0xFEFF] + units).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let text = "Deltagare;Datum;Status\nD01?;2025-06-30;kvar\n"
    let lone = utf16(text.utf16.map { $0 == 0x3F ? 0xD800 : $0 })
    #expect(try register(lone).contains("uppfoljningar.csv:2:1 REG050"))
    #expect(try register(utf16(text.utf16).dropLast()).contains("uppfoljningar.csv REG004"))
    #expect(
      try register(text.utf8.map { $0 == 0x3F ? 0x81 : $0 })
        .contains("uppfoljningar.csv:2:1 REG050"))
  }

  @Test("a name in a SIE file has its line", arguments: [0x01, 0x1F, 0x7F] as [UInt8])
  func books(byte: UInt8) throws {
    let file = "bokforing/2025.se"
    let name = Array("#KONTO 1930 \"".utf8)
    #expect(
      try findings(file, "#KONTO 1930 \"", name + [byte]) == ["\(file):13:14 SIE091"])
    // An old program's end of file is no name.
    #expect(try findings(file, "", [0x0D, 0x0A, 0x1A]).isEmpty)
  }

  @Test("a text of 32 767 characters is one too long with one more", arguments: [32_767, 32_768])
  func length(count: Int) throws {
    let isLong = count > 32_767
    let text = Array(String(repeating: "å", count: count).utf8)
    #expect(
      try findings("berattelse.md", "", Array("# Å\n".utf8) + text)
        == (isLong ? ["berattelse.md:2 SET101"] : []))
    #expect(
      try findings("dualbokslut.yaml", "styrelsens bedömning", text)
        == (isLong ? ["dualbokslut.yaml:27:12 SET101"] : []))
    #expect(
      try findings("utfall/deltagare.csv", "Kommun\n", Array("Kommun;".utf8) + text + [0x0A])
        == (isLong ? ["utfall/deltagare.csv:1:97 REG051"] : []))
  }
}
