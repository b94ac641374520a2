// Where an edition folder stands.

import Foundation
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

/// Who may do what with an edition, before the user's mask.
package struct FileRights: Hashable, Sendable {
  /// Of a file.
  let file: mode_t
  /// Of the edition's folder.
  let folder: mode_t

  /// What programs usually give.
  package static let usual = FileRights(file: 0o666, folder: 0o777)

  /// Those of an adopted edition: nobody writes in it, and the internal one is its owner's alone.
  package static func adopted(_ edition: Edition) -> FileRights {
    switch edition {
    case .intern: FileRights(file: 0o400, folder: 0o700)
    case .publik: FileRights(file: 0o444, folder: 0o755)
    }
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
