// A folder to put an enterprise in.

import Foundation

/// A folder that is gone when the test is.
final class ScratchFolder {
  let url: URL

  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "dualbokslut-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The enterprise of the diagnostics' reproducers, by its folder's path.
  func enterprise() throws -> String {
    let copy = url.appending(path: "provbryggan")
    try FileManager.default.copyItem(
      at: Self.root.appending(path: "Tests/Fixtures/Diagnostics/base"), to: copy)
    return copy.path
  }
}
