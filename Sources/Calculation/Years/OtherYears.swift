// What is known of other years than the one reported.

import Figures

/// The years before, and last year as it was filed.
package struct OtherYears: Sendable {
  /// Years before, newest first, computed anew (*omräknat*) where they could be.
  package let earlier: [EarlierYear]
  /// Last year as filed (*som fastställt*); nil when its package is not given.
  package let filed: FiledYear?

  /// Other years.
  package init(earlier: [EarlierYear] = [], filed: FiledYear? = nil) {
    self.earlier = earlier
    self.filed = filed
  }
}

/// Last year's figures as its adopted package states them.
package struct FiledYear: Hashable, Sendable {
  /// The year's label in the package.
  package let label: String
  /// Exact decimal texts by id; what the package hides or lacks is absent.
  package let values: [FigureID: String]

  /// A filed year.
  package init(label: String, values: [FigureID: String]) {
    self.label = label
    self.values = values
  }
}
