// A file mapped into memory, and the window that a single pass through it keeps.

import CSystem
import Foundation

/// A regular file mapped for reading, open as long as the mapping lives.
final class FileMapping: Sendable {
  // The pages are the file's; what another program does to them shows in `hasChanged`.
  nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let descriptor: Int32
  private let opened: FileStamp

  /// Maps an open file, whose descriptor is the mapping's from then on; nil, and nothing done, when
  /// the system will not.
  init?(descriptor: Int32, status: stat) {
    let count = Int(status.st_size)
    guard let start = csystem_map_file(descriptor, count) else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: count)
    self.descriptor = descriptor
    opened = FileStamp(status)
  }

  /// Whether the file was written to or cut since it was opened.
  var hasChanged: Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0, FileStamp(status) == opened else { return true }
    return csystem_mapping_was_cut(bytes.baseAddress) != 0
  }

  deinit {
    csystem_unmap_file(bytes.baseAddress, bytes.count)
    close(descriptor)
  }
}

/// Lets the pages of a mapped file go behind a single pass, so that a large file takes little
/// memory. A page asked for again comes back from the file.
struct FileWindow {
  private let mapping: FileMapping?
  private var released = 0
  /// The place from which `pass` has something to do; compare before calling it.
  private(set) var next: Int

  /// How much is let go at a time.
  private static let step = 4 << 20

  /// A window over a file; over one that lies in memory it does nothing.
  init(_ bytes: FileBytes) {
    mapping = bytes.mapping
    next = mapping == nil ? .max : Self.step
  }

  /// Lets go what lies whole pages before a place.
  mutating func pass(_ position: Int) {
    guard let mapping, position >= next, let start = mapping.bytes.baseAddress else { return }
    let end = position / Self.step * Self.step
    csystem_let_pages_go(start + released, end - released)
    released = end
    next = end + Self.step
  }
}
