// What a ledger holds after reading: organisation, years, chart, objects, vouchers and places.

import Bookkeeping
import Diagnostics
import Importers
import SIEFormat
import Testing

@Suite struct SIEReadingTests {
  @Test func organisationAndYears() throws {
    let ledger = try SIEFixtures.own("standard-4e.se").ledger
    #expect(ledger.organisation.number == "769600-0000")
    #expect(ledger.organisation.generated?.description == "2026-01-15")
    #expect(ledger.organisation.chart == "EUBAS97")
    #expect(ledger.organisation.currency == "SEK")
    #expect(ledger.years.map(\.offset) == [0, -1])
    #expect(ledger.years.first?.fiscalYear?.label() == "2025")
  }

  @Test func chartWithKindAndSRU() throws {
    let ledger = try SIEFixtures.own("standard-4e.se").ledger
    let bank = try #require(ledger.accountIndex("1930"))
    #expect(
      ledger.accounts[bank]
        == Account(number: "1930", name: "Företagskonto", kind: .asset, sru: "7281"))
  }

  @Test func vouchersKeepSeriesNumberDateAndText() throws {
    let reading = try SIEFixtures.own("standard-4e.se")
    #expect(reading.ledger.vouchers.count == 3)
    #expect(reading.ledger.postings.count == 7)
    let (description, location) = reading.voucher(2)
    #expect(description.series == "B")
    #expect(description.number == "1")
    #expect(description.text == "Skruv och lim")
    #expect(description.registrationDate?.description == "2025-11-20")
    #expect(reading.ledger.vouchers[2].date.description == "2025-11-15")
    #expect(location.line == 51)
    let posting = reading.ledger.postings[reading.ledger.vouchers[2].postings.lowerBound]
    #expect(reading.ledger.source.location(ofSource: posting.source).line == 53)
  }

  @Test func seriesAndNumberMayBeBlank() throws {
    let reading = try SIEFixtures.own("blank-series.se")
    #expect(reading.voucher(0).0.series.isEmpty)
    #expect(reading.voucher(0).0.number.isEmpty)
    #expect(reading.voucher(1).0.number == "0")
  }

  @Test func objectsDimensionsAndTheirBalances() throws {
    let ledger = try SIEFixtures.own("objects.se").ledger
    let material = ledger.postings.indices.filter {
      ledger.accounts[Int(ledger.postings[$0].account)].number == "4010"
    }
    #expect(
      material.map { ledger.objects(ofPosting: $0) } == [
        [ObjectReference(dimension: 1, code: "1100"), ObjectReference(dimension: 6, code: "P12")],
        [ObjectReference(dimension: 1, code: "1")],
      ])
    #expect(ledger.dimensions[21] == Dimension(number: 21, name: "Verkstad", parent: 1))
    #expect(ledger.dimensions[1]?.name == "Enhet")
    #expect(ledger.dimensions[7]?.name == "Anställd")
    #expect(ledger.objectNames[ObjectReference(dimension: 21, code: "V")] == "Lådan")
    #expect(ledger.objectOpenings.map(\.amount) == [Amount(ore: 500_00)])
    #expect(ledger.objectClosings.map(\.amount) == [Amount(ore: 700_50)])
  }

  @Test func periodsAndBudgets() throws {
    let ledger = try SIEFixtures.own("type2.se").ledger
    #expect(ledger.periodBalances.count == 8)
    #expect(ledger.periodBalances.filter { $0.object != nil }.count == 1)
    #expect(ledger.budgets.map(\.period) == [202_503])
    #expect(!ledger.hasVouchers)
  }

  @Test func quotesAreReadAsMeant() throws {
    let ledger = try SIEFixtures.own("quotes-and-cut-texts.se").ledger
    let names = ["1930", "2083", "5010"].map { number in
      ledger.accountIndex(number).flatMap { ledger.accounts[$0].name }
    }
    #expect(names == ["Konto hos \"Lind\" Park", "F\"reningens insatser", "12\" skruv"])
  }

  @Test func aDayThatDoesNotExistIsMovedAndAMissingOneReplaced() throws {
    let vouchers = try SIEFixtures.own("dates.se").ledger.vouchers
    #expect(vouchers.map(\.date.description) == ["2025-01-10", "2025-04-30", "2025-11-20"])
  }

  @Test func anUnbalancedVoucherIsNamedWithItsLineAndDifference() throws {
    let reading = SIEReading(
      """
      #FLAGGA 0
      #VER A 12 20250301 "Hyra"
      {
      #TRANS 5010 {} 100.00
      #TRANS 1930 {} -99.45
      }
      """)
    let found = try #require(reading.diagnostics.all.first { $0.code == "SIE040" })
    #expect(found.location?.line == 2)
    #expect(found.arguments["voucher"] == .text("A 12"))
    #expect(found.arguments["difference"] == .kronor(ore: 55))
  }

  @Test func anAmountThatIsMissingIsToldOnceAndNotAsAnImbalanceToo() {
    let reading = SIEReading(
      """
      #VER A 1 20250301 "Hyra"
      {
      #TRANS 5010
      #TRANS 1930 {} -99.45
      }
      """)
    #expect(reading.codes == ["SIE022"])
  }

  @Test func placesAreCountedInLinesAndCharacters() throws {
    let reading = SIEReading("#FLAGGA 0\r\n#KONTO 1930 \"å\"\r\n#UB 0 1930 x5\r\n")
    let found = try #require(reading.diagnostics.all.first { $0.code == "SIE020" })
    #expect(found.location?.line == 3)
    #expect(found.location?.column == 12)
  }

  @Test func identityNumbersAreNotedAndNeverPrinted() {
    let reading = SIEReading(
      """
      #ORGNR 121212-1212
      #VER A 1 20250301 "Utlägg 20121212-1212"
      {
      #TRANS 5010 {} 1.00 20250301 "Kim 1212121212"
      #TRANS 1930 {} -1.00 20250301 "OCR 12345678901234"
      }
      """)
    #expect(reading.codes.filter { $0 >= "SIE060" && $0 <= "SIE061" } == ["SIE060", "SIE061"])
    let count = reading.diagnostics.all.first { $0.code == "SIE061" }?.arguments["count"]
    #expect(count == .number(2))
    let text = reading.diagnostics.all.map { $0.rendered(in: .swedish) }.joined()
    #expect(!text.contains("1212-1212") && !text.contains("1212121212"))
  }

  @Test func whatIsNoSIEFileIsOneError() {
    #expect(SIEReading("Hej på dig.\nDetta är ett brev.\n").codes == ["SIE001"])
    #expect(SIEReading("").codes == ["SIE002"])
    #expect(SIEReading(" \r\n\t").codes == ["SIE002"])
    #expect(SIEReading("#RUBRIK\n").codes == ["SIE001"])
    #expect(!SIEReading("Hej").isReadable)
  }

  @Test func aMissingFileIsATypedError() {
    #expect(throws: FileReadingError.missing) { try SIEReading(path: "/finns/inte.se") }
    #expect(throws: FileReadingError.folder) { try SIEReading(path: "/") }
  }

  @Test func manyFindingsOfAKindAreCounted() {
    let voucher = "#VER A 1 20250301\n{\n#TRANS 1930 {} 1\n}\n"
    let reading = SIEReading(String(repeating: voucher, count: 25))
    #expect(reading.codes.filter { $0 == "SIE040" }.count == 10)
    let rest = reading.diagnostics.all.first { $0.code == "SIE009" }
    #expect(rest?.arguments["count"] == .number(15))
  }
}
