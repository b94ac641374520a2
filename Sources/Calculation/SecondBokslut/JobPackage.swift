// Package J: what a job at another employer moves.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// Package J (*ett arbete hos en annan arbetsgivare*), method.md section 7, of a transition's job.
struct JobPackage {
  let job: ValuedTransition
  /// The days that the job is held.
  let days: DateRange

  private var row: Transition { job.held.transition }

  /// Earnings, the employer's contribution on them (none on an own business) and the subsidy.
  func add(to drafts: inout LineDrafts, values: inout ValueFinder) {
    guard job.wage != .none else { return }
    addEarnings(.earnings, to: .participant, in: days, contribution: nil, drafts: &drafts)
    if job.isEmployment {
      let rates = values.rates(
        "arbetsgivaravgift", in: days, neededBy: .contributions)
      for segment in rates {
        addEarnings(
          .employerContribution, to: .state, in: segment.days, contribution: segment.value,
          drafts: &drafts)
      }
    }
    guard let subsidy = row.subsidyAmount, !subsidy.isZero else { return }
    // A subsidy is paid for months, not for full-time months.
    let basis = days.months * Rational(kronor: subsidy)
    drafts.add(
      LineHead(.jobSubsidy, .transition, from: .employmentService, to: .widerEconomy),
      LineTerms(
        basis: LineBasis(
          .kronor, job.record(basis), assumptions: OutcomeKind.transition.holding)))
  }

  /// A recorded wage is a basis in kronor, an assumed one a unit value on months.
  private func addEarnings(
    _ kind: LineKind, to: ActorID, in days: DateRange, contribution: RateValue?,
    drafts: inout LineDrafts
  ) {
    let months = days.months * job.extent
    let isAssumed: Bool
    if case .assumed = job.wage { isAssumed = true } else { isAssumed = false }
    let basis = isAssumed ? months : months * Rational(kronor: job.monthly)
    drafts.add(
      LineHead(
        kind, .transition, from: .widerEconomy, to: to,
        parameterID: contribution?.chain.first.id ?? (isAssumed ? "månadslön" : nil),
        validFrom: contribution?.validFrom, validTo: contribution?.validTo),
      LineTerms(
        basis: LineBasis(
          isAssumed ? .months : .kronor, job.record(basis),
          assumptions: OutcomeKind.transition.holding),
        unitValue: isAssumed ? .assumption(.monthlyWage, job.monthly) : .krona,
        rates: contribution.map { [$0.term] } ?? []))
  }
}
