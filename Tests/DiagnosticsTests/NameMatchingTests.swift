// Names as people write them meet the names that the program knows.

import Testing

@testable import Diagnostics

@Suite struct NameMatchingTests {
  @Test(arguments: [
    ("Försörjning före", "forsorjning_fore"), ("  ÅSELE ", "asele"),
    ("minsta  cell", "minsta-cell"),
    ("Fo\u{308}rso\u{308}rjning", "försörjning"), ("Upplands-Bro", "upplands bro"),
  ])
  func spellingsOfOneNameAreEqual(left: String, right: String) {
    #expect(NameMatching.folded(left) == NameMatching.folded(right))
  }

  @Test func differentNamesAreNot() {
    #expect(NameMatching.folded("lön") != NameMatching.folded("löner"))
    #expect(NameMatching.folded("aktivitetsstod.lagsta") == "aktivitetsstod.lagsta")
  }

  @Test func theNearestHasTheFewestChanges() {
    #expect(NameMatching.nearest(to: "utfal", among: ["bokföring", "utfall", "asf"]) == "utfall")
    #expect(
      NameMatching.nearest(to: "forsaljnig", among: ["bidrag", "försäljning"]) == "försäljning")
    #expect(NameMatching.nearest(to: "x", among: []) == nil)
  }

  @Test func distancesByHand() {
    #expect(NameMatching.editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(NameMatching.editDistance(Array(""), Array("abc")) == 3)
    #expect(NameMatching.editDistance(Array("d20"), Array("d02")) == 1)
    #expect(NameMatching.editDistance(Array("abc"), Array("abc")) == 0)
  }
}
