// Where the SIE files of the tests lie, and how a test reads them.

import Bookkeeping
import Diagnostics
import Foundation
import Importers

enum SIEFixtures {
  private static let tests = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The project's own files, one a vendor's style or deviation, each with its balances beside it.
  static let own = files(in: tests.appending(path: "Fixtures/SIE"), endings: ["se", "si"])

  /// One reproducer a diagnostic: the folder's name is the code.
  static let reproducers = files(in: tests.appending(path: "Fixtures/Diagnostics"), endings: ["se"])
    .filter { $0.lastPathComponent == "input.se" }

  /// Real files of real programs, when they are at hand: DUALBOKSLUT_SIE_SAMPLES, else
  /// ../shared/sie-samples beside the package.
  static let vendorFolder: URL? = {
    let named = ProcessInfo.processInfo.environment["DUALBOKSLUT_SIE_SAMPLES"]
    let package = tests.deletingLastPathComponent()
    let folder = named.map { URL(filePath: $0) } ?? package.appending(path: "../shared/sie-samples")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  static let vendor =
    vendorFolder.map { files(in: $0, endings: ["se", "si", "sie"]) } ?? []

  static func own(_ name: String) throws -> SIEReading {
    try SIEReading(path: tests.appending(path: "Fixtures/SIE/\(name)").path, name: name)
  }

  private static func files(in folder: URL, endings: [String]) -> [URL] {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)?
      .allObjects
    return (all as? [URL] ?? [])
      .filter { endings.contains($0.pathExtension.lowercased()) }
      .sorted { $0.path < $1.path }
  }
}

extension SIEReading {
  /// A reading of text.
  init(_ text: String) { self.init(FileBytes(Array(text.utf8)), name: "input.se") }

  /// The codes reported, by place.
  var codes: [String] { diagnostics.sorted.map(\.code.rawValue) }

  /// A year's trial balance as `account,opening,change,closing`, and what is said of it.
  func balance(_ year: Int = 0) -> (csv: String, found: DiagnosticList) {
    var found = DiagnosticList()
    let balance = TrialBalance(of: ledger, yearOffset: year, diagnostics: &found)
    let lines = balance.rows.map {
      "\($0.account.number),\($0.opening),\($0.change),\($0.closing)\n"
    }
    return ("account,opening,change,closing\n" + lines.joined(), found)
  }

  /// A voucher's description and location.
  func voucher(_ index: Int) -> (VoucherDescription, Diagnostics.SourceLocation) {
    let voucher = ledger.vouchers[index]
    return (ledger.source.describe(voucher), ledger.source.location(ofSource: voucher.source))
  }
}
