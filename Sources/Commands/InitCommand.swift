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

  @Flag(
    name: .customLong("bara-bokforing"),
    help: "För er som börjar med bokföringen: utan register och antaganden, inget att fylla i.")
  var booksAlone = false

  @OptionGroup var options: LanguageOption

  mutating func validate() throws {
    if csv, booksAlone {
      throw ValidationError("--csv gäller registret, som --bara-bokforing lämnar utanför.")
    }
  }

  mutating func run() throws {
    let printer = DiagnosticPrinter(option: options.language)
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    do throws(TemplateFolderError) {
      try TemplateFolder.write(to: path, register: register)
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
        folder: path, register: register, in: printer.language),
      terminator: "")
  }

  private var register: EnterpriseTemplate.Register {
    booksAlone ? .none : csv ? .tables : .workbook
  }
}
