// What a social line is made of: the three numbers, records, parameters, assumptions and accounts.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Outcomes
import Rulebook

extension Explainer {
  /// What lies under one of a voucher's four figures.
  func parts(
    of line: SocialLine, _ part: LinePart, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    switch part {
    case .basis: return try records(of: line, isAlone: true) + accounts(of: line, &told)
    case .unitValue: return try unitValue(of: line)
    case .factor: return try factor(of: line) + reduced(by: line, &told)
    case .amount:
      var parts = [
        Explanation(
          try texts(
            "explain.line",
            [
              "basis": value(.quantity(line.basis), basisUnit(line)),
              "unit_value": value(.amount(line.unitValue), .kronor),
              "factor": value(.factor(line.factor), .factor),
              "amount": value(.amount(line.amount), .kronor),
            ])),
        Explanation(
          try texts("explain.voucher", ["from": name(of: line.from), "to": name(of: line.to)])),
      ]
      parts += try sources(of: line, &told) + parameters(of: line) + assumptions(of: line)
      return try parts + reduced(by: line, &told)
    }
  }

  /// Kronor are their own value; months are valued by a parameter, a price or a stated wage.
  private func unitValue(of line: SocialLine) throws(ReportFault) -> [Explanation] {
    guard line.basisUnit == .months else { return [Explanation(try texts("explain.in-kronor"))] }
    // A line that reduces another has its unit value.
    let valued = line.reduces.flatMap { self.line($0) } ?? line
    let found = try parameters(of: valued)
    if !found.isEmpty { return found }
    return try assumptions(of: valued) { $0.unit.rawValue == "kr/månad" }
  }

  /// A factor of 1 has no rate; others are products of rates, by parameters or assumptions.
  private func factor(of line: SocialLine) throws(ReportFault) -> [Explanation] {
    if line.factor.millionths == 1_000_000 { return [Explanation(try texts("explain.no-rate"))] }
    let rates = line.terms.parameters.filter { parameter in
      // A municipality's own rate has the municipality after the id.
      line.head.parameterID.map { parameter.id.hasPrefix($0) && parameter.unit.isShare } ?? false
    }
    let stated = try assumptions(of: line) { $0.unit.rawValue == "%" }
    return try parameters(rates) + stated
  }

  private func reduced(
    by line: SocialLine, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    guard let reduced = line.reduces, report.figures.contains(.line(reduced, .amount))
    else { return [] }
    let tree = try tree(of: .line(reduced, .amount), isSubtracted: false, &told)
    return [Explanation(try texts("explain.reduces"), [tree])]
  }

  func basisUnit(_ line: SocialLine) -> FigureUnit {
    line.basisUnit == .months ? .months : .kronor
  }

  /// Ids and names stand beside each other in the report's own list of actors.
  func name(of actor: ActorID) -> String {
    let known = report.socialVouchers.actors.first { $0.id == actor.rawValue }
    if let known { return words(known.name) }
    // Somebody who is in no line of this year, but in another's.
    return (try? texts("actor.\(actor.rawValue)")) ?? words(actor.rawValue)
  }

  private func sources(
    of line: SocialLine, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    try records(of: line) + accounts(of: line, &told)
  }

  /// The records of a line. Beside the line that it reduces they need not be told twice.
  func records(
    of line: SocialLine, isAlone: Bool = false
  ) throws(ReportFault) -> [Explanation] {
    let records = line.records
    // What reduces a line mostly rests on the same records, which that line shows.
    if !isAlone, !records.isEmpty, let reduced = line.reduces,
      self.line(reduced)?.records == records
    {
      let facts = ["count": String(records.count), "people": String(line.terms.participants.count)]
      return [Explanation(try texts("explain.records-same", facts))]
    }
    return try self.records(of: line.terms)
  }

  /// The records that make up a basis, each with its share.
  func records(
    of terms: LineTerms
  ) throws(ReportFault) -> [Explanation] {
    let records = terms.basis.records
    guard !records.isEmpty else { return [] }
    let facts = ["count": String(records.count), "people": String(terms.participants.count)]
    var parts: [Explanation] = []
    for record in records {
      parts.append(Explanation(try text(of: record, in: terms.basis.unit)))
    }
    return [Explanation(try texts("explain.records", facts), parts)]
  }

  /// The accounts of a line of series L. What the target group takes of wages and fees is its own
  /// line, which the line of ordinary staff names.
  private func accounts(
    of line: SocialLine, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    guard line.series == .ledger else { return [] }
    let booked = try accounts(of: flows(of: line))
    let target: LineKind
    switch line.kind {
    case .wageTarget, .feesTarget:
      let key = line.kind == .wageTarget ? "wages.ratio" : "wages.fee-ratio"
      let id = FigureID.wages(line.kind == .wageTarget ? .ratio : .feeRatio)
      guard let ratio = report.figures[id] else { return [] }
      return [
        Explanation(
          try texts(
            "explain.target-part",
            [
              "label": texts(key).lowercased(), "ratio": value(of: ratio),
              "figure": FigureIDText.text(id),
            ]),
          booked)
      ]
    case .wageOrdinary: target = .wageTarget
    case .feesOrdinary: target = .feesTarget
    default: return booked
    }
    let taken = second.printedLines.filter { $0.line.kind == target }
    guard !taken.isEmpty else { return booked }
    var parts: [Explanation] = []
    for other in taken {
      let id = FigureID.line(other.reference, .amount)
      parts.append(try tree(of: id, isSubtracted: true, &told))
    }
    return booked + [Explanation(try texts("explain.less-target"), parts)]
  }

  func parameters(of line: SocialLine) throws(ReportFault) -> [Explanation] {
    try parameters(of: line.terms)
  }

  /// The parameters behind basis, unit value and rates.
  func parameters(of terms: LineTerms) throws(ReportFault) -> [Explanation] {
    try parameters(terms.parameters)
  }

  private func parameters(_ parameters: [Parameter]) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for parameter in parameters { parts.append(Explanation(try text(of: parameter))) }
    return parts.isEmpty ? [] : [Explanation(try texts("explain.parameters"), parts)]
  }

  /// The stated assumptions that the line's series uses for its outcome or its kind of support.
  private func assumptions(
    of line: SocialLine, where isWanted: (AssumptionEntry) -> Bool = { _ in true }
  ) throws(ReportFault) -> [Explanation] {
    let outcome = line.outcome.map { "outcome.\($0.rawValue)" }
    return try assumptions { entry in
      entry.usedBy.contains(line.series.rawValue) && isWanted(entry)
        && (entry.subjectKey == outcome || entry.subjectKey == line.kind.rawValue)
    }
  }

  /// The stated assumptions that pass.
  func assumptions(
    where passes: (AssumptionEntry) -> Bool
  ) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for entry in entries where passes(entry) { parts.append(Explanation(try text(of: entry))) }
    return parts.isEmpty ? [] : [Explanation(try texts("explain.assumptions"), parts)]
  }
}
