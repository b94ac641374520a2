// The years before the report's among an enterprise's files, each computed once.

import Bookkeeping
import Calculation
import Diagnostics
import Importers
import Rulebook

extension EarlierYear {
  /// Every year before `books`, newest first; what keeps one from being computed is a warning that
  /// names the year, and the report goes on without it.
  static func all(
    before books: YearBooks, in files: BooksReading, known: [PreviousBooks],
    of enterprise: EnterpriseReading, bank: ParameterBank, diagnostics: inout DiagnosticList
  ) -> [EarlierYear] {
    guard let settings = enterprise.settings else { return [] }
    var years: [EarlierYear] = []
    for file in files.all where file.year.end < books.year.start {
      let label = files.label(of: file.year)
      guard !file.findings.hasErrors else {
        let errors = file.findings.sorted.filter { $0.severity == .error }
        years.append(EarlierYear(label: label, year: file.year, content: .leftOut(errors)))
        continue
      }
      years.append(
        EarlierYear(
          label: label,
          books: FirstBokslutInput(
            form: settings.organisation.form, year: file.year, current: file.own.trialBalance,
            previous: nil, links: settings.links, rowOverrides: settings.rowOverrides,
            location: SourceLocation(file: file.path)),
          ledger: file.reading.ledger, settings: settings, register: enterprise.register,
          bank: bank))
    }
    for balances in known {
      guard let year = balances.year ?? balances.trialBalance.fiscalYear,
        year.end < books.year.start, !years.contains(where: { $0.year == year })
      else { continue }
      years.append(
        EarlierYear(label: files.label(of: year), year: year, content: .withoutFile))
    }
    for year in years { year.report(to: &diagnostics) }
    return years.sorted { $0.year > $1.year }
  }

  private func report(to diagnostics: inout DiagnosticList) {
    guard case .leftOut(let findings) = content else { return }
    for finding in findings {
      diagnostics.report(
        "KAL031", at: finding.location,
        ["year": label, "finding": DiagnosticArgument.finding(finding.code, finding.arguments)])
    }
  }
}
