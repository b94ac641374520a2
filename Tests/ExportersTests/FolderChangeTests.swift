// A folder is changed whole or not at all.

import Foundation
import Testing

@testable import Exporters

struct FolderChangeTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "change-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [("s.yaml", "gammalt"), ("ord.md", "förra"), ("exempel.md", "kalle")] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
  }

  private func files() throws -> [String: String] {
    var found: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      found[name] = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    return found
  }

  private static func file(_ path: String, _ text: String) -> OutputFile {
    OutputFile(path: path, bytes: Array(text.utf8))
  }

  private func change() -> FolderChange {
    var change = FolderChange(settings: Self.file("s.yaml", "nytt"))
    change.kept = [("ord.md", "ord-1.md"), ("exempel.md", "exempel-1.md")]
    change.files = [Self.file("ord.md", "tomt"), Self.file("lista.md", "att göra")]
    return change
  }

  @Test("what stood there is kept under its new name, and what is there already stays")
  func whole() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("min".utf8).write(to: folder.appending(path: "lista.md"))
    try Data("rest".utf8).write(to: folder.appending(path: ".dualbokslut-1-s.yaml"))
    #expect(chmod(folder.appending(path: "s.yaml").path, 0o600) == 0)
    try change().apply(to: folder.path)
    #expect(
      try files() == [
        "s.yaml": "nytt", "ord.md": "tomt", "ord-1.md": "förra", "exempel-1.md": "kalle",
        "lista.md": "min",
      ])
    var status = stat()
    #expect(stat(folder.appending(path: "s.yaml").path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test("settings that are a link stay one")
  func link() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let real = folder.appending(path: "real.yaml")
    try FileManager.default.moveItem(at: folder.appending(path: "s.yaml"), to: real)
    #expect(symlink("real.yaml", folder.appending(path: "s.yaml").path) == 0)
    try change().apply(to: folder.path)
    #expect(try files()["real.yaml"] == "nytt")
    #expect(FileSystem.kind(folder.appending(path: "s.yaml").path) == S_IFLNK)
  }

  @Test("a fault at any step leaves everything as it stood")
  func faults() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let before = try files()
    var noPlace = change()
    noPlace.files.append(Self.file("saknas/fil.txt", "x"))
    var taken = change()
    taken.kept.append(("s.yaml", "ord-1.md"))
    var gone = change()
    gone.kept.append(("finns-inte.md", "finns-inte-1.md"))
    // The new settings cannot take the place of a folder: the last step fails.
    var last = FolderChange(settings: Self.file("mapp", "nytt"))
    (last.kept, last.files) = (change().kept, change().files)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "mapp"), withIntermediateDirectories: false)
    for change in [noPlace, taken, gone, last] {
      #expect(throws: EditionWriteError.self) { try change.apply(to: folder.path) }
      #expect(try files() == before)
    }
  }
}
