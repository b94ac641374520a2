// The text of the board's own words.

import Diagnostics

/// berattelse.md as text.
package enum StoryText {
  /// The text, nil when the bytes are no UTF-8 (SET102), and what of it no paper can show (SET100,
  /// SET101).
  package static func read(
    _ bytes: [UInt8], file: String
  ) -> (text: String?, diagnostics: DiagnosticList) {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      var problems = DiagnosticList()
      problems.report("SET102", at: UTF8Fault.location(in: content, file: file))
      return (nil, problems)
    }
    return (text, UnprintableText.diagnostics(in: text, file: file, linesAreTexts: true))
  }
}
