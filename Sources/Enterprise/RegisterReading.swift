// The outcome register of an enterprise, from a folder of CSV files or from one workbook.

import Diagnostics
import Importers
import Outcomes
import Rulebook

/// Reads what `utfall` points at.
struct RegisterReading {
  private let settings: Settings
  private let outcomes: Located<String>
  private let folder: EnterpriseFolder

  /// The register; nil when the settings name none or it cannot be had.
  static func read(
    _ settings: Settings, folder: EnterpriseFolder, log: inout InputLog,
    diagnostics: inout DiagnosticList
  ) -> OutcomeRegister? {
    guard let outcomes = settings.outcomes else { return nil }
    let reading = RegisterReading(settings: settings, outcomes: outcomes, folder: folder)
    return EnterpriseFolder.isFolder(reading.path)
      ? reading.readFolder(&log, &diagnostics) : reading.readFile(&log, &diagnostics)
  }

  /// The path as the user knows it.
  private var path: String { folder.path(of: outcomes.value) }

  private func names(
    in relative: String, _ log: inout InputLog, _ diagnostics: inout DiagnosticList
  ) -> [String]? {
    log.list(namedAt: outcomes.location, diagnostics: &diagnostics) {
      () throws(FolderListingError) in try folder.names(in: relative)
    }
  }

  // MARK: One workbook

  private func readFile(
    _ log: inout InputLog, _ diagnostics: inout DiagnosticList
  ) -> OutcomeRegister? {
    let listed = log.list(namedAt: outcomes.location, diagnostics: &diagnostics) {
      () throws(FolderListingError) in try folder.files(matching: outcomes.value)
    }
    guard let files = listed else { return nil }
    let parts = outcomes.value.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? outcomes.value
    let home = parts.dropLast().joined(separator: "/")
    guard let beside = names(in: home, &log, &diagnostics) else { return nil }
    let copies = beside.filter {
      RegisterFiles.isShown($0) && NameLikeness.isCopy($0, of: name)
        && (RegisterFiles.isWorkbook($0)
          || EnterpriseFolder.isFolder(folder.path(of: home.isEmpty ? $0 : "\(home)/\($0)")))
    }
    guard !files.isEmpty else {
      if let copy = copies.first(where: RegisterFiles.isWorkbook) ?? copies.first {
        diagnostics.report("REG063", at: outcomes.location, ["path": path, "name": copy])
      } else {
        diagnostics.report("CMD009", at: outcomes.location, ["path": path])
      }
      log.isMissing()
      return nil
    }
    // The folder of the same name holds the tables as CSV, for who keeps both.
    for copy in copies where RegisterFiles.isWorkbook(copy) {
      diagnostics.report("REG064", at: outcomes.location, ["first": name, "name": copy])
    }
    return readWorkbook(outcomes.value, &log, &diagnostics)
  }

  private func bytes(
    _ relative: String, _ log: inout InputLog, _ diagnostics: inout DiagnosticList
  ) -> [UInt8]? {
    log.read(relative, in: folder, namedAt: outcomes.location, diagnostics: &diagnostics)?.array
  }

  private func readWorkbook(
    _ relative: String, _ log: inout InputLog, _ diagnostics: inout DiagnosticList
  ) -> OutcomeRegister? {
    guard let bytes = bytes(relative, &log, &diagnostics) else { return nil }
    let place = SourceLocation(file: folder.path(of: relative))
    let (register, problems) = OutcomeReader.readWorkbook(
      bytes, path: place.file, settings: settings)
    diagnostics.append(contentsOf: problems)
    OutcomeFiles.reportAbsent(
      register.absentTables, told: problems, isWorkbook: true, at: place, into: &diagnostics)
    return register
  }

  // MARK: A folder

  private func readFolder(
    _ log: inout InputLog, _ diagnostics: inout DiagnosticList
  ) -> OutcomeRegister? {
    guard let names = names(in: outcomes.value, &log, &diagnostics) else { return nil }
    let files = RegisterFiles(names)
    if !files.hasTables, let chosen = choose(among: files.workbooks, &log, &diagnostics) {
      // Other files are none of the tables: each is told of as such.
      let others = OutcomeFiles.discover(in: files.names, folder: path).diagnostics
      for finding in others.all where finding.code != "REG001" {
        diagnostics.report(finding.code, at: finding.location, finding.arguments)
      }
      return readWorkbook("\(outcomes.value)/\(chosen)", &log, &diagnostics)
    }
    let register = readTables(files.names, &log, &diagnostics)
    for workbook in files.workbooks {
      report(look(into: workbook.name, &log, &diagnostics), beside: outcomes.value, &diagnostics)
    }
    return register
  }

  private func readTables(
    _ names: [String], _ log: inout InputLog, _ diagnostics: inout DiagnosticList
  ) -> OutcomeRegister {
    let (files, found) = OutcomeFiles.discover(in: names, folder: path)
    diagnostics.append(contentsOf: found)
    var tables: [RecordTable: (path: String, bytes: [UInt8])] = [:]
    for (table, name) in files.sorted(by: { $0.value < $1.value }) {
      if let bytes = bytes("\(outcomes.value)/\(name)", &log, &diagnostics) {
        tables[table] = ("\(path)/\(name)", bytes)
      }
    }
    var (register, problems) = OutcomeReader.readCSV(tables, settings: settings)
    // A file that the system refuses is there.
    register.absentTables.removeAll { files[$0] != nil }
    diagnostics.append(contentsOf: problems)
    if files[.participants] != nil {
      OutcomeFiles.reportAbsent(
        register.absentTables, told: found, isWorkbook: false, at: SourceLocation(file: path),
        into: &diagnostics)
    }
    return register
  }

  /// The workbook that is the register: the only one, the one with the register's name beside its
  /// copies, else the first with tables in it; nil when there is none. The others are told of.
  private func choose(
    among workbooks: [RegisterFiles.Workbook], _ log: inout InputLog,
    _ diagnostics: inout DiagnosticList
  ) -> String? {
    guard workbooks.count > 1 else { return workbooks.first?.name }
    var seen = workbooks
    var chosen = workbooks.first { $0.name == RegisterFiles.workbookName }
    if chosen == nil || !workbooks.allSatisfy({ $0 == chosen || $0.isCopy }) {
      seen = workbooks.map { look(into: $0.name, &log, &diagnostics) }
      chosen = seen.first { $0.holdsTables == true } ?? seen.first
    }
    for other in seen where other.name != chosen?.name {
      report(other, beside: chosen?.name ?? "", &diagnostics)
    }
    return chosen?.name
  }

  /// Looks which sheets a workbook has; one that cannot be opened may hold tables.
  private func look(
    into name: String, _ log: inout InputLog, _ diagnostics: inout DiagnosticList
  ) -> RegisterFiles.Workbook {
    var workbook = RegisterFiles.Workbook(name: name)
    guard let bytes = bytes("\(outcomes.value)/\(name)", &log, &diagnostics) else {
      return workbook
    }
    let (holdsTables, problems) = OutcomeReader.holdsTables(bytes, path: "\(path)/\(name)")
    diagnostics.append(contentsOf: problems)
    workbook.holdsTables = holdsTables
    return workbook
  }

  /// Tells of a workbook that was not read.
  private func report(
    _ workbook: RegisterFiles.Workbook, beside first: String, _ diagnostics: inout DiagnosticList
  ) {
    let place = SourceLocation(file: "\(path)/\(workbook.name)")
    switch workbook.holdsTables {
    case true?:
      diagnostics.report("REG057", at: place, ["first": first, "second": workbook.name])
    case false?:
      diagnostics.report("REG058", at: place, ["first": first, "name": workbook.name])
    case nil where workbook.isCopy:
      diagnostics.report("REG064", at: place, ["first": first, "name": workbook.name])
    case nil:
      break
    }
  }
}

/// What lies in the register's folder, by name.
struct RegisterFiles {
  /// A workbook there.
  struct Workbook: Hashable {
    let name: String
    /// Whether a sheet of it is one of the register's tables; nil when nobody has looked or it
    /// cannot be opened.
    var holdsTables: Bool?
    /// Whether its name is that of `utfall.xlsx`, copied or saved anew.
    var isCopy: Bool { NameLikeness.isCopy(name, of: RegisterFiles.workbookName) }
  }

  /// What the template calls the register's workbook (interfaces.md).
  static let workbookName = "utfall.xlsx"

  /// The names of what may be a table.
  let names: [String]
  /// Workbooks that are no single table by their names.
  private(set) var workbooks: [Workbook]

  init(_ all: [String]) {
    let shown = all.filter(Self.isShown)
    workbooks = shown.filter { Self.isWorkbook($0) && !OutcomeFiles.isTable(file: $0) }
      .map { Workbook(name: $0) }
    let taken = Set(workbooks.map(\.name))
    names = shown.filter { !taken.contains($0) }
  }

  /// Whether a file of text has a table's name, or nearly.
  var hasTables: Bool {
    names.contains { OutcomeFiles.isTable(file: $0) && !Self.isWorkbook($0) }
  }

  /// What Excel and LibreOffice write beside an open file, and hidden files, are nobody's.
  static func isShown(_ name: String) -> Bool { !name.hasPrefix(".") && !name.hasPrefix("~") }

  /// Whether a file is a workbook by its name, also of a form that is not read.
  static func isWorkbook(_ name: String) -> Bool {
    let name = name.lowercased()
    return [".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"].contains { name.hasSuffix($0) }
  }
}
