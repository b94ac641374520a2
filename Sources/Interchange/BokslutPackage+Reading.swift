// From JSON to a package.

import Bookkeeping

/// Why a file is not a package that we read.
package enum PackageError: Error, Hashable, Sendable {
  /// It is not JSON.
  case notJSON(JSONFault)
  /// It is of another schema, or states none.
  case unknownSchema(String?)
  /// A member is missing or of another type; the path is like `figures[3].id`.
  case invalid(path: String)
}

extension BokslutPackage {
  /// Reads bokslut.json. Members that are not known are left alone.
  package init(bytes: [UInt8]) throws(PackageError) {
    let json: JSONValue
    do { json = try JSONValue(bytes: bytes) } catch { throw .notJSON(error) }
    let root = PackageNode(value: json, path: "")
    let schema: String? = if case .string(let text) = json["schema"] { text } else { nil }
    guard schema == Self.schema else { throw .unknownSchema(schema) }
    let program = try root.member("program")
    let year = try root.member("fiscalYear")
    guard let edition = Edition(rawValue: try root.text("edition")) else {
      throw .invalid(path: "edition")
    }
    guard let days = DateRange(try year.date("from"), try year.date("to")) else {
      throw .invalid(path: "fiscalYear")
    }
    self.init(
      program: ProgramInfo(name: try program.text("name"), version: try program.text("version")),
      edition: edition, language: try root.text("language"),
      organisation: try PackageOrganisation(root.member("organisation")),
      yearLabel: try year.text("label"), year: days, date: try root.date("date"),
      inputs: try root.list("inputs") { node throws(PackageError) in try FileDigest(node) },
      files: try root.list("files") { node throws(PackageError) in try FileDigest(node) },
      parameters: try root.list("parameters") { node throws(PackageError) in
        try PackageParameter(node)
      },
      figures: try root.list("figures") { node throws(PackageError) in
        try PackageFigure(node)
      })
  }
}

/// A JSON value with its path, for faults that say where.
private struct PackageNode {
  let value: JSONValue
  let path: String

  func member(_ name: String) throws(PackageError) -> PackageNode {
    guard let member = optional(name) else { throw .invalid(path: inner(name)) }
    return member
  }

  func optional(_ name: String) -> PackageNode? {
    guard let value = value[name], value != .null else { return nil }
    return PackageNode(value: value, path: inner(name))
  }

  func text(_ name: String) throws(PackageError) -> String { try member(name).text() }

  func text() throws(PackageError) -> String {
    guard case .string(let text) = value else { throw .invalid(path: path) }
    return text
  }

  func date(_ name: String) throws(PackageError) -> CalendarDate {
    guard let date = CalendarDate(try text(name)) else { throw .invalid(path: inner(name)) }
    return date
  }

  func list<Element>(
    _ name: String, _ read: (PackageNode) throws(PackageError) -> Element
  ) throws(PackageError) -> [Element] { try member(name).list(read) }

  func list<Element>(
    _ read: (PackageNode) throws(PackageError) -> Element
  ) throws(PackageError) -> [Element] {
    guard case .array(let values) = value else { throw .invalid(path: path) }
    var elements: [Element] = []
    for (index, value) in values.enumerated() {
      elements.append(try read(PackageNode(value: value, path: "\(path)[\(index)]")))
    }
    return elements
  }

  private func inner(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
}

extension PackageOrganisation {
  fileprivate init(_ node: PackageNode) throws(PackageError) {
    self.init(
      id: try node.text("id"), name: try node.text("name"),
      number: try node.optional("number")?.text(), form: try node.text("form"))
  }
}

extension FileDigest {
  fileprivate init(_ node: PackageNode) throws(PackageError) {
    self.init(path: try node.text("path"), sha256: try node.text("sha256"))
  }
}

extension PackageParameter {
  fileprivate init(_ node: PackageNode) throws(PackageError) {
    self.init()
    id = try node.text("id")
    for (name, path) in Self.fields {
      self[keyPath: path] = try node.optional(name)?.text() ?? ""
    }
  }
}

extension PackageFigure {
  fileprivate init(_ node: PackageNode) throws(PackageError) {
    var formula: PackageFormula?
    if let inner = node.optional("formula") { formula = try PackageFormula(inner) }
    self.init(
      id: try node.text("id"), label: try node.text("label"),
      value: try node.optional("value")?.text(), unit: try node.text("unit"), formula: formula,
      parts: try node.list("parts") { node throws(PackageError) in try node.text() })
  }
}

extension PackageFormula {
  fileprivate init(_ node: PackageNode) throws(PackageError) {
    func terms(_ node: PackageNode) throws(PackageError) -> [PackageFormula] {
      try node.list { node throws(PackageError) in try PackageFormula(node) }
    }
    if let id = node.optional("figure") {
      self = .figure(try id.text())
    } else if let number = node.optional("number") {
      self = .number(try number.text())
    } else if let list = node.optional("add") {
      self = .add(try terms(list))
    } else if let list = node.optional("multiply") {
      self = .multiply(try terms(list))
    } else if let ids = node.optional("sum") {
      self = .sum(try ids.list { node throws(PackageError) in try node.text() })
    } else if let inner = node.optional("round") {
      let decimals = try node.member("decimals")
      guard case .number(let text) = decimals.value, let places = Int(text),
        (0...18).contains(places)
      else { throw .invalid(path: decimals.path) }
      self = .round(try PackageFormula(inner), decimals: places)
    } else {
      throw .invalid(path: node.path)
    }
  }
}
