// That the properties are tried on every kind of record, value and rule.

import Figures
import Testing

@testable import Calculation

struct CoverageTests {
  @Test("no random enterprise is refused, and no identity of one is broken")
  func noneIsRefused() throws {
    for tried in PropertyCase.tried { #expect(throws: Never.self) { try tried.get() } }
  }

  @Test("between them the random enterprises hold every kind of record, value and rule")
  func everyKindOccurs() {
    let found = PropertyCase.all.reduce(into: Set<String>()) { found, tried in
      found.formUnion(Occurrences(tried).found)
    }
    #expect(Occurrences.required.subtracting(found).sorted() == [])
    // A job's subsidy is in no displacement line.
    #expect(!found.contains("line U jobSubsidy"))
  }
}
