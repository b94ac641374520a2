// From a package to JSON.

import Bookkeeping

extension BokslutPackage {
  /// The bytes of bokslut.json; the same package gives the same bytes.
  package var bytes: [UInt8] { json.bytes }

  private var json: JSONValue {
    .object(
      [
        ("schema", .string(Self.schema)),
        (
          "program",
          .object([("name", .string(program.name)), ("version", .string(program.version))])
        ),
        ("edition", .string(edition.rawValue)),
        ("language", .string(language)),
        ("organisation", organisation.json),
        (
          "fiscalYear",
          .object([
            ("label", .string(yearLabel)), ("from", .string(year.start.description)),
            ("to", .string(year.end.description)),
          ])
        ),
        ("date", .string(date.description)),
        ("inputs", .array(inputs.map(\.json))),
        ("files", .array(files.map(\.json))),
        ("parameters", .array(parameters.map(\.json))),
        ("figures", .array(figures.map(\.json))),
      ])
  }
}

extension PackageOrganisation {
  fileprivate var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("id", .string(id)), ("name", .string(name)),
    ]
    if let number { members.append(("number", .string(number))) }
    members.append(("form", .string(form)))
    return .object(members)
  }
}

extension FileDigest {
  fileprivate var json: JSONValue {
    .object([("path", .string(path)), ("sha256", .string(sha256))])
  }
}

extension PackageParameter {
  fileprivate var json: JSONValue {
    .object(
      Self.fields.filter { !self[keyPath: $0.path].isEmpty }.map {
        ($0.key.rawValue, .string(self[keyPath: $0.path]))
      })
  }
}

extension PackageFigure {
  fileprivate var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [
      ("id", .string(id)), ("label", .string(label)),
      ("value", value.map { .string($0) } ?? .null), ("unit", .string(unit)),
    ]
    if let formula { members.append(("formula", formula.json)) }
    members.append(("parts", .array(parts.map { .string($0) })))
    return .object(members)
  }
}

extension PackageFormula {
  fileprivate var json: JSONValue {
    switch self {
    case .figure(let id): .object([("figure", .string(id))])
    case .number(let text): .object([("number", .string(text))])
    case .add(let terms): .object([("add", .array(terms.map(\.json)))])
    case .multiply(let terms): .object([("multiply", .array(terms.map(\.json)))])
    case .round(let inner, let decimals):
      .object([("round", inner.json), ("decimals", .whole(decimals))])
    case .sum(let ids): .object([("sum", .array(ids.map { .string($0) }))])
    }
  }
}
