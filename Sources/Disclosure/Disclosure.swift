// Disclosure control (*röjandekontroll*): what an edition may show.

import Interchange
import Reporting

/// Why an edition cannot be written.
package enum DisclosureError: Error, Hashable, Sendable {
  /// The edition's disclosure control is not part of this version of the program (exit 64).
  case notYetAvailable(Edition)
}

/// Disclosure control (method.md section 12).
package enum Disclosure {
  /// The report as an edition may show it. *Intern* shows all aggregates. *Publik* is refused until
  /// its control is built: nothing is better than a cell that tells of a person.
  package static func clear(
    _ report: Report, for edition: Edition
  ) throws(DisclosureError) -> ClearedReport {
    switch edition {
    case .intern: ClearedReport(report, for: .intern, hidden: [])
    case .publik: throw .notYetAvailable(.publik)
    }
  }
}
