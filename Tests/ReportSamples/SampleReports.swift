// Whole reports of the fictional enterprise Bryggan, valued and partial.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Reporting

@testable import Calculation
@testable import Rulebook

/// Reports made of values written by hand.
package enum SampleReports {
  private struct NoSource: LedgerSource {
    func describe(_ voucher: Voucher) -> VoucherDescription {
      VoucherDescription(series: "", number: "", text: "")
    }
    func location(ofSource source: UInt32) -> SourceLocation { SourceLocation(file: "") }
  }

  /// The day printed in the reports.
  package static let date = SampleStatements.year.end.adding(days: 45)

  /// The actors: the built-in ones and a public one of the enterprise's own.
  package static let actors: [Actor] =
    ActorID.builtIn.dropLast().map {
      Actor(id: $0, ownName: nil, isPublic: ActorID.builtInPublic.contains($0))
    } + [
      Actor(id: "kriminalvården", ownName: "Kriminalvården & frivården", isPublic: true),
      Actor(id: .widerEconomy, ownName: nil, isPublic: false),
    ]

  private static func parameter(
    _ id: String, _ name: String, _ unit: ParameterUnit, _ tenThousandths: Int64
  ) -> Parameter {
    Parameter(
      id: id, name: name, unit: unit, value: ParameterValue(tenThousandths: tenThousandths),
      validFrom: SampleStatements.year.start, validTo: SampleStatements.year.end,
      source: "Ett påhittat beslut, nämndens protokoll 12 §", status: "own",
      origin: .settings(SourceLocation(file: "dualbokslut.yaml", line: 20)))
  }

  /// Social assistance, 9 850 kr a month.
  package static let socialAssistance = parameter(
    "försörjningsstöd", "Försörjningsstöd", .kronorPerMonth, 98_500_000)
  /// Employer contribution, 31.42 %.
  package static let contribution = parameter(
    "arbetsgivaravgift", "Arbetsgivaravgifter, full sats", .percent, 314_200)

  /// The lines: the ledger by actor, and unless `valued` is false employment with its deadweight.
  package static func lines(valued: Bool = true) throws -> SampleLines {
    var lines = SampleLines()
    try lines.ledger("sale", .widerEconomy, .enterprise, ore: 300_000_000)
    try lines.ledger("placementFee", .municipality, .enterprise, ore: 45_000_000)
    try lines.ledger("placementFee", "kriminalvården", .enterprise, ore: 15_000_000)
    try lines.ledger("grant", .state, .enterprise, ore: 40_000_000)
    try lines.ledger("wageSubsidy", .employmentService, .enterprise, ore: 50_000_000)
    try lines.ledger("purchase", .enterprise, .widerEconomy, ore: 90_000_000)
    if valued {
      try lines.ledger("wageTarget", .enterprise, .participant, ore: 120_000_050, people: 12)
      try lines.ledger("feesTarget", .enterprise, .state, ore: 37_704_016, people: 12)
      try lines.ledger("wageOrdinary", .enterprise, .widerEconomy, ore: 136_999_950)
      try lines.ledger("feesOrdinary", .enterprise, .widerEconomy, ore: 45_295_984)
    } else {
      try lines.ledger("wageOrdinary", .enterprise, .widerEconomy, ore: 257_000_000)
      try lines.ledger("feesOrdinary", .enterprise, .widerEconomy, ore: 83_000_000)
    }
    try lines.ledger("financial", .enterprise, .widerEconomy, ore: 1_234_567)
    try lines.ledger("tax", .enterprise, .state, ore: 2_000_000)
    guard valued else { return lines }
    let support = try lines.add(
      .employment, .support(.socialAssistance), .employment, .participant, .municipality,
      basis: 5_533, unit: .months, unitOre: 985_000, factor: 1_000_000, people: 9,
      parameter: socialAssistance)
    let tax = try lines.add(
      .employment, .municipalTax, .employment, .participant, .municipality, basis: 91_234_567,
      unit: .kronor, unitOre: 100, factor: 215_400, people: 12)
    for reduced in [support, tax] {
      for (series, factor) in [
        (Series.deadweight, -300_000), (.displacement, -35_000), (.attribution, -133_000),
      ] {
        let rate = reduced.factor.millionths * Int64(factor) / 1_000_000
        try lines.add(
          series, reduced.kind, .employment, reduced.from, reduced.to,
          basis: reduced.basis.hundredths, unit: reduced.basisUnit,
          unitOre: reduced.unitValue.ore, factor: rate,
          people: reduced.terms.participants.count, reduces: reduced.reference)
      }
    }
    return lines
  }

  /// The second bokslut over the lines.
  package static func second(valued: Bool = true) throws -> SecondBokslut {
    let lines = try lines(valued: valued)
    let matrix = try lines.matrix(actors)
    let result = SampleStatements.first().result
    return SecondBokslut(
      coverage: Coverage(hasRegister: valued, hasAssumptions: valued), actors: actors,
      lines: lines.lines,
      ledger: Ledger(lines.lines, actors: actors, year: SampleStatements.year), matrix: matrix,
      nets: lines.nets(actors, matrix), bridge: lines.bridge(matrix, result: result),
      targetWages: valued ? wages : nil, observed: valued ? observed : nil,
      reconciliation: [
        ReconciliationCheck(
          check: .resultColumn, left: .amount(result), right: .amount(result),
          difference: .amount(.zero), tolerance: .amount(.zero), outcome: .ok, records: []),
        ReconciliationCheck(
          check: .wageSubsidy, left: .amount(Amount(ore: 51_250_000)),
          right: .amount(Amount(ore: 50_000_000)), difference: .amount(Amount(ore: 1_250_000)),
          tolerance: .amount(Amount(ore: 2_500_000)), outcome: .ok,
          records: [TargetWages.record(Rational(512_500))]),
      ],
      channels: [
        ChannelShare(channel: .reservedContract, amount: Amount(ore: 180_000_000)),
        ChannelShare(channel: .privateCustomer, amount: Amount(ore: 120_000_000)),
        ChannelShare(channel: nil, amount: Amount(ore: 150_000_000)),
      ],
      parametersUsed: valued
        ? [
          ParameterUse(parameter: contribution, usedBy: ["employerContribution", "feesTarget"]),
          ParameterUse(parameter: socialAssistance, usedBy: ["support.försörjningsstöd"]),
        ] : [],
      remarks: valued
        ? [
          .contractualWages, .scaledWages(ratio: Rational(971_234, 1_000_000)),
        ] : [.noRegister, .noAssumptions],
      socialBalance: nil, sensitivity: nil, flows: [])
  }

  private static let wages = TargetWages(
    recorded: Rational(120_000_050, 100), wageRatio: .one)

  /// Seventeen participants with a row of their own and one here each; of those here the first has
  /// what is beyond whole months.
  private static func rows(ofEach months: Int64, andOfTheFirst first: Rational) -> RegisterRows {
    var rows = RegisterRows()
    let people = (1...17).map { ParticipantID(rawValue: "P\($0)") }
    for (index, person) in people.enumerated() {
      _ = rows.add(person, at: SourceLocation(file: "deltagare.csv", line: index + 2))
    }
    for (index, person) in people.enumerated() {
      let row = rows.add(
        person, at: SourceLocation(file: "anstallningar.csv", line: index + 2))
      rows.state(months: index == 0 ? first : Rational(months), of: row)
    }
    return rows
  }

  /// The rows here of so many people, measured.
  private static func list(
    _ count: Int, _ measure: RecordList.Measure = .people, group: ParticipantGroup = .all,
    of rows: RegisterRows = rows(ofEach: 4, andOfTheFirst: 4)
  ) -> RecordList {
    RecordList((0..<count).map { Int32(17 + $0) }, of: rows, measure, group: group)
  }

  private static let observed = Observed(
    indicators: [
      Indicator(id: .participants, basis: .counted(list(17))),
      Indicator(id: .trained, basis: .counted(list(7))),
      // 125/32 years are 6 x 6 + 87/8 months, 461/100 are 11 x 4 + 283/25.
      Indicator(
        id: .placeYears,
        basis: .counted(list(7, .years, of: rows(ofEach: 6, andOfTheFirst: Rational(87, 8))))),
      Indicator(id: .employedDuringYear, basis: .counted(list(12))),
      Indicator(id: .employedAtYearEnd, basis: .counted(list(10))),
      Indicator(
        id: .fullTimeEquivalents,
        basis: .counted(list(12, .years, of: rows(ofEach: 4, andOfTheFirst: Rational(283, 25))))),
      Indicator(id: .members, basis: .counted(list(6))),
      Indicator(id: .placementRate, basis: .share(list(5), of: list(17))),
      Indicator(id: .participants, basis: .counted(list(9, group: .gender(.woman)))),
    ]
      + Destination.allCases.map {
        Indicator(id: .transitions(to: $0), basis: .counted(list($0 == .work ? 5 : 0, .rows)))
      },
    funnel: FunnelStage.allCases.map { FunnelStep(step: $0, inYear: list(5), ever: list(8)) },
    leaving: zip(Process.allCases, [5, 3, 2]).map {
      OutcomeCount(kind: $0, records: list($1, .rows))
    },
    // 55/2 months are 5 x 4 + 15/2.
    work: [false, true].map {
      WorkCount(
        place: .here, isSubsidised: $0, records: list(6, .rows),
        months: list(6, .months, of: rows(ofEach: 4, andOfTheFirst: Rational(15, 2))))
    },
    states: HoldingState.allCases.map { OutcomeCount(kind: $0, records: list(1, .rows)) },
    setbacks: Setback.allCases.map { OutcomeCount(kind: $0, records: list(0, .rows)) },
    evidence: Evidence.allCases.map {
      EvidenceCount(
        evidence: $0, transitions: list(0, .rows), months: list(0, .months), shares: [])
    },
    knowsHolding: true)

  /// The settings: an id, and unless `valued` is false the assumptions of employment.
  package static func settings(valued: Bool = true) -> Settings {
    let file = SourceLocation(file: "dualbokslut.yaml")
    var settings = Settings(
      organisation: Organisation(
        id: "bryggan", name: "Bryggan ekonomisk förening", number: "769600-0000"),
      books: .pattern(Located("bokforing/*.se", at: file)), location: file)
    guard valued else { return settings }
    func assumption(
      _ base: Int64, _ low: Int64? = nil, _ high: Int64? = nil
    ) -> StatedAssumption {
      func rate(_ tenThousandths: Int64) -> AssumedValue {
        .rate(Rate(tenThousandths: tenThousandths))
      }
      return StatedAssumption(
        rate(base), low: low.map(rate), high: high.map(rate),
        source: "styrelsens bedömning efter samtal med Arbetsförmedlingen, protokoll 2025-03-04",
        location: file)
    }
    var assumptions = Assumptions(location: file)
    assumptions.values = [
      .deadweight(.employment): assumption(3000, 1500, 5000),
      .displacement(.employment): assumption(500), .attribution(.employment): assumption(2000),
    ]
    settings.assumptions = assumptions
    settings.supportDurations[.socialAssistance] = SupportDuration(
      longest: StatedAssumption(.unlimited, source: "styrelsens bedömning", location: file),
      then: nil)
    return settings
  }

  /// The valued report.
  package static func full(
    _ language: Language? = nil, books: AuditedBooks? = nil
  ) throws -> Report {
    try ReportBuilder.build(
      first: SampleStatements.first(), second: second(), settings: settings(),
      yearLabel: "2025", date: date, language: language, books: books, others: otherYears())
  }

  /// 2024 with the same lines, and a package that filed another net and no other figure.
  package static func otherYears() throws -> OtherYears {
    let lastYear = EarlierYear(
      label: "2024", year: SampleStatements.previousYear,
      content: .computed(
        first: SampleStatements.first(withPrevious: false), second: try second()))
    return OtherYears(
      earlier: [lastYear],
      filed: FiledYear(
        label: "2024", values: [.net(.net, .actor(.municipality)): "-50000.00"]))
  }

  /// Books without vouchers.
  package static func books() -> AuditedBooks {
    AuditedBooks(
      ledger: Ledger(source: NoSource()), yearOffset: 0,
      trialBalance: TrialBalance(yearOffset: 0, fiscalYear: SampleStatements.year, rows: []),
      file: "bokforing/2025.se")
  }

  /// The report of an enterprise without register and assumptions.
  package static func partial() throws -> Report {
    try ReportBuilder.build(
      first: SampleStatements.first(withPrevious: false), second: second(valued: false),
      settings: settings(valued: false), yearLabel: "2025", date: date, others: OtherYears())
  }
}

extension TargetWages {
  fileprivate init(recorded: Rational, wageRatio: Rational) {
    self.init(
      recorded: recorded, ledgerWages: Amount(ore: 257_000_000), wageRatio: wageRatio,
      fees: Rational(37_704_016, 100), ledgerFees: Amount(ore: 83_000_000), feeRatio: .one,
      areContractual: true, records: [Self.record(recorded)], paid: [],
      contributions: [
        TargetWages.Contribution(parameters: [], records: [Self.record(recorded)])
      ])
  }

  fileprivate static func record(_ kronor: Rational) -> RecordShare {
    RecordShare(
      participant: ParticipantID(rawValue: "P1"),
      location: SourceLocation(file: "anstallningar.csv", line: 2), basis: kronor)
  }
}
