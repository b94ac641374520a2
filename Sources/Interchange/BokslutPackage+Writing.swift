// From a package to JSON.

import Bookkeeping

extension BokslutPackage {
  /// The bytes of bokslut.json; the same package gives the same bytes.
  package var bytes: [UInt8] { json.bytes }

  private var json: JSONValue {
    .object([
      .init("schema", .string(Self.schema)),
      .init(
        "program",
        .object([
          .init("name", .string(program.name)), .init("version", .string(program.version)),
        ])),
      .init("edition", .string(edition.rawValue)),
      .init("language", .string(language)),
      .init("organisation", organisation.json),
      .init(
        "fiscalYear",
        .object([
          .init("label", .string(yearLabel)), .init("from", .string(year.start.description)),
          .init("to", .string(year.end.description)),
        ])),
      .init("date", .string(date.description)),
      .init("inputs", .array(inputs.map(\.json))),
      .init("files", .array(files.map(\.json))),
      .init("parameters", .array(parameters.map(\.json))),
      .init("figures", .array(figures.map(\.json))),
    ])
  }
}

extension PackageOrganisation {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(id)), .init("name", .string(name)),
    ]
    if let number { members.append(.init("number", .string(number))) }
    members.append(.init("form", .string(form)))
    return .object(members)
  }
}

extension FileDigest {
  fileprivate var json: JSONValue {
    .object([.init("path", .string(path)), .init("sha256", .string(sha256))])
  }
}

extension PackageParameter {
  /// The names of JSON with the places of the values: one table for writing and reading.
  static var fields: [(name: String, path: WritableKeyPath<PackageParameter, String>)] {
    [
      ("id", \.id), ("value", \.value), ("low", \.low), ("high", \.high), ("unit", \.unit),
      ("validFrom", \.validFrom), ("validTo", \.validTo), ("source", \.source),
      ("status", \.status), ("usedBy", \.usedBy),
    ]
  }

  fileprivate var json: JSONValue {
    .object(
      Self.fields.filter { !self[keyPath: $0.path].isEmpty }.map {
        .init($0.name, .string(self[keyPath: $0.path]))
      })
  }
}

extension PackageFigure {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(id)), .init("label", .string(label)),
      .init("value", value.map { .string($0) } ?? .null), .init("unit", .string(unit)),
    ]
    if let formula { members.append(.init("formula", formula.json)) }
    members.append(.init("parts", .array(parts.map { .string($0) })))
    return .object(members)
  }
}

extension PackageFormula {
  fileprivate var json: JSONValue {
    switch self {
    case .figure(let id): .object([.init("figure", .string(id))])
    case .number(let text): .object([.init("number", .string(text))])
    case .add(let terms): .object([.init("add", .array(terms.map(\.json)))])
    case .multiply(let terms): .object([.init("multiply", .array(terms.map(\.json)))])
    case .round(let inner, let decimals):
      .object([.init("round", inner.json), .init("decimals", .whole(decimals))])
    case .sum(let ids): .object([.init("sum", .array(ids.map { .string($0) }))])
    }
  }
}
