// Finds the project's own files from where a test was compiled.

import Foundation

/// The project's folder.
enum House {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
}

extension URL {
  /// What lies directly in a folder, by name.
  func children() throws -> [URL] {
    try FileManager.default
      .contentsOfDirectory(at: self, includingPropertiesForKeys: [.isDirectoryKey])
      .sorted { $0.path < $1.path }
  }

  /// The Swift files below a folder, by path.
  func swiftFiles() -> [URL] {
    let all = FileManager.default.enumerator(at: self, includingPropertiesForKeys: nil)
    return (all?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" }.sorted { $0.path < $1.path }
  }
}
