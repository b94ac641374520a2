// From a folder as read to the step into its next fiscal year.

import Bookkeeping
import Calculation
import Diagnostics
import Importers
import Outcomes
import Rulebook

/// Where a folder takes what the next year needs.
package struct NextYearPlaces {
  /// The folder of the books, inside the enterprise's or not.
  package let booksFolder: String
  /// Whether a note may lie there: the folder is the enterprise's own, and `bokföring` would not
  /// take the note for a SIE file.
  package let takesNote: Bool
  /// The name of the new year's file after the old one's, where `bokföring` names a file a year.
  package let fileName: String?
  /// The board's own texts that serve the old year without saying so, with the names that do.
  package let texts: [(old: StoryFile, new: StoryFile)]
}

extension EnterpriseReading {
  /// The step from the latest year that has ended to the next one; nil with a finding when the
  /// books tell no such year (INI020).
  package func nextYear(diagnostics: inout DiagnosticList) -> NextYear? {
    guard let settings, let books, let old = books.ended.last?.year,
      let period = DateRange(
        old.end.adding(days: 1), old.end.adding(days: 1).adding(months: 12).adding(days: -1))
    else {
      diagnostics.report("INI020", at: settings?.location)
      return nil
    }
    // A file of the new year that is there knows its days, also of a shortened year.
    let new =
      books.all.first { $0.year.start == period.start }?.year ?? FiscalYear(period: period)
    let several = books.all.contains { $0.year != new && $0.year.end.year == new.end.year }
    let label = new.label(amongSeveral: several)
    return NextYear(
      settings, old: old, oldLabels: (books.label(of: old), books.labels(of: old)), new: new,
      labels: (label, [label, new.label(amongSeveral: true)]))
  }

  /// What the register leaves open at the old year's end; nil without one.
  package func openRecords(_ step: NextYear) -> OpenRecords? {
    register.map { OpenRecords($0, from: step.old, into: step.new) }
  }

  /// The places in the folder that the new year's things go to; `note` is the name of the note
  /// beside the books.
  package func places(_ step: NextYear, note: String) -> NextYearPlaces {
    let path: String
    var isPattern = false
    switch settings?.books {
    case .pattern(let pattern): (path, isPattern) = (pattern.value, true)
    case .files(let files):
      path = files[step.oldLabel]?.value ?? files.sorted { $0.key < $1.key }.last?.value.value ?? ""
    case nil: path = ""
    }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let inner = parts.dropLast().joined(separator: "/")
    let isOwn = !path.hasPrefix("/") && !parts.contains("..")
    let takesNote =
      isOwn && EnterpriseFolder.isFolder(folder.path(of: inner.isEmpty ? "." : inner))
      && !(isPattern && EnterpriseFolder.matcher(of: parts.last ?? "")(note))
    let named = path.replacing(step.oldLabel, with: step.label)
    let labels = books?.labels(of: step.old) ?? []
    let texts = StoryFile.Kind.allCases.compactMap { kind -> (old: StoryFile, new: StoryFile)? in
      let own = stories.contains { $0.kind == kind && labels.contains($0.label ?? "") }
      guard !own, stories.contains(StoryFile(kind)) else { return nil }
      return (StoryFile(kind), StoryFile(kind, label: step.oldLabel))
    }
    return NextYearPlaces(
      booksFolder: inner, takesNote: takesNote,
      fileName: isPattern || named == path ? nil : named, texts: texts)
  }
}
