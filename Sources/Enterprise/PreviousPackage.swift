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
  private enum Source {
    /// Nothing is named, or it is not there.
    case none
    /// One package, with where it was named.
    case file(PackageFile, SourceLocation)
    /// The folder that `adopt` fills.
    case folder(AdoptedYears)
  }

  private var source = Source.none

  /// `option` is the path of --previous as the user gave it, which wins over the settings' key,
  /// whose path is relative to the settings file.
  init(
    _ settings: Settings, option: String?, folder: EnterpriseFolder, log: inout InputLog,
    diagnostics: inout DiagnosticList
  ) {
    let key = settings.previousPackage
    let place: SourceLocation
    let path: String
    if let option {
      if let key, folder.path(of: key.value) != option {
        diagnostics.report("CMD100", at: key.location, ["path": option, "key": key.value])
      }
      place = SourceLocation(file: option)
      path = option
    } else if let key {
      place = key.location
      path = folder.path(of: key.value)
      if AdoptedYears.isMeant(by: key.value) || EnterpriseFolder.isFolder(path) {
        source = .folder(
          AdoptedYears(
            key, settings: settings, folder: folder, log: &log, diagnostics: &diagnostics))
        return
      }
    } else {
      return
    }
    guard FileManager.default.fileExists(atPath: path) else {
      diagnostics.report("CMD017", at: place, ["path": path])
      log.isMissing()
      return
    }
    let bytes = log.read(
      path, as: Self.inputName, namedAt: place, diagnostics: &diagnostics)
    guard let bytes else { return }
    let file = PackageFile(bytes, path: path, namedAt: place, settings: settings)
    diagnostics.append(contentsOf: file.findings)
    if !file.findings.hasErrors { source = .file(file, key?.location ?? settings.location) }
  }

  /// What packages call it among their inputs.
  static let inputName = "föregående/bokslut.json"

  /// The package that opens a year: it ends the day before, as an opening value must.
  func opening(
    of year: FiscalYear, diagnostics: inout DiagnosticList
  ) -> OpeningPackage? {
    switch source {
    case .none: return nil
    case .folder(let years): return years.opening(of: year, diagnostics: &diagnostics)
    case .file(let file, let place):
      guard let package = file.package else { return nil }
      guard package.year.end.adding(days: 1) == year.start else {
        diagnostics.report(
          "CMD023", at: place, ["end": package.year.end, "start": year.start])
        return nil
      }
      return OpeningPackage(package: package, input: nil)
    }
  }
}

/// A package that opens a year.
struct OpeningPackage {
  let package: BokslutPackage
  /// Its digest, when it is not among the inputs already.
  let input: FileDigest?

  /// What the package expected at its balance date; nil when it holds no social balance, which is
  /// not the same as expecting nothing.
  var adopted: AdoptedClosing? {
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
  var filed: FiledYear {
    FiledYear(
      label: package.yearLabel,
      values: Dictionary(
        package.figures.compactMap { figure in
          FigureIDText.id(figure.id).flatMap { id in figure.value.map { (id, $0) } }
        }, uniquingKeysWith: { first, _ in first }))
  }
}

extension BokslutPackage {
  /// Whether the year's headline is in it, which a partial report lacks.
  var statesNetOfSociety: Bool {
    figures.contains { FigureIDText.id($0.id) == .net(.net, .society) }
  }
}
