// What the register needs of the settings: no blank assumption, and rules for the support before.

import Diagnostics
import Outcomes
import Rulebook

/// Holds settings against the register, once both are read (method.md section 7: nothing has a
/// silent default; what is missing is one error that lists all of it).
package enum SettingsForRegister {
  /// The holes in `antaganden`, as one error, and the support kinds in use that `försörjning` has
  /// no rule for. A key that is left out is no hole: what it is about is not valued, and the report
  /// is partial.
  ///
  /// - Parameter register: nil when the key `utfall` is left out; then only what stands under
  ///   `antaganden` must be whole.
  package static func diagnostics(
    _ settings: Settings, register: OutcomeRegister?
  ) -> DiagnosticList {
    var problems = DiagnosticList()
    guard let assumptions = settings.assumptions else { return problems }
    if let register {
      reportMissingRules(settings, assumptions, register, into: &problems)
    }
    let holes = assumptions.holes
    if !holes.isEmpty {
      problems.report(
        "SET061", at: assumptions.location,
        ["holes": holes, "count": holes.count])
    }
    return problems
  }

  /// Rules are asked for those only whose employment or transition is valued.
  private static func reportMissingRules(
    _ settings: Settings, _ assumptions: Assumptions, _ register: OutcomeRegister,
    into problems: inout DiagnosticList
  ) {
    var valued: Set<ParticipantID> = []
    if assumptions.missing(for: .employment).isEmpty {
      valued.formUnion(register.employments.map(\.participant))
    }
    if assumptions.missing(for: .transition).isEmpty {
      valued.formUnion(
        register.transitions.filter(\.destination.needsExtent).map(\.participant))
    }
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
