// A folder over several years: each report has its own year's facts.

import Foundation
import Testing

struct YearlyKeysCommandTests {
  private static let years = """
    år:
      2024:
        medlemmar:
          vid årets slut: 10
        medelantal anställda: 3
      2025:
        styrelse:
          - namn: Ada Adasson
            roll: ordförande
        medlemmar:
          vid årets början: 10
          nya: 4
          utträdda: 1
          vid årets slut: 13
        medelantal anställda: 4,5
        disposition:
          utdelning: 500

    """

  /// The value of a figure by its id, in the package of a year.
  private func figures(_ folder: SmallFolder, year: String) throws -> [String: String] {
    let report = try folder.run("report", "prov", "--year", year, "--output", "ut")
    #expect(report.status == 0, "\(report.errors)")
    #expect(!report.errors.contains("Adasson"))
    let place = "ut/provbryggan/\(year)/intern/bokslut.json"
    let data = try Data(contentsOf: folder.work.url.appending(path: place))
    #expect(!String(decoding: data, as: UTF8.self).contains("Adasson"))
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let figures = try #require(package["figures"] as? [[String: Any]])
    return Dictionary(
      figures.compactMap { figure in
        (figure["id"] as? String).flatMap { id in (figure["value"] as? String).map { (id, $0) } }
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test("three files, three years: a year's own key goes first, asf serves the latest only")
  func threeYears() throws {
    let folder = try SmallFolder()
    try folder.replaceBooks([
      ("20240101", "20241231", "20250210", "20240615"),
      ("20250101", "20251231", "20260210", "20250615"),
      ("20260101", "20261231", "20270210", "20260615"),
    ])
    try folder.add(settings: Self.years)
    let first = try figures(folder, year: "2024")
    #expect(first["nyckeltal.members-stated"] == "10")
    #expect(first["nyckeltal.employees-stated"] == "3" && first["nyckeltal.dividend"] == nil)
    let second = try figures(folder, year: "2025")
    #expect(second["nyckeltal.members-stated"] == "13" && second["asf.members"] == "13")
    #expect(second["nyckeltal.employees-stated"] == "4.50")
    #expect(second["nyckeltal.dividend"] == "500.00")
    // 108 000 kr of personnel costs and 3/4.5 of what three share.
    let cost = try #require(Double(first["nyckeltal.personnel-cost-per-employee"] ?? ""))
    let shared = try #require(Double(second["nyckeltal.personnel-cost-per-employee"] ?? ""))
    #expect(abs(cost * 3 - shared * 4.5) < 0.05)
    let third = try figures(folder, year: "2026")
    #expect(third["nyckeltal.members-stated"] == "12" && third["nyckeltal.dividend"] == "0.00")
    #expect(third["nyckeltal.employees-stated"] == nil)
  }

  @Test("labels of broken years, and those that fit no year or two")
  func labels() throws {
    let folder = try SmallFolder()
    try folder.replaceBooks([
      ("20240501", "20250430", "20250910", "20240615"),
      ("20250501", "20251231", "20260210", "20250615"),
    ])
    let plain = try folder.text("dualbokslut.yaml")
    func codes(_ label: String) throws -> [String] {
      try folder.write(
        "\(plain)år:\n  \(label):\n    medelantal anställda: 4,5\n", to: "dualbokslut.yaml")
      let errors = try folder.run("check", "prov").errors
      return ["SET142", "SET143", "SET144"].filter { errors.contains("[\($0)]") }
    }
    for label in ["2025-04", "2025-12", "2024", "2023", "2026", "2026-12"] {
      #expect(try codes(label) == [], "\(label)")
    }
    #expect(try codes("2025") == ["SET142"])
    for label in ["2025-06", "2052", "2028"] { #expect(try codes(label) == ["SET143"], "\(label)") }
    try folder.write(
      "\(plain)år:\n  2025-04:\n    medelantal anställda: 4,5\n", to: "dualbokslut.yaml")
    let figures = try figures(folder, year: "2025-04")
    #expect(figures["nyckeltal.employees-stated"] == "4.50")
  }

  @Test("texts of every year are searched for identity numbers, and names are told apart")
  func stories() throws {
    for name in ["berattelse-2025.md", "exempel.md", "forvaltningsberattelse-2019.md"] {
      let folder = try SmallFolder()
      try folder.write("Hen har 850315-1238 i mappen.\n", to: name)
      let outcome = try folder.run("check", "prov")
      #expect(outcome.status == 65 && outcome.errors.contains("\(name):1:9: error[SET026]"))
      #expect(!outcome.errors.contains("850315"))
    }
    let folder = try SmallFolder()
    try folder.write("Vårt år.\n", to: "berattelse-2024.md")
    try folder.write("Vårt år.\n", to: "berattelse-2026.md")
    #expect(try !folder.run("check", "prov").errors.contains("warning["))
    try folder.write("[Skriv här: mer]\n", to: "berattelse-2025.md")
    try folder.write("[Skriv här: mer]\n", to: "berattelse.md")
    let errors = try folder.run("check", "prov").errors
    #expect(errors.contains("berattelse-2025.md:1:1: warning[INI003]"))
    #expect(!errors.contains("berattelse.md:1:1"))
  }
}
