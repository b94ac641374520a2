// Changes an enterprise's folder in one go: all of it, or nothing.

import Foundation

/// Files to write into a folder that is in use. The new bytes are made beside their places; then
/// what stands there gets another name, the new files get theirs, and the settings come last, so
/// that a folder that says it is carried on is.
package struct FolderChange {
  /// Files that get another name, inside the folder; the new name must be free.
  package var kept: [(old: String, new: String)] = []
  /// Files to write by their paths inside the folder; one that is there is kept first, or stays.
  package var files: [OutputFile] = []
  /// The settings by their path inside the folder, which are there; written last.
  package let settings: OutputFile

  /// A change of the settings alone.
  package init(settings: OutputFile) { self.settings = settings }

  /// Makes the change. On an error everything stands as it stood.
  package func apply(to folder: String) throws(EditionWriteError) {
    let lock = try OutputLock(folder)
    defer { lock.release() }
    var undo: [() -> Void] = []
    do throws(EditionWriteError) {
      try removeLeftovers(in: folder)
      // A link to the settings stays a link.
      let target = Self.resolved("\(folder)/\(settings.path)")
      let made = try Self.make(settings.bytes, beside: target, &undo)
      Self.copyMode(of: target, to: made)
      var ready: [(made: String, place: String)] = []
      for file in files {
        let place = "\(folder)/\(file.path)"
        let isKept = kept.contains { $0.old == file.path }
        guard isKept || !FileSystem.exists(place) else { continue }
        ready.append((try Self.make(file.bytes, beside: place, &undo), place))
      }
      for (old, new) in kept {
        let (old, new) = ("\(folder)/\(old)", "\(folder)/\(new)")
        guard !FileSystem.exists(new) else { throw .cannotWrite(path: new, errno: EEXIST) }
        try FileSystem.link(old, to: new)
        // Two names of one file: renaming does nothing, and the new name is taken away.
        undo.append { if rename(new, old) == 0 { unlink(new) } }
        if !ready.contains(where: { $0.place == old }) { try FileSystem.remove(old) }
      }
      for (made, place) in ready {
        let isNew = !FileSystem.exists(place)
        try FileSystem.move(made, to: place)
        // What was kept comes back by its own undoing.
        if isNew { undo.append { try? FileSystem.remove(place) } }
      }
      try FileSystem.move(made, to: target)
    } catch {
      for step in undo.reversed() { step() }
      throw error
    }
  }

  /// Removes what a killed run left beside the places.
  private func removeLeftovers(in folder: String) throws(EditionWriteError) {
    let inner = files.compactMap { file in
      file.path.lastIndex(of: "/").map { "\(folder)/\(file.path[..<$0])" }
    }
    for place in Set(inner).union([folder]).sorted() {
      for name in try FileSystem.names(in: place)
      where name.hasPrefix(EditionPlace.hiddenPrefix) {
        try FileSystem.remove("\(place)/\(name)")
      }
    }
  }

  /// Writes bytes under a hidden name beside their place, and gives it.
  private static func make(
    _ bytes: [UInt8], beside place: String, _ undo: inout [() -> Void]
  ) throws(EditionWriteError) -> String {
    let cut = place.lastIndex(of: "/").map { place.index(after: $0) } ?? place.startIndex
    let hidden = "\(place[..<cut])\(EditionPlace.hiddenPrefix)\(getpid())-\(place[cut...])"
    undo.append { try? FileSystem.remove(hidden) }
    try FileSystem.write(bytes, to: hidden)
    return hidden
  }

  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  private static func copyMode(of old: String, to new: String) {
    var status = stat()
    guard stat(old, &status) == 0 else { return }
    chmod(new, status.st_mode & 0o7777)
  }
}
