// Where an edition folder stands.

import Interchange

/// The place of an edition: OUTPUT/<id>/<year>/<edition>.
package struct EditionPlace: Hashable, Sendable {
  /// OUTPUT, as the user wrote it.
  package let output: String
  /// The organisation's id.
  package let organisation: String
  /// The year's label.
  package let year: String
  /// The edition.
  package let edition: Edition

  /// A place.
  package init(output: String, organisation: String, year: String, edition: Edition) {
    self.output = output
    self.organisation = organisation
    self.year = year
    self.edition = edition
  }

  /// The folder above the edition's.
  var parent: String { "\(output)/\(organisation)/\(year)" }
  /// The edition's folder.
  package var path: String { "\(parent)/\(edition.rawValue)" }

  /// Every hidden name of ours begins so.
  static let hiddenPrefix = ".dualbokslut-"

  /// The name under which the new folder is made, inside OUTPUT.
  func hiddenPath(process: Int32) -> String {
    "\(output)/\(Self.hiddenPrefix)\(organisation)-\(year)-\(edition.rawValue)-\(process)"
  }
}

/// Why an edition was not written; the old one is whole.
package enum EditionWriteError: Error, Hashable, Sendable {
  /// An id, year or file name that would leave its folder (exit 73).
  case unsafeName(String)
  /// A place that cannot be written to (exit 73).
  case cannotWrite(path: String, errno: Int32)
  /// Reading or writing failed on the way (exit 74).
  case readWrite(path: String, errno: Int32)
}
