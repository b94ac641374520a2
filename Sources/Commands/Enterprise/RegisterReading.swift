// The outcome register of an enterprise, from a folder of CSV files.

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
      let isWorkbook = outcomes.value.lowercased().hasSuffix(".xlsx")
      let exists = !folder.files(matching: outcomes.value).isEmpty
      diagnostics.report(
        isWorkbook && exists ? "CMD016" : "CMD009", at: outcomes.location, ["path": .text(path)])
      if !exists { log.isMissing() }
      return nil
    }
    let names = folder.names(in: outcomes.value)
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
}
