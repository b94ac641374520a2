// Figures of other years: what funders paid in and what came back, and last year as filed and as
// computed today.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// An earlier year's second bokslut with the figures that the same maker makes of it.
struct RestatedYear {
  let label: String
  let second: SecondBokslut
  let book: FigureBook
}

/// The groups of the comparison between years.
package enum ComparisonGroup: String, CaseIterable, Sendable {
  /// The first bokslut.
  case first
  /// The second.
  case second
  /// What was observed.
  case observed
}

extension FigureID {
  /// Whether the comparison shows the figure even when every year has nothing.
  package var isAlwaysCompared: Bool {
    switch self {
    case .net(.net, .actor): false
    case .indicator(let id, _, _): id.destination == nil
    default: true
    }
  }
}

extension SecondBokslut {
  /// The figures that may be compared, in order.
  package func compared(_ group: ComparisonGroup) -> [FigureID] {
    switch group {
    case .first:
      return [StatementLayout.RowID.netSales, StatementLayout.RowID.result].map {
        .statement(.incomeStatement, row: $0, .current)
      }
    case .second:
      let input = FigureID.net(.publicInput, .publicSector)
      guard coverage.isValued else { return [input] }
      let own = actors.members(of: .society).map { FigureID.net(.net, .actor($0)) }
      return [input, .net(.gross, .publicSector), .net(.gross, .society)] + own
        + [.net(.net, .publicSector), .net(.net, .society)]
    case .observed:
      let observed: [IndicatorID] = [
        .participants, .trained, .placeYears, .employedDuringYear, .fullTimeEquivalents,
      ]
      let left = Destination.allCases.map { IndicatorID.transitions(to: $0) }
      return (observed + left + [.held(months: 6), .held(months: 12)]).map { .indicator($0) }
    }
  }

  /// The measures of funders that are known: without valuation nothing is known to have come back.
  package var funderMeasures: [FunderMeasure] {
    coverage.isValued ? FunderMeasure.allCases : [.paidIn]
  }
}

extension BookMaker {
  /// The comparison, then the funders.
  mutating func addYears() throws(ReportFault) {
    guard let others = input.others else { return }
    var restated: [RestatedYear] = []
    for year in others.earlier {
      guard case .computed(let first, let second) = year.content else { continue }
      var maker = BookMaker(
        BookInput(
          first: first, second: second, settings: input.settings, yearLabel: year.label))
      try maker.addYearAlone()
      restated.append(RestatedYear(label: year.label, second: second, book: maker.book))
    }
    let last = others.earlier.first { $0.year.end.adding(days: 1) == first.year.start }
    try addComparison(restated.first { $0.label == last?.label }, others.filed)
    try addFunders(of: second, book, label: input.yearLabel, isReportYear: true)
    for year in restated {
      try addFunders(of: year.second, year.book, label: year.label, isReportYear: false)
    }
  }

  // MARK: Comparison

  private mutating func addComparison(
    _ restated: RestatedYear?, _ filed: FiledYear?
  ) throws(ReportFault) {
    guard restated != nil || filed != nil else { return }
    for id in ComparisonGroup.allCases.flatMap(second.compared) {
      let before = restated?.book[id]
      guard let known = book[id] ?? before else { continue }
      let adopted = filed?.values[id].flatMap { known.value.reading($0) }
      let values = [book[id]?.value, before?.value, adopted].compactMap(\.self)
      guard id.isAlwaysCompared || values.contains(where: { $0.scaled != 0 }) else { continue }
      if let adopted, let filed {
        try add(.comparison(id, .filed), adopted, known.unit, .from(.filed(year: filed.label)))
      }
      if let before, let restated {
        try add(
          .comparison(id, .restated), before.value, known.unit,
          .from(.otherYear(restated.label, [id], restated.book)))
      }
      guard let adopted, let before else { continue }
      guard let difference = before.value.less(adopted) else { throw .overflow }
      try add(
        .comparison(id, .difference), difference, known.unit,
        .formula(
          .balance(plus: [.comparison(id, .restated)], minus: [.comparison(id, .filed)])))
    }
  }

  // MARK: Funders

  /// A year's funders by that year's figures, public ones first, then their sum, then private ones.
  private mutating func addFunders(
    of year: SecondBokslut, _ figures: FigureBook, label: String, isReportYear: Bool
  ) throws(ReportFault) {
    func origin(_ formula: Formula) -> Origin {
      isReportYear
        ? .formula(formula) : .from(.otherYear(label, formula.inputs, figures))
    }
    var counted: [NetSubject] = []
    for actor in second.actors.members(of: .publicSector).map(NetSubject.actor) {
      let input = figures[.net(.publicInput, actor)]
      let net = figures[.net(.net, actor)]
      guard (input?.value.scaled ?? 0) != 0 || (net?.value.scaled ?? 0) != 0 else { continue }
      counted.append(actor)
      try addFunder(
        label, actor, paidIn: Amount(ore: input?.value.scaled ?? 0),
        input.map { origin(.figure($0.id)) } ?? .from(.nothing),
        net: net, net.map { origin(.figure($0.id)) })
    }
    if !counted.isEmpty {
      for measure in second.funderMeasures {
        let parts = counted.map { FigureID.funder(year: label, $0, measure) }
          .filter(book.contains)
        let amounts = parts.compactMap { book[$0] }.map { Amount(ore: $0.value.scaled) }
        try add(
          .funder(year: label, .publicSector, measure), try sum(amounts), .formula(.sum(parts)))
      }
    }
    for funder in second.actors.privateFunders {
      let cells = year.gifts(of: funder.id)
      let paidIn = try sum(cells.map(\.amount.negated))
      guard !paidIn.isZero else { continue }
      let net = figures[.net(.net, .actor(funder.id))]
      try addFunder(
        label, .actor(funder.id), paidIn: paidIn,
        origin(.balance(plus: [], minus: cells.map(\.id))),
        net: net, net.map { origin(.figure($0.id)) })
    }
  }

  private mutating func addFunder(
    _ label: String, _ subject: NetSubject, paidIn: Amount, _ paidInOrigin: Origin,
    net: Figure?, _ netOrigin: Origin?
  ) throws(ReportFault) {
    func id(_ measure: FunderMeasure) -> FigureID { .funder(year: label, subject, measure) }
    try add(id(.paidIn), paidIn, paidInOrigin)
    guard second.coverage.isValued, let net, let netOrigin else { return }
    let gained = Amount(ore: net.value.scaled)
    try add(id(.net), gained, netOrigin)
    try add(id(.cameBack), try sum([gained, paidIn]), .formula(.sum([id(.net), id(.paidIn)])))
  }
}

extension SecondBokslut {
  /// What a private funder gave for the work: all that a public one's input is made of, and gifts,
  /// membership fees and private grants.
  fileprivate func gifts(of funder: ActorID) -> [MatrixEntry] {
    matrix.filter { entry in
      guard entry.series == .ledger, entry.actor == funder,
        let kind = FlowKind(rawValue: entry.kind.rawValue)
      else { return false }
      return kind.isPublicInput || [.gift, .membership, .privateGrant].contains(kind)
    }
  }
}
