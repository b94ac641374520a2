// A file that a run will write.

/// A file of an edition folder, before it is written.
package struct OutputFile: Hashable, Sendable {
  /// Its path inside the edition folder: `csv/netto.csv`.
  package let path: String
  /// Its contents.
  package let bytes: [UInt8]

  /// A file.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
