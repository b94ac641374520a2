// Reads input files and remembers their digests for the package.

import Diagnostics
import Importers
import Interchange

/// The files that were read, each with its SHA-256; a file that cannot be had is a finding and a
/// status.
struct InputLog {
  /// Digests by path inside the enterprise's folder.
  private(set) var digests: [FileDigest] = []
  /// How the reading went as far as files are concerned.
  private(set) var status = ExitStatus.done

  /// Reads a file of a folder; nil when it cannot be had.
  mutating func read(
    _ relative: String, in folder: EnterpriseFolder, namedAt place: SourceLocation,
    diagnostics: inout DiagnosticList
  ) -> FileBytes? {
    read(folder.path(of: relative), as: relative, namedAt: place, diagnostics: &diagnostics)
  }

  /// Reads a file wherever it lies; the package names it by `name`.
  mutating func read(
    _ path: String, as name: String, namedAt place: SourceLocation,
    diagnostics: inout DiagnosticList
  ) -> FileBytes? {
    do throws(FileReadingError) {
      let bytes = try FileBytes(path: path)
      do {
        digests.append(try ContentDigest.of(name, bytes.array))
      } catch {
        diagnostics.report("CMD014", at: nil, ["fault": "SHA-256"])
        status = status.combined(with: .fault)
      }
      return bytes
    } catch {
      switch error {
      case .missing:
        diagnostics.report("CMD004", at: place, ["path": .text(path)])
        status = status.combined(with: .missingInput)
      case .folder:
        diagnostics.report("CMD005", at: place, ["path": .text(path), "reason": "det är en mapp"])
        status = status.combined(with: .wrongInput)
      case .unreadable(let reason):
        diagnostics.report("CMD005", at: place, ["path": .text(path), "reason": .text(reason)])
        status = status.combined(with: .readWriteError)
      }
      return nil
    }
  }

  /// Something that the settings name is not there.
  mutating func isMissing() { status = status.combined(with: .missingInput) }
}

extension FileBytes {
  /// The bytes as an array.
  var array: [UInt8] { withUnsafeBytes { Array($0) } }
}
