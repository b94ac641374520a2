// How many people a sum of social lines describes.

import Calculation
import Figures
import Outcomes

/// The participants behind each line, so that a sum can say how many people it rests on: a person
/// in several lines counts once.
struct LinePeople {
  private let lines: [(reference: LineReference, line: SocialLine)]
  private let participants: [LineReference: Set<ParticipantID>]

  init(_ lines: [(reference: LineReference, line: SocialLine)]) {
    self.lines = lines
    var participants: [LineReference: Set<ParticipantID>] = [:]
    for (reference, line) in lines {
      participants[reference] = Set(line.records.map(\.participant))
    }
    // D, U and T rest on those of the line that they reduce.
    for (reference, line) in lines {
      if let reduced = line.reduces, let others = participants[reduced] {
        participants[reference, default: []].formUnion(others)
      }
    }
    self.participants = participants
  }

  func count(_ line: LineReference) -> Int { participants[line]?.count ?? 0 }

  /// How many people the lines that pass describe together.
  func count(where passes: (SocialLine) -> Bool) -> Int {
    var all: Set<ParticipantID> = []
    for (reference, line) in lines where passes(line) {
      all.formUnion(participants[reference] ?? [])
    }
    return all.count
  }

  /// How many people the balances of actors in series describe together.
  func count(series: Set<Series>, actors: Set<ActorID>) -> Int {
    count { line in
      series.contains(line.series)
        && (actors.contains(line.from) || actors.contains(line.to))
    }
  }
}
