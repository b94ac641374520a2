// The way back of the social balance: lines of the closing, and what a step changed.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension Explainer {
  /// What lies under one of the four figures of a line of the closing.
  func parts(
    of line: ProjectedLine, _ part: LinePart
  ) throws(ReportFault) -> [Explanation] {
    switch part {
    case .basis: return try records(of: line.terms)
    case .unitValue:
      guard line.basisUnit == .months else {
        return [Explanation(try texts("explain.in-kronor"))]
      }
      let valued = try parameters(of: line.terms)
      // A wage that the register does not have is the one that the settings state.
      return try valued.isEmpty
        ? assumptions { $0.nameKey == "assumption.monthly-wage" } : valued
    case .factor: return try parameters(of: line.terms) + assumptions(of: line)
    case .amount:
      let own = [
        Explanation(
          try texts(
            "explain.line",
            [
              "basis": basis(of: line), "unit_value": value(.amount(line.unitValue), .kronor),
              "factor": value(.factor(line.factor), .factor),
              "amount": value(.amount(line.amount), .kronor),
            ])),
        Explanation(
          try texts("explain.voucher", ["from": name(of: line.from), "to": name(of: line.to)])),
      ]
      return try own + records(of: line.terms)
        + parameters(of: line.terms) + assumptions(of: line)
    }
  }

  private func basis(of line: ProjectedLine) throws(ReportFault) -> String {
    try value(.quantity(line.basis), line.basisUnit == .months ? .months : .kronor)
  }

  /// Everything that is assumed of transitions, the discount rate, and how long the support lasts.
  private func assumptions(of line: ProjectedLine) throws(ReportFault) -> [Explanation] {
    let transition = "outcome.\(OutcomeKind.transition.rawValue)"
    return try assumptions { entry in
      entry.subjectKey == transition || entry.subjectKey == line.kind.rawValue
        || entry.nameKey == "assumption.discount-rate"
    }
  }

  /// What a step of the roll-forward changed for an actor: the lines of the two valuations that
  /// differ. Sums and the closing have formulas instead.
  func partsOfSteps(_ figure: Figure) throws(ReportFault) -> [Explanation] {
    guard case .socialBalance(let step, .actor(let actor)) = figure.id, figure.formula == nil,
      let balance = socialBalance
    else { return [] }
    let valuations = balance.valuations
    if step == .opening {
      guard balance.isRecomputed else {
        return [Explanation(try texts("explain.valuation-filed"))]
      }
      return try changes(of: actor, from: [], to: valuations.first?.lines ?? [])
    }
    guard let index = valuations.firstIndex(where: { $0.step == step }) else { return [] }
    let after = valuations[index].lines
    guard index > 0 else {
      // V0 beside the adopted opening, which has no lines: all that V0 is made of.
      return try changes(of: actor, from: [], to: after)
    }
    return try changes(of: actor, from: valuations[index - 1].lines, to: after)
  }

  private func changes(
    of actor: ActorID, from before: [ProjectedLine], to after: [ProjectedLine]
  ) throws(ReportFault) -> [Explanation] {
    let concerning = [before, after].map { lines in
      lines.filter { $0.from == actor || $0.to == actor }
    }
    let old = Dictionary(grouping: concerning[0], by: LineInYear.init)
    let new = Dictionary(grouping: concerning[1], by: LineInYear.init)
    var seen: Set<LineInYear> = []
    var parts: [Explanation] = []
    for line in concerning[1] + concerning[0] {
      let key = LineInYear(line)
      guard seen.insert(key).inserted,
        (old[key] ?? []).map(ToldLine.init) != (new[key] ?? []).map(ToldLine.init)
      else { continue }
      parts.append(try change(key, old[key] ?? [], new[key] ?? []))
    }
    let facts = [
      "before": try worth(of: concerning[0], to: actor),
      "after": try worth(of: concerning[1], to: actor),
    ]
    return [
      Explanation(try texts("explain.valuation", facts)),
      Explanation(
        try texts("explain.valuation-lines", ["count": String(parts.count)]), parts),
    ]
  }

  /// What is one row of a step's explanation: the lines of a kind and year between two actors.
  private struct LineInYear: Hashable {
    let year: Int
    let kind: LineKind
    let from: ActorID
    let to: ActorID

    init(_ line: ProjectedLine) {
      year = line.year
      kind = line.kind
      from = line.from
      to = line.to
    }
  }

  /// What is told of a line: lines that differ only in the rates whose product is the factor are no
  /// change.
  private struct ToldLine: Equatable {
    let numbers: [Int64]
    let unit: BasisUnit
    let records: [RecordShare]
    let parameters: [Parameter]

    init(_ line: ProjectedLine) {
      numbers = [
        line.basis.hundredths, line.unitValue.ore, line.factor.millionths, line.amount.ore,
      ]
      unit = line.basisUnit
      records = line.terms.basis.records
      parameters = line.terms.parameters
    }
  }

  private func change(
    _ key: LineInYear, _ before: [ProjectedLine], _ after: [ProjectedLine]
  ) throws(ReportFault) -> Explanation {
    var parts: [Explanation] = []
    for line in after.isEmpty ? before : after {
      let text = try texts(
        "explain.valuation-basis",
        [
          "basis": basis(of: line), "unit_value": value(.amount(line.unitValue), .kronor),
          "factor": value(.factor(line.factor), .factor),
          "amount": value(.amount(line.amount), .kronor),
        ])
      parts.append(
        Explanation(
          text, try records(of: line.terms) + parameters(of: line.terms)))
    }
    return Explanation(
      try texts(
        "explain.valuation-line",
        [
          "year": String(key.year), "kind": texts("kind.\(key.kind.rawValue)"),
          "from": name(of: key.from), "to": name(of: key.to), "before": worth(of: before),
          "after": worth(of: after),
        ]), parts)
  }

  /// The sum of lines, or what they give an actor.
  private func worth(
    of lines: [ProjectedLine], to actor: ActorID? = nil
  ) throws(ReportFault) -> String {
    let amounts = lines.map { line in
      actor == line.from ? line.amount.negated : line.amount
    }
    do { return try value(.amount(try amounts.sum()), .kronor) } catch let fault as ReportFault {
      throw fault
    } catch { throw .overflow }
  }
}
