// The settings file as a tree of values with places, before anything is known of their meaning.

import Diagnostics

/// A value of the settings file: nothing, a text, a list or a map.
struct SettingsNode: Sendable {
  enum Content: Sendable {
    /// The key is there, its value is not.
    case blank
    /// Everything single is text here; the sections read numbers, dates and words from it.
    case text(String)
    case list([SettingsNode])
    case map([SettingsEntry])
  }

  let content: Content
  let location: SourceLocation
}

/// A key with its value.
struct SettingsEntry: Sendable {
  let key: String
  let keyLocation: SourceLocation
  let value: SettingsNode
}
