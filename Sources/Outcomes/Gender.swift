// How indicators are divided by gender.

/// Gender (*kön*) as the register writes it.
package enum Gender: String, CaseIterable, Hashable, Sendable {
  /// *kvinna*.
  case woman = "kvinna"
  /// *man*.
  case man = "man"
  /// *annat*.
  case other = "annat"
  /// *okänt*.
  case unknown = "okänt"
}
