// Finds what a register leaves open at the end of a year.

import Bookkeeping
import Figures
import Outcomes

extension OpenRecords {
  /// What goes on from `old` into `new`. A follow-up is due 6 and 12 months after a transition to
  /// work or studies (method.md section 5), unless the transition has ended; those of the old year
  /// that were never made are due still.
  package init(_ register: OutcomeRegister, from old: FiscalYear, into new: FiscalYear) {
    func goesOn(_ stay: some Stay) -> Bool {
      stay.start <= old.end && (stay.end.map { $0 > old.end } ?? true)
    }
    // How long a confirmation lasts does not matter for what is due.
    let held = RowsByPerson(register).held(
      until: new.end, confirmationMonths: 0, horizonYears: 0)
    var due: [Due] = []
    for transition in held where transition.transition.destination.needsExtent {
      let told = Holding.told(
        by: transition.followUps, after: transition.transition.destination)
      let ended = told.first { $0.meaning == .ends }?.date
      for months in IndicatorID.monthsHeld {
        let day = transition.due(months: months)
        guard day >= old.start, day <= new.end, !told.contains(where: { $0.date >= day }),
          ended.map({ $0 > day }) ?? true, transition.endedBy.map({ $0 > day }) ?? true
        else { continue }
        due.append(
          Due(
            participant: transition.transition.participant,
            destination: transition.transition.destination, left: transition.holding.start,
            months: months, day: day))
      }
    }
    self.init(
      employments: register.employments.filter(goesOn),
      places: register.trainingPlaces.filter(goesOn),
      due: due.sorted { ($0.day, $0.participant) < ($1.day, $1.participant) })
  }
}
