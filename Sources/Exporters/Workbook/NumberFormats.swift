// Number formats of cells: the reader's own signs, a minus of typography, öre where they matter.

import Diagnostics
import Figures
import Reporting

/// Excel's number formats in the report's language.
struct NumberFormats {
  private let locale: String

  /// The formats of a language.
  init(_ language: Language) {
    // The locale decides the signs where a program heeds it; Excel takes the reader's own.
    self.locale = language == .swedish ? "[$-41D]" : "[$-409]"
  }

  /// The format of a value in a column; shares are percent whatever decimals they have.
  func format(
    _ value: FigureValue, unit: FigureUnit? = nil, in column: Column.Kind
  ) -> String {
    if unit == .share { return signed("0.0%") }
    return switch value {
    case .amount: signed(column == .kronor ? "#,##0" : "#,##0.00")
    case .quantity: signed("#,##0.00")
    case .factor: signed("0.000000")
    case .rate: signed("0.0%")
    case .count: signed("#,##0")
    case .parameter:
      signed(
        "#,##0" + (decimals(value) > 0 ? "." : "") + String(repeating: "0", count: decimals(value)))
    }
  }

  private func decimals(_ value: FigureValue) -> Int {
    let parts = value.exactText.split(separator: ".")
    return parts.count == 2 ? parts[1].count : 0
  }

  private func signed(_ format: String) -> String {
    "\(locale)\(format);\(locale)\"\u{2212}\"\(format)"
  }
}
