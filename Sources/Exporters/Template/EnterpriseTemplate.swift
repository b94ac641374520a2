// The folder that `dualbokslut init` writes: settings, register and words, ready to be filled in.

import Diagnostics
import Outcomes

/// A new enterprise's files (interfaces.md, An enterprise's folder).
package enum EnterpriseTemplate {
  /// How the register is kept.
  package enum Register: Hashable, Sendable {
    /// One workbook, `utfall.xlsx`, with drop-down lists.
    case workbook
    /// A folder of CSV files, `utfall`.
    case tables
    /// None: books alone, until the enterprise is ready for the second bokslut.
    case none

    /// The rows of `template-steps.tsv` that concern it.
    fileprivate var steps: Set<String> {
      switch self {
      case .workbook: ["", "register", "workbook"]
      case .tables: ["", "register", "tables"]
      case .none: ["", "books"]
      }
    }
  }

  /// The files by their paths inside the folder, the same bytes each time. Keys and words are
  /// Swedish in both languages; what explains them, headings and sheets are not.
  package static func files(
    register: Register, in language: Language = .swedish
  ) throws(WorkbookError) -> [OutputFile] {
    var files = [
      OutputFile(path: "dualbokslut.yaml", bytes: Array(settings(register, language).utf8)),
      verbatim(
        "bokforing/\(readMe(language))",
        language == .swedish ? EmbeddedData.templateBooks : EmbeddedData.templateBooksEn),
    ]
    // Prompts that nobody has answered would be holes in a folder that has none.
    if register != .none {
      files.append(
        verbatim(
          "berattelse.md",
          language == .swedish ? EmbeddedData.templateStory : EmbeddedData.templateStoryEn))
    }
    switch register {
    case .workbook:
      files.append(
        OutputFile(path: "utfall.xlsx", bytes: try TemplateWorkbook.bytes(in: language)))
    case .tables:
      files += TemplateTables(language: language).files
    case .none: break
    }
    return files
  }

  /// What the file is called that tells what a folder is for.
  static func readMe(_ language: Language) -> String {
    language == .swedish ? "LÄSMIG.txt" : "README.txt"
  }

  /// What to do now, for whoever ran `init`; the files themselves may be in another language.
  package static func nextSteps(
    folder: String, register: Register, files: Language = .swedish, in language: Language
  ) -> String {
    EmbeddedTable(EmbeddedData.templateSteps, separator: "\t").rows
      .filter { register.steps.contains($0["register"]) }
      .map { $0[language.rawValue].replacing("{folder}", with: folder) + "\n" }
      .joined()
      .replacing("{blank}", with: files == .swedish ? "FYLL I" : "FILL IN")
      .replacing("{readme}", with: readMe(files))
  }

  private static func settings(_ register: Register, _ language: Language) -> String {
    let whole = TemplateTexts.file(
      language == .swedish ? EmbeddedData.templateSettings : EmbeddedData.templateSettingsEn)
    guard register != .none else { return BooksAloneSettings.of(whole, in: language) }
    return whole.replacing("{utfall}", with: register == .workbook ? "utfall.xlsx" : "utfall")
  }

  private static func verbatim(_ path: String, _ text: StaticString) -> OutputFile {
    OutputFile(path: path, bytes: Array(TemplateTexts.file(text).utf8))
  }
}

/// The register as CSV files, as Swedish spreadsheets open them: a byte-order mark and semicolons.
struct TemplateTables {
  let language: Language

  var files: [OutputFile] {
    let tables = RecordTable.allCases.map { table in
      let columns = TemplateColumn.all(of: table, in: language)
      var csv = CSVWriter(separator: ";", headings: columns.map(\.heading))
      csv.append(columns.map(\.example))
      return OutputFile(
        path: "utfall/\(table.fileName(in: language))",
        bytes: Array("\u{FEFF}\(csv.text)".utf8))
    }
    let readMe = "utfall/\(EnterpriseTemplate.readMe(language))"
    return tables + [OutputFile(path: readMe, bytes: Array(guide.utf8))]
  }

  /// The instructions, with every column and its words.
  private var guide: String {
    var text = TemplateTexts.file(
      language == .swedish ? EmbeddedData.templateTables : EmbeddedData.templateTablesEn)
    for table in RecordTable.allCases {
      let name = table.fileName(in: language)
      text += "\n\(name)\n" + String(repeating: "-", count: name.count) + "\n"
      for shown in TemplateColumn.all(of: table, in: language) {
        text += "\(shown.heading) (\(shown.rule)): \(shown.help)\n"
        let words = shown.choices
        if !words.isEmpty { text += "    \(words.joined(separator: ", "))\n" }
      }
    }
    return text
  }
}

extension RecordTable {
  /// The sheet's name as the template writes it and the reader knows it.
  func sheetName(in language: Language) -> String {
    guard language == .english else { return swedishName }
    return rawValue.asHeading
  }

  /// The file's name as the template writes it and the reader knows it.
  func fileName(in language: Language) -> String {
    language == .swedish ? fileName : "\(rawValue).csv"
  }
}

extension RecordColumn {
  /// The heading as the template writes it and the reader knows it.
  func heading(in language: Language) -> String {
    language == .swedish ? heading : alias.asHeading
  }
}

extension String {
  /// `birth_year` as people write it: `Birth year`.
  fileprivate var asHeading: String {
    prefix(1).uppercased() + dropFirst().replacing("_", with: " ")
  }
}

extension RecordColumn.Requirement {
  /// The key of the word that says it in the template.
  var word: String {
    switch self {
    case .required: "required"
    case .whenNeeded: "whenNeeded"
    case .optional: "optional"
    }
  }
}
