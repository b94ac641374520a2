// From a package to JSON.

import Bookkeeping

extension BokslutPackage {
  /// The bytes of bokslut.json; the same package gives the same bytes.
  package var bytes: [UInt8] { bytes(with: figures) }

  /// The same with these figures, made one by one: a report has thousands.
  package func bytes(with figures: some RandomAccessCollection<PackageFigure>) -> [UInt8] {
    var told: [(name: String, value: JSONValue)] = []
    if let warnings { told.append(("warnings", warnings.json)) }
    let json = JSONValue.object(
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
      ] + members(preliminary) + told + [
        ("inputs", .array(inputs) { $0.json }),
        ("files", .array(files) { $0.json }),
        ("parameters", .array(parameters) { $0.json }),
        ("figures", .array(figures) { $0.json }),
      ])
    return json.bytes(expecting: figures.count * 300)
  }
}

extension BokslutPackage {
  /// The member that only a preliminary report has.
  private func members(_ preliminary: PackagePreliminary?) -> [(name: String, value: JSONValue)] {
    preliminary.map { [("preliminary", $0.json)] } ?? []
  }
}

extension PackageWarnings {
  fileprivate var json: JSONValue {
    .object([("number", .whole(number)), ("gravest", gravest.map { .string($0) } ?? .null)])
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

extension PackagePreliminary {
  fileprivate var json: JSONValue {
    var members: [(name: String, value: JSONValue)] = [("reason", .string(reason))]
    if let day { members.append(("day", .string(day))) }
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
    members.append(("parts", .array(parts) { .string($0) }))
    return .object(members)
  }
}

extension PackageFormula {
  fileprivate var json: JSONValue {
    switch self {
    case .figure(let id): .object([("figure", .string(id))])
    case .number(let text): .object([("number", .string(text))])
    case .add(let terms): .object([("add", .array(terms) { $0.json })])
    case .multiply(let terms): .object([("multiply", .array(terms) { $0.json })])
    case .round(let inner, let decimals):
      .object([("round", inner.json), ("decimals", .whole(decimals))])
    case .sum(let ids): .object([("sum", .array(ids) { .string($0) })])
    }
  }
}
