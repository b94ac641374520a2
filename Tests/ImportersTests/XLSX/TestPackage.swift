// Builds small zip packages and workbooks for the tests, part by part.

/// A zip package whose files are stored as they are.
struct TestPackage {
  var parts: [(path: String, bytes: [UInt8])] = []
  /// The bit that says that files are encrypted.
  var isEncrypted = false

  init() {}

  init(_ parts: [(path: String, text: String)]) {
    self.parts = parts.map { ($0.path, Array($0.text.utf8)) }
  }

  /// The package's bytes.
  var zipped: [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (path, bytes) in parts {
      let name = Array(path.utf8)
      let common: [UInt8] =
        Self.little(20, 2) + Self.little(isEncrypted ? 1 : 0, 2) + Self.little(0, 2)
        + Self.little(0, 2) + Self.little(0x21, 2) + Self.little(Int(Self.checksum(bytes)), 4)
        + Self.little(bytes.count, 4) + Self.little(bytes.count, 4) + Self.little(name.count, 2)
        + Self.little(0, 2)
      directory += [0x50, 0x4B, 0x01, 0x02] + Self.little(20, 2) + common
      directory += Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 4)
      directory += Self.little(file.count, 4) + name
      file += [0x50, 0x4B, 0x03, 0x04] + common + name + bytes
    }
    let start = file.count
    file += directory
    file += [0x50, 0x4B, 0x05, 0x06] + Self.little(0, 4)
    file += Self.little(parts.count, 2) + Self.little(parts.count, 2)
    file += Self.little(directory.count, 4) + Self.little(start, 4) + Self.little(0, 2)
    return file
  }

  private static func little(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// CRC-32 as zip counts it.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    return ~crc
  }
}

/// A minimal workbook: the sheets' XML between `<sheetData>` and its end.
struct TestWorkbook {
  var sheets: [(name: String, data: String)]
  var hidden: Set<String> = []
  var workbookProperties = ""
  var sharedTexts: String?
  /// Number format codes of cell styles 1, 2 ...; style 0 is General.
  var formatCodes: [String] = []
  /// The prefix of the main namespace's elements, with its colon.
  var prefix = ""
  /// In front of each target in the workbook's relations.
  var targetPrefix = ""

  init(_ name: String, _ data: String) { sheets = [(name, data)] }

  init(_ sheets: [(name: String, data: String)]) { self.sheets = sheets }

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let relations = "http://schemas.openxmlformats.org/package/2006/relationships"

  private func element(_ name: String, _ content: String) -> String {
    let space = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    return #"<?xml version="1.0" encoding="UTF-8"?><\#(prefix)\#(name) \#(space)="\#(Self.main)""#
      + #" xmlns:rel="\#(Self.office)">\#(content)</\#(prefix)\#(name)>"#
  }

  private func relation(_ id: String, _ kind: String, _ target: String) -> String {
    #"<Relationship Id="\#(id)" Type="\#(Self.office)/\#(kind)" Target="\#(target)"/>"#
  }

  /// The parts, for tests that leave one out or spoil it.
  var package: TestPackage {
    var entries = ""
    var relations = ""
    var parts: [(path: String, text: String)] = []
    for (index, sheet) in sheets.enumerated() {
      let state = hidden.contains(sheet.name) ? #" state="hidden""# : ""
      entries += #"<\#(prefix)sheet name="\#(sheet.name)" sheetId="\#(index + 1)"\#(state)"#
      entries += #" rel:id="s\#(index)"/>"#
      relations += relation("s\(index)", "worksheet", "\(targetPrefix)worksheets/s\(index).xml")
      let data = "<\(prefix)sheetData>\(sheet.data)</\(prefix)sheetData>"
      parts.append(("xl/worksheets/s\(index).xml", element("worksheet", data)))
    }
    if let sharedTexts {
      relations += relation("t", "sharedStrings", "\(targetPrefix)sharedStrings.xml")
      parts.append(("xl/sharedStrings.xml", element("sst", sharedTexts)))
    }
    relations += relation("f", "styles", "\(targetPrefix)styles.xml")
    var formats = ""
    var styles = "<xf numFmtId=\"0\"/>"
    for (index, code) in formatCodes.enumerated() {
      let escaped = code.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "&quot;")
      formats += #"<numFmt numFmtId="\#(164 + index)" formatCode="\#(escaped)"/>"#
      styles += #"<xf numFmtId="\#(164 + index)" applyNumberFormat="1"/>"#
    }
    parts.append(
      (
        "xl/styles.xml",
        #"<styleSheet xmlns="\#(Self.main)"><numFmts>\#(formats)</numFmts>"#
          + #"<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>\#(styles)</cellXfs>"#
          + "</styleSheet>"
      ))
    let books = workbookProperties + "<\(prefix)sheets>\(entries)</\(prefix)sheets>"
    parts.append(("xl/workbook.xml", element("workbook", books)))
    parts.append(("xl/_rels/workbook.xml.rels", Self.relationsPart(relations)))
    let root = relation("r", "officeDocument", "\(targetPrefix.isEmpty ? "" : "/")xl/workbook.xml")
    parts.append(("_rels/.rels", Self.relationsPart(root)))
    return TestPackage(parts)
  }

  private static func relationsPart(_ content: String) -> String {
    #"<Relationships xmlns="\#(relations)">\#(content)</Relationships>"#
  }

  /// The workbook's bytes.
  var bytes: [UInt8] { package.zipped }
}
