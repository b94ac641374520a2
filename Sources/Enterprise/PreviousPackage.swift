// Last year's adopted package: the opening value of the social balance.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Foundation
import Importers
import Interchange
import Outcomes
import Rulebook

/// Reads what `föregående` or --previous points at.
struct PreviousPackage {
  /// The package; nil when none is named or it cannot be used.
  private(set) var package: BokslutPackage?

  /// `option` is the path of --previous as the user gave it, which wins over the settings' key,
  /// whose path is relative to the settings file.
  init(
    _ settings: Settings, option: String?, folder: EnterpriseFolder, log: inout InputLog,
    diagnostics: inout DiagnosticList
  ) {
    let place: SourceLocation
    let path: String
    if let option {
      place = SourceLocation(file: option)
      path = option
    } else if let key = settings.previousPackage {
      place = key.location
      path = folder.path(of: key.value)
    } else {
      return
    }
    guard FileManager.default.fileExists(atPath: path) else {
      diagnostics.report("CMD017", at: place, ["path": path])
      log.isMissing()
      return
    }
    let bytes = log.read(
      path, as: "föregående/bokslut.json", namedAt: place, diagnostics: &diagnostics)
    guard let bytes else { return }
    let data = bytes.withUnsafeBytes { Data($0) }
    do throws(PackageError) {
      let found = try BokslutPackage(bytes: data)
      if found.edition == .publik {
        diagnostics.report("CMD021", at: place, ["path": path])
      } else if found.organisation.id != settings.organisation.id {
        diagnostics.report("CMD022", at: place, ["path": path, "id": found.organisation.id])
      } else if let number = WhoseBooks.tenDigits(found.organisation.number),
        let own = WhoseBooks.tenDigits(settings.organisation.number), number != own
      {
        diagnostics.report("CMD041", at: place, ["path": path])
      } else {
        if found.preliminary != nil { diagnostics.report("CMD024", at: place, ["path": path]) }
        package = Self.reviewed(found, data, path, settings, &diagnostics)
      }
    } catch {
      let places = JSONPlaces(data)
      func location(_ place: JSONPlaces.Place?) -> SourceLocation {
        SourceLocation(file: path, line: place?.line, column: place?.column)
      }
      switch error {
      case .notJSON:
        diagnostics.report("CMD020", at: location(places.fault), ["path": path])
      case .unknownSchema:
        diagnostics.report("CMD020", at: location(places.place(of: "schema")), ["path": path])
      case .invalid(let member):
        diagnostics.report("CMD040", at: location(places.place(of: member)), ["member": member])
      }
    }
  }

  /// The package when nothing of it contradicts the rest; else every fault is a finding at its
  /// place in the file.
  private static func reviewed(
    _ package: BokslutPackage, _ data: Data, _ path: String, _ settings: Settings,
    _ diagnostics: inout DiagnosticList
  ) -> BokslutPackage? {
    let own = settings.actors.map(\.id)
    let review = PackageReview(package, actors: Set(ActorID.builtIn + own))
    guard !review.faults.isEmpty else { return package }
    let places = JSONPlaces(data)
    for fault in review.faults {
      let place = places.place(of: fault.member)
      diagnostics.report(
        fault.code, at: SourceLocation(file: path, line: place.line, column: place.column),
        fault.facts)
    }
    return nil
  }

  /// Whether the package is there and ends the day before the year, as an opening value must.
  func precedes(
    _ year: FiscalYear, settings: Settings, diagnostics: inout DiagnosticList
  ) -> Bool {
    guard let package else { return false }
    guard package.year.end.adding(days: 1) == year.start else {
      diagnostics.report(
        "CMD023", at: settings.previousPackage?.location ?? settings.location,
        ["end": package.year.end, "start": year.start])
      return false
    }
    return true
  }

  /// What the package expected at its balance date; nil when it holds no social balance, which is
  /// not the same as expecting nothing.
  var adopted: AdoptedClosing? {
    guard let package else { return nil }
    var balances: [ActorID: Amount] = [:]
    var isThere = false
    for figure in package.figures {
      guard case .socialBalance(.closing, let subject)? = FigureIDText.id(figure.id) else {
        continue
      }
      isThere = true
      guard case .actor(let actor) = subject, let text = figure.value,
        let ore = ScaledText.parse(text, decimals: 2)
      else { continue }
      balances[actor] = Amount(ore: ore)
    }
    guard isThere else { return nil }
    let assumptions = package.assumptions
    return AdoptedClosing(
      balanceDate: package.year.end, balances: balances,
      assumptions: ProjectionAssumptions { assumptions[$0] })
  }

  /// The figures that the package states, for the comparison with the year before.
  var filed: FiledYear? {
    package.map { package in
      FiledYear(
        label: package.yearLabel,
        values: Dictionary(
          package.figures.compactMap { figure in
            FigureIDText.id(figure.id).flatMap { id in figure.value.map { (id, $0) } }
          }, uniquingKeysWith: { first, _ in first }))
    }
  }
}
