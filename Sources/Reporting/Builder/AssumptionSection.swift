// The section Metod och antaganden: assumptions and the parameters that some line used.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// Assumptions and parameters, own choices of statement row, and the method.
  func assumptionsAndParameters() -> ReportPart {
    let table = assumptionTable()
    var blocks: [Block] = [
      table.page.rows.isEmpty ? .paragraph(texts.paragraph(.assumptionsNone)) : .table(table)
    ]
    if let moved = movedTable() { blocks.append(.table(moved)) }
    return ReportPart(sections: [section(.assumptions, blocks + method())], data: [table])
  }

  /// What the report lists of the values that it rests on.
  var listedValues: [ListedValue] { listed.map(\.value) }

  private typealias Listed = (value: ListedValue, cells: [Cell])

  private var listed: [Listed] { statedAssumptions + usedParameters }

  private var statedAssumptions: [Listed] {
    AssumptionEntry.all(in: settings).map { entry in
      func id(_ part: AssumptionPart) -> FigureID? {
        let id = FigureID.assumption(entry.id, part)
        return figures.contains(id) ? id : nil
      }
      let value = ListedValue(
        id: entry.id.path, value: id(.base), low: id(.low),
        high: id(.high), unit: entry.unit.rawValue, source: entry.source,
        status: Parameter.ownStatus, usedBy: entry.usedBy)
      var use = texts(.assumptionUse, entry.id)
      if let then = entry.then {
        use += "; \(texts(.assumptionThen(support: texts(.support, then))))"
      }
      return (
        value,
        cells(
          value, name: labels.name(of: entry.id),
          unit: entry.base == nil ? "" : texts(.unit, entry.unit), use: use)
      )
    }
  }

  private var usedParameters: [Listed] {
    second.parameterFigures.map { id, use in
      let parameter = use.parameter
      let value = ListedValue(
        id: parameter.id, value: id, low: end(.low, of: parameter),
        high: end(.high, of: parameter), unit: parameter.unit.rawValue,
        validFrom: parameter.validFrom, validTo: parameter.validTo, source: parameter.source,
        status: parameter.status, usedBy: use.usedBy)
      let kinds = use.usedBy.map { labels.name(of: LineKind(rawValue: $0)) }
      return (
        value,
        cells(
          value, name: title(of: parameter), unit: texts(.unit, .parameter(parameter.unit)),
          use: kinds.joined(separator: ", "))
      )
    }
  }

  /// The low or high of an own value, on the row that is valid on the year's last day.
  private func end(_ name: SensitivityCase, of parameter: Parameter) -> FigureID? {
    let subject = SensitivitySubject.value(parameter.id)
    let varied = second.shownSensitivity?.oneWay.first { $0.id == subject }
    guard let varied, varied.values[.base] == .parameter(parameter), varied.nets[name] != nil else {
      return nil
    }
    let id = FigureID.sensitivity(subject, .chosen(name), .value)
    return figures.contains(id) ? id : nil
  }

  /// Own values have no name but their id, which a reader expects with a capital.
  private func title(of parameter: Parameter) -> String {
    guard parameter.name == parameter.id, let first = parameter.name.first else {
      return parameter.name
    }
    return first.uppercased() + parameter.name.dropFirst()
  }

  private func cells(
    _ listed: ListedValue, name: String, unit: String, use: String
  ) -> [Cell] {
    func cell(_ id: FigureID?) -> Cell { id.map { .figure($0) } ?? .blank }
    return [
      .text(listed.id), .text(name),
      listed.value.map { .figure($0) } ?? .text(ListedValue.unlimited),
      listed.value.map { .figure($0) } ?? .text(texts(.assumptionsUnlimited)),
      cell(listed.low), cell(listed.high), .text(listed.unit), .text(unit),
      .optional(listed.validFrom), .optional(listed.validTo), .text(listed.source),
      .text(listed.status), .text(listed.usedBy.joined(separator: ";")),
      .text(texts(.status, listed.status)), .text(use), .text(listed.source),
    ]
  }

  private func assumptionTable() -> Table {
    func page(_ id: String, _ heading: TextKey, _ kind: Column.Kind) -> Column {
      Column(id, heading: texts(heading), kind: kind, for: .page)
    }
    let columns: [Column] = [
      .data("id"), .label(for: .page), .data("value", .number),
      page("value", .assumptionsBase, .number),
      Column("low", heading: texts(.assumptionsLow), kind: .number),
      Column("high", heading: texts(.assumptionsHigh), kind: .number), .data("unit"),
      page("unit", .assumptionsUnit, .word),
      Column("valid_from", heading: texts(.assumptionsFrom), kind: .date),
      Column("valid_to", heading: texts(.assumptionsTo), kind: .date), .data("source", .prose),
      .data("status"), .data("used_by"), page("status", .assumptionsStatus, .word),
      page("used_by", .assumptionsUsedBy, .prose), page("source", .assumptionsSource, .prose),
    ]
    var rows: [Row] = []
    for (heading, group) in [
      (TextKey.assumptionsStated, statedAssumptions), (.assumptionsParameters, usedParameters),
    ] where !group.isEmpty {
      rows.append(.heading(texts(heading), at: 1, of: columns.count))
      rows += group.map { Row(level: 1, $0.cells) }
    }
    return Table(
      id: "antaganden", columns: columns, rows: rows + movedDataRows,
      notes: [texts.paragraph(.assumptionsNote)])
  }
}
