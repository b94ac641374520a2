// Values, parameters and assumptions as an explanation writes them.

import Bookkeeping
import Diagnostics
import Figures
import Rulebook

extension Explainer {
  /// The figure's exact value with its unit: kronor with öre, for the terminal with plain blanks.
  func value(of figure: Figure) -> String {
    value(figure.value, figure.unit)
  }

  /// A value with its unit.
  func value(_ value: FigureValue, _ unit: FigureUnit) -> String {
    if case .rate(let rate) = value { return "\(plain(rate.percent)) %" }
    let number = plain(value.exactText)
    guard unit != .factor else { return number }
    return "\(number) \(unitName(unit))"
  }

  /// Exact kronor as they are printed.
  func kronor(_ exact: Rational) -> String {
    "\(plain(exact.text(decimals: 2))) \(unitName(.kronor))"
  }

  /// The figure of an id that an origin names.
  func figure(_ id: FigureID) -> Figure {
    guard let figure = report.figures[id] else {
      preconditionFailure("an explanation names a figure that is not there: \(id)")
    }
    return figure
  }

  /// A unit in the report's language.
  func unitName(_ unit: FigureUnit) -> String {
    texts(ifAny: .unit, unit) ?? unit.rawValue
  }

  /// Typographic blanks do not go well with grep.
  private func plain(_ text: String) -> String {
    numbers.decimal(text).replacing("\u{A0}", with: " ")
  }

  /// A parameter with its value and facts, under the id that the report knows it by.
  func text(of parameter: Parameter) -> Explanation {
    let id =
      parameterFigures[parameter]
      ?? .parameter(ParameterKey(id: parameter.id, from: parameter.validFrom))
    let value = value(.parameter(parameter.value), .parameter(parameter.unit))
    return Explanation([.figure(id), .text(" = \(value); ")] + facts(of: parameter))
  }

  /// Days, source, status and place of a parameter.
  func facts(of parameter: Parameter) -> [Explanation.Piece] {
    let openEnd = texts(.explainUntilFurtherNotice)
    let stated: SourceLocation? =
      switch parameter.origin {
      case .settings(let place): place
      // Own tax rates stand for the municipality's from a day on.
      case .bank where parameter.status == "own":
        settings.taxRates.first { $0.from == parameter.validFrom }?.location
      case .bank: nil
      }
    let facts = texts.pieces(
      .explainParameter(
        from: parameter.validFrom.description, to: parameter.validTo?.description ?? openEnd,
        source: words(parameter.source), status: status(parameter.status)))
    var place = texts.pieces(.explainBank)
    if let stated { place = texts.pieces(.explainStatedAt(place: stated)) }
    return facts + [.text("; ")] + place
  }

  /// An assumption with its base value and facts.
  func text(of entry: AssumptionEntry) -> Explanation {
    var base = texts(.assumptionsUnlimited)
    if let stated = entry.base { base = value(stated, entry.unit) }
    return Explanation(
      [.figure(.assumption(entry.id, .base)), .text(" = \(base); ")] + facts(of: entry))
  }

  /// Range, source, status and place of an assumption; the enterprise answers for it.
  func facts(of entry: AssumptionEntry) -> [Explanation.Piece] {
    var pieces: [Explanation.Piece] = []
    for (part, value) in [(AssumptionPart.low, entry.low), (.high, entry.high)] {
      guard let value else { continue }
      let name = texts(.assumptionPart, part).lowercased()
      pieces.append(.text("\(name) \(self.value(value, entry.unit)); "))
    }
    pieces += texts.pieces(
      .explainAssumption(year: report.yearLabel, source: words(entry.source), status: status("own"))
    )
    return pieces + [.text("; ")]
      + texts.pieces(.explainStatedAt(place: entry.location))
  }

  private func status(_ status: String) -> String {
    texts(ifAny: .status, status) ?? words(status)
  }
}
