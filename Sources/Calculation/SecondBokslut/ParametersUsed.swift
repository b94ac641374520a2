// Which parameters the lines rest on, for the report's list of assumptions.

import Figures
import Rulebook

extension ParameterUse {
  /// Every parameter behind a line with the kinds of lines that use it, in order of id and day.
  static func all(in lines: [SocialLine]) -> [ParameterUse] {
    var kinds: [Parameter: Set<String>] = [:]
    for line in lines {
      for parameter in line.terms.parameters {
        kinds[parameter, default: []].insert(line.kind.rawValue)
      }
    }
    return kinds.map { ParameterUse(parameter: $0.key, usedBy: $0.value.sorted()) }
      .sorted { $0.parameter.isListed(before: $1.parameter) }
  }
}
