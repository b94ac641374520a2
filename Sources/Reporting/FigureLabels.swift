// What each figure is called in the report's language, by its id.

import Calculation
import Figures
import Outcomes
import Rulebook

/// The labels of a report's figures.
struct FigureLabels {
  let texts: Texts
  let actors: [Actor]
  /// Where families that name no label here have theirs; goes when all do.
  var book = FigureBook()
  /// The year before, as the comparison names it.
  var lastYear = ""
  private let lines: [LineReference: LineHead]
  private let projected: [Int: ProjectedLine]
  /// The statements' rows, by this year's figure.
  private let rows: [FigureID: LayoutRow]
  private let form: LegalForm

  init(texts: Texts, first: FirstBokslut, second: SecondBokslut) {
    let printed = second.printedLines.map { ($0.reference, $0.line.head) }
    projected = Dictionary(
      (second.socialBalance?.numberedLines ?? []).map { ($0.number, $0.line) },
      uniquingKeysWith: { first, _ in first })
    lines = Dictionary(printed, uniquingKeysWith: { first, _ in first })
    self.texts = texts
    actors = second.actors
    var rows: [FigureID: LayoutRow] = [:]
    for statement in [first.incomeStatement, first.balanceSheet] {
      for row in statement.rows {
        rows[.statement(statement.kind, row: row.layout.id, .current)] = row.layout
      }
    }
    self.rows = rows
    self.form = first.form
  }

  /// What a figure is.
  func label(of id: FigureID) throws(ReportFault) -> String {
    switch id {
    case .line(let line, let part):
      try "\(name(of: line)), \(texts("journal.\(part.rawValue)"))"
    case .projectedLine(let number, let part):
      try "\(name(ofProjected: number)), \(texts("journal.\(part.rawValue)"))"
    case .socialBalance(let step, let subject):
      try "\(texts("social-balance.step.\(step.rawValue)")), \(name(of: subject))"
    case .matrix(_, let kind, let outcome, let actor):
      try "\(name(of: kind, outcome)): \(name(of: actor))"
    case .matrixRowTotal(_, let kind, let outcome): try name(of: kind, outcome)
    case .seriesSum(let series, let actor):
      try named(texts("matrix.series-sum", ["series": series.rawValue]), actor)
    case .matrixSum(let actor): try named(texts("matrix.sum"), actor)
    case .net(let measure, let subject):
      try "\(texts("measure.\(measure.rawValue)")): \(name(of: subject))"
    case .bridge(let point): try name(of: point)
    case .ratio(let subject, .ratio): try texts("ratio.\(subject.identifier)")
    case .ratio(let subject, .numerator): try texts("ratio.numerator.\(subject.identifier)")
    case .funder(let year, let subject, let measure):
      try "\(texts("funders.\(measure.rawValue)")) \(year): \(name(of: subject))"
    case .comparison(let id, let side):
      try texts(
        "comparison.label.\(side.rawValue)", ["figure": label(of: id), "year": lastYear])
    case .indicator(let id, let group, let part): try label(of: id, group, part)
    case .setback(let kind, _): try texts("setback.\(kind.rawValue)")
    case .funnel(let stage, _): try texts("funnel.\(stage.rawValue)")
    case .process: try texts("process.transitions")
    case .work(let place, let isSubsidised, _):
      try texts("work.\(place.rawValue).\(isSubsidised ? "subsidised" : "unsubsidised")")
    case .state(let state, _): try texts("state.\(state.rawValue)")
    case .evidence(let evidence, _): try texts("evidence.\(evidence.rawValue)")
    case .statement(let kind, let row, _): label(ofRow: row, in: kind)
    case .year(let year, let measure): try "\(texts("overview.\(measure.rawValue)")) \(year)"
    case .equity(let row, let column):
      try "\(label(ofRow: row, in: .balanceSheet)): \(texts("equity.\(column.rawValue)"))"
    case .keyFigure(let id): try texts("key.\(id.rawValue)")
    case .incomeKind(let kind, let part): try label(texts("kind.\(kind.rawValue)"), part)
    case .channel(let channel, let part): try label(name(of: channel), part)
    case .opening(let account, let column):
      try "\(account): \(texts("opening.\(column.rawValue)"))"
    case .check(let check, let part):
      try "\(texts("check.\(check.name.rawValue)")): \(texts("check.\(part.rawValue)"))"
    case .criterion(let id): try texts("asf.\(id.rawValue)")
    case .wages(let part): try texts("wages.\(part.rawValue)")
    default: book[id]?.label ?? ""
    }
  }

  private func label(
    of id: IndicatorID, _ group: ParticipantGroup, _ part: IndicatorPart
  ) throws(ReportFault) -> String {
    var label = try name(of: id)
    if group != .all { label += ", \(try texts.name(of: group))" }
    return part == .value
      ? label : try texts("indicator.\(part.rawValue)", ["indicator": label])
  }

  /// The name of an indicator.
  func name(of id: IndicatorID) throws(ReportFault) -> String {
    switch id {
    case .transitions(let destination): try texts("destination.\(destination.rawValue)")
    case .evidenceMonths(let evidence):
      try texts(
        "indicator.evidence-months", ["evidence": texts("evidence.\(evidence.rawValue)")])
    default: try texts("indicator.\(id.identifier)")
    }
  }

  private func label(ofRow row: String, in kind: StatementKind) -> String {
    let known =
      rows[.statement(kind, row: row, .current)]
      // A row that only another year shows.
      ?? StatementLayout.of(form).rows(of: kind).first { $0.id == row }
    return known.map(label) ?? row
  }

  /// A row of a statement.
  func label(_ row: LayoutRow) -> String {
    texts.language == .swedish ? row.labelSwedish : row.labelEnglish
  }

  private func label(_ income: String, _ part: SharePart) throws(ReportFault) -> String {
    part == .amount ? income : try texts("channel.share", ["channel": income])
  }

  /// A channel; nil is what no rule places.
  func name(of channel: IncomeChannel?) throws(ReportFault) -> String {
    try texts("channel.\(channel?.rawValue ?? "ej fördelat")")
  }

  private func named(_ label: String, _ actor: ActorID?) throws(ReportFault) -> String {
    guard let actor else { return label }
    return "\(label): \(try name(of: actor))"
  }

  private func name(ofProjected number: Int) throws(ReportFault) -> String {
    guard let line = projected[number] else { return String(number) }
    return try texts(
      "social-balance.line",
      ["number": String(number), "year": String(line.year), "kind": name(of: line.kind)])
  }

  private func name(of line: LineReference) throws(ReportFault) -> String {
    let number = "\(line.series.rawValue) \(line.number)"
    guard let head = lines[line] else { return number }
    return "\(number): \(try name(of: head.kind, head.outcome))"
  }

  /// An actor's name in the report's language, or the settings' own.
  func name(of id: ActorID) throws(ReportFault) -> String {
    if let own = actors.first(where: { $0.id == id })?.ownName { return own }
    return try texts("actor.\(id.rawValue)")
  }

  /// Whom a measure concerns.
  func name(of subject: NetSubject) throws(ReportFault) -> String {
    switch subject {
    case .actor(let id): try name(of: id)
    case .publicSector, .society: try texts("subject.\(subject.identifier)")
    }
  }

  /// The name of a kind of line.
  func name(of kind: LineKind) throws(ReportFault) -> String {
    try texts("kind.\(kind.rawValue)")
  }

  /// The name of a kind with its outcome, when it has one.
  func name(of kind: LineKind, _ outcome: OutcomeKind?) throws(ReportFault) -> String {
    let name = try name(of: kind)
    guard let outcome else { return name }
    return try "\(name), \(texts("outcome.\(outcome.rawValue)"))"
  }

  /// A point of the bridge.
  func name(of point: BridgePoint) throws(ReportFault) -> String {
    if case .ledger(let kind) = point {
      return try texts("bridge.ledger", ["kind": name(of: kind)])
    }
    return try texts("bridge.\(point.identifier)")
  }
}

extension Texts {
  /// The name of a group.
  func name(of group: ParticipantGroup) throws(ReportFault) -> String {
    switch group {
    case .all: try self("group.all")
    case .gender(let gender): try self("gender.\(gender.rawValue)")
    case .age(let band): try self("age.\(band.rawValue)")
    case .support(let kind): try self("support.\(kind.rawValue)")
    }
  }
}
