// P1, P2, P3 and P13: what must balance, over random enterprises (method.md section 14).

import Bookkeeping
import Figures
import Outcomes
import Rulebook
import Testing

@testable import Calculation

struct BalancedPropertyTests {
  @Test("P1: every voucher sums to zero, and is its line", arguments: PropertyCase.all)
  func vouchers(tried: PropertyCase) throws {
    let bokslut = tried.bokslut
    #expect(!bokslut.lines.isEmpty)
    let printed = bokslut.printedLines
    #expect(bokslut.ledger.vouchers.count == printed.count)
    for (voucher, (_, line)) in zip(bokslut.ledger.vouchers, printed) {
      let amounts = voucher.postings.map { bokslut.ledger.postings[$0].amount }
      #expect(try amounts == [line.amount.negated, line.amount] && amounts.sum() == .zero)
    }
  }

  @Test(
    "P2: the enterprise's L balance is årets resultat, and it stands in no other series",
    arguments: PropertyCase.all)
  func enterpriseColumn(tried: PropertyCase) throws {
    let column = tried.bokslut.matrix.filter { $0.actor == .enterprise }
    #expect(try column.map(\.amount).sum() == tried.enterprise.input().result)
    #expect(column.allSatisfy { $0.series == .ledger })
    let others = tried.bokslut.lines.filter { $0.series != .ledger }
    #expect(others.allSatisfy { $0.from != .enterprise && $0.to != .enterprise })
  }

  @Test("P3: the sum over actors is 0, per line and in all", arguments: PropertyCase.all)
  func actors(tried: PropertyCase) throws {
    let bokslut = tried.bokslut
    let known = Set(bokslut.actors.map(\.id))
    #expect(bokslut.lines.allSatisfy { known.contains($0.from) && known.contains($0.to) })
    let rows = Dictionary(grouping: bokslut.matrix) {
      [$0.series.rawValue, $0.kind.rawValue, $0.outcome?.rawValue]
    }
    for cells in rows.values { #expect(try cells.map(\.amount).sum() == .zero) }
    for measure in [NetMeasure.gross, .net, .ledger] {
      let all = bokslut.nets.filter { entry in
        guard entry.measure == measure, case .actor = entry.subject else { return false }
        return true
      }
      #expect(all.count == known.count)
      #expect(try all.map(\.amount).sum() == .zero)
    }
  }

  @Test(
    "every line's amount is its printed basis x unit value x factor, rounded",
    arguments: PropertyCase.all)
  func printedProduct(tried: PropertyCase) throws {
    for line in tried.bokslut.lines {
      let exact =
        Rational(line.basis.hundredths, 100) * Rational(line.unitValue.ore, 100)
        * Rational(line.factor.millionths, 1_000_000)
      #expect(try exact.roundedToOre() == line.amount)
    }
  }

  @Test(
    "P13: the bridge holds, and each of its steps is a sum of lines", arguments: PropertyCase.all)
  func bridge(tried: PropertyCase) throws {
    let bokslut = tried.bokslut
    let outside: Set<ActorID> = [.enterprise, .widerEconomy]
    /// What the others of society gain by some lines.
    func gained(_ lines: [SocialLine]) throws -> Amount {
      let received = try lines.filter { !outside.contains($0.to) }.map(\.amount).sum()
      return try received - lines.filter { !outside.contains($0.from) }.map(\.amount).sum()
    }
    let steps = bokslut.bridge
    #expect(steps.first?.id == .result)
    #expect(try steps.first?.amount == tried.enterprise.input().result)
    for step in steps.dropFirst() where step.id != .society {
      let lines = bokslut.lines.filter { line in
        line.series == .ledger
          ? step.id == .ledger(line.kind)
          : step.id == .series(line.series)
      }
      #expect(try gained(lines) == step.amount, "\(step.id)")
    }
    let society = try #require(steps.last)
    #expect(society.id == .society)
    #expect(try steps.dropLast().map(\.amount).sum() == society.amount)
    let net = bokslut.nets.first { $0.measure == .net && $0.subject == .society }
    #expect(net?.amount == society.amount)
  }
}
