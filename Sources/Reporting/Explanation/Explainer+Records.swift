// Records of the register in an explanation: file and row, person, and part of the number.

import Bookkeeping
import Figures
import Outcomes

extension Explainer {
  /// The rows that a figure counts; that there are none is said too.
  func rows(of list: RecordList) -> [Explanation] {
    let register = list.register
    let people = list.people
    func counted(_ row: Int32, months: Rational?) -> Explanation {
      let participant = words(register.participant(of: row).rawValue)
      let place = register.location(of: row)
      guard let months else {
        return said(.explainCounted(place: place, participant: participant))
      }
      let decimals = numbers.decimal(months.text(decimals: 4))
      return said(
        .explainCountedMonths(place: place, participant: participant, months: decimals))
    }
    guard !list.rows.isEmpty else { return [said(.explainNoRecords)] }
    var parts = [
      said(
        .explainRecords(count: list.rows.count, people: people.count),
        register.inOrder(list.rows).map { counted($0, months: list.months(of: $0)) })
    ]
    // The rows that put a group's people into the group.
    if list.group != .all {
      parts.append(
        said(
          .explainGroup(group: texts.name(of: list.group)),
          register.inOrder(people).map { counted($0, months: nil) }))
    }
    return parts
  }

  /// What lines make of some of their records, each line between the wider economy and another.
  func shares(of lines: [LineShare]) -> [Explanation] {
    guard !lines.isEmpty else { return [said(.explainNoRecords)] }
    return lines.map { line in
      func figure(_ part: LinePart) -> Figure { self.figure(.line(line.line, part)) }
      let basisUnit: BasisUnit = figure(.basis).unit == .months ? .months : .kronor
      let id = FigureID.line(line.line, .amount)
      let label = words(report.label(of: id))
      let (unitValue, factor) = (value(of: figure(.unitValue)), value(of: figure(.factor)))
      return said(
        line.kronorPerUnit < .zero
          ? .explainShareFrom(line: id, label: label, unitValue: unitValue, factor: factor)
          : .explainShareOf(line: id, label: label, unitValue: unitValue, factor: factor),
        line.records.map { text(of: $0, in: basisUnit) })
    }
  }

  /// A record's share of a line's basis.
  func text(
    of record: RecordShare, in basisUnit: BasisUnit
  ) -> Explanation {
    // Hundredths of a month are what the basis is printed with; shares are finer.
    let share = record.basis.text(decimals: basisUnit == .months ? 4 : 2)
    return said(
      .explainRecord(
        place: record.location, participant: words(record.participant.rawValue),
        basis: numbers.decimal(share), unit: unitName(basisUnit == .months ? .months : .kronor)))
  }
}
