// The two languages that reports and diagnostics speak.

/// A language of readers: Swedish (*svenska*) is the default, English is written beside it.
package enum Language: String, CaseIterable, Sendable {
  case swedish = "sv"
  case english = "en"
}
