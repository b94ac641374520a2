// What the reader must know beside the figures: what is missing, scaled, contractual or unvalued.

import Bookkeeping
import Figures
import Outcomes
import Rulebook

/// Something the reader must know.
package enum Remark: Hashable, Sendable {
  /// There is no register.
  case noRegister
  /// The register has no participants: nothing can be said of them.
  case emptyRegister
  /// A table that a register is expected to have is not there.
  case absentTable(RecordTable)
  /// There are no assumptions.
  case noAssumptions
  /// A kind of outcome is not valued, for want of assumptions about it.
  case kindNotValued(UnvaluedKind)
  /// Wages are contractual: there is no table of paid ones.
  case contractualWages
  /// Wages are scaled down to the ledger's.
  case scaledWages(ratio: Rational)
  /// Fees are scaled down to the ledger's.
  case scaledFees(ratio: Rational)
  /// So many transitions hold without any wage or income stated.
  case transitionsNotValued(count: Int)
  /// So many training places have no price.
  case placesNotValued(count: Int)
  /// So many places of a buyer who pays nothing for them here; no avoided placement is credited.
  case placesNotCredited(buyer: ActorID, count: Int)
  /// Why a buyer who pays nothing here is credited even so, in the settings' own words.
  case placesCreditedFor(buyer: ActorID, reason: String)
  /// What the social balance calls for is not there: a value of the bank, or these assumptions.
  case noSocialBalance(missing: [AssumptionID])
  /// So many people left on the year's last day: their transitions count next year.
  case leavingCountsNextYear(people: Int)
  /// So many people had reached the age when the year began.
  case untaxed(people: Int, age: Int)
  /// So many people's year of birth is unknown; they are taxed as of working age.
  case taxedAtUnknownAge(people: Int)
  /// So many people had a support before that is none of the listed kinds, and is not valued.
  case supportNotValued(people: Int)
  /// The income year has no job tax credit.
  case noJobTaxCredit(year: Int)
  /// The credits are those of a year before the income year, the latest that is known.
  case creditsOfOtherYear(Int, incomeYear: Int)
  /// The tax rates of some municipalities are a year's that is nearest to the income year.
  case ratesOfOtherYear(Int, incomeYear: Int, municipalities: [String])
}

extension Remark {
  /// Whether it says that something is missing which the headline would rest on: the reader must
  /// know before reading it.
  package var isOfAbsence: Bool {
    switch self {
    case .noRegister, .emptyRegister, .absentTable, .noAssumptions, .kindNotValued: true
    default: false
    }
  }

  /// The remarks of a second bokslut, the most important first.
  static func all(
    _ input: SecondBokslutInput, flows: [ResultFlow], target: TargetGroup?,
    valued: ValuedSeries?, hasSocialBalance: Bool
  ) throws(ArithmeticOverflow) -> [Remark] {
    var remarks: [Remark] = []
    if let register = input.register {
      remarks += register.absentTables.map { .absentTable($0) }
    } else {
      remarks.append(input.hasEmptyRegister ? .emptyRegister : .noRegister)
    }
    if input.settings.assumptions == nil { remarks.append(.noAssumptions) }
    if let target, !target.shares.isEmpty {
      if target.wages.areContractual { remarks.append(.contractualWages) }
      let (wages, fees) = (target.wages.wageRatio, target.wages.feeRatio)
      if wages != .one { remarks.append(.scaledWages(ratio: wages)) }
      if fees != .one { remarks.append(.scaledFees(ratio: fees)) }
    }
    remarks += (valued?.leftOut ?? []).map(Remark.kindNotValued)
    if let register = input.register, let valued {
      remarks += notValued(register, input: input, valued: valued)
      remarks += try placements(register, input: input, flows: flows)
      if !hasSocialBalance {
        let only: [AssumptionID] = [.dropOff, .discountRate]
        remarks.append(.noSocialBalance(missing: only.filter { input.settings[$0] == nil }))
      }
    }
    let leaving = input.register.map { peopleLeavingOnLastDay($0, of: input.year) } ?? 0
    if leaving > 0 { remarks.append(.leavingCountsNextYear(people: leaving)) }
    if let tax = valued?.tax, let rules = tax.rules { remarks += told(of: rules, tax) }
    return remarks
  }

  /// What the tax left out or had to lean on.
  private static func told(of rules: TaxRules, _ tax: TaxSeries) -> [Remark] {
    let year = rules.incomeYear
    var remarks: [Remark] = []
    if tax.peopleOfUnknownAge > 0 {
      remarks.append(.taxedAtUnknownAge(people: tax.peopleOfUnknownAge))
    }
    if tax.untaxedPeople > 0 {
      remarks.append(.untaxed(people: tax.untaxedPeople, age: rules.creditAge))
    }
    if rules.lacksJobTaxCredit { remarks.append(.noJobTaxCredit(year: year)) }
    if let other = rules.creditsOfYear {
      remarks.append(.creditsOfOtherYear(other, incomeYear: year))
    }
    let nearest = rules.nearestRates
    for other in Set(nearest.compactMap(\.year)).sorted() {
      remarks.append(
        .ratesOfOtherYear(
          other, incomeYear: year,
          municipalities: nearest.filter { $0.year == other }.map(\.municipality)))
    }
    return remarks
  }

  /// People with a transition dated in the year that counts from the day after it.
  private static func peopleLeavingOnLastDay(
    _ register: OutcomeRegister, of year: FiscalYear
  ) -> Int {
    let end = year.period.end
    guard register.transitions.contains(where: { $0.date == end }) else { return 0 }
    return RowsByPerson(register).transitions.values.filter { rows in
      rows.contains { $0.transition.date == end && $0.start > end }
    }.count
  }

  /// Buyers of places who pay nothing for them here, in the order of their ids.
  private static func placements(
    _ register: OutcomeRegister, input: SecondBokslutInput, flows: [ResultFlow]
  ) throws(ArithmeticOverflow) -> [Remark] {
    guard input.settings[.placementPrice] != nil, input.settings[.placementShare] != nil,
      input.settings.assumptions?.missing(for: .trainingPlace).isEmpty == true
    else { return [] }
    let buyers = try PlacementBuyers(flows, settings: input.settings)
    var places: [ActorID: Int] = [:]
    for place in register.trainingPlaces where place.days(in: input.year.period) != nil {
      if case .actor(let buyer) = place.commissioner { places[buyer, default: 0] += 1 }
    }
    return places.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { buyer, count in
      if let reason = buyers.reason(buyer) {
        return .placesCreditedFor(buyer: buyer, reason: reason)
      }
      return buyers.areCredited(buyer) ? nil : .placesNotCredited(buyer: buyer, count: count)
    }
  }

  /// Records that are counted but not valued, and why.
  private static func notValued(
    _ register: OutcomeRegister, input: SecondBokslutInput, valued: ValuedSeries
  ) -> [Remark] {
    var remarks: [Remark] = []
    if !valued.unvalued.isEmpty {
      remarks.append(.transitionsNotValued(count: valued.unvalued.count))
    }
    if valued.peopleOfUnlistedSupport > 0 {
      remarks.append(.supportNotValued(people: valued.peopleOfUnlistedSupport))
    }
    let places = register.trainingPlaces.filter { $0.days(in: input.year.period) != nil }
    if !places.isEmpty, input.settings[.placementPrice] == nil,
      !valued.leftOut.contains(where: { $0.kind == .trainingPlace })
    {
      remarks.append(.placesNotValued(count: places.count))
    }
    return remarks
  }
}
