// The section Känslighet: where the net turns, and which assumption decides most.

import Bookkeeping
import Calculation
import Figures

extension ReportDraft {
  /// What decides; nothing without assumptions.
  func sensitivity() -> ReportPart {
    guard let sensitivity = second.shownSensitivity else { return ReportPart() }
    let breakEvens = breakEvenRows(sensitivity)
    let oneWay = oneWayRows(sensitivity)
    let scenarios = scenarioRows(sensitivity)
    func table(
      _ id: String, _ title: TextKey, _ rows: [Row], _ kind: Column.Kind, note: TextKey
    ) -> Block {
      .table(
        Table(
          id: id, title: texts(title),
          columns: [
            .label, Column("value", heading: texts(.sensitivityValue), kind: .number),
            Column("public", heading: texts(.sensitivityPublic), kind: kind),
            Column("society", heading: texts(.sensitivitySociety), kind: kind),
          ], rows: rows, notes: [texts.paragraph(note)]))
    }
    let blocks = [
      table(
        "break-even", .sensitivityBreakEven, breakEvens.map(\.shown), .number,
        note: .sensitivityBreakEvenNote),
      table(
        "one-way", .sensitivityOneWay, oneWay.map(\.shown), .kronor,
        note: .sensitivityOneWayNote),
      table(
        "scenario", .sensitivityScenario, scenarios.map(\.shown), .kronor,
        note: .sensitivityScenarioNote),
    ]
    let data = Table(
      id: "kanslighet",
      columns: [
        .data("assumption"), .data("case"), .data("value", .number), .data("public", .ore),
        .data("society", .ore),
      ], rows: (breakEvens + oneWay + scenarios).compactMap(\.data))
    return ReportPart(sections: [section(.sensitivity, blocks)], data: [data])
  }

  /// A row for the reader's eye and, but for headings, the row of the CSV.
  private struct SensitivityRow {
    let shown: Row
    let data: Row?
  }

  private func breakEvenRows(_ sensitivity: Sensitivity) -> [SensitivityRow] {
    sensitivity.breakEvens.map { found in
      let id = found.subject
      let ids = subjects.map { FigureID.sensitivity(id, .breakEven, .net($0)) }
      return SensitivityRow(
        shown: Row(
          [.text(labels.name(of: id)), .blank]
            + ids.map { figures.contains($0) ? .figure($0) : .text(texts(.sensitivityNone)) }),
        data: Row([.text(word(of: id)), .text("break-even"), .blank] + ids.map(cell)))
    }
  }

  private func oneWayRows(_ sensitivity: Sensitivity) -> [SensitivityRow] {
    sensitivity.oneWay.flatMap { assumption in
      let id = SensitivitySubject.assumption(assumption.id)
      let cases = SensitivityCase.allCases.compactMap { name -> SensitivityRow? in
        let value = FigureID.sensitivity(id, .chosen(name), .value)
        guard figures.contains(value) else { return nil }
        let cells = [.figure(value)] + nets(id, name)
        return SensitivityRow(
          shown: Row(level: 1, [.text(texts(.sensitivityCase, name))] + cells),
          data: Row([.text(word(of: id)), .text(name.rawValue)] + cells))
      }
      return [SensitivityRow(shown: .heading(labels.name(of: id), of: 4), data: nil)] + cases
    }
  }

  private func scenarioRows(_ sensitivity: Sensitivity) -> [SensitivityRow] {
    SensitivityCase.allCases.filter { sensitivity.scenarios[$0] != nil }.map { name in
      let cells = [.blank] + nets(.scenario, name)
      return SensitivityRow(
        shown: Row(
          name == .base ? .subtotal : .body, [.text(texts(.sensitivityCase, name))] + cells),
        data: Row([.text(word(of: .scenario)), .text(name.rawValue)] + cells))
    }
  }

  private var subjects: [NetSubject] { [.publicSector, .society] }

  private func nets(_ id: SensitivitySubject, _ name: SensitivityCase) -> [Cell] {
    subjects.map { .figure(.sensitivity(id, .chosen(name), .net($0))) }
  }

  /// What kanslighet.csv calls a subject.
  private func word(of subject: SensitivitySubject) -> String {
    switch subject {
    case .assumption(let id): id.path
    case .commonDeadweight: "dödvikt"
    case .scenario: "scenario"
    }
  }

  /// The headline as low / base / high, with the assumption that decides most; nil without ranges.
  func headlineRange() -> Paragraph? {
    guard let most = second.shownSensitivity?.oneWay.first, most.swing > 0 else { return nil }
    return texts.paragraph(
      .headlineRange(
        low: FigureID.sensitivity(.scenario, .chosen(.low), .net(.society)),
        base: FigureID.net(.net, .society),
        high: FigureID.sensitivity(.scenario, .chosen(.high), .net(.society)),
        assumption: labels.name(of: .assumption(most.id))))
  }
}
