// P5, P6, P8 and P12: what must not matter, and what must follow (method.md section 14).

import Bookkeeping
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct InvariancePropertyTests {
  @Test(
    "P5: another person's records change nothing for this one, before rounding",
    arguments: PropertyCase.all)
  func independence(tried: PropertyCase) throws {
    var enterprise = tried.enterprise
    enterprise.removeScaling()
    let all = try ExactBokslut(enterprise)
    for person in enterprise.register.participants.prefix(3) {
      let alone = try ExactBokslut(enterprise.only(person.id))
      #expect(all.shares(of: person.id) == alone.shares(of: person.id), "\(person.id.rawValue)")
    }
  }

  @Test(
    "P6: all kronor doubled in, all kronor doubled out, tax and credit apart",
    arguments: PropertyCase.all)
  func doubled(tried: PropertyCase) throws {
    let once = try ExactBokslut(tried.enterprise).sums()
    let twice = try ExactBokslut(tried.enterprise.doubled()).sums()
    let apart: Set<String> = [
      LineKind.municipalTax.rawValue, LineKind.regionalTax.rawValue, LineKind.netCredit.rawValue,
    ]
    #expect(Set(once.keys.filter { !apart.contains($0[1]) }).isSubset(of: twice.keys))
    for (name, kronor) in once where !apart.contains(name[1]) {
      let difference = (twice[name] ?? .zero) - kronor * 2
      // What is left for ordinary staff is the ledger less a printed amount.
      let slack = ["wageOrdinary", "feesOrdinary"].contains(name[1]) ? Rational(1, 50) : .zero
      #expect(difference <= slack && -difference <= slack, "\(name)")
    }
  }

  @Test("P8: the order of rows and files never matters", arguments: PropertyCase.all)
  func order(tried: PropertyCase) throws {
    var random = SeededGenerator(seed: tried.seed + 1000)
    var shuffled = tried.enterprise
    shuffled.register.participants.shuffle(using: &random)
    shuffled.register.employments.shuffle(using: &random)
    shuffled.register.trainingPlaces.shuffle(using: &random)
    shuffled.register.transitions.shuffle(using: &random)
    shuffled.register.followUps.shuffle(using: &random)
    shuffled.register.paidWages?.shuffle(using: &random)
    shuffled.settings.values.shuffle(using: &random)
    shuffled.settings.taxRates.shuffle(using: &random)
    shuffled.balances.shuffle(using: &random)
    shuffled.objectPostings.shuffle(using: &random)
    try expectSame(shuffled.computed(), tried.bokslut)
  }

  @Test("P12: the same inputs give the same figures", arguments: PropertyCase.all.prefix(5))
  func sameAgain(tried: PropertyCase) throws {
    try expectSame(RandomEnterprise(seed: tried.seed).computed(), tried.bokslut)
  }

  /// Every part of the two is the same, in the same order. A part that differs is named and not
  /// printed: it would be pages.
  private func expectSame(_ left: SecondBokslut, _ right: SecondBokslut) throws {
    let parts = [
      ("lines", left.lines == right.lines), ("matrix", left.matrix == right.matrix),
      ("nets", left.nets == right.nets), ("bridge", left.bridge == right.bridge),
      ("channels", left.channels == right.channels),
      ("observed", left.observed == right.observed),
      ("reconciliation", left.reconciliation == right.reconciliation),
      ("parameters", left.parametersUsed == right.parametersUsed),
      ("remarks", left.remarks == right.remarks),
      ("social balance", left.socialBalance == right.socialBalance),
      ("sensitivity", left.sensitivity == right.sensitivity),
    ]
    #expect(parts.filter { !$0.1 }.map(\.0) == [])
  }
}

extension RandomEnterprise {
  /// The same with every krona doubled: ledger, wages, own amounts and monthly values. Values in
  /// kronor a day or in price base amounts are doubled as the monthly amounts that they give.
  fileprivate func doubled() throws -> RandomEnterprise {
    func twice(_ amount: Amount) -> Amount { Amount(ore: amount.ore * 2) }
    var doubled = self
    doubled.balances = balances.map { ($0.account, twice($0.amount)) }
    doubled.objectPostings = objectPostings.map { ($0.account, twice($0.amount), $0.code) }
    doubled.register.participants = register.participants.map {
      Participant(
        id: $0.id, birthYear: $0.birthYear, gender: $0.gender, supportBefore: $0.supportBefore,
        supportAmount: $0.supportAmount.map(twice), municipality: $0.municipality,
        location: $0.location)
    }
    doubled.register.employments = register.employments.map {
      Employment(
        participant: $0.participant, start: $0.start, end: $0.end, extent: $0.extent,
        monthlyWage: twice($0.monthlyWage), subsidy: $0.subsidy,
        subsidyAmount: $0.subsidyAmount.map(twice), location: $0.location)
    }
    doubled.register.transitions = register.transitions.map {
      Transition(
        participant: $0.participant, date: $0.date, destination: $0.destination,
        extent: $0.extent, monthlyWage: $0.monthlyWage.map(twice), employer: $0.employer,
        subsidyAmount: $0.subsidyAmount.map(twice), evidence: $0.evidence, location: $0.location)
    }
    doubled.register.paidWages = register.paidWages?.map {
      PaidWage(
        participant: $0.participant, from: $0.from, to: $0.to, amount: twice($0.amount),
        location: $0.location)
    }
    for id in [AssumptionID.monthlyWage, .placementPrice] {
      if let kronor = settings[id]?.base.amount {
        doubled.settings[id]?.base = .amount(twice(kronor))
      }
    }
    doubled.settings.values = try doubledValues()
    return doubled
  }

  private func doubledValues() throws -> [OwnValue] {
    let bank = ParameterBank(settings: settings)
    var values = settings.values.filter { !ParameterBank.supportIDs.contains($0.id) }
    for id in ParameterBank.supportIDs {
      for segment in try bank.monthlyValues(id, in: year.period) {
        guard let value = segment.value else { continue }
        values.append(
          OwnValue(
            id: id,
            content: .value(
              ParameterValue(tenThousandths: value.amount.ore * 200), .kronorPerMonth),
            from: segment.period.start, to: segment.period.end, source: "dubblat",
            location: settings.location))
      }
    }
    return values
  }
}
