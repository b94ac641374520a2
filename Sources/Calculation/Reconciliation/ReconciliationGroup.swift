// What a row of Avstämning is held against, and which check a finding restates.

import Diagnostics
import Figures

/// What a check or a warning is held against (interfaces.md, avstamning.csv).
package enum ReconciliationGroup: String, CaseIterable, Hashable, Sendable {
  /// *Mot bokföringen*.
  case books
  /// *Mot registret*.
  case register
  /// *Intern kontroll*.
  case `internal`

  /// The group of a check.
  package init(_ check: CheckName) {
    switch check {
    case .balanceSheet, .balanceSheetPrevious, .resultColumn, .contributionRate, .openingBalance,
      .incomeKinds, .incomeChannels:
      self = .books
    case .targetWages, .targetFees, .wageSubsidy, .placementIncome: self = .register
    case .vouchers, .bridge, .rollForward: self = .internal
    }
  }

  /// Findings whose code says another room than what they are held against: an empty register, and
  /// books that may be another enterprise's.
  private static let others: [DiagnosticCode: Self] = ["INI002": .register, "CMD036": .books]

  /// The group of a finding that restates no check, by the room of its code.
  package init(_ code: DiagnosticCode) {
    switch code.rawValue.prefix(3) {
    case "SIE", "BOK": self = .books
    case "REG", "XLS": self = .register
    default: self = Self.others[code] ?? .internal
    }
  }
}

extension CheckName: DiagnosticFact {
  private static let prefix = "check."

  /// The check as readers call it.
  package var argument: DiagnosticArgument { .word("\(Self.prefix)\(rawValue)") }

  init?(_ argument: DiagnosticArgument?) {
    guard case .word(let id)? = argument, id.hasPrefix(Self.prefix) else { return nil }
    self.init(rawValue: String(id.dropFirst(Self.prefix.count)))
  }
}

extension Diagnostic {
  /// The check of Avstämning that the finding restates: the page tells it there and nowhere else.
  package var check: CheckName? {
    switch code {
    case "KAL030", "KAL050", "KAL051": CheckName(arguments["check"])
    case "BOK010": .balanceSheet
    case "BOK094": .balanceSheetPrevious
    case "BOK020", "BOK093": .openingBalance
    default: nil
    }
  }
}

extension SecondBokslut {
  /// Gives every check that warns and that no finding tells one of its own (KAL050), so that the
  /// terminal, --strict and the paper agree.
  package func tellUntold(
    at place: SourceLocation?, diagnostics: inout DiagnosticList
  ) {
    let told = Set(diagnostics.all.compactMap(\.check))
    for check in reconciliation where check.outcome == .warning && !told.contains(check.check) {
      diagnostics.report("KAL050", at: place, check.facts)
    }
  }
}
