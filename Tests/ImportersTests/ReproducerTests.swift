// Every code of settings and register has a reproducer, and the base has nothing to say.

import Diagnostics
import Testing

@testable import Importers

@Suite struct ReproducerTests {
  /// What is told of the settings or the board's texts only beside the books; see CommandTests.
  private static let besideBooks: Set<String> = [
    "SET120", "SET121", "SET140", "SET142", "SET143", "SET144", "SET156", "SET157",
  ]

  @Test func theBaseIsWithoutFault() {
    let found = DiagnosticFixtures.diagnostics(of: nil).all
    #expect(found.isEmpty, "\(found.map { $0.rendered(in: .english) })")
  }

  /// Of several files of one folder: Enterprise tells, and CommandTests show it.
  private static let ofFolders = ["REG057", "REG058", "REG063", "REG064"]

  @Test(
    arguments: (DiagnosticFixtures.codes("SET") + DiagnosticFixtures.codes("REG"))
      .filter { !ofFolders.contains($0) })
  func theReproducerGivesItsCodeAndNoOther(code: String) {
    let found = DiagnosticFixtures.diagnostics(of: code)
    #expect(
      found.all.contains { $0.code.rawValue == code } != Self.besideBooks.contains(code))
    let weighty = found.all.filter { $0.severity != .note }.map(\.code.rawValue)
    #expect(
      Set(weighty).isSubset(of: [code]),
      "\(found.sorted.map { $0.rendered(in: .english) })")
  }

  @Test func everyCodeHasAReproducer() {
    let codes = DiagnosticCatalogue.shared.entries.map(\.code.rawValue)
      .filter { ["SET", "REG", "PAR"].contains($0.prefix(3)) }
    let reproduced = ["SET", "REG", "PAR"].flatMap { DiagnosticFixtures.codes($0) }
    #expect(Set(codes) == Set(reproduced))
  }

  @Test(arguments: DiagnosticFixtures.codes("SET") + DiagnosticFixtures.codes("REG"))
  func everyFactOfTheTextsIsGiven(code: String) {
    for diagnostic in DiagnosticFixtures.diagnostics(of: code).all {
      for language in Language.allCases {
        let text = diagnostic.rendered(in: language)
        #expect(!text.contains("{"), "\(text)")
      }
    }
  }
}
