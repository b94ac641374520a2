// samples/ is what its generator writes, and the same samples can be made for other years.

import Foundation
import Testing

@Suite(.enabled(if: Judge.has("python3"))) struct SampleGeneratorTests {
  /// The samples some years away, in a folder of their own.
  private func samples(shiftedBy years: Int) throws -> TemporaryFolder {
    let work = try TemporaryFolder()
    let run = try Judge.python(
      ["samples/generate.py", "--shift", "\(years)", "--output", work.url.path])
    #expect(run.status == 0, "\(run.output)")
    return work
  }

  /// The codes of a run's errors and warnings.
  private func faults(_ errors: String) -> Set<String> {
    Set(errors.matches(of: /(?:error|warning)\[([A-Z]+\d+)\]/).map { String($0.1) })
  }

  @Test func withoutShiftEveryByteIsTheSame() throws {
    let made = try samples(shiftedBy: 0).files()
    let names = SampleStatementsTests.samples
    #expect(Set(made.keys.map { $0.prefix { $0 != "/" } }.map(String.init)) == Set(names))
    for name in names {
      let folder = Tool.root.appending(path: "samples/\(name)")
      let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      var committed: Set<String> = []
      for case let file as URL in all ?? .init() where !file.hasDirectoryPath {
        let path = name + file.path.dropFirst(folder.path.count)
        committed.insert(path)
        #expect(try Data(contentsOf: file) == made[path], "\(path)")
      }
      #expect(committed == Set(made.keys.filter { $0.hasPrefix(name + "/") }))
    }
  }

  @Test("moved samples read, tie and lack nothing", arguments: [-2, 1])
  func moved(years: Int) throws {
    let work = try samples(shiftedBy: years)
    for name in SampleStatementsTests.samples {
      let check = try Tool.run(["check", name], in: work.url)
      #expect(check.status == 0, "\(check.errors)")
      #expect(faults(check.errors).isEmpty, "\(name): \(check.errors)")
    }
    let report = try Tool.run(["report", "bryggan", "--output", "ut", "--strict"], in: work.url)
    #expect(report.status == 0, "\(report.errors)")
    let csv = work.url.appending(path: "ut/bryggan/\(2025 + years)/intern/csv")
    let ties = try CSVTable(csv.appending(path: "avstamning.csv")).rows
    let exact = ["wage-subsidy", "placement-income"].map { check in
      ties.first { $0["check"] == check }?["difference"]
    }
    #expect(exact == ["0.00", "0.00"])
  }

  @Test func aYearAheadOfTheBankMissesItsValuesAndNothingElse() throws {
    let work = try samples(shiftedBy: 12)
    for name in ["bryggan", "kafe-kardemumma", "tradgardsvagnen"] {
      let check = try Tool.run(["check", name], in: work.url)
      #expect(check.status == 65)
      #expect(faults(check.errors) == ["KAL001"], "\(check.errors)")
      #expect(check.errors.contains("prisbasbelopp"))
    }
    // Without a register nothing is valued, so no value is missing.
    #expect(try Tool.run(["check", "hjulverkstan"], in: work.url).status == 0)
  }

  @Test(
    "the last of February stays the last of February",
    arguments: [(-1, "K008,2023-02-28"), (4, "K008,2028-02-29")])
  func leapDay(years: Int, row: String) throws {
    let made = try samples(shiftedBy: years).files()
    let table = try #require(made["kafe-kardemumma/utfall/overgangar.csv"])
    #expect(String(decoding: table, as: UTF8.self).contains(row))
  }

  @Test func yearsAreNotMixedInAFolder() throws {
    let run = try Judge.python(["samples/generate.py", "--shift", "1"])
    #expect(run.status == 2)
    #expect(run.output.contains("--output"))
    let work = try samples(shiftedBy: 1)
    let second = try Judge.python(
      ["samples/generate.py", "--shift", "2", "--output", work.url.path])
    #expect(second.status == 2)
    #expect(try work.files()["bryggan/bokforing/2027.se"] == nil)
  }
}
