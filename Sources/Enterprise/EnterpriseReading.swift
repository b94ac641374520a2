// Everything that an enterprise's folder says, read at once with every problem.

import Diagnostics
import Importers
import Interchange
import Outcomes
import Rulebook

/// An enterprise as read: settings, books, register, and what was found.
package struct EnterpriseReading {
  /// Where it lies.
  package let folder: EnterpriseFolder
  /// What `dualbokslut.yaml` says; nil when it cannot be used.
  package private(set) var settings: Settings?
  private(set) var books: BooksReading?
  /// The outcome register; nil when the settings name none or it cannot be had.
  package private(set) var register: OutcomeRegister?
  /// Whether the register has errors of its own: what could be read of it is not all of it.
  private(set) var isRegisterFaulty = false
  private(set) var previous: PreviousPackage?
  /// Everything found on the way.
  package private(set) var diagnostics = DiagnosticList()
  private var log = InputLog()

  private static let storyName = "berattelse.md"

  /// Digests of the files that were read.
  package var inputs: [FileDigest] { log.digests }

  /// How the reading went; never `whole` where there is an error.
  package var state: InputState {
    diagnostics.hasErrors ? max(log.state, .wrong) : log.state
  }

  /// Reads a folder; nothing stops at the first problem. `previous` is the path of last year's
  /// package where the user gives one.
  package init(_ path: String, previous: String? = nil) {
    self.init(settingsOf: path)
    readRest(previous: previous)
  }

  /// Reads what is small, settings and the board's words: enough to tell who the enterprise is.
  package init(settingsOf path: String) {
    folder = EnterpriseFolder(path)
    guard folder.exists else {
      diagnostics.report("CMD001", at: nil, ["path": path])
      log.isMissing()
      return
    }
    let settingsPath = folder.path(of: EnterpriseFolder.settingsName)
    let place = SourceLocation(file: settingsPath)
    let listed = log.list(namedAt: place, diagnostics: &diagnostics) {
      () throws(FolderListingError) in try folder.names(in: "")
    }
    guard let names = listed else { return }
    guard names.contains(EnterpriseFolder.settingsName) else {
      diagnostics.report("CMD002", at: place, ["file": EnterpriseFolder.settingsName])
      log.isMissing()
      return
    }
    let bytes = log.read(
      EnterpriseFolder.settingsName, in: folder, namedAt: place, diagnostics: &diagnostics)
    guard let bytes else { return }
    let (settings, found) = SettingsReader.read(
      bytes.array, file: settingsPath, folderName: folder.name)
    diagnostics.append(contentsOf: found)
    if names.contains(Self.storyName) { readStory() }
    self.settings = settings
  }

  /// Reads books, register and last year's package, once, after the settings.
  package mutating func readRest(previous: String? = nil) {
    guard var settings else {
      // Where the settings say nothing that can be read, their faults hide no others.
      let usual = UsualPlaces(folder)
      diagnostics.append(contentsOf: usual.diagnostics)
      return
    }
    let books = BooksReading(settings, folder: folder, log: &log, diagnostics: &diagnostics)
    self.books = books
    settings.organisation.form = books.form
    if settings.organisation.name.isEmpty {
      settings.organisation.name = books.name ?? settings.organisation.id
    }
    self.settings = settings
    var found = DiagnosticList()
    register = RegisterReading.read(settings, folder: folder, log: &log, diagnostics: &found)
    isRegisterFaulty = found.hasErrors
    diagnostics.append(contentsOf: found)
    diagnostics.append(
      contentsOf: SettingsForRegister.diagnostics(settings, register: register))
    self.previous = PreviousPackage(
      settings, option: previous, folder: folder, log: &log, diagnostics: &diagnostics)
  }

  /// The board's own words may hold no identity number either.
  private mutating func readStory() {
    let name = Self.storyName
    let path = folder.path(of: name)
    let bytes = log.read(
      name, in: folder, namedAt: SourceLocation(file: path), diagnostics: &diagnostics)
    guard let bytes else { return }
    let (text, found) = StoryText.read(bytes.array, file: path)
    diagnostics.append(contentsOf: found)
    guard let text else { return }
    diagnostics.append(contentsOf: IdentityNumberSearch.diagnostics(in: text, file: path))
    diagnostics.append(contentsOf: StoryPrompts.diagnostics(in: text, file: path))
  }
}

extension EnterpriseReading {
  /// The folder as it may be printed and logged: somebody may have named it after a person.
  package var maskedPath: String { PersonalIdentityNumber.masked(folder.path) }

  /// Whether another program has written to a file since it was opened: what was read may be part
  /// old and part new, and texts of vouchers in a large SIE file are read from it until the last
  /// file of a report is made. Each such file is an error (SIE008).
  package func reportChanges(to diagnostics: inout DiagnosticList) {
    let known = Set(diagnostics.all.filter { $0.code == "SIE008" }.map(\.location))
    let mapped = (books?.all ?? []).filter { $0.bytes.hasChanged }.map(\.path)
    let watched = log.watches.filter(\.watch.hasChanged).map(\.path)
    for path in Set(mapped + watched).sorted() {
      let place = SourceLocation(file: path)
      if !known.contains(place) { diagnostics.report("SIE008", at: place) }
    }
  }
}
