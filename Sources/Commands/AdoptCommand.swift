// `dualbokslut adopt DIR`: what the meeting has adopted is kept in the enterprise's folder, and
// next year opens with it.

import ArgumentParser
import Diagnostics
import Enterprise
import Exporters
import Foundation
import Importers
import Interchange
import Rulebook

/// Copies a year's report, read-only, to DIR/antagna/<year> and names it in the settings.
struct AdoptCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration(discussed: "adopt") }

  @Argument(help: .text("folder"), completion: .directory)
  var folder: String

  @Option(parsing: .unconditional, help: .text("year"))
  var year: String?

  @Option(help: .text("adopt.output"), completion: .directory)
  var output = "reports"

  @Flag(help: .text("adopt.force"))
  var force = false

  @OptionGroup var options: LanguageOption

  mutating func run() throws {
    var enterprise = EnterpriseReading(accountsOf: folder)
    var diagnostics = enterprise.diagnostics
    let printer = DiagnosticPrinter(
      option: options.language, settings: enterprise.settings?.organisation.language)
    guard let settings = enterprise.settings, !diagnostics.hasErrors,
      let year = enterprise.yearLabel(year, diagnostics: &diagnostics), !diagnostics.hasErrors
    else {
      printer.print(diagnostics, from: .error)
      return try ExitStatus(enterprise.state, hasErrors: true).exit()
    }
    let enterpriseFolder = enterprise.folder.path
    let report = ReportToAdopt(
      settings, folder: enterpriseFolder, year: year, output: output, isForced: force)
    // What is odd in the books was told with the report that was made of them.
    diagnostics = report.findings
    var status = ExitStatus(report.state, hasErrors: diagnostics.hasErrors)
    let editions = report.editions.map { written in
      AdoptedEdition(
        written.edition, year: year,
        files: written.files.map { OutputFile(path: $0.path, bytes: $0.bytes) },
        enterprise: enterpriseFolder)
    }
    for edition in editions where edition.standing == .other && !force {
      diagnostics.report("CMD053", at: nil, ["path": edition.place.path])
      status = status.combined(with: .cannotWrite)
    }
    let published = editions.first { $0.place.edition == .publik }.map { edition in
      "\(AdoptedEdition.folderName)/\(year)/\(edition.place.edition.rawValue)/"
        + EditionExporter.packageName
    }
    let edit = settingsEdit(
      enterprise, published: published, diagnostics: &diagnostics, status: &status)
    enterprise.reportChanges(to: &diagnostics)
    printer.print(diagnostics, from: .warning)
    guard let edit, !diagnostics.hasErrors else {
      return try status.combined(with: .wrongInput).exit()
    }
    let new = editions.filter { $0.standing != .same }
    do throws(EditionWriteError) {
      for edition in new { try edition.write() }
      if edit.isChanged { try FileReplacement.replace(edit.path, with: edit.bytes) }
    } catch {
      let (finding, status) = error.finding(output: enterpriseFolder)
      printer.print(finding)
      return try status.exit()
    }
    tell(new, year: year, setsKey: edit.isChanged, enterprise, in: printer.language)
  }

  /// The settings file with what is to stand in it; nil, with the cause reported, when it cannot.
  private func settingsEdit(
    _ enterprise: EnterpriseReading, published: String?, diagnostics: inout DiagnosticList,
    status: inout ExitStatus
  ) -> (path: String, bytes: [UInt8], isChanged: Bool)? {
    guard let (path, bytes) = enterprise.settingsFile() else {
      let name = SourceLocation(file: "\(enterprise.folder.path)/\(EnterpriseReading.settingsName)")
      diagnostics.report("CMD002", at: name, ["file": EnterpriseReading.settingsName])
      status = status.combined(with: .missingInput)
      return nil
    }
    let outcome = SettingsEdit.adopting(
      bytes, file: path, folder: AdoptedEdition.folderName, published: published,
      replaces: force)
    switch outcome {
    case .edited(let edited): return (path, edited, edited != bytes)
    case .occupied(let value, let place):
      diagnostics.report("CMD102", at: place, ["value": value])
    case .byHand(let line):
      diagnostics.report("CMD103", at: SourceLocation(file: path), ["line": line])
    }
    status = status.combined(with: .wrongInput)
    return nil
  }

  private func tell(
    _ editions: [AdoptedEdition], year: String, setsKey: Bool, _ enterprise: EnterpriseReading,
    in language: Language
  ) {
    let folder = enterprise.maskedPath
    if editions.isEmpty, !setsKey {
      print(
        language == .swedish
          ? "\(folder) \(year) är redan sparat; ingenting ändrades."
          : "\(folder) \(year) is kept already; nothing was changed.")
    }
    for edition in editions {
      print("\(folder) \(year) -> \(PersonalIdentityNumber.masked(edition.place.path))")
    }
    if setsKey {
      print("\(EnterpriseReading.settingsName): föregående: \(AdoptedEdition.folderName)")
    }
  }
}
