// Which assumptions the register in use calls for, and what of them is missing.

import Diagnostics
import Outcomes
import Rulebook

/// Deadweight, displacement, attribution and the rest have no silent default: what the records of
/// the year call for and the settings do not state is one error that lists all of it.
struct RequiredAssumptions {
  /// What is missing, as the settings would name it: `anställning: dödvikt`.
  let missing: [String]

  init(_ input: SecondBokslutInput, register: OutcomeRegister) {
    guard let assumptions = input.settings.assumptions else {
      self.missing = []
      return
    }
    var missing: [String] = []
    func require(_ kind: OutcomeKind) {
      let stated = assumptions.counterfactual[kind]
      if stated?.deadweight == nil { missing.append("\(kind.rawValue): dödvikt") }
      if stated?.displacement == nil { missing.append("\(kind.rawValue): undanträngning") }
      if stated?.attribution == nil { missing.append("\(kind.rawValue): andras bidrag") }
    }
    if register.employments.contains(where: { $0.days(in: input.year.period) != nil }) {
      require(.employment)
    }
    if register.transitions.contains(where: {
      $0.destination.needsExtent && $0.date <= input.year.end
    }) {
      require(.transition)
      let transition = assumptions.transition
      if transition.dropOff == nil { missing.append("övergång: avtagande") }
      if transition.horizonYears == nil { missing.append("övergång: horisont") }
      if transition.confirmationMonths == nil { missing.append("övergång: bekräftelsetid") }
      if assumptions.discountRate == nil { missing.append("diskonteringsränta") }
    }
    // A training place is valued only where an alternative price is stated.
    if assumptions.alternativePlacement != nil { require(.trainingPlace) }
    self.missing = missing
  }

  /// One error for everything.
  func report(at location: SourceLocation, to diagnostics: inout DiagnosticList) {
    guard !missing.isEmpty else { return }
    diagnostics.report("KAL006", at: location, ["list": .text(missing.joined(separator: "; "))])
  }
}
