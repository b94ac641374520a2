// A small reader of the A1 formulas that we write, so that a test can compute them as a spreadsheet
// would: references, ranges, SUM, ROUND, + - * and brackets, in binary floating point.

import Foundation

@testable import Exporters

/// Computes A1 formulas over cells.
struct A1Formula {
  let sheetNames: [String]
  let cell: (CellPlace) -> Double?

  struct Fault: Error {
    let text: String
  }

  func value(_ text: String, onSheet sheet: Int) throws -> Double {
    var reader = Reader(formula: self, text: Array(text), sheet: sheet)
    let value = try reader.sum()
    guard reader.position == reader.text.count else { throw Fault(text: text) }
    return value
  }

  private struct Reader {
    let formula: A1Formula
    let text: [Character]
    let sheet: Int
    var position = 0

    var next: Character? { position < text.count ? text[position] : nil }

    mutating func take(_ character: Character) -> Bool {
      guard next == character else { return false }
      position += 1
      return true
    }

    mutating func expect(_ character: Character) throws {
      guard take(character) else { throw Fault(text: String(text)) }
    }

    mutating func sum() throws -> Double {
      var value = take("-") ? -(try product()) : try product()
      while true {
        if take("+") {
          value += try product()
        } else if take("-") {
          value -= try product()
        } else {
          return value
        }
      }
    }

    mutating func product() throws -> Double {
      var value = try atom()
      while take("*") { value *= try atom() }
      return value
    }

    mutating func atom() throws -> Double {
      if take("(") {
        let value = try sum()
        try expect(")")
        return value
      }
      if take("-") { return -(try atom()) }
      if let digit = next, digit.isNumber { return try number() }
      if text[position...].starts(with: Array("SUM(")) {
        position += 4
        var total = 0.0
        repeat { for place in try range() { total += formula.cell(place) ?? 0 } } while take(",")
        try expect(")")
        return total
      }
      if text[position...].starts(with: Array("ROUND(")) {
        position += 6
        let value = try sum()
        try expect(",")
        let scale = pow(10.0, try number())
        try expect(")")
        return (value * scale).rounded(.toNearestOrAwayFromZero) / scale
      }
      let places = try range()
      guard places.count == 1, let place = places.first, let value = formula.cell(place) else {
        throw Fault(text: String(text))
      }
      return value
    }

    mutating func number() throws -> Double {
      var digits = ""
      while let character = next, character.isNumber || character == "." {
        digits.append(character)
        position += 1
      }
      guard let value = Double(digits) else { throw Fault(text: String(text)) }
      return value
    }

    mutating func range() throws -> [CellPlace] {
      let first = try reference(sheet)
      guard take(":") else { return [first] }
      let last = try reference(first.sheet)
      return (first.row...last.row).flatMap { row in
        (first.column...last.column).map {
          CellPlace(sheet: first.sheet, row: row, column: $0)
        }
      }
    }

    mutating func reference(_ own: Int) throws -> CellPlace {
      var target = own
      if take("'") {
        var name = ""
        while let character = next {
          position += 1
          if character == "'" {
            guard take("'") else { break }
          }
          name.append(character)
        }
        guard let index = formula.sheetNames.firstIndex(of: name) else {
          throw Fault(text: String(text))
        }
        target = index
        try expect("!")
      }
      var column = 0
      while let character = next, character.isLetter, let letter = character.asciiValue {
        column = column * 26 + Int(letter) - 64
        position += 1
      }
      let row = Int(try number())
      guard column > 0, row > 0 else { throw Fault(text: String(text)) }
      return CellPlace(sheet: target, row: row - 1, column: column - 1)
    }
  }
}
