// Every code of the catalogue is shown by its reproducer, with place, meaning and remedy.

import Diagnostics
import Foundation
import Testing

struct ReproducerTests {
  /// Codes that no input of a user leads to, and where they are shown instead.
  static let shownElsewhere: [String: String] = [
    "KAL006": "CalculationTests: the settings are held against the register before (SET061)",
    "KAL008": "CalculationTests: a broken identity is a fault of the program",
    "KAL009":
      "CalculationTests: readers refuse amounts that large, sums of many can still reach it",
    "KAL010": "CalculationTests: municipalities are checked in settings and register before",
    "CMD014": "a fault of the program",
    "INI023": "FolderChangeTests: a folder that the system refuses to write; root writes all",
    "SIE003": "a file of over four gigabytes",
    "SIE008": "FileMappingTests: a large file cut while it is read",
    "SIE007": "a file that the system refuses to read; root reads all",
  ]

  @Test("the reproducer of a code shows it", arguments: Reproducer.allCodes)
  func reproduces(code: String) throws {
    let outcome = try Reproducer(code: code).run()
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    let entry = DiagnosticCatalogue.shared.entry(for: DiagnosticCode(rawValue: code))
    if entry.severity == .error {
      #expect([64, 65, 66, 70, 73, 74].contains(outcome.status), "\(outcome.status)")
    } else {
      #expect(outcome.status == 0 || outcome.errors.contains(" error["))
    }
    // Meaning and remedy follow, and no argument was forgotten.
    #expect(outcome.errors.contains("\n  Betyder: "))
    #expect(outcome.errors.contains("\n  Gör så här: "))
    #expect(!outcome.errors.contains("{"))
  }

  @Test("every code has a reproducer or a reason why not")
  func complete() throws {
    let codes = Set(DiagnosticCatalogue.shared.entries.map(\.code.rawValue))
    let reproduced = Set(try Reproducer.codes())
    #expect(codes.subtracting(reproduced) == Set(Self.shownElsewhere.keys))
    #expect(reproduced.subtracting(codes).isEmpty)
  }

  @Test("the small sound enterprise has no error and no warning")
  func base() throws {
    let outcome = try Tool.run(["check", Tool.fixtures.appending(path: "Diagnostics/base").path])
    #expect(outcome.status == 0)
    #expect(!outcome.errors.contains("error[") && !outcome.errors.contains("warning["))
  }

  @Test("findings speak English when asked")
  func english() throws {
    let work = try TemporaryFolder()
    let outcome = try Tool.run(["check", "saknas", "--language", "en"], in: work.url)
    #expect(outcome.status == 66)
    #expect(outcome.errors.contains("What to do:"))
  }
}
