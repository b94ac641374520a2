// How a net of the sensitivity was computed anew: the assumption, and the net of each series.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Outcomes
import Rulebook

extension Explainer {
  /// What lies under a figure of the sensitivity; nil when the figure is none.
  func sensitivity(_ figure: FigureID) throws(ReportFault) -> [Explanation]? {
    guard let sensitivity = second.sensitivity,
      case .sensitivity(let subject, let point, let part) = figure
    else { return nil }
    let isPublic = part == .net(.publicSector)
    guard case .chosen(let name) = point else {
      let found = sensitivity.breakEvens.first { found in
        subject == found.outcome.map { .assumption(.deadweight($0)) } ?? .commonDeadweight
      }
      return try found.map { found throws(ReportFault) in try explain(found, isPublic: isPublic) }
    }
    if case .assumption(let id) = subject {
      guard let assumption = sensitivity.oneWay.first(where: { $0.id == id }) else { return nil }
      let stated = try entry(id)
      guard part != .value, let net = assumption.nets[name] else { return stated }
      let chosen = assumption.values[name].flatMap(FigureValue.init(assumed:))
      let unit = entries.first { $0.id == id }?.unit ?? .share
      let facts = [
        "assumption": words(id.path),
        "value": try chosen.map { value throws(ReportFault) in try self.value(value, unit) } ?? "",
      ]
      return try [Explanation(texts("explain.one-way", facts), stated)]
        + series(net, base: name == .base ? nil : assumption.nets[.base], isPublic: isPublic)
    }
    guard let net = sensitivity.scenarios[name] else { return nil }
    let choices = try choices(sensitivity, name)
    let base = name == .base ? nil : sensitivity.scenarios[.base]
    return try choices + series(net, base: base, isPublic: isPublic)
  }

  /// What a scenario takes of every assumption with a range.
  private func choices(
    _ sensitivity: Sensitivity, _ name: SensitivityCase
  ) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for choice in sensitivity.choices[name] ?? [] {
      let value = sensitivity.oneWay.first { $0.id == choice.id }?.values[choice.chosen]
        .flatMap(FigureValue.init(assumed:))
      let unit = entries.first { $0.id == choice.id }?.unit ?? .share
      parts.append(
        Explanation(
          try texts(
            "explain.choice",
            [
              "assumption": words(choice.id.path),
              "case": texts("sensitivity.case.\(choice.chosen.rawValue)").lowercased(),
              "value": value.map { value throws(ReportFault) in
                try self.value(value, unit)
              } ?? "",
            ]), try entry(choice.id)))
    }
    return [Explanation(try texts("explain.scenario"), parts)]
  }

  /// The assumption as the settings state it.
  private func entry(_ id: AssumptionID) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for entry in entries where entry.id == id { parts.append(Explanation(try text(of: entry))) }
    return parts
  }

  /// The net of each series, beside what it is at base.
  private func series(
    _ net: NetPair, base: NetPair?, isPublic: Bool
  ) throws(ReportFault) -> [Explanation] {
    func amount(_ net: SeriesNet) -> Amount { isPublic ? net.publicSector : net.society }
    var parts: [Explanation] = []
    for series in net.series {
      var facts = try [
        "series": words(texts("series.\(series.series.rawValue)")),
        "amount": value(.amount(amount(series)), .kronor), "count": String(series.lines),
      ]
      guard let other = base?.series.first(where: { $0.series == series.series }) else {
        parts.append(Explanation(try texts("explain.series", facts)))
        continue
      }
      facts["base"] = try value(.amount(amount(other)), .kronor)
      parts.append(Explanation(try texts("explain.series-beside-base", facts)))
    }
    let id = FigureID.net(.net, isPublic ? .publicSector : .society)
    return [
      Explanation(try texts("explain.recomputed"), parts),
      Explanation(try texts("explain.see", ["figure": FigureIDText.text(id)])),
    ]
  }

  /// The net is linear in the deadweight, so the figure is where the line meets zero.
  private func explain(
    _ found: BreakEven, isPublic: Bool
  ) throws(ReportFault) -> [Explanation] {
    let line = isPublic ? found.publicLine : found.societyLine
    func kronor(_ exact: Rational) throws(ReportFault) -> String {
      do { return try value(.amount(exact.roundedToOre()), .kronor) } catch { throw .overflow }
    }
    let facts = try [
      "constant": kronor(line.constant), "slope": kronor(line.slope),
      "full": kronor(line.constant + line.slope),
    ]
    var parts = [Explanation(try texts("explain.break-even", facts))]
    var stated: [Explanation] = []
    for outcome in OutcomeKind.allCases where found.outcome == nil || found.outcome == outcome {
      stated += try entry(.deadweight(outcome))
    }
    if !stated.isEmpty {
      parts.append(Explanation(try texts("explain.break-even-stated"), stated))
    }
    let id = FigureID.net(.net, isPublic ? .publicSector : .society)
    return parts + [Explanation(try texts("explain.see", ["figure": FigureIDText.text(id)]))]
  }
}
