// From JSON to a package.

import Bookkeeping
import Foundation

/// Why a file is not a package that we read.
package enum PackageError: Error, Hashable, Sendable {
  /// It is not JSON.
  case notJSON
  /// It is of another schema, or states none.
  case unknownSchema(String?)
  /// A member is missing or of another type; the path is like `figures[3].id`.
  case invalid(path: String)
}

extension BokslutPackage {
  /// Reads bokslut.json. Members that are not known are left alone.
  package init(bytes: Data) throws(PackageError) {
    do {
      self = try JSONDecoder().decode(Self.self, from: bytes)
    } catch let error as PackageError {
      throw error
    } catch {
      throw PackageError(error)
    }
  }
}

extension PackageError {
  /// What the decoder says, by its path; a fault of the text as a whole has none.
  fileprivate init(_ error: any Error) {
    let keys: [any CodingKey] =
      switch error as? DecodingError {
      case .keyNotFound(let key, let place)?: place.codingPath + [key]
      case .typeMismatch(_, let place)?, .valueNotFound(_, let place)?, .dataCorrupted(let place)?:
        place.codingPath
      default: []
      }
    let path = keys.reduce(into: "") { path, key in
      if let index = key.intValue {
        path += "[\(index)]"
      } else {
        path += path.isEmpty ? key.stringValue : ".\(key.stringValue)"
      }
    }
    self = keys.isEmpty ? .notJSON : .invalid(path: path)
  }
}

extension BokslutPackage: Decodable {
  private enum CodingKeys: String, CodingKey {
    case schema, program, edition, language, organisation, fiscalYear, date, preliminary, warnings
    case inputs, files, parameters, figures
  }

  private enum YearKeys: String, CodingKey {
    case label, from, to
  }

  /// Reads a package; one of another schema is looked at no further.
  package init(from decoder: any Decoder) throws {
    let members = try? decoder.container(keyedBy: CodingKeys.self)
    let schema = try? members?.decode(String.self, forKey: .schema)
    guard let members, schema == Self.schema else { throw PackageError.unknownSchema(schema) }
    program = try members.decode(ProgramInfo.self, forKey: .program)
    let year = try members.nestedContainer(keyedBy: YearKeys.self, forKey: .fiscalYear)
    edition = try members.decode(Edition.self, forKey: .edition)
    yearLabel = try year.decode(String.self, forKey: .label)
    guard let days = DateRange(try year.date(.from), try year.date(.to)) else {
      throw PackageError.invalid(path: "fiscalYear")
    }
    self.year = days
    language = try members.decode(String.self, forKey: .language)
    organisation = try members.decode(PackageOrganisation.self, forKey: .organisation)
    date = try members.date(.date)
    preliminary = try members.decodeIfPresent(PackagePreliminary.self, forKey: .preliminary)
    warnings = try members.decodeIfPresent(PackageWarnings.self, forKey: .warnings)
    inputs = try members.decode([FileDigest].self, forKey: .inputs)
    files = try members.decode([FileDigest].self, forKey: .files)
    parameters = try members.decode([PackageParameter].self, forKey: .parameters)
    figures = try members.decode([PackageFigure].self, forKey: .figures)
  }
}

extension KeyedDecodingContainer {
  fileprivate func date(_ key: Key) throws -> CalendarDate {
    guard let date = CalendarDate(try decode(String.self, forKey: key)) else {
      throw DecodingError.dataCorruptedError(forKey: key, in: self, debugDescription: "no date")
    }
    return date
  }
}

extension PackageParameter: Decodable {
  enum CodingKeys: String, CodingKey {
    case id, value, low, high, unit, validFrom, validTo, source, status, usedBy
  }

  /// The names of JSON with the places of the values: one table for writing and reading.
  static var fields: [(key: CodingKeys, path: WritableKeyPath<PackageParameter, String>)] {
    [
      (.id, \.id), (.value, \.value), (.low, \.low), (.high, \.high), (.unit, \.unit),
      (.validFrom, \.validFrom), (.validTo, \.validTo), (.source, \.source),
      (.status, \.status), (.usedBy, \.usedBy),
    ]
  }

  /// Reads a parameter; only its id must be there.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    for (key, path) in Self.fields {
      self[keyPath: path] = try members.decodeIfPresent(String.self, forKey: key) ?? ""
    }
    id = try members.decode(String.self, forKey: .id)
  }
}

extension PackageFormula: Decodable {
  private enum CodingKeys: String, CodingKey {
    case figure, number, add, multiply, sum, round, decimals
  }

  /// How deep a formula may lie in the package: no deeper than our own stack carries.
  private static let depth = 64

  /// Reads a formula by the member that names its kind.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    let unknown = DecodingError.dataCorrupted(
      .init(codingPath: decoder.codingPath, debugDescription: "no formula"))
    guard decoder.codingPath.count < Self.depth else { throw unknown }
    if let id = try members.decodeIfPresent(String.self, forKey: .figure) {
      self = .figure(id)
    } else if let number = try members.decodeIfPresent(String.self, forKey: .number) {
      self = .number(number)
    } else if let terms = try members.decodeIfPresent([PackageFormula].self, forKey: .add) {
      self = .add(terms)
    } else if let terms = try members.decodeIfPresent([PackageFormula].self, forKey: .multiply) {
      self = .multiply(terms)
    } else if let ids = try members.decodeIfPresent([String].self, forKey: .sum) {
      self = .sum(ids)
    } else if let inner = try members.decodeIfPresent(PackageFormula.self, forKey: .round) {
      let decimals = try members.decode(Int.self, forKey: .decimals)
      guard (0...18).contains(decimals) else {
        throw DecodingError.dataCorruptedError(
          forKey: .decimals, in: members, debugDescription: "not 0 to 18")
      }
      self = .round(inner, decimals: decimals)
    } else {
      throw unknown
    }
  }
}
