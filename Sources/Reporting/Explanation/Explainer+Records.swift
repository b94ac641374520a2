// Records of the register in an explanation: file and row, person, and part of the number.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Outcomes
import Rulebook

extension Explainer {
  /// The rows that a figure counts; that there are none is said too.
  func rows(of list: RecordList) throws(ReportFault) -> [Explanation] {
    let register = list.register
    let people = list.people
    let facts = ["count": String(list.rows.count), "people": String(people.count)]
    func counted(_ row: Int32, months: Rational?) throws(ReportFault) -> Explanation {
      let participant = words(register.participant(of: row).rawValue)
      let place = ["place": register.location(of: row)]
      guard let months else {
        return try said("explain.counted", ["participant": participant], places: place)
      }
      let decimals = numbers.decimal(months.text(decimals: 4))
      return try said(
        "explain.counted-months", ["participant": participant, "months": decimals],
        places: place)
    }
    guard !list.rows.isEmpty else { return [try said("explain.no-records")] }
    var parts = [
      try said(
        "explain.records", facts,
        register.inOrder(list.rows).map { row throws(ReportFault) in
          try counted(row, months: list.months(of: row))
        })
    ]
    // The rows that put a group's people into the group.
    if list.group != .all {
      parts.append(
        try said(
          "explain.group", ["group": texts.name(of: list.group)],
          register.inOrder(people).map { row throws(ReportFault) in
            try counted(row, months: nil)
          }))
    }
    return parts
  }

  /// What lines make of some of their records, each line between the wider economy and another.
  func shares(of lines: [LineShare]) throws(ReportFault) -> [Explanation] {
    guard !lines.isEmpty else { return [try said("explain.no-records")] }
    return try lines.map { line throws(ReportFault) in
      func figure(_ part: LinePart) throws(ReportFault) -> Figure {
        let id = FigureID.line(line.line, part)
        guard let figure = report.figures[id] else {
          throw .unknownFigure(id, namedBy: "an explanation")
        }
        return figure
      }
      let basisUnit: BasisUnit = try figure(.basis).unit == .months ? .months : .kronor
      return try said(
        line.kronorPerUnit < .zero ? "explain.share-from" : "explain.share-of",
        [
          "label": words(report.label(of: .line(line.line, .amount))),
          "unit_value": value(of: figure(.unitValue)), "factor": value(of: figure(.factor)),
        ], figures: ["line": .line(line.line, .amount)],
        line.records.map { record throws(ReportFault) in
          Explanation(try text(of: record, in: basisUnit))
        })
    }
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
}
