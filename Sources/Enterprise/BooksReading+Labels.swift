// Which years the books hold, and what the settings state of them.

import Bookkeeping
import Diagnostics
import Rulebook

extension BooksReading {
  /// The years that had ended when their files were made.
  var ended: [YearBooks] {
    all.filter { $0.reading.ledger.organisation.wasMadeAfter($0.year) }
  }

  /// Whether no later year has ended: what is stated without a year serves it.
  func isLatest(_ books: YearBooks) -> Bool {
    !ended.contains { $0.year.end > books.year.end }
  }

  /// What the latest ended year is called; none when no year has ended.
  var latestLabels: Set<String> { ended.last.map { labels(of: $0.year) } ?? [] }

  /// What a year is called: with its month, and by its calendar year alone when no other one ends
  /// in it.
  func labels(of year: FiscalYear) -> Set<String> {
    [label(of: year), year.label(amongSeveral: true)]
  }

  /// Whether a label may be that of a year: it is one of the books', or lies before them all, or is
  /// the year that comes next.
  func mayHold(_ label: String) -> Bool {
    guard let days = YearLabel.days(of: label), let first = all.first, let last = all.last else {
      return true
    }
    if all.contains(where: { labels(of: $0.year).contains(label) }) { return true }
    if days.end < first.year.end { return true }
    return days.end > last.year.end && days.start <= last.year.end.adding(months: 18)
  }

  /// Holds the years of `år` against those of the books: a label that two years share, that no year
  /// has, or two labels of one year.
  func reportLabels(_ settings: Settings, to diagnostics: inout DiagnosticList) {
    for facts in settings.years {
      let label = facts.label.value
      guard let days = YearLabel.days(of: label) else { continue }
      let same = all.filter { days.contains($0.year.end) }
      if same.count > 1, !all.contains(where: { labels(of: $0.year).contains(label) }) {
        diagnostics.report(
          "SET142", at: facts.label.location,
          [
            "year": label,
            "labels": same.map { self.label(of: $0.year) }.joined(separator: ", "),
          ])
      } else if same.isEmpty, !mayHold(label) {
        diagnostics.report(
          "SET143", at: facts.label.location,
          ["year": label, "years": all.map { self.label(of: $0.year) }.joined(separator: ", ")])
      }
    }
    for year in all.map(\.year) {
      let stated = settings.facts(ofYear: labels(of: year))
      guard stated.count > 1, let second = stated.last else { continue }
      diagnostics.report(
        "SET144", at: second.label.location,
        ["year": label(of: year), "line": stated[0].label.location.line ?? 0])
    }
  }

  /// The settings as they stand for a year, with the holes in what they state of it.
  func settings(
    _ settings: Settings, for books: YearBooks, diagnostics: inout DiagnosticList
  ) -> Settings {
    reportLabels(settings, to: &diagnostics)
    let facts = settings.facts(ofYear: labels(of: books.year)).first
    for hole in facts?.holes ?? [] {
      diagnostics.report(
        "SET140", at: hole.location, ["key": hole.value, "year": label(of: books.year)])
    }
    return settings.stating(facts, isLatest: isLatest(books))
  }
}
