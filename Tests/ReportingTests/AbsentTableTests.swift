// What an absent table means is said alike by the terminal and on the first page.

import Diagnostics
import Outcomes
import Testing

@testable import Reporting

struct AbsentTableTests {
  @Test(arguments: RecordTable.allCases.filter(\.isExpected), Language.allCases)
  func theReportSaysWhatTheTerminalSays(table: RecordTable, language: Language) {
    let finding = Diagnostic(
      "REG055", at: nil,
      [
        "table": table.swedishName,
        "meaning": DiagnosticArgument.word("absent.\(table.rawValue)"),
      ])
    #expect(finding.sentences(in: language).found == Texts(language)(.absentTable, table))
  }
}
