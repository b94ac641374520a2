// `dualbokslut parameters`: the bank with its sources.

import ArgumentParser
import Bookkeeping
import Diagnostics
import Foundation
import Rulebook

/// Shows the dated values that the program carries, each with unit, validity, source and status.
struct ParametersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parameters",
    abstract: "Visar värdena i parameterbanken med källor.",
    discussion: """
      Utan val visas alla värden. Kommunernas skattesatser visas en kommun i taget: \
      --id kommunalskatt.Karlskrona
      """)

  @Option(help: "Bara värdet med detta id.")
  var id: String?

  @Option(help: "Bara det som gäller denna dag (ÅÅÅÅ-MM-DD).")
  var date: String?

  func run() throws {
    var day: CalendarDate?
    if let date {
      guard let read = CalendarDate(date) else {
        throw ValidationError("\"\(date)\" är inget datum; skriv till exempel 2025-01-31.")
      }
      day = read
    }
    let parameters = try chosen().filter { parameter in
      day.map { parameter.period?.contains($0) ?? false } ?? true
    }
    if let day, let id, parameters.isEmpty {
      print("Inget värde för \(id) gäller \(day).")
      return
    }
    print(ParameterListing.text(parameters))
    if id == nil {
      let count = ParameterBank.municipalities.count
      print("\nSkattesatser finns för \(count) kommuner: --id kommunalskatt.<kommun>")
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
    FileHandle.standardError.write(Data((diagnostic.rendered(in: .swedish) + "\n").utf8))
    // A misspelt id is a fault in how the command was called.
    throw ExitCode(64)
  }
}

/// The bank as a text table for the terminal.
enum ParameterListing {
  private static let municipalPrefix = "kommunalskatt."

  /// A heading, a line for each value, columns as wide as they need; the source last, as it is.
  static func text(_ parameters: [Parameter]) -> String {
    let headings = ["id", "värde", "enhet", "från", "till", "status", "källa"]
    let rows = parameters.map { parameter in
      [
        parameter.id, parameter.value.description.replacing(".", with: ","),
        parameter.unit.rawValue, parameter.validFrom.description,
        parameter.validTo?.description ?? "tills vidare", parameter.status, parameter.source,
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
