// Where a run wrote an edition, and what its workbook says, for the tests alone.

import Foundation
import Testing

enum WrittenEdition {
  /// The internal edition of a year under an output folder with one enterprise in it.
  static func folder(_ work: TemporaryFolder, _ output: String, _ year: String) throws -> URL {
    let folder = work.url.appending(path: output)
    let id = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    return folder.appending(path: "\(id)/\(year)/intern")
  }

  /// Every text of the workbook.
  static func texts(ofWorkbookIn edition: URL) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: edition.path)
    let workbook = try #require(names.first { $0.hasSuffix(".xlsx") })
    return try Judge.python([
      "-c",
      "import sys,zipfile;print(zipfile.ZipFile(sys.argv[1]).read('xl/sharedStrings.xml').decode())",
      edition.appending(path: workbook).path,
    ]).output
  }
}
