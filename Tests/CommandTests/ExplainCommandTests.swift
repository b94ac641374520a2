// `dualbokslut explain` as a user runs it: every figure of a report is known, and leads to inputs.

import Foundation
import Testing

struct ExplainCommandTests {
  static let samples = ["bryggan", "kafe-kardemumma", "tradgardsvagnen", "hjulverkstan"]

  private func explain(_ sample: String, _ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["explain", "samples/\(sample)"] + arguments)
  }

  private func lines(_ outcome: Tool.Outcome) -> [Substring] {
    outcome.output.split(separator: "\n")
  }

  @Test("the list holds every figure of bokslut.json, in its order", arguments: samples)
  func list(sample: String) throws {
    let work = try TemporaryFolder()
    let folder = Tool.root.appending(path: "samples/\(sample)").path
    _ = try Tool.run(["report", folder, "--output", "ut"], in: work.url)
    let package = try Data(
      contentsOf: work.url.appending(path: "ut/\(sample)/2025/intern/bokslut.json"))
    let json = try #require(try JSONSerialization.jsonObject(with: package) as? [String: Any])
    let figures = try #require(json["figures"] as? [[String: Any]])
    let ids = figures.compactMap { $0["id"] as? String }
    #expect(ids.count > (sample == "hjulverkstan" ? 100 : 500))
    let run = try explain(sample)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    let rows = lines(run).map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.allSatisfy { $0.count == 3 && !$0[1].isEmpty && !$0[2].isEmpty })
    #expect(rows.map { String($0[0]) } == ids)
  }

  /// One figure of every kind: the first of the list that begins so.
  static let kinds = [
    "rr.", "br.", "matris.", "netto.", "bro.", "journal.L.", "journal.A.1.factor",
    "journal.D.1.amount", "socialbalans.", "kanslighet.", "indikator.", "parameter.",
    "antagande.", "avstamning.", "kanal.", "nyckeltal.", "lon.", "kvot.", "flerar.", "ek.",
    "motgang.", "tratt.", "lage.", "underlag.", "asf.",
  ]

  @Test(
    "a figure of every kind has something under it, in either language",
    arguments: zip(samples, ["sv", "en"]))
  func kinds(sample: String, language: String) throws {
    let ids = try lines(explain(sample)).compactMap { $0.split(separator: "\t").first }
    var known = 0
    for kind in Self.kinds {
      guard let id = ids.first(where: { $0.hasPrefix(kind) }).map(String.init) else { continue }
      known += 1
      let run = try explain(sample, id, "--language", language)
      #expect(run.status == 0, "\(id)")
      #expect(lines(run).first?.hasPrefix("\(id) = ") == true, "\(id)")
      #expect(lines(run).count > 1, "\(id)")
      for word in ["Räknas", "gäller ", "Konton i", "se ovan", "deltagare D"]
      where language == "en" {
        #expect(!run.output.contains(word), "\(id)")
      }
    }
    #expect(known >= 18)
  }

  @Test("samhällets netto leads to a record, a parameter with its source and an account")
  func net() throws {
    let run = try explain("bryggan", "netto.net.society")
    #expect(run.status == 0)
    let shown = lines(run)
    #expect(shown.first?.hasPrefix("netto.net.society = ") == true)
    #expect(
      shown.contains { $0.contains(#/samples/bryggan/utfall/\S+\.csv:\d+.*, deltagare \S+: /#) })
    #expect(shown.contains { $0.contains(/parameter\.\S.* = .*; gäller .*; källa: \S/) })
    #expect(shown.contains { $0.contains(/^ +3\d{3} .*: \u{2212}[\d ]+,\d\d kr$/) })
    #expect(shown.contains { $0.contains("antagande.anställning.dödvikt.base = 25 %") })
    #expect(shown.contains { $0.contains("Minskar raden:") })
    #expect(shown.contains { $0.hasSuffix(", samma som raden som minskas") })
    #expect(shown.contains { $0.hasSuffix("(se ovan)") })
    // What is told once is only named afterwards: each voucher is worked out at most once.
    let worked = shown.indices.filter { index in
      shown[index].contains(".amount = ") && !shown[index].hasSuffix("(se ovan)")
        && shown[index].contains("journal.")
    }.map { shown[$0].drop { " \u{2212}".contains($0) }.prefix { $0 != "=" } }
    #expect(worked.count > 50)
    #expect(Set(worked).count == worked.count)
  }

  @Test(
    "the shares of a voucher's records are its basis, which times value and factor is its amount")
  func voucher() throws {
    let run = try explain("bryggan", "journal.A.1.amount")
    let shares = run.output.matches(of: #/, deltagare \S+: (\d+),(\d{4}) /#).compactMap {
      Int("\($0.1)\($0.2)")
    }
    let numbers = try #require(
      run.output.firstMatch(
        of: /belopp: ([\d ,]+) \S+ × ([\d ,]+) kr × ([\d ,]+) = ([\d ,]+) kr/))
    func digits(_ text: Substring) throws -> Int128 {
      try #require(Int128(text.filter(\.isNumber)))
    }
    let basis = try digits(numbers.1)
    #expect(!shares.isEmpty)
    // Each share is cut to a ten-thousandth and the basis to a hundredth.
    #expect(abs(shares.reduce(0, +) - Int(basis) * 100) <= 50 + shares.count)
    let product = try basis * digits(numbers.2) * digits(numbers.3)
    let unit: Int128 = 100_000_000
    #expect(try (product + unit / 2) / unit == digits(numbers.4))
    #expect(run.output.contains("Från "))
  }

  @Test("an id is known by letters alone; a misspelt one is a usage error with the nearest")
  func misspelt() throws {
    let folded = try explain("kafe-kardemumma", "antagande.anstallning.dodvikt.base")
    #expect(folded.status == 0)
    #expect(folded.output.hasPrefix("antagande.anställning.dödvikt.base = 20 %"))
    let run = try explain("kafe-kardemumma", "netto.net.societ", "--language", "en")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("[CMD030]"))
    #expect(run.errors.contains("\"netto.net.society\""))
    #expect(try Tool.run(["explain", "saknas"]).status == 66)
    #expect(try explain("kafe-kardemumma", "--year", "1999").status == 65)
  }
}
