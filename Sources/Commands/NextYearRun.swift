// `dualbokslut init DIR --next-year`: the folder carried on to the next fiscal year.

import Bookkeeping
import Diagnostics
import Enterprise
import Exporters
import Foundation
import Importers
import Rulebook

/// Opens the next year in a folder, without losing a byte of what stands there; a second run
/// changes nothing.
struct NextYearRun {
  let folder: String
  let language: Language?

  /// What a missing assumption keeps from a report does not keep the folder from going on.
  private static let allowed: Set<DiagnosticCode> = ["SET061", "SET062"]

  func run() -> ExitStatus {
    let enterprise = EnterpriseReading(folder)
    let printer = DiagnosticPrinter(
      option: language, settings: enterprise.settings?.organisation.language)
    var problems = DiagnosticList()
    for finding in enterprise.diagnostics.all where !Self.allowed.contains(finding.code) {
      problems.report(finding.code, at: finding.location, finding.arguments)
    }
    let step = enterprise.nextYear(diagnostics: &problems)
    let errors = problems.sorted.filter { $0.severity == .error }
    guard let step, errors.isEmpty else {
      printer.print(problems, from: .error)
      let others = errors.filter { $0.code != "INI020" }.count
      if others > 0 { printer.print(Diagnostic("INI021", at: nil, ["count": others])) }
      return ExitStatus(enterprise.state, hasErrors: true)
    }
    let template = NextYearTemplate(step, language: printer.language)
    let name = enterprise.maskedPath
    if step.isOpen {
      print(template.done("open", ["folder": name]), terminator: "")
      return .done
    }
    guard let change = change(enterprise, step, template) else {
      printer.print(Diagnostic("INI022", at: enterprise.settings?.location))
      return .wrongInput
    }
    enterprise.reportChanges(to: &problems)
    guard !problems.hasErrors else {
      printer.print(problems, from: .error)
      return .wrongInput
    }
    do throws(EditionWriteError) { try change.apply(to: enterprise.folder.path) } catch {
      return failed(error, printer)
    }
    tell(step, change, template, name)
    return .done
  }

  /// Everything that changes, in memory; nil when the settings cannot take it.
  private func change(
    _ enterprise: EnterpriseReading, _ step: NextYear, _ template: NextYearTemplate
  ) -> FolderChange? {
    let settingsName = EnterpriseFolder.settingsName
    let path = enterprise.folder.path(of: settingsName)
    guard let bytes = FileManager.default.contents(atPath: path).map(Array.init),
      let lines = SettingsLines(bytes, file: path)
    else { return nil }
    let places = enterprise.places(step, note: template.awaitedName)
    guard let added = lines.adding(additions(step, places, template)),
      opens(step, in: added, path: path, folder: enterprise.folder.path)
    else { return nil }
    var change = FolderChange(settings: OutputFile(path: settingsName, bytes: added))
    for (old, new) in places.texts {
      let text = FileManager.default.contents(atPath: enterprise.folder.path(of: old.name))
      // What nobody has written on is no text of last year's.
      guard text.map(Array.init) != NextYearTemplate.story else { continue }
      change.kept.append((old.name, new.name))
      if old.kind == .story {
        change.files.append(OutputFile(path: old.name, bytes: NextYearTemplate.story))
      }
    }
    change.files.append(
      template.list(
        awaitedIn: places.booksFolder.isEmpty ? "." : places.booksFolder,
        records: enterprise.openRecords(step), kept: change.kept))
    if places.takesNote {
      let place = places.booksFolder.isEmpty ? "" : "\(places.booksFolder)/"
      change.files.append(
        OutputFile(path: "\(place)\(template.awaitedName)", bytes: template.awaited))
    }
    return change
  }

  private func additions(
    _ step: NextYear, _ places: NextYearPlaces, _ template: NextYearTemplate
  ) -> [(place: SettingsLines.Place, lines: [String])] {
    var all: [(place: SettingsLines.Place, lines: [String])] = step.endedValues.map {
      (.value($0.location), template.value($0))
    }
    if let name = places.fileName { all.append((.files, template.file(named: name))) }
    let heading = template.sectionHeading
    if let facts = step.facts {
      all.append((.year(facts.label), template.oldYear(hasYear: true)))
      all.append((.years(heading: heading), template.newYear))
    } else {
      let both = template.oldYear(hasYear: false) + template.newYear
      all.append((.years(heading: heading), both))
    }
    return all
  }

  /// Whether the new settings are sound and know the new year.
  private func opens(
    _ step: NextYear, in bytes: [UInt8], path: String, folder: String
  ) -> Bool {
    let (settings, found) = SettingsReader.read(bytes, file: path, folderName: folder)
    return !found.hasErrors && settings?.facts(ofYear: [step.label]).count == 1
  }

  private func tell(
    _ step: NextYear, _ change: FolderChange, _ template: NextYearTemplate, _ name: String
  ) {
    var text = template.done("title", ["folder": name]) + template.done("settings")
    if !step.endedValues.isEmpty {
      let ids = step.endedValues.map(\.id).joined(separator: ", ")
      text += template.done("ended", ["ids": ids])
    }
    for (old, new) in change.kept { text += template.done("story", ["name": old, "file": new]) }
    text += template.done("register")
    for file in change.files where !change.kept.contains(where: { $0.old == file.path }) {
      text += template.done(
        file.path == template.listName ? "list" : "awaited", ["file": file.path])
    }
    print(text, terminator: "")
  }

  private func failed(_ error: EditionWriteError, _ printer: DiagnosticPrinter) -> ExitStatus {
    let (path, reason, status): (String, String, ExitStatus) =
      switch error {
      case .unsafeName(let name): (name, "", .cannotWrite)
      case .cannotWrite(let path, let number):
        (path, String(cString: strerror(number)), .cannotWrite)
      case .readWrite(let path, let number):
        (path, String(cString: strerror(number)), .readWriteError)
      }
    printer.print(
      Diagnostic(
        "INI023", at: nil,
        ["path": PersonalIdentityNumber.masked(path), "reason": reason]))
    return status
  }
}
