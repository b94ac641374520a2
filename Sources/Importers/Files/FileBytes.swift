// The bytes of one input file, read once and shared by all who look at them.

import Foundation

/// Why a file's bytes could not be had.
public enum FileReadingError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing
  /// The path names a folder.
  case folder
  /// The system refused, with its own words.
  case unreadable(reason: String)
}

/// The bytes of a file in memory that nothing changes as long as somebody holds them. They are read
/// and not mapped: a file that another program cuts while it is mapped ends the process.
public final class FileBytes: Sendable {
  /// How many bytes.
  public let count: Int
  // Never written after init, freed once in deinit.
  private nonisolated(unsafe) let buffer: UnsafeMutableRawBufferPointer

  /// Reads a file.
  public init(path: String) throws(FileReadingError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason: Self.systemReason)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason: Self.systemReason) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .folder }
    // One byte more than the file is said to hold shows its end without a second round.
    var buffer = Self.room(max(4096, Int(status.st_size) + 1))
    var filled = 0
    while true {
      if filled == buffer.count {
        let larger = Self.room(buffer.count * 2)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
        buffer.deallocate()
        buffer = larger
      }
      let got = read(
        descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      if got < 0 {
        if errno == EINTR { continue }
        let reason = Self.systemReason
        buffer.deallocate()
        throw .unreadable(reason: reason)
      }
      if got == 0 { break }
      filled += got
    }
    self.buffer = buffer
    self.count = filled
  }

  /// Bytes that are in memory already.
  public init(_ bytes: some Collection<UInt8>) {
    buffer = .allocate(byteCount: max(1, bytes.count), alignment: 16)
    buffer.copyBytes(from: bytes)
    count = bytes.count
  }

  deinit { buffer.deallocate() }

  /// Looks at the bytes.
  public func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
  }

  /// Memory for a file. A large one lies on huge pages where the system has them: asking the system
  /// for each small page takes longer than reading the bytes.
  private static func room(_ byteCount: Int) -> UnsafeMutableRawBufferPointer {
    let hugePage = 2 << 20
    guard byteCount >= 2 * hugePage else { return .allocate(byteCount: byteCount, alignment: 16) }
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: byteCount, alignment: hugePage)
    // Only whole pages, so that the last one takes no more than it holds; a refusal changes nothing.
    _ = madvise(room.baseAddress, byteCount / hugePage * hugePage, MADV_HUGEPAGE)
    return room
  }

  private static var systemReason: String { String(cString: strerror(errno)) }
}
