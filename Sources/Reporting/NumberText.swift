// Figures as a reader of the report's language expects them in running text.

import Bookkeeping
import Diagnostics
import Figures

/// Figures for the eye, with their units. Never for CSV or JSON.
package struct NumberText: Sendable {
  /// The language.
  package let language: Language
  private let numbers: NumberWriter

  /// The forms of a language.
  package init(_ language: Language) {
    self.language = language
    numbers = NumberWriter(language, for: .document)
  }

  /// A figure with its unit: `1 234 567 kr` (öre rounded away), `12,50`, `30 %`.
  package func text(_ value: FigureValue, unit: FigureUnit) -> String {
    switch value {
    case .amount(let amount): kronor(amount)
    case .rate(let rate): decimal(rate.percent) + "\u{A0}%"
    case .count(let count): decimal(String(count))
    case .factor where unit == .share: percent(value)
    case .quantity, .factor: decimal(value.exactText)
    case .parameter: "\(decimal(value.exactText))\u{A0}\(unit.rawValue)"
    }
  }

  /// A share with one decimal of a percent, rounded half away from zero.
  private func percent(_ value: FigureValue) -> String {
    decimal((value.rational * Rational(100)).text(decimals: 1)) + "\u{A0}%"
  }

  /// Whole kronor with their sign of currency, rounded half away from zero.
  package func kronor(_ amount: Amount) -> String {
    let whole = Int128(amount.ore).roundedQuotient(by: 100)
    let number = decimal(String(whole))
    return language == .swedish ? "\(number)\u{A0}kr" : "SEK\u{A0}\(number)"
  }

  /// Decimal text with this language's signs.
  package func decimal(_ text: String) -> String { numbers.decimal(text) }
}
