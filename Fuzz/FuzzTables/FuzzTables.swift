// Feeds bytes to the CSV reader and to the reader of every table of the outcome register.

import Diagnostics
import FuzzDriver
import Importers
import Outcomes

/// One input of libFuzzer: whatever the bytes, reading ends, no row has a cell without its place,
/// and every finding can be told in both languages.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let (table, found) = CSVReader.read(bytes, file: "input.csv")
  var diagnostics = found
  for row in table.rows {
    precondition(!row.cells.isEmpty, "a row without cells")
    precondition(row.cells.allSatisfy { $0.location.line ?? 0 > 0 }, "a cell without its place")
  }
  for kind in RecordTable.allCases {
    diagnostics.append(
      contentsOf: OutcomeReader.read([kind: table], settings: nil).diagnostics)
  }
  for diagnostic in diagnostics.all {
    for language in Language.allCases { _ = diagnostic.rendered(in: language) }
  }
  return 0
}

/// The build links an executable's entry under this name; without it the program would end at once.
@_cdecl("FuzzTables_main")
public func fuzzTablesMain(
  _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  fuzz(argumentCount, arguments) { fuzzTables($0, $1) }
}
