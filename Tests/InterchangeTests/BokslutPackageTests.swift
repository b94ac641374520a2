// bokslut.json: written as it always was, read back whole, and refused with the place of the fault.

import Bookkeeping
import Foundation
import Interchange
import Testing

@Suite struct BokslutPackageTests {
  static let text = """
    {
      "schema": "dualbokslut/1",
      "program": {"name": "dualbokslut", "version": "0.1.0"},
      "edition": "intern",
      "language": "sv",
      "organisation": {"id": "bryggan", "name": "Bryggan \\"ek. för.\\"\\n", "form": "ekonomisk"},
      "fiscalYear": {"label": "2025", "from": "2025-01-01", "to": "2025-12-31"},
      "date": "2026-02-01",
      "inputs": [
        {"path": "bokforing/2025.se", "sha256": "00"}
      ],
      "files": [],
      "parameters": [
        {"id": "ränta", "value": "3,5", "unit": "%", "usedBy": "transition"}
      ],
      "figures": [
        {"id": "a", "label": "A", "value": null, "unit": "kr", "parts": []},
        {
          "id": "b",
          "label": "B",
          "value": "-1.50",
          "unit": "kr",
          "formula": {
            "round": {
              "multiply": [
                {"figure": "a"},
                {
                  "add": [
                    {"number": "0.5"},
                    {
                      "sum": ["a", "c"]
                    }
                  ]
                }
              ]
            },
            "decimals": 2
          },
          "parts": ["a"]
        }
      ]
    }

    """

  private func error(_ text: String) -> PackageError? {
    do throws(PackageError) {
      _ = try BokslutPackage(bytes: Data(text.utf8))
      return nil
    } catch { return error }
  }

  @Test("a preliminary year is a member of its own, and a package of before it has none")
  func preliminary() throws {
    #expect(try BokslutPackage(bytes: Data(Self.text.utf8)).preliminary == nil)
    for member in [
      #"{"reason": "day-missing"}"#, #"{"reason": "made-before-year-end", "day": "2025-11-30"}"#,
    ] {
      let date = #""date": "2026-02-01","#
      let text = Self.text.replacing(date, with: "\(date)\n  \"preliminary\": \(member),")
      let package = try BokslutPackage(bytes: Data(text.utf8))
      #expect(package.preliminary?.day == (member.contains("day\":") ? "2025-11-30" : nil))
      #expect(
        String(decoding: package.bytes, as: UTF8.self).contains("\"preliminary\": \(member),"))
    }
  }

  @Test func whatIsReadIsWrittenByteForByte() throws {
    let package = try BokslutPackage(bytes: Data(Self.text.utf8))
    #expect(String(decoding: package.bytes, as: UTF8.self) == Self.text)
    #expect(package.organisation.name == "Bryggan \"ek. för.\"\n")
    #expect(package.organisation.number == nil)
    #expect(package.figures.map(\.id) == ["a", "b"])
    #expect(package.figures.map(\.value) == [nil, "-1.50"])
    #expect(package.parameters.first?.low == "")
    #expect(
      package.figures.last?.formula
        == .round(
          .multiply([.figure("a"), .add([.number("0.5"), .sum(["a", "c"])])]), decimals: 2))
  }

  @Test func membersThatAreNotKnownAreLeftAlone() throws {
    let more = Self.text.replacing("\"unit\": \"kr\"", with: "\"unit\": \"kr\", \"new\": [{}, 1.5]")
    #expect(
      try BokslutPackage(bytes: Data(more.utf8)) == BokslutPackage(bytes: Data(Self.text.utf8)))
    #expect(error("\u{FEFF}" + Self.text) == nil)
  }

  @Test func otherSchemasAreNamed() {
    #expect(error("{\"schema\": \"dualbokslut/9\"}") == .unknownSchema("dualbokslut/9"))
    for text in ["[]", "{}", "\"dualbokslut/1\"", "{\"schema\": 1}"] {
      #expect(error(text) == .unknownSchema(nil))
    }
  }

  @Test(arguments: [
    ("\"program\"", "\"programme\"", "program"),
    ("\"0.1.0\"", "1", "program.version"),
    ("\"intern\"", "\"privat\"", "edition"),
    ("2025-12-31", "2025-12-32", "fiscalYear.to"),
    ("2025-12-31", "2024-12-31", "fiscalYear"),
    ("2026-02-01", "i dag", "date"),
    ("\"sha256\"", "\"md5\"", "inputs[0].sha256"),
    ("\"files\": []", "\"files\": {}", "files"),
    ("\"value\": \"3,5\"", "\"value\": 3.5", "parameters[0].value"),
    ("\"id\": \"b\"", "\"id\": null", "figures[1].id"),
    ("\"decimals\": 2", "\"decimals\": 19", "figures[1].formula.decimals"),
    ("\"decimals\": 2", "\"decimals\": \"2\"", "figures[1].formula.decimals"),
    ("{\"figure\": \"a\"}", "{}", "figures[1].formula.round.multiply[0]"),
    ("\"sum\": [\"a\"", "\"sum\": [1", "figures[1].formula.round.multiply[1].add[1].sum[0]"),
  ])
  func faultsSayWhere(old: String, new: String, path: String) {
    #expect(Self.text.contains(old))
    #expect(error(Self.text.replacing(old, with: new)) == .invalid(path: path))
  }

  @Test(arguments: ["", "{", "{\"a\" 1}", "nul", "{\"schema\": \"dualbokslut/1\"} 2", "'a'", "{]"])
  func whatIsNotJSONIsRefused(text: String) {
    #expect(error(text) == .notJSON)
  }

  @Test func whatIsNotUTF8IsRefused() {
    #expect(throws: PackageError.notJSON) {
      try BokslutPackage(bytes: Data(Self.text.utf8.map { $0 == 0xC3 ? 0xFF : $0 }))
    }
  }

  @Test func formulasDeeperThanTheLimitAreRefused() {
    for (levels, isRead) in [(28, true), (29, false), (200, false), (50_000, false)] {
      let deep =
        String(repeating: "{\"add\": [", count: levels) + "{\"number\": \"1\"}"
        + String(repeating: "]}", count: levels)
      let text = Self.text.replacing("{\"figure\": \"a\"}", with: deep)
      #expect((error(text) == nil) == isRead)
    }
    #expect(error(String(repeating: "[", count: 100_000)) == .notJSON)
  }

  /// A damaged file never does worse than throw.
  @Test func damageOnlyThrows() {
    let bytes = Array(Self.text.utf8)
    let hostile = Array("\"{[\\0-".utf8) + [0, 0x80]
    for place in bytes.indices {
      if place < bytes.count - 2 {
        #expect(throws: PackageError.self) { try BokslutPackage(bytes: Data(bytes[..<place])) }
      }
      var damaged = bytes
      damaged[place] = hostile[place % hostile.count]
      _ = try? BokslutPackage(bytes: Data(damaged))
    }
  }

  /// FIPS 180-4's own example.
  @Test func digestsAreSHA256() throws {
    #expect(
      try ContentDigest.of("a", Array("abc".utf8)).sha256
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      try ContentDigest.of("b", []).sha256
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}

@Suite struct JSONPlacesTests {
  private static let text = """
    {
      "å": {"b": 1.5e3, "c": [true, {"d": "x\\"]"}]},
      "e": []
    }
    """

  @Test(arguments: [
    ("å", 2, 8), ("å.b", 2, 14), ("å.c", 2, 26), ("å.c[1].d", 2, 39), ("e", 3, 8),
    // What is not there has the place of what should hold it.
    ("å.c[1].f", 2, 33), ("e[4].x", 3, 8), ("z", 1, 1),
  ])
  func membersHavePlaces(path: String, line: Int, column: Int) {
    let places = JSONPlaces(Self.text.utf8)
    #expect(places.fault == nil)
    #expect(places.place(of: path) == (line, column))
  }

  @Test(arguments: [
    ("{", 1, 2), ("{\"a\" 1}", 1, 6), ("[1,\n 2", 2, 3), ("[1,]", 1, 4), ("{\"a\": \"b", 1, 9),
    ("[1] 2", 1, 5), ("[nul]", 1, 2), ("", 1, 1), ("{\"a\": 1,\n \"b\": \u{1}}", 2, 7),
  ])
  func whatIsNoJSONEndsThere(text: String, line: Int, column: Int) throws {
    let fault = try #require(JSONPlaces(text.utf8).fault)
    #expect(fault == (line, column))
  }

  @Test func depthHasALimit() {
    #expect(JSONPlaces(String(repeating: "[", count: 100_000).utf8).fault != nil)
  }
}
