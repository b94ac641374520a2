// Every figure of every sample leads to what its family rests on: a row of the register, an account
// of the books, a parameter with its source, or a line of the settings.

import Diagnostics
import Enterprise
import Figures
import Foundation
import Reporting
import Testing

@testable import Commands

struct ExplainEverythingTests {
  /// What a way back may end in.
  enum Ground: CaseIterable {
    case record, account, parameter, settings, reason

    /// Whether a line of an explanation is of this kind. A plain word that the kind always holds is
    /// looked for first, which is far quicker.
    private func isFound(in line: String) -> Bool {
      switch self {
      case .record:
        line.contains(", deltagare ")
          && line.contains(#/utfall(?:/\w+\.csv:\d+|\.xlsx:[^!]+![A-Z]+\d+).*, deltagare \S/#)
      case .account:
        line.first?.isNumber == true && line.contains(/^\d{4}(?: .*)?: \u{2212}?[\d ]+,\d\d kr/)
      case .parameter:
        line.contains("; status: ")
          && line.contains(/gäller \d{4}-.* – .*; källa: \S.*; status: \S/)
      case .settings:
        line.contains("dualbokslut.yaml:") && line.contains(/dualbokslut\.yaml:\d+:\d+/)
      case .reason: Self.reasons.contains { line.contains($0) }
      }
    }

    /// What the lines of an explanation lead to. Figures share most of their lines, so each text is
    /// looked at once.
    static func found(
      in explanation: Explanation, _ known: inout [String: Set<Ground>]
    ) -> Set<Ground> {
      let own =
        known[explanation.text]
        ?? Set(allCases.filter { $0.isFound(in: explanation.text) })
      known[explanation.text] = own
      return explanation.parts.reduce(into: own) { $0.formUnion(found(in: $1, &known)) }
    }

    /// What is said where there is rightly nothing to lead to.
    private static let reasons = [
      "Underlaget är i kronor", "faktorn är 1", "Ska stämma på öret",
      "om inställningarna inte säger", "summerar till noll", "dualbokslut explain MAPP",
    ]
  }

  /// Ids by a pattern, and what they must lead to: all grounds of one of the alternatives. The
  /// first pattern that matches holds.
  static let expectations: [(ids: String, alternatives: [Set<Ground>])] = [
    (#"(rr|br|ek|kanal|intaktsslag|flerar|ib)\..*"#, [[.account]]),
    (#"nyckeltal\.((members|employees)-stated|dividend)"#, [[.settings]]),
    (#"nyckeltal\.reinvested-share"#, [[.account, .settings]]),
    (#"nyckeltal\.target-cost-per-fte"#, [[.account, .record]]),
    (#"nyckeltal\..*"#, [[.account]]),
    (#"asf\.(members|dividend)"#, [[.settings]]),
    (#"asf\..*"#, [[.account, .settings]]),
    (#"journal\.L\.\d+\.(basis|amount)"#, [[.account]]),
    (#"journal\.[CAODUT]\.\d+\.basis"#, [[.record]]),
    (#"journal\.[CODUT]\.\d+\.amount"#, [[.record, .settings]]),
    (#"journal\.A\.\d+\.amount"#, [[.record, .settings], [.record, .parameter]]),
    (#"journal\.[DUT]\.\d+\.factor"#, [[.settings]]),
    (#"journal\..*\.(unit_value|factor)"#, [[.parameter], [.settings], [.reason]]),
    (#"matris\.L\..*"#, [[.account]]),
    (#"matris\.[CODUT]\..*"#, [[.record, .settings]]),
    (#"matris\.A\..*"#, [[.record, .settings], [.record, .parameter]]),
    (#"matris\.sum\..*"#, [[.account], [.record, .settings]]),
    (#"netto\.(ledger|public_input)\..*"#, [[.account]]),
    (#"netto\.(net|gross)\.(public|society)"#, [[.account, .record, .parameter, .settings]]),
    (#"netto\..*"#, [[.account], [.record, .settings]]),
    (#"bro\.(result|ledger\..*)"#, [[.account]]),
    (#"bro\.[CAODUT]"#, [[.record, .settings]]),
    (#"bro\.society"#, [[.account, .record, .parameter, .settings]]),
    (#"avstamning\..*\.tolerance"#, [[.settings], [.reason]]),
    (#"avstamning\.vouchers\..*"#, [[.reason], [.account, .record]]),
    (#"avstamning\.(wage-subsidy\.left|placement-income\.right)"#, [[.record]]),
    (#"avstamning\.(wage-subsidy\.right|placement-income\.left)"#, [[.account, .settings]]),
    (#"avstamning\.target-(wages|fees)\.left"#, [[.record]]),
    (#"avstamning\.contribution-rate\.right"#, [[.parameter]]),
    (#"avstamning\.(?!roll-forward).*\.difference"#, [[.account], [.record]]),
    (#"lon\.recorded"#, [[.record]]),
    (#"lon\.fees"#, [[.record, .parameter]]),
    (#"lon\.(ratio|fee-ratio)"#, [[.record, .account]]),
    (#"(avstamning\.(?!roll-forward)|lon).*"#, [[.account]]),
    (#"indikator\.cost-per-.*\.part"#, [[.account]]),
    (#"indikator\.cost-per-.*\.all"#, [[.account, .record]]),
    (#"(indikator|motgang|tratt|process|work|lage|underlag)\..*"#, [[.record]]),
    (#"parameter\..*"#, [[.parameter]]),
    (#"(antagande|kanslighet)\..*"#, [[.settings]]),
    (#"metod\..*"#, [[.account, .record, .parameter]]),
    (#"kvot\..*"#, [[.account, .record, .parameter, .settings]]),
    (#"socialbalansrad\.\d+\.basis"#, [[.record]]),
    (#"socialbalansrad\.\d+\.unit_value"#, [[.parameter], [.settings], [.reason]]),
    (#"socialbalansrad\.\d+\.factor"#, [[.settings]]),
    (#"socialbalansrad\.\d+\.amount"#, [[.record, .settings]]),
    (#"(socialbalans|avstamning\.roll-forward)\..*"#, [[.record]]),
    (#"finansiar\..*"#, [[.account], [.record, .settings], [.reason]]),
    // What other years hold is told by that year's own way back.
    (#"jamforelse\..*"#, [[.reason], [.account], [.record, .settings]]),
    // A family that the table does not know must at least lead somewhere.
    (#".*"#, [[.record], [.account], [.parameter], [.settings], [.reason]]),
  ]

  @Test(
    "every figure knows where it comes from, and leads to what its family rests on",
    arguments: [
      ("bryggan", 1_900), ("hjulverkstan", 200), ("kafe-kardemumma", 1_000),
      ("tradgardsvagnen", 1_000),
    ])
  func everything(sample: String, atLeast count: Int) throws {
    let folder = try ExplainedFolder(sample: sample)
    try WayBackTests.check(folder)
    let figures = folder.report.figures
    let patterns = try Self.expectations.map { (try Regex($0.ids), $0.alternatives) }
    var used: Set<Int> = []
    var known: [String: Set<Ground>] = [:]
    #expect(figures.figures.count > count)
    for figure in figures.figures {
      let id = FigureIDText.text(figure.id)
      let explanation = folder.explain(figure.id)
      let index = try #require(
        patterns.firstIndex { (try? $0.0.wholeMatch(in: id)) != nil }, "\(id)")
      used.insert(index)
      // Nothing is counted and no account is touched: that is what a zero says.
      if figure.value.scaled == 0, explanation.lines.contains(where: { $0.contains("noll") }) {
        continue
      }
      let found = Ground.found(in: explanation, &known)
      // Without a register there are neither records nor anything to value.
      let missing: Set<Ground> = folder.hasRegister ? [] : [.record, .parameter]
      #expect(
        patterns[index].1.contains { $0.isSubset(of: found.union(missing)) },
        "\(id) leads to \(found), not as \(Self.expectations[index].ids) should")
    }
    // The table has no rows that no figure meets any more; the first sample has nearly everything.
    if sample == "bryggan" { #expect(used.count > patterns.count - 8) }
  }
}
