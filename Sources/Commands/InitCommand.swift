// `dualbokslut init DIR`: a new enterprise's folder, ready to be filled in.

import ArgumentParser
import Diagnostics
import Exporters

/// Writes settings with explanations, a register to fill in and a place for the books.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Skapar en mapp att fylla i: inställningar, register och plats för bokföringen.")

  @Argument(help: "Den nya mappen. Den får finnas om den är tom.")
  var folder: String

  @Flag(help: "Registret som CSV-filer i stället för en arbetsbok.")
  var csv = false

  @OptionGroup var options: LanguageOption

  mutating func run() throws {
    let printer = DiagnosticPrinter(option: options.language)
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    do throws(TemplateFolderError) {
      try TemplateFolder.write(to: path, register: csv ? .tables : .workbook)
    } catch {
      switch error {
      case .occupied(let path):
        printer.print(Diagnostic("INI004", at: nil, ["path": path]))
        try ExitStatus.cannotWrite.exit()
      case .cannotWrite(let path, let reason):
        printer.print(
          Diagnostic("INI005", at: nil, ["path": path, "reason": reason]))
        try ExitStatus.cannotWrite.exit()
      case .workbook(let fault):
        printer.print(Diagnostic("CMD014", at: nil, ["fault": "\(fault)"]))
        try (ExitStatus(rawValue: fault.exitCode) ?? .fault).exit()
      }
    }
    print(
      EnterpriseTemplate.nextSteps(
        folder: path, register: csv ? .tables : .workbook, in: printer.language),
      terminator: "")
  }
}
