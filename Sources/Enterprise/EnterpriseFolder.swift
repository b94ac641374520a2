// An enterprise's folder: where its files lie and what they are called to the user.

import Diagnostics
import Foundation
import Rulebook

/// Why a folder cannot be listed.
struct FolderListingError: Error, Hashable {
  /// The folder as the user knows it.
  let path: String
  /// The system's number of the reason.
  let number: Int32
}

extension InputLog {
  /// What the folder lists; a finding, a state and nil where it cannot be listed.
  mutating func list(
    namedAt place: SourceLocation?, diagnostics: inout DiagnosticList,
    _ names: () throws(FolderListingError) -> [String]
  ) -> [String]? {
    do throws(FolderListingError) {
      return try names()
    } catch {
      diagnostics.report(
        "CMD049", at: place,
        ["path": error.path, "reason": String(cString: strerror(error.number))])
      isUnlisted(error.number == ENOTDIR ? .wrong : .unreadable)
      return nil
    }
  }
}

/// A folder as interfaces.md describes it.
package struct EnterpriseFolder {
  /// The settings file's name.
  package static let settingsName = "dualbokslut.yaml"

  /// The path as the user gave it, without a slash at the end.
  package let path: String

  init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The folder's own name, the default id of the organisation.
  var name: String {
    let standard = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    return standard.isEmpty ? path : standard
  }

  /// A path inside the folder, as the user knows it; an absolute one stays as it is.
  package func path(of relative: String) -> String {
    if relative.hasPrefix("/") { return relative }
    return path == "." ? relative : "\(path)/\(relative)"
  }

  /// Whether the folder exists.
  var exists: Bool { Self.isFolder(path) }

  /// Whether a path is a folder.
  package static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  /// Names in a folder inside this one, in order; empty when there is no such folder, which is not
  /// the same as one that cannot be listed.
  func names(in relative: String) throws(FolderListingError) -> [String] {
    let folder = relative.isEmpty ? path : path(of: relative)
    guard let open = opendir(folder) else {
      let number = errno
      if number == ENOENT { return [] }
      throw FolderListingError(path: folder, number: number)
    }
    closedir(open)
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw FolderListingError(path: folder, number: EIO)
    }
  }

  /// The files that a pattern such as `bokforing/*.se` names, relative to the folder, in order.
  /// `*` and `?` stand for characters of the last part; upper and lower case are the same, since
  /// programs write both `.se` and `.SE`.
  func files(matching pattern: String) throws(FolderListingError) -> [String] {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let last = parts.last else { return [] }
    let folder = parts.dropLast().joined(separator: "/")
    guard last.contains("*") || last.contains("?") else {
      return FileManager.default.fileExists(atPath: path(of: pattern)) ? [pattern] : []
    }
    let isNamed = Self.matcher(of: last)
    return try names(in: folder).filter { !$0.hasPrefix(".") && isNamed($0) }
      .map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
  }

  /// Whether the last part of a pattern names a file.
  static func matcher(of last: String) -> (String) -> Bool {
    // fnmatch counts bytes and knows more signs than * and ?, so every letter becomes one byte that
    // is no sign: each of the pattern's its own, all others the same.
    let wanted = Array(last.lowercased())
    let codes = Dictionary(
      uniqueKeysWithValues: zip(Set(wanted).subtracting(["*", "?"]), CChar.min ... -1))
    func bytes(_ text: some Collection<Character>) -> [CChar] {
      text.map { codes[$0] ?? ($0 == "*" ? 0x2A : $0 == "?" ? 0x3F : 1) } + [0]
    }
    let pattern = bytes(wanted)
    return { fnmatch(pattern, bytes($0.lowercased()), FNM_NOESCAPE) == 0 }
  }
}

extension EnterpriseFolder {
  /// The files that are there where `bokföring` names none: those where it looks, else the SIE
  /// files of the enterprise's folder and of the folders in it, as deep as a year's own folder in
  /// that of the books.
  func files(insteadOf named: String) throws(FolderListingError) -> [String] {
    let place = named.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let there = try files(in: place).filter { $0 != Self.settingsName && !Self.isOwnNote($0) }
    return try there.isEmpty ? booksBelow("", levels: 3) : there
  }

  /// Whether a file is a note that `init` left beside the books: what to put there, or what is
  /// awaited.
  private static func isOwnNote(_ path: String) -> Bool {
    let name = NameMatching.folded(path.split(separator: "/").last ?? "")
    return name == "lasmig.txt" || name.hasPrefix("invantar ") && name.hasSuffix(".txt")
  }

  /// The SIE files of a folder inside this one and of the folders in it.
  private func booksBelow(_ folder: String, levels: Int) throws(FolderListingError) -> [String] {
    var found = try files(in: folder).filter { name in
      let name = name.lowercased()
      return [".se", ".si", ".sie"].contains { name.hasSuffix($0) }
    }
    guard levels > 0 else { return found }
    for name in try names(in: folder) where !name.hasPrefix(".") {
      let inner = folder.isEmpty ? name : "\(folder)/\(name)"
      // The second bokslut of adopted years is SIE too, and no books.
      if inner == AdoptedYears.folderName { continue }
      if Self.isFolder(path(of: inner)) { found += try booksBelow(inner, levels: levels - 1) }
    }
    return found
  }

  /// The files of a folder inside this one, hidden ones left out, by their paths from here.
  private func files(in folder: String) throws(FolderListingError) -> [String] {
    try names(in: folder).map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
      .filter { name in
        !name.split(separator: "/").contains { $0.hasPrefix(".") }
          && !Self.isFolder(path(of: name))
      }
  }
}
