// The log of a run as JSON lines, when somebody asks for one.

import Diagnostics
import Enterprise
import Foundation
import Interchange

/// Collects the lines of a run and writes them at the end; never a figure, never a person.
final class EventLog {
  private let path: String?
  private var lines: [UInt8] = []

  init(path: String?) { self.path = path }

  /// Adds the findings of a folder, one line each, and what became of it.
  func write(
    _ enterprise: EnterpriseReading, _ diagnostics: DiagnosticList, _ status: ExitStatus,
    place: String?, language: Language
  ) {
    guard path != nil else { return }
    let folder = (name: "folder", value: JSONValue.string(enterprise.maskedPath))
    for diagnostic in diagnostics.sorted {
      let location = diagnostic.location?.description ?? ""
      add([
        ("event", .string("finding")), folder,
        ("code", .string(diagnostic.code.rawValue)),
        ("severity", .string(diagnostic.severity.rawValue)),
        ("place", .string(PersonalIdentityNumber.masked(location))),
        ("text", .string(diagnostic.sentences(in: language).found)),
      ])
    }
    add([
      ("event", .string("folder")), folder,
      ("status", .whole(Int(status.rawValue))),
      ("report", place.map { .string(PersonalIdentityNumber.masked($0)) } ?? .null),
    ])
  }

  private func add(_ members: [(name: String, value: JSONValue)]) {
    // An object without inner ones stands on one line.
    lines += JSONValue.object(members).bytes
  }

  /// Writes the log; a status when it cannot be written.
  func close() -> ExitStatus? {
    guard let path else { return nil }
    guard FileManager.default.createFile(atPath: path, contents: Data(lines)) else {
      return .cannotWrite
    }
    return nil
  }
}
