// A random register with every kind of record, valid by the rules that importers hold.

import Bookkeeping
import Diagnostics
import Outcomes

/// Makes up the outcome tables of an enterprise.
struct RandomRegister {
  private(set) var register = OutcomeRegister()
  private var random: SeededGenerator
  private let year: FiscalYear
  private var rows = 1
  private var turn: Int

  init(_ seed: UInt64, year: FiscalYear) throws {
    random = SeededGenerator(seed: seed)
    self.year = year
    turn = random.int(0...100)
    for number in 1...random.pick([1, 3, 8, 12]) {
      let id = ParticipantID(rawValue: "D\(100 + number)")
      addPerson(id)
      switch random.int(1...10) {
      case 1: addTransition(id, on: year.start.adding(days: random.int(-300...300)))
      case 2: addFormer(id)
      default: addHistory(id)
      }
    }
    for transition in register.transitions { addFollowUps(transition) }
    if random.chance(45) { addPaidWages() }
  }

  /// One after another from a random start, so that a few enterprises have them all.
  private mutating func next<Element>(of elements: [Element]) -> Element {
    turn += 1
    return elements[turn % elements.count]
  }

  private mutating func place() -> SourceLocation {
    rows += 1
    return SourceLocation(file: "utfall", line: rows, column: 1)
  }

  private mutating func addPerson(_ id: ParticipantID) {
    // Some have another support than the one drawn, and some an unknown age.
    let support = next(of: SupportKind.allCases.filter { $0 != .other })
    let isOther = rows % 17 == 3 && support.isPaidSupport
    let hasAmount = support == .wage || (support.isPaidSupport && random.chance(30))
    let birthYear =
      random.chance(15)
      ? year.incomeYear - random.int(66...68) : year.incomeYear - random.int(20...62)
    register.participants.append(
      Participant(
        id: id, birthYear: rows % 13 == 5 ? .unknown : .year(birthYear),
        gender: random.pick(Gender.allCases), supportBefore: isOther ? .other : support,
        supportAmount: hasAmount ? random.kronor(3_000...18_000) : nil,
        isMember: random.pick([true, false, nil]),
        municipality: random.chance(30) ? random.pick(["Ronneby", "Sandviken"]) : nil,
        location: place()))
  }

  /// Stays one after another, with gaps in which the person may leave.
  private mutating func addHistory(_ id: ParticipantID) {
    var day = year.start.adding(days: random.int(-900...200))
    for _ in 0..<random.pick([1, 1, 2, 3, 4]) {
      guard day <= year.end.adding(days: 60) else { return }
      let length = random.chance(15) ? random.int(0...40) : random.int(20...450)
      var end = day.adding(days: length)
      if random.chance(25) { end = end.endOfMonth }
      let isOpen = random.chance(20)
      addStay(id, from: day, to: isOpen ? nil : end)
      if isOpen { return }
      let gap = random.chance(30) ? 0 : random.int(1...300)
      if gap > 0, random.chance(75) { addTransitions(id, after: end, days: gap) }
      day = end.adding(days: gap + 1)
    }
  }

  /// Someone who left for a job long ago and has been asked about it ever since.
  private mutating func addFormer(_ id: ParticipantID) {
    let end = year.start.adding(days: random.int(-500...(-60)))
    addEmployment(id, from: end.adding(days: -200), to: end, upTo: 10_000)
    register.transitions.append(
      Transition(
        participant: id, date: end, destination: .work, extent: extent(upTo: 10_000),
        monthlyWage: random.kronor(19_000...32_000), evidence: .contract, location: place()))
    for number in 1...random.int(4...14) {
      register.followUps.append(
        FollowUp(
          participant: id, date: end.adding(days: number * random.int(70...85)), status: .atWork,
          location: place()))
    }
  }

  private mutating func addStay(_ id: ParticipantID, from day: CalendarDate, to end: CalendarDate?)
  {
    let kind = random.int(1...10)
    if kind <= 5 {
      addEmployment(id, from: day, to: end, upTo: 10_000)
    } else if kind <= 8 {
      addPlace(id, from: day, to: end, upTo: 10_000)
    } else {
      // Two at once, never above full time together.
      addEmployment(id, from: day, to: end, upTo: 5_000)
      if kind == 9 {
        addPlace(id, from: day, to: end, upTo: 5_000)
      } else {
        addEmployment(id, from: day, to: end, upTo: 5_000)
      }
    }
  }

  private mutating func extent(upTo most: Int64) -> Rate {
    Rate(tenThousandths: min(most, random.pick([2500, 3333, 5000, 7500, 8000, 10_000])))
  }

  private mutating func addEmployment(
    _ id: ParticipantID, from day: CalendarDate, to end: CalendarDate?, upTo most: Int64
  ) {
    let subsidy = random.chance(40) ? random.pick(WageSubsidyKind.allCases) : .none
    register.employments.append(
      Employment(
        participant: id, start: day, end: end, extent: extent(upTo: most),
        monthlyWage: random.kronor(19_000...29_000), subsidy: subsidy,
        subsidyAmount: subsidy == .none ? nil : random.kronor(4_000...14_000), location: place()))
  }

  private mutating func addPlace(
    _ id: ParticipantID, from day: CalendarDate, to end: CalendarDate?, upTo most: Int64
  ) {
    let buyers: [Commissioner] = [
      .actor(.municipality), .actor(.employmentService), .actor(.state), .actor("stiftelsen"),
      .ownApplication, .other,
    ]
    register.trainingPlaces.append(
      TrainingPlace(
        participant: id, start: day, end: end, extent: extent(upTo: most),
        commissioner: random.pick(buyers),
        price: random.chance(50) ? random.kronor(2_000...9_000) : nil, location: place()))
  }

  /// One transition or two: on the last day of a stay, from the next day on, or in the days after.
  private mutating func addTransitions(
    _ id: ParticipantID, after end: CalendarDate, days: Int
  ) {
    let first = random.chance(40) ? 0 : random.int(1...days)
    addTransition(id, on: end.adding(days: first))
    if random.chance(25), first + 2 <= days {
      addTransition(id, on: end.adding(days: random.int((first + 2)...days)))
    }
  }

  private mutating func addTransition(_ id: ParticipantID, on day: CalendarDate) {
    let goals = Destination.allCases.filter(\.needsExtent)
    let destination =
      random.chance(60) ? random.pick(goals) : next(of: Destination.allCases)
    let isJob = destination.needsExtent && destination != .studies
    let mustHaveSubsidy = destination == .supportedWork || destination == .newStartJob
    register.transitions.append(
      Transition(
        participant: id, date: day, destination: destination,
        extent: destination.needsExtent ? extent(upTo: 10_000) : nil,
        monthlyWage: isJob && random.chance(65) ? random.kronor(19_000...32_000) : nil,
        employer: random.pick(EmployerSector.allCases),
        subsidyAmount: mustHaveSubsidy || (isJob && random.chance(20))
          ? random.kronor(3_000...12_000) : nil,
        evidence: random.pick(Evidence.allCases), location: place()))
  }

  private mutating func addFollowUps(_ transition: Transition) {
    var day = transition.date
    for _ in 0..<random.int(0...4) {
      day = day.adding(days: random.int(0...260))
      let good: [FollowUpStatus] =
        transition.destination == .studies ? [.studying] : [.atWork, .otherWork]
      register.followUps.append(
        FollowUp(
          participant: transition.participant, date: day,
          status: random.chance(60) ? random.pick(good) : random.pick(FollowUpStatus.allCases),
          evidence: random.pick(Evidence.allCases), location: place()))
    }
  }

  /// A row for some employments: part of their days, and now and then days before them.
  private mutating func addPaidWages() {
    var paid: [PaidWage] = []
    for employment in register.employments where random.chance(60) {
      let first = employment.start.adding(days: random.int(-20...0))
      let last = employment.start.adding(days: random.int(0...500))
      let rest = paid.filter { $0.participant == employment.participant }
      guard !rest.contains(where: { $0.from <= last && first <= $0.to }) else { continue }
      let months = Int(last.dayNumber - first.dayNumber) / 30 + 1
      paid.append(
        PaidWage(
          participant: employment.participant, from: first, to: last,
          amount: random.kronor(8_000 * months...20_000 * months), location: place()))
    }
    register.paidWages = paid
  }
}
