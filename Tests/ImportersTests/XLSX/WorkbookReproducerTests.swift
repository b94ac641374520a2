// Every code of workbooks and of the template has a reproducer that gives it and no other.

import Diagnostics
import Foundation
import Rulebook
import Testing

@testable import Importers

struct WorkbookReproducerTests {
  private func diagnostics(of code: String) throws -> DiagnosticList {
    let folder = DiagnosticFixtures.root.appending(path: code)
    let settings = SettingsReader.read(
      Array(try Data(contentsOf: folder.appending(path: "dualbokslut.yaml"))),
      file: "dualbokslut.yaml", folderName: "base")
    #expect(settings.diagnostics.all.isEmpty)
    return OutcomeReader.readWorkbook(
      Array(try Data(contentsOf: folder.appending(path: "utfall.xlsx"))), path: "utfall.xlsx",
      settings: settings.settings
    ).diagnostics
  }

  @Test(arguments: DiagnosticFixtures.codes("XLS"))
  func theReproducerGivesItsCodeAndNoOther(code: String) throws {
    let found = try diagnostics(of: code)
    #expect(found.all.map(\.code.rawValue) == [code])
    for diagnostic in found.all {
      for language in Language.allCases {
        #expect(!diagnostic.rendered(in: language).contains("{"))
      }
    }
  }

  @Test(arguments: DiagnosticFixtures.codes("INI00").filter { ["INI001", "INI002"].contains($0) })
  func theTemplatesReproducerGivesItsCodeAndNoOther(code: String) {
    let found = DiagnosticFixtures.diagnostics(of: code)
    #expect(found.all.map(\.code.rawValue) == [code])
  }

  @Test func everyCodeHasAReproducer() {
    for prefix in ["XLS", "INI"] {
      let codes = DiagnosticCatalogue.shared.entries.map(\.code.rawValue)
        // What the system refuses to write has no input.
        .filter { $0.hasPrefix(prefix) && $0 != "INI023" }
      #expect(codes == DiagnosticFixtures.codes(prefix))
    }
  }
}
