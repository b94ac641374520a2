// The table of assumptions: one row for each thing that the enterprise assumes itself, over which
// reader, list, sensitivity, package and last year's package all loop.

import Bookkeeping
import Diagnostics
import Outcomes

/// An assumption (*antagande*) that the enterprise states itself.
package enum AssumptionID: Hashable, Sendable {
  /// dödvikt of a kind of outcome.
  case deadweight(OutcomeKind)
  /// undanträngning of a kind of outcome.
  case displacement(OutcomeKind)
  /// andras bidrag of a kind of outcome.
  case attribution(OutcomeKind)
  /// övergång: avtagande.
  case dropOff
  /// övergång: horisont.
  case horizon
  /// övergång: bekräftelsetid.
  case confirmation
  /// övergång: månadslön.
  case monthlyWage
  /// träningsplats: alternativ placering: andel.
  case placementShare
  /// träningsplats: alternativ placering: pris.
  case placementPrice
  /// diskonteringsränta.
  case discountRate
  /// försörjning: längst of a kind of support.
  case longest(SupportKind)
}

/// What kind of value an assumption has, and the range that the settings may state.
package enum AssumptionType: Hashable, Sendable {
  /// A share, from 0 to 100 %.
  case rate
  /// Kronor a month, not negative.
  case kronorPerMonth
  /// Calendar months; some may be *obegränsat*.
  case months(ClosedRange<Int>, mayBeUnlimited: Bool = false)
  /// Whole years.
  case years(ClosedRange<Int>)

  /// The unit that lists and packages write.
  package var unit: String {
    switch self {
    case .rate: "%"
    case .kronorPerMonth: "kr/månad"
    case .months: "månader"
    case .years: "år"
    }
  }

  /// A value by its exact text in a package, in `unit`; nil when it is none.
  package func value(of text: String) -> AssumedValue? {
    switch self {
    // Percent with two decimals is a fraction in ten-thousandths.
    case .rate:
      ScaledText.parse(text, decimals: 2).map { .rate(Rate(tenThousandths: $0)) }
    case .kronorPerMonth: ScaledText.parse(text, decimals: 2).map { .amount(Amount(ore: $0)) }
    case .months, .years: Int(text).map { .count($0) }
    }
  }
}

/// What an assumption is about.
package enum AssumptionSubject: Hashable, Sendable {
  /// A kind of outcome.
  case outcome(OutcomeKind)
  /// A kind of support.
  case support(SupportKind)
}

/// One row of the table.
package struct AssumptionRow: Hashable, Sendable {
  /// Which.
  package let id: AssumptionID
  /// Its keys in the settings, from those under `antaganden`; a support's from `försörjning`.
  package let keys: [String]
  /// Its type.
  package let type: AssumptionType
  /// What it is about; nil is everything.
  package let subject: AssumptionSubject?
  /// The word of its texts.
  package let name: String
  /// The series whose lines rest on it, by their letters.
  package let usedBy: [String]
  /// Whether what it is about is valued without it.
  package let isOptional: Bool

  /// The row of an assumption.
  package static subscript(id: AssumptionID) -> AssumptionRow {
    guard let row = byID[id] else { preconditionFailure("the table has no row for \(id)") }
    return row
  }

  /// Every row, in the order of reports.
  package static let all: [AssumptionRow] =
    OutcomeKind.allCases.flatMap(rows) + [
      // Only the social balance rests on it, as on the drop-off.
      AssumptionRow(
        .discountRate, ["diskonteringsränta"], .rate, nil, "discount-rate", isOptional: true)
    ]
    + SupportKind.allCases.filter(\.isPaidSupport).map(\.rawValue).sorted()
    .compactMap(SupportKind.init).map { kind in
      AssumptionRow(
        .longest(kind), ["försörjning", kind.rawValue, "längst"],
        .months(1...1200, mayBeUnlimited: true), .support(kind), "longest", usedBy: ["A", "O"])
    }

  /// The rows about a kind of outcome: the three rates that every kind has, then its own.
  private static func rows(_ kind: OutcomeKind) -> [AssumptionRow] {
    func row(
      _ id: AssumptionID, _ name: String, at keys: String..., type: AssumptionType = .rate,
      usedBy: [String], isOptional: Bool = false
    ) -> AssumptionRow {
      AssumptionRow(
        id, [kind.rawValue] + keys, type, .outcome(kind), name, usedBy: usedBy,
        isOptional: isOptional)
    }
    let common = [
      row(.deadweight(kind), "deadweight", at: "dödvikt", usedBy: ["D", "U", "T"]),
      row(.displacement(kind), "displacement", at: "undanträngning", usedBy: ["U", "T"]),
      row(.attribution(kind), "attribution", at: "andras bidrag", usedBy: ["T"]),
    ]
    switch kind {
    case .employment: return common
    case .transition:
      return common + [
        row(.dropOff, "drop-off", at: "avtagande", usedBy: [], isOptional: true),
        row(.horizon, "horizon", at: "horisont", type: .years(1...50), usedBy: ["O"]),
        row(
          .confirmation, "confirmation", at: "bekräftelsetid", type: .months(1...120),
          usedBy: ["O"]),
        row(
          .monthlyWage, "monthly-wage", at: "månadslön", type: .kronorPerMonth, usedBy: ["O"],
          isOptional: true),
      ]
    case .trainingPlace:
      let placement = "alternativ placering"
      return common + [
        row(.placementShare, "placement-share", at: placement, "andel", usedBy: ["C"]),
        row(
          .placementPrice, "placement-price", at: placement, "pris", type: .kronorPerMonth,
          usedBy: ["C"]),
      ]
    }
  }

  private init(
    _ id: AssumptionID, _ keys: [String], _ type: AssumptionType, _ subject: AssumptionSubject?,
    _ name: String, usedBy: [String] = [], isOptional: Bool = false
  ) {
    self.id = id
    self.keys = keys
    self.type = type
    self.subject = subject
    self.name = name
    self.usedBy = usedBy
    self.isOptional = isOptional
  }

  private static let byID = Dictionary(
    all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

extension AssumptionID {
  /// The settings' own words, joined by points: `övergång.dödvikt`; antaganden.csv and bokslut.json
  /// name the assumption so.
  package var path: String { AssumptionRow[self].keys.joined(separator: ".") }

  /// Where the settings state it.
  package var settingsPath: SettingsPath {
    let row = AssumptionRow[self]
    if case .support = row.subject { return SettingsPath(row.keys) }
    return SettingsPath(["antaganden"] + row.keys)
  }

  private static let byPath = Dictionary(
    AssumptionRow.all.map { ($0.id.path, $0.id) }, uniquingKeysWith: { first, _ in first })

  /// The assumption of a path, or nil.
  package init?(path: String) {
    guard let id = Self.byPath[path] else { return nil }
    self = id
  }
}
