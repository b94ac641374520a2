// The log of a run as JSON lines, when somebody asks for one.

import Diagnostics
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
    let folder = JSONValue.Member("folder", .string(enterprise.maskedPath))
    for diagnostic in diagnostics.sorted {
      let location = diagnostic.location?.description ?? ""
      add([
        .init("event", .string("finding")), folder,
        .init("code", .string(diagnostic.code.rawValue)),
        .init("severity", .string(diagnostic.severity.rawValue)),
        .init("place", .string(PersonalIdentityNumber.masked(location))),
        .init("text", .string(diagnostic.sentences(in: language).found)),
      ])
    }
    add([
      .init("event", .string("folder")), folder,
      .init("status", .whole(Int(status.rawValue))),
      .init("report", place.map { .string(PersonalIdentityNumber.masked($0)) } ?? .null),
    ])
  }

  private func add(_ members: [JSONValue.Member]) {
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
