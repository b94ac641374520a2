// Opening balances, balance sheets that tie, and years inside other years' files: from a folder.

import Bookkeeping
import Calculation
import Diagnostics
import Foundation
import Testing

@testable import Enterprise

struct BooksTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// A small ekonomisk förening without register: its SIE files by name, each after a common head.
  /// Most state no closing balances; the warning of that is left out unless asked for.
  private func bokslut(
    _ files: [String: String], year: String? = nil, types: [String: Int] = [:],
    tellsUnstated: Bool = false
  ) throws -> (bokslut: EnterpriseBokslut?, codes: [String]) {
    let folder = scratch.url.appending(path: "prov")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let settings = """
      organisation:
        namn: Prov ekonomisk förening
        form: ekonomisk förening
        kommun: Karlskrona
      bokföring: "*.se"
      """
    try Data(settings.utf8).write(to: folder.appending(path: "dualbokslut.yaml"))
    for (name, text) in files {
      let year = try #require(Int(name))
      let head = """
        #FLAGGA 0
        #GEN \(year + 1)0215
        #SIETYP \(types[name] ?? 4)
        #FNAMN "Prov"
        #RAR 0 \(year)0101 \(year)1231
        #RAR -1 \(year - 1)0101 \(year - 1)1231

        """
      try Data((head + text).utf8).write(to: folder.appending(path: "\(name).se"))
    }
    let enterprise = EnterpriseReading(folder.path)
    var found = enterprise.diagnostics
    let bokslut = EnterpriseBokslut(enterprise, year: year, diagnostics: &found)
    let codes = found.sorted.filter { $0.severity > .note }.map(\.code.rawValue)
    return (bokslut, codes.filter { tellsUnstated || $0 != "BOK097" })
  }

  private func voucher(_ date: String, _ amounts: (String, String)...) -> String {
    "#VER A \"\" \(date) \"\"\n{\n"
      + amounts.map { "#TRANS \($0.0) {} \($0.1)\n" }.joined() + "}\n"
  }

  private func row(_ id: String, in bokslut: EnterpriseBokslut?) -> [Int64?] {
    let row = bokslut?.first.balanceSheet.row(id)
    return [row?.current.ore, row?.previous?.ore]
  }

  private var openingOf2024: String { "#IB -1 1930 5000\n#IB -1 2083 -5000\n" }
  private var vouchersOf2024: String {
    voucher("20240501", ("1930", "1250.00"), ("3010", "-1250.00"))
  }
  private var vouchersOf2025: String {
    voucher("20250501", ("1930", "-450.75"), ("5010", "450.75"))
  }

  @Test("opening balances that no one states are last year's computed closing balances")
  func computedOpenings() throws {
    let (bokslut, codes) = try bokslut([
      "2025": openingOf2024 + vouchersOf2024 + vouchersOf2025
    ])
    #expect(row("Tillgangar", in: bokslut) == [579_925, 625_000])
    #expect(row("own.medlemsinsatser", in: bokslut) == [500_000, 500_000])
    #expect(row("BalanseratResultat", in: bokslut) == [125_000, 0])
    #expect(row("own.differens", in: bokslut) == [nil, nil])
    #expect(codes.isEmpty)
    let checks = bokslut?.second.reconciliation.prefix(2) ?? []
    #expect(checks.map(\.check) == [.balanceSheet, .balanceSheetPrevious])
    #expect(checks.allSatisfy { $0.outcome == .ok })
  }

  @Test("and those of last year's own file where this year's file knows nothing of it")
  func openingsOfOwnFile() throws {
    let lastYear = openingOf2024.replacing("-1 ", with: "0 ") + vouchersOf2024
    let (bokslut, codes) = try bokslut(["2024": lastYear, "2025": vouchersOf2025])
    #expect(row("Tillgangar", in: bokslut) == [579_925, 625_000])
    #expect(row("BalanseratResultat", in: bokslut) == [125_000, 0])
    #expect(row("own.differens", in: bokslut) == [nil, nil])
    // Right if the file is whole; nothing in it shows that it is.
    #expect(codes == ["BOK096"])
    // A file that states what it closes with is not asked about.
    let stated = vouchersOf2025 + "#RES 0 5010 450.75\n"
    let known = try self.bokslut(["2024": lastYear, "2025": stated])
    #expect(row("Tillgangar", in: known.bokslut) == [579_925, 625_000])
    #expect(known.codes.isEmpty)
    // Without last year's file there is nothing to open with.
    let alone = try self.bokslut(["2025": vouchersOf2025])
    #expect(alone.bokslut == nil && alone.codes == ["CMD033"])
  }

  @Test("two files that disagree on last year: the cause is that no opening balance is stated")
  func openingsThatDisagree() throws {
    let lastYear =
      openingOf2024.replacing("-1 ", with: "0 ") + vouchersOf2024
      + voucher("20241201", ("1930", "-100.00"), ("5010", "100.00"))
    let (_, codes) = try bokslut([
      "2024": lastYear, "2025": openingOf2024 + vouchersOf2024 + vouchersOf2025,
    ])
    #expect(codes == ["BOK093"])
  }

  @Test("a difference that arose in the year stops the report; balances stated or computed")
  func differenceOfTheYear() throws {
    let opening = "#IB 0 1930 5000\n#IB 0 2083 -5000\n"
    for wrong in [
      "#UB 0 1930 104549.25\n#UB 0 2083 -5000\n#RES 0 5010 450.75\n",
      "#UB 0 2083 -5000\n#UB 0 1930 4549.25\n#RES 0 5010 400.75\n",
    ] {
      let (bokslut, codes) = try bokslut(["2025": opening + vouchersOf2025 + wrong])
      #expect(bokslut == nil)
      #expect(codes.filter { $0.hasPrefix("BOK") } == ["BOK011"])
      #expect(!codes.contains("SIE054"))
    }
  }

  @Test("a difference that the year opened with is a warning and a check that does not agree")
  func olderDifference() throws {
    let (bokslut, codes) = try bokslut([
      "2025": "#IB 0 1930 5000\n#IB 0 2083 -4900\n" + vouchersOf2025
    ])
    // Last year's column is what the year opens with, and differs as much.
    #expect(codes == ["BOK010", "BOK094"])
    let check = bokslut?.second.reconciliation.first
    #expect(check?.check == .balanceSheet && check?.outcome == .warning)
    #expect(check?.left == .amount(Amount(ore: 454_925)))
    #expect(check?.right == .amount(Amount(ore: 444_925)))
    #expect(check?.difference == .amount(Amount(ore: 10_000)))
  }

  @Test("last year's column that does not tie is a warning")
  func lastYearsColumn() throws {
    let lastYear =
      "#IB 0 1930 5000\n#IB 0 2083 -5000\n#UB 0 1930 5100\n#UB 0 2083 -5000\n#RES 0 3010 -50\n"
    let (bokslut, codes) = try bokslut(
      [
        "2024": lastYear,
        "2025": "#IB 0 1930 5100\n#IB 0 2083 -5000\n#IB 0 2091 -100\n"
          + vouchersOf2025,
      ], types: ["2024": 1])
    #expect(bokslut != nil && codes.contains("BOK094") && !codes.contains("BOK011"))
    let check = bokslut?.second.reconciliation.dropFirst().first
    #expect(check?.check == .balanceSheetPrevious && check?.outcome == .warning)
    #expect(check?.difference == .amount(Amount(ore: 5_000)))
    #expect(bokslut?.second.reconciliation.first?.outcome == .ok)
  }

  @Test("nothing shows that a file without closing balances holds all vouchers, and it is said")
  func closingsNotStated() throws {
    let opening = "#IB 0 1930 5000\n#IB 0 2083 -5000\n"
    let (bokslut, codes) = try bokslut(["2025": opening + vouchersOf2025], tellsUnstated: true)
    #expect(bokslut != nil && codes == ["BOK097"])
    let stated = "#UB 0 1930 4549.25\n#UB 0 2083 -5000\n#RES 0 5010 450.75\n"
    let known = try self.bokslut(["2025": opening + vouchersOf2025 + stated], tellsUnstated: true)
    #expect(known.bokslut != nil && known.codes.isEmpty)
    // A year inside the next one's file is held against what that one opens with; the running year
    // is not what is reported.
    let next =
      "#IB 0 1930 4549.25\n#IB 0 2083 -5000\n#IB 0 2099 450.75\n"
      + "#IB -1 1930 5000\n#IB -1 2083 -5000\n" + vouchersOf2025
      + voucher("20260105", ("1930", "10"), ("3010", "-10"))
    let inside = try self.bokslut(["2026": next], year: "2025", tellsUnstated: true)
    #expect(inside.bokslut != nil && !inside.codes.contains("BOK097"))
  }

  @Test("opening balances that nobody states are last year's, told by months or by its openings")
  func openingsOfMonths() throws {
    let months = "#PSALDO -1 202405 1930 {} 1250.00\n#PSALDO -1 202405 3010 {} -1250.00\n"
    let (told, _) = try bokslut(["2025": openingOf2024 + months + vouchersOf2025])
    #expect(row("Tillgangar", in: told) == [579_925, 625_000])
    #expect(row("BalanseratResultat", in: told) == [125_000, 0])
    let (still, _) = try bokslut(["2025": openingOf2024 + vouchersOf2025])
    #expect(row("Tillgangar", in: still) == [454_925, 500_000])
    #expect(row("own.medlemsinsatser", in: still) == [500_000, 500_000])
    let byObject = months.replacing("{}", with: "{1 \"A\"}")
    let unknown = try bokslut([
      "2025": openingOf2024 + "#DIM 1 \"Enhet\"\n" + months.replacing("05 ", with: "06 ")
        + byObject + vouchersOf2025
    ])
    #expect(unknown.bokslut == nil && unknown.codes == ["BOK095"])
  }

  @Test("openings that do not sum to zero are no result of last year")
  func openingsOffAndMended() throws {
    // The year's own closing balances tie again.
    let (bokslut, codes) = try bokslut([
      "2025": "#IB 0 1930 5100\n#IB 0 2083 -5000\n#UB 0 1930 4549.25\n#UB 0 2083 -5000\n"
        + "#RES 0 5010 450.75\n" + vouchersOf2025
    ])
    #expect(codes.contains("BOK094") && !codes.contains("BOK010"))
    #expect(row("AretsResultatEgetKapital", in: bokslut) == [-45_075, 0])
    #expect(row("own.differens", in: bokslut) == [0, 10_000])
    let check = bokslut?.second.reconciliation.dropFirst().first
    #expect(check?.check == .balanceSheetPrevious && check?.outcome == .warning)
    // An opening balance that is not there at all is told without vouchers' closings too.
    let none = try self.bokslut(["2025": vouchersOf2025 + "#RES 0 5010 450.75\n"])
    #expect(none.codes == ["SIE062"])
  }

  @Test("last year's result that was first booked when the year opened is no change of old books")
  func resultMovedAtTheOpening() throws {
    let (_, codes) = try bokslut([
      "2025": "#UB -1 1930 6250\n#UB -1 2083 -5000\n#RES -1 3010 -1250\n#IB 0 1930 6250\n"
        + "#IB 0 2083 -5000\n#IB 0 2099 -1250\n" + vouchersOf2025
    ])
    #expect(codes.isEmpty)
  }

  @Test("monthly amounts that concern objects only are an error, not a year without a result")
  func objectsOnly() throws {
    let opening = "#IB 0 1930 5000\n#IB 0 2083 -5000\n#DIM 1 \"Enhet\"\n"
    let (bokslut, codes) = try bokslut(
      [
        "2025": opening + "#PSALDO 0 202501 1930 {1 \"A\"} 500\n"
          + "#PSALDO 0 202501 3010 {1 \"A\"} -500\n"
      ], types: ["2025": 3])
    #expect(bokslut == nil && codes == ["BOK095"])
    // A month of the account's own does not tell the other months.
    let months = "#PSALDO 0 202502 1930 {} 9\n#PSALDO 0 202502 3010 {} -9\n"
    let mixed = try self.bokslut(
      [
        "2025": opening + "#PSALDO 0 202501 1930 {1 \"A\"} 500\n"
          + "#PSALDO 0 202501 3010 {1 \"A\"} -500\n" + months
      ], types: ["2025": 3])
    #expect(mixed.bokslut == nil && mixed.codes == ["BOK095"])
    // Where one side has its own sum and the other has not, the sheet does not tie either.
    let half = try self.bokslut(
      [
        "2025": opening + "#PSALDO 0 202501 1930 {} 500\n#PSALDO 0 202501 3010 {1 \"A\"} -500\n"
      ], types: ["2025": 3])
    #expect(half.bokslut == nil && half.codes == ["BOK095"])
  }

  @Test("a whole year inside the next year's file is reported by its label and by -1")
  func yearInsideALaterFile() throws {
    let files = ["2025": openingOf2024 + vouchersOf2024 + vouchersOf2025]
    for wanted in ["-1", "2024"] {
      let (bokslut, codes) = try bokslut(files, year: wanted)
      #expect(bokslut?.yearLabel == "2024" && codes.isEmpty)
      #expect(row("Tillgangar", in: bokslut) == [625_000, nil])
      #expect(bokslut?.first.result == Amount(ore: 125_000))
      #expect(bokslut?.books.yearOffset == -1)
    }
    #expect(try bokslut(files).bokslut?.yearLabel == "2025")
    #expect(try bokslut(files, year: "-2").codes == ["CMD008"])
    // Only balances: no year to report.
    let balances = ["2025": "#UB -1 1930 10\n#UB -1 2083 -10\n" + vouchersOf2025]
    #expect(try bokslut(balances, year: "2024").codes == ["CMD008"])
  }
}
