// Per funder: paid in and came back, year by year (method.md section 8).

import Bookkeeping
import Calculation
import Figures
import Outcomes
import Rulebook

extension ReportDraft {
  /// A year in the table of funders.
  private struct FundingYear {
    let label: String
    let second: SecondBokslut
    /// The year's own figures.
    let figures: FigureBook
    let isReportYear: Bool
  }

  /// The table for the eye, nil when nobody paid and nothing came back, and the table of data.
  mutating func funders(
    _ earlier: [RestatedYear], yearLabel: String
  ) throws(ReportFault) -> (display: Table?, data: Table) {
    let years =
      [
        FundingYear(
          label: yearLabel, second: second, figures: figures, isReportYear: true)
      ]
      + earlier.map {
        FundingYear(
          label: $0.label, second: $0.second, figures: $0.figures, isReportYear: false)
      }
    for year in years { try addFunders(of: year) }
    let publicActors = second.actors.filter(\.isPublic)
    let labels = years.map(\.label)
    let subjects: [(subject: NetSubject, name: String)] =
      try named(publicActors) + [(.publicSector, try texts("funders.public"))]
      + named(privateFunders)
    let measures = shownMeasures
    var rows: [Row] = []
    for (subject, name) in subjects {
      let known = labels.filter { label in
        figures.contains(.funder(year: label, subject, .paidIn))
      }
      guard !known.isEmpty else { continue }
      rows.append(
        Row(.heading, [.text(name)] + Array(repeating: .blank, count: measures.count)))
      for label in known {
        let cells = measures.map { cell(.funder(year: label, subject, $0)) }
        rows.append(Row(level: 1, [.text(label)] + cells))
      }
    }
    var columns = [Column("label", heading: "", kind: .label)]
    for measure in measures {
      columns.append(
        Column(
          measure.rawValue, heading: try texts("funders.\(measure.rawValue)"), kind: .kronor))
    }
    var notes: [Paragraph] = []
    if second.coverage.isValued {
      notes.append(Paragraph(try texts("funders.note")))
      if labels.count > 1 { notes.append(Paragraph(try texts("funders.note.restated"))) }
    } else {
      notes.append(Paragraph(try texts("funders.note.partial")))
    }
    let hasPrivate = privateFunders.contains { funder in
      labels.contains { figures.contains(.funder(year: $0, .actor(funder.id), .paidIn)) }
    }
    if hasPrivate { notes.append(Paragraph(try texts("funders.note.private"))) }
    let display = Table(
      id: "finansiarer", columns: columns, rows: rows, notes: notes)
    return (
      rows.isEmpty ? nil : display, fundersData(labels, subjects.map(\.subject))
    )
  }

  /// Without valuation nothing is known to have come back.
  private var shownMeasures: [FunderMeasure] {
    second.coverage.isValued ? FunderMeasure.allCases : [.paidIn]
  }

  /// Those who may have given without being public: donors and members, and own actors.
  private var privateFunders: [Actor] {
    let others: Set<ActorID> = [.participant, .enterprise, .reserves, .widerEconomy]
    return second.actors.filter { !$0.isPublic && !others.contains($0.id) }
  }

  private func named(
    _ actors: [Actor]
  ) throws(ReportFault) -> [(subject: NetSubject, name: String)] {
    try actors.map { actor throws(ReportFault) in
      (.actor(actor.id), try name(of: actor.id))
    }
  }

  private mutating func addFunders(of year: FundingYear) throws(ReportFault) {
    var counted: [NetSubject] = []
    for actor in second.actors.filter(\.isPublic) {
      let input = year.figures[.net(.publicInput, .actor(actor.id))]
      let paidIn = Amount(ore: input?.value.scaled ?? 0)
      let net = year.figures[.net(.net, .actor(actor.id))]
      guard !paidIn.isZero || (net?.value.scaled ?? 0) != 0 else { continue }
      counted.append(.actor(actor.id))
      let formula: Formula? = year.isReportYear ? input.map { .figure($0.id) } : nil
      try addFunder(
        actor, paidIn: paidIn, formula: formula, net: net, of: year)
    }
    if !counted.isEmpty { try addTotal(of: counted, year) }
    for actor in privateFunders {
      let cells = privateCells(of: actor, year)
      let paidIn = try sum(cells.map(\.amount.negated))
      guard !paidIn.isZero else { continue }
      let ids = cells.map { FigureID.matrix($0.series, $0.kind, nil, actor.id) }
      let known = self.known(ids)
      try addFunder(
        actor, paidIn: paidIn,
        formula: year.isReportYear && !known.isEmpty && known.count == ids.count
          ? .balance(plus: [], minus: known) : nil,
        net: year.figures[.net(.net, .actor(actor.id))], of: year)
    }
  }

  /// What a private funder gave for the work: all that a public one's input is made of, and gifts,
  /// membership fees and private grants.
  private func privateCells(of actor: Actor, _ year: FundingYear) -> [MatrixEntry] {
    year.second.matrix.filter { entry in
      guard entry.series == .ledger, entry.actor == actor.id,
        let kind = FlowKind(rawValue: entry.kind.rawValue)
      else { return false }
      return kind.isPublicInput || [.gift, .membership, .privateGrant].contains(kind)
    }
  }

  private mutating func addFunder(
    _ actor: Actor, paidIn: Amount, formula: Formula?, net: Figure?, of year: FundingYear
  ) throws(ReportFault) {
    let name = try name(of: actor.id)
    let subject = NetSubject.actor(actor.id)
    func id(_ measure: FunderMeasure) -> FigureID {
      .funder(year: year.label, subject, measure)
    }
    try addFunder(
      .paidIn, id(.paidIn), name, year.label, paidIn, formula, people: 0)
    guard second.coverage.isValued, let net else { return }
    let gained = Amount(ore: net.value.scaled)
    let people = year.figures.people(of: net.id).count
    try addFunder(
      .net, id(.net), name, year.label, gained, year.isReportYear ? .figure(net.id) : nil,
      people: people)
    try addFunder(
      .cameBack, id(.cameBack), name, year.label, try sum([gained, paidIn]),
      .sum([id(.net), id(.paidIn)]), people: people)
  }

  private mutating func addTotal(
    of subjects: [NetSubject], _ year: FundingYear
  ) throws(ReportFault) {
    for measure in shownMeasures {
      let parts = known(subjects.map { .funder(year: year.label, $0, measure) })
      let amounts = parts.compactMap { figures[$0] }.map { Amount(ore: $0.value.scaled) }
      let people =
        measure == .paidIn ? 0 : year.figures.people(of: .net(.net, .publicSector)).count
      try addFunder(
        measure, .funder(year: year.label, .publicSector, measure), try texts("subject.public"),
        year.label, try sum(amounts), .sum(parts), people: people)
    }
  }

  private mutating func addFunder(
    _ measure: FunderMeasure, _ id: FigureID, _ name: String, _ year: String, _ amount: Amount,
    _ formula: Formula?, people: Int
  ) throws(ReportFault) {
    try figures.add(
      Figure(
        id: id, label: "\(try texts("funders.\(measure.rawValue)")) \(year): \(name)",
        value: .amount(amount), unit: .kronor, formula: formula, people: people))
  }

  private func fundersData(_ years: [String], _ subjects: [NetSubject]) -> Table {
    var rows: [Row] = []
    for year in years {
      for subject in subjects {
        for measure in FunderMeasure.allCases {
          let id = FigureID.funder(year: year, subject, measure)
          guard let figure = figures[id], figure.value.scaled != 0 || subject == .publicSector
          else {
            continue
          }
          rows.append(
            Row([
              .text(year), .text(subject.identifier), .text(measure.rawValue), .figure(id),
            ]))
        }
      }
    }
    return Table(
      id: "finansiarer",
      columns: ["year", "actor", "measure"].map { Column($0, heading: $0, kind: .word) }
        + [Column("amount", heading: "amount", kind: .ore)],
      rows: rows)
  }
}
