// Files of real programs, where they are at hand: sums that any bookkeeper can check by hand.

import Bookkeeping
import Diagnostics
import Foundation
import Importers
import Testing

@Suite(
  .enabled(
    if: SIEFixtures.vendorFolder != nil,
    "skipped: no vendor files; set DUALBOKSLUT_SIE_SAMPLES to their folder"))
struct SIEVendorTests {
  @Test(arguments: SIEFixtures.vendor)
  func everyFileIsReadOrRefusedInWords(file: URL) throws {
    let reading = try SIEReading(path: file.path)
    if file.lastPathComponent == "SIETestInvalid.se" {
      #expect(reading.codes == ["SIE001"])
    } else {
      #expect(reading.isReadable)
    }
  }

  /// Closing balances of a year sum to what the bookkeeper left, in öre.
  @Test(arguments: [
    ("bl/BL0001_typ4.SE", 0, 0), ("bl/BL0001_typ1.SE", -1, 0), ("fortnox/Sie4.se", 0, 7_666_300),
    ("norstedts/Bokslut Norstedts SIE 4E.se", 0, 0), ("norstedts/Norstedts Bokslut SIE 1.se", 0, 0),
    ("norstedts/Norstedts Bokslut SIE 1.se", -1, 0), ("visma-compact/SIE4.se", 0, 0),
    ("visma-compact/SIE_2.se", 0, 0), ("visma-compact/SIE_2.se", -1, 0), ("softone/Sie4.se", 0, 0),
    ("sie-gruppen-other/SIE4_Exempelfil_med_underdim.SE", -1, 0),
  ])
  func closingsSumToWhatIsKnown(name: String, year: Int, ore: Int64) throws {
    let folder = try #require(SIEFixtures.vendorFolder)
    let reading = try SIEReading(path: folder.appending(path: name).path)
    var found = DiagnosticList()
    let balance = TrialBalance(of: reading.ledger, yearOffset: year, diagnostics: &found)
    #expect(try balance.rows.map(\.closing).sum() == Amount(ore: ore))
    #expect(!found.hasErrors)
  }

  /// The voucher that lacks a posting, and the account it is missing from.
  @Test func theDamagedFileIsTraced() throws {
    let folder = try #require(SIEFixtures.vendorFolder)
    let name = "sie-gruppen-other/transaktioner_ovnbolag-bad-balance.se"
    let reading = try SIEReading(path: folder.appending(path: name).path)
    let found = try #require(reading.diagnostics.all.first { $0.severity == .error })
    #expect(found.code == "SIE041")
    #expect(found.arguments["account"] == .text("1910"))
    #expect(found.arguments["missing"] == .kronor(ore: 1_277_100))
  }
}
