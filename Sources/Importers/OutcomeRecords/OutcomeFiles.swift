// Which file or sheet holds which table of the register.

import Diagnostics
import Outcomes

/// Finds the tables among the names of files or sheets; what lies in them is read elsewhere.
package enum OutcomeFiles {
  /// A file or sheet, and what its name says.
  private struct Candidate {
    let name: String
    /// The name without endings.
    let stem: String
    var isSheet = false
    /// Whether it is in the form that is read: a CSV file or a sheet.
    var isReadable = true
    /// Whether it is text, which a change of name makes readable.
    var isText = true
    /// What an editor keeps of an older version.
    var isBackup = false

    var holder: TableHolder { TableHolder(name: name, isSheet: isSheet) }

    func name(of table: RecordTable) -> String { isSheet ? table.swedishName : table.fileName }
  }

  /// The CSV file of each table in a folder, by Swedish or English name, case and accents forgiven
  /// (`Anställningar.csv`, `employments.csv`). Only Deltagare must be there; another absent table
  /// has no rows, and without Löner wages are contractual. A file whose name is nearly that of a
  /// table which is absent is an error, and one beside it a warning.
  package static func discover(
    in names: [String], folder: String
  ) -> (files: [RecordTable: String], diagnostics: DiagnosticList) {
    find(
      names.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~") }.map(candidate(file:)),
      place: SourceLocation(file: folder)
    ) { SourceLocation(file: folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)") }
  }

  /// The sheet of each table in a workbook; the template's instructions and lists are none.
  package static func discover(
    sheets names: [String], workbook: String
  ) -> (sheets: [RecordTable: String], diagnostics: DiagnosticList) {
    let found = find(
      names.filter { GuideSheet(rawValue: $0) == nil }
        .map { Candidate(name: $0, stem: $0, isSheet: true) },
      place: SourceLocation(file: workbook)
    ) { _ in SourceLocation(file: workbook) }
    return (found.files, found.diagnostics)
  }

  /// Whether a file in the register's folder holds a table by its name, or nearly, and is no
  /// workbook of the whole register.
  package static func isTable(file name: String) -> Bool {
    let stem = candidate(file: name).stem
    return table(named: stem) != nil || NameLikeness.table(like: stem) != nil
  }

  /// The table of a name, Swedish or English, case and accents forgiven.
  static func table(named name: String) -> RecordTable? {
    let folded = NameMatching.folded(name)
    return RecordTable.allCases.first {
      NameMatching.folded($0.swedishName) == folded || NameMatching.folded($0.rawValue) == folded
    }
  }

  /// Tells of the tables that a register is expected to have and has not, but of those that
  /// something looks like, which have their own message.
  ///
  /// - Parameters:
  ///   - tables: those that are absent.
  ///   - told: what `discover` said.
  ///   - place: the folder or the workbook.
  package static func reportAbsent(
    _ tables: [RecordTable], told: DiagnosticList, isWorkbook: Bool, at place: SourceLocation,
    into problems: inout DiagnosticList
  ) {
    let nearly = Set(
      told.all.filter { ["REG053", "REG056"].contains($0.code) }.compactMap {
        $0.arguments["table"]
      })
    for table in tables where !nearly.contains(.text(table.swedishName)) {
      let holder = TableHolder(
        name: isWorkbook ? table.swedishName : table.fileName, isSheet: isWorkbook)
      problems.report(
        "REG055", at: place,
        holder.facts([
          "table": table.swedishName,
          "meaning": DiagnosticArgument.word("absent.\(table.rawValue)"),
        ]))
    }
  }

  private static func candidate(file name: String) -> Candidate {
    let lowered = name.lowercased()
    if lowered.hasSuffix(".csv") { return Candidate(name: name, stem: String(name.dropLast(4))) }
    let ending = lowered.split(separator: ".").last.map(String.init) ?? ""
    let isBackup = lowered.hasSuffix("~") || ["bak", "tmp", "old", "swp"].contains(ending)
    return Candidate(
      name: name, stem: NameLikeness.stem(of: name), isReadable: false,
      isText: isBackup || ["txt", "tsv", "tab"].contains(ending) || !name.contains("."),
      isBackup: isBackup)
  }

  private static func find(
    _ candidates: [Candidate], place: SourceLocation, placeOf: (String) -> SourceLocation
  ) -> (files: [RecordTable: String], diagnostics: DiagnosticList) {
    var problems = DiagnosticList()
    var files: [RecordTable: String] = [:]
    var others: [Candidate] = []
    for candidate in candidates.sorted(by: { $0.name < $1.name }) {
      guard candidate.isReadable, let table = table(named: candidate.stem) else {
        others.append(candidate)
        continue
      }
      if let first = files[table] {
        problems.report(
          "REG002", at: placeOf(candidate.name),
          ["table": table.swedishName, "first": first, "second": candidate.name])
      } else {
        files[table] = candidate.name
      }
    }
    var nearly: Set<RecordTable> = []
    for candidate in others {
      let like = table(named: candidate.stem) ?? NameLikeness.table(like: candidate.stem)
      if like.map({ files[$0] == nil }) == true { nearly.formUnion([like].compactMap(\.self)) }
      report(candidate, like: like, files: files, at: placeOf(candidate.name), into: &problems)
    }
    if files[.participants] == nil, !nearly.contains(.participants) {
      let isSheet = candidates.contains(where: \.isSheet)
      let holder = TableHolder(
        name: isSheet ? RecordTable.participants.swedishName : RecordTable.participants.fileName,
        isSheet: isSheet)
      problems.report("REG001", at: place, holder.facts())
    }
    return (files, problems)
  }

  /// Tells of what is none of the tables by its name: it looks like one that is absent or is there,
  /// or like none.
  private static func report(
    _ candidate: Candidate, like table: RecordTable?, files: [RecordTable: String],
    at place: SourceLocation, into problems: inout DiagnosticList
  ) {
    let holder = candidate.holder
    guard let table else {
      // A file of another form that has no table's name is the reader's own.
      guard candidate.isReadable else { return }
      problems.report(
        "REG003", at: place,
        holder.facts([
          "known": RecordTable.allCases.map(candidate.name(of:)).joined(separator: ", ")
        ]))
      return
    }
    var facts = holder.facts(["table": table.swedishName, "right": candidate.name(of: table)])
    if let first = files[table] {
      facts["first"] = first
      if !candidate.isBackup { problems.report("REG054", at: place, facts) }
    } else {
      problems.report(candidate.isText ? "REG053" : "REG056", at: place, facts)
    }
  }
}
