// Whom an avoided placement (series C) is credited.

import Bookkeeping
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct PlacementTests {
  /// Places by buyers that pay, that pay nothing, and by no buyer at all, each 50 % of full time
  /// all year; 3045 holds what the municipality pays.
  private func enterprise(
    fee: Int64, reasons: [ActorID: String] = [:]
  ) throws -> RandomEnterprise {
    var enterprise = try RandomEnterprise(seed: 7)
    enterprise.removeScaling()
    enterprise.objectPostings = []
    enterprise.balances.removeAll { (3040...3049).contains(Int($0.account) ?? 0) }
    enterprise.balances.append(("3045", Amount(ore: -fee)))
    enterprise.register.trainingPlaces = []
    enterprise.register.employments = []
    enterprise.register.transitions = []
    enterprise.register.followUps = []
    enterprise.register.paidWages = nil
    let person = try #require(enterprise.register.participants.first)
    for commissioner: Commissioner in [
      .actor(.municipality), .actor(.region), .actor("stiftelsen"), .ownApplication, .other,
    ] {
      enterprise.register.trainingPlaces.append(
        TrainingPlace(
          participant: person.id, start: enterprise.year.start, end: enterprise.year.end,
          extent: Rate(tenThousandths: 5000), commissioner: commissioner,
          location: person.location))
    }
    enterprise.settings.assumptions?.values[.placementPrice] = StatedAssumption(
      .amount(Amount(ore: 1_000_000)), source: "prislista", location: person.location)
    enterprise.settings.assumptions?.values[.placementShare] = StatedAssumption(
      .rate(.one), source: "styrelsen", location: person.location)
    enterprise.settings.assumptions?.placementReasons = reasons
    return enterprise
  }

  private func credited(_ bokslut: SecondBokslut) -> Set<ActorID> {
    Set(bokslut.printedLines.filter { $0.line.series == .avoidedPlacements }.map(\.line.to))
  }

  private func uncredited(_ bokslut: SecondBokslut) -> [ActorID] {
    bokslut.remarks.compactMap { remark in
      if case .placesNotCredited(let buyer, 1) = remark { buyer } else { nil }
    }
  }

  @Test("only a buyer that pays for places here this year is credited")
  func paying() throws {
    let bokslut = try enterprise(fee: 1).computed()
    #expect(credited(bokslut) == [.municipality])
    #expect(uncredited(bokslut) == [.region, "stiftelsen"])
  }

  @Test("a fee that is paid back gives nothing")
  func notPaying() throws {
    let bokslut = try enterprise(fee: -500_00).computed()
    #expect(credited(bokslut).isEmpty)
    #expect(uncredited(bokslut) == [.municipality, .region, "stiftelsen"])
  }

  @Test("places that no amount in the books pays for stop the report, whatever rules stand there")
  func unbooked() throws {
    let refused = try #require(throws: RandomEnterprise.Refused.self) {
      try enterprise(fee: 0).computed()
    }
    #expect(refused.codes.contains("KAL005"))
  }

  @Test("a reason credits its buyer alone, and is told")
  func reason() throws {
    let reasons: [ActorID: String] = ["stiftelsen": "egen verksamhet", .municipality: "LSS"]
    let bokslut = try enterprise(fee: 1, reasons: reasons).computed()
    #expect(credited(bokslut) == [.municipality, "stiftelsen"])
    #expect(uncredited(bokslut) == [.region])
    #expect(
      bokslut.remarks.contains(
        .placesCreditedFor(buyer: "stiftelsen", reason: "egen verksamhet")))
    // Who pays needs no reason, so none is told.
    #expect(!bokslut.remarks.contains(.placesCreditedFor(buyer: .municipality, reason: "LSS")))
  }

  @Test("what an own buyer pays by an object rule counts as paying")
  func byObject() throws {
    var enterprise = try enterprise(fee: 0)
    enterprise.balances.append(("3700", Amount(ore: -700)))
    enterprise.objectPostings = [("3700", Amount(ore: -700), "P12")]
    let person = try #require(enterprise.register.participants.first)
    enterprise.register.trainingPlaces.append(
      TrainingPlace(
        participant: person.id, start: enterprise.year.start, end: enterprise.year.end,
        extent: Rate(tenThousandths: 1000), commissioner: .actor(.employmentService),
        location: person.location))
    #expect(try credited(enterprise.computed()) == [.employmentService])
  }

  @Test("without a price there is nothing to credit, and nothing is said of buyers")
  func unpriced() throws {
    var enterprise = try enterprise(fee: 1)
    enterprise.settings.assumptions?.values[.placementPrice] = nil
    enterprise.settings.assumptions?.values[.placementShare] = nil
    let bokslut = try enterprise.computed()
    #expect(credited(bokslut).isEmpty && uncredited(bokslut).isEmpty)
    #expect(bokslut.remarks.contains(.placesNotValued(count: 5)))
  }
}
