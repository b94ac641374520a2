// What a social line is made of: the three numbers, records, parameters, assumptions and accounts.

import Bookkeeping
import Calculation
import Diagnostics
import Outcomes
import Rulebook

extension Explainer {
  /// What lies under one of a voucher's four figures.
  func parts(
    of line: SocialLine, _ part: LinePart, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    switch part {
    case .basis: return try sources(of: line)
    case .unitValue: return try parameters(of: line)
    case .factor:
      return try parameters(of: line) + assumptions(of: line) + reduced(by: line, &told)
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
      parts += try sources(of: line) + parameters(of: line) + assumptions(of: line)
      return try parts + reduced(by: line, &told)
    }
  }

  private func reduced(
    by line: SocialLine, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    guard let reduced = line.origin.reduces, report.figures.contains(.line(reduced, .amount))
    else { return [] }
    let tree = try tree(of: .line(reduced, .amount), isSubtracted: false, &told)
    return [Explanation(try texts("explain.reduces"), [tree])]
  }

  private func basisUnit(_ line: SocialLine) -> FigureUnit {
    line.basisUnit == .months ? .months : .kronor
  }

  /// Ids and names stand beside each other in the report's own list of actors.
  func name(of actor: ActorID) -> String {
    let known = report.socialVouchers.actors.first { $0.id == actor.rawValue }
    if let known { return words(known.name) }
    // Somebody who is in no line of this year, but in another's.
    let key = "actor.\(actor.rawValue)"
    return (try? texts(key)) ?? words(actor.rawValue)
  }

  private func sources(of line: SocialLine) throws(ReportFault) -> [Explanation] {
    try records(of: line) + accounts(of: line)
  }

  private func records(of line: SocialLine) throws(ReportFault) -> [Explanation] {
    let records = line.origin.records
    // What reduces a line mostly rests on the same records, which that line shows.
    if !records.isEmpty, let reduced = line.origin.reduces,
      self.line(reduced)?.origin.records == records
    {
      let facts = ["count": String(records.count), "people": String(line.origin.people)]
      return [Explanation(try texts("explain.records-same", facts))]
    }
    return try self.records(of: line.origin, in: line.basisUnit)
  }

  /// The records that make up a basis, each with its share.
  func records(
    of origin: LineOrigin, in basisUnit: BasisUnit
  ) throws(ReportFault) -> [Explanation] {
    let records = origin.records
    guard !records.isEmpty else { return [] }
    let facts = ["count": String(records.count), "people": String(origin.people)]
    var parts: [Explanation] = []
    let unit = try unitName(basisUnit == .months ? .months : .kronor)
    for record in records {
      // Hundredths of a month are what the basis is printed with; shares are finer.
      let share = record.basis.text(decimals: basisUnit == .months ? 4 : 2)
      parts.append(
        Explanation(
          try texts(
            "explain.record",
            [
              "place": words(record.location.description),
              "participant": words(record.participant.rawValue),
              "basis": numbers.decimal(share), "unit": unit,
            ])))
    }
    return [Explanation(try texts("explain.records", facts), parts)]
  }

  private func accounts(of line: SocialLine) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for number in line.origin.accounts {
      let row = report.books?.trialBalance.rows.first { $0.account.number == number }
      guard let row else {
        parts.append(Explanation(words(number)))
        continue
      }
      parts.append(Explanation(try account(row.account, row.closing)))
    }
    return parts.isEmpty ? [] : [Explanation(try texts("explain.accounts-line"), parts)]
  }

  private func parameters(of line: SocialLine) throws(ReportFault) -> [Explanation] {
    try parameters(of: line.origin)
  }

  /// The parameters behind unit value and rates.
  func parameters(of origin: LineOrigin) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for parameter in origin.parameters {
      let id = parameterFigures[parameter] ?? .parameter(parameter)
      let value = try value(
        .parameter(parameter.value), .parameter(parameter.unit))
      parts.append(
        Explanation("\(words(id.rawValue)) = \(value); \(try facts(of: parameter))"))
    }
    return parts.isEmpty ? [] : [Explanation(try texts("explain.parameters"), parts)]
  }

  /// The stated assumptions that the line's series uses for its outcome or its kind of support.
  private func assumptions(of line: SocialLine) throws(ReportFault) -> [Explanation] {
    let outcome = line.outcome.map { "outcome.\($0.rawValue)" }
    return try assumptions { entry in
      entry.usedBy.contains(line.reference.series.rawValue)
        && (entry.subjectKey == outcome || entry.subjectKey == line.kind.rawValue)
    }
  }

  /// The stated assumptions that pass.
  func assumptions(
    where passes: (AssumptionEntry) -> Bool
  ) throws(ReportFault) -> [Explanation] {
    var parts: [Explanation] = []
    for entry in entries where passes(entry) {
      let id = FigureID.assumption(entry.id, "base")
      var base = try texts("assumptions.unlimited")
      if let stated = entry.base { base = try value(stated, entry.unit) }
      parts.append(Explanation("\(words(id.rawValue)) = \(base); \(try facts(of: entry))"))
    }
    return parts.isEmpty ? [] : [Explanation(try texts("explain.assumptions"), parts)]
  }
}
