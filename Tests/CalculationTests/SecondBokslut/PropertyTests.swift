// The numbered properties of method.md section 14 over seeded random enterprises.

import Bookkeeping
import Diagnostics
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct SecondBokslutPropertyTests {
  static let seeds = Array(UInt64(1)...40)

  /// What a line may differ by when a comparison crosses its rounded factor (section 14).
  private func slack(_ line: SocialLine) -> Rational {
    let product =
      Rational(line.basis.hundredths.magnitude, 100) * Rational(line.unitValue.ore.magnitude, 100)
    return product * Rational(1, 2_000_000) + Rational(1, 200)
  }

  @Test(
    "P1: every voucher sums to zero, and P3: so do the actors, per line and in all",
    arguments: seeds)
  func balanced(seed: UInt64) throws {
    let bokslut = try RandomEnterprise(seed: seed).computed()
    #expect(!bokslut.lines.isEmpty)
    for voucher in bokslut.ledger.vouchers {
      #expect(voucher.postings.count == 2)
      #expect(try voucher.postings.map { bokslut.ledger.postings[$0].amount }.sum() == .zero)
    }
    let rows = Dictionary(grouping: bokslut.matrix) {
      "\($0.series) \($0.kind) \($0.outcome as Any)"
    }
    for cells in rows.values { #expect(try cells.map(\.amount).sum() == .zero) }
    #expect(try bokslut.matrix.map(\.amount).sum() == .zero)
  }

  @Test(
    "P2: the enterprise's L balance is årets resultat, and it stands in no other series",
    arguments: seeds)
  func enterpriseColumn(seed: UInt64) throws {
    let enterprise = try RandomEnterprise(seed: seed)
    let bokslut = try enterprise.computed()
    let column = bokslut.matrix.filter { $0.actor == .enterprise }
    #expect(try column.map(\.amount).sum() == enterprise.input().result)
    #expect(column.allSatisfy { $0.series == .ledger })
  }

  @Test("every line's amount is its printed basis x unit value x factor, rounded", arguments: seeds)
  func printedProduct(seed: UInt64) throws {
    for line in try RandomEnterprise(seed: seed).computed().lines {
      let exact =
        Rational(line.basis.hundredths, 100) * Rational(line.unitValue.ore, 100)
        * Rational(line.factor.millionths, 1_000_000)
      #expect(try exact.roundedToOre() == line.amount)
    }
  }

  @Test(
    "P4: all deadweight leaves the participant 0 and public actors their L balance",
    arguments: seeds)
  func fullDeadweight(seed: UInt64) throws {
    var enterprise = try RandomEnterprise(seed: seed)
    enterprise.state(deadweight: .one, displacement: .zero, attribution: .zero)
    let bokslut = try enterprise.computed()
    let slackPerActor = bokslut.lines.reduce(into: [ActorID: Rational]()) { slack, line in
      slack[line.from, default: .zero] += Rational(1, 100)
      slack[line.to, default: .zero] += Rational(1, 100)
    }
    for actor in bokslut.actors where actor.isPublic || actor.id == .participant {
      let own = bokslut.matrix.filter { $0.actor == actor.id }
      let net = try own.map(\.amount).sum()
      var expected = Amount.zero
      if actor.isPublic {
        expected =
          try own
          .filter { $0.series == .ledger && $0.kind != .feesTarget }.map(\.amount).sum()
      }
      let difference = Rational(kronor: try (net - expected).magnitude)
      #expect(difference <= slackPerActor[actor.id] ?? .zero)
    }
  }

  @Test(
    "P5: another person's records change nothing for this one, before rounding", arguments: seeds)
  func independence(seed: UInt64) throws {
    var enterprise = try RandomEnterprise(seed: seed)
    // No wage scaling here: it is the one thing that ties people together.
    enterprise.balances = enterprise.balances.map {
      ["7010", "7510"].contains($0.account) ? ($0.account, Amount(ore: 9_000_000_000)) : $0
    }
    let one = try RandomEnterprise.required(enterprise.register.participants.first)
    let all = try enterprise.computed()
    enterprise.register.employments.removeAll { $0.participant != one.id }
    let alone = try enterprise.computed()
    func shares(_ bokslut: SecondBokslut) -> [LineOrigin.RecordShare: Int] {
      bokslut.lines.filter { $0.reference.series != .ledger }
        .flatMap(\.origin.records).filter { $0.participant == one.id }
        .reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
    // Lines may be left out when their printed basis is zero; what stands must agree.
    let inAll = shares(all)
    for (share, count) in shares(alone) where !share.basis.isZero {
      #expect(inAll[share] == count)
    }
  }

  @Test("P8: the order of rows never matters", arguments: seeds)
  func order(seed: UInt64) throws {
    let enterprise = try RandomEnterprise(seed: seed)
    var random = SeededGenerator(seed: seed + 1000)
    var shuffled = enterprise
    shuffled.register.participants.shuffle(using: &random)
    shuffled.register.employments.shuffle(using: &random)
    shuffled.register.trainingPlaces.shuffle(using: &random)
    shuffled.settings.values.shuffle(using: &random)
    #expect(try shuffled.computed().lines == enterprise.computed().lines)
    #expect(try shuffled.computed().matrix == enterprise.computed().matrix)
  }

  @Test("P12: the same inputs give the same lines", arguments: seeds.prefix(10))
  func sameAgain(seed: UInt64) throws {
    let first = try RandomEnterprise(seed: seed).computed()
    let second = try RandomEnterprise(seed: seed).computed()
    #expect(first.lines == second.lines)
    #expect(first.nets == second.nets)
    #expect(first.remarks == second.remarks)
  }

  @Test("P13: the bridge holds", arguments: seeds)
  func bridge(seed: UInt64) throws {
    let bokslut = try RandomEnterprise(seed: seed).computed()
    let society = try #require(bokslut.bridge.last)
    #expect(society.id == "society")
    #expect(try bokslut.bridge.dropLast().map(\.amount).sum() == society.amount)
    let net = bokslut.nets.first { $0.measure == .net && $0.subject == .society }
    #expect(net?.amount == society.amount)
    let wider = try bokslut.matrix.filter { $0.actor == .widerEconomy }.map(\.amount).sum()
    #expect(net?.amount == wider.negated)
  }

  @Test("P14: the net is linear in a common deadweight, but for rounding", arguments: seeds)
  func linearity(seed: UInt64) throws {
    let enterprise = try RandomEnterprise(seed: seed)
    func net(_ deadweight: Int64) throws -> (Rational, Rational) {
      var stated = enterprise
      stated.state(deadweight: Rate(tenThousandths: deadweight))
      let bokslut = try stated.computed()
      let society = bokslut.nets.first { $0.measure == .net && $0.subject == .society }
      return (
        Rational(kronor: society?.amount ?? .zero), bokslut.lines.map(slack).sum()
      )
    }
    let (low, lowSlack) = try net(1000)
    let (middle, middleSlack) = try net(3000)
    let (high, highSlack) = try net(7000)
    // Two thirds of the way from high to low.
    let expected = low + (high - low) * Rational(1, 3)
    let difference = middle - expected
    let tolerance = lowSlack + middleSlack + highSlack
    #expect(difference <= tolerance && -difference <= tolerance)
  }
}

extension RandomEnterprise {
  /// Replaces the assumptions about employments here; nil keeps what is stated.
  mutating func state(deadweight: Rate?, displacement: Rate? = nil, attribution: Rate? = nil) {
    guard var stated = settings.assumptions?.counterfactual[.employment] else { return }
    func replaced(_ old: Assumption?, _ rate: Rate?) -> Assumption? {
      guard let rate else { return old }
      return Assumption(
        base: rate, low: nil, high: nil, source: "antaget", location: settings.location)
    }
    stated.deadweight = replaced(stated.deadweight, deadweight)
    stated.displacement = replaced(stated.displacement, displacement)
    stated.attribution = replaced(stated.attribution, attribution)
    settings.assumptions?.counterfactual[.employment] = stated
  }
}
