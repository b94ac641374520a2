// Tells from its bytes what a file is that has come in a SIE file's place, whatever its name says.

/// Another kind of file than the one asked for.
enum FileKind: Hashable {
  /// A page of the web, as a program's own page saved under the wrong name.
  case webPage
  /// A document for print.
  case pdf
  /// A workbook or another document of an office program.
  case officeDocument
  /// A packed file, by the name of its format.
  case archive(String)

  /// How much of a file is looked at.
  private static let looked = 4096

  /// The kind that the bytes show; nil when they show none of these.
  init?(_ raw: UnsafeRawBufferPointer) {
    let head = [UInt8](raw.prefix(Self.looked))
    if let format = Self.archives.first(where: { head.starts(with: $0.beginning) })?.name {
      self = format == "zip" && Self.isOfficePackage(head) ? .officeDocument : .archive(format)
    } else if Self.isTar(head) {
      self = .archive("tar")
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) || head.starts(with: Self.richText) {
      self = .officeDocument
    } else if !Self.beginsWithLabel(head), Self.contains("%pdf-", in: head.prefix(1024)) {
      self = .pdf
    } else if Self.isWebPage(head) {
      self = .webPage
    } else {
      return nil
    }
  }

  private static let archives: [(name: String, beginning: [UInt8])] = [
    ("zip", [0x50, 0x4B, 0x03, 0x04]), ("zip", [0x50, 0x4B, 0x05, 0x06]), ("gzip", [0x1F, 0x8B]),
    ("7z", [0x37, 0x7A, 0xBC, 0xAF]), ("RAR", [0x52, 0x61, 0x72, 0x21]),
    ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A]), ("bzip2", [0x42, 0x5A, 0x68]),
    ("zstd", [0x28, 0xB5, 0x2F, 0xFD]), ("zip", [0x50, 0x4B, 0x07, 0x08]),
    ("lzip", [0x4C, 0x5A, 0x49, 0x50]), ("lz4", [0x04, 0x22, 0x4D, 0x18]),
    ("compress", [0x1F, 0x9D]), ("cab", [0x4D, 0x53, 0x43, 0x46]),
  ]

  /// A tar archive begins with the name of its first file; its own mark stands further in.
  private static func isTar(_ head: [UInt8]) -> Bool {
    head.dropFirst(257).starts(with: Array("ustar".utf8))
  }

  /// How a letter in rich text (RTF) begins.
  private static let richText = Array("{\\rtf".utf8)

  /// Whether the package's first names are those of Office (OOXML) or LibreOffice (ODF).
  private static func isOfficePackage(_ head: [UInt8]) -> Bool {
    let names = ["[content_types].xml", "_rels/", "docprops/", "mimetypeapplication/vnd.oasis"]
    return names.contains { contains($0, in: head[...]) }
  }

  private static func beginsWithLabel(_ head: [UInt8]) -> Bool {
    head.first { $0 > 0x20 } == UInt8(ascii: "#")
  }

  /// Whether it begins with a tag and has one of HTML's, which no SIE 5 file has, or is a whole
  /// page saved as a mail (MHTML).
  private static func isWebPage(_ head: [UInt8]) -> Bool {
    let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    guard let first = text.first(where: { $0 > 0x20 }) else { return false }
    if first != UInt8(ascii: "<") {
      return first != UInt8(ascii: "#") && contains("mime-version:", in: text)
        && contains("text/html", in: text)
    }
    let tags = [
      "<!doctype html", "<html", "<head>", "<body", "<script", "<meta ", "<title>", "<div",
      "<table", "<h1", "<p>", "<pre", "<form", "<iframe",
    ]
    return tags.contains { contains($0, in: text) }
  }

  /// Whether the bytes hold these letters, in whatever case.
  private static func contains(_ letters: String, in bytes: ArraySlice<UInt8>) -> Bool {
    let wanted = Array(letters.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return false }
    func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
    return (bytes.startIndex...bytes.endIndex - wanted.count).contains { start in
      lowered(bytes[start]) == first
        && zip(bytes[start...], wanted).allSatisfy { lowered($0) == $1 }
    }
  }
}
