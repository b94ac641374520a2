// Holds the records of a register against one another, by the rules of method.md section 5.

import Bookkeeping
import Diagnostics
import Outcomes

/// The rules that no cell can break alone. Pure: a register in, findings out.
package struct RegisterConsistency {
  let register: OutcomeRegister
  var problems = DiagnosticList()
  /// Employments and training places of each person.
  let stays: [ParticipantID: [Stay]]
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
    stays = Dictionary(
      grouping: register.employments.map(Stay.init) + register.trainingPlaces.map(Stay.init),
      by: \.participant)
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
          "REG031", at: participant.location,
          ["participant": .text(participant.id.rawValue), "first": .text(first.description)])
      } else {
        firstRows[participant.id] = participant.location
      }
      if participant.supportBefore == .wage, participant.supportAmount == nil {
        problems.report(
          "REG041", at: participant.location, ["participant": .text(participant.id.rawValue)])
      }
      if [.none, .unknown].contains(participant.supportBefore), participant.supportAmount != nil {
        problems.report(
          "REG042", at: participant.location,
          [
            "participant": .text(participant.id.rawValue),
            "support": .text(participant.supportBefore.rawValue),
          ])
      }
      checkAge(of: participant)
    }
  }

  private mutating func checkReferences(declared: Set<ParticipantID>) {
    let names = declared.map(\.rawValue).sorted()
    for (id, location) in references where !declared.contains(id) {
      // A misspelt id has its one message; that its transitions are missing too goes without
      // saying.
      incomplete.insert(id)
      problems.report(
        "REG030", at: location,
        [
          "participant": .text(id.rawValue),
          "nearest": .text(NameMatching.nearest(to: id.rawValue, among: names) ?? ""),
        ])
    }
  }

  /// Every mention of a participant outside Deltagare.
  private var references: [(ParticipantID, SourceLocation)] {
    register.employments.map { ($0.participant, $0.location) }
      + register.trainingPlaces.map { ($0.participant, $0.location) }
      + register.transitions.map { ($0.participant, $0.location) }
      + register.followUps.map { ($0.participant, $0.location) }
      + (register.paidWages ?? []).map { ($0.participant, $0.location) }
  }

  /// A year of birth typed wrongly shows as a child or a very old person at work.
  private mutating func checkAge(of participant: Participant) {
    guard let first = stays[participant.id]?.map(\.start).min() else { return }
    let age = first.year - participant.birthYear
    if !(15...100).contains(age) {
      problems.report(
        "REG046", at: participant.location,
        [
          "participant": .text(participant.id.rawValue), "age": .number(age),
          "date": .text(first.description),
        ])
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
    problems.report(
      "REG032", at: location,
      ["start": .text(start.description), "end": .text(end.description)])
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
            "participant": .text(record.participant.rawValue),
            "percent": .text(Rate(tenThousandths: sum).percent),
            "date": .text(record.start.description),
            "other": .text(
              earlier.count == 1
                ? last.location.description
                : earlier.map(\.location.description).joined(separator: ", ")),
          ])
      }
    }
  }
}

/// An employment or a training place: what a person's days here are made of.
struct Stay {
  let participant: ParticipantID
  let start: CalendarDate
  let end: CalendarDate?
  let extent: Rate
  let location: SourceLocation

  init(_ employment: Employment) {
    participant = employment.participant
    start = employment.start
    end = employment.end
    extent = employment.extent
    location = employment.location
  }

  init(_ place: TrainingPlace) {
    participant = place.participant
    start = place.start
    end = place.end
    extent = place.extent
    location = place.location
  }

  func covers(_ day: CalendarDate) -> Bool { start <= day && (end.map { day <= $0 } ?? true) }
}
