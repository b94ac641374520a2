// Writes a new enterprise's folder, and nothing where something stands already.

import Diagnostics
import Foundation

/// Why a new folder was not written.
package enum TemplateFolderError: Error, Hashable, Sendable {
  /// Something stands there already; it was not touched (exit 73).
  case occupied(path: String)
  /// The folder or a file in it cannot be written; what had been written is gone (exit 73).
  case cannotWrite(path: String, reason: String)
  /// The workbook could not be made.
  case workbook(WorkbookError)
}

/// A folder to be filled.
package enum TemplateFolder {
  /// Writes the template's files into a folder that is new or empty, folders above it included.
  package static func write(
    to path: String, register: EnterpriseTemplate.Register, in language: Language = .swedish
  ) throws(TemplateFolderError) {
    let isNew = !(try standsEmpty(path))
    let files: [OutputFile]
    do throws(WorkbookError) {
      files = try EnterpriseTemplate.files(register: register, in: language)
    } catch { throw .workbook(error) }
    do throws(EditionWriteError) {
      try FileSystem.makeFolders(path)
      for file in files {
        let parts = file.path.split(separator: "/").dropLast().joined(separator: "/")
        if !parts.isEmpty { try FileSystem.makeFolders("\(path)/\(parts)") }
        try FileSystem.write(file.bytes, to: "\(path)/\(file.path)")
      }
    } catch {
      undo(path, files: files, isNew: isNew)
      switch error {
      case .cannotWrite(let place, let errno), .readWrite(let place, let errno):
        throw .cannotWrite(path: place, reason: String(cString: strerror(errno)))
      default:
        throw .cannotWrite(path: path, reason: "\(error)")
      }
    }
  }

  /// Whether an empty folder is there; false when there is nothing, an error for all else.
  private static func standsEmpty(_ path: String) throws(TemplateFolderError) -> Bool {
    guard FileSystem.exists(path) else { return false }
    guard FileSystem.isFolder(path) else { throw .occupied(path: path) }
    guard let names = try? FileSystem.names(in: path) else {
      throw .cannotWrite(path: path, reason: String(cString: strerror(EACCES)))
    }
    guard names.isEmpty else { throw .occupied(path: path) }
    return true
  }

  /// Takes away what was written before a fault; the folder was empty, so it all is ours.
  private static func undo(_ path: String, files: [OutputFile], isNew: Bool) {
    for top in Set(files.map { $0.path.prefix { $0 != "/" } }) {
      try? FileSystem.remove("\(path)/\(top)")
    }
    if isNew { rmdir(path) }
  }
}
