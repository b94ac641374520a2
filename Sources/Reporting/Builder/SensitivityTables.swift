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
    var blocks = [
      table(
        "break-even", .sensitivityBreakEven, breakEvens.map(\.shown), .number,
        note: .sensitivityBreakEvenNote)
    ]
    // Without a single range there is nothing to vary, and a range of one number would mislead.
    if !sensitivity.oneWay.isEmpty {
      blocks.append(
        table(
          "one-way", .sensitivityOneWay, oneWay.map(\.shown), .kronor,
          note: .sensitivityOneWayNote))
    }
    if sensitivity.subjects.allSatisfy({ sensitivity.deciding($0).isEmpty }) {
      blocks.append(.paragraph(rangeCount(sensitivity)))
    } else {
      blocks += [
        table(
          "scenario", .sensitivityScenario, scenarios.map(\.shown), .kronor,
          note: .sensitivityScenarioNote),
        .paragraph(rangeCount(sensitivity)), .table(ranges(sensitivity)),
        .table(actorOneWay(sensitivity)),
      ]
    }
    let data = Table(
      id: "kanslighet",
      columns: [
        .data("assumption"), .data("case"), .data("value", .number), .data("public", .ore),
        .data("society", .ore),
      ], rows: (breakEvens + oneWay + scenarios).compactMap(\.data))
    return ReportPart(
      sections: [section(.sensitivity, blocks)], data: [data, actorData(sensitivity)])
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
        data: Row([.text(id.path), .text("break-even"), .blank] + ids.map(cell)))
    }
  }

  private func oneWayRows(_ sensitivity: Sensitivity) -> [SensitivityRow] {
    sensitivity.oneWay.flatMap { assumption in
      let id = assumption.id
      let cases = SensitivityCase.allCases.filter { assumption.nets[$0] != nil }.map { name in
        let isUnlimited = assumption.values[name] == .unlimited
        func value(_ unlimited: String) -> Cell {
          isUnlimited ? .text(unlimited) : cell(.sensitivity(id, .chosen(name), .value))
        }
        return SensitivityRow(
          shown: Row(
            level: 1,
            [.text(texts(.sensitivityCase, name)), value(texts(.assumptionsUnlimited))]
              + nets(id, name)),
          data: Row(
            [.text(id.path), .text(name.rawValue), value(ListedValue.unlimited)]
              + nets(id, name)))
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
        data: Row([.text(SensitivitySubject.scenario.path), .text(name.rawValue)] + cells))
    }
  }

  private var subjects: [NetSubject] { [.publicSector, .society] }

  private func nets(_ id: SensitivitySubject, _ name: SensitivityCase) -> [Cell] {
    subjects.map { .figure(.sensitivity(id, .chosen(name), .net($0))) }
  }

  // MARK: By subject

  /// Everyone's net as low / base / high, with what decides most of it.
  private func ranges(_ sensitivity: Sensitivity) -> Table {
    Table(
      id: "ranges", title: texts(.sensitivityRanges),
      columns: [.label] + cases.map(caseColumn) + [
        Column("decides", heading: texts(.sensitivityDecides), kind: .prose)
      ],
      rows: sensitivity.subjects.map { subject in
        let most = sensitivity.deciding(subject).first
        return Row(
          subject == .society ? .total : subject == .publicSector ? .subtotal : .body,
          [.text(labels.name(of: subject))]
            + cases.map { cell(.sensitivity(.scenario, .chosen($0), .net(subject))) }
            + [most.map { .text(labels.name(of: $0.id)) } ?? .blank])
      }, notes: [texts.paragraph(.sensitivityRangesNote)])
  }

  /// For the public sector and each public actor: what moves its net, most first.
  private func actorOneWay(_ sensitivity: Sensitivity) -> Table {
    let columns: [Column] = [.label] + cases.map(caseColumn)
    let rows = sensitivity.subjects.filter { $0 != .society }.flatMap { subject -> [Row] in
      let deciding = sensitivity.deciding(subject)
      guard !deciding.isEmpty else { return [] }
      return [.heading(labels.name(of: subject), of: columns.count)]
        + deciding.map { one in
          Row(
            level: 1,
            [.text(labels.name(of: one.id))]
              + cases.map { cell(.sensitivity(one.id, .chosen($0), .net(subject))) })
        }
    }
    return Table(
      id: "one-way-actors", title: texts(.sensitivityOneWayActors), columns: columns, rows: rows,
      notes: [texts.paragraph(.sensitivityOneWayActorsNote)])
  }

  /// kanslighet-aktorer.csv: what kanslighet.csv says of the whole sector, by public actor.
  private func actorData(_ sensitivity: Sensitivity) -> Table {
    let varied = sensitivity.oneWay.map(\.id) + (sensitivity.scenarios.isEmpty ? [] : [.scenario])
    var rows: [Row] = []
    for id in varied {
      for name in cases {
        for case .actor(let actor) in sensitivity.subjects {
          let net = FigureID.sensitivity(id, .chosen(name), .net(.actor(actor)))
          guard figures.contains(net) else { continue }
          rows.append(
            Row([
              .text(id.path), .text(name.rawValue), .text(actor.rawValue), .figure(net),
            ]))
        }
      }
    }
    return Table(
      id: "kanslighet-aktorer",
      columns: [
        .data("assumption"), .data("case"), .data("actor"), .data("amount", .ore),
      ], rows: rows)
  }

  private var cases: [SensitivityCase] { SensitivityCase.allCases }

  private func caseColumn(_ name: SensitivityCase) -> Column {
    Column(name.rawValue, heading: texts(.sensitivityCase, name), kind: .kronor)
  }

  private func rangeCount(_ sensitivity: Sensitivity) -> Paragraph {
    let stated = sensitivity.statedCount
    return texts.paragraph(
      sensitivity.oneWay.isEmpty
        ? .sensitivityNoRange(stated: stated)
        : .sensitivityRangeCount(ranged: sensitivity.oneWay.count, stated: stated))
  }

  // MARK: Headline

  /// The headline as low / base / high with the assumption that decides most, for society and the
  /// public sector, and how many assumptions have a range; without any, only that.
  func headlineRange() -> [Paragraph] {
    guard let sensitivity = second.shownSensitivity else { return [] }
    let count = rangeCount(sensitivity)
    guard !sensitivity.oneWay.isEmpty else { return [count] }
    func range(_ subject: NetSubject) -> Paragraph {
      let low = FigureID.sensitivity(.scenario, .chosen(.low), .net(subject))
      let high = FigureID.sensitivity(.scenario, .chosen(.high), .net(subject))
      let base = FigureID.net(.net, subject)
      let name = labels.name(of: subject)
      guard let most = sensitivity.deciding(subject).first else {
        return texts.paragraph(.headlineRangeUnmoved(base: base, subject: name))
      }
      return texts.paragraph(
        .headlineRange(
          low: low, base: base, high: high, subject: name,
          assumption: labels.name(of: most.id)))
    }
    return [range(.society), range(.publicSector), count]
  }
}
