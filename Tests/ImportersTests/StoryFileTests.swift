// Which text of the board's a file is, and which names only look like one.

import Testing

@testable import Importers

struct StoryFileTests {
  @Test("every text's name comes back")
  func names() {
    for kind in StoryFile.Kind.allCases {
      for label in [nil, "2025", "2025-04"] {
        let story = StoryFile(kind, label: label)
        #expect(StoryFile(name: story.name) == story)
        #expect(StoryFile.nearest(to: story.name) == nil)
      }
    }
  }

  @Test(
    "a name that looks like one is told which",
    arguments: [
      ("Berättelse.md", "berattelse.md"), ("berattelse 2025.md", "berattelse-2025.md"),
      ("berattelse2025.MD", "berattelse-2025.md"), ("berattelse-25.md", "berattelse-2025.md"),
      ("berattelse_2025_04.txt", "berattelse-2025-04.md"),
      ("Förvaltningsberättelse-2025.md", "forvaltningsberattelse-2025.md"),
      ("exempel.txt", "exempel.md"),
    ])
  func near(name: String, meant: String) {
    #expect(StoryFile(name: name) == nil)
    #expect(StoryFile.nearest(to: name) == meant)
  }

  @Test(
    "other files are the user's own",
    arguments: [
      "README.md", "berattelse.docx", "berattelse-utkast.md", "berattelse.md.bak",
      "exempelsamling.md", "anteckningar.txt", "att-gora-2026.md", "berattelse",
    ])
  func others(name: String) {
    #expect(StoryFile(name: name) == nil && StoryFile.nearest(to: name) == nil)
  }
}
