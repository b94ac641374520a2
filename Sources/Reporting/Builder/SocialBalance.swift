// The section Social balans: what held transitions are expected to move, with its roll-forward.

import Bookkeeping
import Calculation
import Figures
import Outcomes

extension ReportDraft {
  /// The section and its tables of data; nil when there is no social balance.
  func socialBalance() throws(ReportFault) -> (
    section: Section, data: Table, lines: Table
  )? {
    guard let balance = second.socialBalance else { return nil }
    let lines = projectedLines(balance)
    let steps = balance.shownSteps
    // Entries of nothing are left out, so an actor without any is zero in every step.
    let shown = second.actors.filter { actor in
      balance.entries.contains { $0.actor == actor.id } && actor.id != .widerEconomy
    }
    var columns = [Column("step", heading: "", kind: .label)]
    for actor in shown {
      columns.append(Column(actor.id.rawValue, heading: try name(of: actor.id), kind: .kronor))
    }
    let totals: [NetSubject] = [.publicSector, .society]
    for subject in totals {
      let id = subject.identifier
      columns.append(Column(id, heading: try texts("subject.\(id)"), kind: .kronor))
    }
    let rows = try steps.map { step throws(ReportFault) in
      let ids =
        shown.map { FigureID.socialBalance(step, .actor($0.id)) }
        + totals.map { FigureID.socialBalance(step, $0) }
      let role: Row.Role =
        step == .closing ? .total : (step == .opening ? .subtotal : .body)
      return Row(
        role, level: role == .body ? 1 : 0,
        [.text(try texts("social-balance.step.\(step.rawValue)"))]
          + ids.map { figures.contains($0) ? .figure($0) : .blank })
    }
    var notes = [Paragraph(try texts("social-balance.note"))]
    if !balance.hasOpening {
      notes.append(Paragraph(try texts("social-balance.note.no-opening")))
    } else if balance.isRecomputed {
      notes.append(Paragraph(try texts("social-balance.note.recomputed")))
    } else if balance.usesAdoptedAssumptions {
      notes.append(Paragraph(try texts("social-balance.note.adopted")))
    } else {
      notes.append(Paragraph(try texts("social-balance.note.adopted-without-assumptions")))
    }
    let display = Table(
      id: "social-balans", columns: columns, rows: rows, notes: notes)
    let data = Table(
      id: "social-balans",
      columns: ["step", "actor"].map { Column($0, heading: $0, kind: .word) }
        + [Column("amount", heading: "amount", kind: .ore)],
      rows: balance.entries.map { entry in
        Row([
          .text(entry.step.rawValue), .text(entry.actor.rawValue),
          .figure(.socialBalance(entry.step, .actor(entry.actor))),
        ])
      })
    return (
      Section(
        id: .socialBalance, title: try texts("section.social-balans"),
        lead: try texts("section.social-balans.lead"), blocks: [.table(display)]),
      data, lines
    )
  }
}
