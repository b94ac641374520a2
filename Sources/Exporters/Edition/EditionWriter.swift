// Writes an edition folder whole: the reader sees the old one or the new one, never a mixture.

import CSystem
import Foundation

/// Writes edition folders.
package struct EditionWriter: Sendable {
  /// Exchanges two paths in one step; 0 or an errno.
  private let exchange: @Sendable (String, String) -> Int32

  /// The writer of this system.
  package init() {
    self.init { first, second in csystem_exchange_paths(first, second) }
  }

  /// A writer with another way to exchange, for systems that have none.
  init(exchange: @escaping @Sendable (String, String) -> Int32) { self.exchange = exchange }

  /// Writes an edition. The new folder is made beside its place under a hidden name inside OUTPUT;
  /// files of the old folder that its bokslut.json does not name are the user's own and are linked
  /// into the new one; then the two are exchanged in one step and the old one removed. OUTPUT is
  /// locked meanwhile; what a killed run left is removed first.
  /// `rights` are those of the edition's own files and folders.
  package func write(
    _ files: [OutputFile], to place: EditionPlace, rights: FileRights = .usual
  ) throws(EditionWriteError) {
    try Self.check(place, files)
    try FileSystem.makeFolders(place.output)
    let lock = try OutputLock(place.output)
    defer { lock.release() }
    for name in try FileSystem.names(in: place.output)
    where name.hasPrefix(EditionPlace.hiddenPrefix) {
      try FileSystem.remove("\(place.output)/\(name)")
    }
    let new = place.hiddenPath(process: getpid())
    do {
      try Self.make(files, at: new, rights)
      try install(new, files: files, at: place)
    } catch {
      // The first cause matters to the reader, not that tidying failed as well.
      try? FileSystem.remove(new)
      throw error
    }
    // The hidden name now holds the old edition; if it cannot be removed, the next run tries again.
    try? FileSystem.remove(new)
  }

  private static func check(
    _ place: EditionPlace, _ files: [OutputFile]
  ) throws(EditionWriteError) {
    for name in [place.organisation, place.year] {
      guard isSafe(name), !name.contains("/") else { throw .unsafeName(name) }
    }
    for file in files {
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      guard parts.allSatisfy({ isSafe(String($0)) }) else { throw .unsafeName(file.path) }
    }
  }

  private static func isSafe(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.utf8.contains(0) && name.utf8.count < 200
  }

  private static func make(
    _ files: [OutputFile], at folder: String, _ rights: FileRights
  ) throws(EditionWriteError) {
    try FileSystem.makeFolder(folder, mode: rights.folder)
    for file in files {
      if let slash = file.path.lastIndex(of: "/") {
        try FileSystem.makeFolders("\(folder)/\(file.path[..<slash])")
      }
      try FileSystem.write(file.bytes, to: "\(folder)/\(file.path)", mode: rights.file)
    }
  }

  private func install(
    _ new: String, files: [OutputFile], at place: EditionPlace
  ) throws(EditionWriteError) {
    try FileSystem.makeFolders(place.parent)
    guard FileSystem.exists(place.path) else {
      try FileSystem.move(new, to: place.path)
      return
    }
    guard FileSystem.isFolder(place.path) else {
      throw .cannotWrite(path: place.path, errno: ENOTDIR)
    }
    let old = try OldEdition(at: place.path)
    try old.linkOwnFiles(into: new)
    switch exchange(new, place.path) {
    case 0: return
    case EINVAL, ENOSYS, ENOTSUP:
      try replace(files, of: old, from: new, at: place.path)
    case let cause: throw .cannotWrite(path: place.path, errno: cause)
    }
  }

  /// Where the file system cannot exchange: file by file, the package last, so that a package never
  /// names files that are not there yet.
  private func replace(
    _ files: [OutputFile], of old: OldEdition, from new: String, at path: String
  ) throws(EditionWriteError) {
    let package = EditionExporter.packageName
    let paths = files.map(\.path)
    for file in paths.filter({ $0 != package }) + paths.filter({ $0 == package }) {
      try old.setAside(file)
      if let slash = file.lastIndex(of: "/") {
        try FileSystem.makeFolders("\(path)/\(file[..<slash])")
      }
      try FileSystem.move("\(new)/\(file)", to: "\(path)/\(file)")
    }
    for file in old.named where !paths.contains(file) {
      try FileSystem.remove("\(path)/\(file)")
    }
  }
}

/// The lock on OUTPUT: one run at a time.
struct OutputLock {
  private let descriptor: Int32

  /// Waits until OUTPUT is free. A killed run's lock goes with it.
  init(_ output: String) throws(EditionWriteError) {
    descriptor = open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotWrite(path: output, errno: errno) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let cause = errno
        close(descriptor)
        throw .cannotWrite(path: output, errno: cause)
      }
    }
  }

  /// Lets the next run in.
  func release() { close(descriptor) }
}
