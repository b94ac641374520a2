// One run of `report` over its folders: reads, computes, clears, writes, and says how it went.

import Diagnostics
import Disclosure
import Enterprise
import Exporters
import Foundation
import Interchange
import Rulebook

/// A failing folder does not stop the others; the run ends with the gravest status.
struct ReportRun {
  /// The program as packages name it.
  static let program = ProgramInfo(version: "0.4.0")

  private let command: ReportCommand
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let log: EventLog

  init(_ command: ReportCommand) {
    self.command = command
    self.log = EventLog(path: command.log)
  }

  /// Reports every folder in the order given: all settings are read first, and then one enterprise
  /// at a time is read whole, computed, written and let go.
  func reportAll() -> ExitStatus {
    let settings = command.folders.map { EnterpriseReading(settingsOf: $0) }
    let clashes = FolderClashes(settings)
    var summary = RunSummary()
    for (index, var enterprise) in settings.enumerated() where !clashes.isRepeat(index) {
      if let clash = clashes[index] {
        summary.add(refused(enterprise, clash))
      } else {
        enterprise.readRest(previous: command.previous)
        summary.add(report(enterprise))
      }
    }
    let printer = DiagnosticPrinter(option: command.options.language)
    if let line = summary.line(in: printer.language, showsWarnings: showsWarnings) {
      printer.say(line)
    }
    return log.close().map { summary.status.combined(with: $0) } ?? summary.status
  }

  /// A folder that would write over another's report, or have its own written over.
  private func refused(
    _ enterprise: EnterpriseReading, _ clash: [Diagnostic]
  ) -> FolderOutcome {
    var diagnostics = enterprise.diagnostics
    for finding in clash { diagnostics.report(finding.code, at: nil, finding.arguments) }
    return failed(enterprise, diagnostics, .usage, printer(for: enterprise))
  }

  private func printer(for enterprise: EnterpriseReading) -> DiagnosticPrinter {
    DiagnosticPrinter(
      option: command.options.language, settings: enterprise.settings?.organisation.language)
  }

  private func report(_ enterprise: EnterpriseReading) -> FolderOutcome {
    var diagnostics = enterprise.diagnostics
    let printer = printer(for: enterprise)
    let bokslut = EnterpriseBokslut(
      enterprise, year: command.year, mustBeFinal: command.slutlig, diagnostics: &diagnostics)
    guard let bokslut, !diagnostics.hasErrors else {
      // What is wrong may come of a file that is half written.
      enterprise.reportChanges(to: &diagnostics)
      return failed(
        enterprise, diagnostics, ExitStatus(enterprise.state, hasErrors: true), printer)
    }
    let place = EditionPlace(
      output: command.output, organisation: bokslut.settings.organisation.id,
      year: bokslut.yearLabel, edition: .intern)
    do {
      let files = try files(bokslut)
      enterprise.reportChanges(to: &diagnostics)
      guard !diagnostics.hasErrors else {
        return failed(enterprise, diagnostics, .wrongInput, printer)
      }
      if !command.force, let newer = newerProgram(at: place.path) { throw newer }
      try EditionWriter().write(files, to: place)
      return succeeded(enterprise, diagnostics, place, printer)
    } catch {
      let (finding, status) = explain(error)
      diagnostics.report(finding.code, at: nil, finding.arguments)
      return failed(enterprise, diagnostics, status, printer)
    }
  }

  /// The files of the edition, in memory.
  private func files(_ bokslut: EnterpriseBokslut) throws -> [OutputFile] {
    let report = try bokslut.report(language: command.options.language)
    let cleared = try Disclosure.clear(report, for: .intern)
    return try EditionExporter.files(cleared, inputs: bokslut.inputs, program: Self.program)
  }

  /// The edition that stands there was made by a newer version of the program.
  private struct NewerProgram: Error { let version: String }

  /// An older program must not silently replace what a newer one wrote.
  private func newerProgram(at path: String) -> NewerProgram? {
    guard let old = FileManager.default.contents(atPath: "\(path)/bokslut.json") else {
      return nil
    }
    let theirs: String
    do throws(PackageError) {
      theirs = try BokslutPackage(bytes: old).program.version
    } catch .unknownSchema(let schema?) {
      // A schema that this version does not know is a newer one's.
      return NewerProgram(version: schema)
    } catch {
      // What is no package was written by no program, and gives way.
      return nil
    }
    func numbers(_ version: String) -> [Int] { version.split(separator: ".").map { Int($0) ?? 0 } }
    let isNewer = numbers(Self.program.version).lexicographicallyPrecedes(numbers(theirs))
    return isNewer ? NewerProgram(version: theirs) : nil
  }

  /// The finding and the status of what stopped the writing.
  private func explain(_ error: any Error) -> (Diagnostic, ExitStatus) {
    switch error {
    case let error as EditionWriteError: return error.finding(output: command.output)
    case WorkbookError.textTooLong(let sheet, let row):
      return (Diagnostic("CMD050", at: nil, ["sheet": sheet, "row": row]), .wrongInput)
    case let newer as NewerProgram:
      return (
        Diagnostic(
          "CMD019", at: nil,
          ["path": command.output, "version": newer.version]), .cannotWrite
      )
    default:
      return (
        Diagnostic("CMD014", at: nil, ["fault": String(describing: error)]), .fault
      )
    }
  }

  private func failed(
    _ enterprise: EnterpriseReading, _ diagnostics: DiagnosticList, _ status: ExitStatus,
    _ printer: DiagnosticPrinter
  ) -> FolderOutcome {
    let count = diagnostics.sorted.filter { $0.severity == .error }.count
    printer.say(
      TerminalText.of(
        "report.failed", in: printer.language,
        ["folder": enterprise.maskedPath, "count": "\(count)"]))
    printer.print(diagnostics, from: showsWarnings ? .warning : .error)
    log.write(enterprise, diagnostics, status, place: nil, language: printer.language)
    return FolderOutcome(status: status)
  }

  private func succeeded(
    _ enterprise: EnterpriseReading, _ diagnostics: DiagnosticList, _ place: EditionPlace,
    _ printer: DiagnosticPrinter
  ) -> FolderOutcome {
    let hasWarnings = diagnostics.worst == .warning
    if showsWarnings { printer.print(diagnostics, from: .warning) }
    let status: ExitStatus = command.strict && hasWarnings ? .warnings : .done
    if !command.quiet, command.verbose || isatty(STDOUT_FILENO) == 1 {
      print(
        "\(enterprise.maskedPath) \(place.year) -> \(PersonalIdentityNumber.masked(place.path))")
    }
    log.write(enterprise, diagnostics, status, place: place.path, language: printer.language)
    return FolderOutcome(status: status, hasWarnings: hasWarnings)
  }

  /// Off a terminal warnings are silent unless asked for: cron mails what is printed.
  private var showsWarnings: Bool {
    command.verbose || command.strict || (isTerminal && !command.quiet)
  }
}

extension EditionWriteError {
  /// The finding and the status that it is; `output` is the folder that was written to.
  func finding(output: String) -> (Diagnostic, ExitStatus) {
    func cannotWrite(_ path: String, _ reason: String) -> Diagnostic {
      Diagnostic("CMD013", at: nil, ["path": path, "reason": reason])
    }
    switch self {
    case .unsafeName(let name): return (cannotWrite(output, "”\(name)”"), .cannotWrite)
    case .cannotWrite(let path, let number):
      return (cannotWrite(path, String(cString: strerror(number))), .cannotWrite)
    case .readWrite(let path, let number):
      return (cannotWrite(path, String(cString: strerror(number))), .readWriteError)
    }
  }
}
