// Figures of what is assumed and looked up, and of how much each assumption decides.

import Bookkeeping
import Figures
import Rulebook

extension SecondBokslut {
  /// The parameters that some line used, with the figure of each. One id and day may have two
  /// sources (own rates beside the municipality's), so a second has its time.
  package var parameterFigures: [(id: FigureID, use: ParameterUse)] {
    var times: [ParameterKey: Int] = [:]
    return parametersUsed.map { use in
      let first = ParameterKey(id: use.parameter.id, from: use.parameter.validFrom)
      times[first, default: 0] += 1
      return (
        .parameter(ParameterKey(id: first.id, from: first.from, time: times[first] ?? 1)), use
      )
    }
  }

  /// The sensitivity, when it is shown: nothing is sensitive where nothing is valued.
  package var shownSensitivity: Sensitivity? { coverage.isValued ? sensitivity : nil }
}

extension BreakEven {
  /// Whose deadweight moves.
  package var subject: SensitivitySubject {
    outcome.map { .assumption(.deadweight($0)) } ?? .commonDeadweight
  }
}

extension FigureValue {
  /// As the list of assumptions prints a value: a share in percent. Nil is *obegränsat*.
  package init?(listed value: AssumedValue) {
    // A fraction in ten-thousandths is percent in hundredths, so ten-thousandths of a percent.
    if case .rate(let rate) = value {
      self = .parameter(ParameterValue(tenThousandths: rate.tenThousandths * 100))
    } else {
      self.init(assumed: value)
    }
  }

  /// As the sensitivity prints a value: a share as a fraction.
  package init?(assumed value: AssumedValue) {
    switch value {
    case .rate(let rate): self = .rate(rate)
    case .amount(let amount): self = .amount(amount)
    case .count(let count): self = .count(count)
    case .parameter(let parameter): self = .parameter(parameter.value)
    case .unlimited: return nil
    }
  }
}

extension BookMaker {
  // MARK: Assumptions and parameters

  /// Base, low and high of every assumption that the settings state.
  mutating func addAssumptions() throws(ReportFault) {
    for row in AssumptionRow.all {
      guard let stated = settings[row.id] else { continue }
      for (part, value) in [
        (AssumptionPart.base, stated.base), (.low, stated.low), (.high, stated.high),
      ] {
        guard let value = value.flatMap(FigureValue.init(listed:)) else { continue }
        try add(
          .assumption(row.id, part), value, FigureUnit(rawValue: row.type.unit),
          .from(.assumption(row.id)))
      }
    }
  }

  /// The parameters that some line used.
  mutating func addParameters() throws(ReportFault) {
    for (id, use) in second.parameterFigures {
      try add(
        id, .parameter(use.parameter.value), .parameter(use.parameter.unit),
        .from(.parameter(use.parameter)))
    }
  }

  // MARK: Pension

  /// How much of the net's employer contributions is a pension claim of the individuals: the part
  /// of the rate that earns pension, of every line of contributions (method.md section 13).
  mutating func addPensionClaim() throws(ReportFault) {
    guard second.coverage.isValued, let pension = pensionContribution else { return }
    let lines = second.printedLines.filter { _, line in
      line.kind == .feesTarget || line.kind == .employerContribution
    }
    var terms: [Formula] = []
    var exact = Rational.zero
    for (rate, own) in Dictionary(grouping: lines, by: { contributionRate($0.line) }).sorted(by: {
      $0.key < $1.key
    }) where rate > .zero {
      let factor = try factor(min(.one, pension.value.rational / Rational(100) / rate))
      let amounts = try sum(own.map(\.line.amount))
      exact += Rational(kronor: amounts) * Rational(factor.millionths, 1_000_000)
      terms.append(
        .multiply([
          .sum(own.map { .line($0.reference, .amount) }),
          .number(DecimalNumber(factor.millionths, decimals: 6)),
        ]))
    }
    guard !terms.isEmpty else { return }
    try add(
      .pensionClaim, try kronor(exact), .kronor,
      .formula(.round(.add(terms), decimals: 2), [.parameter(pension)]))
  }

  /// The part of the employer contribution that earns pension, on the balance date.
  private var pensionContribution: Parameter? {
    ParameterBank(settings: settings).parameter("alderspensionsavgift", on: first.year.end)?
      .holder
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

  // MARK: Sensitivity

  /// Where the net turns, then each assumption one way, then the scenarios.
  mutating func addSensitivity() throws(ReportFault) {
    guard let sensitivity = second.shownSensitivity else { return }
    for found in sensitivity.breakEvens { try add(found) }
    for assumption in sensitivity.oneWay {
      for name in SensitivityCase.allCases {
        guard let net = assumption.nets[name] else { continue }
        let value = assumption.values[name]
        if let value, let source = value.source(of: assumption.id),
          let printed = FigureValue(assumed: value)
        {
          try add(
            .sensitivity(assumption.id, .chosen(name), .value), printed, value.sensitivityUnit,
            .from(source))
        }
        try add(
          net, of: assumption.id, name, base: assumption.nets[.base],
          [AssumptionChoice(assumption.id, name, value)])
      }
    }
    for name in SensitivityCase.allCases {
      guard let net = sensitivity.scenarios[name] else { continue }
      try add(
        net, of: .scenario, name, base: sensitivity.scenarios[.base],
        sensitivity.choices[name] ?? [])
    }
  }

  private mutating func add(_ found: BreakEven) throws(ReportFault) {
    let replaced = OutcomeKind.allCases.filter { found.outcome == nil || found.outcome == $0 }
      .map(AssumptionID.deadweight)
    for (subject, value, line) in [
      (NetSubject.publicSector, found.publicSector, found.publicLine),
      (.society, found.society, found.societyLine),
    ] {
      guard let value else { continue }
      try add(
        .sensitivity(found.subject, .breakEven, .net(subject)), .factor(value), .share,
        .from(.breakEven(line, inPlaceOf: replaced, atBase: .net(.net, subject))))
    }
  }

  private mutating func add(
    _ net: VariedNets, of id: SensitivitySubject, _ name: SensitivityCase, base: VariedNets?,
    _ choices: [AssumptionChoice]
  ) throws(ReportFault) {
    for subject in second.shownSensitivity?.subjects ?? [] {
      let series = net.series.map { own in
        let atBase = base?.series.first { $0.series == own.series }
        return SeriesPart(
          own.series, own[subject], atBase: name == .base ? nil : atBase?[subject],
          lines: own.lines)
      }
      try add(
        .sensitivity(id, .chosen(name), .net(subject)), net[subject],
        .from(
          .recomputed(
            choices, isScenario: id == .scenario, series, atBase: .net(.net, subject))))
    }
  }
}

extension AssumedValue {
  fileprivate var sensitivityUnit: FigureUnit {
    switch self {
    case .rate: .share
    case .amount: .kronor
    case .count, .unlimited: .count
    case .parameter(let parameter): .parameter(parameter.unit)
    }
  }

  /// What a subject's value follows from.
  fileprivate func source(of subject: SensitivitySubject) -> Source? {
    switch (subject, self) {
    case (_, .parameter(let parameter)): .parameter(parameter)
    case (.assumption(let id), _): .assumption(id)
    default: nil
    }
  }
}
