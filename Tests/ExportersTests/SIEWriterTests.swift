// What the SIE writer writes, the SIE reader reads back the same.

import Bookkeeping
import Diagnostics
import Exporters
import Foundation
import Importers
import SIEFormat
import Testing

@Suite struct SIEWriterTests {
  private static let fixtures: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/SIE")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).filter { ["se", "si"].contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }()

  private let writer = SIEWriter(program: "DualBokslut", version: "1")

  /// A ledger as lines that do not depend on indices or offsets.
  private func lines(of ledger: Ledger) -> [String] {
    func plain(_ text: String) -> String { CodePage.cp437.decode(CodePage.cp437.encode(text)) }
    func number(_ account: Int) -> String { ledger.accounts[account].number }
    var lines = [
      "\(ledger.organisation.name ?? "") \(ledger.organisation.number ?? "")",
      "\(ledger.organisation.currency) \(ledger.organisation.chart ?? "")",
    ]
    lines += ledger.accounts.filter { $0.name != nil }.map {
      "\($0.number) \(plain($0.name ?? "")) \($0.kind?.rawValue ?? "") \($0.sru ?? "")"
    }
    for year in ledger.years {
      lines.append("\(year.offset) \(year.fiscalYear?.period.description ?? "")")
      lines += year.balances.map { account, balance in
        "\(year.offset) \(number(account)) \(String(describing: balance))"
      }.sorted()
    }
    lines += ledger.dimensions.values.map { "\($0)" }.sorted()
    lines += ledger.objectNames.map { "\($0.key) \(plain($0.value))" }.sorted()
    for balance in ledger.objectOpenings + ledger.objectClosings {
      lines.append(
        "\(balance.yearOffset) \(number(balance.account)) \(balance.object) \(balance.amount)")
    }
    for period in ledger.periodBalances + ledger.budgets {
      lines.append(
        "\(period.yearOffset) \(period.period) \(number(period.account)) \(period.amount) "
          + "\(String(describing: period.object))")
    }
    for voucher in ledger.vouchers {
      let description = ledger.source.describe(voucher)
      lines.append(
        "\(description.series)|\(description.number)|\(voucher.date)|\(plain(description.text))|"
          + "\(description.registrationDate?.description ?? "")|\(description.signature ?? "")")
      for index in voucher.postings {
        let posting = ledger.postings[index]
        lines.append(
          "\(number(Int(posting.account))) \(posting.amount) \(ledger.objects(ofPosting: index))")
      }
    }
    return lines
  }

  @Test(arguments: fixtures)
  func everyFixtureComesBackTheSame(file: URL) throws {
    let first = try SIEReading(path: file.path)
    let bytes = writer.bytes(of: first.ledger)
    let second = SIEReading(FileBytes(bytes), name: "written.se")
    #expect(lines(of: second.ledger) == lines(of: first.ledger))
    // The alphabet, the quotes and the checksum are the standard's.
    let codes = Set(second.diagnostics.all.map(\.code.rawValue))
    #expect(codes.isDisjoint(with: ["SIE010", "SIE012", "SIE014", "SIE015", "SIE016", "SIE047"]))
    // Writing what was read gives the same bytes again.
    #expect(writer.bytes(of: second.ledger) == bytes)
  }

  @Test func aFileIsBuiltAsTheStandardAsks() throws {
    var ledger = Ledger(source: Texts(text: "Hyra \"mars\" – 5 m²"))
    ledger.organisation.name = "Föreningen Å"
    let start = try #require(CalendarDate("2025-01-01"))
    let end = try #require(CalendarDate("2025-12-31"))
    let period = try #require(DateRange(start, end))
    ledger.years = [LedgerYear(offset: 0, fiscalYear: FiscalYear(period: period))]
    let rent = ledger.declare(Account(number: "wageTarget", name: "Löner", kind: .cost))
    ledger.dimensions[20] = Dimension(number: 20, name: "Aktör")
    ledger.append(
      Posting(amount: Amount(ore: -123_45), account: UInt32(rent), source: 0),
      objects: [ObjectReference(dimension: 20, code: "kommun")])
    ledger.hasVouchers = true
    ledger.vouchers = [Voucher(date: end, source: 0, postings: 0..<1)]
    let bytes = SIEWriter(program: "DualBokslut", version: "1.0", generated: end).bytes(of: ledger)
    let expected = """
      #FLAGGA 0
      #KSUMMA
      #PROGRAM "DualBokslut" "1.0"
      #FORMAT PC8
      #GEN 20251231
      #SIETYP 4
      #FNAMN "Föreningen Å"
      #RAR 0 20250101 20251231
      #VALUTA SEK
      #KONTO wageTarget "Löner"
      #KTYP wageTarget K
      #DIM 20 "Aktör"
      #VER L 1 20251231 "Hyra \\"mars\\" - 5 m²"
      {
         #TRANS wageTarget {20 "kommun"} -123.45
      }
      #KSUMMA 
      """
    let text = CodePage.cp437.decode(bytes)
    #expect(text.hasPrefix(expected.replacing("\n", with: "\r\n")))
    #expect(text.hasSuffix("\r\n"))
  }

  /// Texts of quotes, braces, backslashes and blanks, wherever a text may stand.
  @Test func noTextBreaksALine() {
    let pieces = ["\"", "\\", "{", "}", " ", "#", "å", "x", "\\\"", "1", "\t", "\n"]
    var state: UInt64 = 99
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<3000 {
      let text = (0..<random(9)).map { _ in pieces[random(pieces.count)] }.joined()
      var ledger = Ledger(source: Texts(text: text))
      ledger.years = [LedgerYear(offset: 0)]
      ledger.declare(Account(number: "1930", name: text))
      let object = ObjectReference(dimension: 6, code: "P" + text)
      ledger.append(Posting(amount: Amount(ore: 5), account: 0, source: 0), objects: [object])
      ledger.append(Posting(amount: Amount(ore: -5), account: 0, source: 0))
      ledger.vouchers = [Voucher(date: CalendarDate(dayNumber: 20_000), source: 0, postings: 0..<2)]
      let read = SIEReading(FileBytes(writer.bytes(of: ledger)), name: "written.se").ledger
      // Line ends become blanks; a blank keeps a last backslash from its quote.
      func written(_ text: String) -> String {
        let line = text.replacing("\t", with: " ").replacing("\n", with: " ")
        return line.hasSuffix("\\") ? line + " " : line
      }
      #expect(read.accounts.first?.name == written(text))
      #expect(read.vouchers.first.map { read.source.describe($0).text } == written(text))
      #expect(read.objects(ofPosting: 0).map(\.code) == [written("P" + text)])
      #expect(read.postings.map(\.amount.ore) == [5, -5])
    }
  }
}

/// Describes every voucher by one text.
private struct Texts: LedgerSource {
  let text: String

  func describe(_ voucher: Voucher) -> VoucherDescription {
    VoucherDescription(series: "L", number: "1", text: text)
  }

  func location(ofSource source: UInt32) -> Diagnostics.SourceLocation {
    Diagnostics.SourceLocation(file: "test")
  }
}
