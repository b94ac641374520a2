// Holds the records of a register against one another, by the rules of method.md section 5.

import Bookkeeping
import Diagnostics
import Outcomes

/// The rules that no cell can break alone. Pure: a register in, findings out.
package struct RegisterConsistency {
  let register: OutcomeRegister
  var problems = DiagnosticList()
  /// Employments and training places of each person.
  let stays: [ParticipantID: [any Stay]]
  let transitions: [ParticipantID: [Transition]]
  let employments: [ParticipantID: [Employment]]
  /// People with a row that could not be read; what seems to be missing may stand there.
  private var incomplete: Set<ParticipantID>

  /// Every breach of the rules.
  ///
  /// - Parameters:
  ///   - declared: the ids of Deltagare, also of rows that could not be read; nil when the table
  ///     could not be read at all.
  ///   - incomplete: people whose rows could not all be read; for them, and for all when `isWhole`
  ///     is false, nothing is said to be missing.
  package static func diagnostics(
    _ register: OutcomeRegister, declared: Set<ParticipantID>?,
    incomplete: Set<ParticipantID> = [], isWhole: Bool = true
  ) -> DiagnosticList {
    var check = RegisterConsistency(register: register, incomplete: incomplete)
    check.checkParticipants()
    if let declared { check.checkReferences(declared: declared) }
    check.checkPeriods()
    check.checkExtents()
    check.checkTransitions()
    if isWhole {
      check.checkFollowUps()
      check.checkPaidWageCover()
    }
    check.checkPaidWageOverlaps()
    check.checkSubsidies()
    return check.problems
  }

  private init(register: OutcomeRegister, incomplete: Set<ParticipantID>) {
    self.register = register
    self.incomplete = incomplete
    let all: [any Stay] = register.employments + register.trainingPlaces
    stays = Dictionary(grouping: all, by: \.participant)
    transitions = Dictionary(grouping: register.transitions, by: \.participant)
    employments = Dictionary(grouping: register.employments, by: \.participant)
  }

  func mayBeIncomplete(_ participant: ParticipantID) -> Bool { incomplete.contains(participant) }

  // MARK: Participants

  private mutating func checkParticipants() {
    var firstRows: [ParticipantID: SourceLocation] = [:]
    for participant in register.participants {
      if let first = firstRows[participant.id] {
        problems.report(
          "REG031", at: participant.location, ["participant": participant.id, "first": first])
      } else {
        firstRows[participant.id] = participant.location
      }
      if participant.supportBefore == .wage, participant.supportAmount == nil {
        problems.report("REG041", at: participant.location, ["participant": participant.id])
      }
      if [.none, .unknown].contains(participant.supportBefore), participant.supportAmount != nil {
        problems.report(
          "REG042", at: participant.location,
          ["participant": participant.id, "support": participant.supportBefore.rawValue])
      }
      checkAge(of: participant)
    }
  }

  private mutating func checkReferences(declared: Set<ParticipantID>) {
    let names = declared.map(\.rawValue).sorted()
    let tables: [[any RegisterRecord]] = [
      register.employments, register.trainingPlaces, register.transitions, register.followUps,
      register.paidWages ?? [],
    ]
    for record in tables.joined() where !declared.contains(record.participant) {
      // A misspelt id has its one message; that its transitions are missing too goes without
      // saying.
      let id = record.participant
      incomplete.insert(id)
      problems.report(
        "REG030", at: record.location,
        [
          "participant": id.rawValue,
          "nearest": NameMatching.nearest(to: id.rawValue, among: names),
        ])
    }
  }

  /// A year of birth typed wrongly shows as a child or a very old person at work.
  private mutating func checkAge(of participant: Participant) {
    guard let first = stays[participant.id]?.map(\.start).min() else { return }
    let age = first.year - participant.birthYear
    if !(15...100).contains(age) {
      problems.report(
        "REG046", at: participant.location,
        ["participant": participant.id, "age": age, "date": first])
    }
  }

  // MARK: Periods and extents

  private mutating func checkPeriods() {
    for record in stays.values.joined() {
      guard let end = record.end, end < record.start else { continue }
      reportBackwards(record.start, end, at: record.location)
    }
    for wage in register.paidWages ?? [] where wage.to < wage.from {
      reportBackwards(wage.from, wage.to, at: wage.location)
    }
  }

  private mutating func reportBackwards(
    _ start: CalendarDate, _ end: CalendarDate, at location: SourceLocation
  ) {
    problems.report("REG032", at: location, ["start": start, "end": end])
  }

  /// The sum of one person's extents can only rise where a record starts.
  private mutating func checkExtents() {
    for records in stays.values {
      let ordered = records.sorted { ($0.start, $0.location) < ($1.start, $1.location) }
      for (index, record) in ordered.enumerated() {
        let earlier = ordered[..<index].filter { $0.covers(record.start) }
        let sum = earlier.reduce(record.extent.tenThousandths) { $0 + $1.extent.tenThousandths }
        guard sum > Rate.one.tenThousandths, let last = earlier.last else { continue }
        problems.report(
          "REG033", at: record.location,
          [
            "participant": record.participant, "percent": Rate(tenThousandths: sum).percent,
            "date": record.start,
            "other": earlier.count == 1
              ? last.location.description
              : earlier.map(\.location.description).joined(separator: ", "),
          ])
      }
    }
  }
}

extension Stay {
  func covers(_ day: CalendarDate) -> Bool { start <= day && (end.map { day <= $0 } ?? true) }
}
