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
  func text(of parameter: Parameter) throws(ReportFault) -> String {
    let id =
      parameterFigures[parameter]
      ?? .parameter(ParameterKey(id: parameter.id, from: parameter.validFrom))
    let value = try value(.parameter(parameter.value), .parameter(parameter.unit))
    return "\(words(FigureIDText.text(id))) = \(value); \(try facts(of: parameter))"
  }

  /// Days, source, status and place of a parameter.
  func facts(of parameter: Parameter) throws(ReportFault) -> String {
    let openEnd = try texts("explain.until-further-notice")
    let stated: SourceLocation? =
      switch parameter.origin {
      case .settings(let place): place
      // Own tax rates stand for the municipality's from a day on.
      case .bank where parameter.status == "own":
        settings.taxRates.first { $0.from == parameter.validFrom }?.location
      case .bank: nil
      }
    var place = try texts("explain.bank")
    if let stated { place = try texts("explain.stated-at", ["place": words(stated.description)]) }
    let facts = try texts(
      "explain.parameter",
      [
        "from": parameter.validFrom.description, "to": parameter.validTo?.description ?? openEnd,
        "source": words(parameter.source), "status": status(parameter.status),
      ])
    return "\(facts); \(place)"
  }

  /// An assumption with its base value and facts.
  func text(of entry: AssumptionEntry) throws(ReportFault) -> String {
    let id = FigureID.assumption(entry.id, .base)
    var base = try texts("assumptions.unlimited")
    if let stated = entry.base { base = try value(stated, entry.unit) }
    return "\(words(FigureIDText.text(id))) = \(base); \(try facts(of: entry))"
  }

  /// Range, source, status and place of an assumption; the enterprise answers for it.
  func facts(of entry: AssumptionEntry) throws(ReportFault) -> String {
    var facts: [String] = []
    for (key, value) in [("assumptions.low", entry.low), ("assumptions.high", entry.high)] {
      guard let value else { continue }
      facts.append("\(try texts(key).lowercased()) \(try self.value(value, entry.unit))")
    }
    facts.append(
      try texts(
        "explain.assumption",
        ["source": words(entry.source), "status": status("own"), "year": report.yearLabel]))
    facts.append(
      try texts("explain.stated-at", ["place": words(entry.location.description)]))
    return facts.joined(separator: "; ")
  }

  private func status(_ status: String) throws(ReportFault) -> String {
    let key = "status.\(status)"
    return TextCatalogue.shared.contains(key) ? try texts(key) : words(status)
  }
}
