// The folder that `adopt` fills: a folder a year, and in it the editions that were adopted.

import Bookkeeping
import Diagnostics
import Foundation
import Importers
import Interchange
import Rulebook

/// The adopted years of an enterprise, each read and judged; which one opens a year is asked when
/// the year is known.
struct AdoptedYears {
  /// The folder's name, inside the enterprise's.
  static let folderName = "antagna"

  private struct Entry {
    /// The folder's name.
    let label: String
    let file: PackageFile
    let digest: FileDigest?
    /// Whether the folder is named as the package's year is.
    let isNamedRight: Bool
  }

  private var entries: [Entry] = []

  /// Whether a value of `föregående` means the folder of adopted years, which need not be there.
  static func isMeant(by value: String) -> Bool {
    var text = Substring(value)
    while text.hasPrefix("./") { text = text.dropFirst(2) }
    while text.hasSuffix("/") { text = text.dropLast() }
    return text == folderName
  }

  /// Reads every year's internal package. What lies there and is none is told.
  init(
    _ key: Located<String>, settings: Settings, folder: EnterpriseFolder, log: inout InputLog,
    diagnostics: inout DiagnosticList
  ) {
    let listed = log.list(namedAt: key.location, diagnostics: &diagnostics) {
      () throws(FolderListingError) in try folder.names(in: key.value)
    }
    for name in listed ?? [] where !name.hasPrefix(".") {
      let path = folder.path(of: "\(key.value)/\(name)/intern/bokslut.json")
      guard FileManager.default.fileExists(atPath: path) else {
        diagnostics.report("CMD055", at: key.location, ["name": name, "folder": key.value])
        continue
      }
      // Only the package that opens the year is an input of its report.
      var own = InputLog()
      let bytes = own.read(
        path, as: PreviousPackage.inputName, namedAt: key.location, diagnostics: &diagnostics)
      log.join(own)
      guard let bytes else { continue }
      let place = SourceLocation(file: path)
      let file = PackageFile(bytes, path: path, namedAt: place, settings: settings)
      let isNamedRight = file.package.map { $0.yearLabel == name } ?? true
      entries.append(
        Entry(label: name, file: file, digest: own.digests.first, isNamedRight: isNamedRight))
    }
  }

  /// The package of the year before; none there is no error. What is wrong in the one that is asked
  /// for is an error, in another a warning.
  func opening(
    of year: FiscalYear, diagnostics: inout DiagnosticList
  ) -> OpeningPackage? {
    let end = year.start.adding(days: -1)
    let before = FiscalYear(period: DateRange(end))
    let labels = [before.label(), before.label(amongSeveral: true)]
    var found: OpeningPackage?
    var isBroken = false
    for entry in entries {
      var findings = entry.file.findings
      if !entry.isNamedRight, let package = entry.file.package {
        findings.report(
          "CMD058", at: SourceLocation(file: entry.file.path),
          ["folder": entry.label, "year": package.yearLabel])
      }
      let isNext = entry.file.package?.year.end == end
      if isNext || (labels.contains(entry.label) && findings.hasErrors) {
        diagnostics.append(contentsOf: findings)
        isBroken = isBroken || findings.hasErrors
        if !findings.hasErrors, let package = entry.file.package {
          found = OpeningPackage(package: package, input: entry.digest)
        }
      } else if let fault = findings.sorted.first(where: { $0.severity == .error }) {
        diagnostics.report(
          "CMD057", at: fault.location,
          [
            "folder": entry.label,
            "finding": DiagnosticArgument.finding(fault.code, fault.arguments),
          ])
      }
    }
    if found == nil, !isBroken { reportGap(before: year, to: &diagnostics) }
    return found
  }

  /// Tells that years were adopted, and not the one before.
  private func reportGap(before year: FiscalYear, to diagnostics: inout DiagnosticList) {
    let earlier = entries.filter { entry in
      !entry.file.findings.hasErrors && entry.file.package.map { $0.year.end < year.start } == true
    }
    guard let latest = earlier.max(by: { $0.label < $1.label }) else { return }
    diagnostics.report(
      "CMD059", at: SourceLocation(file: latest.file.path),
      ["start": year.start, "earlier": latest.label])
  }
}
