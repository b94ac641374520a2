// How much each assumption decides, and where the net turns.

import Bookkeeping
import Figures
import Rulebook

/// A net for public sector and society.
package struct NetPair: Hashable, Sendable {
  /// *Offentlig sektors netto*.
  package let publicSector: Amount
  /// *Samhällets netto*.
  package let society: Amount
  /// The parts of each series, series without lines left out.
  package let series: [SeriesNet]
}

/// A series' part of a net.
package struct SeriesNet: Hashable, Sendable {
  /// Which series.
  package let series: Series
  /// The public actors' balance in it.
  package let publicSector: Amount
  /// Society's.
  package let society: Amount
  /// How many lines it has.
  package let lines: Int
}

/// One assumption with a range, one way: the others stay at base.
package struct OneWaySensitivity: Hashable, Sendable {
  /// Which.
  package let id: AssumptionID
  /// The assumed value by case; those stated.
  package let values: [SensitivityCase: AssumedValue]
  /// The net by case.
  package let nets: [SensitivityCase: NetPair]

  /// How much society's net moves between its lowest and highest case.
  package var swing: Int128 {
    let societies = nets.values.map { Int128($0.society.ore) }
    return (societies.max() ?? 0) - (societies.min() ?? 0)
  }

  /// The case that gives society the lowest net, or the highest.
  func end(lowest: Bool) -> SensitivityCase {
    let order: [SensitivityCase] = [.base, .low, .high]
    let stated = order.compactMap { name in nets[name].map { (name, $0.society) } }
    // Of equal ends the first.
    let best = lowest ? stated.min { $0.1 < $1.1 } : stated.max { $0.1 < $1.1 }
    return best?.0 ?? .base
  }
}

/// The deadweight at which a net is zero; nil when it is outside 0-100 % (*finns ej*).
package struct BreakEven: Hashable, Sendable {
  /// The kind of outcome; nil is common to all kinds.
  package let outcome: OutcomeKind?
  /// For the public sector's net, in millionths.
  package let publicSector: Factor?
  /// For society's net, in millionths.
  package let society: Factor?
  /// The public sector's net before rounding, along the deadweight.
  package let publicLine: NetLine
  /// Society's.
  package let societyLine: NetLine
}

/// The sensitivity (*känslighet*) of a year's net (method.md section 11).
package struct Sensitivity: Hashable, Sendable {
  /// Common first, then per kind.
  package let breakEvens: [BreakEven]
  /// Assumptions with a range, the one that decides most first.
  package let oneWay: [OneWaySensitivity]
  /// All assumptions at the end that gives society the lower, the base and the higher net.
  package let scenarios: [SensitivityCase: NetPair]
  /// What each scenario takes of every assumption with a range, in the order of the settings.
  package let choices: [SensitivityCase: [AssumptionChoice]]

  init(
    _ assembly: LineAssembly, settings: Settings, actors: [Actor]
  ) throws(ArithmeticOverflow) {
    let scale = NetScale(assembly, actors: actors)
    let base = try scale.net(settings)
    var oneWay: [OneWaySensitivity] = []
    for (id, stated) in Self.ranged(settings) {
      var values: [SensitivityCase: AssumedValue] = [.base: stated.base]
      var nets: [SensitivityCase: NetPair] = [.base: base]
      for (name, value) in [(SensitivityCase.low, stated.low), (.high, stated.high)] {
        guard let value else { continue }
        values[name] = value
        nets[name] = try scale.net(settings.assuming(value, for: id))
      }
      oneWay.append(OneWaySensitivity(id: id, values: values, nets: nets))
    }
    self.oneWay = oneWay.sorted {
      $0.swing != $1.swing ? $0.swing > $1.swing : $0.id.path < $1.id.path
    }
    var scenarios: [SensitivityCase: NetPair] = [.base: base]
    var choices: [SensitivityCase: [AssumptionChoice]] = [
      .base: oneWay.map { AssumptionChoice($0.id, .base, $0.values[.base]) }
    ]
    for name in [SensitivityCase.low, .high] {
      var chosen = settings
      for found in oneWay {
        let end = found.end(lowest: name == .low)
        choices[name, default: []].append(AssumptionChoice(found.id, end, found.values[end]))
        chosen = found.values[end].map { chosen.assuming($0, for: found.id) } ?? chosen
      }
      scenarios[name] = try scale.net(chosen)
    }
    self.scenarios = scenarios
    self.choices = choices
    self.breakEvens = try scale.breakEvens()
  }

  /// The assumptions with a range: those that every kind of outcome has, then the others, in the
  /// order of the table.
  private static func ranged(
    _ settings: Settings
  ) -> [(id: AssumptionID, stated: StatedAssumption)] {
    let ranged = AssumptionRow.all.compactMap { row in
      settings[row.id].flatMap { $0.low == nil && $0.high == nil ? nil : (row.id, $0) }
    }
    func isCommon(_ id: AssumptionID) -> Bool {
      switch id {
      case .deadweight, .displacement, .attribution: true
      default: false
      }
    }
    return ranged.filter { isCommon($0.0) } + ranged.filter { !isCommon($0.0) }
  }
}

extension Settings {
  /// The same with another base value of one assumption.
  fileprivate func assuming(_ value: AssumedValue, for id: AssumptionID) -> Settings {
    var other = self
    other[id]?.base = value
    return other
  }
}
