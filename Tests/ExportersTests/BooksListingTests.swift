// Verifikationslista and huvudbok of hand-written books.

import Bookkeeping
import Diagnostics
import Figures
import Importers
import Reporting
import Testing

@testable import Exporters

@Suite struct BooksListingTests {
  private func books(_ lines: [String]) throws -> AuditedBooks {
    let head = [
      "#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4", "#RAR 0 20250101 20251231",
      "#KONTO 1930 \"Bank 850315-1238\"", "#KONTO 3010 \"Sales, cash\"",
    ]
    let text = (head + lines).joined(separator: "\r\n") + "\r\n"
    let reading = SIEReading(FileBytes(Array(text.utf8)), name: "/home/me/2025.se")
    try #require(reading.isReadable)
    var diagnostics = DiagnosticList()
    return AuditedBooks(
      ledger: reading.ledger, yearOffset: 0,
      trialBalance: TrialBalance(of: reading.ledger, yearOffset: 0, diagnostics: &diagnostics),
      file: "bokforing/2025.se")
  }

  private func rows(_ books: AuditedBooks, _ name: String) throws -> [String] {
    let file = try #require(BooksListing.files(books).first { $0.path == "csv/\(name).csv" })
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  /// Number 10 comes after 9, texts and codes of employees stay in the file, and so does a name
  /// that holds an identity number.
  private static let vouchers = [
    "#VER A 10 20250301 \"Anna Ek\"", "{", "#TRANS 1930 {7 \"anna\" 1 \"10\"} 50.00",
    "#TRANS 3010 {} -50.00", "}", "#VER A 9 20250201 \"Bo Al\"", "{",
    "#TRANS 1930 {} 100.00 20250201 \"Bo Al\"", "#TRANS 3010 {6 \"P12\"} -100.00", "}",
  ]

  @Test func vouchersStandBySeriesAndNumberWithFileAndLine() throws {
    let listed = try rows(books(Self.vouchers), "verifikationslista")
    #expect(
      listed == [
        "series,number,date,account,account_name,amount,objects,file,line",
        "A,9,2025-02-01,1930,Bank [identitetsnummer],100.00,,bokforing/2025.se,14",
        "A,9,2025-02-01,3010,\"Sales, cash\",-100.00,6:P12,bokforing/2025.se,15",
        "A,10,2025-03-01,1930,Bank [identitetsnummer],50.00,7 1:10,bokforing/2025.se,9",
        "A,10,2025-03-01,3010,\"Sales, cash\",-50.00,,bokforing/2025.se,10",
      ])
  }

  @Test func theGeneralLedgerRunsFromOpeningToClosingBalance() throws {
    // The file states 5 kronor more than its vouchers give.
    let balances = ["#IB 0 1930 1000.00", "#UB 0 1930 1155.00", "#RES 0 3010 -150.00"]
    let listed = try rows(books(balances + Self.vouchers), "huvudbok")
    #expect(
      listed == [
        "account,account_name,row,date,series,number,amount,balance,objects,file,line",
        "1930,Bank [identitetsnummer],opening,,,,,1000.00,,,",
        "1930,Bank [identitetsnummer],posting,2025-02-01,A,9,100.00,1100.00,,bokforing/2025.se,17",
        "1930,Bank [identitetsnummer],posting,2025-03-01,A,10,50.00,1150.00,7 1:10,"
          + "bokforing/2025.se,12",
        "1930,Bank [identitetsnummer],without-voucher,,,,5.00,1155.00,,,",
        "1930,Bank [identitetsnummer],closing,,,,,1155.00,,,",
        "3010,\"Sales, cash\",opening,,,,,0.00,,,",
        "3010,\"Sales, cash\",posting,2025-02-01,A,9,-100.00,-100.00,6:P12,bokforing/2025.se,18",
        "3010,\"Sales, cash\",posting,2025-03-01,A,10,-50.00,-150.00,,bokforing/2025.se,13",
        "3010,\"Sales, cash\",closing,,,,,-150.00,,,",
      ])
  }
}
