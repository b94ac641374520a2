// Every fixture gives its balances to the öre, and every reproducer its diagnostic.

import Bookkeeping
import Diagnostics
import Foundation
import Importers
import SIEFormat
import Testing

@Suite struct SIEFixtureTests {
  @Test(arguments: SIEFixtures.own)
  func balancesAreThoseBesideTheFile(file: URL) throws {
    let expected = try String(
      contentsOf: file.deletingPathExtension().appendingPathExtension("csv"), encoding: .utf8)
    let reading = try SIEReading(path: file.path)
    #expect(reading.balance().csv == expected)
    #expect(!reading.diagnostics.hasErrors)
  }

  @Test func thereIsAFixtureForEveryStyle() { #expect(SIEFixtures.own.count >= 35) }

  @Test(arguments: SIEFixtures.reproducers)
  func aReproducerGivesItsDiagnostic(file: URL) throws {
    let code = file.deletingLastPathComponent().lastPathComponent
    // These are about the path and not about what the file holds.
    guard !["SIE005", "SIE006", "SIE050"].contains(code), code.hasPrefix("SIE") else { return }
    let reading = try SIEReading(path: file.path, name: "input.se")
    var all = reading.diagnostics
    for year in reading.ledger.years { all.append(contentsOf: reading.balance(year.offset).found) }
    #expect(all.all.contains { $0.code.rawValue == code })
    // Every text can be rendered, with every argument in place.
    for diagnostic in all.all {
      for language in Language.allCases {
        #expect(!diagnostic.rendered(in: language).contains("{"), "\(diagnostic.code)")
      }
    }
  }

  @Test(arguments: [
    ("standard-4e.se", SIETextEncoding.cp437), ("utf8.se", .utf8), ("utf8-bom.se", .utf8),
    ("windows1252.se", .windows1252), ("iso8859-15.se", .iso8859Part15),
    ("cp437-taken-for-1252.se", .cp437TakenForWindows1252),
    ("1252-taken-for-cp437.se", .windows1252TakenForCP437),
    ("utf8-taken-for-1252.se", .utf8TakenForWindows1252),
  ])
  func theAlphabetIsFoundFromTheBytes(name: String, encoding: SIETextEncoding) throws {
    let reading = try SIEFixtures.own(name)
    #expect(reading.encoding == encoding)
    #expect(reading.ledger.organisation.name == "Bryggan ekonomisk förening")
    let rent = try #require(reading.ledger.accountIndex("5010"))
    #expect(reading.ledger.accounts[rent].name == "Lokalhyra på torget")
    #expect(reading.voucher(0).0.text == "Försäljning januari")
  }

  @Test(arguments: [
    ("type1.se", SIEType.yearBalances), ("type1-without-sietyp.se", .yearBalances),
    ("type2.se", .periodBalances), ("type3.se", .objectBalances), ("standard-4e.se", .vouchers),
    ("closings-not-stated.se", .vouchers), ("import-4i.si", .voucherImport),
    ("import-4i-with-balances.si", .voucherImport),
  ])
  func theTypeIsFound(name: String, type: SIEType) throws {
    #expect(try SIEFixtures.own(name).type == type)
  }
}
