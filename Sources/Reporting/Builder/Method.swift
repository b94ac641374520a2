// The method as readers see it: how figures are computed, what to know of, and what is not
// captured.

import Figures
import Rulebook

extension ReportDraft {
  /// The blocks under the list of assumptions and parameters (method.md sections 4 to 11 and 13).
  func method() -> [Block] {
    var blocks: [Block] = []
    if let names = names(status: "memory-unconfirmed") {
      blocks.append(.notice(texts.paragraph(.methodUnconfirmed(names: names))))
    }
    if let names = names(status: Parameter.preliminaryStatus) {
      blocks.append(.notice(texts.paragraph(.methodPreliminary(names: names))))
    }
    blocks += chapter(.methodHowHeading, .method)
    if second.coverage.isValued { blocks += paragraphs(.methodValued) }
    blocks += chapter(.methodReadingsHeading, .methodReading)
    let tolerance = NumberText(texts.language).text(.rate(settings.tolerance), unit: .share)
    blocks.append(.paragraph(texts.paragraph(.methodTolerance(rate: tolerance))))
    blocks += remarks
    blocks += chapter(.methodHeading, .methodLimit)
    if let claim = pensionClaim() { blocks.append(.paragraph(claim)) }
    return blocks
  }

  /// How much of the net's employer contributions is a pension claim (method.md section 13).
  private func pensionClaim() -> Paragraph? {
    guard figures.contains(.pensionClaim), let pension = pensionContribution else { return nil }
    let points = NumberText(texts.language).decimal(pension.value.description)
    return texts.paragraph(
      .methodPension(amount: FigureID.pensionClaim, points: points, source: pension.source))
  }

  private var pensionContribution: Parameter? {
    ParameterBank(settings: settings).parameter("alderspensionsavgift", on: first.year.end)?
      .holder
  }

  private func chapter(_ heading: TextKey, _ paragraphs: TextFamily<Int>) -> [Block] {
    [.heading(texts(heading))] + self.paragraphs(paragraphs)
  }

  private func paragraphs(_ family: TextFamily<Int>) -> [Block] {
    family.values.map { .paragraph(Paragraph(texts(family, $0))) }
  }

  /// The values of a status that the lines use, with the day of each; nil when there are none.
  private func names(status: String) -> String? {
    var names: [String] = []
    for use in second.parametersUsed where use.parameter.status == status {
      let name = "\(use.parameter.name) (\(use.parameter.validFrom))"
      if !names.contains(name) { names.append(name) }
    }
    return names.isEmpty ? nil : names.joined(separator: "; ")
  }

  /// What this year's figures rest on that another year's may not: wages by contract or scaled, and
  /// tax by the nearest year's rates or without the credit.
  private var remarks: [Block] {
    second.remarks.compactMap { remark in
      switch remark {
      case .contractualWages, .scaledWages, .scaledFees, .noJobTaxCredit, .creditsOfOtherYear,
        .ratesOfOtherYear, .noSocialBalance, .placesNotCredited, .placesCreditedFor:
        .paragraph(paragraph(remark))
      case .noRegister, .emptyRegister, .absentTable, .noAssumptions, .kindNotValued,
        .untaxed, .taxedAtUnknownAge, .supportNotValued,
        .transitionsNotValued, .placesNotValued,
        .leavingCountsNextYear:
        nil
      }
    }
  }
}
