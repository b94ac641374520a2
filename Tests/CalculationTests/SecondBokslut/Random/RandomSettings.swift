// Random settings: own actors, links, durations of support, dated values, assumptions.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// Makes up the settings of an enterprise.
struct RandomSettings {
  private(set) var settings: Settings
  private var random: SeededGenerator
  private let year: FiscalYear
  private let location = SourceLocation(file: "dualbokslut.yaml", line: 1, column: 1)

  init(_ seed: UInt64, year: FiscalYear) throws {
    random = SeededGenerator(seed: seed)
    self.year = year
    settings = Settings(
      organisation: Organisation(
        id: "slump", name: "Slump ekonomisk förening",
        municipality: Located(random.pick(["Karlskrona", "Gävle"]), at: location)),
      books: .pattern(Located("bokforing/*.se", at: location)), location: location)
    settings.actors = [
      OwnActor(id: "stiftelsen", name: "Stiftelsen", isPublic: random.chance(50)),
      OwnActor(id: "kriminalvården", name: "Kriminalvården", isPublic: true),
    ]
    settings.trainingPlacesAreUnpaid = random.chance(20)
    settings.links = links
    if random.chance(30) {
      settings.taxRates = [
        OwnTaxRate(
          from: year.start.adding(days: -400), municipal: Rate(tenThousandths: 2154),
          regional: Rate(tenThousandths: 1194), source: "beslut", location: location)
      ]
    }
    try addSupport()
    try addContribution()
    if random.chance(60) { try addValue(ParameterBank.studyGrantID) }
    settings.assumptions = assumptions()
  }

  private var links: [AccountLink] {
    [
      AccountLink(
        accounts: 3040...3049, kind: .placementFee, actor: .municipality, channel: .partnership,
        location: location),
      AccountLink(
        accounts: 3000...3799, object: ObjectReference(dimension: 6, code: "P12"),
        kind: .placementFee, actor: .employmentService, location: location),
      AccountLink(accounts: 3993...3993, kind: .gift, actor: "stiftelsen", location: location),
      AccountLink(accounts: 3986...3986, kind: .membership, location: location),
      AccountLink(
        accounts: nil, object: ObjectReference(dimension: 6, code: "P14"), kind: .grant,
        actor: "kriminalvården", location: location),
    ]
  }

  /// How long each support would have gone on, and what each is worth.
  private mutating func addSupport() throws {
    for kind in SupportKind.allCases where kind.isPaidSupport {
      let months = random.chance(30) ? nil : random.pick([3, 6, 12, 24, 48])
      let followers: [SupportKind] = [.socialAssistance, .activitySupport, .sicknessBenefit]
      settings.supportDurations[kind] = SupportDuration(
        longest: stated(months.map { .count($0) } ?? .unlimited),
        then: follower(of: kind, among: followers, months: months))
      try addValue(kind.rawValue)
    }
  }

  /// What may follow: never a kind that leads back, since a ring is an error.
  private mutating func follower(
    of kind: SupportKind, among followers: [SupportKind], months: Int?
  ) -> SupportKind? {
    guard months != nil, random.chance(50) else { return nil }
    let order = followers.firstIndex(of: kind) ?? followers.count
    return followers.prefix(order).isEmpty ? nil : random.pick(Array(followers.prefix(order)))
  }

  /// A value in some unit, by reference, or two that follow one another inside the year.
  private mutating func addValue(_ id: String) throws {
    let first = try RandomEnterprise.required(CalendarDate("2015-01-01"))
    switch (id, random.int(1...10)) {
    case (SupportKind.activitySupport.rawValue, ...5):
      add(id, .reference("aktivitetsstod.lagsta"), from: first)
    case (SupportKind.sicknessCompensation.rawValue, ...5):
      add(id, .reference("garantiersattning.hel"), from: first)
    case (_, ...3):
      let change = year.start.adding(days: random.int(20...150))
      add(id, monthly(), from: first, to: change.adding(days: -1))
      add(id, monthly(), from: change)
    case (_, 4):
      add(id, number(300...900, .kronorPerFiveDayDay), from: first)
    case (_, 5):
      add(id, number(200...600, .kronorPerCalendarDay), from: first)
    case (_, 6):
      add(id, number(1...3, .priceBaseAmountsPerYear), from: first)
    default: add(id, monthly(), from: first)
    }
  }

  private mutating func monthly() -> OwnValue.Content { number(4_000...14_000, .kronorPerMonth) }

  private mutating func number(
    _ range: ClosedRange<Int>, _ unit: ParameterUnit
  ) -> OwnValue.Content {
    .value(ParameterValue(tenThousandths: Int64(random.int(range)) * 10_000), unit)
  }

  private mutating func add(
    _ id: String, _ content: OwnValue.Content, from: CalendarDate, to: CalendarDate? = nil
  ) {
    settings.values.append(
      OwnValue(
        id: id, content: content, from: from, to: to, source: "antaget", location: location))
  }

  /// An employer contribution of the enterprise's own from some day of the year.
  private mutating func addContribution() throws {
    guard random.chance(30) else { return }
    let from = year.start.adding(days: random.int(10...150))
    add(
      "arbetsgivaravgift",
      .value(ParameterValue(tenThousandths: Int64(random.int(10...31)) * 10_000), .percent),
      from: from)
  }

  private func stated(
    _ base: AssumedValue, low: AssumedValue? = nil, high: AssumedValue? = nil
  ) -> StatedAssumption {
    StatedAssumption(base, low: low, high: high, source: "antaget", location: location)
  }

  private mutating func rate(upTo most: Int64 = 9000) -> StatedAssumption {
    func some() -> AssumedValue {
      .rate(Rate(tenThousandths: Int64.random(in: 0...most, using: &random)))
    }
    let hasRange = random.chance(40)
    return stated(some(), low: hasRange ? some() : nil, high: hasRange ? some() : nil)
  }

  private mutating func assumptions() -> Assumptions {
    var assumptions = Assumptions(location: location)
    for kind in OutcomeKind.allCases {
      assumptions.values[.deadweight(kind)] = rate()
      assumptions.values[.displacement(kind)] = rate()
      assumptions.values[.attribution(kind)] = rate()
    }
    assumptions.values[.dropOff] = rate(upTo: 5000)
    assumptions.values[.horizon] = stated(
      .count(random.int(2...6)), low: random.chance(30) ? .count(1) : nil)
    assumptions.values[.confirmation] = stated(
      .count(random.pick([3, 6, 6, 12])), high: random.chance(30) ? .count(9) : nil)
    if random.chance(60) {
      assumptions.values[.monthlyWage] = stated(.amount(random.kronor(20_000...30_000)))
    }
    assumptions.values[.discountRate] = rate(upTo: 1000)
    if random.chance(70) {
      assumptions.values[.placementShare] = rate()
      assumptions.values[.placementPrice] = stated(.amount(random.kronor(3_000...12_000)))
    }
    return assumptions
  }
}
