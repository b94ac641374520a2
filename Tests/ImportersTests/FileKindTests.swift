// What comes in a SIE file's place is named for what it is.

import Foundation
import Importers
import Testing

@Suite struct FileKindTests {
  private func codes(_ bytes: [UInt8]) -> [String] {
    SIEReading(FileBytes(bytes), name: "input.se").codes
  }

  @Test(
    "web pages",
    arguments: [
      "<!DOCTYPE html><html><body>#VER A 1</body></html>", "\u{FEFF}\n\n<!doctype HTML>\n<p>Hej",
      "<html lang=sv>",
      "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"\">\n<html/>",
      "<!-- sparad -->\n<head><title>Logga in</title></head>", "<script>location='/login'</script>",
      "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart; type=\"text/html\"\r\n",
      "<div>#TRANS 1930 {} 5</div>", "<h1>Forbidden</h1>",
      "<pre style=\"word-wrap: break-word\">#FLAGGA 0\n#SIETYP 4</pre>",
    ])
  func webPages(text: String) {
    #expect(codes(Array(text.utf8)) == ["SIE087"])
  }

  @Test("SIE 5 and other XML are not web pages")
  func xml() {
    #expect(!codes(Array("<Sie xmlns=\"http://www.sie.se/sie5\"></Sie>".utf8)).contains("SIE087"))
    #expect(codes(Array("<rss><channel/></rss>".utf8)).contains("SIE071"))
  }

  @Test("a SIE file with such words in its texts is a SIE file")
  func words() {
    let text =
      "#FLAGGA 0\n#PROSA \"<html> %PDF-1.4 MIME-Version: text/html\"\n#RAR 0 20250101 20251231\n"
    #expect(codes(Array(text.utf8)).allSatisfy { !["SIE087", "SIE088"].contains($0) })
  }

  @Test("PDF, also after some bytes of dirt")
  func pdf() {
    #expect(codes(Array("%PDF-1.7\n%\u{E2}\u{E3}".utf8)) == ["SIE088"])
    #expect(codes(Array("\r\n\r\n%PDF-1.4\n".utf8)) == ["SIE088"])
  }

  @Test("a tar archive is packed, although the text of its files can be read in it")
  func tar() {
    var bytes = Array("2025.se".utf8)
    bytes += [UInt8](repeating: 0, count: 257 - bytes.count) + Array("ustar\u{0}00".utf8)
    bytes += [UInt8](repeating: 0, count: 512 - bytes.count)
    bytes += Array("#FLAGGA 0\n#SIETYP 4\n#RAR 0 20250101 20251231\n".utf8)
    #expect(codes(bytes) == ["SIE035"])
    bytes[0] = UInt8(ascii: "#")
    #expect(codes(bytes) == ["SIE035"])
  }

  @Test("a letter in rich text is named as a document")
  func richText() {
    #expect(codes(Array("{\\rtf1\\ansi #FLAGGA 0\n#SIETYP 4}".utf8)) == ["SIE089"])
  }

  @Test("archives by their formats; workbooks and letters apart from them")
  func packed() {
    let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26)
    #expect(codes(zip + Array("2025.se".utf8)) == ["SIE035"])
    #expect(codes([0x50, 0x4B, 0x05, 0x06] + [UInt8](repeating: 0, count: 18)) == ["SIE035"])
    #expect(codes(zip + Array("[Content_Types].xml".utf8)) == ["SIE089"])
    #expect(codes(zip + Array("mimetypeapplication/vnd.oasis.opendocument".utf8)) == ["SIE089"])
    #expect(codes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]) == ["SIE089"])
    for (beginning, name) in [
      ([0x1F, 0x8B, 0x08], "gzip"), ([0x52, 0x61, 0x72, 0x21], "RAR"),
      ([0x37, 0x7A, 0xBC, 0xAF], "7z"),
    ] as [([UInt8], String)] {
      let found = SIEReading(FileBytes(beginning), name: "x.se").diagnostics.sorted
      #expect(found.map(\.code.rawValue) == ["SIE035"])
      #expect(found.first?.rendered(in: .swedish).contains("(\(name))") == true)
    }
  }
}
