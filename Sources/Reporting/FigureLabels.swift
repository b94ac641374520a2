// What each figure is called in the report's language, by its id.

import Calculation
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// The labels of a report's figures.
struct FigureLabels {
  let texts: Texts
  let actors: [Actor]
  /// The year before, as the comparison names it.
  let lastYear: String
  private let lines: [LineReference: LineHead]
  private let projected: [Int: ProjectedLine]
  /// The statements' rows, by this year's figure.
  private let rows: [FigureID: LayoutRow]
  private let form: LegalForm
  private let parameters: [FigureID: Parameter]

  init(_ input: BookInput, _ texts: Texts) {
    let second = input.second
    projected = Dictionary(
      (second.socialBalance?.numberedLines ?? []).map { ($0.number, $0.line) },
      uniquingKeysWith: { first, _ in first })
    lines = Dictionary(
      second.printedLines.map { ($0.reference, $0.line.head) },
      uniquingKeysWith: { first, _ in first })
    self.texts = texts
    actors = second.actors
    lastYear = input.others?.filed?.label ?? input.lastYear?.label ?? ""
    var rows: [FigureID: LayoutRow] = [:]
    for statement in [input.first.incomeStatement, input.first.balanceSheet] {
      for row in statement.rows {
        rows[.statement(statement.kind, row: row.layout.id, .current)] = row.layout
      }
    }
    self.rows = rows
    form = input.first.form
    parameters = Dictionary(
      second.parameterFigures.map { ($0.id, $0.use.parameter) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What a figure is.
  func label(of id: FigureID) -> String {
    switch id {
    case .line(let line, let part): "\(name(of: line)), \(texts(.linePart, part))"
    case .projectedLine(let number, let part):
      "\(name(ofProjected: number)), \(texts(.linePart, part))"
    case .socialBalance(let step, let subject):
      "\(texts(.socialBalanceStep, step)), \(name(of: subject))"
    case .matrix(_, let kind, let outcome, let actor):
      "\(name(of: kind, outcome)): \(name(of: actor))"
    case .matrixRowTotal(_, let kind, let outcome): name(of: kind, outcome)
    case .seriesSum(let series, let actor):
      named(texts(.matrixSeriesSum(series: series.rawValue)), actor)
    case .matrixSum(let actor): named(texts(.matrixSum), actor)
    case .net(let measure, let subject): "\(texts(.measure, measure)): \(name(of: subject))"
    case .bridge(let point): name(of: point)
    case .ratio(let subject, .ratio): texts(.ratio, subject)
    case .ratio(let subject, .numerator): texts(.ratioNumerator, subject)
    case .funder(let year, let subject, let measure):
      "\(texts(.funder, measure)) \(year): \(name(of: subject))"
    case .comparison(let id, let side): label(ofCompared: id, side)
    case .indicator(let id, let group, let part): label(of: id, group, part)
    case .setback(let kind, _): texts(.setback, kind)
    case .funnel(let stage, _): texts(.funnel, stage)
    case .process: texts(.processTransitions)
    case .work(let place, let isSubsidised, _):
      texts(isSubsidised ? .subsidisedWork : .unsubsidisedWork, place)
    case .state(let state, _): texts(.state, state)
    case .evidence(let evidence, _): texts(.evidence, evidence)
    case .statement(let kind, let row, _): label(ofRow: row, in: kind)
    case .year(let year, let measure): "\(texts(.overview, measure)) \(year)"
    case .equity(let row, let column):
      "\(label(ofRow: row, in: .balanceSheet)): \(texts(.equity, column))"
    case .keyFigure(let id): texts(.keyFigure, id)
    case .incomeKind(let kind, let part): label(texts(.flow, kind), part)
    case .channel(let channel, let part): label(texts(.channel, channel), part)
    case .tied(let list, let part): "\(texts(.tiedList, list)): \(texts(.tiedPart, part))"
    case .cost(let kind): texts(.flow, kind)
    case .opening(let account, let column): "\(account): \(texts(.opening, column))"
    case .check(let check, let part):
      "\(texts(.check, check.name)): \(texts(.checkPart, part))"
    case .criterion(let id): texts(.criterion, id)
    case .wages(let part): texts(.wages, part)
    case .assumption(let id, let part): "\(name(of: id)), \(texts(.assumptionPart, part))"
    case .parameter: parameters[id]?.name ?? ""
    case .pensionClaim: texts(.methodPensionLabel)
    case .sensitivity(let id, let point, let part): label(of: id, point, part)
    }
  }

  private func label(
    of id: SensitivitySubject, _ point: SensitivityPoint, _ part: SensitivityPart
  ) -> String {
    let chosen =
      switch point {
      case .breakEven: "\(texts(.sensitivityBreakEven)), \(name(of: id))"
      case .chosen(let name): "\(self.name(of: id)), \(texts(.sensitivityCase, name))"
      }
    guard case .net(let subject) = part else { return chosen }
    return "\(chosen), \(name(of: subject))"
  }

  /// An assumption as the list of assumptions calls it: `Dödvikt, anställning`.
  func name(of id: AssumptionID) -> String {
    let name = texts(.assumption, id)
    return switch AssumptionRow[id].subject {
    case .outcome(let kind): "\(name), \(texts(.outcome, kind))"
    case .support(let kind): "\(name), \(texts(.support, kind))"
    case nil: name
    }
  }

  /// What the sensitivity moves; the common deadweight and the scenarios are no row of the list of
  /// assumptions.
  func name(of subject: SensitivitySubject) -> String {
    switch subject {
    case .commonDeadweight: texts(.sensitivityCommonDeadweight)
    case .scenario: texts(.sensitivityScenario)
    case .assumption(let id): name(of: id)
    case .value(let id): texts(.sensitivityOwnValue(id: id))
    }
  }

  private func label(ofCompared id: FigureID, _ side: ComparisonSide) -> String {
    let figure = label(of: id)
    let key: TextKey =
      switch side {
      case .filed: .comparisonLabelPreviousFiled(figure: figure, year: lastYear)
      case .restated: .comparisonLabelPreviousRestated(figure: figure, year: lastYear)
      case .difference: .comparisonLabelDifference(figure: figure, year: lastYear)
      }
    return texts(key)
  }

  private func label(
    of id: IndicatorID, _ group: ParticipantGroup, _ part: IndicatorPart
  ) -> String {
    let label = texts.name(of: id, group)
    return switch part {
    case .value: label
    case .part: texts(.indicatorPart(indicator: label))
    case .whole: texts(.indicatorWhole(indicator: label))
    }
  }

  /// The name of an indicator.
  func name(of id: IndicatorID) -> String { texts.name(of: id) }

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

  private func label(_ income: String, _ part: SharePart) -> String {
    part == .amount ? income : texts(.channelShare(channel: income))
  }

  private func named(_ label: String, _ actor: ActorID?) -> String {
    guard let actor else { return label }
    return "\(label): \(name(of: actor))"
  }

  private func name(ofProjected number: Int) -> String {
    guard let line = projected[number] else { return String(number) }
    return texts(
      .socialBalanceLine(number: number, year: line.year, kind: name(of: line.kind)))
  }

  private func name(of line: LineReference) -> String {
    let number = "\(line.series.rawValue) \(line.number)"
    guard let head = lines[line] else { return number }
    return "\(number): \(name(of: head.kind, head.outcome))"
  }

  /// An actor's name in the report's language, or the settings' own.
  func name(of id: ActorID) -> String {
    actors.first { $0.id == id }?.ownName ?? texts(.actor, id)
  }

  /// Whom a measure concerns.
  func name(of subject: NetSubject) -> String {
    switch subject {
    case .actor(let id): name(of: id)
    case .publicSector, .society: texts(.subject, subject)
    }
  }

  /// The name of a kind of line.
  func name(of kind: LineKind) -> String { texts(.kind, kind) }

  /// The name of a kind with its outcome, when it has one.
  func name(of kind: LineKind, _ outcome: OutcomeKind?) -> String {
    guard let outcome else { return name(of: kind) }
    return "\(name(of: kind)), \(texts(.outcome, outcome))"
  }

  /// A point of the bridge.
  func name(of point: BridgePoint) -> String {
    switch point {
    case .ledger(let kind): texts(.bridgeLedger(kind: name(of: kind)))
    case .result, .series, .society: texts(.bridge, point)
    }
  }
}

extension Texts {
  /// The name of a group.
  func name(of group: ParticipantGroup) -> String {
    switch group {
    case .all: self(.groupAll)
    case .gender(let gender): self(.gender, gender)
    case .age(let band): self(.age, band)
    case .support(let kind): self(.support, kind)
    }
  }
}
