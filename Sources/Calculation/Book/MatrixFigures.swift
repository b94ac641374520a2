// Figures of the actor matrix and of what is summed from it: rungs, bridge and returns.

import Bookkeeping
import Figures
import OrderedCollections
import Outcomes
import Rulebook

/// A row of the actor matrix.
package struct MatrixRow: Hashable, Sendable {
  /// Series.
  package let series: Series
  /// Kind.
  package let kind: LineKind
  /// Outcome kind; nil in series L.
  package let outcome: OutcomeKind?
}

extension MatrixEntry {
  /// The row that the cell stands in.
  package var row: MatrixRow { MatrixRow(series: series, kind: kind, outcome: outcome) }

  var id: FigureID { .matrix(series, kind, outcome, actor) }
}

extension SecondBokslut {
  /// The rows of the matrix in the order of reports, with their cells.
  package var matrixRows: OrderedDictionary<MatrixRow, [MatrixEntry]> {
    OrderedDictionary(grouping: matrix, by: \.row)
  }

  /// The rungs that this year's inputs allow: without register or assumptions nothing is valued,
  /// and *värderat* and *netto* are absent rather than shown as the ledger's balance.
  package var shownNets: [NetEntry] {
    nets.filter { coverage.isValued || $0.measure == .publicInput || $0.measure == .ledger }
  }

  /// The steps of the bridge that are shown: none where not everything is valued. A series that
  /// cancels out inside society is shown as the zero it is.
  package var shownBridge: [BridgeStep] {
    guard coverage.isValued else { return [] }
    return bridge.filter { step in
      switch step.id {
      case .result, .society, .series: true
      case .ledger: !step.amount.isZero
      }
    }
  }
}

extension BookMaker {
  // MARK: Lines

  /// Every line that moves an öre: its three terms, and what they multiply to.
  mutating func addLines() throws(ReportFault) {
    for (reference, line) in second.printedLines {
      func id(_ part: LinePart) -> FigureID { .line(reference, part) }
      let reduced = line.reduces.map { [Source.reduces($0)] } ?? []
      let books = line.series == .ledger ? [self.books(of: line)] : []
      try add(
        id(.basis), .quantity(line.basis), line.basisUnit == .months ? .months : .kronor,
        .from([.term(.basis, line.terms)] + books))
      try add(id(.unitValue), line.unitValue, .from(.term(.unitValue, line.terms)))
      try add(
        id(.factor), .factor(line.factor), .factor,
        .from([.term(.factor, line.terms)] + reduced))
      try add(
        id(.amount), line.amount,
        .formula(
          .round(
            .multiply([.figure(id(.basis)), .figure(id(.unitValue)), .figure(id(.factor))]),
            decimals: 2), [.voucher(line.head, line.terms)] + books + reduced))
    }
  }

  /// The accounts of a line of series L. What the target group takes of wages and fees is a line of
  /// its own, which the line of ordinary staff subtracts.
  private func books(of line: SocialLine) -> Source {
    func flows(_ kind: FlowKind) -> [ResultFlow] { second.flows.filter { $0.kind == kind } }
    func target(_ kind: LineKind) -> [LineReference] {
      second.printedLines.filter { $0.line.kind == kind }.map(\.reference)
    }
    return switch line.kind {
    case .wageTarget: .books(flows(.wage), scaledBy: .wages(.ratio))
    case .feesTarget: .books(flows(.socialFees), scaledBy: .wages(.feeRatio))
    case .wageOrdinary: .books(flows(.wage), less: target(.wageTarget))
    case .feesOrdinary: .books(flows(.socialFees), less: target(.feesTarget))
    default:
      .books(
        second.flows.filter { flow in
          flow.kind.rawValue == line.kind.rawValue
            && flow.counterpart == (flow.kind.isIncome ? line.from : line.to)
        })
    }
  }

  // MARK: Matrix

  /// Cells over lines, rows and series over cells.
  mutating func addMatrix() throws(ReportFault) {
    var lines: [MatrixRow: [(reference: LineReference, line: SocialLine)]] = [:]
    for (reference, line) in second.printedLines {
      let row = MatrixRow(series: line.series, kind: line.kind, outcome: line.outcome)
      lines[row, default: []].append((reference, line))
    }
    for cell in second.matrix {
      let own = lines[cell.row] ?? []
      try add(
        cell.id, cell.amount,
        .formula(
          .balance(
            plus: own.filter { $0.line.to == cell.actor }.map { .line($0.reference, .amount) },
            minus: own.filter { $0.line.from == cell.actor }.map { .line($0.reference, .amount) })))
    }
    var sums: OrderedDictionary<Series, [ActorID]> = [:]
    for series in Series.allCases {
      let rows = second.matrixRows.filter { $0.key.series == series }
      guard !rows.isEmpty else { continue }
      for (row, cells) in rows { try addTotal(of: row, cells) }
      sums[series] = try addSums(of: series, rows.values.flatMap(\.self))
    }
    try addGrandTotals(sums)
  }

  /// What a row sums to over all actors: always zero.
  private mutating func addTotal(
    of row: MatrixRow, _ cells: [MatrixEntry]
  ) throws(ReportFault) {
    let id = FigureID.matrixRowTotal(row.series, row.kind, row.outcome)
    let total = try sum(cells.map(\.amount))
    guard total.isZero else { throw .unbalancedRow(id, sum: total) }
    try add(id, total, .formula(.sum(cells.map(\.id))))
  }

  /// Each actor's balance in a series, and all actors'; gives the actors that have one.
  private mutating func addSums(
    of series: Series, _ cells: [MatrixEntry]
  ) throws(ReportFault) -> [ActorID] {
    let actors = second.actors.map(\.id).filter { id in cells.contains { $0.actor == id } }
    for actor in actors {
      let own = cells.filter { $0.actor == actor }
      try add(.seriesSum(series, actor), try sum(own.map(\.amount)), .formula(.sum(own.map(\.id))))
    }
    try add(
      .seriesSum(series, nil), try sum(cells.map(\.amount)),
      .formula(.sum(actors.map { .seriesSum(series, $0) })))
    return actors
  }

  private mutating func addGrandTotals(
    _ sums: OrderedDictionary<Series, [ActorID]>
  ) throws(ReportFault) {
    let actors = second.actors.map(\.id).filter { id in
      sums.values.contains { $0.contains(id) }
    }
    for actor in actors {
      let amounts = second.matrix.filter { $0.actor == actor }.map(\.amount)
      let series = sums.filter { $0.value.contains(actor) }.keys
      try add(
        .matrixSum(actor), try sum(amounts), .formula(.sum(series.map { .seriesSum($0, actor) })))
    }
    try add(
      .matrixSum(nil), try sum(second.matrix.map(\.amount)),
      .formula(.sum(actors.map { .matrixSum($0) })))
  }

  // MARK: Rungs

  /// The rungs: actors before the sums over them.
  mutating func addNets() throws(ReportFault) {
    let entries = second.shownNets
    let cells = Set(second.matrix.map(\.id))
    let series = Dictionary(grouping: second.matrix, by: \.actor).mapValues { own in
      Set(own.map(\.series))
    }
    for entry in entries {
      guard case .actor(let actor) = entry.subject else { continue }
      try addNet(entry, formula(entry.measure, of: actor, series[actor] ?? [], cells: cells))
    }
    for entry in entries {
      if case .actor = entry.subject { continue }
      // Actors with nothing are not shown, so a sum reads only the others; only public actors pay
      // public input, whoever's it is called.
      let shown = Set(
        entries.filter { $0.measure == entry.measure && !$0.amount.isZero }.map(\.subject))
      let subject = entry.measure == .publicInput ? .publicSector : entry.subject
      let members = second.actors.members(of: subject).map(NetSubject.actor)
        .filter(shown.contains)
      try addNet(
        entry, members.isEmpty ? nil : .sum(members.map { .net(entry.measure, $0) }))
    }
  }

  private mutating func addNet(
    _ entry: NetEntry, _ formula: Formula?
  ) throws(ReportFault) {
    try add(
      .net(entry.measure, entry.subject), entry.amount,
      formula.map { .formula($0) } ?? .from(.nothing))
  }

  private func formula(
    _ measure: NetMeasure, of actor: ActorID, _ series: Set<Series>, cells: Set<FigureID>
  ) -> Formula? {
    if measure == .publicInput {
      let kinds: [LineKind] = ["placementFee", "grant", "wageSubsidy"]
      let paid = kinds.map { FigureID.matrix(.ledger, $0, nil, actor) }.filter(cells.contains)
      return paid.isEmpty ? nil : .balance(plus: [], minus: paid)
    }
    let counted = measure.series.filter(series.contains)
    return counted.isEmpty ? nil : .sum(counted.map { .seriesSum($0, actor) })
  }

  // MARK: Bridge

  /// The bridge, and that it ends where society's net stands.
  mutating func addBridge() throws(ReportFault) {
    let steps = second.shownBridge
    let cells = Set(second.matrix.map(\.id))
    let others = second.actors.othersInSociety
    let series = Dictionary(grouping: second.matrix, by: \.actor).mapValues { own in
      Set(own.map(\.series))
    }
    for step in steps {
      let parts: [FigureID]
      switch step.id {
      case .result:
        let result = StatementLayout.RowID.result
        let isShown = first.incomeStatement.row(result) != nil
        parts = isShown ? [.statement(.incomeStatement, row: result, .current)] : []
      case .ledger(let kind):
        parts = others.map { .matrix(.ledger, kind, nil, $0) }.filter(cells.contains)
      case .series(let name):
        parts = others.filter { series[$0]?.contains(name) == true }.map { .seriesSum(name, $0) }
      case .society:
        parts = steps.map(\.id).filter { $0 != .society }.map { .bridge($0) }
      }
      let origin: Origin = parts.isEmpty ? .from(.nothing) : .formula(.sum(parts))
      try add(.bridge(step.id), step.amount, origin)
    }
  }

  // MARK: Returns

  /// The returns (method.md section 8); none when nothing is valued or no public body paid.
  mutating func addRatios() throws(ReportFault) {
    let inputID = FigureID.net(.publicInput, .publicSector)
    guard second.coverage.isValued, let input = book[inputID]?.value, input.scaled > 0 else {
      return
    }
    for subject in [NetSubject.publicSector, .society] {
      guard let net = book[.net(.net, subject)] else { continue }
      let numerator = try sum([Amount(ore: net.value.scaled), Amount(ore: input.scaled)])
      try add(.ratio(subject, .numerator), numerator, .formula(.sum([net.id, inputID])))
      let rate = try fitting(try Rational(numerator.ore, input.scaled).rounded(decimals: 4))
      try add(
        .ratio(subject, .ratio), .parameter(.init(tenThousandths: rate)), .factor,
        .rounded(of: [.ratio(subject, .numerator), inputID]))
    }
  }
}

extension NetMeasure {
  /// The series that the rung adds up, in their order.
  var series: [Series] {
    switch self {
    case .gross: [.ledger, .avoidedPlacements, .employment, .transitions]
    case .net: Series.allCases
    case .ledger, .publicInput: [.ledger]
    }
  }
}
