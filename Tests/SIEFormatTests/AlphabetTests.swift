// Alphabets and checksum.

import SIEFormat
import Testing

@Suite struct AlphabetTests {
  @Test func cp437IsThatOfTheStandard() {
    #expect(
      CodePage.cp437.encode("åäöÅÄÖéÉü§") == [
        0x86, 0x84, 0x94, 0x8F, 0x8E, 0x99, 0x82, 0x90, 0x81, 0x3F,
      ])
    #expect(CodePage.cp437.scalar(0xE1) == "ß")
    #expect(CodePage.cp437.scalar(0xFF) == "\u{A0}")
  }

  @Test func windowsAndIsoDifferInTheEuro() {
    #expect(CodePage.windows1252.scalar(0x80) == "€")
    #expect(CodePage.iso8859Part15.scalar(0xA4) == "€")
    #expect(CodePage.windows1252.scalar(0xA4) == "¤")
    #expect(CodePage.iso8859Part15.scalar(0xE5) == "å")
  }

  @Test(arguments: [CodePage.cp437, .windows1252, .iso8859Part15])
  func everyByteComesBack(page: CodePage) {
    for byte in UInt8.min...UInt8.max { #expect(page.byte(page.scalar(byte)) == byte) }
  }

  @Test func whatCP437LacksBecomesSomethingReadable() {
    let bytes = CodePage.cp437.encode("Löner – 5 € “x” ☃")
    #expect(CodePage.cp437.decode(bytes) == "Löner - 5 EUR \"x\" ?")
  }

  @Test(arguments: [
    (SIETextEncoding.cp437TakenForWindows1252, "f”rs„ljning p† torget, Ž-konto 5 %"),
    (.windows1252TakenForCP437, "f÷rsΣljning pσ torget, ─-konto 5 %"),
    (.utf8TakenForWindows1252, "fÃ¶rsÃ¤ljning pÃ¥ torget, Ã„-konto 5 %"),
    (.utf8TakenForCP437, "f├╢rs├ñljning p├Ñ torget, ├ä-konto 5 %"),
  ])
  func textThroughAWrongAlphabetIsRepaired(encoding: SIETextEncoding, text: String) {
    let repaired = Array(text.utf8).withUnsafeBytes { encoding.decode($0) }
    #expect(repaired == "försäljning på torget, Ä-konto 5 %")
  }

  /// The check value that every description of CRC-32 gives.
  @Test func checksumIsTheCRCOfZip() {
    var sum = SIEChecksum()
    sum.add("1234".utf8)
    sum.add("56789".utf8)
    #expect(sum.value == 0xCBF4_3926)
    #expect(SIEChecksum().value == 0)
  }

  @Test func labelsAreKnownWhateverTheirCase() {
    #expect(SIELabel(name: "konto") == .konto)
    #expect(SIELabel(name: "MOMSKOD") == nil)
    #expect(SIELabel.allCases.count == 36)
  }
}
