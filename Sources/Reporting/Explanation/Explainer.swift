// Walks from a figure to what it is made of: other figures, records, parameters and accounts.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// Explains the figures of one report. What it tells names participants by their ids and knows no
/// disclosure control, so it belongs in the terminal of whoever has the register.
package struct Explainer: Sendable {
  let report: Report
  let texts: Texts
  let numbers: NumberText
  let entries: [AssumptionEntry]
  let parameterFigures: [Parameter: FigureID]
  let second: SecondBokslut
  let settings: Settings
  let postings: PostingLines
  private let lines: [FigureID: (line: SocialLine, part: LinePart)]
  private let parameters: [FigureID: Parameter]
  private let assumptions: [FigureID: AssumptionEntry]
  let socialBalance: SocialBalance?
  let projected: [FigureID: (line: ProjectedLine, part: LinePart)]
  let others: OtherYears
  /// Everybody behind the figures of the tree that is being told.
  private(set) var people: [FigureID: Set<ParticipantID>] = [:]

  /// Explains a report by the results that it was built from.
  package init(
    _ report: Report, second: SecondBokslut, settings: Settings,
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
    self.second = second
    self.settings = settings
    self.postings = PostingLines(report.books)
    self.texts = Texts(report.language)
    self.numbers = NumberText(report.language)
    var lines: [FigureID: (line: SocialLine, part: LinePart)] = [:]
    for (reference, line) in second.printedLines {
      for part in LinePart.allCases { lines[.line(reference, part)] = (line, part) }
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
    self.entries = AssumptionEntry.all(in: settings)
    var assumptions: [FigureID: AssumptionEntry] = [:]
    for entry in entries {
      for part in AssumptionPart.allCases { assumptions[.assumption(entry.id, part)] = entry }
    }
    self.assumptions = assumptions
  }

  /// The line of a voucher.
  func line(_ reference: LineReference) -> SocialLine? {
    lines[.line(reference, .amount)]?.line
  }

  /// The figures whose ids begin so, whatever the case and accents, in the order of the report: id,
  /// value with unit, and label, with tabs between. A whole word of the id may be left out at the
  /// end, not a part of it.
  package func list(beginning prefix: String = "") throws(ReportFault) -> [String] {
    let wanted = NameMatching.folded(prefix.hasSuffix(".") ? String(prefix.dropLast()) : prefix)
    var all: [String] = []
    for figure in report.figures.figures {
      let id = NameMatching.folded(FigureIDText.text(figure.id))
      guard wanted.isEmpty || id.hasPrefix("\(wanted).") else { continue }
      all.append(
        "\(FigureIDText.text(figure.id))\t\(try value(of: figure))\t\(words(report.label(of: figure.id)))"
      )
    }
    return all
  }

  /// The figure's tree; what is told once is afterwards only named.
  package func explain(_ id: FigureID) throws(ReportFault) -> Explanation {
    var told: Set<FigureID> = []
    var explainer = self
    explainer.people = report.figures.people(behind: id)
    return try explainer.tree(of: id, isSubtracted: false, &told)
  }

  /// The line of a figure and, the first time, all that lies under it.
  func tree(
    of id: FigureID, isSubtracted: Bool, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> Explanation {
    guard let figure = report.figures[id] else {
      throw .unknownFigure(id, namedBy: "an explanation")
    }
    let sign = isSubtracted ? "\u{2212} " : ""
    let text = "= \(try value(of: figure))  \(words(report.label(of: id)))"
    guard told.insert(id).inserted else {
      let above = try texts("explain.above")
      return Explanation([.text(sign), .figure(id), .text(" \(text) (\(above))")])
    }
    return Explanation([.text(sign), .figure(id), .text(" \(text)")], try parts(of: figure, &told))
  }

  private func parts(
    of figure: Figure, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    if namesItsOrigin(figure) { return try walk(figure, &told) }
    if let (line, part) = lines[figure.id] { return try parts(of: line, part, &told) }
    if let (line, part) = projected[figure.id] { return try parts(of: line, part) }
    if let parameter = parameters[figure.id] {
      return [Explanation(try facts(of: parameter))]
    }
    if let entry = assumptions[figure.id] { return [Explanation(try facts(of: entry))] }
    var parts: [Explanation] = []
    // A sum of no figures is told below.
    if let formula = figure.formula, !formula.inputs.isEmpty {
      let text = try FormulaText(texts).text(formula)
      parts.append(Explanation(try texts("explain.formula", ["formula": text])))
      for term in unique(FormulaText.terms(formula)) {
        parts.append(try tree(of: term.id, isSubtracted: term.isSubtracted, &told))
      }
    }
    if !figure.restsOn.isEmpty {
      var under: [Explanation] = []
      for id in figure.restsOn { under.append(try tree(of: id, isSubtracted: false, &told)) }
      parts.append(Explanation(try texts("explain.rests-on"), under))
    }
    parts += try trail(of: figure.id) + partsOfSteps(figure)
    // Only a sum over nothing and a row without accounts rest on no figure, record or account.
    if figure.parts.isEmpty, parts.isEmpty {
      let isZero = figure.value.scaled == 0
      parts.append(Explanation(try texts(isZero ? "explain.nothing" : "explain.calculation")))
    }
    return try people(behind: figure) + parts
  }

  /// What lies under a figure beside its formula.
  private func trail(of id: FigureID) throws(ReportFault) -> [Explanation] {
    try sensitivity(id) ?? []
  }

  func unique(_ terms: [FormulaText.Term]) -> [FormulaText.Term] {
    var seen: Set<FormulaText.Term> = []
    return terms.filter { seen.insert($0).inserted }
  }

  /// Words from the inputs, in which an identity number may still hide.
  func words(_ text: String) -> String { PersonalIdentityNumber.masked(text) }
}
