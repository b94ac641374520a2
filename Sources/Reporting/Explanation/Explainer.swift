// Walks from a figure to what it is made of: other figures, records, parameters and accounts.

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
  let assumptions: [AssumptionID: AssumptionEntry]
  let parameterFigures: [Parameter: FigureID]
  let settings: Settings
  let postings: PostingLines
  let others: OtherYears
  /// What work changed of each person's tax, and the lines that hold it.
  let taxes: [ParticipantID: PersonTax]
  let taxLines: Set<LineReference>
  /// Everybody behind the figures of the tree that is being told.
  private(set) var people: [FigureID: Set<ParticipantID>] = [:]

  /// Explains a report by the results that it was built from.
  package init(
    _ report: Report, second: SecondBokslut, settings: Settings,
    others: OtherYears = OtherYears()
  ) {
    self.report = report
    self.settings = settings
    self.others = others
    self.postings = PostingLines(report.books)
    self.texts = Texts(report.language)
    self.numbers = NumberText(report.language)
    self.parameterFigures = Dictionary(
      second.parameterFigures.map { ($0.use.parameter, $0.id) },
      uniquingKeysWith: { _, last in last })
    self.taxes = Dictionary(
      second.taxes.map { ($0.participant, $0) }, uniquingKeysWith: { first, _ in first })
    self.taxLines = Set(
      second.printedLines.filter {
        [.municipalTax, .regionalTax, .netCredit].contains($0.line.kind)
      }.map(\.reference))
    self.assumptions = Dictionary(
      AssumptionEntry.all(in: settings).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// Some figures, one a line: id, value with unit, and label, with tabs between.
  package func list(_ ids: [FigureID]) -> [Explanation] {
    ids.compactMap { report.figures[$0] }.map { figure in
      Explanation([
        .figure(figure.id),
        .text("\t\(value(of: figure))\t\(words(report.label(of: figure.id)))"),
      ])
    }
  }

  /// What a tree has told.
  struct Told {
    var figures: Set<FigureID> = []
    var taxes: Set<ParticipantID> = []
  }

  /// The figure's tree; what is told once is afterwards only named.
  package func explain(_ id: FigureID) -> Explanation {
    var told = Told()
    var explainer = self
    explainer.people = report.figures.people(behind: id)
    return explainer.tree(of: id, isSubtracted: false, &told)
  }

  /// The line of a figure and, the first time, all that lies under it.
  func tree(
    of id: FigureID, isSubtracted: Bool, _ told: inout Told
  ) -> Explanation {
    let figure = figure(id)
    let sign = isSubtracted ? "\u{2212} " : ""
    let text = "= \(value(of: figure))  \(words(report.label(of: id)))"
    guard told.figures.insert(id).inserted else {
      return Explanation(
        [.text(sign), .figure(id), .text(" \(text)"), above], of: .figure(id), isRepeat: true)
    }
    return Explanation(
      [.text(sign), .figure(id), .text(" \(text)")], walk(figure, &told), of: .figure(id))
  }

  /// What a line ends with whose way back stands above.
  var above: Explanation.Piece { .text(" (\(texts(.explainAbove)))") }

  /// Words from the inputs, in which an identity number may still hide.
  func words(_ text: String) -> String { PersonalIdentityNumber.masked(text) }

  /// Ids and names stand beside each other in the report's own list of actors.
  func name(of actor: ActorID) -> String {
    let known = report.socialVouchers.actors.first { $0.id == actor.rawValue }
    if let known { return words(known.name) }
    // Somebody who is in no line of this year, but in another's.
    return texts(ifAny: .actor, actor) ?? words(actor.rawValue)
  }
}
