// SIE 5: whole sets of accounts and entries, with what counts and what is history.

import Bookkeeping
import Diagnostics
import Importers
import SIEFormat
import Testing

@Suite struct SIE5Tests {
  private static let whole = """
    <?xml version="1.0" encoding="utf-8"?>
    <Sie xmlns="http://www.sie.se/sie5">
      <FileInfo>
        <SoftwareProduct name="Provbok" version="1" />
        <FileCreation time="2026-01-15T10:00:00+01:00" by="Kim" />
        <Company organizationId="769600-0000" name="Bryggan ekonomisk förening" />
        <FiscalYears>
          <FiscalYear start="2024-01" end="2024-12" closed="true" />
          <FiscalYear start="2025-01" end="2025-12" primary="true" />
        </FiscalYears>
        <AccountingCurrency currency="SEK" />
      </FileInfo>
      <Accounts>
        <Account id="1930" name="Företagskonto" type="asset">
          <OpeningBalance month="2025-01" amount="1000" />
          <ClosingBalance month="2024-12" amount="1000" />
          <ClosingBalance month="2025-12" amount="749.5" />
          <ClosingBalance month="2025-12" amount="10">
            <ObjectReference dimId="6" objectId="P12" />
          </ClosingBalance>
        </Account>
        <Account id="2091" name="Balanserat" type="equity">
          <OpeningBalance month="2025-01" amount="-1000" />
          <ClosingBalance month="2024-12" amount="-1000" />
          <ClosingBalance month="2025-12" amount="-1000" />
        </Account>
        <Account id="5010" name="Lokalhyra" type="cost">
          <ClosingBalance month="2025-12" amount="250.5" />
          <Budget month="2025-03" amount="300" />
        </Account>
      </Accounts>
      <Dimensions>
        <Dimension id="6" name="Projekt"><Object id="P12" name="Torget" /></Dimension>
      </Dimensions>
      <SupplierInvoices primaryAccountId="2440">
        <SupplierInvoice id="1"><Balances accountId="2440">
          <ClosingBalance month="2025-12" amount="99" /></Balances></SupplierInvoice>
      </SupplierInvoices>
      <Journal id="A" name="Löpande">
        <JournalEntry id="7" journalDate="2025-03-01" text="Hyra &amp; el">
          <EntryInfo date="2025-03-02" by="Kim" />
          <LedgerEntry accountId="5010" amount="250.5">
            <ObjectReference dimId="6" objectId="P12" />
          </LedgerEntry>
          <LedgerEntry accountId="1930" amount="-999"><Overstrike date="2025-03-03" by="Kim" />
          </LedgerEntry>
          <LedgerEntry accountId="1930" amount="-250.5" />
        </JournalEntry>
      </Journal>
    </Sie>
    """

  /// What names no year or no account is a finding, and no other year's or account's balance.
  @Test(arguments: [
    ("<OpeningBalance month=\"2025-01\" amount=\"1000\"", "<OpeningBalance amount=\"1000\""),
    (
      "<OpeningBalance month=\"2025-01\" amount=\"1000\"",
      "<OpeningBalance month=\"jan\" amount=\"1000\""
    ),
    (
      "<OpeningBalance month=\"2025-01\" amount=\"1000\"",
      "<OpeningBalance month=\"2027-01\" amount=\"1000\""
    ),
    ("<Account id=\"2091\" ", "<Account "), ("<Account id=\"2091\" ", "<Account id=\"\" "),
  ])
  func balancesWithoutYearOrAccount(old: String, new: String) {
    let reading = SIEReading(Self.whole.replacing(old, with: new))
    #expect(Set(reading.codes) == ["SIE025"])
    let bank = reading.ledger.accountIndex("1930")
    let balance = bank.flatMap { reading.ledger.years.first?.balances[$0] }
    #expect(balance?.opening == (old.contains("Account") ? Amount(ore: 1000_00) : nil))
    #expect(balance?.closing == Amount(ore: 749_50))
  }

  @Test func monthsMayHaveATimeZone() {
    let zoned = Self.whole.replacing("month=\"2025-01\"", with: "month=\"2025-01+01:00\"")
    let reading = SIEReading(zoned)
    #expect(reading.codes.isEmpty)
    #expect(reading.ledger.years.first?.balances[0]?.opening == Amount(ore: 1000_00))
  }

  @Test func aWholeSetOfAccountsIsRead() throws {
    let reading = SIEReading(Self.whole)
    #expect(reading.type == .xml)
    #expect(reading.codes.isEmpty)
    let ledger = reading.ledger
    #expect(ledger.organisation.name == "Bryggan ekonomisk förening")
    #expect(ledger.organisation.generated?.description == "2026-01-15")
    #expect(ledger.years.map { $0.fiscalYear?.label() } == ["2025", "2024"])
    #expect(ledger.accounts.map(\.kind) == [.asset, .liability, .cost])
    #expect(ledger.objectClosings.map(\.amount) == [Amount(ore: 10_00)])
    #expect(ledger.budgets.map(\.period) == [202_503])
    #expect(ledger.objectNames[ObjectReference(dimension: 6, code: "P12")] == "Torget")
    let (csv, found) = reading.balance()
    #expect(
      csv
        == """
        account,opening,change,closing
        1930,1000.00,-250.50,749.50
        2091,-1000.00,0.00,-1000.00
        5010,0.00,250.50,250.50

        """)
    #expect(found.all.isEmpty)
  }

  /// Struck over entries are history; those that replaced them count.
  @Test func vouchersAreThoseThatHold() throws {
    let reading = SIEReading(Self.whole)
    #expect(reading.ledger.postings.map(\.amount.ore) == [250_50, -250_50])
    #expect(reading.ledger.objects(ofPosting: 0) == [ObjectReference(dimension: 6, code: "P12")])
    let (description, location) = reading.voucher(0)
    #expect(description.series == "A")
    #expect(description.number == "7")
    #expect(description.text == "Hyra & el")
    #expect(description.registrationDate?.description == "2025-03-02")
    #expect(location.line == 40)
  }

  @Test func entriesForImportAreRead() {
    let reading = SIEReading(
      """
      <sie:SieEntry xmlns:sie="http://www.sie.se/sie5"><sie:Journal>
      <sie:JournalEntry><sie:OriginalEntryInfo date="2025-08-19" by="LH"/>
      <sie:LedgerEntry accountId="6070" amount="15.75"/>
      <sie:LedgerEntry accountId="1940" amount="-15.70"/>
      </sie:JournalEntry></sie:Journal></sie:SieEntry>
      """)
    #expect(reading.type == .xmlEntry)
    #expect(reading.ledger.vouchers.map(\.date.description) == ["2025-08-19"])
    #expect(reading.codes == ["SIE040"])
    #expect(reading.balance().csv.contains("6070,0.00,15.75,15.75"))
  }

  @Test func whatIsNotSIE5IsSaid() {
    #expect(SIEReading("<rss></rss>").codes == ["SIE071"])
    let cut = SIEReading(String(Self.whole.prefix(1500)))
    #expect(cut.codes.contains("SIE070"))
    let fault = cut.diagnostics.all.first { $0.code == "SIE070" }
    #expect(fault?.location?.line != nil)
  }

  @Test func amountsThatCannotBeReadAreErrors() {
    let text = Self.whole.replacing("amount=\"-250.5\"", with: "amount=\"mycket\"")
    #expect(SIEReading(text).codes == ["SIE020"])
  }

  /// An entity that grows a thousandfold a step must not fill the memory; a document type alone is
  /// one that no accounting program writes.
  @Test func documentTypesAreRefused() {
    var entities = "<!ENTITY a0 \"\(String(repeating: "x", count: 1000))\">"
    for level in 1...9 {
      let inner = String(repeating: "&a\(level - 1);", count: 20)
      entities += "<!ENTITY a\(level) \"\(inner)\">"
    }
    let bomb = "<!DOCTYPE Sie [\(entities)]>\n<Sie><FileInfo>&a9;</FileInfo></Sie>"
    #expect(SIEReading(bomb).codes == ["SIE072"])
    #expect(SIEReading(bomb).ledger.accounts.isEmpty)
    let plain = SIEReading(
      "<?xml version=\"1.0\"?>\n<!DOCTYPE Sie SYSTEM \"sie.dtd\">\n<Sie></Sie>")
    #expect(plain.codes == ["SIE072"])
    #expect(plain.diagnostics.all.first?.location?.line == 2)
  }

  /// Nesting takes memory for as long as it goes on; so does a tag that does not end.
  @Test func deepNestingAndEndlessTagsAreRefused() {
    let open = String(repeating: "<FileInfo>", count: 5_000)
    #expect(SIEReading("<Sie>\n\(open)").codes == ["SIE072"])
    let close = String(repeating: "</FileInfo>", count: 5_000)
    #expect(SIEReading("<Sie>\n\(open)\(close)</Sie>").codes == ["SIE072"])
    let letters = String(repeating: "x", count: 3 << 20)
    #expect(SIEReading("<Sie>\n<FileInfo a=\"\(letters)\"/></Sie>").codes == ["SIE072"])
    // A text of any length comes in pieces: SIE 5 may carry whole documents.
    let text = "<Sie><Documents><EmbeddedFile>\(letters)</EmbeddedFile></Documents></Sie>"
    #expect(!SIEReading(text).codes.contains("SIE072"))
  }
}
