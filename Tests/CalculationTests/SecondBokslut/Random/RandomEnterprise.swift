// Seeded random enterprises, as values, for the properties of method.md section 14.

import Bookkeeping
import Diagnostics
import Figures
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
  /// Last year's adopted closing, for some.
  var adopted: AdoptedClosing?

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
      register: register, bank: ParameterBank(settings: settings), adopted: adopted)
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
    year = try Self.year(&random)
    settings = try RandomSettings(random.next(), year: year).settings
    register = try RandomRegister(random.next(), year: year).register
    let books = try RandomBooks(random.next(), year: year, settings: settings, register: register)
    balances = books.balances
    objectPostings = books.objectPostings
    if random.chance(30) {
      adopted = AdoptedClosing(
        balanceDate: year.start.adding(days: -1),
        balances: [
          .participant: random.kronor(0...200_000), .municipality: random.kronor(0...200_000),
          .widerEconomy: random.kronor(0...200_000).negated,
        ], assumptions: random.chance(60) ? Self.assumed(&random) : nil)
    }
  }

  /// What last year's package assumed of transitions.
  private static func assumed(_ random: inout SeededGenerator) -> ProjectionAssumptions? {
    func rate() -> AssumedValue {
      .rate(Rate(tenThousandths: Int64(random.int(0...4000))))
    }
    var values: [AssumptionID: AssumedValue] = [:]
    for id: AssumptionID in [
      .deadweight(.transition), .displacement(.transition), .attribution(.transition), .dropOff,
      .discountRate,
    ] { values[id] = rate() }
    values[.horizon] = .count(random.int(2...6))
    values[.confirmation] = .count(random.pick([6, 12]))
    values[.monthlyWage] = .amount(random.kronor(20_000...30_000))
    return ProjectionAssumptions { values[$0] }
  }

  /// Calendar years and broken ones, long, short, and first years that begin inside a month.
  private static func year(_ random: inout SeededGenerator) throws -> FiscalYear {
    let first = try required(
      CalendarDate(
        year: random.int(2022...2025), month: random.pick([1, 1, 1, 7, 5]), day: 1))
    let months = random.chance(20) ? random.pick([6, 9, 18]) : 12
    let start = random.chance(12) ? first.adding(days: random.int(1...40)) : first
    return FiscalYear(
      period: try required(DateRange(start, first.adding(months: months).adding(days: -1))))
  }
}

extension RandomEnterprise {
  /// Replaces an account's balance.
  mutating func set(_ account: String, _ amount: Amount) {
    balances = balances.map { $0.account == account ? (account, amount) : $0 }
  }

  /// Books so much of wages and contributions that nothing is scaled: the one thing that ties
  /// people together.
  mutating func removeScaling() {
    set("7010", Amount(ore: 9_000_000_000))
    set("7510", Amount(ore: 3_000_000_000))
  }

  /// Replaces assumptions of every kind; nil keeps what is stated.
  mutating func state(deadweight: Rate?, displacement: Rate? = nil, attribution: Rate? = nil) {
    for kind in OutcomeKind.allCases {
      for (id, rate) in [
        (AssumptionID.deadweight(kind), deadweight), (.displacement(kind), displacement),
        (.attribution(kind), attribution),
      ] {
        if let rate { settings[id]?.base = .rate(rate) }
      }
    }
  }

  /// The same with one person's records only.
  func only(_ person: ParticipantID) -> RandomEnterprise {
    var alone = self
    alone.register.participants.removeAll { $0.id != person }
    alone.register.employments.removeAll { $0.participant != person }
    alone.register.trainingPlaces.removeAll { $0.participant != person }
    alone.register.transitions.removeAll { $0.participant != person }
    alone.register.followUps.removeAll { $0.participant != person }
    alone.register.paidWages?.removeAll { $0.participant != person }
    return alone
  }
}
