// `dualbokslut explain DIR [FIGURE]`: from a figure back to what it was made from.

import ArgumentParser
import Diagnostics
import Enterprise
import Figures
import Reporting
import Rulebook

/// Lists the figures of a report, or shows one's way back to the inputs.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Förklarar en siffra: formel, poster i registret, konton, parametrar, antaganden.",
    discussion: """
      Utan siffra visas alla siffror med id, värde och namn, och med början av ett id de siffror \
      som börjar så: explain MAPP kanal. Stora bokstäver, accenter och citattecken behövs inte. \
      Deltagarnas id visas här, så det som skrivs ut stannar hos den som får se registret.
      """)

  @Argument(help: "Företagets mapp.")
  var folder: String

  @Argument(help: "Siffrans id, till exempel netto.net.society, eller början av det.")
  var figure: [String] = []

  @Option(
    parsing: .unconditional,
    help: "Året: 2025, 2025-04 eller -1; annars det senaste avslutade.")
  var year: String?

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
    do throws(ReportFault) {
      let report = try bokslut.report(language: options.language)
      let explainer = Explainer(
        report, second: bokslut.second, settings: bokslut.settings, others: bokslut.others)
      // Ids with blanks may come without quotation marks.
      let figure = self.figure.joined(separator: " ")
      if let id = known(figure, in: report.figures) {
        lines = explainer.explain(id).lines
      } else {
        lines = explainer.list(ids(beginning: figure, in: report.figures)).flatMap(\.lines)
      }
      if lines.isEmpty { printer.print(unknown(figure, among: report.figures)) }
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

  /// The ids that begin so, whatever the case and accents. A whole word of an id may be left out at
  /// the end, not a part of it.
  private func ids(beginning prefix: String, in figures: FigureBook) -> [FigureID] {
    let wanted = NameMatching.folded(prefix.hasSuffix(".") ? String(prefix.dropLast()) : prefix)
    return figures.figures.map(\.id).filter { id in
      wanted.isEmpty || NameMatching.folded(FigureIDText.text(id)).hasPrefix("\(wanted).")
    }
  }

  /// The figure of that id, or the only one that differs by case, accents and blanks.
  private func known(_ text: String, in figures: FigureBook) -> FigureID? {
    if let id = FigureIDText.id(text), figures.contains(id) { return id }
    let wanted = NameMatching.folded(text)
    let alike = figures.figures.filter { NameMatching.folded(FigureIDText.text($0.id)) == wanted }
    return alike.count == 1 ? alike[0].id : nil
  }

  private func unknown(_ text: String, among figures: FigureBook) -> Diagnostic {
    let nearest = NameMatching.nearest(
      to: text, among: figures.figures.map { FigureIDText.text($0.id) })
    return Diagnostic(
      "CMD030", at: nil,
      [
        "id": PersonalIdentityNumber.masked(text),
        "nearest": PersonalIdentityNumber.masked(nearest ?? ""),
      ])
  }
}
