// organisation and bokföring: who the report is about and where its books are.

import Diagnostics
import Rulebook

/// organisation.
enum OrganisationSection {
  static let keys = ["id", "namn", "organisationsnummer", "form", "kommun", "språk"]

  static func read(_ top: SettingsMap, folderName: String, hasOwnTax: Bool) -> Organisation? {
    guard let map = top.map("organisation", keys: keys) else { return nil }
    let name = map.text("namn")
    let form = map.choice("form", of: LegalForm.allCases.map { ($0.rawValue, $0) })
    let language = map.choice("språk", of: Language.allCases.map { ($0.rawValue, $0) })
    var organisation = Organisation(
      id: id(map, folderName: folderName), name: name?.value ?? "", number: number(map),
      form: form?.value ?? .economicAssociation,
      municipality: municipality(map, hasOwnTax: hasOwnTax), language: language?.value ?? .swedish)
    organisation.statesForm = map.entry("form") != nil
    return organisation
  }

  /// The id names files and folders, so it must be usable as such on every system.
  private static func id(_ map: SettingsMap, folderName: String) -> String {
    let stated = map.text("id")
    let id = stated?.value ?? folderName
    let isUsable =
      !id.isEmpty && id.utf8.count <= 100 && !id.hasPrefix(".") && !id.hasSuffix(".")
      && !id.hasPrefix("-") && !PersonalIdentityNumber.occurs(in: id) && id.mayNameFiles
    if !isUsable {
      map.report("SET041", at: stated?.location ?? map.location, ["id": id])
    }
    return id
  }

  /// Ten digits, the third at least 2 (an identity number has a month there).
  private static func number(_ map: SettingsMap) -> String? {
    guard let stated = map.text("organisationsnummer") else { return nil }
    var digits = stated.value.filter { $0 != "-" && $0 != " " }
    if digits.count == 12, digits.hasPrefix("16") { digits = String(digits.dropFirst(2)) }
    let isUsual =
      digits.count == 10 && digits.allSatisfy { $0.isASCII && $0.isNumber }
      && (digits.dropFirst(2).first ?? "0") >= "2"
    if !isUsual { map.report("SET042", at: stated.location) }
    return stated.value
  }

  private static func municipality(_ map: SettingsMap, hasOwnTax: Bool) -> Located<String>? {
    guard let stated = map.text("kommun") else { return nil }
    if !hasOwnTax, !ParameterBank.hasTaxRates(municipality: stated.value) {
      map.report(
        "SET043", at: stated.location,
        [
          "value": stated.value,
          "meant": DiagnosticArgument.meant(
            NameMatching.guess(for: stated.value, among: ParameterBank.municipalities)),
        ])
    }
    return stated
  }
}

extension String {
  /// Whether every system takes it in the name of a file: letters, digits, blanks and `-_.`.
  var mayNameFiles: Bool {
    unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_. ".unicodeScalars.contains($0)
        || (0x300...0x36F).contains($0.value)
    }
  }
}

/// bokföring: a pattern, or a map year -> file; `bokforing/*.se` unless set.
enum BooksSection {
  /// Where the SIE files are looked for when the settings do not say.
  static let defaultPattern = "bokforing/*.se"

  static func read(_ top: SettingsMap, file: String) -> BooksSource {
    let usual = BooksSource.pattern(Located(defaultPattern, at: SourceLocation(file: file)))
    guard let node = top.value("bokföring") else { return usual }
    switch node.content {
    case .text(let text):
      return .pattern(Located(text.trimmed, at: node.location))
    case .map:
      guard
        let map = SettingsMap(node, path: ["bokföring"], keys: nil, problems: top.problems)
      else { return usual }
      var files: [String: Located<String>] = [:]
      for entry in map.all {
        guard YearLabel.isLabel(entry.key) else {
          top.report("SET029", at: entry.keyLocation, ["key": entry.key])
          continue
        }
        files[entry.key] = map.text(entry.key)
      }
      return .files(files)
    case .list, .blank:
      top.report("SET015", at: node.location, ["key": SettingsPath(["bokföring"])])
      return usual
    }
  }
}
