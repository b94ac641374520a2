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
  /// The board's own words that are there, of every year.
  package private(set) var stories: [StoryFile] = []
  /// Everything found on the way.
  package private(set) var diagnostics = DiagnosticList()
  private var log = InputLog()
  /// What the template left in each text.
  private var prompts: [StoryFile: DiagnosticList] = [:]

  /// The settings file's name.
  package static let settingsName = EnterpriseFolder.settingsName

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
    guard let names = names(orMissing: path) else { return }
    let place = settingsPlace
    guard names.contains(EnterpriseFolder.settingsName) else {
      diagnostics.report("CMD002", at: place, ["file": EnterpriseFolder.settingsName])
      log.isMissing()
      return
    }
    let bytes = log.read(
      EnterpriseFolder.settingsName, in: folder, namedAt: place, diagnostics: &diagnostics)
    guard let bytes else { return }
    let (settings, found) = SettingsReader.read(
      bytes.array, file: place.file, folderName: folder.name)
    diagnostics.append(contentsOf: found)
    readStories(names)
    self.settings = settings
  }

  /// Reads settings and books alone, and of the settings no more than accounts and adopted reports
  /// need: what is missing there, or the settings file itself, does not matter.
  package init(accountsOf path: String) {
    folder = EnterpriseFolder(path)
    guard let names = names(orMissing: path) else { return }
    let place = settingsPlace
    if names.contains(EnterpriseFolder.settingsName) {
      let bytes = log.read(
        EnterpriseFolder.settingsName, in: folder, namedAt: place, diagnostics: &diagnostics)
      guard let bytes else { return }
      let (settings, found) = SettingsReader.readAccounts(
        bytes.array, file: place.file, folderName: folder.name)
      diagnostics.append(contentsOf: found)
      self.settings = settings
    } else {
      settings = SettingsReader.withoutFile(place.file, folderName: folder.name)
    }
  }

  private var settingsPlace: SourceLocation {
    SourceLocation(file: folder.path(of: EnterpriseFolder.settingsName))
  }

  /// What lies in the folder; nil where it is not there or cannot be looked through, which is told.
  private mutating func names(orMissing path: String) -> [String]? {
    guard folder.exists else {
      diagnostics.report("CMD001", at: nil, ["path": path])
      log.isMissing()
      return nil
    }
    return log.list(namedAt: settingsPlace, diagnostics: &diagnostics) {
      [folder] () throws(FolderListingError) in try folder.names(in: "")
    }
  }

  /// Reads the books alone, once, after the settings.
  package mutating func readBooks() {
    guard var settings else { return }
    let books = BooksReading(settings, folder: folder, log: &log, diagnostics: &diagnostics)
    self.books = books
    settings.organisation.form = books.form
    if settings.organisation.name.isEmpty {
      settings.organisation.name = books.name ?? settings.organisation.id
    }
    self.settings = settings
  }

  /// Reads books, register and last year's package, once, after the settings.
  package mutating func readRest(previous: String? = nil) {
    guard settings != nil else {
      // Where the settings say nothing that can be read, their faults hide no others.
      diagnostics.append(contentsOf: UsualPlaces(folder).diagnostics)
      return
    }
    readBooks()
    guard let settings else { return }
    var found = DiagnosticList()
    register = RegisterReading.read(settings, folder: folder, log: &log, diagnostics: &found)
    if let register {
      found.append(
        contentsOf: RegisterDays.diagnostics(
          register, knownOn: books?.exportDay, booksEnd: books?.all.map(\.year.end).max()))
    }
    isRegisterFaulty = found.hasErrors
    diagnostics.append(contentsOf: found)
    diagnostics.append(
      contentsOf: SettingsForRegister.diagnostics(settings, register: register))
    self.previous = PreviousPackage(
      settings, option: previous, folder: folder, log: &log, diagnostics: &diagnostics)
    reportPrompts()
    reportStrangeYears()
  }

  /// Reads the register, and the books only to know the days of the years: what is wrong with them
  /// is no fault here, but where there are files that cannot be used it is told (CMD063). Holes in
  /// the settings are passed over.
  package mutating func readRegisterAlone() {
    guard let settings else { return }
    let holes: Set<DiagnosticCode> = ["SET011", "SET012", "SET044"]
    var found = DiagnosticList()
    for finding in diagnostics.all where !holes.contains(finding.code) {
      found.report(finding.code, at: finding.location, finding.arguments)
    }
    diagnostics = found
    var (silentLog, silent) = (InputLog(), DiagnosticList())
    let read = BooksReading(settings, folder: folder, log: &silentLog, diagnostics: &silent)
    let absent: Set<DiagnosticCode> = ["CMD003", "CMD004", "CMD039"]
    if silent.all.contains(where: { $0.severity == .error && !absent.contains($0.code) }) {
      diagnostics.report("CMD063", at: settings.location)
    } else {
      books = read
    }
    guard settings.outcomes != nil else {
      diagnostics.report("CMD060", at: settings.location)
      log.isMissing()
      return
    }
    register = RegisterReading.read(
      settings, folder: folder, log: &log, diagnostics: &diagnostics)
  }

  /// The board's own words may hold no identity number either, of whatever year.
  private mutating func readStories(_ names: [String]) {
    for name in names {
      let place = SourceLocation(file: folder.path(of: name))
      guard let story = StoryFile(name: name) else {
        if let nearest = StoryFile.nearest(to: name) {
          diagnostics.report("SET156", at: place, ["nearest": nearest])
        }
        continue
      }
      let bytes = log.read(name, in: folder, namedAt: place, diagnostics: &diagnostics)
      guard let bytes else { continue }
      stories.append(story)
      let (text, found) = StoryText.read(bytes.array, file: place.file)
      diagnostics.append(contentsOf: found)
      guard let text else { continue }
      diagnostics.append(contentsOf: IdentityNumberSearch.diagnostics(in: text, file: place.file))
      prompts[story] = StoryPrompts.diagnostics(in: text, file: place.file)
    }
  }

  /// Prompts of the template in the texts that serve a year: one without a year waits for the next
  /// one while the latest has its own.
  private mutating func reportPrompts() {
    let latest = books?.latestLabels ?? []
    for story in stories {
      let waits =
        story.label == nil
        && stories.contains { $0.kind == story.kind && latest.contains($0.label ?? "") }
      if !waits, let found = prompts[story] { diagnostics.append(contentsOf: found) }
    }
  }

  /// Texts of a year that the books do not know, though they know those around it.
  private mutating func reportStrangeYears() {
    guard let books, !books.all.isEmpty else { return }
    for story in stories {
      guard let label = story.label, !books.mayHold(label) else { continue }
      diagnostics.report(
        "SET157", at: SourceLocation(file: folder.path(of: story.name)), ["year": label])
    }
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
