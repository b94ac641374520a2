// A formula in words for the terminal: ids and signs, long sums by their number of terms.

import Figures

/// How a formula reads, and with which sign each figure enters.
struct FormulaText {
  /// A figure of the formula.
  struct Term: Hashable {
    let id: FigureID
    let isSubtracted: Bool
  }

  /// Sums of more terms than this are named by their number; the terms follow as parts.
  private static let termsShown = 3
  private let texts: Texts
  private let numbers: NumberText

  init(_ texts: Texts) {
    self.texts = texts
    self.numbers = NumberText(texts.language)
  }

  /// The formula as a reader would write it.
  func text(_ formula: Formula) throws(ReportFault) -> String {
    try text(formula, isInside: false)
  }

  private func text(_ formula: Formula, isInside: Bool) throws(ReportFault) -> String {
    switch formula {
    case .figure(let id): return FigureIDText.text(id)
    case .number(let number): return numbers.decimal(number.description)
    case .sum(let ids):
      let isLong = ids.count > Self.termsShown
      let sum =
        isLong
        ? try texts("explain.sum", ["count": String(ids.count)])
        : ids.map(FigureIDText.text).joined(separator: " + ")
      return isInside && ids.count != 1 ? "(\(sum))" : sum
    case .add(let terms):
      var sum = ""
      for term in terms {
        let negated = Self.negated(term)
        let written = try text(negated ?? term, isInside: true)
        if sum.isEmpty {
          sum = negated == nil ? written : "\u{2212}\(written)"
        } else {
          sum += (negated == nil ? " + " : " \u{2212} ") + written
        }
      }
      return isInside ? "(\(sum))" : sum
    case .multiply(let factors):
      if let negated = Self.negated(formula) {
        return "\u{2212}\(try text(negated, isInside: true))"
      }
      var written: [String] = []
      for factor in factors { written.append(try text(factor, isInside: true)) }
      return written.joined(separator: " × ")
    case .round(let inner, let decimals):
      return try texts(
        "explain.rounded",
        ["formula": text(inner, isInside: false), "decimals": String(decimals)])
    }
  }

  /// What -1 multiplies, when that is all that the formula does.
  private static func negated(_ formula: Formula) -> Formula? {
    guard case .multiply(let factors) = formula, factors.count == 2,
      factors[0] == .number(DecimalNumber(-1))
    else { return nil }
    return factors[1]
  }

  /// The figures of a formula in its order, each with its sign.
  static func terms(_ formula: Formula, isSubtracted: Bool = false) -> [Term] {
    switch formula {
    case .figure(let id): return [Term(id: id, isSubtracted: isSubtracted)]
    case .number: return []
    case .sum(let ids): return ids.map { Term(id: $0, isSubtracted: isSubtracted) }
    case .add(let terms): return terms.flatMap { Self.terms($0, isSubtracted: isSubtracted) }
    case .multiply(let factors):
      if let negated = negated(formula) {
        return terms(negated, isSubtracted: !isSubtracted)
      }
      return factors.flatMap { terms($0, isSubtracted: isSubtracted) }
    case .round(let inner, _): return terms(inner, isSubtracted: isSubtracted)
    }
  }
}
