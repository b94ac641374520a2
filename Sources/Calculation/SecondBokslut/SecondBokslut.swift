// The second bokslut: lines, actor matrix, the rungs of the ladder and the bridge.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// One cell of the actor matrix in long form: what an actor gained in a series, kind and outcome.
package struct MatrixEntry: Hashable, Sendable {
  /// Series.
  package let series: Series
  /// Kind.
  package let kind: LineKind
  /// Outcome kind; nil in series L.
  package let outcome: OutcomeKind?
  /// Actor.
  package let actor: ActorID
  /// Received less given.
  package let amount: Amount
}

/// One figure of the ladder.
package struct NetEntry: Hashable, Sendable {
  /// The measure.
  package let measure: NetMeasure
  /// Whom it concerns.
  package let subject: NetSubject
  /// Kronor.
  package let amount: Amount
}

/// One row of the bridge (*bron*) from årets resultat to samhällets netto.
package struct BridgeStep: Hashable, Sendable {
  /// Which.
  package let id: BridgePoint
  /// Kronor.
  package let amount: Amount
}

/// The second bokslut of a year.
package struct SecondBokslut: Sendable {
  /// Which parts could be valued; the report says the rest at its top.
  package let coverage: Coverage
  /// Actors in the order of reports.
  package let actors: [Actor]
  /// Every line in the order of series, those that move no öre too.
  package let lines: [SocialLine]
  /// The lines that move an öre, as a ledger: kinds as accounts, actors as objects of dimension 20.
  package let ledger: Ledger
  /// The actor matrix in long form, zero cells left out.
  package let matrix: [MatrixEntry]
  /// The rungs.
  package let nets: [NetEntry]
  /// The bridge.
  package let bridge: [BridgeStep]
  /// Target-group wages beside the ledger.
  package let targetWages: TargetWages?
  /// *Observerat*: indicators without valuation; nil without a register.
  package let observed: Observed?
  /// Checks of section 10.
  package let reconciliation: [ReconciliationCheck]
  /// Income by channel, *ej fördelat* last.
  package let channels: [ChannelShare]
  /// What ties income and costs to the income statement; nil without one.
  package var ties: StatementTies?
  /// Parameters that some line used, in order of id and day.
  package let parametersUsed: [ParameterUse]
  /// What was not valued or rests on something the reader should know.
  package let remarks: [Remark]
  /// What held transitions are expected to move; nil without what it calls for.
  package let socialBalance: SocialBalance?
  /// How much each assumption decides; nil without assumptions.
  package let sensitivity: Sensitivity?
  /// What each result account is in series L, in the order of accounts and rules.
  package let flows: [ResultFlow]
  /// What work changed of each person's tax, in the order of people.
  package var taxes: [PersonTax] = []
}

extension SecondBokslut {
  /// The lines that are printed, by series and number: those that move an öre.
  package var printedLines: [(reference: LineReference, line: SocialLine)] {
    lines.compactMap { line in line.reference.map { ($0, line) } }
  }
}

/// Which parts of the second bokslut could be computed.
package struct Coverage: Hashable, Sendable {
  /// A register was given.
  package let hasRegister: Bool
  /// Assumptions were given.
  package let hasAssumptions: Bool
  /// The kinds of outcome that the year has and that could not be valued for want of assumptions.
  package var unvalued: [UnvaluedKind] = []
  /// Everything that the register holds is valued: there is a net. Otherwise the report is partial.
  package var isValued: Bool { hasRegister && hasAssumptions && unvalued.isEmpty }
}

/// Wages and fees of the target group beside what the ledger holds (method.md section 4).
package struct TargetWages: Hashable, Sendable {
  /// Wages under one contribution rate.
  package struct Contribution: Hashable, Sendable {
    /// The parameters behind the rate, the one named first.
    package let parameters: [Parameter]
    /// Each employment's scaled wages under it.
    package let records: [RecordShare]
  }

  /// W by the records, exact, before any scaling.
  package let recorded: Rational
  /// The wage accounts.
  package let ledgerWages: Amount
  /// The ratio by which every wage was scaled down; 1 when none was.
  package let wageRatio: Rational
  /// Fees on the scaled wages, exact, before their own scaling.
  package let fees: Rational
  /// The fee accounts.
  package let ledgerFees: Amount
  /// The ratio by which fees were scaled down.
  package let feeRatio: Rational
  /// Whether wages are contractual and include absence (no table of paid wages).
  package let areContractual: Bool
  /// Each employment's part of `recorded`.
  package let records: [RecordShare]
  /// The rows of paid wages (*löner*) that touch the year, each with its whole sum.
  package let paid: [RecordShare]
  /// What `fees` are worked out from.
  package let contributions: [Contribution]
}

/// Income of a channel (*intäktskanal*).
package struct ChannelShare: Hashable, Sendable {
  /// nil is *ej fördelat*.
  package let channel: IncomeChannel?
  /// Kronor.
  package let amount: Amount
}

/// A parameter and what used it.
package struct ParameterUse: Hashable, Sendable {
  /// The parameter.
  package let parameter: Parameter
  /// Kinds of lines, sorted.
  package let usedBy: [String]
}
