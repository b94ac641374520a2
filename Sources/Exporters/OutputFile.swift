// A file that a run will write.

/// A file of an edition folder, before it is written.
public struct OutputFile: Hashable, Sendable {
  /// Its path inside the edition folder: `csv/netto.csv`.
  public let path: String
  /// Its contents.
  public let bytes: [UInt8]

  /// A file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
