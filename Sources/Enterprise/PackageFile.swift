// One bokslut.json as read and judged: whose it is, which edition, and whether it agrees with
// itself.

import Bookkeeping
import Diagnostics
import Foundation
import Importers
import Interchange
import Outcomes
import Rulebook

/// A package in a file.
struct PackageFile {
  /// Where it lies, as the user knows it.
  let path: String
  /// What it holds; nil when it is no package.
  let package: BokslutPackage?
  /// Everything that is wrong or doubtful in it; with an error among it it is not to be used.
  private(set) var findings = DiagnosticList()

  /// Reads a package of the internal edition; `place` is where it was named.
  init(_ bytes: FileBytes, path: String, namedAt place: SourceLocation, settings: Settings) {
    let data = bytes.withUnsafeBytes { Data($0) }
    self.path = path
    package = Self.read(data, path, &findings)
    guard let package else { return }
    if package.edition == .publik {
      findings.report("CMD021", at: place, ["path": path])
    } else if !Self.reportStranger(package, path, at: place, settings, &findings) {
      if package.preliminary != nil { findings.report("CMD024", at: place, ["path": path]) }
      Self.review(package, data, path, settings, &findings)
    }
  }

  /// The package of a file; nil, with the cause and its place reported, when it is none.
  static func read(
    _ data: Data, _ path: String, _ findings: inout DiagnosticList
  ) -> BokslutPackage? {
    do throws(PackageError) {
      return try BokslutPackage(bytes: data)
    } catch {
      let places = JSONPlaces(data)
      func location(_ place: JSONPlaces.Place?) -> SourceLocation {
        SourceLocation(file: path, line: place?.line, column: place?.column)
      }
      switch error {
      case .notJSON:
        findings.report("CMD020", at: location(places.fault), ["path": path])
      case .unknownSchema:
        findings.report("CMD020", at: location(places.place(of: "schema")), ["path": path])
      case .invalid(let member):
        findings.report("CMD040", at: location(places.place(of: member)), ["member": member])
      }
      return nil
    }
  }

  /// Tells when a package is another enterprise's: by the organisation number, and by the id only
  /// where one of the two has no number.
  static func reportStranger(
    _ package: BokslutPackage, _ path: String, at place: SourceLocation, _ settings: Settings,
    _ findings: inout DiagnosticList
  ) -> Bool {
    if let number = WhoseBooks.tenDigits(package.organisation.number),
      let own = WhoseBooks.tenDigits(settings.organisation.number)
    {
      guard number != own else { return false }
      findings.report("CMD041", at: place, ["path": path])
    } else {
      guard package.organisation.id != settings.organisation.id else { return false }
      findings.report("CMD022", at: place, ["path": path, "id": package.organisation.id])
    }
    return true
  }

  /// Every contradiction of a package is a finding at its place in the file.
  static func review(
    _ package: BokslutPackage, _ data: Data, _ path: String, _ settings: Settings,
    _ findings: inout DiagnosticList
  ) {
    let own = settings.actors.map(\.id)
    let review = PackageReview(package, actors: Set(ActorID.builtIn + own))
    guard !review.faults.isEmpty else { return }
    let places = JSONPlaces(data)
    for fault in review.faults {
      let place = places.place(of: fault.member)
      findings.report(
        fault.code, at: SourceLocation(file: path, line: place.line, column: place.column),
        fault.facts)
    }
  }
}
