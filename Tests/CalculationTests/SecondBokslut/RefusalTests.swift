// What stops the second bokslut, each with its code.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct SecondBokslutRefusalTests {
  /// Seed 7 has employments, and wages that fit in the ledger without scaling.
  private func enterprise() throws -> RandomEnterprise {
    var enterprise = try RandomEnterprise(seed: 7)
    enterprise.removeScaling()
    try #require(!enterprise.register.employments.isEmpty)
    return enterprise
  }

  private func codes(
    _ enterprise: RandomEnterprise, result: Amount? = nil
  ) throws -> Set<String> {
    var diagnostics = DiagnosticList()
    let input = try enterprise.input()
    let changed = SecondBokslutInput(
      settings: input.settings, year: input.year, ledger: input.ledger, yearOffset: 0,
      trialBalance: input.trialBalance, result: result ?? input.result,
      register: input.register, bank: input.bank)
    let bokslut = SecondBokslutCalculation.compute(changed, diagnostics: &diagnostics)
    #expect((bokslut == nil) == diagnostics.hasErrors)
    // Warnings stop nothing.
    return Set(diagnostics.all.filter { $0.severity == .error }.map(\.code.rawValue))
  }

  @Test("nothing stops a sound enterprise")
  func sound() throws {
    #expect(try codes(enterprise()).isEmpty)
  }

  @Test("KAL001: a value that is missing on some day it is needed")
  func missingValue() throws {
    var enterprise = try enterprise()
    enterprise.settings.values = []
    enterprise.register.participants = enterprise.register.participants.map {
      Participant(
        id: $0.id, birthYear: $0.birthYear, gender: $0.gender, supportBefore: .sicknessBenefit,
        location: $0.location)
    }
    #expect(try codes(enterprise) == ["KAL001"])
  }

  @Test("KAL002 and KAL003: the records claim more than the ledger holds")
  func overclaimed() throws {
    var wages = try enterprise()
    wages.set("7010", Amount(ore: 100))
    #expect(try codes(wages) == ["KAL002"])
    var fees = try enterprise()
    fees.set("7510", Amount(ore: 100))
    #expect(try codes(fees) == ["KAL003"])
  }

  @Test("KAL005: training places in the year, and no account linked to them")
  func unlinkedPlaces() throws {
    var enterprise = try enterprise()
    enterprise.settings.links = []
    let person = try #require(enterprise.register.participants.first)
    enterprise.register.trainingPlaces.append(
      TrainingPlace(
        participant: person.id, start: enterprise.year.start, end: enterprise.year.start,
        extent: Rate(tenThousandths: 100), commissioner: .ownApplication,
        location: person.location))
    #expect(try codes(enterprise) == ["KAL005"])
    enterprise.settings.trainingPlacesAreUnpaid = true
    #expect(try codes(enterprise).isEmpty)
  }

  @Test("KAL006: a kind that is valued without its rates is never left out in silence")
  func missingRates() throws {
    var enterprise = try enterprise()
    enterprise.settings[.deadweight(.employment)] = nil
    enterprise.settings.assumptions?.unread = [.deadweight(.employment)]
    #expect(try codes(enterprise) == ["KAL006"])
  }

  @Test("KAL008: the enterprise's column must be årets resultat")
  func brokenIdentity() throws {
    let enterprise = try enterprise()
    let other = try enterprise.input().result + Amount(ore: 1)
    #expect(try codes(enterprise, result: other) == ["KAL008"])
  }

  @Test("KAL009: a sum beyond 64 bits is an error and no wrap")
  func overflow() throws {
    var enterprise = try enterprise()
    enterprise.set("3001", Amount(ore: -.max))
    enterprise.set("3740", Amount(ore: 1))
    enterprise.set("3041", Amount(ore: -.max))
    enterprise.set("4010", Amount(ore: .max))
    enterprise.set("5010", Amount(ore: .max))
    #expect(try codes(enterprise) == ["KAL009"])
  }

  @Test("KAL010: a municipality without rates")
  func unknownMunicipality() throws {
    var enterprise = try enterprise()
    enterprise.settings.organisation.municipality = Located(
      "Ingenstans", at: enterprise.settings.location)
    enterprise.register.participants = enterprise.register.participants.map {
      Participant(
        id: $0.id, birthYear: 1980, gender: $0.gender, supportBefore: $0.supportBefore,
        supportAmount: $0.supportAmount, location: $0.location)
    }
    #expect(try codes(enterprise) == ["KAL010"])
  }
}
