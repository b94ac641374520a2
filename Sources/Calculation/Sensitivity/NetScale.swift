// Weighs the net under varied assumptions: printed, and exact for the break-even.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// The net of public sector and society as a function of the assumptions.
struct NetScale {
  private let assembly: LineAssembly
  private let actors: [Actor]
  private let publicActors: Set<ActorID>
  private let society: Set<ActorID>

  /// Whose nets are computed: the public sector, society, and each public actor.
  let subjects: [NetSubject]

  init(_ assembly: LineAssembly, actors: [Actor]) {
    self.assembly = assembly
    self.actors = actors
    self.subjects =
      [.publicSector, .society] + actors.filter(\.isPublic).map { NetSubject.actor($0.id) }
    self.publicActors = Set(actors.filter(\.isPublic).map(\.id))
    self.society = Set(actors.map(\.id)).subtracting([.widerEconomy])
  }

  /// The printed nets under a year's settings: the sums of rounded lines. `variant` names what is
  /// varied, for a finding.
  func nets(
    _ settings: Settings, for variant: DiagnosticArgument?, diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) -> VariedNets {
    let lines = try assembly.varied(settings, for: variant, diagnostics: &diagnostics).lines()
    var balances: [Series: [ActorID: Int128]] = [:]
    var counts: [Series: Int] = [:]
    for line in lines where line.reference != nil {
      balances[line.series, default: [:]][line.to, default: 0] += Int128(line.amount.ore)
      balances[line.series, default: [:]][line.from, default: 0] -= Int128(line.amount.ore)
      counts[line.series, default: 0] += 1
    }
    var series: [SeriesNets] = []
    var sums: [NetSubject: Int128] = [:]
    for name in Series.allCases {
      guard let own = balances[name] else { continue }
      var nets: [NetSubject: Amount] = [:]
      for subject in subjects {
        let sum = actors.members(of: subject).reduce(Int128(0)) { $0 + (own[$1] ?? 0) }
        nets[subject] = try Amount(exactly: sum)
        sums[subject, default: 0] += sum
      }
      series.append(SeriesNets(series: name, nets: nets, lines: counts[name] ?? 0))
    }
    var nets: [NetSubject: Amount] = [:]
    for subject in subjects { nets[subject] = try Amount(exactly: sums[subject] ?? 0) }
    return VariedNets(nets: nets, series: series)
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
