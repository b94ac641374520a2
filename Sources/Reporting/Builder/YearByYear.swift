// The sections År för år and Finansiärer: other years beside this one.

import Calculation
import Figures

extension ReportDraft {
  /// Both sections, the first only when something is known of another year.
  func yearByYear() -> ReportPart {
    guard let others = input.others else { return ReportPart() }
    let missing = others.earlier.compactMap(notice)
    let comparison = comparison(others)
    let funders = funders(
      years: [input.yearLabel] + others.earlier.filter(\.isComputed).map(\.label))
    var part = ReportPart(data: [funders.data, comparison])
    let compared = missing + (comparison.rows.isEmpty ? [] : [.table(comparison)])
    if !compared.isEmpty { part.sections.append(section(.years, compared)) }
    if !funders.display.rows.isEmpty {
      var blocks = missing + [.table(funders.display)]
      for year in others.earlier {
        guard case .withoutFile = year.content else { continue }
        blocks.append(.paragraph(texts.paragraph(.yearsWithoutFile(year: year.label))))
      }
      part.sections.append(section(.funders, blocks))
    }
    return part
  }

  /// Which year is left out, and why.
  private func notice(of year: EarlierYear) -> Block? {
    guard case .leftOut(let findings) = year.content else { return nil }
    let reasons = findings.map { $0.sentences(in: texts.language).found }
    return .notice(
      texts.paragraph(
        .yearsLeftOut(year: year.label, reason: reasons.joined(separator: " "))))
  }
}

/// An earlier year's second bokslut with the figures that the same builder makes of it.
struct RestatedYear {
  let label: String
  let first: FirstBokslut
  let second: SecondBokslut
  let figures: FigureBook
}
