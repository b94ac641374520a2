// What last year's package assumed.

import Interchange
import Rulebook

extension BokslutPackage {
  /// The base values of the assumptions that the package lists.
  var assumptions: [AssumptionID: AssumedValue] {
    AssumptionRow.all.reduce(into: [:]) { values, row in
      let filed = parameters.first {
        $0.id == row.id.path && $0.unit == row.type.unit && !$0.value.isEmpty
      }
      values[row.id] = filed.flatMap { row.type.value(of: $0.value) }
    }
  }
}
