// The way back of the social balance: what a step of its roll-forward changed.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

extension Explainer {
  /// What a step changed for an actor: the lines of the two valuations that differ. An adopted
  /// opening has no lines: beside it stand all that its jobs are valued by anew.
  func changes(in step: ValuationStep) -> [Explanation] {
    changes(of: step.actor, from: step.linesBefore, to: step.after)
  }

  private func changes(
    of actor: ActorID, from before: [ProjectedLine], to after: [ProjectedLine]
  ) -> [Explanation] {
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
      parts.append(change(key, old[key] ?? [], new[key] ?? []))
    }
    return [
      said(
        .explainValuation(
          after: worth(of: concerning[1], to: actor), before: worth(of: concerning[0], to: actor))),
      said(.explainValuationLines(count: parts.count), parts),
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
  ) -> Explanation {
    var parts: [Explanation] = []
    for line in after.isEmpty ? before : after {
      parts.append(
        said(
          .explainValuationBasis(
            basis: value(
              .quantity(line.basis), line.basisUnit == .months ? .months : .kronor),
            unitValue: value(.amount(line.unitValue), .kronor),
            factor: value(.factor(line.factor), .factor),
            amount: value(.amount(line.amount), .kronor)),
          records(of: line.terms) + parameters(line.terms.parameters)))
    }
    return said(
      .explainValuationLine(
        year: String(key.year), kind: texts(.kind, key.kind), from: name(of: key.from),
        to: name(of: key.to), before: worth(of: before), after: worth(of: after)), parts)
  }

  /// The sum of lines, or what they give an actor.
  private func worth(
    of lines: [ProjectedLine], to actor: ActorID? = nil
  ) -> String {
    kronor(
      lines.map { line in
        Rational(kronor: actor == line.from ? line.amount.negated : line.amount)
      }.sum())
  }
}
