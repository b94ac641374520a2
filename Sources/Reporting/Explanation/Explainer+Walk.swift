// Walks a figure's origin: the formula's figures, then the sources, one branch a kind of source.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// Whether the figure's family has been given typed origins; goes when all have.
  func namesItsOrigin(_ figure: Figure) -> Bool {
    switch figure.id {
    case .matrix, .matrixRowTotal, .seriesSum, .matrixSum, .net, .bridge, .ratio, .funder,
      .comparison, .indicator, .setback, .funnel, .process, .work, .state, .evidence,
      .statement, .year, .equity, .keyFigure, .incomeKind, .opening, .channel, .criterion, .check,
      .wages:
      true
    default: false
    }
  }

  /// What lies under a figure, by its origin.
  func walk(
    _ figure: Figure, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    var parts = try people(behind: figure)
    switch figure.origin.rule {
    case .formula(let formula):
      if !formula.inputs.isEmpty {
        parts.append(try said("explain.formula", ["formula": FormulaText(texts).text(formula)]))
        for term in unique(FormulaText.terms(formula)) {
          parts.append(try tree(of: term.id, isSubtracted: term.isSubtracted, &told))
        }
      }
      try restOn(figure.origin.restsOn, &parts, &told)
    case .rounded(let figures): try restOn(figures, &parts, &told)
    case .sources: break
    }
    for source in figure.origin.sources {
      parts += try self.parts(of: source, in: figure, &told)
    }
    // Only a sum over nothing and a row without accounts rest on no figure, record or account.
    if parts.isEmpty {
      let isZero = figure.value.scaled == 0
      parts.append(try said(isZero ? "explain.nothing" : "explain.calculation"))
    }
    return parts
  }

  /// How many people are behind a figure, when there are any.
  func people(behind figure: Figure) throws(ReportFault) -> [Explanation] {
    let known = people[figure.id] ?? report.figures.people(of: figure.id)
    let count = max(known.count, figure.people)
    return count == 0 ? [] : [try said("explain.people", ["count": String(count)])]
  }

  private func restOn(
    _ figures: [FigureID], _ parts: inout [Explanation], _ told: inout Set<FigureID>
  ) throws(ReportFault) {
    guard !figures.isEmpty else { return }
    var under: [Explanation] = []
    for id in figures { under.append(try tree(of: id, isSubtracted: false, &told)) }
    parts.append(Explanation(try texts("explain.rests-on"), under))
  }

  /// What a source says.
  private func parts(
    of source: Source, in figure: Figure, _ told: inout Set<FigureID>
  ) throws(ReportFault) -> [Explanation] {
    switch source {
    case .unnamed, .term: return []
    case .nothing: return [try said("explain.nothing")]
    case .filed(let year): return [try said("explain.filed", ["year": year])]
    case .otherYear(let year, let figures, let book):
      return try lines(behind: figures, in: book, of: year)
        + figures.map { id throws(ReportFault) in
          try said("explain.year-hint", ["year": year], figures: ["id": id])
        }
    case .records(let list): return try rows(of: list)
    case .shares(let records): return [try kronor(of: records)]
    case .lineShares(let lines): return try shares(of: lines)
    case .accounts(let balances, let read): return try accounts(balances, of: read)
    case .flows(let flows): return try accounts(of: flows)
    case .beside(let amount):
      return [try said("explain.beside", ["amount": value(.amount(amount), .kronor)])]
    case .kronor(let records): return [try kronor(of: records)]
    case .paidWages(let records):
      return [try said("explain.paid-rows", [:], [kronor(of: records)])]
    case .parameter(let parameter): return [Explanation(try text(of: parameter))]
    case .stated(let place): return [try said("explain.by-hand", places: ["place": place])]
    case .figures(let ids):
      var trees: [Explanation] = []
      for id in ids { trees.append(try tree(of: id, isSubtracted: false, &told)) }
      return trees
    case .reason(let reason): return [try self.reason(reason)]
    }
  }

  /// The lines of another year that its figures lead to, in the order of that year's journal.
  private func lines(
    behind figures: [FigureID], in book: FigureBook, of label: String
  ) throws(ReportFault) -> [Explanation] {
    let reached = book.figures(behind: figures)
    guard
      case .computed(_, let second)? = others.earlier.first(where: { $0.label == label })?.content
    else { return [] }
    let lines = second.printedLines.filter { reached.contains(.line($0.reference, .amount)) }
    guard !lines.isEmpty else { return [] }
    let told = try lines.map { reference, line throws(ReportFault) in
      var name = try texts("kind.\(line.kind.rawValue)")
      if let outcome = line.outcome { name += ", " + (try texts("outcome.\(outcome.rawValue)")) }
      return try said(
        "explain.year-line",
        [
          "line": "\(reference.series.rawValue) \(reference.number)", "name": name,
          "from": self.name(of: line.from), "to": self.name(of: line.to),
          "amount": value(.amount(line.amount), .kronor),
        ])
    }
    return [try said("explain.year-lines", ["year": label, "count": String(told.count)], told)]
  }

  /// Rows of the register with kronor of their own; that there are none is said too.
  private func kronor(of records: [RecordShare]) throws(ReportFault) -> Explanation {
    guard !records.isEmpty else { return try said("explain.no-records") }
    var parts: [Explanation] = []
    for record in records {
      parts.append(
        try said(
          "explain.record-kronor",
          [
            "participant": words(record.participant.rawValue),
            "amount": numbers.decimal(record.basis.text(decimals: 2)),
          ], places: ["place": record.location]))
    }
    let people = Set(records.map(\.participant)).count
    return try said(
      "explain.records", ["count": String(records.count), "people": String(people)], parts)
  }

  private func reason(_ reason: Reason) throws(ReportFault) -> Explanation {
    switch reason {
    case .mustAgree: return try said("explain.no-tolerance")
    case .tolerance(let rate, let place):
      let facts = ["rate": try value(.rate(rate), .share)]
      guard let place else { return try said("explain.tolerance-default", facts) }
      return try said("explain.tolerance", facts, places: ["place": place])
    case .noAccounts(let file):
      return try said("explain.no-accounts", places: ["file": file ?? yearFile])
    case .nothingMoved: return try said("explain.equity-nothing")
    case .opensAsClosed: return try said("explain.opening-same")
    case .opensOtherwise: return try said("explain.opening-differences")
    case .imbalance(let vouchers):
      return try said("explain.unbalanced", ["count": String(vouchers)])
    case .vouchersSumToZero: return try said("explain.vouchers-zero")
    case .solidity(nil): return try said("explain.solidity-plain")
    case .solidity(let share?):
      return try said("explain.solidity", ["share": value(.rate(share), .share)])
    case .contractualWages: return try said("explain.contractual")
    case .paidWages: return try said("explain.paid")
    case .scaledToLedger: return try said("explain.ratio")
    case .contributionsByDay: return try said("explain.fees")
    case .meanRate: return try said("explain.mean-rate")
    }
  }

  /// A text of the catalogue in which figures and places stand as what they are.
  func said(
    _ key: String, _ facts: [String: String] = [:], figures: [String: FigureID] = [:],
    places: [String: SourceLocation] = [:], _ parts: [Explanation] = []
  ) throws(ReportFault) -> Explanation {
    let marked = Dictionary(
      uniqueKeysWithValues: (Array(figures.keys) + Array(places.keys)).map { ($0, "{\($0)}") })
    let filled = try texts(key, facts.merging(marked) { words, _ in words })
    let pieces = TextCatalogue.pieces(of: filled).map { piece -> Explanation.Piece in
      switch piece {
      case .words(let words): return .text(words)
      case .fact(let name):
        if let id = figures[name] { return .figure(id) }
        return places[name].map { .place($0) } ?? .text("{\(name)}")
      }
    }
    return Explanation(pieces, parts)
  }
}
