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

  /// The printed net under a year's settings: the sum of rounded lines.
  func net(_ settings: Settings) throws(ArithmeticOverflow) -> NetPair {
    let lines = try assembly.varied(settings).lines().filter { $0.reference != nil }
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
      let own = lines.filter { $0.series == name }
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

  /// The exact kronor of drafts for some actors.
  private func value(_ drafts: [LineDraft], for members: Set<ActorID>) -> Rational {
    drafts.map { draft in
      let head = draft.key.head
      let direction =
        (members.contains(head.to) ? 1 : 0) - (members.contains(head.from) ? 1 : 0)
      return direction == 0 ? .zero : draft.kronor * Rational(direction)
    }.sum()
  }

  /// The net before rounding as a + b x deadweight of the kinds named; others keep their own. D, U
  /// and T take of a draft what is not kept of it.
  private func exactNet(
    members: Set<ActorID>, varying: Set<OutcomeKind>
  ) -> NetLine {
    var constant = value(assembly.ledger, for: members)
    var slope = Rational.zero
    for package in assembly.packages {
      constant += value(package.drafts, for: members)
      var counterfactual = package.counterfactual
      let isVarying = varying.contains(counterfactual.outcome)
      if isVarying { counterfactual.deadweight = .zero }
      let byKind = Dictionary(grouping: package.reduced, by: \.key.head.kind)
      for (kind, drafts) in byKind {
        let whole = value(drafts, for: members)
        let kept = counterfactual.kept(of: kind).map(\.value).product()
        constant += (kept - .one) * whole
        if isVarying { slope -= kept * whole }
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
  func breakEvens() throws(ArithmeticOverflow) -> [BreakEven] {
    let used = assembly.packages
      .filter { !$0.reduced.isEmpty }.map(\.counterfactual.outcome)
    var found: [BreakEven] = []
    let kinds = OutcomeKind.allCases.filter(used.contains)
    for outcome in [nil] + kinds.map(Optional.some) {
      let varying = outcome.map { [$0] } ?? Set(kinds)
      let forPublic = exactNet(members: publicActors, varying: varying)
      let forSociety = exactNet(members: society, varying: varying)
      found.append(
        BreakEven(
          outcome: outcome, publicSector: try breakEven(forPublic),
          society: try breakEven(forSociety), publicLine: forPublic,
          societyLine: forSociety))
    }
    return found
  }
}
