// What a partial report claims, who left on the last day, and that no code word reaches a reader.

import Foundation
import Testing

struct PartialReportTests {
  private func base(in work: TemporaryFolder) throws -> URL {
    let folder = work.url.appending(path: "DIR")
    try FileManager.default.copyItem(
      at: Tool.fixtures.appending(path: "Diagnostics/base"), to: folder)
    return folder
  }

  private func edit(_ file: URL, _ change: (String) -> String) throws {
    let text = try String(contentsOf: file, encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try changed.write(to: file, atomically: true, encoding: .utf8)
  }

  @Test("a partial report shows no net of society and no bridge", arguments: [true, false])
  func noNet(hasRegister: Bool) throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work)
    try edit(folder.appending(path: "dualbokslut.yaml")) { text in
      if hasRegister, let start = text.range(of: "antaganden:\n"),
        let end = text.range(of: "värden:\n")
      {
        return text.replacingCharacters(in: start.lowerBound..<end.lowerBound, with: "")
      }
      return text.replacing("utfall: utfall\n", with: "")
        .replacing("träningsplatser: betalda", with: "träningsplatser: obetalda")
    }
    let run = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let edition = try WrittenEdition.folder(work, "ut", "2025")
    let texts = try WrittenEdition.texts(ofWorkbookIn: edition).lowercased()
    #expect(!texts.contains("samhällets netto"))
    // Nor is it explained, nor promised under the title.
    #expect(!texts.contains("samhällsnytta är") && !texts.contains("nettot"))
    #expect(!texts.contains("värdet för samhället"))
    #expect(try CSVTable(edition.appending(path: "csv/bro.csv")).rows.isEmpty)
    let checks = try CSVTable(edition.appending(path: "csv/avstamning.csv")).rows
    #expect(!checks.contains { $0["check"] == "bridge" })
    let package = try String(contentsOf: edition.appending(path: "bokslut.json"), encoding: .utf8)
    #expect(!package.contains("\"bro.") && !package.contains("\"netto.net."))
  }

  @Test("without a register nothing is said to be counted")
  func nothingCounted() throws {
    let work = try TemporaryFolder()
    let run = try Tool.run(
      ["report", Tool.root.appending(path: "samples/hjulverkstan").path, "--output", "ut"],
      in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let edition = work.url.appending(path: "ut/hjulverkstan/2025/intern")
    let texts = try WrittenEdition.texts(ofWorkbookIn: edition)
    #expect(texts.contains("Även antaganden saknas"))
    #expect(!texts.contains("Utfallet räknas"))
    // No list of income has a reconciling row there, so none is explained.
    #expect(!texts.contains("Avstämningsraden"))
  }

  /// The discount rate moves no net of the year.
  @Test("ranges that move nothing give no range of three equal numbers")
  func unmoved() throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work)
    try edit(folder.appending(path: "dualbokslut.yaml")) {
      $0.replacing("\n      låg: 15 %\n      hög: 50 %", with: "")
    }
    let run = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let edition = try WrittenEdition.folder(work, "ut", "2025")
    let texts = try WrittenEdition.texts(ofWorkbookIn: edition)
    #expect(texts.contains("Inget av de antaganden som har spann ändrar nettot"))
    #expect(!texts.contains("Med låga, antagna och höga"))
    #expect(!texts.contains("Lågt, bas och högt för var och en"))
    #expect(texts.contains("antaganden har spann."))
  }

  /// D02 leaves for work, D04 drops out; one of them, both or none on the year's last day.
  @Test("who left on the year's last day is told", arguments: [0, 1, 2])
  func lastDay(people: Int) throws {
    let work = try TemporaryFolder()
    let folder = try base(in: work)
    if people > 0 {
      try edit(folder.appending(path: "utfall/overgangar.csv")) { text in
        let moved = text.replacing("D02;2025-06-30", with: "D02;2025-12-31")
        return people == 1 ? moved : moved.replacing("D04;2025-05-31", with: "D04;2025-12-31")
      }
      try edit(folder.appending(path: "utfall/anstallningar.csv")) {
        $0.replacing("D02;2025-01-01;2025-06-30", with: "D02;2025-01-01;2025-12-31")
          .replacing(";100;25000", with: ";50;25000")
      }
    }
    if people == 2 {
      try edit(folder.appending(path: "utfall/traningsplatser.csv")) {
        $0.replacing("D04;2025-02-01;2025-05-31", with: "D04;2025-02-01;2025-12-31")
      }
    }
    let run = try Tool.run(["report", "DIR", "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let texts = try WrittenEdition.texts(
      ofWorkbookIn: try WrittenEdition.folder(work, "ut", "2025"))
    #expect(texts.contains("räknas nästa år") == (people > 0))
    if people > 0 {
      #expect(texts.contains("Deltagare som slutade på årets sista dag: \(people)."))
    }
  }

  /// No subsidy in the register beside one in the books: the way is not to allow it.
  @Test("no code word and no absurd advice reaches a reader", arguments: ["sv", "en"])
  func words(language: String) throws {
    for code in ["KAL030", "KAL050", "KAL051"] {
      let work = try TemporaryFolder()
      try Reproducer(code: code).lay(over: work.url.appending(path: "DIR"))
      let run = try Tool.run(["check", "DIR", "--language", language], in: work.url)
      #expect(run.errors.contains("[\(code)]"), "\(run.errors)")
      for word in ["wage-subsidy", "placement-income", "target-wages", "tolerans"] {
        #expect(!run.errors.contains(word), "\(run.errors)")
      }
    }
  }
}
