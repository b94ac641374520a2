// Reads input files and remembers their digests for the package.

import Diagnostics
import Importers
import Interchange

/// How the reading of inputs went, the gravest last.
package enum InputState: Int, Comparable, Sendable {
  /// Everything could be read and used.
  case whole
  /// Something that was read is wrong.
  case wrong
  /// Something is not there.
  case missing
  /// The system refused to read something.
  case unreadable
  /// The program failed.
  case faulty

  package static func < (first: InputState, second: InputState) -> Bool {
    first.rawValue < second.rawValue
  }
}

extension FileReadingError {
  /// What it means for the inputs.
  package var state: InputState {
    switch self {
    case .missing: .missing
    case .folder: .wrong
    case .unreadable: .unreadable
    }
  }
}

/// The files that were read, each with its SHA-256; a file that cannot be had is a finding and a
/// state.
struct InputLog {
  /// Digests by path inside the enterprise's folder.
  private(set) var digests: [FileDigest] = []
  /// The files as they were when they were opened, by the path that the user knows.
  private(set) var watches: [(path: String, watch: FileWatch)] = []
  /// How the reading went as far as files are concerned.
  private(set) var state = InputState.whole

  /// Reads a file of a folder; nil when it cannot be had. Whether one has changed meanwhile is
  /// asked when all is done (`watches`, and `hasChanged` of a large one that is mapped).
  mutating func read(
    _ relative: String, in folder: EnterpriseFolder, namedAt place: SourceLocation,
    mapsLarge: Bool = false, diagnostics: inout DiagnosticList
  ) -> FileBytes? {
    read(
      folder.path(of: relative), as: relative, namedAt: place, mapsLarge: mapsLarge,
      diagnostics: &diagnostics)
  }

  /// Reads a file wherever it lies; the package names it by `name`.
  mutating func read(
    _ path: String, as name: String, namedAt place: SourceLocation, mapsLarge: Bool = false,
    diagnostics: inout DiagnosticList
  ) -> FileBytes? {
    do throws(FileReadingError) {
      let bytes = try FileBytes(path: path, mapsLarge: mapsLarge)
      if let watch = bytes.watch { watches.append((path, watch)) }
      add(name, bytes, diagnostics: &diagnostics)
      return bytes
    } catch {
      state = max(state, error.state)
      switch error {
      case .missing: diagnostics.report("CMD004", at: place, ["path": path])
      case .folder:
        diagnostics.report("CMD005", at: place, ["path": path, "reason": "det är en mapp"])
      case .unreadable(let reason):
        diagnostics.report("CMD005", at: place, ["path": path, "reason": reason])
      }
      return nil
    }
  }

  /// The digest is of the bytes that are read from then on, wherever they lie.
  private mutating func add(
    _ name: String, _ bytes: FileBytes, diagnostics: inout DiagnosticList
  ) {
    do throws(DigestFault) {
      let digest = try bytes.withUnsafeBytes { bytes throws(DigestFault) in
        try ContentDigest.sha256(bytes)
      }
      digests.append(FileDigest(path: name, sha256: digest))
    } catch {
      diagnostics.report("CMD014", at: nil, ["fault": "SHA-256"])
      state = .faulty
    }
  }

  /// Watches the files of another log and takes over how their reading went, not their digests.
  mutating func join(_ other: InputLog) {
    watches += other.watches
    state = max(state, other.state)
  }

  /// Something that the settings name is not there.
  mutating func isMissing() { state = max(state, .missing) }

  /// A folder could not be listed.
  mutating func isUnlisted(_ found: InputState) { state = max(state, found) }
}

extension FileBytes {
  /// The bytes as an array.
  var array: [UInt8] { withUnsafeBytes { Array($0) } }
}
