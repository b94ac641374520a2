// docs/rakneexempel.md says what the program writes about Tests/Fixtures/Example, figure by figure.

import Foundation
import Testing

@Suite struct WorkedExampleTests {
  private static let actors = [
    "individ": "participant", "företaget": "enterprise", "kommun": "municipality",
    "region": "region", "Arbetsförmedlingen": "employmentService",
    "Försäkringskassan": "socialInsurance", "staten": "state", "omvärlden": "widerEconomy",
    "Offentlig sektor": "public", "Samhället": "society",
  ]

  private let work: TemporaryFolder
  private let document: String

  init() throws {
    work = try TemporaryFolder()
    document = try String(
      contentsOf: Tool.root.appending(path: "docs/rakneexempel.md"), encoding: .utf8)
    let folder = Tool.fixtures.appending(path: "Example").path
    let studies = Tool.fixtures.appending(path: "ExampleStudies").path
    let run = try Tool.run(
      ["report", folder, studies, "--output", "ut", "--edition", "intern"], in: work.url)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func written(
    _ name: String, of enterprise: String = "exempel"
  ) throws -> [CSVTable.Row] {
    try CSVTable(work.url.appending(path: "ut/\(enterprise)/2025/intern/csv/\(name).csv")).rows
  }

  private func actor(_ cell: String) throws -> String {
    try #require(Self.actors[cell], "\(cell)")
  }

  /// Basis x unit value x factor, half away from zero to the öre.
  private func product(_ basis: String, _ unitValue: String, _ factor: String) throws -> Int {
    let exact =
      try DocumentTable.ore(basis) * DocumentTable.ore(unitValue)
      * CSVTable.scaled(DocumentTable.number(factor), decimals: 6)
    let half = exact < 0 ? -50_000_000 : 50_000_000
    return (exact + half) / 100_000_000
  }

  @Test(
    "every line of the social journal stands in the example as the program writes it",
    arguments: [("journal", "exempel"), ("journal, tillägg", "tillagg")])
  func journal(table: String, enterprise: String) throws {
    let told = try DocumentTable(table, in: document)
    let rows = try written("social-journal", of: enterprise)
    #expect(told.rows.map { $0[0] } == rows.map { ($0["series"] ?? "") + ($0["number"] ?? "") })
    for (cells, row) in zip(told.rows, rows) {
      #expect(try DocumentTable.identifier(cells[1]) == row["kind"], "\(cells)")
      #expect(try actor(cells[2]) == row["from"], "\(cells)")
      #expect(try actor(cells[3]) == row["to"], "\(cells)")
      #expect(DocumentTable.number(cells[4]) == row["basis"], "\(cells)")
      #expect(cells[4].hasSuffix(row["basis_unit"] == "kr" ? " kr" : " mån"), "\(cells)")
      #expect(DocumentTable.number(cells[5]) == row["unit_value"], "\(cells)")
      #expect(DocumentTable.number(cells[6]) == row["factor"], "\(cells)")
      #expect(DocumentTable.number(cells[7]) == row["amount"], "\(cells)")
      #expect(
        try product(cells[4], cells[5], cells[6]) == DocumentTable.ore(cells[7]), "\(cells)")
    }
  }

  @Test("the matrix is the sum of the program's, series by series, and every row is even")
  func matrix() throws {
    let told = try DocumentTable("matris", in: document)
    let rows = try written("aktorsmatris")
    #expect(told.rows.map { $0[0] } == ["L", "C", "A", "O", "D", "U", "T", "Netto"])
    for cells in told.rows {
      let series = cells[0]
      let amounts = try cells.dropFirst().map { try DocumentTable.ore($0) }
      #expect(amounts.reduce(0, +) == 0, "\(cells)")
      for (heading, amount) in zip(told.header.dropFirst(), amounts) {
        let actor = try actor(heading)
        let sum = try rows.filter {
          $0["actor"] == actor && (series == "Netto" || $0["series"] == series)
        }.map { try $0.ore("amount") }.reduce(0, +)
        #expect(amount == sum, "\(series) \(heading)")
      }
    }
  }

  @Test(
    "netto: every measure of every actor",
    arguments: [("netto", "exempel"), ("netto, tillägg", "tillagg")])
  func netto(table: String, enterprise: String) throws {
    let told = try DocumentTable(table, in: document)
    let rows = try written("netto", of: enterprise).filter { row in
      told.header.contains { $0.contains("`\(row["measure"] ?? "")`") }
    }
    var found = 0
    for cells in told.rows {
      for (heading, cell) in zip(told.header, cells).dropFirst() {
        let measure = try DocumentTable.identifier(heading)
        let actor = try actor(cells[0])
        let row = rows.first { $0["measure"] == measure && $0["actor"] == actor }
        if let row {
          #expect(DocumentTable.number(cell) == row["amount"], "\(measure) \(actor)")
          found += 1
        } else {
          #expect(cell == "–" || cell == "0,00", "\(measure) \(actor)")
        }
      }
    }
    #expect(found == rows.count)
  }

  @Test("the bridge, step by step, ends in the sum of its steps")
  func bridge() throws {
    let told = try DocumentTable("bro", in: document).rows
    let rows = try written("bro")
    #expect(try told.map { try DocumentTable.identifier($0[0]) } == rows.compactMap { $0["step"] })
    #expect(told.map { DocumentTable.number($0[1]) } == rows.compactMap { $0["amount"] })
    let amounts = try told.map { try DocumentTable.ore($0[1]) }
    #expect(amounts.dropLast().reduce(0, +) == amounts.last)
  }

  @Test("the income statement's rows")
  func incomeStatement() throws {
    let rows = try written("resultatrakning")
    for cells in try DocumentTable("resultat", in: document).rows {
      let id = try DocumentTable.identifier(cells[0])
      let row = rows.first { $0["row_id"] == id }
      #expect(row?["current"] == DocumentTable.number(cells[1]), "\(cells)")
    }
  }

  @Test("the social balance: the lines shown give each actor's closing balance")
  func socialBalance() throws {
    var balances: [String: Int] = [:]
    for cells in try DocumentTable("väntat", in: document).rows {
      let amount = try product(cells[3], cells[4], cells[5])
      #expect(try amount == DocumentTable.ore(cells[6]), "\(cells)")
      balances[try actor(cells[1]), default: 0] -= amount
      balances[try actor(cells[2]), default: 0] += amount
    }
    let told = try DocumentTable("social balans", in: document)
    let rows = try written("social-balans")
    #expect(told.rows.count * 2 == rows.count)
    for cells in told.rows {
      let actor = try actor(cells[0])
      #expect(try balances[actor] == DocumentTable.ore(cells[2]), "\(actor)")
      for column in [1, 2] {
        let step = try DocumentTable.identifier(told.header[column])
        let row = rows.first { $0["step"] == step && $0["actor"] == actor }
        #expect(row?["amount"] == DocumentTable.number(cells[column]), "\(step) \(actor)")
      }
    }
  }

  @Test("the break-even deadweights that the text names")
  func breakEven() throws {
    let row = try #require(try written("kanslighet").first { $0["assumption"] == "dödvikt" })
    #expect(row["society"] == "0.550865")
    #expect(row["public"] == "0.257306")
    #expect(document.contains("noll vid 55,1 %"))
    #expect(document.contains("sektorns vid 25,7 %"))
  }

  @Test("the tax table's steps add up and their change is the basis of the lines")
  func tax() throws {
    let steps = try DocumentTable("skatt", in: document).rows.map { row in
      try row.dropFirst().map { try DocumentTable.ore($0) }
    }
    try #require(steps.count == 11)
    for person in 0..<3 {
      let column = steps.map { $0[person] }
      #expect(column[2] == column[0] / 10_000 * 10_000, "whole hundreds down")
      #expect(column[4] == column[2] - column[3])
      #expect(column[5] == column[4] * 3369 / 10_000 / 100 * 100, "whole kronor down")
      #expect(column[6] == (column[2] * 7 / 100 + 4999) / 10_000 * 10_000, "nearest hundred")
      #expect(column[7] == min(column[5], column[6]))
      let above = column[4] - 4_000_000
      #expect(column[9] == above * 75 / 10_000 / 100 * 100, "0.75 % of what exceeds 40 000")
      #expect(column[7] + column[8] + column[9] <= column[5])
      #expect(column[10] == column[7] + column[8] + column[9] - column[6])
    }
    let basis = Dictionary(
      uniqueKeysWithValues: try DocumentTable("journal", in: document).rows.map {
        ($0[0], try DocumentTable.ore($0[4]))
      })
    #expect(basis["A2"] == steps[4][0])
    #expect(basis["A3"] == steps[4][0])
    #expect(basis["A4"] == steps[10][0])
    #expect(basis["O5"] == steps[4][2] - steps[4][1])
    #expect(basis["O6"] == steps[4][2] - steps[4][1])
    #expect(basis["O7"] == steps[10][2] - steps[10][1])
  }

  /// Worked out by hand, without the program or the document; öre.
  private static let byHand: [(line: String, amount: Int)] = [
    ("L3", 104_677_42),  // 11 000 x (16/31 + 9)
    ("L5", 171_290_32),  // 24 000 x 75 % x (16/31 + 9)
    ("L7", 53_819_42),  // 171 290.32 x 31.42 %
    ("C1", 14_760_00),  // 3 x 8 200 x 60 %
    ("A1", 70_329_00),  // S: 7.14 x 9 850
    ("A2", 27_257_35),  // X: (171 200 - 45 300) x 21.65 %
    ("A3", 15_158_36),  // X: the same x 12.04 %
    ("A4", 18_769_00),  // X: floor(53 801.88 x 33.69 %) + floor(85 900 x 0.75 %)
    ("O1", 162_000_00),  // J: 6 x 27 000
    ("O2", 50_900_40),  // J: 162 000 x 31.42 %
    ("O3", 14_495_01),  // S: 3 x 4 831.67
    ("O4", 23_724_99),  // S: 3 x 7 908.33
    ("O5", 24_031_50),  // X: (151 500 - 40 500) x 21.65 %
    ("O7", 18_162_00),  // X: floor(51 437.80 x 33.69 %) + 836 - 3
    ("D1", -2_952_00),  // 14 760 x 20 %
    ("D6", -51_387_10),  // 171 290.32 x 30 %
    ("D8", -64_800_00),  // 162 000 x 40 %
    ("U1", -4_923_03),  // 70 329 x 70 % x 10 %
    ("U7", -9_720_00),  // 162 000 x 60 % x 10 %
    ("T1", -8_861_45),  // 70 329 x 70 % x 90 % x 20 % = 8 861.454
    ("T3", -1_909_90),  // 125 900 x 0.015170, the rounded factor
    ("T7", -26_244_00),  // 162 000 x 60 % x 90 % x 30 %
  ]

  /// The same of the supplement: studies, and a job that somebody pays a part of.
  private static let studiesByHand: [(line: String, amount: Int)] = [
    ("O1", 78_000_00),  // J: 6 x 50 % x 26 000
    ("O2", 24_507_60),  // J: 78 000 x 31.42 %
    ("O3", 48_000_00),  // J: 6 x 8 000, months and not full-time months
    ("O4", 68_950_00),  // S: (4 + 3) x 9 850
    ("O5", 10_630_15),  // X: (78 000 - 28 900) x 21.65 %
    ("O7", 11_041_00),  // X: 16 541 - 5 500, less than the credit of 11 487
    ("O8", 14_000_00),  // E: 4 x 3 500
    ("D8", -5_600_00),  // 14 000 x 40 %
    ("U7", -840_00),  // 14 000 x 60 % x 10 %
    ("T3", -8_640_00),  // 48 000 x 60 % x 30 %: no displacement of a subsidy
    ("T8", -2_268_00),  // 14 000 x 60 % x 90 % x 30 %
  ]

  @Test("each package by hand")
  func hand() throws {
    for (enterprise, expectations) in [
      ("exempel", Self.byHand), ("tillagg", Self.studiesByHand),
    ] {
      let rows = try written("social-journal", of: enterprise)
      for expected in expectations {
        let row = rows.first { ($0["series"] ?? "") + ($0["number"] ?? "") == expected.line }
        #expect(try row?.ore("amount") == expected.amount, "\(enterprise) \(expected.line)")
      }
    }
  }

  @Test("series L, C, A, O, D, U and T and every package are in the examples")
  func everyPackage() throws {
    let rows = try written("social-journal") + written("social-journal", of: "tillagg")
    #expect(Set(rows.compactMap { $0["series"] }) == Set(["L", "C", "A", "O", "D", "U", "T"]))
    let kinds = Set(rows.filter { $0["series"] != "L" }.compactMap { $0["kind"] })
    #expect(
      kinds == [
        "support.försörjningsstöd", "support.aktivitetsstöd", "municipalTax", "regionalTax",
        "netCredit", "earnings", "employerContribution", "jobSubsidy", "studyGrant",
        "avoidedPlacement",
      ])
  }
}
