// Every data file is read by its target, explains itself and holds only text with LF.

import Foundation
import Testing

struct EmbeddedDataTests {
  @Test("data files open with a header that explains them")
  func headers() throws {
    var seen = 0
    for target in try House.root.appending(path: "Sources").children() {
      let folder = target.appending(path: "Data")
      guard FileManager.default.fileExists(atPath: folder.path) else { continue }
      for file in try folder.children() {
        let text = try String(contentsOf: file, encoding: .utf8)
        // Texts that are written as they are speak for themselves.
        if file.pathExtension != "txt" {
          #expect(text.hasPrefix("# "), "\(file.lastPathComponent) has no header")
        }
        #expect(!text.utf8.contains(0x0D), "\(file.lastPathComponent) has carriage returns")
        #expect(text.hasSuffix("\n"), "\(file.lastPathComponent) does not end with a line end")
        seen += 1
      }
    }
    #expect(seen >= 10)
  }
}
