// The parts that say where the others are: relations and the workbook itself.

/// A relation from one part to another.
struct PartRelation: Hashable {
  /// The last word of its type: `worksheet`, `styles`, `sharedStrings`, `officeDocument`.
  let kind: String
  /// The path of the other part in the package.
  let path: String
}

/// Reads a `.rels` part.
final class RelationsPart: XMLHandler {
  private let folder: [Substring]
  /// By id.
  private(set) var relations: [String: PartRelation] = [:]

  /// `source` is the part whose relations they are: targets are relative to its folder.
  init(of source: String) {
    folder = source.split(separator: "/").dropLast()
  }

  /// Where the relations of a part lie: `xl/_rels/workbook.xml.rels`.
  static func path(of source: String) -> String {
    let steps = source.split(separator: "/")
    let name = steps.last ?? ""
    return (steps.dropLast() + ["_rels", "\(name).rels"]).joined(separator: "/")
  }

  func start(_ name: String, _ attributes: XMLAttributes) throws(XMLFault) {
    guard name == "Relationship", let id = attributes["Id"], let type = attributes["Type"],
      let target = attributes["Target"], attributes["TargetMode"] != "External"
    else { return }
    guard relations.count < WorkbookLimits.declarations else { throw .tooLarge }
    let kind = type.split(separator: "/").last.map(String.init) ?? ""
    relations[id] = PartRelation(kind: kind, path: resolved(target))
  }

  func end(_ name: String) {}
  /// The first relation of a kind.
  func path(kind: String) -> String? {
    relations.values.filter { $0.kind == kind }.map(\.path).min()
  }

  /// The paths of all relations of a kind, sorted.
  func paths(kind: String) -> [String] {
    relations.values.filter { $0.kind == kind }.map(\.path).sorted()
  }

  /// A target may be relative to the folder, absolute, or climb by `..`.
  private func resolved(_ target: String) -> String {
    var steps = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(step) }
    }
    return steps.joined(separator: "/")
  }
}

/// A sheet as the workbook lists it.
struct SheetEntry: Hashable {
  let name: String
  /// The relation that leads to its part.
  let relation: String
  /// Hidden, or hidden so that only a program can show it.
  let isHidden: Bool
}

/// Reads `workbook.xml`: the sheets in order and the date system.
final class WorkbookPart: XMLHandler {
  private(set) var sheets: [SheetEntry] = []
  /// Whether day 0 is 1 January 1904, as older Excel for Mac counts.
  private(set) var usesDateSystem1904 = false
  /// Whether the root element is a workbook's.
  private(set) var isWorkbook = false
  private var isInSheets = false

  func start(_ name: String, _ attributes: XMLAttributes) throws(XMLFault) {
    switch name {
    case "workbook":
      isWorkbook = true
    case "workbookPr":
      usesDateSystem1904 = ["1", "true"].contains(attributes["date1904"])
    case "sheets":
      isInSheets = true
    case "sheet" where isInSheets:
      guard sheets.count < WorkbookLimits.declarations else { throw .tooLarge }
      sheets.append(
        SheetEntry(
          name: String((attributes["name"] ?? "").prefix(WorkbookLimits.nameLetters)),
          relation: attributes.namespaced("id") ?? "",
          isHidden: (attributes["state"] ?? "visible") != "visible"))
    default:
      break
    }
  }

  func end(_ name: String) {
    if name == "sheets" { isInSheets = false }
  }
}
