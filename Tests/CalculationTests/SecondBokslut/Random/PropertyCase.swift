// The enterprises that the properties are tried on, each computed once for all of them.

import Figures
import Testing

@testable import Calculation

/// A seed's enterprise and its second bokslut.
struct PropertyCase: Sendable, CustomTestStringConvertible {
  let seed: UInt64
  let enterprise: RandomEnterprise
  let bokslut: SecondBokslut

  var testDescription: String { "seed \(seed)" }

  /// Those that came out.
  static let all: [PropertyCase] = tried.compactMap { try? $0.get() }

  /// Every seed's, computed at the first use; a refused one is a fault of the generator or of the
  /// calculation.
  static let tried: [Result<PropertyCase, any Error>] = (UInt64(1)...40).map { seed in
    Result {
      let enterprise = try RandomEnterprise(seed: seed)
      return PropertyCase(
        seed: seed, enterprise: enterprise, bokslut: try enterprise.computed())
    }
  }
}
