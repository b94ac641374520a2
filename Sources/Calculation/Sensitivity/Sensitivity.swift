// How much each assumption decides, and where the net turns.

import Bookkeeping
import Diagnostics
import Figures
import Rulebook

/// The nets of a year under some assumptions.
package struct VariedNets: Hashable, Sendable {
  let nets: [NetSubject: Amount]
  /// The parts of each series, series without lines left out.
  package let series: [SeriesNets]

  /// The net of the public sector, society or a public actor.
  package subscript(subject: NetSubject) -> Amount { nets[subject] ?? .zero }
}

/// A series' part of the nets.
package struct SeriesNets: Hashable, Sendable {
  /// Which series.
  package let series: Series
  let nets: [NetSubject: Amount]
  /// How many lines it has.
  package let lines: Int

  /// The balance in it of the public sector, society or a public actor.
  package subscript(subject: NetSubject) -> Amount { nets[subject] ?? .zero }
}

/// One assumption with a range, one way: the others stay at base.
package struct OneWaySensitivity: Hashable, Sendable {
  /// Which.
  package let id: SensitivitySubject
  /// The assumed value by case; an own value as it is valid on the year's last day, if it is.
  package let values: [SensitivityCase: AssumedValue]
  /// The nets by case; those stated.
  package let nets: [SensitivityCase: VariedNets]

  /// How much a net moves between its lowest and highest case.
  package func swing(of subject: NetSubject) -> Int128 {
    let ore = nets.values.map { Int128($0[subject].ore) }
    return (ore.max() ?? 0) - (ore.min() ?? 0)
  }

  /// The case that gives society the lowest net, or the highest; of equal ones the public sector,
  /// and base where neither moves.
  func end(lowest: Bool) -> SensitivityCase {
    let order: [SensitivityCase] = [.base, .low, .high]
    let stated = order.compactMap { name in
      nets[name].map { (name: name, order: ($0[.society], $0[.publicSector])) }
    }
    let best =
      lowest ? stated.min { $0.order < $1.order } : stated.max { $0.order < $1.order }
    return best?.name ?? .base
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
  /// Assumptions with a range, the one that decides most of society's net first.
  package let oneWay: [OneWaySensitivity]
  /// How many assumptions the settings state, with a range or without: those of `antaganden`, the
  /// support lengths, and the ids of `värden`.
  package let statedCount: Int
  /// Public sector, society, and each public actor with a net in some case.
  package let subjects: [NetSubject]
  /// All assumptions at the end that gives society the lower, the base and the higher net; empty
  /// when none has a range.
  package let scenarios: [SensitivityCase: VariedNets]
  /// What each scenario takes of every assumption with a range, in the order of the settings.
  package let choices: [SensitivityCase: [AssumptionChoice]]

  /// Computes the year anew for every end of every range. A value that only such a variant needs
  /// and nobody states is an error (KAL001), as it is at base; so are contributions beyond what the
  /// ledger holds (KAL049).
  init(
    _ assembly: LineAssembly, settings: Settings, actors: [Actor],
    diagnostics: inout DiagnosticList
  ) throws(ArithmeticOverflow) {
    let scale = NetScale(assembly, actors: actors)
    let stated = StatedRanges(settings, year: assembly.input.year)
    var found = DiagnosticList()
    let base = try scale.nets(settings, for: nil, diagnostics: &found)
    var oneWay: [OneWaySensitivity] = []
    for range in stated.ranges {
      var nets: [SensitivityCase: VariedNets] = [.base: base]
      for (name, other) in range.ends {
        nets[name] = try scale.nets(other, for: range.id.fact, diagnostics: &found)
      }
      oneWay.append(OneWaySensitivity(id: range.id, values: range.values, nets: nets))
    }
    var scenarios: [SensitivityCase: VariedNets] = [:]
    var choices: [SensitivityCase: [AssumptionChoice]] = [:]
    // What an end lacks is told once, not for the scenario that takes it too.
    let cases: [SensitivityCase] = oneWay.isEmpty || found.hasErrors ? [] : [.base, .low, .high]
    for name in cases {
      var chosen = settings
      for one in oneWay {
        let end = name == .base ? .base : one.end(lowest: name == .low)
        choices[name, default: []].append(AssumptionChoice(one.id, end, one.values[end]))
        chosen = stated.taking(end, of: one.id, in: chosen)
      }
      scenarios[name] =
        name == .base
        ? base : try scale.nets(chosen, for: SensitivitySubject.scenario.fact, diagnostics: &found)
    }
    diagnostics.append(contentsOf: found)
    let all = [base] + oneWay.flatMap { $0.nets.values } + scenarios.values
    self.subjects = scale.subjects.filter { subject in
      switch subject {
      case .publicSector, .society: true
      case .actor: all.contains { !$0[subject].isZero }
      }
    }
    self.oneWay = Self.sorted(oneWay, by: .society, then: .publicSector)
    self.statedCount = stated.count
    self.scenarios = scenarios
    self.choices = choices
    self.breakEvens = try scale.breakEvens()
  }

  /// Those that move a subject's net, the one that decides most first.
  package func deciding(_ subject: NetSubject) -> [OneWaySensitivity] {
    Self.sorted(oneWay.filter { $0.swing(of: subject) > 0 }, by: subject, then: .society)
  }

  private static func sorted(
    _ oneWay: [OneWaySensitivity], by first: NetSubject, then second: NetSubject
  ) -> [OneWaySensitivity] {
    oneWay.map { (swings: ($0.swing(of: first), $0.swing(of: second)), one: $0) }
      .sorted { $0.swings != $1.swings ? $0.swings > $1.swings : $0.one.id.path < $1.one.id.path }
      .map(\.one)
  }
}

/// The assumptions that the settings state, and the ranges of those that have one.
private struct StatedRanges {
  struct Range {
    let id: SensitivitySubject
    /// The value of each case that is stated.
    let values: [SensitivityCase: AssumedValue]
    /// The settings with the assumption at its low and high end.
    let ends: [(name: SensitivityCase, settings: Settings)]
  }

  /// How many are stated, with a range or without.
  let count: Int
  /// Those that every kind of outcome has, then the others, in the order of the table; own values
  /// last.
  private(set) var ranges: [Range] = []
  /// The days whose values the year's figures may rest on: tax takes those of the income year's
  /// end.
  private let period: DateRange

  init(_ settings: Settings, year: FiscalYear) {
    let yearEnd = CalendarDate(year: year.incomeYear, month: 12, day: 31) ?? year.end
    period = DateRange(year.start, max(year.end, yearEnd)) ?? year.period
    let rows = AssumptionRow.all.filter { settings[$0.id] != nil }
    let ids = settings.ownValueIDs(in: period)
    count = rows.count + ids.count
    func isCommon(_ row: AssumptionRow) -> Bool {
      switch row.id {
      case .deadweight, .displacement, .attribution: true
      default: false
      }
    }
    let subjects =
      (rows.filter(isCommon) + rows.filter { !isCommon($0) }).map {
        SensitivitySubject.assumption($0.id)
      } + ids.map(SensitivitySubject.value)
    for id in subjects {
      let ends = [SensitivityCase.low, .high].compactMap { name in
        moving(id, to: name, in: settings).map { (name, $0) }
      }
      guard !ends.isEmpty else { continue }
      var values: [SensitivityCase: AssumedValue] = [:]
      for (name, settings) in [(.base, settings)] + ends {
        values[name] = Self.value(of: id, in: settings, on: year.end)
      }
      ranges.append(Range(id: id, values: values, ends: ends))
    }
  }

  /// The settings with an assumption at an end, as they are at base.
  func taking(
    _ end: SensitivityCase, of id: SensitivitySubject, in settings: Settings
  ) -> Settings {
    moving(id, to: end, in: settings) ?? settings
  }

  /// Nil at base, and when the settings have no such end.
  private func moving(
    _ id: SensitivitySubject, to end: SensitivityCase, in settings: Settings
  ) -> Settings? {
    guard end != .base else { return nil }
    switch id {
    case .assumption(let id):
      let stated = settings[id]
      guard let value = end == .low ? stated?.low : stated?.high else { return nil }
      var moved = settings
      moved[id]?.base = value
      return moved
    case .value(let id):
      return settings.moving(id, to: end == .low ? \.low : \.high, in: period)
    case .commonDeadweight, .scenario: return nil
    }
  }

  private static func value(
    of id: SensitivitySubject, in settings: Settings, on day: CalendarDate
  ) -> AssumedValue? {
    switch id {
    case .assumption(let id): settings[id]?.base
    case .value(let id):
      ParameterBank(settings: settings).parameter(id, on: day).map { .parameter($0.first) }
    case .commonDeadweight, .scenario: nil
    }
  }
}
