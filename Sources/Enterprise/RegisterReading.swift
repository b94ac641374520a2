// The outcome register of an enterprise, from a folder of CSV files or from one workbook.

import Diagnostics
import Importers
import Outcomes
import Rulebook

/// Reads what `utfall` points at.
enum RegisterReading {
  /// The register; nil when the settings name none or it cannot be had.
  static func read(
    _ settings: Settings, folder: EnterpriseFolder, log: inout InputLog,
    diagnostics: inout DiagnosticList
  ) -> OutcomeRegister? {
    guard let outcomes = settings.outcomes else { return nil }
    let path = folder.path(of: outcomes.value)
    guard EnterpriseFolder.isFolder(path) else {
      let listed = log.list(namedAt: outcomes.location, diagnostics: &diagnostics) {
        () throws(FolderListingError) in try folder.files(matching: outcomes.value)
      }
      guard let files = listed else { return nil }
      guard !files.isEmpty else {
        diagnostics.report("CMD009", at: outcomes.location, ["path": path])
        log.isMissing()
        return nil
      }
      return readWorkbook(
        outcomes.value, settings, folder: folder, log: &log, diagnostics: &diagnostics)
    }
    let listed = log.list(namedAt: outcomes.location, diagnostics: &diagnostics) {
      () throws(FolderListingError) in try folder.names(in: outcomes.value)
    }
    guard let names = listed else { return nil }
    if let workbook = onlyWorkbook(among: names) {
      return readWorkbook(
        "\(outcomes.value)/\(workbook)", settings, folder: folder, log: &log,
        diagnostics: &diagnostics)
    }
    let (files, found) = OutcomeFiles.discover(in: names, folder: path)
    diagnostics.append(contentsOf: found)
    var tables: [RecordTable: (path: String, bytes: [UInt8])] = [:]
    for (table, name) in files.sorted(by: { $0.value < $1.value }) {
      let bytes = log.read(
        "\(outcomes.value)/\(name)", in: folder, namedAt: outcomes.location,
        diagnostics: &diagnostics)
      if let bytes { tables[table] = ("\(path)/\(name)", bytes.array) }
    }
    let (register, problems) = OutcomeReader.readCSV(tables, settings: settings)
    diagnostics.append(contentsOf: problems)
    return register
  }

  /// The workbook of a folder that holds one and no CSV files; files that Excel has open
  /// (`~$utfall.xlsx`) and hidden ones do not count.
  private static func onlyWorkbook(among names: [String]) -> String? {
    let lowered = names.map { $0.lowercased() }
    let workbooks = names.filter {
      $0.lowercased().hasSuffix(".xlsx") && !$0.hasPrefix("~") && !$0.hasPrefix(".")
    }
    guard workbooks.count == 1, !lowered.contains(where: { $0.hasSuffix(".csv") }) else {
      return nil
    }
    return workbooks.first
  }

  private static func readWorkbook(
    _ relative: String, _ settings: Settings, folder: EnterpriseFolder, log: inout InputLog,
    diagnostics: inout DiagnosticList
  ) -> OutcomeRegister? {
    guard let place = settings.outcomes?.location,
      let bytes = log.read(relative, in: folder, namedAt: place, diagnostics: &diagnostics)
    else { return nil }
    let (register, problems) = OutcomeReader.readWorkbook(
      bytes.array, path: folder.path(of: relative), settings: settings)
    diagnostics.append(contentsOf: problems)
    return register
  }
}
