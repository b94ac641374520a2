// The second bokslut as SIE and as a plain-text journal, read back.

import Bookkeeping
import Calculation
import Diagnostics
import Disclosure
import Figures
import Importers
import Interchange
import ReportSamples
import Reporting
import Rulebook
import Testing

@testable import Exporters

@Suite struct SocialLedgerTests {
  private func files(_ report: Report) throws -> [OutputFile] {
    SocialLedgerExporter.files(
      try Disclosure.clear(report, for: .intern), program: ProgramInfo(version: "0.1.0"))
  }

  private func read(_ report: Report) throws -> SIEReading {
    let file = try #require(try files(report).first { $0.path == "andra-bokslutet.se" })
    return SIEReading(FileBytes(file.bytes), name: file.path)
  }

  @Test func readBackItHasNothingToRemarkUpon() throws {
    let reading = try read(SampleReports.full())
    #expect(reading.type == .vouchers)
    #expect(reading.diagnostics.all.map(\.code.rawValue) == [])
    #expect(reading.ledger.dimensions[20]?.name == "Aktör")
    var diagnostics = DiagnosticList()
    let balance = TrialBalance(of: reading.ledger, yearOffset: 0, diagnostics: &diagnostics)
    #expect(diagnostics.all.map(\.code.rawValue) == [])
    #expect(balance.rows.count > 10)
    #expect(balance.rows.allSatisfy { $0.closing.isZero })
  }

  @Test func everyVoucherBalancesAndEveryAccountIsZero() throws {
    let ledger = try read(SampleReports.full()).ledger
    #expect(ledger.vouchers.count == 20)
    #expect(ledger.unbalancedVouchers().isEmpty)
    var balances = [Int64](repeating: 0, count: ledger.accounts.count)
    for posting in ledger.postings { balances[Int(posting.account)] += posting.amount.ore }
    #expect(balances.allSatisfy { $0 == 0 })
  }

  /// Per series, account and object the file has what the matrix has, outcomes together.
  @Test func objectBalancesAreTheActorMatrix() throws {
    struct Key: Hashable {
      let series: String
      let account: String
      let actor: String
    }
    let ledger = try read(SampleReports.full()).ledger
    var found: [Key: Int64] = [:]
    for voucher in ledger.vouchers {
      let series = ledger.source.describe(voucher).series
      for index in voucher.postings {
        let posting = ledger.postings[index]
        let objects = ledger.objects(ofPosting: index)
        try #require(objects.count == 1 && objects[0].dimension == 20)
        let account = ledger.accounts[Int(posting.account)].number
        found[Key(series: series, account: account, actor: objects[0].code), default: 0] +=
          posting.amount.ore
      }
    }
    var expected: [Key: Int64] = [:]
    for entry in try SampleReports.second().matrix {
      let account = try #require(SocialChart.number(of: entry.kind.rawValue))
      let key = Key(
        series: entry.series.rawValue, account: account, actor: entry.actor.rawValue)
      expected[key, default: 0] += entry.amount.ore
    }
    #expect(found.filter { $0.value != 0 } == expected)
    // 300 000 000 öre of sales, from the wider economy to the enterprise.
    #expect(found[Key(series: "L", account: "3010", actor: "enterprise")] == 300_000_000)
  }

  @Test func ownActorsKeepTheirNames() throws {
    let ledger = try read(SampleReports.full()).ledger
    let object = ObjectReference(dimension: 20, code: "kriminalvården")
    #expect(ledger.objectNames[object] == "Kriminalvården & frivården")
    let english = try read(SampleReports.full(.english)).ledger
    #expect(english.accounts.contains { $0.number == "3010" && $0.name == "Sales" })
  }

  @Test func theChartNumbersEveryKindOnce() {
    let numbers = SocialChart.entries.map(\.number)
    #expect(Set(numbers).count == numbers.count)
    #expect(Set(SocialChart.entries.map(\.kind)).count == numbers.count)
    #expect(numbers.allSatisfy { $0.count == 4 && ("3"..."8").contains($0.prefix(1)) })
    for entry in SocialChart.entries {
      #expect(TextCatalogue.shared.keys.contains("kind.\(entry.kind)"), "\(entry.kind)")
    }
    let kinds = TextCatalogue.shared.keys.filter { $0.hasPrefix("kind.") }.map { $0.dropFirst(5) }
    // Wages and fees are always divided between target group and others.
    for kind in kinds where kind != "wage" && kind != "socialFees" {
      #expect(SocialChart.number(of: String(kind)) != nil, "\(kind)")
    }
  }

  @Test func theJournalIsPlainText() throws {
    let file = try #require(
      try files(SampleReports.full()).first { $0.path == "andra-bokslutet.journal" })
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(
      text.contains(
        """
        2025-12-31 (L3) Köpta träningsplatser
            kriminalvården:L:placementFee  -150000.00 SEK
            enterprise:L:placementFee  150000.00 SEK

        """))
    #expect(text.contains("    municipality:A:support.försörjningsstöd:anställning  545000.50 SEK"))
  }
}
