// Words that no actor of an enterprise's own can be called by.

import Outcomes
import Testing

@testable import Rulebook

@Suite struct ReservedWordsTests {
  @Test(arguments: [
    "alla", "TOTAL", "sum", "Public", "society", "egen ansökan", "Egen-Ansokan", "annan",
    "försörjningsstöd", "forsorjningsstod", "lön", "Lon", "träningsplatser", "sale",
    "privat bidrag", "L", "d", "x", "i arbete", "ASF", "referred_by", "referredBy", "birth year",
    "employmentService", "employment service", "wider-economy", "IOP", "övergång", "deltagare",
  ])
  func ours(name: String) {
    #expect(ReservedWords.meaning(of: name) != nil)
  }

  @Test(arguments: ["kriminalvården", "stiftelsen", "Finsam Blekinge", "nämnden", "kyrkan", "K"])
  func free(name: String) {
    #expect(ReservedWords.meaning(of: name) == nil)
  }

  @Test func everyActorAndEveryWordOfTheRegister() {
    let words = RecordTable.allCases.flatMap(\.columns).flatMap { $0.words + [$0.alias] }
    for word in words + ActorID.builtIn.map(\.rawValue) {
      #expect(ReservedWords.meaning(of: word) != nil, "\(word)")
    }
  }
}
