// The names of figures, all in one place: what explain, bokslut.json and tests call a figure.

import Bookkeeping
import Calculation
import Outcomes
import Rulebook

/// The id of a figure, stable from year to year. Parts are joined by points:
///
/// | id | figure |
/// |---|---|
/// | `rr.<row>.current`, `.previous` | a row of the income statement, this year and the year before |
/// | `br.<row>.current`, `.previous` | a row of the balance sheet |
/// | `flerar.<year>.<measure>` | a year in the overview: net_sales, income, result, assets ... |
/// | `ek.<row>.opening`, `.last_years_result`, `.other`, `.year_result`, `.closing` | change in equity |
/// | `nyckeltal.<key figure>` | a key figure |
/// | `intaktsslag.<kind>.amount`, `.share` | income of a kind |
/// | `ib.<account>.previous_closing`, `.opening`, `.difference` | an account that opens otherwise than it closed |
/// | `journal.<series>.<number>.basis`, `.unit_value`, `.factor`, `.amount` | a social voucher |
/// | `matris.<series>.<kind>.<outcome>.<actor>` | a cell of the actor matrix; series L has no outcome |
/// | `matris.<series>.<kind>.<outcome>.total` | the row's sum over all actors, always 0 |
/// | `matris.<series>.sum.<actor>`, `.total` | an actor's balance in a series |
/// | `matris.sum.<actor>`, `matris.sum.total` | an actor's balance in all series |
/// | `netto.<measure>.<subject>` | gross, net, public_input, ledger of an actor, `public`, `society` |
/// | `bro.<step>` | a step of the bridge: `bro.result`, `bro.ledger.grant`, `bro.C`, `bro.society` |
/// | `avstamning.<check>.left`, `.right`, `.difference`, `.tolerance` | a check; the same check again has `-2` after its name |
/// | `kanal.<channel>.amount`, `.share` | income of a channel |
/// | `indikator.<indicator>.<group>`, `.part`, `.whole` | an indicator, and the two numbers behind a share or a cost |
/// | `motgang.<kind>`, `.people` | a row of *Negativa och okända utfall* |
/// | `tratt.<step>.year`, `.ever` | a step of the funnel |
/// | `process.transitions.<process>` | transitions by process |
/// | `work.<place>.<subsidised or not>.count`, `.people`, `.months` | work apart by subsidy |
/// | `lage.<state>`, `.people` | where those who left stand at the year's end |
/// | `underlag.<evidence>.transitions`, `.months`, `.kronor` | what outcomes rest on |
/// | `asf.<fact>` | what ASF criteria are held against |
/// | `parameter.<id>.<first day>` | a value of the bank or the settings; a second source has `-2` after it |
/// | `antagande.<id>.base`, `.low`, `.high` | an assumption |
/// | `socialbalans.<step>.<actor>` | a step of the roll-forward; `public` and `society` are sums |
/// | `socialbalansrad.<number>.basis`, `.unit_value`, `.factor`, `.amount` | a line of what the social balance closes with |
/// | `finansiar.<year>.<actor>.paid_in`, `.came_back`, `.net` | what a funder paid in and what came back; `public` is all public actors |
/// | `jamforelse.<figure>.previous_filed`, `.previous_restated`, `.difference` | a figure of the year before, as filed and as computed today |
/// | `kanslighet.<assumption>.<case>.public`, `.society`, `.value` | a net, or the break-even |
/// | `kvot.<subject>`, `.numerator`, `.denominator` | returns of `public` and `society` |
/// | `metod.pensionsratt` | the part of the net's employer contributions that is a pension claim |
/// | `lon.<part>` | wages and fees of the target group beside the ledger |
package struct FigureID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  /// The id.
  package let rawValue: String

  /// An id by its text.
  package init(rawValue: String) { self.rawValue = rawValue }

  /// The id.
  package var description: String { rawValue }

  init(_ parts: String...) { self.rawValue = parts.joined(separator: ".") }

  /// Actor ids that would meet ids of our own; the settings must refuse them.
  package static let reservedActorIDs: Set<String> = ["public", "society", "sum", "total"]
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

extension FigureID {
  /// A statement's row.
  package static func statement(
    _ kind: StatementKind, row: String, _ column: YearColumn
  ) -> FigureID { FigureID(kind.rawValue, row, column.rawValue) }

  /// A part of a social voucher.
  package static func line(_ reference: LineReference, _ part: LinePart) -> FigureID {
    FigureID("journal", reference.series.rawValue, String(reference.number), part.rawValue)
  }

  /// A cell of the actor matrix.
  package static func matrix(
    _ series: Series, _ kind: LineKind, _ outcome: OutcomeKind?, _ actor: ActorID
  ) -> FigureID { FigureID(matrixRow(series, kind, outcome), actor.rawValue) }

  /// A row of the matrix summed over all actors.
  package static func matrixRowTotal(
    _ series: Series, _ kind: LineKind, _ outcome: OutcomeKind?
  ) -> FigureID { FigureID(matrixRow(series, kind, outcome), "total") }

  private static func matrixRow(
    _ series: Series, _ kind: LineKind, _ outcome: OutcomeKind?
  ) -> String {
    (["matris", series.rawValue, kind.rawValue] + [outcome?.rawValue].compactMap(\.self))
      .joined(separator: ".")
  }

  /// An actor's balance in a series; nil is all actors.
  package static func seriesSum(_ series: Series, _ actor: ActorID?) -> FigureID {
    FigureID("matris", series.rawValue, "sum", actor?.rawValue ?? "total")
  }

  /// An actor's balance in all series; nil is all actors.
  package static func matrixSum(_ actor: ActorID?) -> FigureID {
    FigureID("matris", "sum", actor?.rawValue ?? "total")
  }

  /// A rung's figure.
  package static func net(_ measure: NetMeasure, _ subject: NetSubject) -> FigureID {
    FigureID("netto", measure.rawValue, subject.identifier)
  }

  /// A step of the bridge.
  package static func bridge(_ step: String) -> FigureID { FigureID("bro", step) }

  /// A figure of a check: `left`, `right`, `difference` or `tolerance`.
  package static func check(_ check: String, _ part: String) -> FigureID {
    FigureID("avstamning", check, part)
  }

  /// A channel's `amount` or `share`.
  package static func channel(_ channel: String, _ part: String) -> FigureID {
    FigureID("kanal", channel, part)
  }

  /// A measure of a year in the overview, by the year's label.
  package static func year(_ label: String, _ measure: String) -> FigureID {
    FigureID("flerar", label, measure)
  }

  /// A column of a row in the change of equity.
  package static func equity(_ row: String, _ column: String) -> FigureID {
    FigureID("ek", row, column)
  }

  /// A key figure.
  package static func keyFigure(_ id: String) -> FigureID { FigureID("nyckeltal", id) }

  /// An income kind's `amount` or `share`.
  package static func incomeKind(_ kind: FlowKind, _ part: String) -> FigureID {
    FigureID("intaktsslag", kind.rawValue, part)
  }

  /// A column of an account whose opening balance is not last year's closing balance.
  package static func opening(_ account: String, _ column: String) -> FigureID {
    FigureID("ib", account, column)
  }

  /// An indicator of a group.
  package static func indicator(
    _ indicator: IndicatorID, _ group: ParticipantGroup = .all
  ) -> FigureID { FigureID("indikator", indicator.rawValue, group.identifier) }

  /// One of the two numbers behind an indicator: `part` or `whole`.
  package static func indicator(
    _ indicator: IndicatorID, part: String, group: ParticipantGroup = .all
  ) -> FigureID { FigureID("indikator", indicator.rawValue, group.identifier, part) }

  /// A parameter by id and first day.
  package static func parameter(_ parameter: Parameter) -> FigureID {
    FigureID("parameter", parameter.id, parameter.validFrom.description)
  }

  /// An assumption's `base`, `low` or `high`.
  package static func assumption(_ id: String, _ part: String) -> FigureID {
    FigureID("antagande", id, part)
  }

  /// A part of the target group's wages beside the ledger.
  package static func wages(_ part: String) -> FigureID { FigureID("lon", part) }

  /// A step of the social balance for an actor, `public` or `society`.
  package static func socialBalance(_ step: SocialBalanceStep, _ subject: String) -> FigureID {
    FigureID("socialbalans", step.rawValue, subject)
  }

  /// A figure of the sensitivity: `public`, `society` or `value` of a case.
  package static func sensitivity(_ id: String, _ name: String, _ part: String) -> FigureID {
    FigureID("kanslighet", id, name, part)
  }

  /// A measure of a funder in a year: `paid_in`, `came_back` or `net` of an actor or `public`.
  package static func funder(_ year: String, _ subject: String, _ measure: String) -> FigureID {
    FigureID("finansiar", year, subject, measure)
  }

  /// A figure as it was last year: `previous_filed`, `previous_restated`, or their `difference`.
  package static func comparison(_ id: FigureID, _ side: String) -> FigureID {
    FigureID("jamforelse", id.rawValue, side)
  }

  /// A part of a line of the social balance's closing, numbered from 1.
  package static func projectedLine(_ number: Int, _ part: LinePart) -> FigureID {
    FigureID("socialbalansrad", String(number), part.rawValue)
  }

  /// A return (*kvot*) of `public` or `society`; a part is `numerator` or `denominator`.
  package static func ratio(_ subject: String, _ part: String? = nil) -> FigureID {
    FigureID(rawValue: (["kvot", subject] + [part].compactMap(\.self)).joined(separator: "."))
  }
}
