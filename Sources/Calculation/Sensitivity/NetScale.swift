// Weighs the net under varied assumptions: printed, and exact for the break-even.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// The net of public sector and society as a function of the assumptions.
struct NetScale {
  private let assembly: LineAssembly
  private let publicActors: Set<ActorID>
  private let society: Set<ActorID>

  init(_ assembly: LineAssembly, actors: [Actor]) {
    self.assembly = assembly
    self.publicActors = Set(actors.filter(\.isPublic).map(\.id))
    self.society = Set(actors.map(\.id)).subtracting([.widerEconomy])
  }

  /// The printed net: the sum of rounded lines.
  func net(_ assumptions: Assumptions) throws(ArithmeticOverflow) -> NetPair {
    let lines = try assembly.revalued(assumptions).lines(assumptions)
    func balance(
      _ members: Set<ActorID>, of lines: [SocialLine]
    ) throws(ArithmeticOverflow) -> Amount {
      var sum: Int128 = 0
      for line in lines {
        if members.contains(line.to) { sum += Int128(line.amount.ore) }
        if members.contains(line.from) { sum -= Int128(line.amount.ore) }
      }
      return try Amount(exactly: sum)
    }
    var series: [SeriesNet] = []
    for name in Series.allCases {
      let own = lines.filter { $0.reference.series == name }
      guard !own.isEmpty else { continue }
      series.append(
        SeriesNet(
          series: name, publicSector: try balance(publicActors, of: own),
          society: try balance(society, of: own), lines: own.count))
    }
    return NetPair(
      publicSector: try balance(publicActors, of: lines), society: try balance(society, of: lines),
      series: series)
  }

  /// The exact kronor of a draft for some actors.
  private func value(_ draft: LineDraft, for members: Set<ActorID>) -> Rational {
    let direction =
      (members.contains(draft.key.to) ? 1 : 0) - (members.contains(draft.key.from) ? 1 : 0)
    guard direction != 0 else { return .zero }
    return draft.basis * Rational(kronor: draft.key.unitValue) * draft.key.rate
      * Rational(direction)
  }

  /// The net before rounding as a + b x deadweight of the kinds named; others keep their own.
  private func exactNet(
    _ assumptions: Assumptions, members: Set<ActorID>, varying: Set<OutcomeKind>
  ) -> NetLine {
    var constant = assembly.ledgerDrafts.map { value($0, for: members) }.sum()
    var slope = Rational.zero
    for package in assembly.packages(assumptions) {
      guard let rates = CounterfactualRates(assumptions.counterfactual[package.outcome]) else {
        continue
      }
      constant += package.drafts.map { value($0, for: members) }.sum()
      for draft in package.drafts + package.reducedOnly {
        let whole = value(draft, for: members)
        guard !whole.isZero else { continue }
        let displacement =
          draft.key.kind == .jobSubsidy ? Rational.zero : rates.displacement
        let others = displacement + (.one - displacement) * rates.attribution
        // - dw v - (1 - dw) x others x v
        constant -= others * whole
        if varying.contains(package.outcome) {
          slope -= (.one - others) * whole
        } else {
          constant -= rates.deadweight * (.one - others) * whole
        }
      }
    }
    return NetLine(constant: constant, slope: slope)
  }

  private func breakEven(_ net: NetLine) throws(ArithmeticOverflow) -> Factor? {
    guard !net.slope.isZero else { return nil }
    let deadweight = -net.constant / net.slope
    guard deadweight >= .zero, deadweight <= .one else { return nil }
    return try Factor(rounding: deadweight)
  }

  /// Common to all kinds first, then each kind that is valued.
  func breakEvens(_ assumptions: Assumptions) throws(ArithmeticOverflow) -> [BreakEven] {
    let used = assembly.packages(assumptions)
      .filter { !$0.drafts.isEmpty || !$0.reducedOnly.isEmpty }.map(\.outcome)
    var found: [BreakEven] = []
    let kinds = OutcomeKind.allCases.filter(used.contains)
    for outcome in [nil] + kinds.map(Optional.some) {
      let varying = outcome.map { [$0] } ?? Set(kinds)
      let forPublic = exactNet(assumptions, members: publicActors, varying: varying)
      let forSociety = exactNet(assumptions, members: society, varying: varying)
      found.append(
        BreakEven(
          outcome: outcome, publicSector: try breakEven(forPublic),
          society: try breakEven(forSociety), publicLine: forPublic,
          societyLine: forSociety))
    }
    return found
  }
}
