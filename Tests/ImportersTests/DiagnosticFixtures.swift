// The base enterprise with an overlay on it, as readers see it: for tests without the binary.

import Bookkeeping
import Diagnostics
import Foundation
import Outcomes
import Rulebook

@testable import Importers

/// Tests/Fixtures/Diagnostics.
enum DiagnosticFixtures {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Diagnostics")

  /// The overlays whose codes begin so.
  static func codes(_ prefix: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.filter { $0.hasPrefix(prefix) }.sorted()
  }

  /// What the readers say of the base with an overlay (nil: of the base alone).
  static func diagnostics(of overlay: String?) -> DiagnosticList {
    let (settings, list) = SettingsReader.read(
      bytes("dualbokslut.yaml", overlay) ?? [], file: "dualbokslut.yaml", folderName: "base")
    var problems = list
    if let story = bytes("berattelse.md", overlay) {
      problems.append(contentsOf: StoryText.read(story, file: "berattelse.md").diagnostics)
    }
    guard let settings, settings.outcomes != nil else { return problems }
    let (files, found) = OutcomeFiles.discover(in: tableNames(overlay), folder: "utfall")
    problems.append(contentsOf: found)
    let contents = files.compactMapValues { name in
      bytes("utfall/\(name)", overlay).map { (path: "utfall/\(name)", bytes: $0) }
    }
    let (register, faults) = OutcomeReader.readCSV(contents, settings: settings)
    problems.append(contentsOf: faults)
    OutcomeFiles.reportAbsent(
      register.absentTables, told: found, isWorkbook: false, at: SourceLocation(file: "utfall"),
      into: &problems)
    problems.append(
      contentsOf: RegisterDays.diagnostics(
        register, knownOn: CalendarDate(year: 2026, month: 2, day: 10)))
    problems.append(
      contentsOf: SettingsForRegister.diagnostics(settings, register: register))
    return problems
  }

  private static func bytes(_ path: String, _ overlay: String?) -> [UInt8]? {
    for folder in [overlay, "base"].compactMap(\.self) {
      if let data = try? Data(contentsOf: root.appending(path: "\(folder)/\(path)")) {
        return Array(data)
      }
    }
    return nil
  }

  private static func tableNames(_ overlay: String?) -> [String] {
    var names: Set<String> = []
    for folder in [overlay, "base"].compactMap(\.self) {
      let path = root.appending(path: "\(folder)/utfall").path
      names.formUnion((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
    }
    let deleted = overlay.flatMap {
      try? String(contentsOf: root.appending(path: "\($0)/.delete"), encoding: .utf8)
    }
    return names.filter { deleted?.contains("utfall/\($0)") != true }.sorted()
  }
}
