// What a user sees of one person's tax: the steps in `explain`, and what stands in for a year.

import Foundation
import Testing

struct TaxStoryTests {
  private let work: TemporaryFolder
  private let folder: String

  /// The worked example with other texts in some of its files.
  init() throws {
    work = try TemporaryFolder()
    let copy = work.url.appending(path: "exempel")
    try FileManager.default.copyItem(at: Tool.fixtures.appending(path: "Example"), to: copy)
    folder = copy.path
  }

  private func change(_ file: String, _ old: String, to new: String) throws {
    let url = URL(fileURLWithPath: folder).appending(path: file)
    let text = try String(contentsOf: url, encoding: .utf8)
    try #require(text.contains(old), "\(file)")
    try text.replacing(old, with: new).write(to: url, atomically: true, encoding: .utf8)
  }

  /// P1 with sjukersättning in a municipality that has the regional credit.
  private func sickInKiruna() throws {
    try change(
      "utfall/deltagare.csv", "Utan arbete sedan;Medlem", to: "Utan arbete sedan;Medlem;Kommun")
    try change(
      "utfall/deltagare.csv", "försörjningsstöd;;2021-05-01;ja",
      to: "sjukersättning;12500;2021-05-01;ja;Kiruna")
    try change(
      "dualbokslut.yaml", "försörjning:\n",
      to: "försörjning:\n  sjukersättning:\n    längst: obegränsat\n    källa: exempelantagande\n")
  }

  @Test("every step of one person's tax, without the work and with it")
  func steps() throws {
    try sickInKiruna()
    let run = try Tool.run(["explain", folder, "journal.A.4.amount", "--depth", "alla"])
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    // Kiruna 23.05 + 11.34 %. Without: 150 000 of benefit; with: a wage of 171 290.32 for
    // 7.137097 of 12 months, and the benefit of the other 4.862903: 60 786.29.
    for step in [
      "Skatten 2025 för deltagare P1 i Kiruna, 34,39 % kommunal och regional skatt,",
      "Prisbasbelopp 2025: 58 800,00 kr",
      "Inkomst som beskattas: 150 000,00 kr utan, 232 076,61 kr med",
      "varav arbetsinkomst: 0,00 kr utan, 171 290,32 kr med",
      "varav sjukersättning eller aktivitetsersättning: 150 000,00 kr utan, 60 786,29 kr med",
      "Nedåt till hela hundratal: 150 000,00 kr utan, 232 000,00 kr med",
      // 24 872.40 + 0.2 x 91 788 = 43 230; 45 276 - 0.1 x 49 132 = 40 362.80.
      "Grundavdrag (63 kap. 3 § inkomstskattelagen): 43 300,00 kr utan, 40 400,00 kr med",
      "Beskattningsbar inkomst: 106 700,00 kr utan, 191 600,00 kr med",
      // 36 694.13 and 65 891.24.
      "Kommunal och regional skatt, hela kronor nedåt: 36 694,00 kr utan, 65 891,00 kr med",
      // 7 % of 171 200 = 11 984: none on the benefit.
      "Allmän pensionsavgift (lagen 1994:1744): 0,00 kr utan, 12 000,00 kr med",
      "Skattereduktion för pensionsavgiften: 0,00 kr utan, 12 000,00 kr med",
      // (53 508 + 0.3874 x 117 692 - 40 400) x 0.3439 = 20 187.58.
      "Jobbskatteavdrag (67 kap. 7 §): 0,00 kr utan, 20 187,00 kr med",
      // (53 508 + 0.3405 x 96 492 - 43 300) x 0.3439 = 14 809.55;
      // (53 508 + 0.3405 x 7 278.29 - 40 400) x 0.3439 = 5 360.11.
      "(67 kap. 9 a–d §§): 14 809,00 kr utan, 5 360,00 kr med",
      // 0.75 % of 66 700 = 500.25 and of 151 600 = 1 137.
      "Skattereduktion för förvärvsinkomst (67 kap. 46–48 §§): 500,00 kr utan, 1 137,00 kr med",
      "Regional skattereduktion (67 kap. 34 §): 1 675,00 kr utan, 1 675,00 kr med",
      // 14 809 + 500 + 1 675; 20 187 + 5 360 + 1 137 + 1 675.
      "Skattereduktioner minus pensionsavgift: 16 984,00 kr utan, 28 359,00 kr med",
      "beskattningsbar inkomst 84 900,00 kr, skattereduktioner minus pensionsavgift 11 375,00 kr",
    ] {
      #expect(run.output.contains(step), "\(step)")
    }
    #expect(!run.output.contains("Tillfällig skattereduktion"))
    let english = try Tool.run([
      "explain", folder, "journal.A.4.basis", "--depth", "alla", "--language", "en",
    ])
    #expect(english.output.contains("Regional tax credit (chapter 67 section 34): 1,675.00 kr"))
    #expect(!english.output.contains("kr utan"))
  }

  @Test("a tree tells a person's tax once, and a credit that the tax does not leave room for")
  func once() throws {
    let run = try Tool.run(["explain", folder, "netto.net.society", "--depth", "alla"])
    for person in ["P1", "P2"] {
      let told = run.output.components(separatedBy: "Skatten 2025 för deltagare \(person) i ")
      #expect(told.count == 2, "\(person)")
      #expect(run.output.contains("Skatten 2025 för deltagare \(person) (se ovan)"))
    }
    let studies = try Tool.run(
      [
        "explain", Tool.fixtures.appending(path: "ExampleStudies").path, "journal.O.7.amount",
        "--depth",
        "alla",
      ])
    #expect(
      studies.output.contains(
        "11 041,00 kr (enligt regeln 11 487,00 kr, men högst den skatt som är kvar) med"))
  }

  @Test("rates of another year name the municipality; own rates of a later year come first")
  func standIns() throws {
    try change("dualbokslut.yaml", "kommun: Karlskrona", to: "kommun: Storbryggan")
    try change(
      "dualbokslut.yaml", "träningsplatser: betalda",
      to: """
        skatt:
          - från: 2026-01-01
            kommun: 21 %
            region: 12 %
            källa: kommunens beslut
        träningsplatser: betalda
        """)
    let run = try Tool.run(["report", folder, "--output", "ut"], in: work.url)
    #expect(run.status == 0, "\(run.errors)")
    let page = try WrittenEdition.texts(
      ofWorkbookIn: WrittenEdition.folder(work, "ut", "2025"))
    #expect(
      page.contains("Skattesatserna för Storbryggan är 2026 års, eftersom 2025 års inte finns"))
    let told = try Tool.run(["explain", folder, "journal.A.2.factor", "--depth", "alla"])
    #expect(told.output.contains("21 %") && told.output.contains("kommunens beslut"))
  }

  @Test("a municipality's rates of eight years are listed with their sources")
  func listed() throws {
    let run = try Tool.run(["parameters", "--id", "kommunalskatt.Stockholm"])
    #expect(run.output.split(separator: "\n").count == 1 + 16)
    #expect(run.output.contains(/17,98 +% +2024-01-01 +2024-12-31 .*Skatteverket/))
    let day = try Tool.run(["parameters", "--id", "kommunalskatt.Umeå", "--date", "2019-06-30"])
    #expect(day.output.hasPrefix("Inget värde för kommunalskatt.Umeå gäller 2019-06-30."))
  }
}
