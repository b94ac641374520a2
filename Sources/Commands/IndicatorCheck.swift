// `dualbokslut check --indikatorer DIR`: what the register shows by itself, before there are books.

import ArgumentParser
import Bookkeeping
import Diagnostics
import Disclosure
import Enterprise
import Exporters
import Figures
import Reporting

/// Prints the indicators of one register.
struct IndicatorCheck {
  /// How they are written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For reading.
    case text
    /// As `indikatorer.csv` of a report.
    case csv
  }

  let year: String?
  let format: Format
  let language: Language?

  /// Reads a folder and prints what its register shows; problems go to stderr. Errors in the
  /// register stop it, blank or missing keys of the settings do not.
  func run(_ path: String) -> ExitStatus {
    var enterprise = EnterpriseReading(settingsOf: path)
    enterprise.readRegisterAlone()
    var diagnostics = enterprise.diagnostics
    let printer = DiagnosticPrinter(
      option: language, settings: enterprise.settings?.organisation.language)
    let register = RegisterAlone(enterprise, year: year, diagnostics: &diagnostics)
    enterprise.reportChanges(to: &diagnostics)
    printer.print(diagnostics, from: .warning)
    guard let register, !diagnostics.hasErrors else {
      return ExitStatus(enterprise.state, hasErrors: true)
    }
    do {
      let report = try Disclosure.clear(
        try ReportBuilder.indicators(
          register.observed, settings: register.settings, year: register.year,
          yearLabel: register.yearLabel, date: register.latestDay ?? register.year.end,
          language: language ?? printer.language),
        for: .intern)
      switch format {
      case .csv:
        for file in CSVExporter.files(report) {
          print(String(decoding: file.bytes, as: UTF8.self), terminator: "")
        }
      case .text: print(text(report, register), terminator: "")
      }
      return .done
    } catch {
      printer.print(Diagnostic("CMD014", at: nil, ["fault": "\(error)"]))
      return .fault
    }
  }

  /// Heading, why it is this year, and a line an indicator; groups stand under those of everyone.
  private func text(_ report: ClearedReport, _ register: RegisterAlone) -> String {
    let language = report.language
    let name = PersonalIdentityNumber.masked(report.organisation.name)
    let year = register.year
    let numbers = NumberText(report.language)
    var lines = [
      TerminalText.of(
        "indicators.heading", in: language,
        [
          "year": report.yearLabel, "start": "\(year.start)", "end": "\(year.end)",
          "name": name.isEmpty ? report.organisation.id : name,
        ]),
      reason(register, in: language), "",
    ]
    var group = ParticipantGroup.all
    let width = report.figures.map { label(of: $0, report).count }.max() ?? 0
    for figure in report.figures {
      guard case .indicator(let id, let own, .value) = figure.id, let value = figure.value else {
        continue
      }
      if own != group {
        lines.append("")
        group = own
      }
      let label = label(of: figure, report)
      var line =
        label + String(repeating: " ", count: width - label.count) + "  "
        + numbers.text(value, unit: figure.unit)
      if let part = report.figure(.indicator(id, own, .part))?.value,
        let whole = report.figure(.indicator(id, own, .whole))?.value
      {
        let share = TerminalText.of(
          "indicators.share", in: language,
          ["part": numbers.decimal(part.exactText), "whole": numbers.decimal(whole.exactText)])
        line += "  \(share)"
      }
      lines.append(line)
    }
    lines += [""] + notes(register, in: language)
    return lines.map { "\($0)\n" }.joined()
  }

  private func label(of figure: ClearedFigure, _ report: ClearedReport) -> String {
    if case .indicator(_, _, .value) = figure.id { figure.label } else { "" }
  }

  private func reason(_ register: RegisterAlone, in language: Language) -> String {
    let key =
      switch register.choice {
      case .books: "indicators.year-of-books"
      case .asked: "indicators.year-asked"
      case .latestRow: "indicators.year-of-register"
      }
    return TerminalText.of(key, in: language)
  }

  private func notes(_ register: RegisterAlone, in language: Language) -> [String] {
    var notes: [String] = []
    if let day = register.latestDay {
      notes.append(TerminalText.of("indicators.latest-day", in: language, ["day": "\(day)"]))
    }
    if !register.observed.knowsHolding {
      notes.append(TerminalText.of("indicators.holding-unknown", in: language))
    }
    return notes + [TerminalText.of("indicators.no-kronor", in: language)]
  }
}
