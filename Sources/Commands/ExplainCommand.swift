// `dualbokslut explain DIR [FIGURE]`: from a figure back to what it was made from.

import ArgumentParser
import Diagnostics
import Disclosure
import Enterprise
import Exporters
import Figures
import Reporting

/// Lists the figures of a report, or shows one's way back to the inputs.
struct ExplainCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(discussed: "explain")
  }

  /// How many steps down a way is shown.
  enum Depth: ExpressibleByArgument, CustomStringConvertible {
    case steps(Int)
    case all

    /// A number from 0, or `alla` (`all`).
    init?(argument: String) {
      if ["alla", "all"].contains(argument.lowercased()) {
        self = .all
      } else if let steps = Int(argument), steps >= 0 {
        self = .steps(steps)
      } else {
        return nil
      }
    }

    /// As it is written; the help tells the default so.
    var description: String {
      if case .steps(let steps) = self { "\(steps)" } else { "alla" }
    }
  }

  @Argument(help: .text("folder"), completion: .directory)
  var folder: String

  @Argument(help: .text("explain.figure"))
  var figure: [String] = []

  @Option(parsing: .unconditional, help: .text("year"))
  var year: String?

  @Option(parsing: .unconditional, help: .text("explain.depth"))
  var depth = Depth.steps(3)

  @OptionGroup var options: LanguageOption

  mutating func run() throws {
    let enterprise = EnterpriseReading(folder)
    var diagnostics = enterprise.diagnostics
    let printer = DiagnosticPrinter(
      option: options.language, settings: enterprise.settings?.organisation.language)
    let bokslut = EnterpriseBokslut(enterprise, year: year, diagnostics: &diagnostics)
    guard let bokslut, !diagnostics.hasErrors else {
      printer.print(diagnostics, from: .error)
      return try ExitStatus(enterprise.state, hasErrors: true).exit()
    }
    let lines: [String]
    do {
      let report = try bokslut.report(language: options.language)
      let explainer = Explainer(
        report, second: bokslut.second, settings: bokslut.settings, others: bokslut.others)
      let layout = WorkbookLayout(try Disclosure.clear(report, for: .intern))
      // Ids and names with blanks may come without quotation marks.
      let text = figure.joined(separator: " ")
      switch FigureFinder(report, layout, language: printer.language).answer(text) {
      case .figure(let id): lines = self.lines(of: id, by: explainer)
      case .family(let ids): lines = explainer.list(ids).flatMap(\.lines)
      case .several(let ids):
        let homes = layout.homes
        lines = ids.flatMap { id in
          explainer.list([id]).flatMap(\.lines).map { "\($0)\t\(homes[id]?.description ?? "")" }
        }
      case .none(let finding):
        printer.print(finding)
        lines = []
      }
    } catch {
      printer.print(Diagnostic("CMD014", at: nil, ["fault": "\(error)"]))
      return try ExitStatus.fault.exit()
    }
    // The lines of vouchers in a large SIE file were looked up in the file itself.
    enterprise.reportChanges(to: &diagnostics)
    guard !diagnostics.hasErrors else {
      printer.print(diagnostics, from: .error)
      return try ExitStatus.wrongInput.exit()
    }
    // A misspelt id is a fault in how the command was called.
    guard !lines.isEmpty else { return try ExitStatus.usage.exit() }
    print(lines.joined(separator: "\n"))
  }

  /// A figure's way back as deep as was asked for, and how to see the rest of it.
  private func lines(of id: FigureID, by explainer: Explainer) -> [String] {
    switch depth {
    case .all: return explainer.explain(id).lines
    case .steps(let depth):
      let (tree, cut) = explainer.explain(id, depth: depth)
      return tree.lines + (cut > 0 ? explainer.deeper(than: depth, cut: cut).lines : [])
    }
  }
}
