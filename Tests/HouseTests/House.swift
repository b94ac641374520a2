// Finds the project's own files from where a test was compiled.

import Foundation

/// The project's folder.
enum House {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the project.
  struct File {
    /// From the project's folder.
    let path: String
    /// Its bytes, and a zero after them.
    private let text: [UInt8]
    /// The lines, without their ends.
    let lines: [ArraySlice<UInt8>]

    fileprivate init?(_ url: URL) {
      guard let data = FileManager.default.contents(atPath: url.path) else { return nil }
      path = String(url.path.dropFirst(root.path.count + 1))
      text = Array(data) + [0]
      lines = Self.lines(of: text)
    }

    /// With memchr, since a test without optimisation looks at each byte slowly.
    private static func lines(of text: [UInt8]) -> [ArraySlice<UInt8>] {
      var lines: [ArraySlice<UInt8>] = []
      var start = 0
      text.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return }
        while let end = memchr(base + start, 0x0A, bytes.count - start) {
          let place = UnsafeRawPointer(end) - base
          lines.append(text[start..<place])
          start = place + 1
        }
      }
      return lines + [text[start..<(text.count - 1)]]
    }

    var bytes: ArraySlice<UInt8> { text.dropLast() }
    var name: String { String(path.split(separator: "/").last ?? "") }
    /// The folder below Sources or Tests.
    var room: String { String(path.split(separator: "/").dropFirst().first ?? "") }
    var isTest: Bool { path.hasPrefix("Tests/") }

    /// Whether a text stands in it.
    func holds(_ wanted: String) -> Bool {
      text.withUnsafeBytes { bytes in
        bytes.withMemoryRebound(to: CChar.self) { text in
          text.baseAddress.flatMap { strstr($0, wanted) } != nil
        }
      }
    }
  }

  /// Every Swift file of Sources and Tests, by path.
  static let swift: [File] = ["Sources", "Tests"].flatMap { folder in
    root.appending(path: folder).swiftFiles().compactMap { File($0) }
  }

  /// The files directly in some folders whose names end so, by path.
  static func files(in folders: [String], ending: Set<String>) -> [File] {
    folders.flatMap { folder in
      let children = (try? root.appending(path: folder).children()) ?? []
      return children.filter { !$0.hasDirectoryPath && ending.contains($0.pathExtension) }
        .compactMap { File($0) }
    }
  }
}

extension URL {
  /// The name without its ending.
  var stem: String { deletingPathExtension().lastPathComponent }

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
