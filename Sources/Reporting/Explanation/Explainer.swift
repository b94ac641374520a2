// Walks from a figure to what it is made of: other figures, records, parameters and accounts.

import Bookkeeping
import Calculation
import Diagnostics
import Rulebook

/// Explains the figures of one report. What it tells names participants by their ids and knows no
/// disclosure control, so it belongs in the terminal of whoever has the register.
public struct Explainer: Sendable {
  let report: Report
  let texts: Texts
  let numbers: NumberText
  let entries: [AssumptionEntry]
  let parameterFigures: [Parameter: FigureID]
  private let rows: [FigureID: (row: StatementRow, column: YearColumn)]
  private let lines: [FigureID: (line: SocialLine, part: LinePart)]
  private let parameters: [FigureID: Parameter]
  private let assumptions: [FigureID: AssumptionEntry]
  let socialBalance: SocialBalance?
  let projected: [FigureID: (line: ProjectedLine, part: LinePart)]
  let others: OtherYears

  /// Explains a report by the results that it was built from.
  public init(
    _ report: Report, first: FirstBokslut, second: SecondBokslut, settings: Settings,
    others: OtherYears = OtherYears()
  ) {
    self.others = others
    self.socialBalance = second.socialBalance
    var projected: [FigureID: (line: ProjectedLine, part: LinePart)] = [:]
    for (number, line) in second.socialBalance?.numberedLines ?? [] {
      for part in LinePart.allCases { projected[.projectedLine(number, part)] = (line, part) }
    }
    self.projected = projected
    self.report = report
    self.texts = Texts(report.language)
    self.numbers = NumberText(report.language)
    var rows: [FigureID: (row: StatementRow, column: YearColumn)] = [:]
    for statement in [first.incomeStatement, first.balanceSheet] {
      for row in statement.rows {
        for column in YearColumn.allCases {
          rows[.statement(statement.kind, row: row.layout.id, column)] = (row, column)
        }
      }
    }
    self.rows = rows
    var lines: [FigureID: (line: SocialLine, part: LinePart)] = [:]
    for line in second.lines {
      for part in LinePart.allCases { lines[.line(line.reference, part)] = (line, part) }
    }
    self.lines = lines
    var parameters: [FigureID: Parameter] = [:]
    var parameterFigures: [Parameter: FigureID] = [:]
    for (use, id) in zip(second.parametersUsed, ParameterFigures.ids(second.parametersUsed)) {
      parameters[id] = use.parameter
      parameterFigures[use.parameter] = id
    }
    self.parameters = parameters
    self.parameterFigures = parameterFigures
    self.entries = AssumptionEntries(settings).all
    var assumptions: [FigureID: AssumptionEntry] = [:]
    for entry in entries {
      for part in ["base", "low", "high"] { assumptions[.assumption(entry.id, part)] = entry }
    }
    self.assumptions = assumptions
  }

  /// The line of a voucher.
  func line(_ reference: LineReference) -> SocialLine? {
    lines[.line(reference, .amount)]?.line
  }

  /// Every figure in the order of the report: id, value with unit, and label, with tabs between.
  public func list() throws(ReportFault) -> [String] {
    var all: [String] = []
    for figure in report.figures.figures {
      all.append("\(figure.id)\t\(try value(of: figure))\t\(words(figure.label))")
    }
    return all
  }

  /// The figure's tree; what is told once is afterwards only named.
  public func explain(_ id: FigureID) throws(ReportFault) -> Explanation {
    var told: Set<FigureID> = []
    return try tree(of: id, isSubtracted: false, &told)
  }

  /// The line of a figure and, the first time, all that lies under it.
  func tree(
    of id: FigureID, isSubtracted: Bool, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> Explanation {
    guard let figure = report.figures[id] else {
      throw .unknownFigure(id, namedBy: "an explanation")
    }
    let sign = isSubtracted ? "\u{2212} " : ""
    let text = "\(sign)\(id) = \(try value(of: figure))  \(words(figure.label))"
    guard told.insert(id).inserted else {
      return Explanation("\(text) (\(try texts("explain.above")))")
    }
    return Explanation(text, try parts(of: figure, &told))
  }

  private func parts(
    of figure: Figure, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    if let (line, part) = lines[figure.id] { return try parts(of: line, part, &told) }
    if let (line, part) = projected[figure.id] { return try parts(of: line, part) }
    if let parameter = parameters[figure.id] {
      return [Explanation(try facts(of: parameter))]
    }
    if let entry = assumptions[figure.id] { return [Explanation(try facts(of: entry))] }
    var parts: [Explanation] = []
    if figure.people > 0 {
      parts.append(
        Explanation(try texts("explain.people", ["count": String(figure.people)])))
    }
    if let formula = figure.formula {
      let text = try FormulaText(texts).text(formula)
      parts.append(Explanation(try texts("explain.formula", ["formula": text])))
      for term in unique(FormulaText.terms(formula)) {
        parts.append(try tree(of: term.id, isSubtracted: term.isSubtracted, &told))
      }
    }
    if !figure.restsOn.isEmpty {
      parts.append(Explanation(try texts("explain.rests-on")))
      for id in figure.restsOn { parts.append(try tree(of: id, isSubtracted: false, &told)) }
    }
    if let (row, column) = rows[figure.id] { parts += try accounts(of: row, column) }
    let beside = try partsOfSteps(figure) + partsOfYears(figure)
    parts += beside
    if figure.parts.isEmpty, rows[figure.id] == nil, beside.isEmpty {
      parts.append(Explanation(try texts("explain.origin.\(origin(of: figure.id))")))
    }
    return parts
  }

  private func unique(_ terms: [FormulaText.Term]) -> [FormulaText.Term] {
    var seen: Set<FormulaText.Term> = []
    return terms.filter { seen.insert($0).inserted }
  }

  /// Where a figure without parts comes from, by the first word of its id.
  private func origin(of id: FigureID) -> String {
    switch id.rawValue.prefix(while: { $0 != "." }) {
    case "flerar", "ek", "intaktsslag", "ib", "kanal": "books"
    case "indikator", "motgang", "tratt", "process", "work", "lage", "underlag": "register"
    case "nyckeltal", "asf": "all"
    case "avstamning": "check"
    case "lon": "wages"
    default: "calculation"
    }
  }

  /// Words from the inputs, in which an identity number may still hide.
  func words(_ text: String) -> String { PersonalIdentityNumber.masked(text) }
}
