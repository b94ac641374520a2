// A folder's report as `explain` has it, without starting the program for each figure.

import Calculation
import Diagnostics
import Enterprise
import Figures
import Foundation
import Reporting
import Testing

@testable import Commands

struct ExplainedFolder {
  let report: Report
  let lines: [SocialLine]
  let hasRegister: Bool
  private let explainer: Explainer

  init(_ folder: URL, language: Language = .swedish) throws {
    let enterprise = EnterpriseReading(folder.path)
    var diagnostics = enterprise.diagnostics
    let bokslut = try #require(
      EnterpriseBokslut(enterprise, year: nil, diagnostics: &diagnostics))
    report = try bokslut.report(language: language)
    lines = bokslut.second.lines
    hasRegister = enterprise.register != nil
    explainer = Explainer(
      report, second: bokslut.second, settings: bokslut.settings, others: bokslut.others)
  }

  init(sample: String, language: Language = .swedish) throws {
    try self.init(Tool.root.appending(path: "samples/\(sample)"), language: language)
  }

  func explain(_ id: FigureID) -> Explanation { explainer.explain(id) }
}
