// How many folders of a run gave a report, in one line.

import Diagnostics

/// How one folder went.
struct FolderOutcome {
  let status: ExitStatus
  /// Whether the report that was written has warnings.
  var hasWarnings = false
}

/// Counts how the folders of a run went; one failure does not hide another of a lesser kind.
struct RunSummary {
  private var done = 0
  private var warned = 0
  private var failed: [ExitStatus: Int] = [:]

  /// The gravest of all.
  private(set) var status = ExitStatus.done

  /// Counts a folder.
  mutating func add(_ outcome: FolderOutcome) {
    status = status.combined(with: outcome.status)
    switch outcome.status {
    case .done, .warnings:
      if outcome.hasWarnings { warned += 1 } else { done += 1 }
    default: failed[outcome.status, default: 0] += 1
    }
  }

  /// `38 klara, 1 med varningar, 1 utan rapport (1 med fel i underlagen)`; nil when all is well,
  /// and for a single folder whose own lines have said it.
  func line(in language: Language, showsWarnings: Bool) -> String? {
    let failures = failed.values.reduce(0, +)
    let isSaid = failures > 0 || showsWarnings
    guard failures + warned > 0, done + warned + failures > 1 || !isSaid else { return nil }
    func text(_ key: String, _ count: Int, _ kinds: String = "") -> String {
      TerminalText.of("summary.\(key)", in: language, ["count": "\(count)", "kinds": kinds])
    }
    var parts: [String] = []
    if done > 0 { parts.append(text(done == 1 ? "done.1" : "done", done)) }
    if warned > 0 { parts.append(text("warned", warned)) }
    if failures > 0 {
      let kinds = failed.sorted { $0.key.rawValue < $1.key.rawValue }
        .map { text("\($0.key.rawValue)", $0.value) }
      parts.append(text("failed", failures, kinds.joined(separator: ", ")))
    }
    let line = parts.joined(separator: ", ")
    guard warned > 0, !showsWarnings else { return line }
    return "\(line); \(TerminalText.of("summary.see-warnings", in: language))"
  }
}
