// What a line is made of: the three numbers, records, parameters, assumptions and accounts.

import Figures
import Rulebook

extension Explainer {
  /// What lies under one of the numbers that a line is the product of.
  func parts(
    of part: LinePart, _ terms: LineTerms, in figure: Figure, _ told: inout Told
  ) -> [Explanation] {
    switch part {
    case .basis:
      return records(of: terms) + taxes(of: terms, in: figure, &told)
        + assumptions(terms.basis.assumptions)
    case .unitValue:
      switch terms.unitValue {
      // Kronor are their own value.
      case .krona: return [said(.explainInKronor)]
      case .parameter(_, let parameters): return self.parameters(parameters)
      case .assumption(let id, _): return assumptions([id])
      }
    case .factor:
      guard !terms.rates.isEmpty else { return [said(.explainNoRate)] }
      return parameters(terms.rates.flatMap(\.parameters))
        + assumptions(terms.rates.compactMap(\.assumption))
    case .amount: preconditionFailure("an amount is a formula")
    }
  }

  /// The product that a line's amount is, between whom it moves, and all that it is made of.
  func voucher(
    _ head: LineHead, _ terms: LineTerms, in figure: Figure, _ told: inout Told
  ) -> [Explanation] {
    let printed = figure.parts.prefix(3).map { value(of: self.figure($0)) }
    precondition(printed.count == 3, "a line is the product of three figures")
    return [
      said(
        .explainLine(
          basis: printed[0], unitValue: printed[1], factor: printed[2], amount: value(of: figure))),
      said(.explainVoucher(from: name(of: head.from), to: name(of: head.to))),
    ] + records(of: terms, in: figure) + taxes(of: terms, in: figure, &told)
      + parameters(terms.parameters)
      + assumptions(terms.assumptions)
  }

  /// The records of a line; what reduces another mostly rests on the records that the other shows.
  private func records(
    of terms: LineTerms, in figure: Figure
  ) -> [Explanation] {
    for case .reduces(let line) in figure.origin.sources {
      let shown = report.figures[.line(line, .amount)]?.origin.sources ?? []
      for case .voucher(_, let reduced) in shown
      where reduced.basis.records == terms.basis.records {
        return [
          said(
            .explainRecordsSame(
              count: terms.basis.records.count, people: terms.participants.count))
        ]
      }
    }
    return records(of: terms)
  }

  /// The records that make up a basis, each with its share.
  func records(of terms: LineTerms) -> [Explanation] {
    let records = terms.basis.records
    guard !records.isEmpty else { return [] }
    return [
      said(
        .explainRecords(count: records.count, people: terms.participants.count),
        records.map { text(of: $0, in: terms.basis.unit) })
    ]
  }

  /// The accounts of a line of series L.
  func accounts(
    of flows: [ResultFlow], scaledBy ratio: FigureID?, less: [LineReference],
    _ told: inout Told
  ) -> [Explanation] {
    let booked = accounts(of: flows)
    if let ratio {
      let label = words(report.label(of: ratio)).lowercased()
      let value = value(of: figure(ratio))
      return [said(.explainTargetPart(label: label, ratio: value, figure: ratio), booked)]
    }
    guard !less.isEmpty else { return booked }
    var taken: [Explanation] = []
    for line in less { taken.append(tree(of: .line(line, .amount), isSubtracted: true, &told)) }
    return booked + [said(.explainLessTarget, taken)]
  }

  /// Parameters under one heading; none gives nothing.
  func parameters(_ parameters: [Parameter]) -> [Explanation] {
    guard !parameters.isEmpty else { return [] }
    return [
      said(.explainParameters, parameters.map { parameter in text(of: parameter) })
    ]
  }

  /// Those of some assumptions that the settings state, each once, in the order of the table.
  func assumptions(_ ids: [AssumptionID]) -> [Explanation] {
    let stated = stated(ids)
    return stated.isEmpty ? [] : [said(.explainAssumptions, stated)]
  }

  /// Assumptions as the settings state them.
  func stated(_ ids: [AssumptionID]) -> [Explanation] {
    let wanted = Set(ids)
    return AssumptionRow.all.filter { wanted.contains($0.id) }
      .compactMap { assumptions[$0.id] }
      .map(text)
  }
}
