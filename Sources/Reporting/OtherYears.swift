// What a report knows of other years than its own.

import Bookkeeping
import Calculation
import Diagnostics

/// The years before the report's, and last year as it was filed.
public struct OtherYears: Sendable {
  /// Years before, newest first, computed anew (*omräknat*) where they could be.
  public let earlier: [EarlierYear]
  /// Last year as filed (*som fastställt*); nil when its package is not given.
  public let filed: FiledYear?

  /// Other years.
  public init(earlier: [EarlierYear] = [], filed: FiledYear? = nil) {
    self.earlier = earlier
    self.filed = filed
  }
}

/// Last year's figures as its adopted package states them.
public struct FiledYear: Hashable, Sendable {
  /// The year's label in the package.
  public let label: String
  /// Exact decimal texts by id; what the package hides or lacks is absent.
  public let values: [FigureID: String]

  /// A filed year.
  public init(label: String, values: [FigureID: String]) {
    self.label = label
    self.values = values
  }
}

/// An earlier year's second bokslut with the figures that the same builder makes of it.
struct RestatedYear {
  let label: String
  let first: FirstBokslut
  let second: SecondBokslut
  let figures: FigureBook
}
