// The edition folder that is there already, and whose files in it are whose.

import Foundation
import Interchange

/// An edition folder before the new one takes its place.
struct OldEdition {
  private let folder: String
  /// The paths that its bokslut.json names, itself among them; none when it cannot be read.
  let named: Set<String>
  /// Whether its bokslut.json could be read.
  private let isKnown: Bool

  /// Reads the folder's bokslut.json.
  init(at folder: String) throws(EditionWriteError) {
    self.folder = folder
    let path = "\(folder)/\(EditionExporter.packageName)"
    guard let data = FileManager.default.contents(atPath: path),
      let package = try? BokslutPackage(bytes: data)
    else {
      named = [EditionExporter.packageName]
      isKnown = false
      return
    }
    named = Set(package.files.map(\.path) + [EditionExporter.packageName])
    isKnown = true
  }

  /// Links the user's own files into the new folder. One that has the name of a new file of ours is
  /// kept under another name, unless the old package is unreadable and cannot say whose it was.
  func linkOwnFiles(into new: String) throws(EditionWriteError) {
    try linkOwnFiles(of: "", into: new)
  }

  private func linkOwnFiles(
    of subfolder: String, into new: String
  ) throws(EditionWriteError) {
    for name in try FileSystem.names(in: "\(folder)/\(subfolder)") {
      let path = subfolder.isEmpty ? name : "\(subfolder)/\(name)"
      if named.contains(path) { continue }
      if FileSystem.kind("\(folder)/\(path)") == S_IFDIR {
        if !FileSystem.exists("\(new)/\(path)") {
          // A folder of ours that has become empty is not the user's own.
          guard try hasOwnFiles(path) else { continue }
          try FileSystem.makeFolder("\(new)/\(path)")
        }
        if FileSystem.isFolder("\(new)/\(path)") { try linkOwnFiles(of: path, into: new) }
      } else if !FileSystem.exists("\(new)/\(path)") {
        try FileSystem.link("\(folder)/\(path)", to: "\(new)/\(path)")
      } else if isKnown {
        try FileSystem.link("\(folder)/\(path)", to: freeName(for: path, in: new))
      }
    }
  }

  /// Whether a folder holds anything that the package does not name; an empty one that the user
  /// made counts.
  private func hasOwnFiles(_ subfolder: String) throws(EditionWriteError) -> Bool {
    if named.contains(where: { $0.hasPrefix("\(subfolder)/") }) {
      for name in try FileSystem.names(in: "\(folder)/\(subfolder)")
      where !named.contains("\(subfolder)/\(name)") { return true }
      return false
    }
    return true
  }

  /// Before a new file takes a path in place: the user's own file there gets another name.
  func setAside(_ path: String) throws(EditionWriteError) {
    let full = "\(folder)/\(path)"
    guard isKnown, !named.contains(path), FileSystem.exists(full) else { return }
    try FileSystem.move(full, to: freeName(for: path, in: folder))
  }

  /// `netto.csv` becomes `netto.egen.csv`, `netto.egen-2.csv` ...
  private func freeName(for path: String, in target: String) -> String {
    let dot = path.lastIndex(of: ".") ?? path.endIndex
    var mark = ".egen"
    var number = 1
    while FileSystem.exists("\(target)/\(path[..<dot])\(mark)\(path[dot...])")
      || FileSystem.exists("\(folder)/\(path[..<dot])\(mark)\(path[dot...])")
    {
      number += 1
      mark = ".egen-\(number)"
    }
    return "\(target)/\(path[..<dot])\(mark)\(path[dot...])"
  }
}
