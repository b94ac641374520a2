// A formula in words: figures and signs, long sums by their number of terms.

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
  func pieces(_ formula: Formula) -> [Explanation.Piece] {
    pieces(formula, isInside: false)
  }

  private func pieces(
    _ formula: Formula, isInside: Bool
  ) -> [Explanation.Piece] {
    switch formula {
    case .figure(let id): return [.figure(id)]
    case .number(let number): return [.text(numbers.decimal(number.description))]
    case .sum(let ids):
      let sum =
        ids.count > Self.termsShown
        ? texts.pieces(.explainSum(count: ids.count))
        : Array(ids.map { [Explanation.Piece.figure($0)] }.joined(separator: [.text(" + ")]))
      return isInside && ids.count != 1 ? Self.inParentheses(sum) : sum
    case .add(let terms):
      var sum: [Explanation.Piece] = []
      for term in terms {
        let negated = Self.negated(term)
        let sign = negated == nil ? " + " : " \u{2212} "
        if !sum.isEmpty {
          sum.append(.text(sign))
        } else if negated != nil {
          sum.append(.text("\u{2212}"))
        }
        sum += pieces(negated ?? term, isInside: true)
      }
      return isInside ? Self.inParentheses(sum) : sum
    case .multiply(let factors):
      if let negated = Self.negated(formula) {
        return [.text("\u{2212}")] + pieces(negated, isInside: true)
      }
      let written = factors.map { pieces($0, isInside: true) }
      return Array(written.joined(separator: [.text(" × ")]))
    case .round(let inner, let decimals):
      return texts.pieces(
        .explainRounded(formula: pieces(inner, isInside: false), decimals: decimals))
    }
  }

  private static func inParentheses(_ pieces: [Explanation.Piece]) -> [Explanation.Piece] {
    [.text("(")] + pieces + [.text(")")]
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
