// What bokslut.json holds: a year's figures in a form that other programs read and check.

import Bookkeeping

/// The package of a year and an edition (schema `dualbokslut/1`). It holds no record-level data.
public struct BokslutPackage: Hashable, Sendable {
  /// The schema that this program writes and reads.
  public static let schema = "dualbokslut/1"

  /// Who wrote it.
  public var program: ProgramInfo
  /// Which edition.
  public var edition: Edition
  /// The language of labels: sv or en.
  public var language: String
  /// Whom it is about.
  public var organisation: PackageOrganisation
  /// The year's label: `2025`.
  public var yearLabel: String
  /// The year's days.
  public var year: DateRange
  /// The day printed in the report.
  public var date: CalendarDate
  /// The inputs by their contents.
  public var inputs: [FileDigest]
  /// The other files of the edition folder by their contents.
  public var files: [FileDigest]
  /// Assumptions and parameters.
  public var parameters: [PackageParameter]
  /// Every figure.
  public var figures: [PackageFigure]

  /// A package.
  public init(
    program: ProgramInfo, edition: Edition, language: String,
    organisation: PackageOrganisation, yearLabel: String, year: DateRange, date: CalendarDate,
    inputs: [FileDigest], files: [FileDigest], parameters: [PackageParameter],
    figures: [PackageFigure]
  ) {
    self.program = program
    self.edition = edition
    self.language = language
    self.organisation = organisation
    self.yearLabel = yearLabel
    self.year = year
    self.date = date
    self.inputs = inputs
    self.files = files
    self.parameters = parameters
    self.figures = figures
  }

  /// The figure of an id, or nil.
  public func figure(_ id: String) -> PackageFigure? { figures.first { $0.id == id } }
}

/// The program and its version.
public struct ProgramInfo: Hashable, Sendable {
  /// `dualbokslut`.
  public let name: String
  /// `0.1.0`.
  public let version: String

  /// A program.
  public init(name: String = "dualbokslut", version: String) {
    self.name = name
    self.version = version
  }
}

/// Whom a package is about.
public struct PackageOrganisation: Hashable, Sendable {
  /// The settings' id.
  public let id: String
  /// The name.
  public let name: String
  /// The organisation number, when the settings state it.
  public let number: String?
  /// The legal form in Swedish.
  public let form: String

  /// An organisation.
  public init(id: String, name: String, number: String?, form: String) {
    self.id = id
    self.name = name
    self.number = number
    self.form = form
  }
}

/// A file by its contents.
public struct FileDigest: Hashable, Sendable {
  /// An input's path relative to the enterprise's folder, or a sibling's to the edition folder.
  public let path: String
  /// SHA-256 in lower-case hexadecimal.
  public let sha256: String

  /// A digest.
  public init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}

/// An assumption or parameter; texts and numbers as antaganden.csv has them, empty when absent.
public struct PackageParameter: Hashable, Sendable {
  /// The id.
  public var id = ""
  /// The value.
  public var value = ""
  /// Low case.
  public var low = ""
  /// High case.
  public var high = ""
  /// The unit.
  public var unit = ""
  /// First day.
  public var validFrom = ""
  /// Last day.
  public var validTo = ""
  /// Where it was found.
  public var source = ""
  /// How well the source was seen.
  public var status = ""
  /// Kinds of lines or series, joined by `;`.
  public var usedBy = ""

  /// An empty one.
  public init() {}
}

/// A figure.
public struct PackageFigure: Hashable, Sendable {
  /// The id (Reporting/FigureID.swift documents them).
  public let id: String
  /// What it is.
  public let label: String
  /// The value as exact decimal text; nil is hidden.
  public let value: String?
  /// The unit.
  public let unit: String
  /// How it is computed.
  public let formula: PackageFormula?
  /// The figures it is made from.
  public let parts: [String]

  /// A figure.
  public init(
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
public indirect enum PackageFormula: Hashable, Sendable {
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
