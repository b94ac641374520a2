// What the random enterprises must hold between them: every kind of record, value and rule.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

@testable import Calculation

/// Names of what occurs in an enterprise; the coverage test compares them with all there are.
struct Occurrences {
  private(set) var found: Set<String> = []
  private let enterprise: RandomEnterprise
  private let bokslut: SecondBokslut

  init(_ tried: PropertyCase) {
    enterprise = tried.enterprise
    bokslut = tried.bokslut
    addYear()
    addPeople()
    addStays()
    addTransitions()
    addValues()
    addBooks()
    addLines()
  }

  private mutating func add(_ name: String, if isThere: Bool = true) {
    if isThere { found.insert(name) }
  }

  private mutating func addYear() {
    let year = enterprise.year
    add("broken year", if: year.start.components.month != 1)
    add("first year inside a month", if: year.start.components.day != 1)
    add("short year", if: year.period.months < 12)
    add("long year", if: year.period.months > 12)
    add("leap day", if: year.period.monthParts.contains { $0.days == 29 })
  }

  private mutating func addPeople() {
    for person in enterprise.register.participants {
      add("support \(person.supportBefore.rawValue)")
      add("own amount", if: person.supportBefore != .wage && person.supportAmount != nil)
      add("own municipality", if: person.municipality != nil)
      let age = person.birthYear.known.map { enterprise.year.incomeYear - $0 }
      add("66 at the year's start", if: age == 67)
      add("66 in the year", if: age == 66)
      add("unknown age", if: age == nil)
      let lines = bokslut.lines.filter { line in
        line.records.contains { $0.participant == person.id }
      }.map(\.series)
      add("A and O", if: Set(lines).isSuperset(of: [.employment, .transitions]))
      add("C and O", if: Set(lines).isSuperset(of: [.avoidedPlacements, .transitions]))
    }
    add(
      "left untaxed", if: bokslut.remarks.contains { if case .untaxed = $0 { true } else { false } }
    )
  }

  private mutating func addStays() {
    let register = enterprise.register
    for row in register.employments {
      add("stöd \(row.subsidy.rawValue)", if: row.days(in: enterprise.year.period) != nil)
      add("ongoing employment", if: row.end == nil)
      let others = register.employments.filter { other in
        other.participant == row.participant && other.location != row.location
          && other.start == row.start
      }
      add("two employments at once", if: !others.isEmpty)
      add(
        "employment and place at once",
        if: register.trainingPlaces.contains {
          $0.participant == row.participant && $0.start == row.start
        })
    }
    for row in register.trainingPlaces {
      add("ongoing place", if: row.end == nil)
      add("place with price", if: row.price != nil)
      switch row.commissioner {
      case .actor(let buyer): add("buyer \(buyer.rawValue)")
      case .ownApplication: add("own application")
      case .other: add("another buyer")
      }
    }
    add("paid wages", if: register.paidWages?.isEmpty == false)
    add("contractual wages", if: register.paidWages == nil)
  }

  private mutating func addTransitions() {
    let register = enterprise.register
    let rows = RowsByPerson(register)
    for row in register.transitions {
      add("to \(row.destination.rawValue)")
      add("evidence \(row.evidence.rawValue)", if: row.destination.needsExtent)
      add(
        "counts from the next day",
        if: rows.transitions[row.participant]?.contains {
          $0.transition == row && $0.start != row.date
        } == true)
      let isJob = row.destination.needsExtent && row.destination != .studies
      add("job without a wage", if: isJob && row.monthlyWage == nil)
      add("subsidised arbete", if: row.destination == .work && row.subsidyAmount != nil)
      let stays =
        register.employments.map(\.participant) + register.trainingPlaces.map(\.participant)
      add("never here", if: !stays.contains(row.participant))
    }
    for row in register.followUps { add("follow-up \(row.status.rawValue)") }
    guard let months = enterprise.settings[.confirmation]?.base.count,
      let years = enterprise.settings[.horizon]?.base.count
    else { return }
    let year = enterprise.year
    let held = rows.held(
      until: year.end, confirmationMonths: months, horizonYears: years)
    for row in held where !row.days(in: year.period).isEmpty {
      add("held from an earlier year", if: row.holding.start < year.start)
      add("held anew after an ending", if: row.holding.stretches.count > 1)
      add("ended by a return", if: row.endedBy != nil)
      add("lapsed", if: !row.isHeld(on: year.end))
    }
  }

  private mutating func addValues() {
    let settings = enterprise.settings
    let bank = ParameterBank(settings: settings)
    for value in settings.values {
      switch value.content {
      case .reference: add("value by reference")
      case .value(_, let unit): add("value in \(unit.rawValue)")
      }
    }
    add(
      "two contribution rates",
      if: bank.rates("arbetsgivaravgift", in: enterprise.year.period).count > 1)
    add("own tax rates", if: !settings.taxRates.isEmpty)
    add("assumed wage", if: settings[.monthlyWage] != nil)
    add("no assumed wage", if: settings[.monthlyWage] == nil)
    add("no alternative price", if: settings[.placementPrice] == nil)
    add("unpaid places", if: settings.trainingPlacesAreUnpaid)
    add("public own actor", if: settings.actors.contains { $0.id == "stiftelsen" && $0.isPublic })
    add(
      "private own actor", if: settings.actors.contains { $0.id == "stiftelsen" && !$0.isPublic })
    let lines = bokslut.lines.filter { $0.series == .employment }
    for (kind, rows) in Dictionary(grouping: lines, by: \.kind)
    where kind.rawValue.hasPrefix("support.") {
      add("two values in the year", if: Set(rows.compactMap(\.head.validFrom)).count > 1)
    }
    for person in enterprise.register.participants {
      let starts = enterprise.register.employments.filter { $0.participant == person.id }
        .map(\.start)
      let stretches = SupportHistory(
        of: person, start: starts.min(), durations: settings.supportDurations,
        rules: SupportRules(on: enterprise.year.end)
      ).stretches(in: enterprise.year.period)
      add("sedan", if: stretches.contains { !$0.isRecorded })
      add("support over", if: (stretches.last?.days.end ?? .distantPast) < enterprise.year.end)
    }
  }

  private mutating func addBooks() {
    guard let wages = bokslut.targetWages else { return }
    add("scaled wages", if: wages.wageRatio != .one)
    add("scaled fees", if: wages.feeRatio != .one)
    add("unscaled", if: wages.wageRatio == .one && wages.feeRatio == .one)
    add("object rules", if: !enterprise.objectPostings.isEmpty)
    add("adopted closing", if: enterprise.adopted != nil)
  }

  private mutating func addLines() {
    for (_, line) in bokslut.printedLines {
      add("line \(line.series.rawValue) \(line.kind.rawValue)")
      add("negative basis", if: line.basis.hundredths < 0)
    }
    for entry in bokslut.socialBalance?.entries ?? [] { add("step \(entry.step.rawValue)") }
  }
}

extension CalendarDate {
  fileprivate static let distantPast = CalendarDate(dayNumber: .min)
}

extension Occurrences {
  /// Everything that must occur somewhere.
  static let required: Set<String> = {
    var names: Set<String> = [
      "broken year", "first year inside a month", "short year", "long year", "leap day",
      "own amount", "own municipality", "66 at the year's start", "66 in the year", "A and O",
      "C and O", "left untaxed", "ongoing employment", "two employments at once",
      "employment and place at once", "ongoing place", "place with price", "own application",
      "another buyer", "buyer stiftelsen", "buyer municipality", "paid wages",
      "contractual wages", "counts from the next day", "job without a wage",
      "subsidised arbete", "never here", "held from an earlier year",
      "held anew after an ending", "ended by a return", "lapsed", "value by reference",
      "two contribution rates", "own tax rates", "assumed wage", "no assumed wage",
      "no alternative price", "unpaid places", "public own actor", "private own actor",
      "two values in the year", "sedan", "support over", "scaled wages", "scaled fees",
      "unscaled", "object rules", "adopted closing", "negative basis", "unknown age",
    ]
    names.formUnion(SupportKind.allCases.map { "support \($0.rawValue)" })
    names.formUnion(WageSubsidyKind.allCases.map { "stöd \($0.rawValue)" })
    names.formUnion(Destination.allCases.map { "to \($0.rawValue)" })
    names.formUnion(Evidence.allCases.map { "evidence \($0.rawValue)" })
    names.formUnion(FollowUpStatus.allCases.map { "follow-up \($0.rawValue)" })
    names.formUnion(
      ["kr/månad", "kr/dag5", "kr/dag7", "prisbasbelopp/år", "%"].map { "value in \($0)" })
    names.formUnion(SocialBalanceStep.allCases.map { "step \($0.rawValue)" })
    names.formUnion(requiredLines)
    return names
  }()

  private static var requiredLines: [String] {
    let supports = SupportKind.allCases.filter(\.isPaidSupport).map(LineKind.support)
    let taxes: [LineKind] = [.municipalTax, .regionalTax, .netCredit]
    let job: [LineKind] = [.earnings, .employerContribution]
    let transitions = supports + taxes + job + [.jobSubsidy, .studyGrant]
    let reduced = transitions + [.avoidedPlacement]
    let ledger = FlowKind.allCases.filter {
      ![.wage, .socialFees, .privateGrant].contains($0)
    }.map { LineKind(rawValue: $0.rawValue) }
    let staff: [LineKind] = [.wageTarget, .wageOrdinary, .feesTarget, .feesOrdinary]
    let all: [(Series, [LineKind])] = [
      (.ledger, ledger + staff), (.avoidedPlacements, [.avoidedPlacement]),
      (.employment, supports + taxes), (.transitions, transitions), (.deadweight, reduced),
      // The displaced job has no subsidy.
      (.displacement, reduced.filter { $0 != .jobSubsidy }), (.attribution, reduced),
    ]
    return all.flatMap { series, kinds in
      kinds.map { "line \(series.rawValue) \($0.rawValue)" }
    }
  }
}
