// What `check` ends with: whether a report can be made, what is in the way, and what to run next.

import Diagnostics
import Enterprise
import Reporting
import Rulebook

/// The last words of a check, in plain words. They are a result and go to stdout.
struct CheckVerdict {
  private let texts: Texts
  private let folder: String
  private let diagnostics: [Diagnostic]
  private let bokslut: EnterpriseBokslut?

  /// A verdict on a folder; `bokslut` is nil where none could be made.
  init(
    _ enterprise: EnterpriseReading, _ bokslut: EnterpriseBokslut?, _ diagnostics: DiagnosticList,
    language: Language
  ) {
    texts = Texts(language)
    let path = enterprise.maskedPath
    folder = path.contains(" ") ? "'\(path)'" : path
    self.diagnostics = diagnostics.sorted
    self.bokslut = bokslut
  }

  /// The lines, the verdict last.
  var lines: [String] {
    let errors = count(.error)
    guard errors == 0, let bokslut else {
      return [
        errors == 1
          ? texts(.verdictFixOne(folder: folder))
          : texts(.verdictFixMany(count: errors, folder: folder))
      ]
    }
    return warnings + lacking(bokslut) + [verdict(bokslut)]
  }

  private func verdict(_ bokslut: EnterpriseBokslut) -> String {
    let coverage = bokslut.second.coverage
    if !coverage.hasRegister || !coverage.hasAssumptions {
      return texts(.verdictPartial(folder: folder))
    }
    if !coverage.unvalued.isEmpty { return texts(.verdictPartialUnvalued(folder: folder)) }
    return bokslut.preliminary == nil
      ? texts(.verdictReady(folder: folder)) : texts(.verdictPreliminary(folder: folder))
  }

  private var warnings: [String] {
    switch count(.warning) {
    case 0: []
    case 1: [texts(.verdictWarningsOne)]
    case let count: [texts(.verdictWarningsMany(count: count))]
    }
  }

  private func lacking(_ bokslut: EnterpriseBokslut) -> [String] {
    let coverage = bokslut.second.coverage
    var lines: [String] = []
    if !coverage.hasRegister { lines.append(texts(.verdictLacksRegister)) }
    if !coverage.hasAssumptions { lines.append(texts(.verdictLacksAssumptions)) }
    return lines
      + coverage.unvalued.map { left in
        texts(
          .verdictLacksKind(
            kind: texts(.outcome, left.kind),
            missing: left.missing.compactMap { AssumptionRow[$0].keys.last }
              .joined(separator: ", ")))
      }
  }

  private func count(_ severity: Severity) -> Int {
    diagnostics.filter { $0.severity == severity }.count
  }
}
