// Reads the figures of a written package, for the tests alone.

import Foundation
import Testing

/// The values of bokslut.json by figure id.
struct PackageFigures {
  let values: [String: String]

  init(_ file: URL) throws {
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let package = try #require(json as? [String: Any])
    let figures = try #require(package["figures"] as? [[String: Any]])
    var values: [String: String] = [:]
    for figure in figures {
      let id = try #require(figure["id"] as? String)
      values[id] = figure["value"] as? String
    }
    self.values = values
  }

  subscript(id: String) -> String? { values[id] }
}
