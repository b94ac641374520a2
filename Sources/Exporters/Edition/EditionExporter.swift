// All files of an edition, made in memory before any is written.

import Disclosure
import Interchange

/// Makes an edition's files.
package enum EditionExporter {
  /// The name of the package in an edition folder.
  package static let packageName = "bokslut.json"

  /// The workbook, the tables of data, in the internal edition the books for whoever audits, the
  /// second bokslut as a ledger and, last, the package that names them all with their SHA-256.
  /// `inputs` are the files that the report was made from.
  package static func files(
    _ report: ClearedReport, inputs: [FileDigest], program: ProgramInfo
  ) throws -> [OutputFile] {
    var files = [try WorkbookExporter.file(report)] + CSVExporter.files(report)
    if let books = report.books { files += BooksListing.files(books) }
    files += SocialLedgerExporter.files(report, program: program)
    let digests = try files.map { try ContentDigest.of($0.path, $0.bytes) }
    let package = PackageExporter.bytes(
      report, inputs: inputs, files: digests, program: program)
    files.append(OutputFile(path: packageName, bytes: package))
    return files
  }
}
