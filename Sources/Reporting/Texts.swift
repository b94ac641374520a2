// The texts of a report by names that the compiler knows, in one language.

import Calculation
import Figures
import Outcomes
import Rulebook

/// A text of the catalogue, with the facts that it takes.
///
/// EmbedData makes a name of every key of `Data/texts.tsv`, and a function of every text with
/// facts, so that a key that is not there, a fact that is forgotten and one that is too much do not
/// compile:
///
///     texts(.matrixTotal)
///     texts(.reportPeriod(from: first, to: last))
///
/// A text named by a value goes through its `TextFamily`.
package struct TextKey: Sendable {
  /// Which row of the table.
  fileprivate let row: Int
  /// The facts, in the order of their first places in the Swedish text.
  fileprivate let facts: [Paragraph.Piece]

  init(row: Int, _ facts: [Paragraph.Piece] = []) {
    self.row = row
    self.facts = facts
  }
}

/// What may stand at the place of a fact: words, a whole number as it is (years and ids are not
/// grouped), or a figure, which only a paragraph can hold.
package protocol TextFact {
  /// The fact as a piece of running text.
  var piece: Paragraph.Piece { get }
}

extension String: TextFact {
  package var piece: Paragraph.Piece { .text(self) }
}

extension Int: TextFact {
  package var piece: Paragraph.Piece { .text(String(self)) }
}

extension FigureID: TextFact {
  package var piece: Paragraph.Piece { .figure(self) }
}

/// Texts whose keys end in the word of a value: `series.L`, `kind.sale`. A test walks every value
/// of every family, so a value without a text is found before anyone asks for it.
package struct TextFamily<Value: Sendable>: Sendable {
  /// The values that have a text.
  let values: [Value]
  private let keyOfValue: @Sendable (Value) -> String

  init(_ values: [Value], key: @escaping @Sendable (Value) -> String) {
    self.values = values
    keyOfValue = key
  }

  /// The key of a value's text.
  func key(_ value: Value) -> String { keyOfValue(value) }
}

extension TextFamily where Value: RawRepresentable<String> {
  /// `prefix.word`, or `prefix.word.suffix`.
  fileprivate init(_ prefix: String, suffix: String = "", of values: [Value]) {
    self.init(values) { "\(prefix).\($0.rawValue)\(suffix)" }
  }
}

extension TextFamily where Value: RawRepresentable<String> & CaseIterable {
  fileprivate init(_ prefix: String, suffix: String = "") {
    self.init(prefix, suffix: suffix, of: Array(Value.allCases))
  }
}

extension Texts {
  /// A text with its facts filled in; it holds no figure.
  package func callAsFunction(_ key: TextKey) -> String {
    pieces(of: key).map { piece in
      guard case .text(let words) = piece else {
        preconditionFailure("\(TextCatalogue.shared.keys[key.row]): a figure is no word")
      }
      return words
    }.joined()
  }

  /// A text as a paragraph, with figures where the facts are figures.
  package func paragraph(_ key: TextKey, isAboutParticipants: Bool = false) -> Paragraph {
    Paragraph(pieces(of: key), isAboutParticipants: isAboutParticipants)
  }

  /// The text of a value: `texts(.series, .ledger)`. The family has one for it.
  package func callAsFunction<Value>(_ family: TextFamily<Value>, _ value: Value) -> String {
    guard let text = self(ifAny: family, value) else {
      preconditionFailure("the text catalogue has no \(family.key(value))")
    }
    return text
  }

  /// The text of a value, where the family has one: an own actor has none.
  package func callAsFunction<Value>(
    ifAny family: TextFamily<Value>, _ value: Value
  ) -> String? {
    TextCatalogue.shared.row(ofKey: family.key(value)).map { self(TextKey(row: $0)) }
  }

  private func pieces(of key: TextKey) -> [Paragraph.Piece] {
    let catalogue = TextCatalogue.shared
    var facts: [String: Paragraph.Piece] = [:]
    for piece in TextCatalogue.pieces(of: catalogue.template(row: key.row, .swedish)) {
      guard case .fact(let name) = piece, facts[name] == nil else { continue }
      precondition(
        facts.count < key.facts.count, "\(catalogue.keys[key.row]) is no name: it takes {\(name)}")
      facts[name] = key.facts[facts.count]
    }
    return TextCatalogue.pieces(of: catalogue.template(row: key.row, language)).compactMap {
      switch $0 {
      case .words(let words): .text(words)
      case .fact(let name): facts[name]
      }
    }
  }
}

// MARK: The families, in the order of the reports

extension TextFamily<Section.ID> {
  /// Titles of sections.
  package static var section: Self { Self("section") }
  /// What a section shows.
  package static var sectionLead: Self {
    Self(Value.allCases) { "section.\($0.rawValue).lead" }
  }
}

extension TextFamily<LegalForm> {
  /// Legal forms.
  package static var form: Self { Self(Value.allCases) { "form.\($0.dataKey)" } }
}

extension TextFamily<ActorID> {
  /// Actors that the method names; the settings name their own.
  package static var actor: Self { Self("actor", of: Value.builtIn) }
  /// The same as headings, with places to break, where they are long.
  package static var actorHeading: Self {
    Self("actor-heading", of: [.employmentService, .socialInsurance, .coordinationAssociation])
  }
}

extension TextFamily<NetSubject> {
  private static var groups: [NetSubject] { [.publicSector, .society] }

  /// The public sector and society.
  package static var subject: Self { Self(groups) { "subject.\($0.identifier)" } }
  /// Their returns on public input.
  package static var ratio: Self { Self(groups) { "ratio.\($0.identifier)" } }
  /// What stands above the line of their returns.
  package static var ratioNumerator: Self {
    Self(groups) { "ratio.numerator.\($0.identifier)" }
  }
}

extension TextFamily<Series> {
  /// Series of the second bokslut.
  package static var series: Self { Self("series") }
}

extension TextFamily<LineKind> {
  /// Kinds of lines.
  package static var kind: Self {
    Self("kind", of: FlowKind.allCases.map { LineKind(rawValue: $0.rawValue) } + valued)
  }

  private static var valued: [LineKind] {
    [
      .wageTarget, .wageOrdinary, .feesTarget, .feesOrdinary, .municipalTax, .regionalTax,
      .netCredit, .earnings, .employerContribution, .jobSubsidy, .studyGrant, .avoidedPlacement,
    ] + SupportKind.allCases.filter(\.isPaidSupport).map { .support($0) }
  }
}

extension TextFamily<FlowKind> {
  /// Kinds of income and cost.
  package static var flow: Self { Self("kind") }
}

extension TextFamily<SupportKind> {
  /// What a person lived on.
  package static var support: Self { Self("support") }
}

extension TextFamily<OutcomeKind> {
  /// Kinds of outcome.
  package static var outcome: Self { Self("outcome") }
}

extension TextFamily<NetMeasure> {
  /// Rungs of the ladder.
  package static var measure: Self { Self("measure") }
}

extension TextFamily<LinePart> {
  /// Parts of a line.
  package static var linePart: Self { Self("journal") }
}

extension TextFamily<BridgePoint> {
  /// Steps of the bridge; those of series L take the kind's name (`bridgeLedger`).
  package static var bridge: Self {
    let series = Series.allCases.filter { $0 != .ledger }.map { BridgePoint.series($0) }
    return Self([.result] + series + [.society]) { "bridge.\($0.identifier)" }
  }
}

extension TextFamily<AssumptionPart> {
  /// Low, base and high as headings.
  package static var assumptionPart: Self { Self("assumptions") }
}

extension TextFamily<AssumptionID> {
  /// Assumptions, without the outcome or support that they are about.
  package static var assumption: Self { Self(Value.all) { "assumption.\(word($0))" } }
  /// What an assumption is used for.
  package static var assumptionUse: Self { Self(Value.all) { "assumption.\(word($0)).use" } }

  private static func word(_ id: AssumptionID) -> String {
    switch id {
    case .deadweight: "deadweight"
    case .displacement: "displacement"
    case .attribution: "attribution"
    case .dropOff: "drop-off"
    case .horizon: "horizon"
    case .confirmation: "confirmation"
    case .monthlyWage: "monthly-wage"
    case .placementShare: "placement-share"
    case .placementPrice: "placement-price"
    case .discountRate: "discount-rate"
    case .longest: "longest"
    }
  }
}

extension TextFamily<String> {
  /// How sure a parameter is, by the bank's words.
  package static var status: Self {
    Self(["own", "seen-secondary", "memory-unconfirmed"]) { "status.\($0)" }
  }
}

extension TextFamily<FigureUnit> {
  /// Units that a reader sees; a factor and a count have none.
  package static var unit: Self {
    let counted: [FigureUnit] = [
      .kronor, .months, .share, .people, .transitions, .employments, .outcomes, .fullTimeYears,
      FigureUnit(rawValue: "månader"), FigureUnit(rawValue: "år"),
    ]
    return Self("unit", of: counted + ParameterUnit.allCases.map { .parameter($0) })
  }
}

extension TextFamily<CheckName> {
  /// Checks.
  package static var check: Self { Self("check") }
  /// What most likely makes a check differ, where it is not a fault of the program.
  package static var checkCause: Self {
    Self(Value.allCases.filter { ![.resultColumn, .vouchers, .bridge].contains($0) }) {
      "check.cause.\($0.rawValue)"
    }
  }
}

extension TextFamily<CheckPart> {
  /// Figures of a check.
  package static var checkPart: Self { Self("check") }
}

extension TextFamily<ReconciliationCheck.Outcome> {
  /// How a check went.
  package static var checkOutcome: Self { Self("check.outcome", of: [.ok, .warning, .error]) }
}

extension TextFamily<WagesPart> {
  /// Wages and fees of the target group beside the ledger.
  package static var wages: Self { Self("wages") }
}

extension TextFamily<IndicatorID> {
  /// Indicators, but for those that a destination or a kind of evidence names.
  package static var indicator: Self {
    Self(
      "indicator",
      of: [
        .participants, .placeYears, .trained, .employedDuringYear, .employedAtYearEnd,
        .fullTimeEquivalents, .placementRate, .strictPlacementRate, .held(months: 6),
        .held(months: 12), .followedUp(months: 6), .followedUp(months: 12), .monthsToTransition,
        .members, .costPerMonth, .costPerTransition,
      ])
  }
  /// The same as headings, where groups are told apart.
  package static var indicatorHeading: Self {
    Self(
      "indicator-heading",
      of: [
        .participants, .trained, .employedDuringYear, .fullTimeEquivalents, .placementRate,
        .held(months: 6),
      ])
  }
}

extension TextFamily<Gender> {
  /// Genders.
  package static var gender: Self { Self("gender") }
}

extension TextFamily<AgeBand> {
  /// Ages.
  package static var age: Self { Self("age") }
}

extension TextFamily<Evidence> {
  /// What an outcome rests on.
  package static var evidence: Self { Self("evidence") }
}

extension TextFamily<Destination> {
  /// Where people went.
  package static var destination: Self { Self("destination") }
}

extension TextFamily<Setback> {
  /// Negative and unknown outcomes.
  package static var setback: Self { Self("setback") }
}

extension TextFamily<FunnelStage> {
  /// Steps of the funnel.
  package static var funnel: Self { Self("funnel") }
}

extension TextFamily<HoldingState> {
  /// Where transitions stand at the year's end.
  package static var state: Self { Self("state") }
}

extension TextFamily<WorkPlace> {
  /// Work with a subsidy.
  package static var subsidisedWork: Self { Self("work", suffix: ".subsidised") }
  /// Work without.
  package static var unsubsidisedWork: Self { Self("work", suffix: ".unsubsidised") }
}

extension TextFamily<CriterionID> {
  /// What ASF criteria are held against.
  package static var criterion: Self { Self("asf") }
}

extension TextFamily<Int> {
  /// Goals of Agenda 2030.
  package static var goal: Self { Self(Array(1...17)) { "agenda.\($0)" } }
  /// How figures are computed, paragraph by paragraph.
  package static var method: Self { Self(Array(1...10)) { "method.how.\($0)" } }
  /// Readings of the method to know of.
  package static var methodReading: Self { Self(Array(1...4)) { "method.reading.\($0)" } }
  /// What the method does not capture.
  package static var methodLimit: Self { Self(Array(1...8)) { "method.\($0)" } }
}

extension TextFamily<IncomeChannel?> {
  /// Channels of income; nil is what no rule places.
  package static var channel: Self {
    Self(IncomeChannel.allCases + [nil]) { "channel.\($0?.rawValue ?? "ej fördelat")" }
  }
}

extension TextFamily<SocialBalanceStep> {
  /// Steps of the social balance.
  package static var socialBalanceStep: Self { Self("social-balance.step") }
}

extension TextFamily<SensitivityCase> {
  /// Low, base and high as words.
  package static var sensitivityCase: Self { Self("sensitivity.case") }
}

extension TextFamily<OverviewMeasure> {
  /// Measures of several years.
  package static var overview: Self { Self("overview") }
}

extension TextFamily<EquityColumn> {
  /// Changes in equity.
  package static var equity: Self { Self("equity") }
}

extension TextFamily<KeyFigureID> {
  /// Key figures.
  package static var keyFigure: Self { Self("key") }
}

extension TextFamily<OpeningColumn> {
  /// Last year's closing beside this year's opening balance.
  package static var opening: Self { Self("opening") }
}

extension TextFamily<FunderMeasure> {
  /// What funders paid in and what came back.
  package static var funder: Self { Self("funders") }
}
