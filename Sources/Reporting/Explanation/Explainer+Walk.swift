// Walks a figure's origin: the formula's figures, then the sources, one branch a kind of source.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// What lies under a figure, by its origin.
  func walk(
    _ figure: Figure, _ told: inout Told
  ) -> [Explanation] {
    var parts = people(behind: figure)
    switch figure.origin.rule {
    case .formula(let formula):
      // A line says what it is the product of in its own words.
      if !formula.inputs.isEmpty, !figure.isVoucher {
        parts.append(
          Explanation(
            texts.pieces(.explainFormula(formula: FormulaText(texts).pieces(formula)))))
        var seen: Set<FormulaText.Term> = []
        for term in FormulaText.terms(formula) where seen.insert(term).inserted {
          parts.append(tree(of: term.id, isSubtracted: term.isSubtracted, &told))
        }
      }
      restOn(figure.origin.restsOn, &parts, &told)
    case .rounded(let figures): restOn(figures, &parts, &told)
    case .sources: break
    }
    for source in figure.origin.sources {
      parts += self.parts(of: source, in: figure, &told)
    }
    // Only a sum over nothing and a row without accounts rest on no figure, record or account.
    if parts.isEmpty {
      let isZero = figure.value.scaled == 0
      parts.append(said(isZero ? .explainNothing : .explainCalculation))
    }
    return parts
  }

  /// How many people are behind a figure, when there are any.
  func people(behind figure: Figure) -> [Explanation] {
    let count = (people[figure.id] ?? report.figures.people(of: figure.id)).count
    return count == 0 ? [] : [said(.explainPeople(count: count))]
  }

  private func restOn(
    _ figures: [FigureID], _ parts: inout [Explanation], _ told: inout Told
  ) {
    guard !figures.isEmpty else { return }
    var under: [Explanation] = []
    for id in figures { under.append(tree(of: id, isSubtracted: false, &told)) }
    parts.append(Explanation(texts(.explainRestsOn), under))
  }

  /// What a source says.
  private func parts(
    of source: Source, in figure: Figure, _ told: inout Told
  ) -> [Explanation] {
    switch source {
    case .term(let part, let terms): return parts(of: part, terms, in: figure, &told)
    case .voucher(let head, let terms): return voucher(head, terms, in: figure, &told)
    case .reduces(let line):
      return [
        said(.explainReduces, [tree(of: .line(line, .amount), isSubtracted: false, &told)])
      ]
    case .books(let flows, let scaledBy, let less):
      return accounts(of: flows, scaledBy: scaledBy, less: less, &told)
    case .valuation(let step): return changes(in: step)
    case .adopted: return [said(.explainValuationFiled)]
    case .recomputed(let choices, let isScenario, let series, let atBase):
      return self.choices(choices, isScenario: isScenario) + nets(of: series)
        + [said(.explainSee(figure: atBase))]
    case .breakEven(let line, let replaced, let atBase):
      return breakEven(line, inPlaceOf: replaced) + [said(.explainSee(figure: atBase))]
    case .assumption(let id):
      guard let entry = assumptions[id] else { return [] }
      // The assumption's own figures already say which it is.
      if case .assumption = figure.id { return [Explanation(facts(of: entry))] }
      return [text(of: entry)]
    case .nothing: return [said(.explainNothing)]
    case .filed(let year): return [said(.explainFiled(year: year))]
    case .otherYear(let year, let figures, let book):
      return lines(behind: figures, in: book, of: year)
        + figures.map { id in
          said(.explainYearHint(id: id, year: year))
        }
    case .records(let list): return rows(of: list)
    case .shares(let records): return [kronor(of: records)]
    case .lineShares(let lines): return shares(of: lines)
    case .accounts(let balances, let read): return accounts(balances, of: read)
    case .flows(let flows): return accounts(of: flows)
    case .beside(let amount):
      return [said(.explainBeside(amount: value(.amount(amount), .kronor)))]
    case .kronor(let records): return [kronor(of: records)]
    case .paidWages(let records):
      return [said(.explainPaidRows, [kronor(of: records)])]
    case .parameter(let parameter):
      return [
        parameterFigures[parameter] == figure.id
          ? Explanation(facts(of: parameter)) : text(of: parameter)
      ]
    case .stated(let place): return [said(.explainByHand(place: place))]
    case .figures(let ids):
      var trees: [Explanation] = []
      for id in ids { trees.append(tree(of: id, isSubtracted: false, &told)) }
      return trees
    case .reason(let reason): return [self.reason(reason)]
    }
  }

  /// The lines of another year that its figures lead to, in the order of that year's journal.
  private func lines(
    behind figures: [FigureID], in book: FigureBook, of label: String
  ) -> [Explanation] {
    let reached = book.figures(behind: figures)
    guard
      case .computed(_, let second)? = others.earlier.first(where: { $0.label == label })?.content
    else { return [] }
    let lines = second.printedLines.filter { reached.contains(.line($0.reference, .amount)) }
    guard !lines.isEmpty else { return [] }
    let told = lines.map { reference, line in
      var name = texts(.kind, line.kind)
      if let outcome = line.outcome { name += ", " + (texts(.outcome, outcome)) }
      return said(
        .explainYearLine(
          line: "\(reference.series.rawValue) \(reference.number)", name: name,
          from: self.name(of: line.from), to: self.name(of: line.to),
          amount: value(.amount(line.amount), .kronor)))
    }
    return [said(.explainYearLines(year: label, count: told.count), told)]
  }

  /// Rows of the register with kronor of their own; that there are none is said too.
  private func kronor(of records: [RecordShare]) -> Explanation {
    guard !records.isEmpty else { return said(.explainNoRecords) }
    var parts: [Explanation] = []
    for record in records {
      parts.append(
        said(
          .explainRecordKronor(
            place: record.location, participant: words(record.participant.rawValue),
            amount: numbers.decimal(record.basis.text(decimals: 2)))))
    }
    let people = Set(records.map(\.participant)).count
    return said(.explainRecords(count: records.count, people: people), parts)
  }

  private func reason(_ reason: Reason) -> Explanation {
    switch reason {
    case .mustAgree: return said(.explainNoTolerance)
    case .tolerance(let rate, let place):
      let rate = value(.rate(rate), .share)
      return said(
        place.map { .explainTolerance(rate: rate, place: $0) }
          ?? .explainToleranceDefault(rate: rate))
    case .noAccounts(let file):
      return said(.explainNoAccounts(file: file ?? yearFile))
    case .nothingMoved: return said(.explainEquityNothing)
    case .dividendBooked: return said(.explainEquityDividend)
    case .movedWithinEquity: return said(.explainEquityIssue)
    case .opensAsClosed: return said(.explainOpeningSame)
    case .opensOtherwise: return said(.explainOpeningDifferences)
    case .sumWithoutSigns: return said(.explainWithoutSigns)
    case .standsElsewhere: return said(.explainStandsElsewhere)
    case .imbalance(let vouchers):
      return said(.explainUnbalanced(count: vouchers))
    case .vouchersSumToZero: return said(.explainVouchersZero)
    case .solidity(nil): return said(.explainSolidityPlain)
    case .solidity(let share?):
      return said(.explainSolidity(share: value(.rate(share), .share)))
    case .contractualWages: return said(.explainContractual)
    case .paidWages: return said(.explainPaid)
    case .scaledToLedger: return said(.explainRatio)
    case .contributionsByDay: return said(.explainFees)
    case .meanRate: return said(.explainMeanRate)
    }
  }

  /// A text of the catalogue in which figures and places stand as what they are.
  func said(_ key: TextKey, _ parts: [Explanation] = []) -> Explanation {
    Explanation(texts.pieces(key), parts)
  }
}

extension Figure {
  /// Whether it is what a line moves.
  fileprivate var isVoucher: Bool {
    origin.sources.contains { if case .voucher = $0 { true } else { false } }
  }
}
