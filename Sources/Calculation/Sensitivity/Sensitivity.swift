// How much each assumption decides, and where the net turns.

import Bookkeeping
import Outcomes
import Rulebook

/// A net for public sector and society.
public struct NetPair: Hashable, Sendable {
  /// *Offentlig sektors netto*.
  public let publicSector: Amount
  /// *Samhällets netto*.
  public let society: Amount
}

/// A case of an assumption or scenario.
public enum SensitivityCase: String, CaseIterable, Hashable, Sendable {
  /// *Låg*.
  case low
  /// *Bas*.
  case base
  /// *Hög*.
  case high
}

/// One assumption with a range, one way: the others stay at base.
public struct OneWaySensitivity: Hashable, Sendable {
  /// The id, as the list of assumptions has it: `anställning.dödvikt`.
  public let id: String
  /// The assumed rate by case; those stated.
  public let rates: [SensitivityCase: Rate]
  /// The net by case.
  public let nets: [SensitivityCase: NetPair]

  /// How much society's net moves between its lowest and highest case.
  public var swing: Int128 {
    let societies = nets.values.map { Int128($0.society.ore) }
    return (societies.max() ?? 0) - (societies.min() ?? 0)
  }

  /// The case that gives society the lowest net, or the highest.
  func end(lowest: Bool) -> SensitivityCase {
    let order: [SensitivityCase] = [.base, .low, .high]
    let stated = order.compactMap { name in nets[name].map { (name, $0.society) } }
    let best = stated.dropFirst().reduce(stated.first) { best, next in
      guard let best else { return next }
      return (lowest ? next.1 < best.1 : next.1 > best.1) ? next : best
    }
    return best?.0 ?? .base
  }
}

/// The deadweight at which a net is zero; nil when it is outside 0-100 % (*finns ej*).
public struct BreakEven: Hashable, Sendable {
  /// The kind of outcome; nil is common to all kinds.
  public let outcome: OutcomeKind?
  /// For the public sector's net, in millionths.
  public let publicSector: Factor?
  /// For society's net, in millionths.
  public let society: Factor?
}

/// The sensitivity (*känslighet*) of a year's net (method.md section 11).
public struct Sensitivity: Hashable, Sendable {
  /// Common first, then per kind.
  public let breakEvens: [BreakEven]
  /// Assumptions with a range, the one that decides most first.
  public let oneWay: [OneWaySensitivity]
  /// All assumptions at the end that gives society the lower, the base and the higher net.
  public let scenarios: [SensitivityCase: NetPair]

  init(
    _ assembly: LineAssembly, assumptions: Assumptions, actors: [Actor]
  ) throws(ArithmeticOverflow) {
    let scale = NetScale(assembly, actors: actors)
    let base = try scale.net(assumptions)
    var oneWay: [OneWaySensitivity] = []
    for leaf in AssumptionLeaf.all(in: assumptions) {
      var rates: [SensitivityCase: Rate] = [.base: leaf.assumption.base]
      var nets: [SensitivityCase: NetPair] = [.base: base]
      for (name, rate) in [
        (SensitivityCase.low, leaf.assumption.low), (.high, leaf.assumption.high),
      ] {
        guard let rate else { continue }
        rates[name] = rate
        nets[name] = try scale.net(leaf.setting(rate, in: assumptions))
      }
      guard rates.count > 1 else { continue }
      oneWay.append(OneWaySensitivity(id: leaf.id, rates: rates, nets: nets))
    }
    self.oneWay = oneWay.sorted {
      $0.swing != $1.swing ? $0.swing > $1.swing : $0.id < $1.id
    }
    var scenarios: [SensitivityCase: NetPair] = [.base: base]
    for name in [SensitivityCase.low, .high] {
      var chosen = assumptions
      for leaf in AssumptionLeaf.all(in: assumptions) {
        guard let found = oneWay.first(where: { $0.id == leaf.id }),
          let rate = found.rates[found.end(lowest: name == .low)]
        else { continue }
        chosen = leaf.setting(rate, in: chosen)
      }
      scenarios[name] = try scale.net(chosen)
    }
    self.scenarios = scenarios
    self.breakEvens = try scale.breakEvens(assumptions)
  }
}
