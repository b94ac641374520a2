// The sections År för år and Finansiärer: other years beside this one.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

extension ReportDraft {
  /// Both sections, the first nil when nothing is known of any other year, and their tables of
  /// data.
  func yearByYear(
    _ others: OtherYears, yearLabel: String
  ) throws(ReportFault) -> (sections: [Section], data: [Table]) {
    var missing: [Block] = []
    for year in others.earlier {
      if let notice = try notice(of: year) { missing.append(notice) }
    }
    let lastYear = others.earlier.first { $0.year.end.adding(days: 1) == first.year.start }
    let comparison = try comparison(
      YearsCompared(
        label: yearLabel, lastLabel: others.filed?.label ?? lastYear?.label ?? "",
        isRestated: lastYear?.isComputed == true, isFiled: others.filed != nil))
    let funders = try funders(
      labels: [yearLabel] + others.earlier.filter(\.isComputed).map(\.label))
    var sections: [Section] = []
    let compared = missing + [comparison.display].compactMap(\.self).map { .table($0) }
    if !compared.isEmpty { sections.append(try section(.years, compared)) }
    if let table = funders.display {
      var blocks = missing + [.table(table)]
      for year in others.earlier {
        guard case .withoutFile = year.content else { continue }
        blocks.append(
          .paragraph(Paragraph(try texts("years.without-file", ["year": year.label]))))
      }
      sections.append(try section(.funders, blocks))
    }
    return (sections, [funders.data, comparison.data])
  }

  private func section(_ id: Section.ID, _ blocks: [Block]) throws(ReportFault) -> Section {
    Section(
      id: id, title: try texts("section.\(id.rawValue)"),
      lead: try texts("section.\(id.rawValue).lead"), blocks: blocks)
  }

  /// Which year is left out, and why.
  private func notice(of year: EarlierYear) throws(ReportFault) -> Block? {
    guard case .leftOut(let findings) = year.content else { return nil }
    let reasons = findings.map { $0.sentences(in: language).found }
    return .notice(
      Paragraph(
        try texts(
          "years.left-out", ["year": year.label, "reason": reasons.joined(separator: " ")])))
  }
}

/// An earlier year's second bokslut with the figures that the same builder makes of it.
struct RestatedYear {
  let label: String
  let first: FirstBokslut
  let second: SecondBokslut
  let figures: FigureBook
}
