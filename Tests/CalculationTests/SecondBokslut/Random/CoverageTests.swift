// That the properties are tried on every kind of record, value and rule.

import Testing

@testable import Calculation

struct CoverageTests {
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
