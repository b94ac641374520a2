// Sums of very many exact fractions.

import Bookkeeping

/// A sum of fractions whose denominators have little in common, as the shares of a person's tax
/// have: added one by one, the common denominator grows with every person and all later sums pay
/// for it. Here terms are added in pairs, pairs in pairs and so on, so that few additions are
/// large.
struct ExactSum {
  /// At place k the sum of 2 to the power of k terms, or none.
  private var partial: [Rational?] = []

  /// Adds a term.
  mutating func add(_ term: Rational) {
    guard !term.isZero else { return }
    var carried = term
    for place in partial.indices {
      guard let waiting = partial[place] else {
        partial[place] = carried
        return
      }
      partial[place] = nil
      carried += waiting
    }
    partial.append(carried)
  }

  /// The sum, exact.
  var value: Rational { partial.compactMap(\.self).sum() }
}
