// What holds for every figure and line of random enterprises, and of the samples by
// ExplainEverythingTests: it names its origin, its way back is right, and `explain` tells it.

import Bookkeeping
import Calculation
import Enterprise
import Figures
import Foundation
import Outcomes
import Reporting
import Testing

@testable import Commands

struct WayBackTests {
  private static let isTrial = ProcessInfo.processInfo.environment["DUALBOKSLUT_TRIAL"] != nil
  /// Random enterprises: a few here, as many as an issue asks for in `make trial`.
  private static let seeds = isTrial ? Array(1...25) : [4, 17, 42]
  /// Every how many figures `explain` is asked here; ExplainEverythingTests asks it of all.
  private static let stride = isTrial ? 1 : 25

  @Test("figures and lines of random enterprises know where they come from", arguments: seeds)
  func random(seed: Int) throws {
    let work = try TemporaryFolder()
    let folder = work.url.appending(path: "foretag")
    let made = try Judge.python([
      "Tests/Judges/random_enterprise.py", String(seed), folder.path, "--kinds", "LCAODUT",
      "--two-years",
    ])
    try #require(made.status == 0, "\(made.output)")
    try Self.check(ExplainedFolder(folder))
  }

  /// Holds what is said above of one folder.
  static func check(_ folder: ExplainedFolder) throws {
    let book = folder.report.figures
    try book.check()
    #expect(book.figures.count > 150)
    var known: [FigureID: Set<ParticipantID>] = [:]
    for figure in book.figures where known[figure.id] == nil {
      known.merge(book.people(behind: figure.id)) { own, _ in own }
    }
    for (number, figure) in book.figures.enumerated() {
      let text = FigureIDText.text(figure.id)
      let sources = figure.origin.sources
      if case .sources = figure.origin.rule { #expect(!sources.isEmpty, "\(text)") }
      let people = try #require(known[figure.id])
      let parts = figure.parts + sources.flatMap(\.figures)
      #expect(
        people
          == parts.reduce(into: sources.reduce(into: []) { $0.formUnion($1.participants) }) {
            $0.formUnion(known[$1] ?? [])
          }, "\(text)")
      if Self.isOfTheRegister(figure.id), figure.value.scaled != 0 {
        #expect(!people.isEmpty, "\(text)")
      }
      guard number.isMultiple(of: Self.stride) else { continue }
      let told = folder.explain(figure.id)
      #expect(!told.parts.isEmpty, "\(text)")
      let count = String(people.count)
      #expect(
        people.isEmpty
          || told.parts.contains { $0.text == "Antal personer bakom siffran: \(count)" },
        "\(text)")
    }
    try check(folder.lines)
  }

  /// Factors are the products of the terms, and what reduces a line is there even at nothing.
  private static func check(_ lines: [SocialLine]) throws {
    for line in lines {
      let product = line.terms.rates.map(\.value).reduce(1, *)
      #expect(try Factor(rounding: product) == line.factor)
      #expect(try Quantity(rounding: line.terms.basis.exact) == line.basis)
    }
    func heads(_ series: Set<Series>) -> [LineHead] {
      lines.filter { series.contains($0.series) }.map(\.head)
    }
    let reduced = heads([.avoidedPlacements, .employment, .transitions])
    for series in [Series.deadweight, .displacement, .attribution] {
      #expect(Set(heads([series])).isSuperset(of: reduced))
      #expect(heads([series]).count == heads([.deadweight]).count)
    }
  }

  /// Families that count the register, or value it.
  private static func isOfTheRegister(_ id: FigureID) -> Bool {
    switch id {
    case .indicator(.costPerMonth, _, .part), .indicator(.costPerTransition, _, .part): false
    case .indicator, .setback, .funnel, .process, .work, .state, .evidence, .projectedLine: true
    case .wages(.recorded), .wages(.fees), .pensionClaim: true
    case .line(let line, _): line.series != .ledger
    case .matrix(let series, _, _, _), .seriesSum(let series, _): series != .ledger
    default: false
    }
  }
}
