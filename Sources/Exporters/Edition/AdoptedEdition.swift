// An edition that a meeting has adopted: a copy that nobody writes in, in the enterprise's folder.

import Foundation
import Interchange

/// The place of an adopted edition, ENTERPRISE/antagna/<year>/<edition>.
package struct AdoptedEdition {
  /// The folder of adopted editions, inside the enterprise's.
  package static let folderName = "antagna"

  /// Where it stands.
  package let place: EditionPlace
  private let files: [OutputFile]

  /// An edition of a year to be put into an enterprise's folder.
  package init(_ edition: Edition, year: String, files: [OutputFile], enterprise: String) {
    place = EditionPlace(
      output: enterprise, organisation: Self.folderName, year: year, edition: edition)
    self.files = files
  }

  /// What stands in its place.
  package enum Standing: Hashable, Sendable {
    /// Nothing.
    case nothing
    /// The same files with the same contents.
    case same
    /// Anything else.
    case other
  }

  /// Looks at its place.
  package var standing: Standing {
    guard FileSystem.exists(place.path) else { return .nothing }
    let isSame = files.allSatisfy { file in
      FileManager.default.contents(atPath: "\(place.path)/\(file.path)").map { Array($0) }
        == file.bytes
    }
    return isSame ? .same : .other
  }

  /// Puts it there whole, read-only; what stands there gives way.
  package func write() throws(EditionWriteError) {
    try EditionWriter().write(files, to: place, rights: .adopted(place.edition))
  }
}

/// A file that is replaced as a whole, with the rights that it had.
package enum FileReplacement {
  /// Writes a file beside the old one and gives it its name in one step; a link is followed.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(EditionWriteError) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var status = stat()
    guard stat(target, &status) == 0 else { throw .cannotWrite(path: path, errno: errno) }
    let mode = status.st_mode & 0o7777
    let folder = target.prefix(upTo: target.lastIndex(of: "/") ?? target.startIndex)
    let new = "\(folder)/\(EditionPlace.hiddenPrefix)settings-\(getpid())"
    do throws(EditionWriteError) {
      try FileSystem.write(bytes, to: new, mode: mode)
      guard chmod(new, mode) == 0 else { throw .cannotWrite(path: path, errno: errno) }
      try FileSystem.move(new, to: target)
    } catch {
      // The first cause matters to the reader, not that tidying failed as well.
      try? FileSystem.remove(new)
      throw error
    }
  }
}
