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

  @Test(arguments: [
    ("kvinnna", "kvinna"), ("aktivitetstöd", "aktivitetsstöd"), ("utfal", "utfall"),
    ("lönbidrag", "lönebidrag"), ("okand", "okänd"), ("arbtee", "arbete"),
  ])
  func aMisspellingIsGuessed(text: String, name: String) {
    #expect(NameMatching.guess(for: text, among: Self.words) == name)
  }

  @Test(arguments: ["f", "soc", "mam", "lan", "K", "AF", "", "xyz", "praktik", "kommunal"])
  func whatIsShortOrFarIsNotGuessed(text: String) {
    #expect(NameMatching.guess(for: text, among: Self.words) == nil)
  }

  @Test func aShortWordIsNotWhatWasMeant() {
    #expect(NameMatching.guess(for: "dams", among: ["man", "lön", "OSA"]) == nil)
    #expect(NameMatching.guess(for: "mang", among: ["man", "lön", "OSA"]) == nil)
    #expect(!NameMatching.isMisspelling("dam", of: "man"))
    #expect(!NameMatching.isMisspelling("Lön", of: "Kön"))
    #expect(NameMatching.isMisspelling("kon", of: "Kön"))
    #expect(NameMatching.isMisspelling("Deltagre", of: "Deltagare"))
  }

  @Test func twoThatAreAsNearAreNotGuessed() {
    #expect(NameMatching.guess(for: "P0013", among: ["P0011", "P0012"]) == nil)
    #expect(NameMatching.guess(for: "okänx", among: ["okänt", "okänd"]) == nil)
    #expect(NameMatching.guess(for: "utfal", among: ["utfall", "Utfall"]) == "utfall")
  }

  private static let words = [
    "kvinna", "man", "lön", "aktivitetsstöd", "utfall", "lönebidrag", "okänd", "arbete", "stat",
  ]

  @Test func distancesByHand() {
    #expect(NameMatching.editDistance(Array("kitten"), Array("sitting")) == 3)
    #expect(NameMatching.editDistance(Array(""), Array("abc")) == 3)
    #expect(NameMatching.editDistance(Array("d20"), Array("d02")) == 1)
    #expect(NameMatching.editDistance(Array("abc"), Array("abc")) == 0)
  }
}
