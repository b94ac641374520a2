// The method as readers see it: how figures are computed, what to know of, and what is not
// captured.

import Bookkeeping
import Calculation
import Figures
import Rulebook

extension ReportDraft {
  /// The blocks under the list of assumptions and parameters (method.md sections 4 to 11 and 13).
  mutating func method() throws(ReportFault) -> [Block] {
    var blocks: [Block] = []
    if let unconfirmed = try unconfirmed() { blocks.append(.notice(unconfirmed)) }
    blocks += try chapter("method.how.heading", (1...10).map { "method.how.\($0)" })
    blocks += try chapter("method.readings.heading", (1...4).map { "method.reading.\($0)" })
    blocks.append(.paragraph(try tolerance()))
    blocks += try remarks()
    blocks += try chapter("method.heading", (1...8).map { "method.\($0)" })
    if let claim = try pensionClaim() { blocks.append(.paragraph(claim)) }
    return blocks
  }

  /// How much of the net's employer contributions is a pension claim of the individuals: the part
  /// of the rate that earns pension, of every line of contributions (method.md section 13).
  private mutating func pensionClaim() throws(ReportFault) -> Paragraph? {
    let bank = ParameterBank(settings: settings)
    guard second.coverage.isValued,
      let pension = bank.parameter("alderspensionsavgift", on: first.year.end)?.holder
    else { return nil }
    let lines = second.printedLines.filter { _, line in
      line.kind == .feesTarget || line.kind == .employerContribution
    }
    var terms: [Formula] = []
    var exact = Rational.zero
    for (rate, own) in Dictionary(grouping: lines, by: { contributionRate($0.line) }).sorted(by: {
      $0.key < $1.key
    }) where rate > .zero {
      let share = min(.one, pension.value.rational / Rational(100) / rate)
      let factor: Factor
      do { factor = try Factor(rounding: share) } catch { throw .overflow }
      let amounts = try sum(own.map(\.line.amount))
      exact += Rational(kronor: amounts) * Rational(factor.millionths, 1_000_000)
      terms.append(
        .multiply([
          .sum(own.map { .line($0.reference, .amount) }),
          .number(DecimalNumber(factor.millionths, decimals: 6)),
        ]))
    }
    guard !terms.isEmpty else { return nil }
    let id = FigureID.pensionClaim
    let amount: Amount
    do { amount = try exact.roundedToOre() } catch { throw .overflow }
    try figures.add(
      Figure(
        id: id, label: try texts("method.pension.label"), value: .amount(amount), unit: .kronor,
        formula: .round(.add(terms), decimals: 2)))
    let points = NumberText(language).decimal(pension.value.description)
    return try texts.paragraph(
      "method.pension", figures: ["amount": id], ["points": points, "source": pension.source])
  }

  /// The employer contribution behind a line, as a fraction; zero when the line names none.
  private func contributionRate(_ line: SocialLine) -> Rational {
    let parameters = line.terms.parameters
    guard let parameter = parameters.first(where: { $0.id == line.head.parameterID }) else {
      return .zero
    }
    return parameter.unit == .percent
      ? parameter.value.rational / Rational(100) : parameter.value.rational
  }

  private func chapter(_ heading: String, _ keys: [String]) throws(ReportFault) -> [Block] {
    var blocks: [Block] = [.heading(try texts(heading))]
    for key in keys { blocks.append(.paragraph(Paragraph(try texts(key)))) }
    return blocks
  }

  /// Values without any source seen are estimates until somebody confirms them.
  private func unconfirmed() throws(ReportFault) -> Paragraph? {
    var names: [String] = []
    for use in second.parametersUsed where use.parameter.status == "memory-unconfirmed" {
      let name = "\(use.parameter.name) (\(use.parameter.validFrom))"
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return nil }
    return Paragraph(
      try texts("method.unconfirmed", ["names": names.joined(separator: "; ")]))
  }

  private func tolerance() throws(ReportFault) -> Paragraph {
    let rate = NumberText(language).text(.rate(settings.tolerance), unit: .share)
    return Paragraph(try texts("method.tolerance", ["rate": rate]))
  }

  /// What this year's figures rest on that another year's may not: wages by contract or scaled, and
  /// tax by the nearest year's rates or without the credit.
  private func remarks() throws(ReportFault) -> [Block] {
    let told: Set = [
      "remark.contractual-wages", "remark.scaled-wages", "remark.scaled-fees",
      "remark.no-job-tax-credit", "remark.rates-of-other-year", "remark.no-social-balance",
    ]
    var blocks: [Block] = []
    for remark in second.remarks where told.contains(remark.key) {
      let facts = remark.arguments.mapValues(NumberText(language).fact)
      blocks.append(
        .paragraph(Paragraph(try texts(remark.key, facts))))
    }
    return blocks
  }
}
