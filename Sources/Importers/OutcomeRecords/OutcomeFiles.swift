// Which file or sheet holds which table of the register.

import Diagnostics
import Outcomes

/// Finds the tables among the names of files or sheets; what lies in them is read elsewhere.
package enum OutcomeFiles {
  /// The CSV file of each table in a folder, by Swedish or English name, case and accents forgiven
  /// (`Anställningar.csv`, `employments.csv`). Only Deltagare must be there; another absent table
  /// has no rows, and without Löner wages are contractual.
  package static func discover(
    in names: [String], folder: String
  ) -> (files: [RecordTable: String], diagnostics: DiagnosticList) {
    let isCSV: (String) -> Bool = { $0.lowercased().hasSuffix(".csv") && !$0.hasPrefix(".") }
    func place(of name: String) -> SourceLocation {
      SourceLocation(file: folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)")
    }
    var (files, problems) = find(
      names.filter(isCSV).map { (name: $0, stem: String($0.dropLast(4))) },
      suffix: ".csv", place: SourceLocation(file: folder), placeOf: place)
    // A table saved in another form (`overgangar.txt`, `loner.xlsx`) is there, and cannot be read.
    for name in names.sorted() where !isCSV(name) && !name.hasPrefix(".") {
      guard let table = table(named: String(name.prefix { $0 != "." })), files[table] == nil else {
        continue
      }
      problems.report(
        "REG003", at: place(of: name), ["file": name, "nearest": "\(table.swedishName).csv"])
    }
    return (files, problems)
  }

  /// The sheet of each table in a workbook; the template's instructions and lists are none.
  package static func discover(
    sheets names: [String], workbook: String
  ) -> (sheets: [RecordTable: String], diagnostics: DiagnosticList) {
    let found = find(
      names.filter { GuideSheet(rawValue: $0) == nil }.map { (name: $0, stem: $0) }, suffix: "",
      place: SourceLocation(file: workbook)
    ) { _ in SourceLocation(file: workbook) }
    return (found.files, found.diagnostics)
  }

  /// The table of a name, Swedish or English, case and accents forgiven.
  static func table(named name: String) -> RecordTable? {
    let folded = NameMatching.folded(name)
    return RecordTable.allCases.first {
      NameMatching.folded($0.swedishName) == folded || NameMatching.folded($0.rawValue) == folded
    }
  }

  private static func find(
    _ names: [(name: String, stem: String)], suffix: String, place: SourceLocation,
    placeOf: (String) -> SourceLocation
  ) -> (files: [RecordTable: String], diagnostics: DiagnosticList) {
    var problems = DiagnosticList()
    var files: [RecordTable: String] = [:]
    for (name, stem) in names.sorted(by: { $0.name < $1.name }) {
      guard let table = table(named: stem) else {
        let known = RecordTable.allCases.map(\.swedishName)
        problems.report(
          "REG003", at: placeOf(name),
          [
            "file": name,
            "nearest": NameMatching.nearest(
              to: stem, among: known + RecordTable.allCases.map(\.rawValue)),
          ])
        continue
      }
      if let first = files[table] {
        problems.report(
          "REG002", at: placeOf(name), ["table": table.swedishName, "first": first, "second": name])
      } else {
        files[table] = name
      }
    }
    if files[.participants] == nil {
      problems.report("REG001", at: place, ["file": suffix.isEmpty ? "Deltagare" : "deltagare.csv"])
    }
    return (files, problems)
  }
}
