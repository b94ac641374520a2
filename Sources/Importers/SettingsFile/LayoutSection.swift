// uppställning: accounts that an enterprise shows in another row than the layout's rules say.

import Diagnostics
import Rulebook

/// uppställning.
enum LayoutSection {
  static let keys = ["konton", "rad", "källa"]

  static func read(_ top: SettingsMap, form: LegalForm) -> [RowOverride] {
    var overrides: [RowOverride] = []
    for map in top.maps("uppställning", keys: keys) {
      overrides += rule(map, form: form)
    }
    for clash in RowOverride.clashes(among: overrides) {
      top.report(
        "SET094", at: clash.second.location,
        [
          "account": clash.number, "row": clash.second.row, "other": clash.first.row,
          "line": clash.first.location.line ?? 0,
        ])
    }
    return overrides
  }

  /// One rule; a list of account ranges makes one override each.
  private static func rule(_ map: SettingsMap, form: LegalForm) -> [RowOverride] {
    map.require(["konton", "rad"])
    let reason = map.text("källa")?.value
    let ranges = map.entry("konton").map {
      AccountRangeText.layout.ranges($0.value, into: map.problems)
    }
    guard let stated = map.text("rad"), let ranges else { return [] }
    // One message of the row, however many ranges there are.
    var rows: [StatementKind: String?] = [:]
    return ranges.compactMap { range in
      guard let kind = statement(of: range, at: map.location, into: map.problems) else {
        return nil
      }
      let row = rows[kind] ?? RowText.row(stated, for: kind, form: form, into: map.problems)
      rows[kind] = .some(row)
      return row.map {
        RowOverride(accounts: range, row: $0, reason: reason, location: map.location)
      }
    }
  }

  /// The statement of a range's accounts; one range cannot be of both.
  private static func statement(
    of range: ClosedRange<Int>, at location: SourceLocation, into problems: SettingsProblems
  ) -> StatementKind? {
    let kind = StatementLayout.statement(ofNumber: range.lowerBound)
    guard kind == StatementLayout.statement(ofNumber: range.upperBound) else {
      problems.report("SET097", at: location, ["value": "\(range.lowerBound)-\(range.upperBound)"])
      return nil
    }
    return kind
  }
}

/// rad: the K2 element's name of a row, or its Swedish label.
enum RowText {
  /// The id of the row that is meant; nil, with the cause reported, when none can be.
  static func row(
    _ stated: Located<String>, for kind: StatementKind, form: LegalForm,
    into problems: SettingsProblems
  ) -> String? {
    let layout = StatementLayout.of(form)
    var facts: [String: any DiagnosticFact] = [
      "value": stated.value, "form": form.rawValue,
    ]
    let named = rows(named: stated.value, among: layout.accountRows())
    // A label such as Råvaror och förnödenheter stands in both statements: the accounts say which.
    let found = named.filter { layout.rows(of: kind).contains($0) }
    if found.count == 1, let row = found.first { return row.id }
    if found.count > 1 {
      facts["rows"] = found.map(\.id).joined(separator: ", ")
      problems.report("SET095", at: stated.location, facts)
    } else if let other = named.first {
      facts["row"] = other.labelSwedish
      problems.report("SET093", at: stated.location, facts)
    } else if isComputed(stated.value, in: layout) {
      problems.report("SET092", at: stated.location, facts)
    } else {
      let names = layout.accountRows(of: kind).flatMap { [$0.id, $0.labelSwedish] }
      facts["meant"] = DiagnosticArgument.meant(
        NameMatching.guess(for: stated.value, among: names))
      facts["nearest"] = NameMatching.nearest(to: stated.value, among: names)
      problems.report(
        isOfAnotherForm(stated.value) ? "SET091" : "SET090", at: stated.location, facts)
    }
    return nil
  }

  private static func rows(named name: String, among rows: [LayoutRow]) -> [LayoutRow] {
    let wanted = NameMatching.folded(name)
    // An id is never another row's label in other words, so it goes first.
    let byID = rows.filter { NameMatching.folded($0.id) == wanted }
    return byID.isEmpty ? rows.filter { NameMatching.folded($0.labelSwedish) == wanted } : byID
  }

  /// Headings, sums, the year's result and the difference hold no accounts of their own.
  private static func isComputed(_ name: String, in layout: StatementLayout) -> Bool {
    !rows(named: name, among: layout.incomeStatement + layout.balanceSheet).isEmpty
  }

  private static func isOfAnotherForm(_ name: String) -> Bool {
    LegalForm.allCases.contains {
      !rows(named: name, among: StatementLayout.of($0).accountRows()).isEmpty
    }
  }
}
