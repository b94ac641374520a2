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
      basis: Rational(kronor: amount), origin: LineOrigin(accounts: [flow.account.number]))
  }

  private mutating func addWages(_ flows: [ResultFlow], target: TargetGroup?)
    throws(ArithmeticOverflow)
  {
    let wages = flows.filter { $0.kind == .wage }
    var rest = Rational(kronor: try wages.map(\.balance).sum())
    if let target, !target.shares.isEmpty {
      let basis = target.shares.map(\.wage).sum()
      add(
        .wageTarget, from: .enterprise, to: .participant, basis: basis,
        origin: LineOrigin(records: target.records()))
      rest -= Rational(try Quantity(rounding: basis).hundredths, 100)
    }
    add(
      .wageOrdinary, from: .enterprise, to: .widerEconomy, basis: rest,
      origin: LineOrigin(accounts: wages.map(\.account.number)))
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
      for draft in contributions.sorted {
        drafts.add(draft.key, basis: draft.basis, origin: draft.origin)
        // The rest takes what the printed line leaves, so that the column stays exact.
        let printed = try Amount(
          basis: Quantity(rounding: draft.basis), unitValue: draft.key.unitValue,
          factor: Factor(rounding: draft.key.rate))
        rest -= Rational(kronor: printed)
      }
    }
    add(
      .feesOrdinary, from: .enterprise, to: .widerEconomy, basis: rest,
      origin: LineOrigin(accounts: fees.map(\.account.number)))
  }

  private mutating func add(
    _ kind: LineKind, from: ActorID, to: ActorID, basis: Rational, origin: LineOrigin
  ) {
    drafts.add(
      LineKey(
        kind: kind, outcome: nil, from: from, to: to, basisUnit: .kronor,
        unitValue: Amount(ore: 100), rate: .one, parameterID: nil, validFrom: nil, validTo: nil),
      basis: basis, origin: origin)
  }
}

extension TargetGroup {
  /// Every share as the record that it comes from.
  func records() -> [LineOrigin.RecordShare] {
    shares.map {
      .init(
        participant: $0.employment.participant, location: $0.employment.location, basis: $0.wage)
    }
  }

  /// Employer contributions on the scaled wages, by the rate valid each day; scaled fees have a
  /// smaller basis, never another rate.
  func addContributions(
    _ kind: LineKind, from: ActorID, to: ActorID, outcome: OutcomeKind?,
    to drafts: inout LineDrafts
  ) {
    for share in shares {
      let contribution = share.contribution
      let basis = share.wage * wages.feeRatio
      drafts.add(
        LineKey(
          kind: kind, outcome: outcome, from: from, to: to, basisUnit: .kronor,
          unitValue: Amount(ore: 100), rate: contribution.rate.rational,
          parameterID: contribution.chain.first.id, validFrom: contribution.validFrom,
          validTo: contribution.validTo),
        basis: basis,
        origin: LineOrigin(
          records: [
            .init(
              participant: share.employment.participant, location: share.employment.location,
              basis: basis)
          ],
          parameters: contribution.chain.parameters))
    }
  }
}
