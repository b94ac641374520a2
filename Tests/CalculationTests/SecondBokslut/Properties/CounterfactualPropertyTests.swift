// P4 and P14: what deadweight does to the net, over random enterprises (method.md section 14).

import Bookkeeping
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct CounterfactualPropertyTests {
  @Test(
    """
    P4: dw = 1, dp = at = 0: participant 0, each public actor its L balance, the state less \
    target-group fees, within one öre a line
    """, arguments: PropertyCase.all)
  func fullDeadweight(tried: PropertyCase) throws {
    var enterprise = tried.enterprise
    enterprise.state(deadweight: .one, displacement: .zero, attribution: .zero)
    let bokslut = try enterprise.computed()
    for actor in bokslut.actors where actor.isPublic || actor.id == .participant {
      func balance(_ lines: [SocialLine]) throws -> Amount {
        let received = try lines.filter { $0.to == actor.id }.map(\.amount).sum()
        return try received - lines.filter { $0.from == actor.id }.map(\.amount).sum()
      }
      let ledger = bokslut.lines.filter { $0.series == .ledger }
      let fees = try ledger.filter { $0.kind == .feesTarget }.map(\.amount).sum()
      let expected: Amount
      switch actor.id {
      case .participant: expected = .zero
      case .state: expected = try balance(ledger) - fees
      default: expected = try balance(ledger)
      }
      let own = bokslut.lines.filter { $0.from == actor.id || $0.to == actor.id }
      let difference = try (balance(bokslut.lines) - expected).magnitude
      #expect(difference.ore <= own.count, "\(actor.id.rawValue)")
    }
  }

  private func exact(_ enterprise: RandomEnterprise, deadweight: Int64) throws -> ExactBokslut {
    var stated = enterprise
    stated.state(deadweight: Rate(tenThousandths: deadweight))
    return try ExactBokslut(stated)
  }

  @Test(
    "P14: before rounding the net is linear in a common deadweight", arguments: PropertyCase.all)
  func linearity(tried: PropertyCase) throws {
    let bokslut = tried.bokslut
    let sector = Set(bokslut.actors.filter(\.isPublic).map(\.id))
    let society = Set(bokslut.actors.map(\.id)).subtracting([.widerEconomy])
    let low = try exact(tried.enterprise, deadweight: 0)
    let middle = try exact(tried.enterprise, deadweight: 3_700)
    let high = try exact(tried.enterprise, deadweight: 10_000)
    for actors in [sector, society] {
      let (start, end) = (low.net(of: actors), high.net(of: actors))
      #expect(middle.net(of: actors) == start + (end - start) * Rational(37, 100))
    }
  }

  @Test(
    "P14: the printed net is the exact one, each line within its own rounding",
    arguments: PropertyCase.all)
  func printed(tried: PropertyCase) throws {
    let bokslut = tried.bokslut
    let society = Set(bokslut.actors.map(\.id)).subtracting([.widerEconomy])
    let exact = try ExactBokslut(tried.enterprise).net(of: society)
    let printed = bokslut.nets.first { $0.measure == .net && $0.subject == .society }
    // Basis and factor are rounded too: half a hundredth of a unit, half a millionth.
    let slack =
      bokslut.lines.map { line in
        let unit = Rational(line.unitValue.ore.magnitude, 100)
        return Rational(line.basis.hundredths.magnitude, 100) * unit * Rational(1, 2_000_000)
          + unit * Rational(line.factor.millionths.magnitude, 1_000_000) * Rational(1, 200)
          + Rational(1, 200)
      }.sum() + Rational(1, 100)
    let difference = Rational(kronor: try #require(printed).amount) - exact
    #expect(difference <= slack && -difference <= slack)
  }

  @Test("at the break-even deadweight the exact net is zero", arguments: PropertyCase.all)
  func breakEven(tried: PropertyCase) throws {
    let found = try #require(tried.bokslut.sensitivity?.breakEvens.first)
    let society = Set(tried.bokslut.actors.map(\.id)).subtracting([.widerEconomy])
    let start = try exact(tried.enterprise, deadweight: 0).net(of: society)
    let end = try exact(tried.enterprise, deadweight: 10_000).net(of: society)
    guard let deadweight = found.society else {
      let isInside = (start <= .zero && end >= .zero) || (start >= .zero && end <= .zero)
      #expect(!isInside || start == end)
      return
    }
    let net = start + (end - start) * Rational(deadweight.millionths, 1_000_000)
    // Half a millionth of what the whole deadweight moves.
    let slack = (end - start) * Rational(1, 2_000_000)
    #expect(max(net, -net) <= max(slack, -slack))
  }
}
