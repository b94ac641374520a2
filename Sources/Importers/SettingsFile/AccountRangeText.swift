// konton in the settings: one account, a range, or several.

import Diagnostics

/// konton: `3010-3019`, `3010`, or several.
struct AccountRangeText {
  /// The key with those above it.
  let key: SettingsPath
  /// The account numbers that a rule may name.
  let allowed: ClosedRange<Int>
  /// What is said of others.
  let outsideCode: DiagnosticCode

  /// kopplingar: result accounts; 899x is the result itself.
  static let links = AccountRangeText(
    key: ["kopplingar", "konton"], allowed: 3000...8999, outsideCode: "SET032")
  /// uppställning: what has a row; 899x only moves the result and class 9 is in neither statement.
  static let layout = AccountRangeText(
    key: ["uppställning", "konton"], allowed: 1000...8989, outsideCode: "SET096")

  /// The ranges that a value names; what cannot be read is reported.
  func ranges(_ node: SettingsNode, into problems: SettingsProblems) -> [ClosedRange<Int>] {
    switch node.content {
    case .text(let text):
      return text.split(separator: ",").compactMap {
        range($0.trimmed, at: node.location, into: problems)
      }
    case .list(let items):
      return items.flatMap { ranges($0, into: problems) }
    case .blank:
      problems.report("SET012", at: node.location, ["key": key])
    case .map:
      problems.report("SET015", at: node.location, ["key": key])
    }
    return []
  }

  private func range(
    _ text: String, at location: SourceLocation, into problems: SettingsProblems
  ) -> ClosedRange<Int>? {
    let facts: [String: any DiagnosticFact] = ["value": text]
    let parts = text.split(omittingEmptySubsequences: false) {
      $0 == "-" || $0 == "\u{2013}" || $0 == "\u{2212}"
    }.map { $0.trimmed }
    let isNumbers = parts.allSatisfy { part in
      (4...8).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber }
    }
    guard isNumbers, parts.count <= 2, let first = parts.first, let last = parts.last,
      let lower = Int(first.prefix(4)), let upper = Int(last.prefix(4))
    else {
      problems.report("SET030", at: location, facts)
      return nil
    }
    guard lower <= upper else {
      problems.report("SET031", at: location, facts)
      return nil
    }
    guard allowed.contains(lower), allowed.contains(upper) else {
      problems.report(outsideCode, at: location, facts)
      return nil
    }
    let isLong = parts.contains { $0.count > 4 }
    let coversWhole =
      first.dropFirst(4).allSatisfy { $0 == "0" } && last.dropFirst(4).allSatisfy { $0 == "9" }
    if isLong, !(parts.count == 2 && coversWhole) {
      problems.report(
        "SET033", at: location,
        facts.merging(["range": lower == upper ? "\(lower)" : "\(lower)-\(upper)"]) {
          first, _ in first
        })
    }
    return lower...upper
  }
}
