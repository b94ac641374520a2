// Feeds bytes to the reader of the settings.

import Diagnostics
import FuzzDriver
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

/// The build links an executable's entry under this name; without it the program would end at once.
@_cdecl("FuzzSettings_main")
public func fuzzSettingsMain(
  _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  fuzz(argumentCount, arguments) { fuzzSettings($0, $1) }
}
