// Reads dualbokslut.yaml: bytes in, settings and every problem out.

import Diagnostics
import Rulebook

/// Reads the settings of an enterprise (interfaces.md, Settings).
package enum SettingsReader {
  /// The keys of the file's top level, in the order of the template.
  package static let topLevelKeys = [
    "organisation", "bokföring", "utfall", "rubriker", "ord", "föregående", "aktörer",
    "kopplingar",
    "uppställning", "träningsplatser", "skatt", "försörjning", "antaganden", "värden", "röjande",
    "avstämning",
    "asf", "år",
  ]

  /// Reads settings.
  ///
  /// - Parameters:
  ///   - bytes: the file as it is; UTF-8, with or without a byte-order mark.
  ///   - file: the path that diagnostics name.
  ///   - folderName: the folder's own name, the default of `organisation.id`.
  /// - Returns: the settings, nil when the file cannot be read as such, and every problem found.
  ///   With an error among them the settings must not be used for a report, only to look for
  ///   errors elsewhere. Files named in the settings are looked for by the caller; what the
  ///   register needs of the settings is told by `SettingsForRegister`.
  package static func read(
    _ bytes: some Collection<UInt8>, file: String, folderName: String
  ) -> (settings: Settings?, diagnostics: DiagnosticList) {
    let problems = SettingsProblems()
    let map = top(bytes, file: file, into: problems)
    let settings = map.flatMap { Self.settings($0, file: file, folderName: folderName) }
    return (settings, problems.list)
  }

  /// The map that the file is; nil, with the cause reported, when it is none.
  static func top(
    _ bytes: some Collection<UInt8>, file: String, into problems: SettingsProblems
  ) -> SettingsMap? {
    guard let text = text(bytes, file: file, into: problems) else { return nil }
    problems.list.append(contentsOf: IdentityNumberSearch.diagnostics(in: text, file: file))
    let unprintable = UnprintableText.diagnostics(in: text, file: file)
    problems.list.append(contentsOf: unprintable)
    // YAML stops at each of them with words of its own.
    guard !unprintable.hasErrors else { return nil }
    let syntaxProblems = problems.list.all.count
    guard let root = SettingsYAML.parse(text, file: file, into: problems) else {
      if problems.list.all.count == syntaxProblems {
        problems.report("SET027", at: SourceLocation(file: file))
      }
      return nil
    }
    guard case .map = root.content,
      let top = SettingsMap(root, path: [], keys: topLevelKeys, problems: problems)
    else {
      problems.report("SET027", at: SourceLocation(file: file))
      return nil
    }
    return top
  }

  /// The text of the file; a byte-order mark is taken off and noted.
  private static func text(
    _ bytes: some Collection<UInt8>, file: String, into problems: SettingsProblems
  ) -> String? {
    var content = Array(bytes)[...]
    if content.starts(with: [0xEF, 0xBB, 0xBF]) {
      content = content.dropFirst(3)
      problems.report("SET009", at: SourceLocation(file: file, line: 1, column: 1))
    }
    if let text = String(validating: content, as: UTF8.self) { return text }
    problems.report("SET001", at: UTF8Fault.location(in: content, file: file))
    return nil
  }

  private static func settings(_ top: SettingsMap, file: String, folderName: String) -> Settings {
    var faulty: Set<String> = []
    /// Reads a section, and remembers whether it has an error.
    func reading<Section>(_ key: String, _ read: () -> Section) -> Section {
      let before = top.problems.list.all.count
      let section = read()
      if top.problems.list.all[before...].contains(where: { $0.severity == .error }) {
        faulty.insert(key)
      }
      return section
    }
    top.require(["organisation"])
    let organisation = reading("organisation") {
      OrganisationSection.read(
        top, folderName: folderName, hasOwnTax: top.entry("skatt") != nil)
    }
    if organisation == nil { faulty.insert("organisation") }
    var settings = Settings(
      organisation: organisation ?? Organisation(id: folderName, name: ""),
      books: BooksSection.read(top, file: file), location: SourceLocation(file: file))
    // Without a register nothing needs what stands under försörjning and värden.
    let needsValues = top.entry("utfall") != nil
    settings.outcomes = top.text("utfall")
    settings.previousPackage = top.text("föregående")
    settings.actors = reading("aktörer") { ActorsSection.read(top) }
    OwnNamesSection.read(top, settings: &settings)
    settings.links = reading("kopplingar") { LinksSection.read(top, actors: settings.actors) }
    settings.rowOverrides = LayoutSection.read(top, form: settings.organisation.form)
    let unpaid = reading("träningsplatser") {
      top.choice("träningsplatser", of: [("betalda", false), ("obetalda", true)])
    }
    settings.trainingPlacesAreUnpaid = unpaid?.value ?? false
    settings.taxRates = reading("skatt") { TaxSection.read(top) }
    let supports = top.problems.forgivingHoles(unless: needsValues) { SupportSection.read(top) }
    settings.supportDurations = supports.durations
    settings.statedSupportKinds = supports.stated
    settings.assumptions = AssumptionsSection.read(top, actors: settings.actors)
    settings.values = reading("värden") {
      top.problems.forgivingHoles(unless: needsValues) { ValuesSection.read(top) }
    }
    settings.statedValueIDs = ValuesSection.statedIDs(top)
    settings.faultyKeys = faulty
    SmallSections.read(top, settings: &settings)
    settings.years = YearsSection.read(top)
    // Whoever values outcomes needs tax rates; a blank kommun has its own message.
    if let organisation, organisation.municipality == nil, !statesMunicipality(top),
      top.entry("skatt") == nil, settings.assumptions != nil, settings.outcomes != nil
    {
      top.report("SET044", at: settings.location)
    }
    return settings
  }

  private static func statesMunicipality(_ top: SettingsMap) -> Bool {
    guard case .map(let entries)? = top.entry("organisation")?.value.content else { return false }
    return entries.contains { NameMatching.folded($0.key) == "kommun" }
  }
}

/// Where text stops being UTF-8.
enum UTF8Fault {
  /// Line and column of the first byte that is no UTF-8.
  static func location(in bytes: ArraySlice<UInt8>, file: String) -> SourceLocation {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var line = 1
    var column = 1
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return SourceLocation(file: file, line: line, column: column)
  }
}
