// Wages and employer contributions of the target group beside what the ledger holds.

import Bookkeeping
import Diagnostics
import Figures
import OrderedCollections
import Outcomes
import Rulebook

/// W and the fees on it, scaled down to the ledger where the records claim a little more
/// (method.md section 4).
struct TargetGroup {
  /// One employment's wages under one contribution rate.
  struct Share {
    let employment: Employment
    /// Kronor, scaled.
    let wage: Rational
    let contribution: RateValue

    /// The employment with its share of a basis.
    func record(_ basis: Rational) -> RecordShare { RecordShare(employment, basis) }
  }

  /// Shares in the order of people, records and days.
  let shares: [Share]
  /// The comparison with the ledger.
  let wages: TargetWages

  private let earningsByPerson: [ParticipantID: Rational]

  /// Scaled kronor that a person earned here in the year.
  func earnings(of person: ParticipantID) -> Rational { earningsByPerson[person] ?? .zero }

  init(
    _ input: SecondBokslutInput, register: OutcomeRegister, flows: [ResultFlow],
    values: inout ValueFinder, diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) {
    let book = WageBook(register)
    let segments = values.rates(
      "arbetsgivaravgift", in: input.year.period, neededBy: .contributions)
    let employments = register.employments
      .filter { $0.days(in: input.year.period) != nil }
      .sorted { ($0.participant, $0.start, $0.location) < ($1.participant, $1.start, $1.location) }
    let earned = employments.map { book.wage(of: $0, in: input.year.period) }
    let recorded = earned.sum()

    let ledgerWages = try flows.filter { $0.kind == .wage }.map(\.balance).sum()
    let wageRatio = Self.ratio(
      of: recorded, to: ledgerWages, tolerance: input.settings.tolerance, code: "KAL002",
      settings: input.settings, diagnostics: &diagnostics)

    var shares: [Share] = []
    for employment in employments {
      for segment in segments {
        let wage = book.wage(of: employment, in: segment.days) * wageRatio
        guard !wage.isZero else { continue }
        shares.append(Share(employment: employment, wage: wage, contribution: segment.value))
      }
    }
    let fees = shares.map { $0.wage * $0.contribution.rate.rational }.sum()
    let ledgerFees = try flows.filter { $0.kind == .socialFees }.map(\.balance).sum()
    let feeRatio = Self.ratio(
      of: fees, to: ledgerFees, tolerance: input.settings.tolerance, code: "KAL003",
      settings: input.settings, diagnostics: &diagnostics)
    self.shares = shares
    self.earningsByPerson = shares.reduce(into: [:]) { earnings, share in
      earnings[share.employment.participant, default: .zero] += share.wage
    }
    self.wages = TargetWages(
      recorded: recorded, ledgerWages: ledgerWages, wageRatio: wageRatio, fees: fees,
      ledgerFees: ledgerFees, feeRatio: feeRatio, areContractual: register.paidWages == nil,
      records: zip(employments, earned).map { RecordShare($0, $1) },
      paid: Self.paid(register, in: input.year.period),
      contributions: OrderedDictionary(grouping: shares, by: \.contribution.chain.parameters)
        .map { parameters, shares in
          TargetWages.Contribution(
            parameters: parameters, records: shares.map { $0.record($0.wage) })
        })
  }

  /// The rows of paid wages that touch a period.
  private static func paid(
    _ register: OutcomeRegister, in period: DateRange
  ) -> [RecordShare] {
    (register.paidWages ?? []).filter { row in
      DateRange(row.from, row.to)?.intersection(period) != nil
    }.map { RecordShare($0, Rational(kronor: $0.amount)) }.inOrder
  }

  /// 1 while the records stay within the ledger, the exact ratio within the tolerance, and an error
  /// beyond it.
  private static func ratio(
    of recorded: Rational, to ledger: Amount, tolerance: Rate, code: DiagnosticCode,
    settings: Settings, diagnostics: inout DiagnosticList
  ) -> Rational {
    let held = Rational(kronor: ledger)
    guard recorded > held else { return .one }
    if held > .zero, recorded - held <= held * tolerance.rational { return held / recorded }
    diagnostics.report(
      code, at: settings.location,
      [
        "recorded": recorded.text(decimals: 2), "ledger": ledger,
        "tolerance": "\(tolerance.percent) %",
      ])
    return .one
  }
}
