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

  /// The files by their paths inside the folder, the same bytes each time.
  package static func files(register: Register) throws(WorkbookError) -> [OutputFile] {
    var files = [
      OutputFile(path: "dualbokslut.yaml", bytes: Array(settings(register).utf8)),
      verbatim("bokforing/LÄSMIG.txt", EmbeddedData.templateBooks),
    ]
    // Prompts that nobody has answered would be holes in a folder that has none.
    if register != .none { files.append(verbatim("berattelse.md", EmbeddedData.templateStory)) }
    switch register {
    case .workbook:
      files.append(OutputFile(path: "utfall.xlsx", bytes: try TemplateWorkbook.bytes()))
    case .tables: files += TemplateTables.files
    case .none: break
    }
    return files
  }

  /// What to do now, for whoever ran `init`.
  package static func nextSteps(
    folder: String, register: Register, in language: Language
  ) -> String {
    EmbeddedTable(EmbeddedData.templateSteps, separator: "\t").rows
      .filter { register.steps.contains($0["register"]) }
      .map { $0[language.rawValue].replacing("{folder}", with: folder) + "\n" }
      .joined()
  }

  private static func settings(_ register: Register) -> String {
    let whole = TemplateTexts.file(EmbeddedData.templateSettings)
    guard register != .none else { return BooksAloneSettings.of(whole) }
    return whole.replacing("{utfall}", with: register == .workbook ? "utfall.xlsx" : "utfall")
  }

  private static func verbatim(_ path: String, _ text: StaticString) -> OutputFile {
    OutputFile(path: path, bytes: Array(TemplateTexts.file(text).utf8))
  }
}

/// The register as CSV files, as Swedish spreadsheets open them: a byte-order mark and semicolons.
enum TemplateTables {
  static var files: [OutputFile] {
    let tables = RecordTable.allCases.map { table in
      let columns = TemplateColumn.all(of: table)
      var csv = CSVWriter(separator: ";", headings: columns.map(\.column.heading))
      csv.append(columns.map(\.example))
      return OutputFile(
        path: "utfall/\(table.fileName)", bytes: Array("\u{FEFF}\(csv.text)".utf8))
    }
    return tables + [OutputFile(path: "utfall/LÄSMIG.txt", bytes: Array(guide.utf8))]
  }

  /// The instructions, with every column and its words.
  private static var guide: String {
    var text = TemplateTexts.file(EmbeddedData.templateTables)
    for table in RecordTable.allCases {
      text += "\n\(table.fileName)\n" + String(repeating: "-", count: table.fileName.count) + "\n"
      for shown in TemplateColumn.all(of: table) {
        let rule = TemplateTexts.word(shown.column.requirement.word)
        text += "\(shown.column.heading) (\(rule)): \(shown.help)\n"
        let words = shown.column.words
        if !words.isEmpty { text += "    \(words.joined(separator: ", "))\n" }
      }
    }
    return text
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
