// Values, parameters and assumptions as an explanation writes them.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// The figure's exact value with its unit: kronor with öre, for the terminal with plain blanks.
  func value(of figure: Figure) throws(ReportFault) -> String {
    try value(figure.value, figure.unit)
  }

  /// A value with its unit.
  func value(_ value: FigureValue, _ unit: FigureUnit) throws(ReportFault) -> String {
    if case .rate(let rate) = value { return "\(plain(rate.percent)) %" }
    let number = plain(value.exactText)
    guard unit != .factor else { return number }
    return "\(number) \(try unitName(unit))"
  }

  /// A unit in the report's language.
  func unitName(_ unit: FigureUnit) throws(ReportFault) -> String {
    let key = "unit.\(unit.rawValue)"
    return TextCatalogue.shared.contains(key) ? try texts(key) : unit.rawValue
  }

  /// Typographic blanks do not go well with grep.
  private func plain(_ text: String) -> String {
    numbers.decimal(text).replacing("\u{A0}", with: " ")
  }

  /// A parameter with its value and facts, under the id that the report knows it by.
  func text(of parameter: Parameter) throws(ReportFault) -> Explanation {
    let id =
      parameterFigures[parameter]
      ?? .parameter(ParameterKey(id: parameter.id, from: parameter.validFrom))
    let value = try value(.parameter(parameter.value), .parameter(parameter.unit))
    return Explanation([.figure(id), .text(" = \(value); ")] + (try facts(of: parameter)))
  }

  /// Days, source, status and place of a parameter.
  func facts(of parameter: Parameter) throws(ReportFault) -> [Explanation.Piece] {
    let openEnd = try texts("explain.until-further-notice")
    let stated: SourceLocation? =
      switch parameter.origin {
      case .settings(let place): place
      // Own tax rates stand for the municipality's from a day on.
      case .bank where parameter.status == "own":
        settings.taxRates.first { $0.from == parameter.validFrom }?.location
      case .bank: nil
      }
    let facts = try pieces(
      "explain.parameter",
      [
        "from": parameter.validFrom.description, "to": parameter.validTo?.description ?? openEnd,
        "source": words(parameter.source), "status": status(parameter.status),
      ])
    var place = try pieces("explain.bank")
    if let stated { place = try pieces("explain.stated-at", places: ["place": stated]) }
    return facts + [.text("; ")] + place
  }

  /// An assumption with its base value and facts.
  func text(of entry: AssumptionEntry) throws(ReportFault) -> Explanation {
    var base = try texts("assumptions.unlimited")
    if let stated = entry.base { base = try value(stated, entry.unit) }
    return Explanation(
      [.figure(.assumption(entry.id, .base)), .text(" = \(base); ")] + (try facts(of: entry)))
  }

  /// Range, source, status and place of an assumption; the enterprise answers for it.
  func facts(of entry: AssumptionEntry) throws(ReportFault) -> [Explanation.Piece] {
    var pieces: [Explanation.Piece] = []
    for (key, value) in [("assumptions.low", entry.low), ("assumptions.high", entry.high)] {
      guard let value else { continue }
      pieces.append(.text("\(try texts(key).lowercased()) \(try self.value(value, entry.unit)); "))
    }
    pieces += try self.pieces(
      "explain.assumption",
      ["source": words(entry.source), "status": status("own"), "year": report.yearLabel])
    return try pieces + [.text("; ")]
      + self.pieces("explain.stated-at", places: ["place": entry.location])
  }

  private func status(_ status: String) throws(ReportFault) -> String {
    let key = "status.\(status)"
    return TextCatalogue.shared.contains(key) ? try texts(key) : words(status)
  }
}
