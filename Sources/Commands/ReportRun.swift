// One run of `report` over its folders: reads, computes, clears, writes, and says how it went.

import Bookkeeping
import Diagnostics
import Disclosure
import Exporters
import Foundation
import Interchange
import Reporting

/// A failing folder does not stop the others; the run ends with the gravest status.
struct ReportRun {
  /// The program as packages name it.
  static let program = ProgramInfo(version: "0.1.0")

  private let command: ReportCommand
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let log: EventLog

  init(_ command: ReportCommand) {
    self.command = command
    self.log = EventLog(path: command.log)
  }

  /// Reports every folder in the order given.
  func reportAll() -> ExitStatus {
    let enterprises = command.folders.map { EnterpriseReading($0, previous: command.previous) }
    if let clash = sameID(enterprises) {
      DiagnosticPrinter(option: command.options.language).print(clash)
      return .usage
    }
    var status = ExitStatus.done
    for enterprise in enterprises { status = status.combined(with: report(enterprise)) }
    return log.close().map { status.combined(with: $0) } ?? status
  }

  /// Two folders with one id would overwrite each other.
  private func sameID(_ enterprises: [EnterpriseReading]) -> Diagnostic? {
    var seen: [String: String] = [:]
    for enterprise in enterprises {
      guard let id = enterprise.settings?.organisation.id else { continue }
      if let first = seen[id] {
        return Diagnostic(
          "CMD011", at: nil,
          [
            "id": .text(id), "first": .text(first), "second": .text(enterprise.folder.path),
          ])
      }
      seen[id] = enterprise.folder.path
    }
    return nil
  }

  private func report(_ enterprise: EnterpriseReading) -> ExitStatus {
    var diagnostics = enterprise.diagnostics
    let printer = DiagnosticPrinter(
      option: command.options.language, settings: enterprise.settings?.organisation.language)
    let bokslut = EnterpriseBokslut(enterprise, year: command.year, diagnostics: &diagnostics)
    guard let bokslut, !diagnostics.hasErrors else {
      let status = enterprise.status.combined(with: .wrongInput)
      return failed(enterprise, diagnostics, status, printer)
    }
    do {
      let place = try write(bokslut, of: enterprise)
      return succeeded(enterprise, diagnostics, bokslut, place, printer)
    } catch {
      let (finding, status) = explain(error)
      diagnostics.report(finding.code, at: nil, finding.arguments)
      return failed(enterprise, diagnostics, status, printer)
    }
  }

  /// Writes the edition; gives its folder.
  private func write(
    _ bokslut: EnterpriseBokslut, of enterprise: EnterpriseReading
  ) throws -> String {
    guard let settings = enterprise.settings else { return "" }
    let report = try bokslut.report(settings: settings, language: command.options.language)
    let cleared = try Disclosure.clear(report, for: .intern)
    let files = try EditionExporter.files(
      cleared, inputs: enterprise.inputs, program: Self.program)
    let place = EditionPlace(
      output: command.output, organisation: settings.organisation.id, year: bokslut.yearLabel,
      edition: .intern)
    if !command.force, let newer = newerProgram(at: place.path) { throw newer }
    try EditionWriter().write(files, to: place)
    return place.path
  }

  /// The edition that stands there was made by a newer version of the program.
  private struct NewerProgram: Error { let version: String }

  /// An older program must not silently replace what a newer one wrote.
  private func newerProgram(at path: String) -> NewerProgram? {
    guard let old = FileManager.default.contents(atPath: "\(path)/bokslut.json"),
      let package = try? BokslutPackage(bytes: old)
    else { return nil }
    let theirs = package.program.version
    let numbers = [theirs, Self.program.version].map { version in
      version.split(separator: ".").map { Int($0) ?? 0 }
    }
    return numbers[1].lexicographicallyPrecedes(numbers[0]) ? NewerProgram(version: theirs) : nil
  }

  /// The finding and the status of what stopped the writing.
  private func explain(_ error: any Error) -> (Diagnostic, ExitStatus) {
    func cannotWrite(_ path: String, _ reason: String) -> Diagnostic {
      Diagnostic("CMD013", at: nil, ["path": .text(path), "reason": .text(reason)])
    }
    switch error {
    case EditionWriteError.unsafeName(let name):
      return (cannotWrite(command.output, "”\(name)”"), .cannotWrite)
    case EditionWriteError.cannotWrite(let path, let number):
      return (cannotWrite(path, String(cString: strerror(number))), .cannotWrite)
    case EditionWriteError.readWrite(let path, let number):
      return (cannotWrite(path, String(cString: strerror(number))), .readWriteError)
    case let newer as NewerProgram:
      return (
        Diagnostic(
          "CMD019", at: nil,
          ["path": .text(command.output), "version": .text(newer.version)]), .cannotWrite
      )
    default:
      return (
        Diagnostic("CMD014", at: nil, ["fault": .text(String(describing: error))]), .fault
      )
    }
  }

  private func failed(
    _ enterprise: EnterpriseReading, _ diagnostics: DiagnosticList, _ status: ExitStatus,
    _ printer: DiagnosticPrinter
  ) -> ExitStatus {
    let count = diagnostics.sorted.filter { $0.severity == .error }.count
    let summary =
      printer.language == .swedish
      ? "\(enterprise.maskedPath): ingen rapport, \(count) fel"
      : "\(enterprise.maskedPath): no report, \(count) error(s)"
    FileHandle.standardError.write(Data("\(summary)\n".utf8))
    printer.print(diagnostics, from: showsWarnings ? .warning : .error)
    log.write(enterprise, diagnostics, status, place: nil, language: printer.language)
    return status
  }

  private func succeeded(
    _ enterprise: EnterpriseReading, _ diagnostics: DiagnosticList, _ bokslut: EnterpriseBokslut,
    _ place: String, _ printer: DiagnosticPrinter
  ) -> ExitStatus {
    let hasWarnings = diagnostics.worst == .warning
    if showsWarnings { printer.print(diagnostics, from: .warning) }
    let status: ExitStatus = command.strict && hasWarnings ? .warnings : .done
    if !command.quiet, command.verbose || isatty(STDOUT_FILENO) == 1 {
      print(
        "\(enterprise.maskedPath) \(bokslut.yearLabel) -> \(PersonalIdentityNumber.masked(place))")
    }
    log.write(enterprise, diagnostics, status, place: place, language: printer.language)
    return status
  }

  /// Off a terminal warnings are silent unless asked for: cron mails what is printed.
  private var showsWarnings: Bool {
    command.verbose || command.strict || (isTerminal && !command.quiet)
  }
}
