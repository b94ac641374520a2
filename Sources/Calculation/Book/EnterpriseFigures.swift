// Figures of how the enterprise lives: income by channel and kind, key figures, and what the
// criteria of a social enterprise (ASF) are held against.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

extension BookMaker {
  // MARK: Income

  /// Income by channel, what no rule places last.
  mutating func addChannels() throws(ReportFault) {
    let total = try sum(second.channels.map(\.amount))
    let shares = second.channels.filter { !$0.amount.isZero }
    for part in shares {
      try add(
        .channel(part.channel, .amount), part.amount,
        .from(.flows(second.flows.filter { $0.kind.isIncome && $0.channel == part.channel })))
      guard !total.isZero else { continue }
      try add(
        .channel(part.channel, .share), try share(part.amount, of: total), .share,
        .rounded(of: shares.map { .channel($0.channel, .amount) }))
    }
  }

  /// Income by kind.
  mutating func addIncomeKinds(_ shares: [KeyFigures.IncomeShare]) throws(ReportFault) {
    for part in shares {
      let kind = LineKind(rawValue: part.kind.rawValue)
      try add(
        .incomeKind(part.kind, .amount), part.amount,
        .formula(.figure(.matrix(.ledger, kind, nil, .enterprise))))
      guard let exact = part.share else { continue }
      try add(
        .incomeKind(part.kind, .share), try share(exact), .share,
        .rounded(of: shares.map { .incomeKind($0.kind, .amount) }))
    }
  }

  // MARK: Key figures

  /// The key figures that are known.
  mutating func addKeyFigures(_ review: BooksReview) throws(ReportFault) {
    let figures = review.keyFigures
    let stated = review.stated
    if let members = stated.members {
      try add(
        .keyFigure(.membersStated), .count(members), .people,
        .from(.stated(stated.membersLocation ?? settings.location)))
    }
    let contributions = StatementLayout.RowID.memberContributions
    for (id, amount, columns) in [
      (KeyFigureID.memberContributions, figures.memberContributions, [YearColumn.current]),
      (.memberContributionsChange, figures.memberContributionsChange, YearColumn.allCases),
    ] {
      guard let amount else { continue }
      let rows = columns.compactMap { figure(.balanceSheet, contributions, $0) }
      try add(
        .keyFigure(id), amount, rows.isEmpty ? .from(.reason(.noAccounts(nil))) : .rounded(of: rows)
      )
      if id == .memberContributions, let row = rows.first { tie(.keyFigure(id), row) }
    }
    // A dividend leaves equity, which leads on to the accounts.
    let equity = [figure(.balanceSheet, StatementLayout.RowID.equity)].compactMap(\.self)
    if let amount = figures.dividend {
      try add(
        .keyFigure(.dividend), amount,
        figures.isDividendBooked
          ? .from(.reason(.dividendBooked), .figures(equity))
          : .from(.stated(stated.dividendLocation ?? settings.location)))
    }
    if let amount = figures.dividendPrevious {
      try add(
        .keyFigure(.dividendPrevious), amount,
        .from(.reason(.dividendBooked), .figures(equity)))
    }
    if let exact = figures.reinvestedSharePrevious {
      let row = figure(.incomeStatement, StatementLayout.RowID.result, .previous)
      try add(
        .keyFigure(.reinvestedSharePrevious), try share(exact), .share,
        .rounded(of: [row, .keyFigure(.dividendPrevious)].compactMap(\.self)))
    }
    if let exact = figures.reinvestedShare {
      try add(
        .keyFigure(.reinvestedShare), try share(exact), .share,
        .rounded(of: resultRow + [.keyFigure(.dividend)]))
    }
    if let employees = stated.employees {
      try add(
        .keyFigure(.employeesStated), Self.people(employees), .people,
        .from(.stated(stated.employeesLocation ?? settings.location)))
    }
    if let exact = figures.personnelCostPerEmployee {
      let row = figure(.incomeStatement, StatementLayout.RowID.personnel)
      try add(
        .keyFigure(.personnelCostPerEmployee), try kronor(exact), .kronor,
        .rounded(of: [row, .keyFigure(.employeesStated)].compactMap(\.self)))
    }
    try addTargetCost()
  }

  /// An average number of people: without decimals when it is whole.
  private static func people(_ number: Quantity) -> FigureValue {
    let (whole, rest) = number.hundredths.quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? .count(Int(whole)) : .quantity(number)
  }

  /// *Årets resultat*, when the income statement shows it.
  private var resultRow: [FigureID] {
    [figure(.incomeStatement, StatementLayout.RowID.result)].compactMap(\.self)
  }

  /// Wages and contributions of the target group per full-time equivalent: both parts by the
  /// register, so like stands over like.
  private mutating func addTargetCost() throws(ReportFault) {
    guard let observed = second.observed, observed.fullTimeEquivalents > .zero else { return }
    let cells = [LineKind.wageTarget, .feesTarget].compactMap { kind in
      second.matrix.first {
        $0.series == .ledger && $0.kind == kind && $0.actor == .enterprise && !$0.amount.isZero
      }
    }
    guard !cells.isEmpty else { return }
    let cost = cells.map { Rational(kronor: $0.amount) }.sum()
    try add(
      .keyFigure(.targetCostPerFTE), try kronor(-cost / observed.fullTimeEquivalents), .kronor,
      .rounded(
        of: cells.map { .matrix(.ledger, $0.kind, nil, .enterprise) }
          + [.indicator(.fullTimeEquivalents)]))
  }

  // MARK: Criteria

  /// What is held against the criteria of an ASF; they stand among the indicators. What is a key
  /// figure is made there, and is the same fact here.
  mutating func addCriteria() throws(ReportFault) {
    guard second.observed != nil else { return }
    for (criterion, keyFigure) in [
      (CriterionID.members, KeyFigureID.membersStated), (.dividend, .dividend),
      (.reinvested, .reinvestedShare),
    ] {
      guard let same = book[.keyFigure(keyFigure)] else { continue }
      try add(
        .criterion(criterion), same.value, same.unit,
        criterion == .reinvested
          ? .rounded(of: resultRow + [.criterion(.dividend)]) : same.origin)
      tie(.criterion(criterion), same.id)
    }
    try addIndependence()
  }

  /// Independence of the public sector: what the enterprise earns, and what public bodies pay for
  /// the social work.
  private mutating func addIndependence() throws(ReportFault) {
    let kinds = Set(KeyFigures.incomeKinds.map { LineKind(rawValue: $0.rawValue) })
    let income = second.printedLines.filter { _, line in
      line.series == .ledger && line.to == .enterprise && kinds.contains(line.kind)
    }
    let lines = income.map(\.line)
    let total = try sum(lines.map(\.amount))
    guard total > .zero else { return }
    let publicActors = Set(second.actors.members(of: .publicSector))
    let sales = lines.filter { $0.kind == "sale" }
    let paid = lines.filter { $0.kind != "sale" && publicActors.contains($0.from) }
    for (id, lines) in [(CriterionID.fromSales, sales), (.fromPublic, paid)] {
      try add(
        .criterion(id), try share(try sum(lines.map(\.amount)), of: total), .share,
        .rounded(of: income.map { .line($0.reference, .amount) }))
    }
  }
}
