// `dualbokslut init DIR`: a new enterprise's folder, or one carried on to the next year.

import ArgumentParser
import Diagnostics
import Exporters

/// Writes settings with explanations, a register to fill in and a place for the books.
struct InitCommand: ParsableCommand {
  static var configuration: CommandConfiguration { CommandConfiguration("init") }

  @Argument(help: .text("init.folder"), completion: .directory)
  var folder: String

  @Flag(help: .text("init.csv"))
  var csv = false

  @Flag(help: .text("init.next-year"))
  var nextYear = false

  @Flag(name: .customLong("bara-bokforing"), help: .text("init.books-alone"))
  var booksAlone = false

  @OptionGroup var options: LanguageOption

  mutating func validate() throws {
    if nextYear, csv || booksAlone {
      throw ValidationError(TerminalText.of("init.csv-next-year", in: HelpText.language))
    }
    if csv, booksAlone {
      throw ValidationError(TerminalText.of("init.csv-books-alone", in: HelpText.language))
    }
  }

  mutating func run() throws {
    if nextYear {
      return try NextYearRun(folder: folder, language: options.language).run().exit()
    }
    let printer = DiagnosticPrinter(option: options.language)
    let path = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    do throws(TemplateFolderError) {
      // Files never look at the environment.
      try TemplateFolder.write(
        to: path, register: register, in: options.language ?? .swedish)
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
        folder: path, register: register, files: options.language ?? .swedish,
        in: printer.language),
      terminator: "")
  }

  private var register: EnterpriseTemplate.Register {
    booksAlone ? .none : csv ? .tables : .workbook
  }
}
