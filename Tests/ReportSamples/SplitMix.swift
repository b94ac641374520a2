// Randomness that can be run again.

/// A small generator with a seed, so that a failure can be run again.
package struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  /// A generator of a seed.
  package init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of a range.
  public mutating func next(in range: ClosedRange<Int64>) -> Int64 {
    Int64.random(in: range, using: &self)
  }
}
