// The section Känslighet: where the net turns, and which assumption decides most.

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// What decides; nothing without assumptions.
  func sensitivity() -> ReportPart {
    guard let sensitivity = second.sensitivity, second.coverage.isValued else {
      return ReportPart()
    }
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
      let id = subject(of: found)
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

  private func subject(of found: BreakEven) -> SensitivitySubject {
    found.outcome.map { .assumption(.deadweight($0)) } ?? .commonDeadweight
  }

  /// The figures of the section.
  mutating func addSensitivityFigures() throws(ReportFault) {
    guard let sensitivity = second.sensitivity, second.coverage.isValued else { return }
    for found in sensitivity.breakEvens {
      for (part, value) in [
        (NetSubject.publicSector, found.publicSector), (.society, found.society),
      ] {
        guard let value else { continue }
        try figures.add(
          Figure(
            id: .sensitivity(subject(of: found), .breakEven, .net(part)), label: "",
            value: .factor(value), unit: .share))
      }
    }
    for assumption in sensitivity.oneWay {
      for name in SensitivityCase.allCases {
        guard let assumed = assumption.values[name],
          let figureValue = FigureValue(assumed: assumed), let net = assumption.nets[name]
        else { continue }
        try figures.add(
          Figure(
            id: .sensitivity(.assumption(assumption.id), .chosen(name), .value), label: "",
            value: figureValue, unit: unit(of: assumed)))
        try addNets(net, id: .assumption(assumption.id), name: name)
      }
    }
    for name in SensitivityCase.allCases {
      guard let net = sensitivity.scenarios[name] else { continue }
      try addNets(net, id: .scenario, name: name)
    }
  }

  private func unit(of assumed: AssumedValue) -> FigureUnit {
    switch assumed {
    case .rate: .share
    case .amount: .kronor
    case .count, .unlimited: .count
    }
  }

  private mutating func addNets(
    _ net: NetPair, id: SensitivitySubject, name: SensitivityCase
  ) throws(ReportFault) {
    for (part, amount) in [
      (NetSubject.publicSector, net.publicSector), (.society, net.society),
    ] {
      try figures.add(
        Figure(
          id: .sensitivity(id, .chosen(name), .net(part)), label: "", value: .amount(amount),
          unit: .kronor))
    }
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
    guard let sensitivity = second.sensitivity, second.coverage.isValued,
      let most = sensitivity.oneWay.first, most.swing > 0
    else { return nil }
    return texts.paragraph(
      .headlineRange(
        low: FigureID.sensitivity(.scenario, .chosen(.low), .net(.society)),
        base: FigureID.net(.net, .society),
        high: FigureID.sensitivity(.scenario, .chosen(.high), .net(.society)),
        assumption: labels.name(of: .assumption(most.id))))
  }
}
