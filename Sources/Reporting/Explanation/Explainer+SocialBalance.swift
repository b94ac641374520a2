// The way back of the social balance: what a step of its roll-forward changed.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

extension Explainer {
  /// What a step changed for an actor: the lines of the two valuations that differ. An adopted
  /// opening has no lines: beside it stand all that its jobs are valued by anew.
  func changes(in step: ValuationStep) -> [Explanation] {
    let concerning = [step.linesBefore, step.after].map { lines in
      lines.filter { $0.from == step.actor || $0.to == step.actor }
    }
    let lines = concerning.map { Dictionary(grouping: $0, by: Self.row) }
    var seen: Set<LineInYear> = []
    var parts: [Explanation] = []
    for line in concerning[1] + concerning[0] {
      let row = Self.row(line)
      let (old, new) = (lines[0][row] ?? [], lines[1][row] ?? [])
      guard seen.insert(row).inserted, !old.elementsEqual(new, by: Self.isToldAlike) else {
        continue
      }
      parts.append(change(row, old, new))
    }
    let worth = concerning.map { self.worth(of: $0, to: step.actor) }
    return [
      said(.explainValuation(after: worth[1], before: worth[0])),
      said(.explainValuationLines(count: parts.count), parts),
    ]
  }

  /// What is one row of a step's explanation: the lines of a kind and year between two actors.
  private struct LineInYear: Hashable {
    let year: Int
    let kind: LineKind
    let from: ActorID
    let to: ActorID
  }

  private static func row(_ line: ProjectedLine) -> LineInYear {
    LineInYear(year: line.year, kind: line.kind, from: line.from, to: line.to)
  }

  /// Lines that differ only in the rates whose product is the factor are no change.
  private static func isToldAlike(_ one: ProjectedLine, _ other: ProjectedLine) -> Bool {
    one.basis == other.basis && one.unitValue == other.unitValue && one.factor == other.factor
      && one.amount == other.amount && one.basisUnit == other.basisUnit
      && one.terms.basis.records == other.terms.basis.records
      && one.terms.parameters == other.terms.parameters
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
