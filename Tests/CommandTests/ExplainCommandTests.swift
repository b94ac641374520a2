// `dualbokslut explain` as a user runs it: every figure of a report is known, and leads to inputs.

import Diagnostics
import Figures
import Foundation
import Testing

struct ExplainCommandTests {
  static let samples = ["bryggan", "kafe-kardemumma", "tradgardsvagnen", "hjulverkstan"]

  private func explain(_ sample: String, _ arguments: String...) throws -> Tool.Outcome {
    try Tool.run(["explain", "samples/\(sample)", "--depth", "alla"] + arguments)
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
    arguments: zip(samples, [Language.swedish, .english]))
  func kinds(sample: String, language: Language) throws {
    let folder = try ExplainedFolder(sample: sample, language: language)
    let ids = folder.report.figures.figures.map { (id: $0.id, text: FigureIDText.text($0.id)) }
    var known = 0
    for kind in Self.kinds {
      guard let (id, text) = ids.first(where: { $0.text.hasPrefix(kind) }) else { continue }
      known += 1
      let told = folder.explain(id).lines
      #expect(told.first?.hasPrefix("\(text) = ") == true, "\(text)")
      #expect(told.count > 1, "\(text)")
      for word in ["Räknas", "gäller ", "Konton i", "se ovan", "deltagare D"]
      where language == .english {
        #expect(!told.contains { $0.contains(word) }, "\(text)")
      }
      // The program prints the same, and nothing else.
      guard known == 1 else { continue }
      let path = Tool.root.appending(path: "samples/\(sample)").path
      let run = try Tool.run([
        "explain", path, text, "--depth", "alla", "--language", language.rawValue,
      ])
      #expect(run.status == 0 && run.errors.isEmpty, "\(text)")
      #expect(run.output == told.joined(separator: "\n") + "\n", "\(text)")
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
    #expect(
      shown.contains {
        $0.contains(#/^ +3\d{3} .*: \u{2212}[\d ]+,\d\d kr; \d+ verifikationsrader: \S+\.se:\d+/#)
      })
    #expect(
      shown.contains { $0.contains(#/Regel i kopplingar, \S+/dualbokslut\.yaml:\d+:\d+ \(/#) })
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

  @Test("the beginning of an id lists its family, and an id with blanks needs no quotation marks")
  func families() throws {
    let family = try lines(explain("bryggan", "kanal"))
    #expect(family.count == 20)
    #expect(family.allSatisfy { $0.hasPrefix("kanal.") })
    let narrower = try lines(explain("bryggan", "KANAL.Direktkop_Offentlig"))
    #expect(
      narrower.map { $0.prefix { $0 != "\t" } } == [
        "kanal.direktköp offentlig.amount", "kanal.direktköp offentlig.share",
      ])
    let quoted = try explain("bryggan", "kanal.direktköp offentlig.amount")
    let joined = try explain("bryggan", "kanal.direktkop", "offentlig.amount")
    #expect(quoted.status == 0)
    #expect(joined.output == quoted.output)
    // A part of a word begins no family.
    #expect(try explain("bryggan", "kana").status == 64)
  }

  @Test("an account that an object's rule divides shows the part, its vouchers and the rule")
  func divided() throws {
    let taken = try explain("bryggan", "journal.L.2.amount").output
    #expect(
      taken.contains("En del av kontot: \u{2212}205 015,67 kr av \u{2212}549 715,67 kr, "))
    #expect(taken.contains(#/dualbokslut\.yaml:\d+:\d+ \(3000–3799, objekt 6 P12\)/#))
    let vouchers = taken.matches(
      of: #/Verifikation \S+ \d+, 2025-\d\d-\d\d, \S+2025\.se:\d+: (\u{2212}?[\d ]+,\d\d) kr/#)
    let sum = vouchers.compactMap { Int($0.1.filter(\.isNumber)) }.reduce(0, +)
    #expect(sum == 20_501_567)
    let rest = try explain("bryggan", "kanal.direktköp offentlig.amount").output
    #expect(
      rest.contains(
        "\u{2212}344 700,00 kr av \u{2212}549 715,67 kr; resten tog en regel för objekt"))
  }

  @Test("an indicator shows the records behind both its numbers, and as many as it says")
  func indicator() throws {
    let run = try explain("bryggan", "indikator.placement-rate-strict.gender=kvinna")
    let counted = run.output.matches(of: #/utfall/overgangar\.csv:\d+:1, deltagare (\S+)/#)
    // Four of the seven women who left went to unsubsidised work.
    #expect(counted.count == 4 + 7)
    #expect(Set(counted.map(\.1)).count == 7)
    #expect(run.output.contains("Gruppen kvinnor enligt deltagarnas rader:"))
  }

  @Test("a low or high of an assumption shows the net of every series, which add up to it")
  func sensitivity() throws {
    let run = try explain("bryggan", "kanslighet.övergång.dödvikt.low.society")
    func ore(_ text: Substring) throws -> Int {
      let number = try #require(Int(text.filter(\.isNumber)))
      return text.hasPrefix("\u{2212}") ? -number : number
    }
    let parts = try run.output.matches(
      of: /\n    [LCAODUT]  .*?: (\u{2212}?[\d ]+,\d\d) kr; vid bas/
    ).map { try ore($0.1) }
    #expect(parts.count == 7)
    let net = try #require(
      run.output.firstMatch(of: /^kanslighet\S+ = (\u{2212}?[\d ]+,\d\d) kr/))
    #expect(try parts.reduce(0, +) == ore(net.1))
    #expect(run.output.contains("övergång.dödvikt = 25 %"))
    #expect(run.output.contains(#/inställningarna: \S+dualbokslut\.yaml:\d+/#))
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
