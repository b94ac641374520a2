// The section År för år: last year as filed and restated beside this year, and funders by year.

import Bookkeeping
import Calculation
import Diagnostics
import Rulebook

extension ReportDraft {
  /// The section and its tables of data.
  mutating func yearByYear(
    _ others: OtherYears, yearLabel: String
  ) throws(ReportFault) -> (section: Section, data: [Table]) {
    var restated: [RestatedYear] = []
    var blocks: [Block] = []
    for year in others.earlier {
      if let known = try self.restated(year) { restated.append(known) }
      if let notice = try notice(of: year) { blocks.append(notice) }
    }
    let lastYear = others.earlier.first { $0.year.end.adding(days: 1) == first.year.start }
    let comparison = try comparison(
      YearsCompared(
        label: yearLabel, lastLabel: others.filed?.label ?? lastYear?.label ?? "",
        restated: restated.first { $0.label == lastYear?.label }, filed: others.filed))
    let funders = try funders(restated, yearLabel: yearLabel)
    if let table = comparison.display { blocks.append(.table(table)) }
    if let table = funders.display { blocks.append(.table(table)) }
    for year in others.earlier {
      guard case .withoutFile = year.content else { continue }
      blocks.append(
        .paragraph(Paragraph(try texts("years.without-file", ["year": year.label]))))
    }
    return (
      Section(
        id: .years, title: try texts("section.ar-for-ar"),
        lead: try texts("section.ar-for-ar.lead"), blocks: blocks),
      [funders.data, comparison.data]
    )
  }

  /// An earlier year's figures, made as this year's are; nil when it could not be computed.
  private func restated(_ year: EarlierYear) throws(ReportFault) -> RestatedYear? {
    guard case .computed(let first, let second) = year.content else { return nil }
    var draft = ReportDraft(
      first: first, second: second, settings: settings, language: language)
    _ = try draft.statements(channels: draft.channels().display)
    _ = try draft.nets()
    try draft.addIndicatorFigures()
    return RestatedYear(label: year.label, first: first, second: second, figures: draft.figures)
  }

  /// Which year is left out, and why.
  private func notice(of year: EarlierYear) throws(ReportFault) -> Block? {
    guard case .leftOut(let findings) = year.content else { return nil }
    let reasons = findings.map { $0.sentences(in: language).found }
    return .notice(
      Paragraph(
        try texts(
          "years.left-out", ["year": year.label, "reason": reasons.joined(separator: " ")]),
        isAboutParticipants: true))
  }
}
