// The enterprises that the properties are tried on, each computed once for all of them.

import Figures
import Foundation
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

  /// Those whose every figure is walked: a slice, and all of them in the long trial.
  static let walked: [PropertyCase] =
    ProcessInfo.processInfo.environment["DUALBOKSLUT_TRIAL"] == nil ? Array(all.prefix(8)) : all

  /// Every seed's, computed at the first use; a refused one is a fault of the generator or of the
  /// calculation.
  static let tried: [Result<PropertyCase, any Error>] = (UInt64(1)...48).map { seed in
    Result {
      let enterprise = try RandomEnterprise(seed: seed)
      return PropertyCase(
        seed: seed, enterprise: enterprise, bokslut: try enterprise.computed())
    }
  }
}
