// Why a workbook cannot be read at all: one cause, one message.

import Diagnostics

/// A fault of the whole workbook; what it holds is then not used.
enum WorkbookProblem: Error, Hashable, Sendable {
  /// The bytes are no zip package.
  case notAPackage
  /// Excel's format before 2007 (`.xls`).
  case oldFormat
  /// A password protects it.
  case encrypted
  /// LibreOffice's own format (`.ods`), with another file's name.
  case openDocument
  /// Excel's binary format (`.xlsb`).
  case binaryFormat
  /// A package of something else: a letter, a presentation, an archive of files.
  case notAWorkbook
  /// A part is broken or cut off.
  case damaged(part: String)
  /// A part that another one points at is not there.
  case missing(part: String)
  /// It unpacks to more than any register needs, or is built to overwhelm whoever opens it.
  case tooLarge

  /// Reports the problem at the workbook.
  func report(at place: SourceLocation, into problems: inout DiagnosticList) {
    switch self {
    case .notAPackage: problems.report("XLS001", at: place)
    case .oldFormat: problems.report("XLS002", at: place)
    case .encrypted: problems.report("XLS003", at: place)
    case .openDocument: problems.report("XLS004", at: place)
    case .binaryFormat: problems.report("XLS005", at: place)
    case .notAWorkbook: problems.report("XLS006", at: place)
    case .damaged(let part): problems.report("XLS007", at: place, ["part": Self.shown(part)])
    case .missing(let part): problems.report("XLS008", at: place, ["part": Self.shown(part)])
    case .tooLarge: problems.report("XLS009", at: place)
    }
  }

  private static func shown(_ part: String) -> String {
    String(part.prefix(WorkbookLimits.nameLetters))
  }
}
