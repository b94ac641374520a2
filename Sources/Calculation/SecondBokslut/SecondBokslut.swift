// The second bokslut: lines, actor matrix, the rungs of the ladder and the bridge.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// An actor as reports show it.
public struct Actor: Hashable, Sendable {
  /// The id.
  public let id: ActorID
  /// The settings' own name; built-in actors are named by the text catalogue.
  public let ownName: String?
  /// Whether it counts in *offentlig sektors netto*.
  public let isPublic: Bool

  /// An actor.
  public init(id: ActorID, ownName: String?, isPublic: Bool) {
    self.id = id
    self.ownName = ownName
    self.isPublic = isPublic
  }
}

/// One cell of the actor matrix in long form: what an actor gained in a series, kind and outcome.
public struct MatrixEntry: Hashable, Sendable {
  /// Series.
  public let series: Series
  /// Kind.
  public let kind: LineKind
  /// Outcome kind; nil in series L.
  public let outcome: OutcomeKind?
  /// Actor.
  public let actor: ActorID
  /// Received less given.
  public let amount: Amount
  /// How many people the cell rests on; 0 when it is not about participants.
  public let people: Int

  /// An entry.
  public init(
    series: Series, kind: LineKind, outcome: OutcomeKind?, actor: ActorID, amount: Amount,
    people: Int
  ) {
    self.series = series
    self.kind = kind
    self.outcome = outcome
    self.actor = actor
    self.amount = amount
    self.people = people
  }
}

/// A measure of `netto.csv`.
public enum NetMeasure: String, CaseIterable, Hashable, Sendable {
  /// *Värderat*: L + C + A + O.
  case gross
  /// *Netto*: after D, U and T.
  case net
  /// *Offentlig insats*.
  case publicInput = "public_input"
  /// Series L alone.
  case ledger
}

/// Who a measure concerns.
public enum NetSubject: Hashable, Sendable {
  /// One actor.
  case actor(ActorID)
  /// The public actors together.
  case publicSector
  /// All but the wider economy.
  case society

  /// The identifier of CSV and JSON: the actor's id, `public` or `society`.
  public var identifier: String {
    switch self {
    case .actor(let id): id.rawValue
    case .publicSector: "public"
    case .society: "society"
    }
  }
}

/// One figure of the ladder.
public struct NetEntry: Hashable, Sendable {
  /// The measure.
  public let measure: NetMeasure
  /// Whom it concerns.
  public let subject: NetSubject
  /// Kronor.
  public let amount: Amount

  /// An entry.
  public init(measure: NetMeasure, subject: NetSubject, amount: Amount) {
    self.measure = measure
    self.subject = subject
    self.amount = amount
  }
}

/// One row of the bridge (*bron*) from årets resultat to samhällets netto.
public struct BridgeStep: Hashable, Sendable {
  /// `result`, `ledger.<kind>`, `C` ... `T` or `society`.
  public let id: String
  /// Kronor.
  public let amount: Amount

  /// A step.
  public init(id: String, amount: Amount) {
    self.id = id
    self.amount = amount
  }
}

/// The second bokslut of a year.
public struct SecondBokslut: Sendable {
  /// Which parts could be valued; the report says the rest at its top.
  public let coverage: Coverage
  /// Actors in the order of reports.
  public let actors: [Actor]
  /// Lines by series and number.
  public let lines: [SocialLine]
  /// The same lines as a ledger: kinds as accounts, actors as objects of dimension 20.
  public let ledger: Ledger
  /// The actor matrix in long form, zero cells left out.
  public let matrix: [MatrixEntry]
  /// The rungs.
  public let nets: [NetEntry]
  /// The bridge.
  public let bridge: [BridgeStep]
  /// Target-group wages beside the ledger.
  public let targetWages: TargetWages?
  /// *Observerat*: indicators without valuation; nil without a register.
  public let observed: Observed?
  /// Checks of section 10.
  public let reconciliation: [ReconciliationCheck]
  /// Income by channel, *ej fördelat* last.
  public let channels: [ChannelShare]
  /// Parameters that some line used, in order of id and day.
  public let parametersUsed: [ParameterUse]
  /// What was not valued or rests on something the reader should know.
  public let remarks: [Remark]
  /// What held transitions are expected to move; nil without what it calls for.
  public let socialBalance: SocialBalance?
  /// How much each assumption decides; nil without assumptions.
  public let sensitivity: Sensitivity?
  /// What each result account is in series L, in the order of accounts and rules.
  public let flows: [ResultFlow]

  /// A second bokslut of these parts.
  public init(
    coverage: Coverage, actors: [Actor], lines: [SocialLine], ledger: Ledger, matrix: [MatrixEntry],
    nets: [NetEntry], bridge: [BridgeStep], targetWages: TargetWages?, observed: Observed?,
    reconciliation: [ReconciliationCheck], channels: [ChannelShare], parametersUsed: [ParameterUse],
    remarks: [Remark], socialBalance: SocialBalance? = nil, sensitivity: Sensitivity? = nil,
    flows: [ResultFlow] = []
  ) {
    self.coverage = coverage
    self.actors = actors
    self.lines = lines
    self.ledger = ledger
    self.matrix = matrix
    self.nets = nets
    self.bridge = bridge
    self.targetWages = targetWages
    self.observed = observed
    self.reconciliation = reconciliation
    self.channels = channels
    self.parametersUsed = parametersUsed
    self.remarks = remarks
    self.socialBalance = socialBalance
    self.sensitivity = sensitivity
    self.flows = flows
  }
}

/// Which parts of the second bokslut could be computed.
public struct Coverage: Hashable, Sendable {
  /// A register was given.
  public let hasRegister: Bool
  /// Assumptions were given.
  public let hasAssumptions: Bool
  /// Series A, D, U and T are there.
  public var isValued: Bool { hasRegister && hasAssumptions }

  /// A coverage.
  public init(hasRegister: Bool, hasAssumptions: Bool) {
    self.hasRegister = hasRegister
    self.hasAssumptions = hasAssumptions
  }
}

/// Wages and fees of the target group beside what the ledger holds (method.md section 4).
public struct TargetWages: Hashable, Sendable {
  /// W by the records, exact, before any scaling.
  public let recorded: Rational
  /// The wage accounts.
  public let ledgerWages: Amount
  /// The ratio by which every wage was scaled down; 1 when none was.
  public let wageRatio: Rational
  /// Fees on the scaled wages, exact, before their own scaling.
  public let fees: Rational
  /// The fee accounts.
  public let ledgerFees: Amount
  /// The ratio by which fees were scaled down.
  public let feeRatio: Rational
  /// Whether wages are contractual and include absence (no table of paid wages).
  public let areContractual: Bool
  /// Each employment's part of `recorded`, when the way back was asked for.
  public let records: [LineOrigin.RecordShare]
  /// The rows of paid wages (*löner*) that touch the year, each with its whole sum, when the way back
  /// was asked for.
  public let paid: [LineOrigin.RecordShare]

  /// Wages and fees of these figures.
  public init(
    recorded: Rational, ledgerWages: Amount, wageRatio: Rational, fees: Rational,
    ledgerFees: Amount, feeRatio: Rational, areContractual: Bool,
    records: [LineOrigin.RecordShare] = [], paid: [LineOrigin.RecordShare] = []
  ) {
    self.recorded = recorded
    self.ledgerWages = ledgerWages
    self.wageRatio = wageRatio
    self.fees = fees
    self.ledgerFees = ledgerFees
    self.feeRatio = feeRatio
    self.areContractual = areContractual
    self.records = records
    self.paid = paid
  }
}

/// Income of a channel (*intäktskanal*).
public struct ChannelShare: Hashable, Sendable {
  /// nil is *ej fördelat*.
  public let channel: IncomeChannel?
  /// Kronor.
  public let amount: Amount

  /// A share.
  public init(channel: IncomeChannel?, amount: Amount) {
    self.channel = channel
    self.amount = amount
  }
}

/// A parameter and what used it.
public struct ParameterUse: Hashable, Sendable {
  /// The parameter.
  public let parameter: Parameter
  /// Kinds of lines, sorted.
  public let usedBy: [String]

  /// A use.
  public init(parameter: Parameter, usedBy: [String]) {
    self.parameter = parameter
    self.usedBy = usedBy
  }
}

/// Something the reader must know: a text of the catalogue with its facts.
public struct Remark: Hashable, Sendable {
  /// The catalogue's key.
  public let key: String
  /// The facts by name.
  public let arguments: [String: String]

  /// A remark.
  public init(_ key: String, _ arguments: [String: String] = [:]) {
    self.key = key
    self.arguments = arguments
  }
}
