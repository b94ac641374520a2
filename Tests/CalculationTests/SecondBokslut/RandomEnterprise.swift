// Seeded random enterprises, as values, for the properties of method.md section 14.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

@testable import Calculation

/// Describes nothing: the tests look at balances only.
struct BlankSource: LedgerSource {
  func describe(_ voucher: Voucher) -> VoucherDescription {
    VoucherDescription(series: "", number: "", text: "")
  }
  func location(ofSource source: UInt32) -> SourceLocation { SourceLocation(file: "2025.se") }
}

/// An enterprise that is made up from a seed: ledger, register, settings.
struct RandomEnterprise {
  var settings: Settings
  var year: FiscalYear
  var register: OutcomeRegister
  /// Result accounts with their balances, debit positive.
  var balances: [(account: String, amount: Amount)]
  /// Postings with an object: account, amount, code in dimension 6.
  var objectPostings: [(account: String, amount: Amount, code: String)] = []

  /// What the calculation is handed.
  func input() throws -> SecondBokslutInput {
    var ledger = Ledger(source: BlankSource())
    ledger.hasVouchers = true
    ledger.years = [LedgerYear(offset: 0, fiscalYear: year)]
    var rows: [TrialBalance.Row] = []
    for (account, amount) in balances {
      ledger.declare(Account(number: account))
      rows.append(
        try TrialBalance.Row(account: Account(number: account), opening: .zero, closing: amount))
    }
    for posting in objectPostings {
      let index = try Self.required(ledger.accountIndex(posting.account))
      let first = ledger.postings.count
      ledger.append(
        Posting(amount: posting.amount, account: UInt32(index), source: 0),
        objects: [ObjectReference(dimension: 6, code: posting.code)])
      ledger.vouchers.append(Voucher(date: year.start, source: 0, postings: first..<(first + 1)))
    }
    let result = try balances.filter { !$0.account.hasPrefix("899") }.map(\.amount).sum().negated
    return SecondBokslutInput(
      settings: settings, year: year, ledger: ledger, yearOffset: 0,
      trialBalance: TrialBalance(yearOffset: 0, fiscalYear: year, rows: rows), result: result,
      register: register, bank: ParameterBank(settings: settings))
  }

  /// The second bokslut, which must come out without errors.
  func computed() throws -> SecondBokslut {
    var diagnostics = DiagnosticList()
    let result = SecondBokslutCalculation.compute(try input(), diagnostics: &diagnostics)
    guard let result else { throw Refused(codes: diagnostics.all.map(\.code.rawValue)) }
    return result
  }

  /// The enterprise was refused, with these codes.
  struct Refused: Error { let codes: [String] }

  struct Missing: Error {}

  static func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
  }

  init(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let startYear = random.pick([2022, 2023, 2024, 2025])
    let startMonth = random.pick([1, 1, 7, 5])
    let start = try Self.required(CalendarDate(year: startYear, month: startMonth, day: 1))
    let end = start.adding(months: 12).adding(days: -1)
    year = FiscalYear(period: try Self.required(DateRange(start, end)))
    settings = try Self.settings(&random)
    register = try Self.register(&random, year: year)
    balances = []
    try addBalances(&random)
  }

  private static func place(_ line: Int) -> SourceLocation {
    SourceLocation(file: "utfall", line: line, column: 1)
  }

  private static func settings(_ random: inout SeededGenerator) throws -> Settings {
    let location = SourceLocation(file: "dualbokslut.yaml", line: 1, column: 1)
    var settings = Settings(
      organisation: Organisation(
        id: "slump", name: "Slump ekonomisk förening",
        municipality: Located(random.pick(["Karlskrona", "Gävle"]), at: location)),
      books: .pattern(Located("bokforing/*.se", at: location)), location: location)
    settings.actors = [OwnActor(id: "stiftelsen", name: "Stiftelsen", isPublic: random.chance(50))]
    settings.links = [
      AccountLink(
        accounts: 3040...3049, kind: .placementFee, actor: .municipality, channel: .partnership,
        location: location),
      AccountLink(
        accounts: 3000...3799, object: ObjectReference(dimension: 6, code: "P12"),
        kind: .placementFee, actor: .employmentService, location: location),
      AccountLink(accounts: 3993...3993, kind: .gift, actor: "stiftelsen", location: location),
    ]
    for kind in SupportKind.allCases where kind.isPaidSupport {
      let months = random.chance(20) ? nil : random.pick([6, 12, 24, 36])
      let then =
        months != nil && kind != .socialAssistance && random.chance(40)
        ? SupportKind.socialAssistance : nil
      settings.supportDurations[kind] = SupportDuration(
        longestMonths: months, then: then, source: "antaget", location: location)
      settings.values.append(
        OwnValue(
          id: kind.rawValue,
          content: .value(
            ParameterValue(tenThousandths: Int64.random(in: 4000...14000, using: &random) * 10_000),
            .kronorPerMonth),
          from: try required(CalendarDate("2015-01-01")), to: nil, source: "antaget",
          location: location))
    }
    settings.assumptions = assumptions(&random, location)
    return settings
  }

  private static func assumptions(
    _ random: inout SeededGenerator, _ location: SourceLocation
  ) -> Assumptions {
    var stated = CounterfactualAssumptions(location: location)
    func rate() -> Assumption {
      Assumption(
        base: Rate(tenThousandths: Int64.random(in: 0...9000, using: &random)), low: nil,
        high: nil, source: "antaget", location: location)
    }
    stated.deadweight = rate()
    stated.displacement = rate()
    stated.attribution = rate()
    var assumptions = Assumptions(location: location)
    assumptions.counterfactual = [.employment: stated, .transition: stated]
    assumptions.transition.dropOff = rate()
    assumptions.transition.horizonYears = Ranged(5, at: location)
    assumptions.transition.confirmationMonths = Ranged(6, at: location)
    assumptions.discountRate = rate()
    return assumptions
  }

  private static func register(
    _ random: inout SeededGenerator, year: FiscalYear
  ) throws -> OutcomeRegister {
    var register = OutcomeRegister()
    for number in 1...random.pick([1, 3, 8, 12]) {
      let id = ParticipantID(rawValue: "D\(100 + number)")
      let support = random.pick(SupportKind.allCases)
      let ownAmount = support == .wage || random.chance(30)
      register.participants.append(
        Participant(
          id: id, birthYear: random.pick([1950, 1975, 1990, 2001]),
          gender: random.pick(Gender.allCases), supportBefore: support,
          supportAmount: ownAmount && support != .none && support != .unknown
            ? Amount(ore: Int64.random(in: 300_000...1_800_000, using: &random)) : nil,
          municipality: random.chance(30) ? random.pick(["Ronneby", "Sandviken"]) : nil,
          location: place(number)))
      var day = year.start.adding(days: Int.random(in: -500...200, using: &random))
      for row in 0..<random.pick([1, 1, 2, 3]) {
        let length = Int.random(in: 20...400, using: &random)
        let isLast = random.chance(30)
        let end = isLast ? nil : day.adding(days: length)
        let extent = Rate(tenThousandths: random.pick([2500, 5000, 7500, 8000, 10_000, 3333]))
        if random.chance(70) {
          register.employments.append(
            Employment(
              participant: id, start: day, end: end, extent: extent,
              monthlyWage: Amount(ore: Int64.random(in: 1_900_000...2_900_000, using: &random)),
              location: place(number * 10 + row)))
        } else {
          register.trainingPlaces.append(
            TrainingPlace(
              participant: id, start: day, end: end, extent: extent,
              commissioner: .actor(.municipality), location: place(number * 10 + row)))
        }
        if isLast { break }
        day = day.adding(days: length + random.pick([1, 1, 30, 90]))
      }
    }
    return register
  }

  /// Result accounts in which the register's wages fit.
  private mutating func addBalances(_ random: inout SeededGenerator) throws {
    let book = WageBook(register)
    let wages = try register.employments.map { book.wage(of: $0, in: year.period) }.sum()
      .roundedToOre()
    let others = Amount(ore: Int64.random(in: 1_000...90_000_000, using: &random))
    let all = try wages + others
    // Some enterprises' records claim a little more than the ledger holds.
    let held = random.chance(25) && wages.ore > 0 ? Amount(ore: wages.ore * 97 / 100) : all
    let fees = Amount(ore: held.ore * 3142 / 10_000 + Int64.random(in: 0...9, using: &random))
    func income() -> Amount { Amount(ore: -Int64.random(in: 1...500_000_000, using: &random)) }
    func cost() -> Amount { Amount(ore: Int64.random(in: 1...90_000_000, using: &random)) }
    balances = [
      ("3001", income()), ("3041", income()), ("3740", cost()), ("3985", income()),
      ("3987", income()), ("3988", income()), ("3993", income()), ("3997", income()),
      ("4010", cost()), ("5010", cost()), ("6991", cost()), ("7010", held), ("7410", cost()),
      ("7510", fees), ("7533", cost()), ("7570", cost()), ("7832", cost()), ("8310", income()),
      ("8410", cost()), ("8811", income()), ("8910", cost()), ("8999", cost()),
    ]
    if random.chance(60) {
      objectPostings = [("3001", Amount(ore: -12_345_67), "P12"), ("3001", income(), "P13")]
    }
  }
}
