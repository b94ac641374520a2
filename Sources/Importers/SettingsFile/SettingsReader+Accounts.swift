// As much of the settings as it takes to show accounts and adopted reports: what is missing of the
// rest does not matter there.

import Diagnostics
import Rulebook

extension SettingsReader {
  /// Who the enterprise is, where its books are, its actors and `kopplingar`, and `föregående`.
  ///
  /// - Returns: the settings, nil when the file is none, and what is wrong in what was read. Blank
  ///   and missing keys are left out: only what is written wrongly is told.
  package static func readAccounts(
    _ bytes: some Collection<UInt8>, file: String, folderName: String
  ) -> (settings: Settings?, diagnostics: DiagnosticList) {
    let problems = SettingsProblems()
    guard let top = top(bytes, file: file, into: problems) else { return (nil, problems.list) }
    var settings = Settings(
      organisation: OrganisationSection.read(top, folderName: folderName, hasOwnTax: true)
        ?? Organisation(id: folderName, name: ""),
      books: BooksSection.read(top, file: file), location: SourceLocation(file: file))
    settings.previousPackage = top.text("föregående")
    settings.actors = ActorsSection.read(top)
    settings.links = LinksSection.read(top, actors: settings.actors)
    settings.statesLinks = top.entry("kopplingar") != nil
    SmallSections.readDisclosure(top, settings: &settings)
    var found = DiagnosticList()
    for finding in problems.list.all where !holes.contains(finding.code) {
      found.report(finding.code, at: finding.location, finding.arguments)
    }
    return (settings, found)
  }

  /// The settings of a folder that has no settings file.
  package static func withoutFile(_ file: String, folderName: String) -> Settings {
    Settings(
      organisation: Organisation(id: folderName, name: ""),
      books: .pattern(Located(BooksSection.defaultPattern, at: SourceLocation(file: file))),
      location: SourceLocation(file: file))
  }

  /// A key without value, and one that must be there and is not.
  private static let holes: Set<DiagnosticCode> = ["SET011", "SET012"]
}
