// Starts libFuzzer, for the entry of every fuzz target.

/// What takes one input of libFuzzer: its bytes and how many.
package typealias FuzzTarget = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// libFuzzer's own main, as a function that may be called.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: FuzzTarget
) -> CInt

/// Runs libFuzzer over a target with the arguments of the program.
///
/// - Returns: the program's exit status.
package func fuzz(
  _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
  _ target: FuzzTarget
) -> CInt {
  var count = argumentCount
  var list = arguments
  return runDriver(&count, &list, target)
}
