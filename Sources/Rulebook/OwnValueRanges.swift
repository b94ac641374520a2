// The own values of värden as assumptions: all dated rows of an id move together.

import Bookkeeping
import Diagnostics

extension Settings {
  /// The ids of `värden` with a row that is valid on some day of a period, each once, in the order
  /// of the file.
  package func ownValueIDs(in period: DateRange) -> [String] {
    var met: Set<String> = []
    return values.filter { value in
      value.period?.intersection(period) != nil
        && met.insert(NameMatching.folded(value.id)).inserted
    }.map(\.id)
  }

  /// The same settings with every row of an id at one of its ends; rows without that end keep their
  /// value. Nil when no row that is valid in the period has it.
  package func moving(
    _ id: String, to end: KeyPath<OwnValue, OwnValue.Content?>, in period: DateRange
  ) -> Settings? {
    let name = NameMatching.folded(id)
    let hasEnd = values.contains {
      NameMatching.folded($0.id) == name && $0[keyPath: end] != nil
        && $0.period?.intersection(period) != nil
    }
    guard hasEnd else { return nil }
    var moved = self
    moved.values = values.map { value in
      guard NameMatching.folded(value.id) == name, let content = value[keyPath: end] else {
        return value
      }
      var value = value
      value.content = content
      return value
    }
    return moved
  }
}
