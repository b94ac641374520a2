// `dualbokslut init DIR`: a new enterprise's folder, or one carried on to the next year.

import ArgumentParser
import Diagnostics
import Exporters

/// Writes settings with explanations, a register to fill in and a place for the books.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Skapar en mapp att fylla i, eller öppnar nästa år i en som finns (--next-year).")

  @Argument(help: "Den nya mappen, som får finnas om den är tom; med --next-year den som finns.")
  var folder: String

  @Flag(help: "Registret som CSV-filer i stället för en arbetsbok.")
  var csv = false

  @Flag(
    help: ArgumentHelp(
      "För en mapp som finns vidare till nästa räkenskapsår.",
      discussion: "Ingenting tas bort, och en körning till ändrar ingenting."))
  var nextYear = false

  @OptionGroup var options: LanguageOption

  mutating func validate() throws {
    if nextYear, csv { throw ValidationError("--csv hör till en ny mapp, inte till --next-year.") }
  }

  mutating func run() throws {
    if nextYear {
      return try NextYearRun(folder: folder, language: options.language).run().exit()
    }
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
