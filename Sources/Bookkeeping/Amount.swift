// Money: whole öre, exact, with overflow as an error and never a wrap.

import Diagnostics

/// A sum that does not fit in 64 bits of öre (about 92 000 billion kronor).
package struct ArithmeticOverflow: Error, Hashable, Sendable {
  /// An overflow.
  package init() {}
}

/// Money (*belopp*) in öre, positive or negative, between -(2^63 - 1) and 2^63 - 1.
package struct Amount: Hashable, Sendable {
  /// The amount in öre.
  package let ore: Int64

  /// Nothing.
  package static let zero = Amount(ore: 0)

  /// An amount in öre. The lowest 64-bit number is kept out, so that every amount can be negated;
  /// importers refuse it before it comes here.
  package init(ore: Int64) {
    self.ore = Swift.max(ore, -Int64.max)
  }

  /// An amount from a wider whole number of öre.
  package init(exactly ore: Int128) throws(ArithmeticOverflow) {
    guard ore >= -Int128(Int64.max), ore <= Int128(Int64.max) else { throw ArithmeticOverflow() }
    self.ore = Int64(ore)
  }

  /// The same amount with the other sign.
  package var negated: Amount { Amount(ore: -ore) }

  /// The amount without its sign.
  package var magnitude: Amount { ore < 0 ? negated : self }

  /// Whether nothing is left.
  package var isZero: Bool { ore == 0 }

  /// The exact sum.
  package static func + (left: Amount, right: Amount) throws(ArithmeticOverflow) -> Amount {
    try Amount(exactly: Int128(left.ore) + Int128(right.ore))
  }

  /// The exact difference.
  package static func - (left: Amount, right: Amount) throws(ArithmeticOverflow) -> Amount {
    try Amount(exactly: Int128(left.ore) - Int128(right.ore))
  }
}

extension Amount: Comparable {
  /// By value.
  package static func < (left: Amount, right: Amount) -> Bool { left.ore < right.ore }
}

extension Amount: CustomStringConvertible {
  /// Kronor with two decimals, a point and an ASCII minus: `-1234.50`, as CSV and JSON write it.
  package var description: String { ScaledText.string(Int128(ore), decimals: 2) }
}

extension Sequence where Element == Amount {
  /// The exact sum; only the total has to fit in 64 bits.
  package func sum() throws(ArithmeticOverflow) -> Amount {
    try Amount(exactly: reduce(Int128(0)) { $0 + Int128($1.ore) })
  }
}

extension Amount: DiagnosticFact {
  package var argument: DiagnosticArgument { .kronor(ore: ore) }
}
