// The names of figures: an enum with what each family needs to tell its figures apart.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook

/// The id of a figure, stable from year to year. Nobody reads meaning out of letters: what a figure
/// is stands in the case and its payload. How ids are written in bokslut.json and by `explain` is
/// FigureIDText's alone.
package indirect enum FigureID: Hashable, Sendable {
  /// A row of a statement, this year or the year before.
  case statement(StatementKind, row: String, YearColumn)
  /// A measure of a year in the overview, by the year's label.
  case year(String, OverviewMeasure)
  /// A column of a row in the change of equity.
  case equity(row: String, EquityColumn)
  /// A key figure.
  case keyFigure(KeyFigureID)
  /// Income of a kind.
  case incomeKind(FlowKind, SharePart)
  /// A column of an account whose opening balance is not last year's closing balance.
  case opening(account: String, OpeningColumn)
  /// A part of a social voucher.
  case line(LineReference, LinePart)
  /// A cell of the actor matrix; series L has no outcome.
  case matrix(Series, LineKind, OutcomeKind?, ActorID)
  /// A row of the matrix summed over all actors: always 0.
  case matrixRowTotal(Series, LineKind, OutcomeKind?)
  /// An actor's balance in a series; nil is all actors.
  case seriesSum(Series, ActorID?)
  /// An actor's balance in all series; nil is all actors.
  case matrixSum(ActorID?)
  /// A rung's figure.
  case net(NetMeasure, NetSubject)
  /// A step of the bridge.
  case bridge(BridgePoint)
  /// A figure of a check.
  case check(CheckID, CheckPart)
  /// Income of a channel; nil is what no rule places.
  case channel(IncomeChannel?, SharePart)
  /// Costs of operation of a kind, positive.
  case cost(FlowKind)
  /// A part of what ties a list to the income statement.
  case tied(TiedList, TiedPart)
  /// An indicator of a group, or one of the two numbers behind a share or a cost.
  case indicator(IndicatorID, ParticipantGroup, IndicatorPart)
  /// A row of *Negativa och okända utfall*.
  case setback(Setback, CountPart)
  /// A step of the funnel.
  case funnel(FunnelStage, FunnelPart)
  /// Transitions by process.
  case process(Process)
  /// Work apart by subsidy.
  case work(WorkPlace, isSubsidised: Bool, WorkPart)
  /// Where those who left stand at the year's end.
  case state(HoldingState, CountPart)
  /// What outcomes rest on.
  case evidence(Evidence, EvidencePart)
  /// What ASF criteria are held against.
  case criterion(CriterionID)
  /// A value of the bank or the settings.
  case parameter(ParameterKey)
  /// An assumption.
  case assumption(AssumptionID, AssumptionPart)
  /// A step of the social balance.
  case socialBalance(SocialBalanceStep, NetSubject)
  /// A line of what the social balance closes with, numbered from 1.
  case projectedLine(Int, LinePart)
  /// What a funder paid in and what came back, by the year's label.
  case funder(year: String, NetSubject, FunderMeasure)
  /// A figure of the year before, as filed and as computed today.
  case comparison(FigureID, ComparisonSide)
  /// A figure of the sensitivity.
  case sensitivity(SensitivitySubject, SensitivityPoint, SensitivityPart)
  /// A return (*kvot*) of the public sector or society.
  case ratio(NetSubject, RatioPart)
  /// The part of the net's employer contributions that is a pension claim.
  case pensionClaim
  /// Wages and fees of the target group beside the ledger.
  case wages(WagesPart)
}

extension FigureID {
  /// An indicator of everyone.
  package static func indicator(
    _ id: IndicatorID, _ group: ParticipantGroup = .all
  ) -> FigureID { .indicator(id, group, .value) }

  /// The same figure's id where a comparison holds this year against last year.
  package var compared: FigureID {
    if case .comparison(let id, _) = self { id } else { self }
  }
}

/// Which year's column a figure stands in.
package enum YearColumn: String, CaseIterable, Sendable {
  /// This year.
  case current
  /// The year before.
  case previous
}

/// Which part of a social voucher a figure is.
package enum LinePart: String, CaseIterable, Sendable {
  /// Basis.
  case basis
  /// Unit value.
  case unitValue = "unit_value"
  /// Factor.
  case factor
  /// Amount.
  case amount
}

/// A measure of *flerårsöversikt*.
package enum OverviewMeasure: String, CaseIterable, Sendable {
  /// *Nettoomsättning*.
  case netSales = "net_sales"
  /// *Summa rörelseintäkter*.
  case income
  /// *Resultat efter finansiella poster*.
  case resultAfterFinancialItems = "result_after_financial_items"
  /// *Summa tillgångar*.
  case assets
  /// *Summa eget kapital*.
  case equity
  /// *Summa obeskattade reserver*.
  case untaxedReserves = "untaxed_reserves"
  /// *Soliditet*.
  case solidity
}

/// A column of *förändringar i eget kapital*.
package enum EquityColumn: String, CaseIterable, Sendable {
  /// At the year's start.
  case opening
  /// Last year's result from its row to the others; nets to zero.
  case disposition
  /// Contributions paid in less paid back.
  case contributions
  /// Dividend, negative.
  case dividend
  /// All else.
  case other
  /// The year's result.
  case yearResult = "year_result"
  /// At the year's end.
  case closing
}

/// A key figure (*nyckeltal*).
package enum KeyFigureID: String, CaseIterable, Sendable {
  /// Members, as stated by hand.
  case membersStated = "members-stated"
  /// *Medlemsinsatser*.
  case memberContributions = "member-contributions"
  /// How they changed.
  case memberContributionsChange = "member-contributions-change"
  /// *Utdelning* from the year's result: booked the year after, or as stated by hand.
  case dividend
  /// *Utdelning* from last year's result, booked this year.
  case dividendPrevious = "dividend-previous"
  /// *Återinvesterad andel*.
  case reinvestedShare = "reinvested-share"
  /// The same of last year's surplus.
  case reinvestedSharePrevious = "reinvested-share-previous"
  /// *Medelantal anställda*, as stated by hand.
  case employeesStated = "employees-stated"
  /// Personnel cost by employee.
  case personnelCostPerEmployee = "personnel-cost-per-employee"
  /// Wages and contributions of the target group by full-time equivalent.
  case targetCostPerFTE = "target-cost-per-fte"
}

/// An amount, or its share of a whole.
package enum SharePart: String, CaseIterable, Sendable {
  /// Kronor.
  case amount
  /// A fraction of one.
  case share
}

/// A list that is tied to a sum of the income statement.
package enum TiedList: String, CaseIterable, Sendable {
  /// Income by kind, to summa rörelseintäkter.
  case incomeKinds = "income-kinds"
  /// Income by channel, to summa rörelseintäkter.
  case incomeChannels = "income-channels"
  /// Costs of operation behind the indicators, to summa rörelsekostnader.
  case costs = "operating-costs"
}

/// A part of the tie.
package enum TiedPart: String, CaseIterable, Sendable {
  /// What the list sums to.
  case listed
  /// What stands in other rows of the statement.
  case reconciling
  /// The statement's sum.
  case total
}

/// A column of the accounts that open otherwise than they closed.
package enum OpeningColumn: String, CaseIterable, Sendable {
  /// Last year's closing balance.
  case previousClosing = "previous_closing"
  /// This year's opening balance.
  case opening
  /// Opening less closing.
  case difference
}

/// A point of the bridge (*bron*) from årets resultat to samhällets netto.
package enum BridgePoint: Hashable, Sendable {
  /// Where it starts: *årets resultat*.
  case result
  /// What others in society have in series L, of a kind.
  case ledger(LineKind)
  /// What others in society have in another series.
  case series(Series)
  /// Where it ends: *samhällets netto*.
  case society
}

/// A check of *avstämning* by its name; the same check again has its time.
package struct CheckID: Hashable, Sendable {
  /// Which.
  package let name: CheckName
  /// 1 for the first of that name.
  package let time: Int

  /// A check.
  package init(_ name: CheckName, time: Int = 1) {
    self.name = name
    self.time = time
  }
}

/// The checks that there are (interfaces.md, Identifiers).
package enum CheckName: String, CaseIterable, Sendable {
  /// The enterprise's column beside årets resultat.
  case resultColumn = "result-column"
  /// All vouchers beside zero.
  case vouchers
  /// The bridge's steps beside its end.
  case bridge
  /// The social balance's steps beside its closing.
  case rollForward = "roll-forward"
  /// Assets beside equity and liabilities.
  case balanceSheet = "balance-sheet"
  /// The same in last year's column.
  case balanceSheetPrevious = "balance-sheet-previous"
  /// W beside the wage accounts.
  case targetWages = "target-wages"
  /// Fees on W beside the fee accounts.
  case targetFees = "target-fees"
  /// Booked contributions by booked wages beside the rate.
  case contributionRate = "contribution-rate"
  /// Wage subsidies by the register beside the books.
  case wageSubsidy = "wage-subsidy"
  /// Income of places beside the register's prices.
  case placementIncome = "placement-income"
  /// Opening balances beside last year's closing balances.
  case openingBalance = "opening-balance"
  /// Income by kind and what reconciles it beside summa rörelseintäkter.
  case incomeKinds = "income-kinds"
  /// The same by channel.
  case incomeChannels = "income-channels"
}

/// A figure of a check.
package enum CheckPart: String, CaseIterable, Sendable {
  /// The left figure.
  case left
  /// The right figure.
  case right
  /// What differs.
  case difference
  /// What may differ.
  case tolerance
}

/// An indicator, or one of the two numbers behind it.
package enum IndicatorPart: String, CaseIterable, Sendable {
  /// The indicator itself.
  case value
  /// Above the line.
  case part
  /// Below the line.
  case whole
}

/// How many, or how many people.
package enum CountPart: String, CaseIterable, Sendable {
  /// Outcomes.
  case count
  /// People.
  case people
}

/// When a step of the funnel was taken.
package enum FunnelPart: String, CaseIterable, Sendable {
  /// In the year.
  case year
  /// By the year's end.
  case ever
}

/// What the person did here last before a transition (*tre processer*).
package enum Process: String, CaseIterable, Sendable {
  /// Whatever it was.
  case all
  /// An employment.
  case employment
  /// A training place.
  case training
}

/// A number of *Arbete*.
package enum WorkPart: String, CaseIterable, Sendable {
  /// Employments or transitions.
  case count
  /// People.
  case people
  /// Full-time months.
  case months
}

/// A number by *underlag*.
package enum EvidencePart: String, CaseIterable, Sendable {
  /// Transitions counting in the year.
  case transitions
  /// Full-time months held in the year.
  case months
  /// Society's part of series O.
  case kronor
}

/// A figure that ASF criteria are held against.
package enum CriterionID: String, CaseIterable, Sendable {
  /// Members, as stated by hand.
  case members
  /// *Utdelning*, as stated by hand.
  case dividend
  /// *Återinvesterad andel*.
  case reinvested
  /// The share of income that is sales.
  case fromSales = "from-sales"
  /// The share that public bodies pay for the social work.
  case fromPublic = "from-public"
}

/// A parameter of a report: id and first day; one id and day may have two sources (own rates beside
/// the municipality's), so a second has its time.
package struct ParameterKey: Hashable, Sendable {
  /// The id.
  package let id: String
  /// The first day.
  package let from: CalendarDate
  /// 1 for the first of that id and day.
  package let time: Int

  /// A parameter.
  package init(id: String, from: CalendarDate, time: Int = 1) {
    self.id = id
    self.from = from
    self.time = time
  }
}

/// Which value of an assumption.
package enum AssumptionPart: String, CaseIterable, Sendable {
  /// *Bas*.
  case base
  /// *Låg*.
  case low
  /// *Hög*.
  case high
}

/// A measure of `finansiarer.csv`.
package enum FunderMeasure: String, CaseIterable, Sendable {
  /// What a public actor paid for the social work (*offentlig insats*), or a private one gave.
  case paidIn = "paid_in"
  /// The net and what was paid in: the numerator of the public return, for one actor.
  case cameBack = "came_back"
  /// The net, after deadweight, displacement and attribution.
  case net
}

/// What stands beside this year's own figure.
package enum ComparisonSide: String, CaseIterable, Sendable {
  /// As filed (*som fastställt*).
  case filed = "previous_filed"
  /// As computed today (*omräknat*).
  case restated = "previous_restated"
  /// Restated less filed.
  case difference
}

/// What a row of *känslighet* varies.
package enum SensitivitySubject: Hashable, Sendable {
  /// One assumption.
  case assumption(AssumptionID)
  /// An own value of `värden`, all its dated rows together.
  case value(String)
  /// A deadweight common to all kinds of outcome.
  case commonDeadweight
  /// All assumptions at once.
  case scenario
}

extension SensitivitySubject {
  /// What files call it: the settings' own words, joined by points.
  package var path: String {
    switch self {
    case .assumption(let id): id.path
    case .value(let id): Self.valuePrefix + id
    case .commonDeadweight: "dödvikt"
    case .scenario: "scenario"
    }
  }

  /// What a finding calls it: where the settings state it, or that it is all at once.
  package var fact: DiagnosticArgument {
    switch self {
    case .assumption(let id): id.settingsPath.argument
    case .value(let id): SettingsPath(["värden", id]).argument
    case .commonDeadweight, .scenario: .word("variant.all")
    }
  }

  private static let valuePrefix = "värden."

  /// The subject of a path, or nil.
  init?(path: String) {
    switch path {
    case Self.commonDeadweight.path: self = .commonDeadweight
    case Self.scenario.path: self = .scenario
    default:
      if let id = AssumptionID(path: path) {
        self = .assumption(id)
      } else if path.hasPrefix(Self.valuePrefix) {
        self = .value(String(path.dropFirst(Self.valuePrefix.count)))
      } else {
        return nil
      }
    }
  }
}

/// Where a row of *känslighet* stands.
package enum SensitivityPoint: Hashable, Sendable {
  /// A case.
  case chosen(SensitivityCase)
  /// Where the net is zero.
  case breakEven
}

/// A number of a row of *känslighet*.
package enum SensitivityPart: Hashable, Sendable {
  /// The assumed value.
  case value
  /// A net, or its break-even.
  case net(NetSubject)
}

/// A return, or what stands above its line.
package enum RatioPart: String, CaseIterable, Sendable {
  /// The return itself.
  case ratio
  /// Net and public input.
  case numerator
}

/// A figure of the target group's wages beside the ledger.
package enum WagesPart: String, CaseIterable, Sendable {
  /// W by the records.
  case recorded
  /// The wage accounts.
  case ledger
  /// By what W was scaled down.
  case ratio
  /// Fees on the scaled W.
  case fees
  /// The fee accounts.
  case ledgerFees = "ledger-fees"
  /// By what the fees were scaled down.
  case feeRatio = "fee-ratio"
}
