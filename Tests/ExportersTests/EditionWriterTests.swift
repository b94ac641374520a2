// The edition folder is whole at every moment, and the user's own files stay.

import Disclosure
import Foundation
import Interchange
import ReportSamples
import Testing

@testable import Exporters

/// A folder that is gone after the test.
private final class Folder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "/edition-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, _ name: String) throws {
    let url = URL(filePath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: "\(path)/\(name)").map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// All paths, sorted, folders with a slash.
  func all() -> [String] {
    (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []).sorted()
  }

  func inode(_ name: String) -> UInt64? {
    var status = stat()
    return lstat("\(path)/\(name)", &status) == 0 ? UInt64(status.st_ino) : nil
  }
}

/// The two ways that a file system lets a folder be replaced.
private enum Way: CaseIterable, Sendable {
  case exchanged
  case fileByFile

  var writer: EditionWriter {
    self == .exchanged ? EditionWriter() : EditionWriter { _, _ in EINVAL }
  }
}

@Suite struct EditionWriterTests {
  /// Files with a package that names them; `names` are the files beside it.
  private func files(_ names: [String], _ text: String) throws -> [OutputFile] {
    let files = names.map { OutputFile(path: $0, bytes: Array("\(text) \($0)".utf8)) }
    let report = try Disclosure.clear(SampleReports.partial(), for: .intern)
    let package = PackageExporter.bytes(
      report, inputs: [], files: try files.map { try ContentDigest.of($0.path, $0.bytes) },
      program: ProgramInfo(version: text))
    return files + [OutputFile(path: "bokslut.json", bytes: package)]
  }

  private func place(_ folder: Folder) -> EditionPlace {
    EditionPlace(
      output: folder.path, organisation: "bryggan", year: "2025", edition: .intern)
  }

  @Test func theFirstEditionIsWrittenWhole() throws {
    let folder = try Folder()
    let output = "\(folder.path)/reports/deep"
    let place = EditionPlace(
      output: output, organisation: "bryggan", year: "2025", edition: .intern)
    try EditionWriter().write(try files(["a.xlsx", "csv/b.csv"], "one"), to: place)
    #expect(folder.read("reports/deep/bryggan/2025/intern/a.xlsx") == "one a.xlsx")
    #expect(folder.read("reports/deep/bryggan/2025/intern/csv/b.csv") == "one csv/b.csv")
    #expect(!folder.all().contains { $0.contains(EditionPlace.hiddenPrefix) })
  }

  @Test(arguments: Way.allCases)
  private func aNewEditionReplacesTheOldAndKeepsTheUsersOwn(way: Way) throws {
    let folder = try Folder()
    let base = "bryggan/2025/intern"
    try way.writer.write(
      try files(["a.xlsx", "csv/b.csv", "csv/gone.csv"], "one"), to: place(folder))
    try folder.write("mine", "\(base)/anteckning.txt")
    try folder.write("mine too", "\(base)/csv/egen.csv")
    try folder.write("picture", "\(base)/bilder/sommar.txt")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/\(base)/lank", withDestinationPath: "anteckning.txt")
    let inode = folder.inode("\(base)/anteckning.txt")

    try way.writer.write(try files(["a.xlsx", "csv/b.csv", "c.html"], "two"), to: place(folder))
    #expect(folder.read("\(base)/a.xlsx") == "two a.xlsx")
    #expect(folder.read("\(base)/csv/b.csv") == "two csv/b.csv")
    #expect(folder.read("\(base)/c.html") == "two c.html")
    #expect(folder.read("\(base)/csv/gone.csv") == nil)
    #expect(folder.read("\(base)/anteckning.txt") == "mine")
    #expect(folder.inode("\(base)/anteckning.txt") == inode)
    #expect(folder.read("\(base)/csv/egen.csv") == "mine too")
    #expect(folder.read("\(base)/bilder/sommar.txt") == "picture")
    #expect(folder.read("\(base)/lank") == "mine")
    #expect(!folder.all().contains { $0.contains(EditionPlace.hiddenPrefix) })
    // A third run finds the same.
    try way.writer.write(try files(["a.xlsx"], "three"), to: place(folder))
    #expect(folder.read("\(base)/anteckning.txt") == "mine")
    #expect(folder.read("\(base)/c.html") == nil)
    #expect(folder.read("\(base)/csv/egen.csv") == "mine too")
  }

  @Test(arguments: Way.allCases)
  private func anOwnFileWithANewNameOfOursIsKept(way: Way) throws {
    let folder = try Folder()
    let base = "bryggan/2025/intern"
    try way.writer.write(try files(["a.xlsx"], "one"), to: place(folder))
    try folder.write("mine", "\(base)/csv/bro.csv")
    try way.writer.write(try files(["a.xlsx", "csv/bro.csv"], "two"), to: place(folder))
    #expect(folder.read("\(base)/csv/bro.csv") == "two csv/bro.csv")
    #expect(folder.read("\(base)/csv/bro.egen.csv") == "mine")
  }

  /// Without a package nobody can say whose a file is: what has our names is ours.
  @Test(arguments: Way.allCases)
  private func anUnreadablePackageKeepsEverythingElse(way: Way) throws {
    let folder = try Folder()
    let base = "bryggan/2025/intern"
    try way.writer.write(try files(["a.xlsx", "old.csv"], "one"), to: place(folder))
    try folder.write("{", "\(base)/bokslut.json")
    try way.writer.write(try files(["a.xlsx"], "two"), to: place(folder))
    #expect(folder.read("\(base)/a.xlsx") == "two a.xlsx")
    #expect(folder.read("\(base)/a.egen.xlsx") == nil)
    #expect(folder.read("\(base)/old.csv") == "one old.csv")
  }

  @Test func leftoversOfAKilledRunAreRemoved() throws {
    let folder = try Folder()
    try folder.write("half", "\(EditionPlace.hiddenPrefix)bryggan-2025-intern-1/csv/a.csv")
    try folder.write("other", ".other/file")
    try EditionWriter().write(try files(["a.xlsx"], "one"), to: place(folder))
    #expect(!folder.all().contains { $0.hasPrefix(EditionPlace.hiddenPrefix) })
    #expect(folder.read(".other/file") == "other")
  }

  @Test func aFailureLeavesTheOldEditionWhole() throws {
    let folder = try Folder()
    let base = "bryggan/2025/intern"
    try EditionWriter().write(try files(["a.xlsx", "b.csv"], "one"), to: place(folder))
    let before = folder.all()
    let failing = EditionWriter { _, _ in EACCES }
    #expect(
      throws: EditionWriteError.cannotWrite(path: place(folder).path, errno: EACCES)
    ) { try failing.write(try files(["a.xlsx"], "two"), to: place(folder)) }
    #expect(folder.all() == before)
    #expect(folder.read("\(base)/a.xlsx") == "one a.xlsx")
  }

  @Test func aRunWaitsForTheOneThatHoldsTheLock() async throws {
    let folder = try Folder()
    let lock = try OutputLock(folder.path)
    let place = place(folder)
    let files = try files(["a.xlsx"], "one")
    let run = Task.detached { try EditionWriter().write(files, to: place) }
    try await Task.sleep(for: .milliseconds(150))
    #expect(folder.read("bryggan/2025/intern/a.xlsx") == nil)
    lock.release()
    try await run.value
    #expect(folder.read("bryggan/2025/intern/a.xlsx") == "one a.xlsx")
  }

  @Test func errorsSayWhereAndGiveTheExitCode() throws {
    let folder = try Folder()
    try folder.write("a file", "taken")
    let files = try files(["a.xlsx"], "one")
    func failure(_ place: EditionPlace, _ files: [OutputFile]) -> EditionWriteError? {
      do throws(EditionWriteError) {
        try EditionWriter().write(files, to: place)
        return nil
      } catch { return error }
    }
    let taken = EditionPlace(
      output: "\(folder.path)/taken", organisation: "b", year: "2025", edition: .intern)
    #expect(
      failure(taken, files) == .cannotWrite(path: "\(folder.path)/taken", errno: ENOTDIR))
    let proc = EditionPlace(
      output: "/proc/none", organisation: "b", year: "2025", edition: .intern)
    guard case .cannotWrite = failure(proc, files) else {
      Issue.record("/proc can be written to")
      return
    }
    for id in ["", "..", "a/b", ".hidden"] {
      let place = EditionPlace(
        output: folder.path, organisation: id, year: "2025", edition: .intern)
      #expect(failure(place, files) == .unsafeName(id))
    }
    let escape = [OutputFile(path: "../a", bytes: [])]
    #expect(failure(place(folder), escape) == .unsafeName("../a"))
  }
}
