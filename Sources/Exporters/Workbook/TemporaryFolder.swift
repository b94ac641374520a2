// A folder that is gone when it is no longer used.

import Foundation

/// A folder of its own in the system's place for temporary files.
struct TemporaryFolder: ~Copyable {
  /// Its path.
  let path: String

  /// Makes the folder, readable by this user only.
  init() throws(WorkbookError) {
    var template = Array((NSTemporaryDirectory() + "/dualbokslut-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .temporaryFile(errno: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
