// The texts of a report by names that the compiler knows, in one language.

import Calculation
import Diagnostics
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
  fileprivate let facts: [[Explanation.Piece]]

  init(row: Int, _ facts: [[Explanation.Piece]] = []) {
    self.row = row
    self.facts = facts
  }
}

/// What may stand at the place of a fact: words, a whole number as it is (years and ids are not
/// grouped), a figure, which a paragraph or an explanation can hold, and a place of the inputs or a
/// formula, which only an explanation can.
package protocol TextFact {
  /// The fact as pieces of running text.
  var pieces: [Explanation.Piece] { get }
}

extension String: TextFact {
  package var pieces: [Explanation.Piece] { [.text(self)] }
}

extension Int: TextFact {
  package var pieces: [Explanation.Piece] { [.text(String(self))] }
}

extension FigureID: TextFact {
  package var pieces: [Explanation.Piece] { [.figure(self)] }
}

extension SourceLocation: TextFact {
  package var pieces: [Explanation.Piece] { [.place(self)] }
}

extension [Explanation.Piece]: TextFact {
  package var pieces: [Explanation.Piece] { self }
}

/// Texts whose keys end in the word of a value: `series.L`, `kind.sale`. A test walks every value
/// of every family, so a value without a text is found before anyone asks for it.
package struct TextFamily<Value: Sendable>: Sendable {
  private let listOfValues: @Sendable () -> [Value]
  private let keyOfValue: @Sendable (Value) -> String

  /// The list is made only for who asks: a family is named at every text.
  init(
    _ values: @autoclosure @escaping @Sendable () -> [Value],
    key: @escaping @Sendable (Value) -> String
  ) {
    listOfValues = values
    keyOfValue = key
  }

  /// The values that have a text.
  var values: [Value] { listOfValues() }

  /// The key of a value's text.
  func key(_ value: Value) -> String { keyOfValue(value) }
}

extension TextFamily where Value: RawRepresentable<String> {
  /// `prefix.word`, or `prefix.word.suffix`.
  fileprivate init(
    _ prefix: String, suffix: String = "", of values: @autoclosure @escaping @Sendable () -> [Value]
  ) {
    self.init(values()) { "\(prefix).\($0.rawValue)\(suffix)" }
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
    pieces(key).map { piece in
      guard case .text(let words) = piece else {
        preconditionFailure("\(TextCatalogue.shared.keys[key.row]): a figure is no word")
      }
      return words
    }.joined()
  }

  /// A text as a paragraph, with figures where the facts are figures.
  package func paragraph(_ key: TextKey) -> Paragraph {
    var joined: [Paragraph.Piece] = []
    for piece in pieces(key) {
      switch piece {
      case .text(let words):
        if case .text(let before)? = joined.last {
          joined[joined.count - 1] = .text(before + words)
        } else {
          joined.append(.text(words))
        }
      case .figure(let id): joined.append(.figure(id))
      case .place:
        preconditionFailure("\(TextCatalogue.shared.keys[key.row]): a report names no place")
      }
    }
    return Paragraph(joined)
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

  /// A text with its facts as what they are.
  func pieces(_ key: TextKey) -> [Explanation.Piece] {
    let catalogue = TextCatalogue.shared
    var facts: [String: [Explanation.Piece]] = [:]
    for piece in TextCatalogue.pieces(of: catalogue.template(row: key.row, .swedish)) {
      guard case .fact(let name) = piece, facts[name] == nil else { continue }
      precondition(
        facts.count < key.facts.count, "\(catalogue.keys[key.row]) is no name: it takes {\(name)}")
      facts[name] = key.facts[facts.count]
    }
    return TextCatalogue.pieces(of: catalogue.template(row: key.row, language)).flatMap {
      piece -> [Explanation.Piece] in
      switch piece {
      case .words(let words): [.text(words)]
      case .fact(let name): facts[name] ?? []
      }
    }
  }
}

/// The families, in the order of the report.
extension TextFamily {
  /// Titles of sections.
  package static var section: TextFamily<Section.ID> { .init("section") }
  /// What a section shows.
  package static var sectionLead: TextFamily<Section.ID> { .init("section", suffix: ".lead") }
  /// Legal forms.
  package static var form: TextFamily<LegalForm> {
    .init(LegalForm.allCases) { "form.\($0.dataKey)" }
  }
  /// Actors that the method names; the settings name their own.
  package static var actor: TextFamily<ActorID> { .init("actor", of: ActorID.builtIn) }
  /// The same as headings, with places to break, where they are long.
  package static var actorHeading: TextFamily<ActorID> {
    .init(
      "actor-heading", of: [.employmentService, .socialInsurance, .coordinationAssociation])
  }
  /// The public sector and society.
  package static var subject: TextFamily<NetSubject> { groups("subject") }
  /// Their returns on public input.
  package static var ratio: TextFamily<NetSubject> { groups("ratio") }
  /// What stands above the line of their returns.
  package static var ratioNumerator: TextFamily<NetSubject> { groups("ratio.numerator") }
  /// Series of the second bokslut.
  package static var series: TextFamily<Series> { .init("series") }
  /// Kinds of lines.
  package static var kind: TextFamily<LineKind> {
    .init(
      "kind",
      of: Set(FlowKind.allCases.map(\.rawValue) + SocialChart.entries.map(\.kind)).sorted()
        .map { LineKind(rawValue: $0) })
  }
  /// Kinds of income and cost.
  package static var flow: TextFamily<FlowKind> { .init("kind") }
  /// What a person lived on.
  package static var support: TextFamily<SupportKind> { .init("support") }
  /// What it means that a table of the register is missing.
  package static var absentTable: TextFamily<RecordTable> {
    .init(RecordTable.allCases.filter(\.isExpected)) { "absent.\($0.rawValue)" }
  }
  /// Kinds of outcome.
  package static var outcome: TextFamily<OutcomeKind> { .init("outcome") }
  /// Rungs of the ladder.
  package static var measure: TextFamily<NetMeasure> { .init("measure") }
  /// Parts of a line.
  package static var linePart: TextFamily<LinePart> { .init("journal") }
  /// Steps of the bridge; those of series L take the kind's name (`bridgeLedger`).
  package static var bridge: TextFamily<BridgePoint> {
    let series = Series.allCases.filter { $0 != .ledger }.map { BridgePoint.series($0) }
    return .init([.result] + series + [.society]) { "bridge.\($0.identifier)" }
  }
  /// Low, base and high as headings.
  package static var assumptionPart: TextFamily<AssumptionPart> { .init("assumptions") }
  /// Assumptions, without the outcome or support that they are about.
  package static var assumption: TextFamily<AssumptionID> {
    .init(AssumptionRow.all.map(\.id)) { "assumption.\(AssumptionRow[$0].name)" }
  }
  /// What an assumption is used for.
  package static var assumptionUse: TextFamily<AssumptionID> {
    .init(AssumptionRow.all.map(\.id)) { "assumption.\(AssumptionRow[$0].name).use" }
  }
  /// What an assumption means to a board that is to decide it.
  package static var assumptionMeaning: TextFamily<AssumptionID> {
    .init(AssumptionRow.all.map(\.id)) { "decide.\(AssumptionRow[$0].name)" }
  }
  /// How sure a parameter is, by the bank's words.
  package static var status: TextFamily<String> {
    .init([Parameter.ownStatus] + Parameter.bankStatuses) { "status.\($0)" }
  }
  /// Units that a reader sees; a factor and a count have none.
  package static var unit: TextFamily<FigureUnit> {
    let counted: [FigureUnit] = [
      .kronor, .months, .share, .people, .transitions, .employments, .outcomes, .fullTimeYears,
      FigureUnit(rawValue: "månader"), FigureUnit(rawValue: "år"),
    ]
    return .init("unit", of: counted + ParameterUnit.allCases.map { .parameter($0) })
  }
  /// Checks.
  package static var check: TextFamily<CheckName> { .init("check") }
  /// What most likely makes a check differ, where it is not a fault of the program.
  package static var checkCause: TextFamily<CheckName> {
    let identities: Set<CheckName> = [
      .resultColumn, .vouchers, .bridge, .incomeKinds, .incomeChannels,
    ]
    return .init("check.cause", of: CheckName.allCases.filter { !identities.contains($0) })
  }
  /// Figures of a check.
  package static var checkPart: TextFamily<CheckPart> { .init("check") }
  /// How a check went.
  package static var checkOutcome: TextFamily<ReconciliationCheck.Outcome> {
    .init("check.outcome", of: [.ok, .warning, .error, .untestable])
  }
  /// What checks and warnings are held against.
  package static var reconciliationGroup: TextFamily<ReconciliationGroup> {
    .init("check.group")
  }
  /// Wages and fees of the target group beside the ledger.
  package static var wages: TextFamily<WagesPart> { .init("wages") }
  /// Indicators, but for those that a destination or a kind of evidence names.
  package static var indicator: TextFamily<IndicatorID> {
    .init([
      .participants, .placeYears, .trained, .employedDuringYear, .employedAtYearEnd,
      .fullTimeEquivalents, .placementRate, .strictPlacementRate, .held(months: 6),
      .held(months: 12), .followedUp(months: 6), .followedUp(months: 12), .monthsToTransition,
      .members, .costPerMonth, .costPerTransition,
    ]) { "indicator.\($0.identifier)" }
  }
  /// The same as headings, where groups are told apart.
  package static var indicatorHeading: TextFamily<IndicatorID> {
    .init([
      .participants, .trained, .employedDuringYear, .fullTimeEquivalents, .placementRate,
      .held(months: 6),
    ]) { "indicator-heading.\($0.identifier)" }
  }
  /// Genders.
  package static var gender: TextFamily<Gender> { .init("gender") }
  /// Ages.
  package static var age: TextFamily<AgeBand> { .init("age") }
  /// Steps of a person's tax.
  package static var taxStep: TextFamily<TaxStep> { .init("tax-step") }
  /// Tax credits.
  package static var taxCredit: TextFamily<TaxCredit> { .init("tax-credit") }
  /// What an outcome rests on.
  package static var evidence: TextFamily<Evidence> { .init("evidence") }
  /// Where people went.
  package static var destination: TextFamily<Destination> { .init("destination") }
  /// Negative and unknown outcomes.
  package static var setback: TextFamily<Setback> { .init("setback") }
  /// Steps of the funnel.
  package static var funnel: TextFamily<FunnelStage> { .init("funnel") }
  /// Where transitions stand at the year's end.
  package static var state: TextFamily<HoldingState> { .init("state") }
  /// Work with a subsidy.
  package static var subsidisedWork: TextFamily<WorkPlace> {
    .init("work", suffix: ".subsidised")
  }
  /// Work without.
  package static var unsubsidisedWork: TextFamily<WorkPlace> {
    .init("work", suffix: ".unsubsidised")
  }
  /// What ASF criteria are held against.
  package static var criterion: TextFamily<CriterionID> { .init("asf") }
  /// Goals of Agenda 2030.
  package static var goal: TextFamily<Int> { numbered("agenda", 17) }
  /// How figures are computed, paragraph by paragraph.
  package static var method: TextFamily<Int> { numbered("method.how", 3) }
  /// How what is valued is computed and deducted; a partial report has nothing of it.
  package static var methodValued: TextFamily<Int> { numbered("method.valued", 7) }
  /// Readings of the method to know of.
  package static var methodReading: TextFamily<Int> { numbered("method.reading", 4) }
  /// What the method does not capture.
  package static var methodLimit: TextFamily<Int> { numbered("method", 8) }
  /// Channels of income; nil is what no rule places.
  package static var channel: TextFamily<IncomeChannel?> {
    .init(IncomeChannel.allCases + [nil]) { "channel.\($0?.rawValue ?? "ej fördelat")" }
  }
  /// Lists that are tied to the income statement.
  package static var tiedList: TextFamily<TiedList> { .init("tied") }
  /// What ties them.
  package static var tiedPart: TextFamily<TiedPart> { .init("tied.part") }
  /// Steps of the social balance.
  package static var socialBalanceStep: TextFamily<SocialBalanceStep> {
    .init("social-balance.step")
  }
  /// Low, base and high as words.
  package static var sensitivityCase: TextFamily<SensitivityCase> { .init("sensitivity.case") }
  /// Measures of several years.
  package static var overview: TextFamily<OverviewMeasure> { .init("overview") }
  /// Changes in equity.
  package static var equity: TextFamily<EquityColumn> { .init("equity") }
  /// Key figures.
  package static var keyFigure: TextFamily<KeyFigureID> { .init("key") }
  /// Last year's closing beside this year's opening balance.
  package static var opening: TextFamily<OpeningColumn> { .init("opening") }
  /// What funders paid in and what came back.
  package static var funder: TextFamily<FunderMeasure> { .init("funders") }

  private static func groups(_ prefix: String) -> TextFamily<NetSubject> {
    .init([.publicSector, .society]) { "\(prefix).\($0.identifier)" }
  }

  private static func numbered(_ prefix: String, _ last: Int) -> TextFamily<Int> {
    .init(Array(1...last)) { "\(prefix).\($0)" }
  }
}
