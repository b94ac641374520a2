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

/// libFuzzer's own main, as a function that may be called.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The build links an executable's entry under this name; without it the program would end at once.
@_cdecl("FuzzSettings_main")
public func fuzzSettingsMain(
  _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = argumentCount
  var list = arguments
  return runFuzzer(&count, &list) { fuzzSettings($0, $1) }
}
