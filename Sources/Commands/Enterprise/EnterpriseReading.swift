// Everything that an enterprise's folder says, read at once with every problem.

import Bookkeeping
import Diagnostics
import Importers
import Interchange
import Outcomes
import Rulebook

/// An enterprise as read: settings, books, register, and what was found.
struct EnterpriseReading {
  let folder: EnterpriseFolder
  private(set) var settings: Settings?
  private(set) var books: BooksReading?
  private(set) var register: OutcomeRegister?
  private(set) var previous: PreviousPackage?
  private(set) var diagnostics = DiagnosticList()
  /// Digests of the files that were read.
  private(set) var inputs: [FileDigest] = []
  private var fileStatus = ExitStatus.done

  /// 66 for what is missing, 65 for what is wrong, 0 when there is no error.
  var status: ExitStatus {
    diagnostics.hasErrors ? fileStatus.combined(with: .wrongInput) : fileStatus
  }

  /// Reads a folder; nothing stops at the first problem. `previous` is the path of --previous.
  init(_ path: String, previous: String? = nil) {
    folder = EnterpriseFolder(path)
    guard folder.exists else {
      diagnostics.report("CMD001", at: nil, ["path": .text(path)])
      fileStatus = .missingInput
      return
    }
    var log = InputLog()
    defer {
      inputs = log.digests
      fileStatus = log.status
    }
    let settingsPath = folder.path(of: EnterpriseFolder.settingsName)
    guard folder.names(in: "").contains(EnterpriseFolder.settingsName) else {
      diagnostics.report(
        "CMD002", at: SourceLocation(file: settingsPath),
        ["file": .text(EnterpriseFolder.settingsName)])
      log.isMissing()
      return
    }
    let bytes = log.read(
      EnterpriseFolder.settingsName, in: folder, namedAt: SourceLocation(file: settingsPath),
      diagnostics: &diagnostics)
    guard let bytes else { return }
    let (settings, found) = SettingsReader.read(
      bytes.array, file: settingsPath, folderName: folder.name)
    diagnostics.append(contentsOf: found)
    readStory(&log)
    guard let settings else { return }
    self.settings = settings
    books = BooksReading(settings, folder: folder, log: &log, diagnostics: &diagnostics)
    register = RegisterReading.read(
      settings, folder: folder, log: &log, diagnostics: &diagnostics)
    diagnostics.append(
      contentsOf: SettingsForRegister.diagnostics(settings, register: register))
    self.previous = PreviousPackage(
      settings, option: previous, folder: folder, log: &log, diagnostics: &diagnostics)
  }

  /// The board's own words may hold no identity number either.
  private mutating func readStory(_ log: inout InputLog) {
    let name = "berattelse.md"
    guard folder.names(in: "").contains(name) else { return }
    let path = folder.path(of: name)
    let bytes = log.read(
      name, in: folder, namedAt: SourceLocation(file: path), diagnostics: &diagnostics)
    guard let bytes else { return }
    let text = String(decoding: bytes.array, as: UTF8.self)
    diagnostics.append(contentsOf: IdentityNumberSearch.diagnostics(in: text, file: path))
    diagnostics.append(contentsOf: StoryPrompts.diagnostics(in: text, file: path))
  }
}

extension EnterpriseReading {
  /// The folder as it may be printed and logged: somebody may have named it after a person.
  var maskedPath: String { PersonalIdentityNumber.masked(folder.path) }
}
