// Holds the records of a register against one another, by the rules of method.md section 5.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

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
    check.checkSameTwice()
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
      if participant.supportBefore == .other, participant.supportAmount != nil {
        problems.report("REG082", at: participant.location, ["participant": participant.id])
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
          // What looks like a name is not printed; the place says where it stands.
          "participant": NameLikeID.looksLikeName(id.rawValue)
            ? DiagnosticArgument.word("participant.name") : DiagnosticArgument.text(id.rawValue),
          "meant": DiagnosticArgument.meant(NameMatching.guess(for: id.rawValue, among: names)),
        ])
    }
  }

  /// A year of birth or a day typed wrongly shows as a child or a very old person at work.
  private mutating func checkAge(of participant: Participant) {
    guard let birthYear = participant.birthYear.known else { return }
    func report(_ code: DiagnosticCode, _ day: CalendarDate) {
      problems.report(
        code, at: participant.location,
        ["participant": participant.id, "age": day.year - birthYear, "date": day])
    }
    let days =
      (stays[participant.id] ?? []).map(\.start) + (transitions[participant.id] ?? []).map(\.date)
    if let first = days.min(),
      let verdict = ValueBounds.of(.ageAtStart).verdict(Int64(first.year - birthYear) * 100)
    {
      report(verdict.isImpossible ? "REG076" : "REG046", first)
    } else if let last = participant.outOfWorkSince, last.year < birthYear {
      report("REG076", last)
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

extension RegisterConsistency {
  /// Two rows of one person that seem to be one employment or place: they go on at once and agree
  /// in extent or pay. A row that was not ended when the next one began counts twice.
  private mutating func checkSameTwice() {
    func report(_ records: [any Stay], _ isSame: (Int, Int) -> Bool) {
      for (index, record) in records.enumerated() {
        let other = records.indices.prefix(index).last { earlier in
          records[earlier].covers(record.start) && isSame(earlier, index)
        }
        guard let other, fitsFullTime(record) else { continue }
        problems.report(
          "REG078", at: record.location,
          [
            "participant": record.participant, "date": record.start,
            "other": records[other].location,
          ])
      }
    }
    for records in employments.values {
      let ordered = records.sorted { ($0.start, $0.location) < ($1.start, $1.location) }
      report(ordered) { one, next in
        let (one, next) = (ordered[one], ordered[next])
        return one.extent == next.extent || one.monthlyWage == next.monthlyWage
      }
    }
    for records in Dictionary(grouping: register.trainingPlaces, by: \.participant).values {
      let ordered = records.sorted { ($0.start, $0.location) < ($1.start, $1.location) }
      report(ordered) { one, next in
        let (one, next) = (ordered[one], ordered[next])
        return one.commissioner == next.commissioner
          && (one.extent == next.extent || one.price == next.price)
      }
    }
  }

  /// Whether a person's extents on a record's first day are at most full time; more has its own
  /// message.
  private func fitsFullTime(_ record: any Stay) -> Bool {
    let sum = (stays[record.participant] ?? []).filter { $0.covers(record.start) }
      .reduce(0) { $0 + $1.extent.tenThousandths }
    return sum <= Rate.one.tenThousandths
  }
}

extension Stay {
  func covers(_ day: CalendarDate) -> Bool { start <= day && (end.map { day <= $0 } ?? true) }
}
