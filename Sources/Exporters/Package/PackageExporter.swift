// From a cleared report to bokslut.json.

import Bookkeeping
import Diagnostics
import Disclosure
import Figures
import Interchange
import Reporting
import Rulebook

/// Writes the package.
package enum PackageExporter {
  /// The bytes of the package of a report beside its sibling files; its figures are made one by one
  /// as they are written.
  package static func bytes(
    _ report: ClearedReport, inputs: [FileDigest], files: [FileDigest], program: ProgramInfo
  ) -> [UInt8] {
    let package = BokslutPackage(
      program: program, edition: report.edition, language: report.language.rawValue,
      organisation: PackageOrganisation(
        id: report.organisation.id, name: report.organisation.name,
        number: report.organisation.number, form: report.organisation.form.rawValue),
      yearLabel: report.yearLabel, year: report.year.period, date: report.date,
      preliminary: report.preliminary.map {
        PackagePreliminary(reason: $0.word, day: $0.day?.description)
      },
      warnings: PackageWarnings(
        number: report.warnings.count, gravest: report.warnings.first?.text),
      inputs: inputs.sorted { $0.path < $1.path }, files: files.sorted { $0.path < $1.path },
      parameters: parameters(report), figures: [])
    return package.bytes(with: report.figures.lazy.map(figure))
  }

  private static func figure(_ figure: ClearedFigure) -> PackageFigure {
    PackageFigure(
      id: FigureIDText.text(figure.id), label: figure.label, value: figure.value?.exactText,
      unit: figure.unit.rawValue, formula: figure.formula.map(formula),
      parts: figure.parts.map(FigureIDText.text))
  }

  private static func formula(_ formula: Formula) -> PackageFormula {
    switch formula {
    case .figure(let id): .figure(FigureIDText.text(id))
    case .number(let number): .number(number.description)
    case .add(let terms): .add(terms.map(Self.formula))
    case .multiply(let terms): .multiply(terms.map(Self.formula))
    case .round(let inner, let decimals): .round(Self.formula(inner), decimals: decimals)
    case .sum(let ids): .sum(ids.map(FigureIDText.text))
    }
  }

  /// The assumptions and parameters, with the texts that antaganden.csv has.
  private static func parameters(_ report: ClearedReport) -> [PackageParameter] {
    func text(_ id: FigureID?) -> String {
      id.map { CSVExporter.text(of: .figure($0), in: report) } ?? ""
    }
    return report.listedValues.map { listed in
      var parameter = PackageParameter()
      parameter.id = listed.id
      parameter.value = listed.value == nil ? ListedValue.unlimited : text(listed.value)
      parameter.low = text(listed.low)
      parameter.high = text(listed.high)
      parameter.unit = listed.unit
      parameter.validFrom = listed.validFrom?.description ?? ""
      parameter.validTo = listed.validTo?.description ?? ""
      parameter.source = listed.source
      parameter.status = listed.status
      parameter.usedBy = listed.usedBy.joined(separator: ";")
      return parameter
    }
  }
}
