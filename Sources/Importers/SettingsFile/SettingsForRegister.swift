// What the register needs of the settings: assumptions and rules for the support before.

import Diagnostics
import Outcomes
import Rulebook

/// Holds settings against the register, once both are read (method.md section 7: nothing has a
/// silent default; what is missing is one error that lists all of it).
package enum SettingsForRegister {
  /// The holes in `antaganden`, as one error, and the support kinds in use that `försörjning` has
  /// no rule for. Without the key `antaganden` nothing is missing: the report is partial.
  ///
  /// - Parameter register: nil when the key `utfall` is left out; then only what stands under
  ///   `antaganden` must be whole.
  package static func diagnostics(
    _ settings: Settings, register: OutcomeRegister?
  ) -> DiagnosticList {
    var problems = DiagnosticList()
    guard let assumptions = settings.assumptions else { return problems }
    var holes = assumptions.holes
    if let register {
      for kind in neededKinds(register) where !assumptions.statedKinds.contains(kind) {
        holes.append("antaganden.\(kind.rawValue)")
      }
      if neededKinds(register).contains(.transition), !assumptions.statesDiscountRate {
        holes.append("antaganden.diskonteringsränta")
      }
      reportMissingRules(settings, register, into: &problems)
    }
    if !holes.isEmpty {
      problems.report(
        "SET061", at: assumptions.location,
        ["holes": holes.joined(separator: ", "), "count": holes.count])
    }
    return problems
  }

  /// Employments and transitions to work or studies are valued, so they need their assumptions; a
  /// training place has a value of its own only with an alternative price, under its own key.
  private static func neededKinds(_ register: OutcomeRegister) -> [OutcomeKind] {
    var kinds: [OutcomeKind] = []
    if !register.employments.isEmpty { kinds.append(.employment) }
    if register.transitions.contains(where: \.destination.needsExtent) {
      kinds.append(.transition)
    }
    return kinds
  }

  private static func reportMissingRules(
    _ settings: Settings, _ register: OutcomeRegister, into problems: inout DiagnosticList
  ) {
    let valued = Set(
      register.employments.map(\.participant)
        + register.transitions.filter(\.destination.needsExtent).map(\.participant))
    for kind in SupportKind.allCases
    where kind.isPaidSupport && !settings.statedSupportKinds.contains(kind) {
      let people = register.participants.filter {
        $0.supportBefore == kind && valued.contains($0.id)
      }
      guard let first = people.first else { continue }
      problems.report(
        "SET062", at: settings.location,
        ["kind": kind.rawValue, "count": people.count, "place": first.location])
    }
  }
}
