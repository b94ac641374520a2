// Records of the register in an explanation: file and row, person, and part of the number.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Outcomes
import Rulebook

extension Explainer {
  /// The records that an observed figure counts; nil when it is none.
  func records(of id: FigureID) throws(ReportFault) -> [Explanation]? {
    if let cost = try costs(of: id) { return cost }
    if let kronor = try kronorByEvidence(id) { return kronor }
    guard let trail = recordTrails[id] else { return nil }
    return try records(trail.records) + members(of: trail)
  }

  /// Counted records under a heading; that there are none is said too.
  private func records(_ records: [CountedRecord]) throws(ReportFault) -> [Explanation] {
    guard !records.isEmpty else { return [Explanation(try texts("explain.no-records"))] }
    var parts: [Explanation] = []
    for record in records {
      var facts = [
        "place": words(record.location.description),
        "participant": words(record.participant.rawValue),
      ]
      guard let months = record.months else {
        parts.append(Explanation(try texts("explain.counted", facts)))
        continue
      }
      facts["months"] = numbers.decimal(months.text(decimals: 4))
      parts.append(Explanation(try texts("explain.counted-months", facts)))
    }
    let people = Set(records.map(\.participant)).count
    return [
      Explanation(
        try texts(
          "explain.records", ["count": String(records.count), "people": String(people)]), parts)
    ]
  }

  /// The rows that put a group's people into the group.
  private func members(of trail: RecordTrail) throws(ReportFault) -> [Explanation] {
    guard trail.group != .all else { return [] }
    let counted = Set(trail.records.map(\.participant))
    var parts: [Explanation] = []
    for row in second.observed?.participants ?? [] where counted.contains(row.participant) {
      parts.append(
        Explanation(
          try texts(
            "explain.counted",
            [
              "place": words(row.location.description),
              "participant": words(row.participant.rawValue),
            ])))
    }
    guard !parts.isEmpty else { return [] }
    return [
      Explanation(
        try texts("explain.group", ["group": texts.name(of: trail.group)]), parts)
    ]
  }

  /// What costs by the ledger are: the flows of the kinds that count as costs of operation.
  private func costs(of id: FigureID) throws(ReportFault) -> [Explanation]? {
    let ids: [IndicatorID] = [.costPerMonth, .costPerTransition]
    guard ids.contains(where: { id == .indicator($0, .all, .part) }) else { return nil }
    return try accounts(of: second.flows.filter(\.kind.isCostOfOperation))
  }

  /// Society's part of series O by evidence: each line between the wider economy and another, with
  /// the records of that evidence.
  private func kronorByEvidence(_ id: FigureID) throws(ReportFault) -> [Explanation]? {
    guard
      let found = second.observed?.evidence.first(where: {
        id == .evidence($0.evidence, .kronor)
      })
    else { return nil }
    let places = Set(found.recordsOfMonths.map(\.location))
    var parts: [Explanation] = []
    for (reference, line) in second.printedLines where line.series == .transitions {
      guard (line.from == .widerEconomy) != (line.to == .widerEconomy) else { continue }
      let own = line.records.filter { places.contains($0.location) }
      guard !own.isEmpty else { continue }
      var shares: [Explanation] = []
      for record in own {
        shares.append(Explanation(try text(of: record, in: line.basisUnit)))
      }
      let key = line.from == .widerEconomy ? "explain.share-of" : "explain.share-from"
      parts.append(
        Explanation(
          try texts(
            key,
            [
              "line": words(FigureIDText.text(.line(reference, .amount))),
              "label": words(label(of: reference)),
              "unit_value": value(.amount(line.unitValue), .kronor),
              "factor": value(.factor(line.factor), .factor),
            ]), shares))
    }
    guard !parts.isEmpty else { return [Explanation(try texts("explain.no-records"))] }
    return parts
  }

  private func label(of line: LineReference) -> String {
    report.figures[.line(line, .amount)]?.label ?? ""
  }

  /// A record's share of a line's basis.
  func text(
    of record: RecordShare, in basisUnit: BasisUnit
  ) throws(ReportFault) -> String {
    // Hundredths of a month are what the basis is printed with; shares are finer.
    let share = record.basis.text(decimals: basisUnit == .months ? 4 : 2)
    return try texts(
      "explain.record",
      [
        "place": words(record.location.description),
        "participant": words(record.participant.rawValue),
        "basis": numbers.decimal(share), "unit": unitName(basisUnit == .months ? .months : .kronor),
      ])
  }

  /// Records with kronor of their own under a heading.
  func records(
    _ records: [RecordShare]
  ) throws(ReportFault) -> [Explanation] {
    guard !records.isEmpty else { return [Explanation(try texts("explain.no-records"))] }
    var parts: [Explanation] = []
    for record in records {
      parts.append(
        Explanation(
          try texts(
            "explain.record-kronor",
            [
              "place": words(record.location.description),
              "participant": words(record.participant.rawValue),
              "amount": numbers.decimal(record.basis.text(decimals: 2)),
            ])))
    }
    let people = Set(records.map(\.participant)).count
    return [
      Explanation(
        try texts(
          "explain.records", ["count": String(records.count), "people": String(people)]), parts)
    ]
  }
}
