// The section Metod och antaganden: assumptions and the parameters that some line used.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// The section, its table of data and what the table lists of assumptions and parameters.
  mutating func assumptionsAndParameters() throws(ReportFault) -> (
    section: Section, data: Table, listed: [ListedValue]
  ) {
    var assumptionRows: [Row] = []
    var parameterRows: [Row] = []
    var listed: [ListedValue] = []
    for entry in AssumptionEntry.all(in: settings) {
      let ids = try addFigures(of: entry)
      assumptionRows.append(Row(level: 1, try display(entry, ids.map(Self.cell))))
      listed.append(
        ListedValue(
          id: entry.id.path, value: ids[0], low: ids[1], high: ids[2], unit: entry.unit.rawValue,
          source: entry.source, status: Parameter.ownStatus, usedBy: entry.usedBy))
    }
    let ids = ParameterFigures.ids(second.parametersUsed)
    for (use, id) in zip(second.parametersUsed, ids) {
      let parameter = use.parameter
      let value = try add(
        Figure(
          id: id, label: parameter.name, value: .parameter(parameter.value),
          unit: .parameter(parameter.unit)))
      parameterRows.append(Row(level: 1, try display(use, value)))
      listed.append(
        ListedValue(
          id: parameter.id, value: id, unit: parameter.unit.rawValue,
          validFrom: parameter.validFrom, validTo: parameter.validTo, source: parameter.source,
          status: parameter.status, usedBy: use.usedBy))
    }
    let width = 10
    var rows: [Row] = []
    for (key, group) in [
      ("assumptions.stated", assumptionRows), ("assumptions.parameters", parameterRows),
    ] where !group.isEmpty {
      rows.append(
        Row(.heading, [.text(try texts(key))] + Array(repeating: .blank, count: width - 1)))
      rows += group
    }
    var blocks: [Block] = []
    if rows.isEmpty {
      blocks.append(.paragraph(Paragraph(try texts("assumptions.none"))))
    } else {
      blocks.append(
        .table(
          Table(
            id: "antaganden", columns: try displayColumns(), rows: rows,
            notes: [Paragraph(try texts("assumptions.note"))])))
    }
    if let moved = try movedTable() { blocks.append(.table(moved)) }
    blocks += try method()
    return (
      Section(
        id: .assumptions, title: try texts("section.antaganden"),
        lead: try texts("section.antaganden.lead"), blocks: blocks),
      Table(
        id: "antaganden", columns: Self.assumptionDataColumns,
        rows: listed.map(Self.data) + movedDataRows),
      listed
    )
  }

  /// The figures of base, low and high, those that are stated.
  private mutating func addFigures(
    of entry: AssumptionEntry
  ) throws(ReportFault) -> [FigureID?] {
    let label = try name(of: entry)
    var ids: [FigureID?] = []
    for (part, value) in [
      (AssumptionPart.base, entry.base), (.low, entry.low), (.high, entry.high),
    ] {
      guard let value else {
        ids.append(nil)
        continue
      }
      let id = FigureID.assumption(entry.id, part)
      try figures.add(
        Figure(
          id: id, label: try "\(label), \(texts("assumptions.\(part.rawValue)"))", value: value,
          unit: entry.unit))
      ids.append(id)
    }
    return ids
  }

  private static func cell(_ id: FigureID?) -> Cell { id.map { .figure($0) } ?? .blank }

  /// What an assumption is called: `Dödvikt, anställning`.
  func name(of entry: AssumptionEntry) throws(ReportFault) -> String {
    guard let subject = entry.subjectKey else { return try texts(entry.nameKey) }
    return try "\(texts(entry.nameKey)), \(texts(subject))"
  }

  private func display(
    _ entry: AssumptionEntry, _ cells: [Cell]
  ) throws(ReportFault) -> [Cell] {
    let base = entry.base == nil ? Cell.text(try texts("assumptions.unlimited")) : cells[0]
    let unit = entry.base == nil ? "" : try texts("unit.\(entry.unit.rawValue)")
    return [
      .text(try name(of: entry)), base, cells[1], cells[2], .text(unit), .blank, .blank,
      .text(try texts("status.own")), .text(try use(of: entry)),
      .text(entry.source),
    ]
  }

  /// What an assumption is used for, in words.
  private func use(of entry: AssumptionEntry) throws(ReportFault) -> String {
    let use = try texts("\(entry.nameKey).use")
    guard let then = entry.then else { return use }
    let support = try texts("support.\(then.rawValue)")
    return try "\(use); \(texts("assumption.then", ["support": support]))"
  }

  private func display(_ use: ParameterUse, _ value: Cell) throws(ReportFault) -> [Cell] {
    let parameter = use.parameter
    var users: [String] = []
    for kind in use.usedBy { users.append(try name(of: LineKind(rawValue: kind))) }
    return [
      .text(title(of: parameter)), value, .blank, .blank,
      .text(try texts("unit.\(parameter.unit.rawValue)")), .date(parameter.validFrom),
      .optional(parameter.validTo), .text(try texts("status.\(parameter.status)")),
      .text(users.joined(separator: ", ")), .text(parameter.source),
    ]
  }

  /// Own values have no name but their id, which a reader expects with a capital.
  private func title(of parameter: Parameter) -> String {
    guard parameter.name == parameter.id, let first = parameter.name.first else {
      return parameter.name
    }
    return first.uppercased() + parameter.name.dropFirst()
  }

  private static func data(_ listed: ListedValue) -> Row {
    Row([
      .text(listed.id), listed.value.map { .figure($0) } ?? .text(ListedValue.unlimited),
      cell(listed.low), cell(listed.high), .text(listed.unit), .optional(listed.validFrom),
      .optional(listed.validTo), .text(listed.source), .text(listed.status),
      .text(listed.usedBy.joined(separator: ";")),
    ])
  }

  private func displayColumns() throws(ReportFault) -> [Column] {
    [
      Column("label", heading: "", kind: .label),
      Column("value", heading: try texts("assumptions.base"), kind: .number),
      Column("low", heading: try texts("assumptions.low"), kind: .number),
      Column("high", heading: try texts("assumptions.high"), kind: .number),
      Column("unit", heading: try texts("assumptions.unit"), kind: .word),
      Column("valid_from", heading: try texts("assumptions.from"), kind: .date),
      Column("valid_to", heading: try texts("assumptions.to"), kind: .date),
      Column("status", heading: try texts("assumptions.status"), kind: .word),
      Column("used_by", heading: try texts("assumptions.used-by"), kind: .prose),
      Column("source", heading: try texts("assumptions.source"), kind: .prose),
    ]
  }

  private static let assumptionDataColumns: [Column] = [
    Column("id", heading: "id", kind: .word),
    Column("value", heading: "value", kind: .number),
    Column("low", heading: "low", kind: .number),
    Column("high", heading: "high", kind: .number),
    Column("unit", heading: "unit", kind: .word),
    Column("valid_from", heading: "valid_from", kind: .date),
    Column("valid_to", heading: "valid_to", kind: .date),
    Column("source", heading: "source", kind: .prose),
    Column("status", heading: "status", kind: .word),
    Column("used_by", heading: "used_by", kind: .word),
  ]
}
