// A year's report as `report` wrote it, judged before it is adopted: whole, the enterprise's own,
// and in agreement with itself.

import Diagnostics
import Foundation
import Importers
import Interchange
import Rulebook

extension EnterpriseReading {
  /// The label of the year that a command means; nil, with the cause reported, when there is none.
  /// A label is taken as it is: the report of a year may be there when its books are not.
  package mutating func yearLabel(
    _ wanted: String?, diagnostics: inout DiagnosticList
  ) -> String? {
    if let wanted, wanted.wholeMatch(of: /\d{4}(-\d{2})?/) != nil { return wanted }
    readBooks()
    diagnostics = self.diagnostics
    guard let settings, let books,
      let chosen = books.choose(wanted, settings: settings, diagnostics: &diagnostics)
    else { return nil }
    return books.label(of: chosen.year)
  }

  /// The settings file as it was when it was read; nil when there is none.
  package func settingsFile() -> (path: String, bytes: [UInt8])? {
    let path = folder.path(of: EnterpriseFolder.settingsName)
    return FileManager.default.contents(atPath: path).map { (path, Array($0)) }
  }
}

/// The editions of a year's report that are there.
package struct ReportToAdopt {
  /// An edition with every file that it wrote, the package last.
  package struct Written {
    /// The edition.
    package let edition: Edition
    /// Path inside the edition's folder, and contents.
    package let files: [(path: String, bytes: [UInt8])]
  }

  /// The editions; only to be used when nothing found is an error.
  package private(set) var editions: [Written] = []
  /// Everything that speaks against adopting them.
  package private(set) var findings = DiagnosticList()
  /// Whether there is no report of the year, or not all of it can be read.
  package private(set) var state = InputState.whole

  private static let packageName = "bokslut.json"

  /// Reads the report of a year under OUTPUT.
  ///
  /// - Parameter isForced: a preliminary report may be adopted.
  package init(
    _ settings: Settings, folder: String, year: String, output: String, isForced: Bool
  ) {
    let parent = "\(output)/\(settings.organisation.id)/\(year)"
    for edition in [Edition.intern, .publik] {
      let path = "\(parent)/\(edition.rawValue)"
      guard FileManager.default.fileExists(atPath: "\(path)/\(Self.packageName)") else {
        // The public edition may be absent; a folder without its package is no edition.
        if edition == .intern || EnterpriseFolder.isFolder(path) {
          findings.report(
            "CMD052", at: nil,
            ["path": path, "year": year, "folder": folder, "output": output])
          state = max(state, .missing)
        }
        continue
      }
      read(edition, at: path, settings, year: year, isForced: isForced)
    }
  }

  private mutating func read(
    _ edition: Edition, at path: String, _ settings: Settings, year: String, isForced: Bool
  ) {
    let file = "\(path)/\(Self.packageName)"
    let place = SourceLocation(file: file)
    guard let bytes = bytes(of: Self.packageName, in: path) else {
      findings.report("CMD054", at: place, ["name": Self.packageName])
      return
    }
    let data = Data(bytes)
    guard let package = PackageFile.read(data, file, &findings) else { return }
    if package.edition != edition {
      findings.report(
        "CMD104", at: place,
        ["folder": edition.rawValue, "edition": package.edition.rawValue])
      return
    }
    guard !PackageFile.reportStranger(package, file, at: place, settings, &findings) else {
      return
    }
    if package.yearLabel != year {
      findings.report("CMD058", at: place, ["folder": year, "year": package.yearLabel])
    }
    if package.preliminary != nil, !isForced {
      findings.report("CMD101", at: place, ["year": year])
    }
    if edition == .intern {
      PackageFile.review(package, data, file, settings, &findings)
      if !package.statesNetOfSociety {
        findings.report("CMD056", at: place, ["year": year])
      }
    }
    editions.append(
      Written(
        edition: edition,
        files: siblings(of: package, in: path) + [(Self.packageName, bytes)]))
  }

  /// The files that a package names, each with the contents that it was written with.
  private mutating func siblings(
    of package: BokslutPackage, in folder: String
  ) -> [(path: String, bytes: [UInt8])] {
    package.files.compactMap { file in
      let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
      let isInside = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
      guard isInside, let bytes = bytes(of: file.path, in: folder),
        (try? ContentDigest.of(file.path, bytes)) == file
      else {
        findings.report(
          "CMD054", at: SourceLocation(file: "\(folder)/\(Self.packageName)"),
          ["name": file.path])
        return nil
      }
      return (file.path, bytes)
    }
  }

  private mutating func bytes(of name: String, in folder: String) -> [UInt8]? {
    do throws(FileReadingError) {
      return try FileBytes(path: "\(folder)/\(name)", mapsLarge: false).array
    } catch {
      if case .unreadable = error { state = max(state, .unreadable) }
      return nil
    }
  }
}
