// The bytes of one input file, had once and shared by all who look at them.

import Foundation

/// Why a file's bytes could not be had.
package enum FileReadingError: Error, Hashable, Sendable {
  /// There is no such file.
  case missing
  /// The path names a folder.
  case folder
  /// The system refused, with its own words.
  case unreadable(reason: String)
}

/// The bytes of a file, read into memory that nothing changes as long as somebody holds it, or
/// mapped. Whoever makes something of them asks `hasChanged` when done: another program may have
/// written to the file meanwhile.
package final class FileBytes: Sendable {
  /// How many bytes.
  package let count: Int
  /// The file as it was when it was opened; nil for bytes that came from no file.
  package let watch: FileWatch?
  private let room: Room

  private enum Room: Sendable {
    // Never written after init, freed once in deinit.
    case memory(Unchanging)
    case mapping(FileMapping)
  }

  private struct Unchanging: @unchecked Sendable {
    let buffer: UnsafeMutableRawBufferPointer
  }

  /// Files from this size on are worth mapping: copying one takes as long as reading its vouchers,
  /// and the pages of a mapped one can be let go on the way (`FileWindow`).
  static let mappedSize = 4 << 20

  /// Reads a file, or maps it when it is large.
  package init(path: String, mapsLarge: Bool) throws(FileReadingError) {
    // A named pipe in a folder would be waited for without end; what a shell or another program
    // hands over lies under /dev.
    var before = stat()
    if !path.hasPrefix("/dev/"), !path.hasPrefix("/proc/"), stat(path, &before) == 0,
      before.st_mode & S_IFMT == S_IFIFO
    {
      throw .unreadable(reason: "det är ett rör, ingen fil")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason: Self.systemReason)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      defer { close(descriptor) }
      throw .unreadable(reason: Self.systemReason)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw .folder
    }
    watch = FileWatch(path: path, status: status)
    if mapsLarge, status.st_mode & S_IFMT == S_IFREG, status.st_size >= Self.mappedSize,
      let mapping = FileMapping(descriptor: descriptor, status: status)
    {
      room = .mapping(mapping)
      count = mapping.bytes.count
      return
    }
    defer { close(descriptor) }
    let (buffer, filled) = try Self.read(descriptor, expecting: Int(status.st_size))
    room = .memory(Unchanging(buffer: buffer))
    count = filled
  }

  /// Bytes that are in memory already.
  package init(_ bytes: some Collection<UInt8>) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(1, bytes.count), alignment: 16)
    buffer.copyBytes(from: bytes)
    room = .memory(Unchanging(buffer: buffer))
    count = bytes.count
    watch = nil
  }

  deinit {
    if case .memory(let memory) = room { memory.buffer.deallocate() }
  }

  /// Looks at the bytes.
  package func withUnsafeBytes<Result, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    switch room {
    case .memory(let memory):
      try body(UnsafeRawBufferPointer(rebasing: memory.buffer[..<count]))
    case .mapping(let mapping): try body(mapping.bytes)
    }
  }

  /// Whether another program has written to the file since it was opened, so that what was read of
  /// it may be part old and part new, also where it was read into memory in one go: a program that
  /// writes a file piece by piece may have been in the middle of it.
  package var hasChanged: Bool { watch?.hasChanged == true || mapping?.hasChanged == true }

  /// The mapping, where the file is mapped.
  var mapping: FileMapping? {
    if case .mapping(let mapping) = room { mapping } else { nil }
  }

  private static func read(
    _ descriptor: Int32, expecting size: Int
  ) throws(FileReadingError) -> (UnsafeMutableRawBufferPointer, filled: Int) {
    // One byte more than the file is said to hold shows its end without a second round.
    var buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(4096, size + 1), alignment: 16)
    var filled = 0
    while true {
      if filled == buffer.count {
        let larger = UnsafeMutableRawBufferPointer.allocate(
          byteCount: buffer.count * 2, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[..<filled]))
        buffer.deallocate()
        buffer = larger
      }
      let got = Glibc.read(
        descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      if got < 0 {
        if errno == EINTR { continue }
        let reason = systemReason
        buffer.deallocate()
        throw .unreadable(reason: reason)
      }
      if got == 0 { return (buffer, filled) }
      filled += got
    }
  }

  private static var systemReason: String { String(cString: strerror(errno)) }
}
