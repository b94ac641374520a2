// The people behind figures: whom a source names, and whom and how much of each a figure rests on.

import Bookkeeping
import Outcomes

extension Source {
  /// Whom it names; nobody unless it is of the register.
  package var participants: Set<ParticipantID> {
    switch self {
    case .otherYear(_, let figures, let book):
      figures.reduce(into: []) { $0.formUnion(book.people(of: $1)) }
    case .records(let list): Set(list.people.map(list.register.participant))
    case .shares(let records), .kronor(let records), .paidWages(let records):
      Set(records.map(\.participant))
    case .term(_, let terms): terms.participants
    case .valuation(let step): step.participants
    case .adopted(let lines, let actor):
      ValuationStep(actor, from: .adopted, to: lines).participants
    case .lineShares(let lines): Set(lines.flatMap(\.records).map(\.participant))
    case .accounts, .flows, .books, .beside, .parameter, .assumption, .recomputed, .breakEven,
      .stated, .figures, .reason, .nothing, .filed, .voucher, .reduces:
      []
    }
  }

  /// The figures that it names.
  package var figures: [FigureID] {
    switch self {
    case .figures(let figures): figures
    case .reduces(let line): [.line(line, .amount)]
    case .books(_, let scaledBy, let less):
      [scaledBy].compactMap(\.self) + less.map { .line($0, .amount) }
    case .recomputed(_, _, _, let atBase), .breakEven(_, _, let atBase): [atBase]
    default: []
    }
  }

  /// How many rows of the register it names; nil when it is not of the register.
  fileprivate var rowCount: Int? {
    switch self {
    case .records(let list): list.rows.count
    case .shares(let records), .kronor(let records), .paidWages(let records): records.count
    case .term(_, let terms): terms.basis.records.isEmpty ? nil : terms.basis.records.count
    case .valuation(let step): step.startsFromLines ? step.records.count : nil
    case .lineShares(let lines): lines.map(\.records.count).reduce(0, +)
    default: nil
    }
  }

  /// Each person's part of what it comes to; nil when it names nobody or cannot be divided.
  fileprivate var weights: [ParticipantID: Rational]? {
    switch self {
    case .records(let list): list.weights
    case .term(.basis, let terms): terms.basis.records.weights
    case .term: nil
    case .shares(let records), .kronor(let records): records.weights
    case .lineShares(let lines):
      lines.reduce(into: [:]) { weights, line in
        weights.merge(
          line.records.weights.mapValues { $0 * line.kronorPerUnit }, uniquingKeysWith: +)
      }
    case .valuation(let step): step.weights
    default: nil
    }
  }
}

extension RecordList {
  fileprivate var weights: [ParticipantID: Rational]? {
    func weights(_ part: (Int32) -> Rational) -> [ParticipantID: Rational] {
      rows.reduce(into: [:]) { $0[register.participant(of: $1), default: .zero] += part($1) }
    }
    return switch measure {
    case .people: weights { _ in .one }.mapValues { _ in .one }
    case .rows: weights { _ in .one }
    case .months: weights { register.months(of: $0) ?? .zero }
    case .years: weights { (register.months(of: $0) ?? .zero) / Rational(12) }
    case .medianWait: nil
    }
  }
}

extension [RecordShare] {
  fileprivate var weights: [ParticipantID: Rational] {
    reduce(into: [:]) { $0[$1.participant, default: .zero] += $1.basis }
  }
}

extension Origin {
  /// Whether it is of the register and names nobody there.
  var lacksPeople: Bool {
    let counts = sources.compactMap(\.rowCount)
    return !counts.isEmpty && counts.allSatisfy { $0 == 0 }
  }
}

extension FigureBook {
  /// Everybody behind a figure: those whom its sources name, and those behind the figures that it
  /// is made from.
  package func people(of id: FigureID) -> Set<ParticipantID> { people(behind: id)[id] ?? [] }

  /// Everybody behind a figure and behind each figure that it is made from.
  package func people(behind id: FigureID) -> [FigureID: Set<ParticipantID>] {
    workedOut(id) { figure, known in
      figure.origin.sources.reduce(
        into: figure.madeFrom.reduce(into: []) { $0.formUnion(known[$1] ?? []) }
      ) { $0.formUnion($1.participants) }
    }
  }

  /// Everybody behind a figure, each with their part of its value before rounding. Counted rows are
  /// one each or their months, shares of a line's basis what the line's value and factor make of
  /// them; sums, differences and rounding keep the parts. Where the value cannot be divided, as a
  /// share of people cannot, each has zero.
  package func weights(of id: FigureID) -> [ParticipantID: Rational] {
    workedOut(id) { figure, known in Parts(of: figure, known, in: self) }[id]?.weights ?? [:]
  }

  /// Works a figure out from those that it is made from, each once, with a stack of its own:
  /// figures may be chained deeper than the call stack.
  private func workedOut<Result>(
    _ id: FigureID, _ work: (Figure, [FigureID: Result]) -> Result
  ) -> [FigureID: Result] {
    var known: [FigureID: Result] = [:]
    var begun: Set<FigureID> = []
    var stack = [id]
    while let id = stack.last {
      guard let figure = self[id], known[id] == nil else {
        stack.removeLast()
        continue
      }
      // What is begun is below on the stack: a circle, which `check` refuses.
      if begun.insert(id).inserted {
        stack += figure.madeFrom.filter { known[$0] == nil && !begun.contains($0) }
      } else {
        known[id] = work(figure, known)
        stack.removeLast()
      }
    }
    return known
  }
}

/// How a number divides among the people behind it.
private struct Parts {
  /// Everybody behind it, with their part.
  let weights: [ParticipantID: Rational]
  /// Whether the parts are known: zero is then a part like any other.
  let isDivided: Bool

  private init(_ weights: [ParticipantID: Rational]) {
    self.weights = weights
    isDivided = true
  }

  /// A number that cannot be divided among the people behind it.
  private init(undividedAmong people: some Sequence<ParticipantID>) {
    weights = Dictionary(people.map { ($0, .zero) }, uniquingKeysWith: { one, _ in one })
    isDivided = weights.isEmpty
  }

  init(of figure: Figure, _ known: [FigureID: Parts], in book: FigureBook) {
    func people(_ ids: [FigureID]) -> [ParticipantID] {
      ids.flatMap { known[$0].map { Array($0.weights.keys) } ?? [] }
    }
    let sources = figure.origin.sources
    let named = sources.flatMap(\.participants)
    switch figure.origin.rule {
    case .formula(let formula):
      self = Self.of(formula, known, in: book).parts
        .beside(people(figure.origin.restsOn + sources.flatMap(\.figures)) + named)
    case .rounded(let figures): self.init(undividedAmong: people(figures) + named)
    case .sources:
      // Two sources that name people say two things of one number, such as a basis and a value.
      let divided = sources.compactMap(\.weights).filter { !$0.isEmpty }
      let others = people(sources.flatMap(\.figures)) + named
      self =
        divided.count == 1
        ? Parts(divided[0]).beside(others) : Parts(undividedAmong: others)
    }
  }

  /// The same with others behind the number, who have no part of it.
  private func beside(_ people: [ParticipantID]) -> Parts {
    let others = Parts(undividedAmong: people).weights
    guard isDivided else { return Parts(undividedAmong: people + weights.keys) }
    return Parts(weights.merging(others) { own, _ in own })
  }

  /// The parts of a formula's number, and whether it only scales what others have parts of: a
  /// number that nobody is behind, or unit value and factor of a line, whose people are those of
  /// its basis.
  private static func of(
    _ formula: Formula, _ known: [FigureID: Parts], in book: FigureBook
  ) -> (parts: Parts, isScale: Bool) {
    switch formula {
    case .number: return (Parts([:]), true)
    case .figure(let id):
      let parts = known[id] ?? Parts([:])
      return (parts, parts.weights.isEmpty || id.scalesLine)
    case .sum(let ids): return sum(ids.map { of(.figure($0), known, in: book) })
    case .add(let terms): return sum(terms.map { of($0, known, in: book) })
    case .round(let inner, _): return of(inner, known, in: book)
    case .multiply(let factors):
      let terms = factors.map { (factor: $0, of: of($0, known, in: book)) }
      let people = terms.flatMap(\.of.parts.weights.keys)
      let bearing = terms.filter { !$0.of.isScale }
      guard bearing.count == 1, bearing[0].of.parts.isDivided else {
        return (Parts(undividedAmong: people), bearing.isEmpty)
      }
      let scale = terms.filter(\.of.isScale).reduce(Rational.one) { scale, term in
        let value = try? term.factor.value { book[$0]?.value.rational ?? .zero }
        return scale * (value ?? .zero)
      }
      return (Parts(bearing[0].of.parts.weights.mapValues { $0 * scale }).beside(people), false)
    }
  }

  private static func sum(
    _ terms: [(parts: Parts, isScale: Bool)]
  ) -> (parts: Parts, isScale: Bool) {
    let isScale = terms.allSatisfy(\.isScale)
    guard terms.allSatisfy(\.parts.isDivided) else {
      return (Parts(undividedAmong: terms.flatMap(\.parts.weights.keys)), isScale)
    }
    let weights = terms.reduce(into: [ParticipantID: Rational]()) { weights, term in
      weights.merge(term.parts.weights, uniquingKeysWith: +)
    }
    return (Parts(weights), isScale)
  }
}

extension FigureID {
  /// Whether it is what a line multiplies its basis by.
  fileprivate var scalesLine: Bool {
    switch self {
    case .line(_, let part), .projectedLine(_, let part): part == .unitValue || part == .factor
    default: false
    }
  }
}
