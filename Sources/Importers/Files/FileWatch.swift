// Whether a file is still the one that was opened, however it was read.

import Foundation

/// What the system knows of a file's contents without reading them.
struct FileStamp: Hashable {
  private let device: UInt64
  private let inode: UInt64
  private let size: Int
  private let times: [Int]

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int(status.st_size)
    // Of the contents and of what is known of them: a program may set the first back.
    times = [
      status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
    ]
  }
}

/// A file as it was when it was opened.
package struct FileWatch: Sendable {
  private let path: String
  private let opened: FileStamp

  /// Watches a file that is open; nil for what is no regular file, as a pipe, which holds other
  /// bytes each time.
  init?(path: String, status: stat) {
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.path = path
    opened = FileStamp(status)
  }

  /// Whether the file was written to, replaced or taken away since then.
  package var hasChanged: Bool {
    var status = stat()
    return stat(path, &status) != 0 || FileStamp(status) != opened
  }
}
