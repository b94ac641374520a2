// `dualbokslut parameters`: the bank with its sources.

import ArgumentParser
import Bookkeeping
import Diagnostics
import Figures
import Reporting
import Rulebook

/// Shows the dated values that the program carries, each with unit, validity, source and status.
struct ParametersCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(discussed: "parameters")
  }

  @Option(help: .text("parameters.id"))
  var id: String?

  @Option(help: .text("parameters.date"))
  var date: String?

  @OptionGroup var options: LanguageOption

  /// A table of the bank is a result, and results never look at the environment.
  private var language: Language { options.language ?? .swedish }

  func run() throws {
    var day: CalendarDate?
    if let date {
      guard let read = CalendarDate(date) else {
        throw ValidationError(
          TerminalText.of("parameters.no-day", in: HelpText.language, ["date": date]))
      }
      day = read
    }
    let parameters = try chosen().filter { parameter in
      day.map { parameter.period?.contains($0) ?? false } ?? true
    }
    if let day, let id, parameters.isEmpty {
      print(
        TerminalText.of(
          "parameters.none-valid", in: language, ["id": id, "day": day.description]))
      return
    }
    print(ParameterListing.text(parameters, in: language))
    if id == nil {
      let count = ParameterBank.municipalities.count
      print()
      print(TerminalText.of("parameters.municipalities", in: language, ["count": "\(count)"]))
    }
  }

  private func chosen() throws -> [Parameter] {
    guard let id else { return ParameterBank.embeddedParameters }
    let wanted = NameMatching.folded(id)
    let found = ParameterBank.embeddedParameters.filter { NameMatching.folded($0.id) == wanted }
    if !found.isEmpty { return found }
    if let rates = ParameterListing.municipalRates(id: id) { return rates }
    let known = ParameterListing.knownIDs(like: id)
    // The bank's values of a support are named after it: aktivitetsstod.lagsta.
    let meant =
      known.first { NameMatching.folded($0).hasPrefix("\(wanted).") }
      .map { DiagnosticArgument.meant($0) } ?? Synonyms.guess(for: id, among: known).meant
    let diagnostic = Diagnostic("PAR002", at: nil, ["id": id, "meant": meant])
    DiagnosticPrinter(option: options.language).print(diagnostic)
    // A misspelt id is a fault in how the command was called.
    throw ExitCode(64)
  }
}

/// The bank as a text table for the terminal.
enum ParameterListing {
  private static let municipalPrefix = "kommunalskatt."

  /// A heading, a line for each value, columns as wide as they need; the source last, as it is.
  static func text(_ parameters: [Parameter], in language: Language) -> String {
    func word(_ key: String) -> String { TerminalText.of("parameters.\(key)", in: language) }
    let headings =
      ["id"] + ["value", "unit", "from", "to"].map { word("heading.\($0)") }
      + ["status", word("heading.source")]
    let texts = Texts(language)
    let rows = parameters.map { parameter in
      // The settings take a unit as it stands in Swedish.
      let unit = language == .swedish ? nil : texts(ifAny: .unit, .parameter(parameter.unit))
      return [
        parameter.id,
        parameter.value.description.replacing(".", with: language == .swedish ? "," : "."),
        unit ?? parameter.unit.rawValue, parameter.validFrom.description,
        parameter.validTo?.description ?? word("open-end"), parameter.status, parameter.source,
      ]
    }
    let table = [headings] + rows
    let widths = headings.indices.map { column in
      table.map { $0[column].count }.max() ?? 0
    }
    return table.map { row in
      row.enumerated().map { column, cell in
        guard column < headings.count - 1 else { return cell }
        let fill = String(repeating: " ", count: widths[column] - cell.count)
        // Numbers stand to the right, so that their size shows.
        return column == 1 ? fill + cell : cell + fill
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  /// `kommunalskatt.<kommun>`: the municipality's and the region's rates, as two values a year.
  static func municipalRates(id: String) -> [Parameter]? {
    guard NameMatching.folded(id).hasPrefix(municipalPrefix) else { return nil }
    let rates = ParameterBank.embeddedTaxRates(
      municipality: String(id.dropFirst(municipalPrefix.count)))
    guard !rates.isEmpty else { return nil }
    return rates.flatMap { rates in
      [("kommun", rates.municipal), ("region", rates.regional)].map { part, rate in
        Parameter(
          id: "\(municipalPrefix)\(rates.municipality).\(part)", name: rates.municipality,
          unit: .percent, value: ParameterValue(tenThousandths: rate.tenThousandths * 100),
          validFrom: rates.validFrom,
          validTo: CalendarDate(year: rates.validFrom.year, month: 12, day: 31),
          source: rates.source, status: rates.status, origin: .bank)
      }
    }
  }

  /// The ids that a misspelt one may have meant.
  static func knownIDs(like id: String) -> [String] {
    NameMatching.folded(id).hasPrefix(municipalPrefix)
      ? ParameterBank.municipalities.map { municipalPrefix + $0 } : ParameterBank.embeddedIDs
  }
}
