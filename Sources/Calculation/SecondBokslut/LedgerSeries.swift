// Series L: the first bokslut by actor, wages and fees divided between target group and others.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// Series L (method.md section 4). Amounts keep the sign of the books: a cost is a positive flow
/// from the enterprise, and a cost account with a credit balance a negative one.
struct LedgerSeries {
  private(set) var drafts = LineDrafts()

  init(flows: [ResultFlow], target: TargetGroup?) throws(ArithmeticOverflow) {
    for flow in flows where flow.kind != .wage && flow.kind != .socialFees {
      add(flow)
    }
    try addWages(flows, target: target)
    try addFees(flows, target: target)
  }

  private mutating func add(_ flow: ResultFlow) {
    let amount = flow.kind.isIncome ? flow.balance.negated : flow.balance
    add(
      LineKind(rawValue: flow.kind.rawValue),
      from: flow.kind.isIncome ? flow.counterpart : .enterprise,
      to: flow.kind.isIncome ? .enterprise : flow.counterpart,
      LineBasis(.kronor, exact: Rational(kronor: amount), accounts: [flow.account.number]))
  }

  private mutating func addWages(_ flows: [ResultFlow], target: TargetGroup?)
    throws(ArithmeticOverflow)
  {
    let wages = flows.filter { $0.kind == .wage }
    var rest = Rational(kronor: try wages.map(\.balance).sum())
    if let target, !target.shares.isEmpty {
      let records = target.shares.map { $0.record($0.wage) }
      let basis = records.map(\.basis).sum()
      add(
        .wageTarget, from: .enterprise, to: .participant,
        LineBasis(.kronor, exact: basis, records: records))
      rest -= Rational(try Quantity(rounding: basis).hundredths, 100)
    }
    add(
      .wageOrdinary, from: .enterprise, to: .widerEconomy,
      LineBasis(.kronor, exact: rest, accounts: wages.map(\.account.number)))
  }

  private mutating func addFees(_ flows: [ResultFlow], target: TargetGroup?)
    throws(ArithmeticOverflow)
  {
    let fees = flows.filter { $0.kind == .socialFees }
    var rest = Rational(kronor: try fees.map(\.balance).sum())
    if let target {
      var contributions = LineDrafts()
      target.addContributions(
        .feesTarget, from: .enterprise, to: .state, outcome: nil, to: &contributions)
      for draft in contributions.all {
        drafts.add(draft)
        // The rest takes what the printed line leaves, so that the column stays exact.
        let printed = try Amount(
          basis: draft.terms.quantity(), unitValue: draft.key.unitValue,
          factor: draft.terms.factor())
        rest -= Rational(kronor: printed)
      }
    }
    add(
      .feesOrdinary, from: .enterprise, to: .widerEconomy,
      LineBasis(.kronor, exact: rest, accounts: fees.map(\.account.number)))
  }

  private mutating func add(
    _ kind: LineKind, from: ActorID, to: ActorID, _ basis: LineBasis
  ) {
    drafts.add(LineHead(kind, nil, from: from, to: to), LineTerms(basis: basis))
  }
}

extension TargetGroup {
  /// Employer contributions on the scaled wages, by the rate valid each day; scaled fees have a
  /// smaller basis, never another rate.
  func addContributions(
    _ kind: LineKind, from: ActorID, to: ActorID, outcome: OutcomeKind?,
    to drafts: inout LineDrafts
  ) {
    for share in shares {
      let contribution = share.contribution
      drafts.add(
        LineHead(
          kind, outcome, from: from, to: to, parameterID: contribution.chain.first.id,
          validFrom: contribution.validFrom, validTo: contribution.validTo),
        LineTerms(
          basis: LineBasis(.kronor, share.record(share.wage * wages.feeRatio)),
          rates: [contribution.term]))
    }
  }
}

extension RateValue {
  /// The rate as a term of a line.
  var term: RateTerm { .parameter(rate.rational, chain.parameters) }
}
