// The table of every indicator, in a report and of a register by itself.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// The table `indikatorer`.
enum IndicatorTable {
  /// Every indicator of every group; the page shows those of everyone.
  static func all(_ indicators: [Indicator], figures: FigureBook, _ texts: Texts) -> Table {
    func cell(_ id: FigureID) -> Cell { figures.contains(id) ? .figure(id) : .blank }
    let rows = indicators.map { indicator in
      let (name, group) = (indicator.id, indicator.group)
      let id = FigureID.indicator(name, group)
      let unit = figures[id]?.unit
      return Row(
        .body, for: group == .all ? .both : .data,
        [
          .text(name.identifier), .text(group.identifier), .text(texts.name(of: name)),
          .figure(id), .text(unit?.rawValue ?? ""),
          .text(unit.map { $0 == .share ? "" : texts(.unit, $0) } ?? ""),
          cell(.indicator(name, group, .part)), cell(.indicator(name, group, .whole)),
          .text(name.irisID ?? ""),
        ])
    }
    return Table(
      id: "indikatorer", title: texts(.indicatorsAll),
      columns: [
        .data("indicator"), .data("group"), .label(for: .page),
        Column("value", heading: texts(.columnValue), kind: .number), .data("unit"),
        Column("unit", heading: texts(.assumptionsUnit), kind: .word, for: .page),
        Column("part", heading: texts(.indicatorsPart), kind: .number, for: .page),
        Column("whole", heading: texts(.indicatorsWhole), kind: .number, for: .page),
        Column("iris_id", heading: "IRIS+", kind: .word),
      ], rows: rows, notes: [texts.paragraph(.indicatorsNote)])
  }
}

extension ReportBuilder {
  /// What a register shows of a year by itself, as a report of one table: no books, no value in
  /// kronor. It never becomes an edition. `date` is the register's latest day, or the year's last.
  package static func indicators(
    _ observed: Observed, settings: Settings, year: FiscalYear, yearLabel: String,
    date: CalendarDate, language: Language? = nil
  ) throws(ReportFault) -> Report {
    let texts = Texts(language ?? settings.organisation.language)
    let figures = try FigureBook(of: observed.indicators)
    let table = IndicatorTable.all(observed.indicators, figures: figures, texts)
    return try Report(
      organisation: settings.organisation, year: year, yearLabel: yearLabel, date: date,
      language: texts.language, preliminary: nil, sections: [], dataTables: [table],
      figures: figures, labels: texts.labels(of: observed.indicators), listedValues: [],
      socialVouchers: SocialVouchers(
        ledger: Ledger([], actors: [], year: year), all: [], actors: [], accountNames: [:]),
      warnings: [], books: nil
    ).checked()
  }
}

extension Texts {
  /// The name of an indicator.
  func name(of id: IndicatorID) -> String {
    switch id {
    case .transitions(let destination): self(.destination, destination)
    case .evidenceMonths(let evidence):
      self(.indicatorEvidenceMonths(evidence: self(.evidence, evidence)))
    default: self(.indicator, id)
    }
  }

  /// The name of an indicator of a group: `Deltagare under året, kvinna`.
  func name(of id: IndicatorID, _ group: ParticipantGroup) -> String {
    group == .all ? name(of: id) : "\(name(of: id)), \(name(of: group))"
  }

  fileprivate func labels(of indicators: [Indicator]) -> [FigureID: String] {
    Dictionary(
      indicators.map { (.indicator($0.id, $0.group), name(of: $0.id, $0.group)) },
      uniquingKeysWith: { first, _ in first })
  }
}
