// The section Sammanfattning: what is missing first, then the headline, then what stands behind it.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// The first page.
  func summary() -> ReportPart {
    var blocks: [Block] = balanceSheetNotices().map { .notice($0) }
    if let preliminary { blocks.append(.notice(texts.paragraph(reason(preliminary)))) }
    blocks += second.remarks.filter(\.isOfAbsence).map { .notice(paragraph($0)) }
    if !warnings.isEmpty { blocks.append(warningsInBrief) }
    blocks.append(.table(headline()))
    blocks += headlineRange().map(Block.paragraph)
    if second.targetWages?.areContractual == true {
      blocks.append(.notice(paragraph(.contractualWages)))
    }
    let remarks = second.remarks.filter { !$0.isOfAbsence && $0 != .contractualWages }
    if !remarks.isEmpty {
      blocks.append(.heading(texts(.summaryRemarks)))
      blocks += remarks.map { .paragraph(paragraph($0)) }
    }
    blocks.append(.table(actors()))
    if !ratios.rows.isEmpty { blocks.append(.table(ratios)) }
    if let observed = second.observed { blocks.append(.table(indicatorsInBrief(observed))) }
    if warnings.isEmpty { blocks.append(warningsInBrief) }
    return ReportPart(sections: [section(.summary, blocks)])
  }

  /// Why the report is preliminary, in words.
  private func reason(_ preliminary: PreliminaryBooks) -> TextKey {
    let end = first.year.end.description
    return switch preliminary {
    case .madeBefore(let day): .preliminaryMadeBefore(day: day.description, end: end)
    case .coversUntil(let day): .preliminaryCoversUntil(day: day.description, end: end)
    case .dayUnreadable: .preliminaryDayUnreadable
    case .dayMissing: .preliminaryDayMissing
    case .coverageUnreadable: .preliminaryCoverageUnreadable
    }
  }

  /// A balance sheet that does not tie is told before anything else: the year's column, which the
  /// year opened with, and last year's.
  private func balanceSheetNotices() -> [Paragraph] {
    second.reconciliation.compactMap { check in
      guard check.outcome != .ok, case .amount(let amount)? = check.difference else { return nil }
      let difference = NumberText(texts.language).decimal(amount.description)
      let key: TextKey
      switch check.check {
      case .balanceSheet: key = .noticeBalanceSheet(difference: difference)
      case .balanceSheetPrevious: key = .noticeBalanceSheetPrevious(difference: difference)
      default: return nil
      }
      return texts.paragraph(key)
    }
  }

  /// What a remark says.
  func paragraph(_ remark: Remark) -> Paragraph {
    func percent(_ ratio: Rational) -> String {
      NumberText(texts.language).decimal((ratio * Rational(100)).text(decimals: 4))
    }
    if case .absentTable(let table) = remark { return Paragraph(texts(.absentTable, table)) }
    let key: TextKey =
      switch remark {
      case .absentTable, .noRegister: .remarkNoRegister
      case .emptyRegister: .remarkEmptyRegister
      case .noAssumptions:
        // Without a register no outcome is counted either.
        second.coverage.hasRegister ? .remarkNoAssumptions : .remarkNoAssumptionsEither
      case .kindNotValued(let left):
        .remarkKindNotValued(
          kind: texts(.outcome, left.kind), missing: keys(left.missing), key: left.kind.rawValue)
      case .contractualWages: .remarkContractualWages
      case .scaledWages(let ratio): .remarkScaledWages(ratio: percent(ratio))
      case .scaledFees(let ratio): .remarkScaledFees(ratio: percent(ratio))
      case .transitionsNotValued(let count): .remarkTransitionsNotValued(count: count)
      case .placesNotValued(let count): .remarkPlacesNotValued(count: count)
      case .placesNotCredited(let buyer, let count):
        .remarkPlacesNotCredited(buyer: labels.name(of: buyer), count: count)
      case .placesCreditedFor(let buyer, let reason):
        .remarkPlacesCredited(buyer: labels.name(of: buyer), reason: reason)
      case .noSocialBalance(let missing):
        missing.isEmpty
          ? .remarkNoSocialBalance : .remarkNoSocialBalanceWithout(missing: keys(missing))
      case .leavingCountsNextYear(let people): .remarkLeavingCountsNextYear(count: people)
      case .untaxed(let people, let age): .remarkTooOldForTax(age: age, count: people)
      case .taxedAtUnknownAge(let people): .remarkTaxedAtUnknownAge(count: people)
      case .supportNotValued(let people): .remarkSupportNotValued(count: people)
      case .noJobTaxCredit(let year): .remarkNoJobTaxCredit(year: year)
      case .creditsOfOtherYear(let year, let incomeYear):
        .remarkCreditsOfOtherYear(year: year, incomeYear: incomeYear)
      case .ratesOfOtherYear(let year, let incomeYear, let municipalities):
        .remarkRatesOfOtherYear(
          municipalities: municipalities.map {
            $0.isEmpty ? texts(.remarkOwnMunicipality) : $0
          }.joined(separator: ", "), year: year, incomeYear: incomeYear)
      }
    return texts.paragraph(key)
  }

  /// Assumptions by the words that the settings have for them.
  private func keys(_ ids: [AssumptionID]) -> String {
    ids.compactMap { AssumptionRow[$0].keys.last }.joined(separator: ", ")
  }

  /// The headline: årets resultat beside årets samhällsnytta.
  private func headline() -> Table {
    func row(_ id: String) -> FigureID { .statement(.incomeStatement, row: id, .current) }
    let candidates: [(role: Row.Role, id: FigureID, key: TextKey)] = [
      (.body, row(StatementLayout.RowID.netSales), .headlineSales),
      (.body, row(StatementLayout.RowID.result), .headlineResult),
      (.body, .net(.publicInput, .publicSector), .headlinePublicInput),
      (.body, .net(.net, .publicSector), .headlineNetPublic),
      (.total, .net(.net, .society), .headlineNetSociety),
    ]
    return Table(
      id: "rubriken", title: texts(.summaryHeadline),
      columns: [.label, Column("amount", heading: texts(.columnKronor), kind: .kronor)],
      rows: candidates.filter { figures.contains($0.id) }.map { role, id, key in
        Row(role, [.text(texts(key)), .figure(id)])
      }, notes: second.coverage.isValued ? [texts.paragraph(.headlineNote)] : [])
  }

  /// What every actor put in and got, public actors first.
  private func actors() -> Table {
    let isValued = second.coverage.isValued
    let measures: [NetMeasure] =
      isValued ? [.publicInput, .ledger, .gross, .net] : [.publicInput, .ledger]
    func cells(_ subject: NetSubject) -> [Cell] {
      measures.map { measure in
        let id = FigureID.net(measure, subject)
        guard let figure = figures[id] else { return .blank }
        if case .actor = subject, figure.value.scaled == 0 { return .blank }
        return .figure(id)
      }
    }
    func rows(_ isShown: (Actor) -> Bool) -> [Row] {
      second.actors.filter(isShown).compactMap { actor in
        let cells = cells(.actor(actor.id))
        guard cells.contains(where: { $0 != .blank }) else { return nil }
        return Row(level: 1, [.text(labels.name(of: actor.id))] + cells)
      }
    }
    var all = rows(\.isPublic)
    all.append(Row(.subtotal, [.text(texts(.subject, .publicSector))] + cells(.publicSector)))
    all += rows { !$0.isPublic && $0.id != .widerEconomy }
    if isValued {
      // The ledger alone says nothing of society's net.
      all.append(Row(.total, [.text(texts(.subject, .society))] + cells(.society)))
    }
    return Table(
      id: "aktorer", title: texts(.summaryActors),
      columns: [.label]
        + measures.map { Column($0.rawValue, heading: texts(.measure, $0), kind: .kronor) },
      rows: all,
      notes: [texts.paragraph(isValued ? .summaryActorsNote : .summaryActorsNotePartial)])
  }
}
