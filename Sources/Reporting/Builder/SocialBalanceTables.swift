// The section Social balans: what held transitions are expected to move, with its roll-forward.

import Bookkeeping
import Calculation
import Figures

extension ReportDraft {
  /// The roll-forward, with the file in long form and the lines that it closes with; nothing when
  /// there is no social balance.
  func socialBalance() -> ReportPart {
    guard let balance = second.socialBalance else { return ReportPart() }
    // Entries of nothing are left out, so an actor without any is zero in every step.
    let shown = second.actors.filter { actor in
      balance.entries.contains { $0.actor == actor.id } && actor.id != .widerEconomy
    }
    let subjects = shown.map { NetSubject.actor($0.id) } + [.publicSector, .society]
    let rows = balance.shownSteps.map { step in
      let role: Row.Role =
        step == .closing ? .total : (step == .opening ? .subtotal : .body)
      return Row(
        role, level: role == .body ? 1 : 0,
        [.text(texts(.socialBalanceStep, step))]
          + subjects.map { cell(.socialBalance(step, $0)) })
    }
    let note: TextKey =
      if !balance.hasOpening {
        .socialBalanceNoteNoOpening
      } else if balance.isRecomputed {
        .socialBalanceNoteRecomputed
      } else if balance.usesAdoptedAssumptions {
        .socialBalanceNoteAdopted
      } else {
        .socialBalanceNoteAdoptedWithoutAssumptions
      }
    let display = Table(
      id: "social-balans",
      columns: [.label]
        + subjects.map {
          Column($0.identifier, heading: labels.name(of: $0), kind: .kronor)
        }, rows: rows, notes: [texts.paragraph(.socialBalanceNote), texts.paragraph(note)])
    let data = Table(
      id: "social-balans", columns: [.data("step"), .data("actor"), .data("amount", .ore)],
      rows: balance.entries.map { entry in
        Row([
          .text(entry.step.rawValue), .text(entry.actor.rawValue),
          .figure(.socialBalance(entry.step, .actor(entry.actor))),
        ])
      })
    return ReportPart(
      sections: [section(.socialBalance, [.table(display)])],
      data: [data, projectedLines(balance)])
  }
}
