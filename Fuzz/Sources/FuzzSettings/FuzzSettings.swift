// Feeds bytes to the reader of the settings.

import Diagnostics
import Importers

/// One input of libFuzzer: whatever the bytes, reading ends, and every finding can be told in both
/// languages.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSettings(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let (_, diagnostics) = SettingsReader.read(
    bytes, file: "dualbokslut.yaml", folderName: "prov")
  for diagnostic in diagnostics.all {
    for language in Language.allCases { _ = diagnostic.rendered(in: language) }
  }
  return 0
}
