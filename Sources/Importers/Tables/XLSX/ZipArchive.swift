// The zip package of a workbook, read by libzip; nothing outside this file sees its pointers.

import CZip

/// A package in memory.
struct ZipArchive: ~Copyable {
  private let handle: OpaquePointer
  /// Index of each part by its path: lower case, `/` between folders, none in front.
  private let indices: [String: UInt64]

  /// Opens a package; the bytes are copied once.
  init(_ bytes: [UInt8]) throws(WorkbookProblem) {
    guard bytes.count <= WorkbookLimits.fileBytes else { throw .tooLarge }
    guard let archive = Self.open(bytes) else { throw .damaged(part: "zip") }
    let count = zip_get_num_entries(archive, 0)
    guard count >= 0, count <= WorkbookLimits.entries else {
      zip_discard(archive)
      throw .tooLarge
    }
    var indices: [String: UInt64] = [:]
    for index in 0..<UInt64(count) {
      guard let name = zip_get_name(archive, index, 0) else {
        zip_discard(archive)
        throw .damaged(part: "zip")
      }
      let path = Self.normalised(String(cString: name))
      // Of two parts with one name the first counts, as in Excel.
      if indices[path] == nil { indices[path] = index }
    }
    self.handle = archive
    self.indices = indices
  }

  deinit { zip_discard(handle) }

  /// Whether a part is there.
  func holds(_ path: String) -> Bool { indices[Self.normalised(path)] != nil }

  /// Opens a part for reading.
  func open(_ path: String) throws(WorkbookProblem) -> ZipPart {
    guard let index = indices[Self.normalised(path)] else { throw .missing(part: path) }
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(handle, index, 0, &facts) == 0 else { throw .damaged(part: path) }
    guard facts.encryption_method == 0 else { throw .encrypted }
    guard let file = zip_fopen_index(handle, index, 0) else { throw .damaged(part: path) }
    return ZipPart(file, path: path, packedBytes: Int(clamping: facts.comp_size))
  }

  /// Streams a part through a handler.
  func stream(
    _ path: String, into handler: any XMLHandler, budget: inout UnpackingBudget
  ) throws(WorkbookProblem) {
    let part = try open(path)
    var buffer = [UInt8](repeating: 0, count: XMLStream.pieceBytes)
    var partBytes = 0
    let parser = XMLStream(handler: handler)
    do {
      while true {
        let count = try part.read(into: &buffer)
        partBytes += count
        try budget.spend(count, partBytes: partBytes, packedBytes: part.packedBytes)
        try parser.feed(buffer[..<count], isLast: count == 0)
        if count == 0 { return }
      }
    } catch let problem as WorkbookProblem {
      throw problem
    } catch XMLFault.tooLarge {
      throw .tooLarge
    } catch {
      throw .damaged(part: path)
    }
  }

  /// The archive over a copy of the bytes that libzip frees; nil when it is no whole archive.
  private static func open(_ bytes: [UInt8]) -> OpaquePointer? {
    let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    bytes.withUnsafeBytes {
      copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
    }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, &error) else {
      copy.deallocate()
      return nil
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      return nil
    }
    return archive
  }

  private static func normalised(_ path: String) -> String {
    let slashed = String(path.lowercased().map { $0 == "\\" ? "/" : $0 })
    return String(slashed.drop { $0 == "/" })
  }
}

/// An open part of a package.
struct ZipPart: ~Copyable {
  private let file: OpaquePointer
  /// The part's path.
  let path: String
  /// Its bytes in the package.
  let packedBytes: Int

  fileprivate init(_ file: OpaquePointer, path: String, packedBytes: Int) {
    self.file = file
    self.path = path
    self.packedBytes = packedBytes
  }

  deinit { zip_fclose(file) }

  /// Fills a buffer from the front; 0 at the end. A wrong checksum shows as damage here.
  func read(into buffer: inout [UInt8]) throws(WorkbookProblem) -> Int {
    let count = buffer.withUnsafeMutableBytes {
      zip_fread(file, $0.baseAddress, UInt64($0.count))
    }
    guard count >= 0 else { throw .damaged(part: path) }
    return Int(count)
  }
}
