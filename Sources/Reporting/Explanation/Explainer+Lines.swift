// What a line is made of: the three numbers, records, parameters, assumptions and accounts.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

extension Explainer {
  /// What lies under one of the numbers that a line is the product of.
  func parts(of part: LinePart, _ terms: LineTerms) throws(ReportFault) -> [Explanation] {
    switch part {
    case .basis: return try records(of: terms) + assumptions(terms.basis.assumptions)
    case .unitValue:
      switch terms.unitValue {
      // Kronor are their own value.
      case .krona: return [try said("explain.in-kronor")]
      case .parameter(_, let parameters): return try self.parameters(parameters)
      case .assumption(let id, _): return try assumptions([id])
      }
    case .factor:
      guard !terms.rates.isEmpty else { return [try said("explain.no-rate")] }
      return try parameters(terms.rates.flatMap(\.parameters))
        + assumptions(terms.rates.compactMap(\.assumption))
    case .amount: preconditionFailure("an amount is a formula")
    }
  }

  /// The product that a line's amount is, between whom it moves, and all that it is made of.
  func voucher(
    _ head: LineHead, _ terms: LineTerms, in figure: Figure
  ) throws(ReportFault) -> [Explanation] {
    let printed = try figure.parts.prefix(3).map { id throws(ReportFault) in
      guard let part = report.figures[id] else {
        throw .unknownFigure(id, namedBy: "an explanation")
      }
      return try value(of: part)
    }
    precondition(printed.count == 3, "a line is the product of three figures")
    return try [
      said(
        "explain.line",
        [
          "basis": printed[0], "unit_value": printed[1], "factor": printed[2],
          "amount": value(of: figure),
        ]),
      said("explain.voucher", ["from": name(of: head.from), "to": name(of: head.to)]),
    ] + records(of: terms, in: figure) + parameters(terms.parameters)
      + assumptions(terms.assumptions)
  }

  /// The records of a line; what reduces another mostly rests on the records that the other shows.
  private func records(
    of terms: LineTerms, in figure: Figure
  ) throws(ReportFault) -> [Explanation] {
    for case .reduces(let line) in figure.origin.sources {
      let shown = report.figures[.line(line, .amount)]?.origin.sources ?? []
      for case .voucher(_, let reduced) in shown where reduced.basis.records == terms.basis.records
      {
        let people = terms.participants.count
        let facts = ["count": String(terms.basis.records.count), "people": String(people)]
        return [try said("explain.records-same", facts)]
      }
    }
    return try records(of: terms)
  }

  /// The records that make up a basis, each with its share.
  func records(of terms: LineTerms) throws(ReportFault) -> [Explanation] {
    let records = terms.basis.records
    guard !records.isEmpty else { return [] }
    let facts = ["count": String(records.count), "people": String(terms.participants.count)]
    return [
      try said(
        "explain.records", facts,
        records.map { record throws(ReportFault) in
          try text(of: record, in: terms.basis.unit)
        })
    ]
  }

  /// The accounts of a line of series L.
  func accounts(
    of books: LineBooks, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    let booked = try accounts(of: books.flows)
    if let id = books.scaledBy {
      guard let ratio = report.figures[id] else { return [] }
      let label = words(report.label(of: id)).lowercased()
      let facts = ["label": label, "ratio": try value(of: ratio)]
      return [try said("explain.target-part", facts, figures: ["figure": id], booked)]
    }
    guard !books.less.isEmpty else { return booked }
    var taken: [Explanation] = []
    for line in books.less {
      taken.append(try tree(of: .line(line, .amount), isSubtracted: true, &told))
    }
    return try booked + [said("explain.less-target", [:], taken)]
  }

  /// Parameters under one heading; none gives nothing.
  func parameters(_ parameters: [Parameter]) throws(ReportFault) -> [Explanation] {
    guard !parameters.isEmpty else { return [] }
    return [
      try said(
        "explain.parameters", [:],
        parameters.map { parameter throws(ReportFault) in try text(of: parameter) })
    ]
  }

  /// Those of some assumptions that the settings state, each once, in the order of the table.
  func assumptions(_ ids: [AssumptionID]) throws(ReportFault) -> [Explanation] {
    let stated = try stated(ids)
    return stated.isEmpty ? [] : [try said("explain.assumptions", [:], stated)]
  }

  /// Assumptions as the settings state them.
  func stated(_ ids: [AssumptionID]) throws(ReportFault) -> [Explanation] {
    let wanted = Set(ids)
    return try AssumptionRow.all.filter { wanted.contains($0.id) }
      .compactMap { assumptions[$0.id] }
      .map { entry throws(ReportFault) in try text(of: entry) }
  }
}
