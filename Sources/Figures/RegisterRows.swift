// The rows of the register that figures count, each once, and lists of them with what they come to.

import Bookkeeping
import Diagnostics
import Outcomes

/// The rows of a register, numbered from 0, with the exact months of each that has any: they stand
/// here once, whatever number of figures counts them.
package struct RegisterRows: Sendable {
  private struct Row: Sendable {
    let participant: ParticipantID
    let location: SourceLocation
    /// The number of the first row of the same participant.
    let first: Int32
  }

  private var rows: [Row] = []
  private var firstByParticipant: [ParticipantID: Int32] = [:]
  private var months: [Int32: Rational] = [:]
  private var waits: [Int32: Rational] = [:]

  /// No rows.
  package init() {}

  /// Adds a row and gives its number. Participants' own rows come first, so that every other row
  /// finds its person there.
  package mutating func add(_ participant: ParticipantID, at location: SourceLocation) -> Int32 {
    let number = Int32(rows.count)
    let first = firstByParticipant[participant] ?? number
    if first == number { firstByParticipant[participant] = number }
    rows.append(Row(participant: participant, location: location, first: first))
    return number
  }

  /// States a row's full-time months (*heltidsmånader*) in the year.
  package mutating func state(months: Rational, of row: Int32) { self.months[row] = months }

  /// States the months from the person's first day here to the day before a transition.
  package mutating func state(wait: Rational, of row: Int32) { waits[row] = wait }

  /// Whose a row is.
  package func participant(of row: Int32) -> ParticipantID { rows[Int(row)].participant }

  /// Where a row stands.
  package func location(of row: Int32) -> SourceLocation { rows[Int(row)].location }

  /// The number of the person's own row; where there is none, of the person's first.
  package func person(of row: Int32) -> Int32 { rows[Int(row)].first }

  /// A row's full-time months in the year; nil when it has no day there.
  package func months(of row: Int32) -> Rational? { months[row] }

  /// The months that a transition took; nil when the person was not here before.
  package func wait(of row: Int32) -> Rational? { waits[row] }

  /// The rows in the order of people and places.
  package func inOrder(_ numbers: some Sequence<Int32>) -> [Int32] {
    numbers.sorted { left, right in
      (participant(of: left), location(of: left)) < (participant(of: right), location(of: right))
    }
  }
}

/// Rows of the register that a number counts, and how: the number follows from them alone.
package struct RecordList: Sendable {
  /// How rows make a number.
  package enum Measure: Hashable, Sendable {
    /// Every person is one.
    case people
    /// Every row is one.
    case rows
    /// Full-time months in the year.
    case months
    /// Full-time months in the year / 12.
    case years
    /// The median of the months that transitions took.
    case medianWait
  }

  /// The rows that the list is of.
  package let register: RegisterRows
  /// The numbers of those that are counted, in any order.
  package let rows: [Int32]
  /// How they are counted.
  package let measure: Measure
  /// The group whose rows they are.
  package let group: ParticipantGroup
  /// What they come to, exact.
  package let number: Rational

  /// The rows of a group's people, measured.
  package init(
    _ rows: [Int32], of register: RegisterRows, _ measure: Measure,
    group: ParticipantGroup = .all
  ) {
    self.register = register
    self.rows = rows
    self.measure = measure
    self.group = group
    number =
      switch measure {
      case .people: Rational(Set(rows.map(register.person)).count)
      case .rows: Rational(rows.count)
      case .months: rows.compactMap(register.months).sum()
      case .years: rows.compactMap(register.months).sum() / Rational(12)
      case .medianWait: rows.compactMap(register.wait).median ?? .zero
      }
  }

  /// The same rows measured in another way.
  package func measured(_ measure: Measure) -> RecordList {
    RecordList(rows, of: register, measure, group: group)
  }

  /// The numbers of the rows of the people behind it, each once.
  package var people: Set<Int32> { Set(rows.map(register.person)) }

  /// The months that a row brings; nil when the row or its person is what is counted.
  package func months(of row: Int32) -> Rational? {
    switch measure {
    case .people, .rows: nil
    case .months, .years: register.months(of: row)
    case .medianWait: register.wait(of: row)
    }
  }
}

extension RecordList: Equatable {
  /// Two lists are equal when they count the same rows in the same way, whatever their numbers.
  package static func == (left: RecordList, right: RecordList) -> Bool {
    func records(_ list: RecordList) -> [RecordShare] {
      list.register.inOrder(list.rows).map { row in
        RecordShare(
          participant: list.register.participant(of: row),
          location: list.register.location(of: row), basis: list.months(of: row) ?? .one)
      }
    }
    return left.measure == right.measure && left.group == right.group
      && records(left) == records(right)
  }
}

extension [Rational] {
  /// The middle one, or the mean of the two in the middle; nil of nothing.
  fileprivate var median: Rational? {
    guard !isEmpty else { return nil }
    let ordered = sorted()
    let middle = count / 2
    return count % 2 == 1
      ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / Rational(2)
  }
}
