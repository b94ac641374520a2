// The few calls of the file system that the writer needs, each with its path in the error.

import Foundation

/// Calls that name the path that failed.
enum FileSystem {
  /// Makes a folder and those above it; one that is there is well.
  static func makeFolders(_ path: String) throws(EditionWriteError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty || prefix.hasSuffix("/") ? String(part) : "/\(part)"
      guard mkdir(prefix, 0o777) != 0, errno != EEXIST else { continue }
      let cause = errno
      // Some systems say "read-only" or "denied" of folders above that are there.
      if isFolder(prefix) { continue }
      throw .cannotWrite(path: prefix, errno: cause)
    }
    guard isFolder(path) else { throw .cannotWrite(path: path, errno: ENOTDIR) }
  }

  /// Makes one folder that must not be there.
  static func makeFolder(_ path: String, mode: mode_t = 0o777) throws(EditionWriteError) {
    guard mkdir(path, mode) == 0 else { throw .cannotWrite(path: path, errno: errno) }
  }

  /// Whether a folder is there; a link to one counts.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether anything is there; a link counts itself.
  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// What a path itself is; a link is not followed. Nil when there is nothing.
  static func kind(_ path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Writes a new file and brings it to the disk.
  static func write(
    _ bytes: [UInt8], to path: String, mode: mode_t = 0o666
  ) throws(EditionWriteError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    defer { close(descriptor) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .readWrite(path: path, errno: errno) }
      written += count
    }
    guard fsync(descriptor) == 0 else { throw .readWrite(path: path, errno: errno) }
  }

  /// The names in a folder, sorted, without `.` and `..`.
  static func names(in folder: String) throws(EditionWriteError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch { throw .readWrite(path: folder, errno: EIO) }
  }

  /// Removes a file, link or whole folder; links are never followed.
  static func remove(_ path: String) throws(EditionWriteError) {
    guard exists(path) else { return }
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch { throw .readWrite(path: path, errno: EIO) }
  }

  /// Moves a file or folder over another of its kind.
  static func move(_ old: String, to new: String) throws(EditionWriteError) {
    guard rename(old, new) == 0 else { throw .cannotWrite(path: new, errno: errno) }
  }

  /// Gives what stands at a path a second name: a file by a link to the same contents, a link by
  /// its like, a folder by a folder of the same.
  static func link(_ old: String, to new: String) throws(EditionWriteError) {
    switch kind(old) {
    case S_IFDIR:
      if !isFolder(new) { try makeFolder(new) }
      for name in try names(in: old) { try link("\(old)/\(name)", to: "\(new)/\(name)") }
    case S_IFLNK:
      try copy(old, to: new)
    default:
      guard Foundation.link(old, new) != 0 else { return }
      // File systems without hard links get a copy.
      guard [EPERM, ENOTSUP, EMLINK, ENOSYS].contains(errno) else {
        throw .readWrite(path: new, errno: errno)
      }
      try copy(old, to: new)
    }
  }

  private static func copy(_ old: String, to new: String) throws(EditionWriteError) {
    do {
      try FileManager.default.copyItem(atPath: old, toPath: new)
    } catch { throw .readWrite(path: new, errno: EIO) }
  }
}
