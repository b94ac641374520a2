// What bokslut.json holds: a year's figures in a form that other programs read and check.

import Bookkeeping

/// The package of a year and an edition (schema `dualbokslut/1`). It holds no record-level data.
package struct BokslutPackage: Hashable, Sendable {
  /// The schema that this program writes and reads.
  package static let schema = "dualbokslut/1"

  /// Who wrote it.
  package var program: ProgramInfo
  /// Which edition.
  package var edition: Edition
  /// The language of labels: sv or en.
  package var language: String
  /// Whom it is about.
  package var organisation: PackageOrganisation
  /// The year's label: `2025`.
  package var yearLabel: String
  /// The year's days.
  package var year: DateRange
  /// The day printed in the report.
  package var date: CalendarDate
  /// Why the books were preliminary; nil when they were not, or in a package of before 0.2.
  package var preliminary: PackagePreliminary?
  /// How many warnings the report has, and the gravest; nil in a package of an older program.
  package var warnings: PackageWarnings?
  /// The inputs by their contents.
  package var inputs: [FileDigest]
  /// The other files of the edition folder by their contents.
  package var files: [FileDigest]
  /// Assumptions and parameters.
  package var parameters: [PackageParameter]
  /// Every figure.
  package var figures: [PackageFigure]

  /// A package.
  package init(
    program: ProgramInfo, edition: Edition, language: String,
    organisation: PackageOrganisation, yearLabel: String, year: DateRange, date: CalendarDate,
    preliminary: PackagePreliminary? = nil, warnings: PackageWarnings? = nil,
    inputs: [FileDigest], files: [FileDigest],
    parameters: [PackageParameter],
    figures: [PackageFigure]
  ) {
    self.program = program
    self.edition = edition
    self.language = language
    self.organisation = organisation
    self.yearLabel = yearLabel
    self.year = year
    self.date = date
    self.preliminary = preliminary
    self.warnings = warnings
    self.inputs = inputs
    self.files = files
    self.parameters = parameters
    self.figures = figures
  }
}

/// The warnings of a report in brief.
package struct PackageWarnings: Hashable, Sendable, Decodable {
  /// How many.
  package let number: Int
  /// The gravest in words; nil when there is none.
  package let gravest: String?

  /// Warnings.
  package init(number: Int, gravest: String?) {
    self.number = number
    self.gravest = gravest
  }
}

/// The program and its version.
package struct ProgramInfo: Hashable, Sendable, Decodable {
  /// `dualbokslut`.
  package let name: String
  /// `0.1.0`.
  package let version: String

  /// A program.
  package init(name: String = "dualbokslut", version: String) {
    self.name = name
    self.version = version
  }
}

/// Whom a package is about.
package struct PackageOrganisation: Hashable, Sendable, Decodable {
  /// The settings' id.
  package let id: String
  /// The name.
  package let name: String
  /// The organisation number, when the settings state it.
  package let number: String?
  /// The legal form in Swedish.
  package let form: String

  /// An organisation.
  package init(id: String, name: String, number: String?, form: String) {
    self.id = id
    self.name = name
    self.number = number
    self.form = form
  }
}

/// Why the books behind a package may still have changed.
package struct PackagePreliminary: Hashable, Sendable, Decodable {
  /// A word of `PreliminaryBooks`.
  package let reason: String
  /// The day that the file was made or covers (ISO), where that is the reason.
  package let day: String?

  /// A reason.
  package init(reason: String, day: String?) {
    self.reason = reason
    self.day = day
  }
}

/// A file by its contents.
package struct FileDigest: Hashable, Sendable, Decodable {
  /// An input's path relative to the enterprise's folder, or a sibling's to the edition folder.
  package let path: String
  /// SHA-256 in lower-case hexadecimal.
  package let sha256: String

  /// A digest.
  package init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}

/// An assumption or parameter; texts and numbers as antaganden.csv has them, empty when absent.
package struct PackageParameter: Hashable, Sendable {
  /// The id.
  package var id = ""
  /// The value.
  package var value = ""
  /// Low case.
  package var low = ""
  /// High case.
  package var high = ""
  /// The unit.
  package var unit = ""
  /// First day.
  package var validFrom = ""
  /// Last day.
  package var validTo = ""
  /// Where it was found.
  package var source = ""
  /// How well the source was seen.
  package var status = ""
  /// Kinds of lines or series, joined by `;`.
  package var usedBy = ""

  /// An empty one.
  package init() {}
}

/// A figure.
package struct PackageFigure: Hashable, Sendable, Decodable {
  /// The id (Figures/FigureIDText.swift writes them).
  package let id: String
  /// What it is.
  package let label: String
  /// The value as exact decimal text; nil is hidden.
  package let value: String?
  /// The unit.
  package let unit: String
  /// How it is computed.
  package let formula: PackageFormula?
  /// The figures it is made from.
  package let parts: [String]

  /// A figure.
  package init(
    id: String, label: String, value: String?, unit: String, formula: PackageFormula?,
    parts: [String]
  ) {
    self.id = id
    self.label = label
    self.value = value
    self.unit = unit
    self.formula = formula
    self.parts = parts
  }
}

/// A formula over figure ids.
package indirect enum PackageFormula: Hashable, Sendable {
  /// `{"figure": "id"}`
  case figure(String)
  /// `{"number": "-1"}`
  case number(String)
  /// `{"add": [...]}`
  case add([PackageFormula])
  /// `{"multiply": [...]}`
  case multiply([PackageFormula])
  /// `{"round": ..., "decimals": 2}`, half away from zero
  case round(PackageFormula, decimals: Int)
  /// `{"sum": ["id", ...]}`
  case sum([String])
}
