// Figures of the social balance: the lines of its closing, the steps that led there, and their
// sums.

import Bookkeeping
import Figures

extension SocialBalance {
  /// The lines that move something, numbered from 1.
  package var numberedLines: [(number: Int, line: ProjectedLine)] {
    lines.filter { !$0.amount.isZero }.enumerated().map { ($0.offset + 1, $0.element) }
  }

  /// The steps that are shown: without an opening only the closing.
  package var shownSteps: [SocialBalanceStep] {
    hasOpening ? SocialBalanceStep.allCases : [.closing]
  }

  /// What the opening or a step moves for an actor: a valuation beside the one before it.
  fileprivate func source(of entry: SocialBalanceEntry) -> Source {
    let first = valuations.first?.lines ?? []
    guard entry.step != .opening else {
      return isRecomputed
        ? .valuation(ValuationStep(entry.actor, from: .nothing, to: first))
        : .adopted(first, entry.actor)
    }
    guard let index = valuations.firstIndex(where: { $0.step == entry.step }) else {
      preconditionFailure("\(entry.step) has no valuation")
    }
    return .valuation(
      ValuationStep(
        entry.actor,
        from: index > 0
          ? .lines(valuations[index - 1].lines) : isRecomputed ? .lines(first) : .adopted,
        to: valuations[index].lines))
  }
}

extension BookMaker {
  /// Lines, then steps, then sums; none when there is no social balance.
  mutating func addSocialBalance() throws(ReportFault) {
    guard let balance = second.socialBalance else { return }
    for (number, line) in balance.numberedLines { try addProjected(line, number) }
    for entry in balance.entries { try add(entry, of: balance) }
    for step in balance.shownSteps {
      for subject in [NetSubject.publicSector, .society] {
        let members = Set(second.actors.members(of: subject))
        let entries = balance.entries.filter { $0.step == step && members.contains($0.actor) }
        try add(
          .socialBalance(step, subject), try sum(entries.map(\.amount)),
          .formula(.sum(entries.map { .socialBalance(step, .actor($0.actor)) })))
      }
    }
  }

  private mutating func addProjected(
    _ line: ProjectedLine, _ number: Int
  ) throws(ReportFault) {
    func id(_ part: LinePart) -> FigureID { .projectedLine(number, part) }
    func term(_ part: LinePart) -> Origin { .from(.term(part, line.terms)) }
    try add(
      id(.basis), .quantity(line.basis), line.basisUnit == .months ? .months : .kronor,
      term(.basis))
    try add(id(.unitValue), line.unitValue, term(.unitValue))
    try add(id(.factor), .factor(line.factor), .factor, term(.factor))
    try add(
      id(.amount), line.amount,
      .formula(
        .round(
          .multiply([.figure(id(.basis)), .figure(id(.unitValue)), .figure(id(.factor))]),
          decimals: 2), [.voucher(line.head, line.terms)]))
  }

  /// What a step moves for an actor; the closing is the opening and every step after it.
  private mutating func add(
    _ entry: SocialBalanceEntry, of balance: SocialBalance
  ) throws(ReportFault) {
    let origin: Origin
    if entry.step == .closing {
      let lines = balance.numberedLines
      func amounts(_ isOf: (ProjectedLine) -> Bool) -> [FigureID] {
        lines.filter { isOf($0.line) }.map { .projectedLine($0.number, .amount) }
      }
      let received = amounts { $0.to == entry.actor }
      let given = amounts { $0.from == entry.actor }
      let before = balance.entries.filter { $0.actor == entry.actor && $0.step != .closing }
      origin =
        balance.hasOpening
        ? .formula(
          .sum(before.map { .socialBalance($0.step, .actor(entry.actor)) }),
          restsOn: received + given)
        : .formula(.balance(plus: received, minus: given))
    } else {
      origin = .from(balance.source(of: entry))
    }
    try add(.socialBalance(entry.step, .actor(entry.actor)), entry.amount, origin)
  }
}
