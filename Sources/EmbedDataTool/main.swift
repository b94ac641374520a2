// Writes data files as raw string literals of an enum EmbeddedData, and names for the keys of
// texts; called by the EmbedData plugin.

import Foundation

/// `bas-2025.csv` becomes `bas2025`: letters and digits, a letter after a break in upper case.
func literalName(_ fileName: String) -> String {
  let stem = fileName.prefix { $0 != "." }
  var name = ""
  var breakBefore = false
  for character in stem {
    guard character.isLetter || character.isNumber else {
      breakBefore = true
      continue
    }
    name += breakBefore && !name.isEmpty ? character.uppercased() : String(character)
    breakBefore = false
  }
  return name
}

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data("error: \(message)\n".utf8))
  exit(1)
}

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first else { fail("EmbedDataTool OUTPUT FILE...") }

var source = "// Made by EmbedData from the target's Data folder; not to be edited.\n\n"
source += "enum EmbeddedData {\n"
var textNames: [String] = []
for path in arguments.dropFirst() {
  let url = URL(fileURLWithPath: path)
  guard var bytes = try? Data(contentsOf: url) else { fail("cannot read \(path)") }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
  guard !bytes.contains(0), !bytes.contains(0x0D) else {
    fail("\(path) holds a NUL byte or a carriage return; data files are plain text with LF")
  }
  guard let text = String(validating: bytes, as: UTF8.self) else { fail("\(path) is not UTF-8") }
  do {
    if let names = try TextNames(path: path, text: text).source { textNames.append(names) }
  } catch {
    fail("\(error)")
  }
  var hashes = "#"
  while text.contains("\"\"\"\(hashes)") || text.contains("\\\(hashes)") { hashes += "#" }
  source += "  static let \(literalName(url.lastPathComponent)): StaticString = \(hashes)\"\"\"\n"
  // The closing line stands at column 0, so the text keeps its own indentation.
  source += text + (text.hasSuffix("\n") ? "" : "\n") + "\"\"\"\(hashes)\n\n"
}
source += (["}\n"] + textNames).joined(separator: "\n")
guard (try? Data(source.utf8).write(to: URL(fileURLWithPath: output))) != nil else {
  fail("cannot write \(output)")
}
