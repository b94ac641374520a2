// Books and register where they usually lie, for a folder whose settings cannot be read.

import Diagnostics
import Importers
import Rulebook

/// What can be said of an enterprise's files while nobody knows what its settings say: only what is
/// wrong with the files themselves. What is not there may lie elsewhere, and whose books they are,
/// and which actors the enterprise has of its own, is not known.
struct UsualPlaces {
  private(set) var diagnostics = DiagnosticList()

  /// Reads what lies in a folder that is there and whose settings file is there.
  init(_ folder: EnterpriseFolder) {
    guard folder.exists, let names = try? folder.names(in: ""),
      names.contains(EnterpriseFolder.settingsName)
    else { return }
    let place = SourceLocation(file: folder.path(of: EnterpriseFolder.settingsName))
    var settings = Settings(
      organisation: Organisation(id: folder.name, name: ""),
      books: .pattern(Located("bokforing/*.se", at: place)), location: place)
    settings.outcomes = ["utfall", "utfall.xlsx"].first(where: names.contains).map {
      Located($0, at: place)
    }
    var (log, found) = (InputLog(), DiagnosticList())
    _ = BooksReading(settings, folder: folder, log: &log, diagnostics: &found)
    _ = RegisterReading.read(settings, folder: folder, log: &log, diagnostics: &found)
    for finding in found.all where Self.isOfFiles(finding.code) {
      diagnostics.report(finding.code, at: finding.location, finding.arguments)
    }
  }

  /// Whether a finding is about a file alone; an unknown word (REG012) may be an own actor.
  private static func isOfFiles(_ code: DiagnosticCode) -> Bool {
    ["SIE", "REG", "XLS", "INI"].contains(String(code.rawValue.prefix(3))) && code != "REG012"
  }
}
