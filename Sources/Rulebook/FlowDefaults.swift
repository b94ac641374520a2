// What a result account is when the settings say nothing: the BAS links of series L as data.

import Diagnostics
import Outcomes

/// The default kind and counterpart of a result account (Data/flow-kinds.tsv).
package struct FlowDefault: Hashable, Sendable {
  /// Accounts by their first four digits.
  package let accounts: ClosedRange<Int>
  /// The kind.
  package let kind: FlowKind
  /// The counterpart.
  package let actor: ActorID
}

/// The table of defaults.
package struct FlowDefaults: Sendable {
  /// The embedded table.
  package static let embedded = FlowDefaults()

  /// Narrowest ranges first, so that the first that holds an account is the most specific.
  package let rules: [FlowDefault]

  init() {
    let rows = EmbeddedTable(EmbeddedData.flowKinds, separator: "\t").rows
    self.rules = rows.map { row in
      guard let first = Int(row["first"]), let last = Int(row["last"]), first <= last,
        let kind = FlowKind(rawValue: row["kind"])
      else { preconditionFailure("flow-kinds.tsv line \(row.line) is malformed") }
      return FlowDefault(
        accounts: first...last, kind: kind, actor: ActorID(rawValue: row["actor"]))
    }
    .sorted { left, right in
      (left.accounts.count, left.accounts.lowerBound)
        < (right.accounts.count, right.accounts.lowerBound)
    }
  }

  /// The default of a BAS account number; nil for 899x and numbers outside 3000-8989.
  package func rule(for basNumber: Int) -> FlowDefault? {
    rules.first { $0.accounts.contains(basNumber) }
  }
}

extension FlowKind {
  /// The counterpart of a settings rule that names the kind and no actor (method.md section 4);
  /// nil for *träningsplatser*, where the buyer must be named.
  package var actorUnlessNamed: ActorID? {
    switch self {
    case .placementFee: nil
    case .grant, .tax: .state
    case .wageSubsidy: .employmentService
    case .sickPay: .socialInsurance
    case .gift, .membership, .privateGrant: .donor
    case .dispositions: .reserves
    case .sale, .purchase, .wage, .socialFees, .specialPayrollTax, .otherPersonnel, .depreciation,
      .financial:
      .widerEconomy
    }
  }

  /// Whether the counterpart pays the enterprise; otherwise the enterprise pays the counterpart.
  package var isIncome: Bool {
    switch self {
    case .sale, .placementFee, .grant, .wageSubsidy, .gift, .membership, .privateGrant, .sickPay:
      true
    default: false
    }
  }

  /// Whether a public body's payment of this kind is *offentlig insats* (method.md section 4).
  package var isPublicInput: Bool {
    self == .placementFee || self == .grant || self == .wageSubsidy
  }
}
