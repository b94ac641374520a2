// Where every figure lives in the workbook, and its formula in A1 form.

import Disclosure
import Figures

/// The home of every figure that the workbook shows.
struct FigurePlaces {
  private(set) var homes: [FigureID: CellPlace] = [:]
  private let sheetNames: [String]

  /// The places of a workbook's figures. A figure lives where it is first shown, and on a sheet
  /// that gathers figures of the others only when it is shown nowhere else: a statement's cell is
  /// where a reader looks for the number itself.
  init(_ sheets: [SheetPlan]) {
    self.sheetNames = sheets.map(\.name)
    let (gathering, own) = (
      sheets.indices.filter { sheets[$0].gathers }, sheets.indices.filter { !sheets[$0].gathers }
    )
    // Of those that gather, the first sheet gathers from the others too.
    for sheet in own + gathering.reversed() {
      for (row, planned) in sheets[sheet].rows.enumerated() {
        for cell in planned.cells {
          if case .figure(let id, _) = cell.content, homes[id] == nil {
            homes[id] = CellPlace(sheet: sheet, row: row, column: cell.column)
          }
        }
      }
    }
  }

  /// The formula of a figure's cell without `=`; nil when the cell holds its value: no formula, or
  /// a part that the workbook does not show.
  func formula(of figure: ClearedFigure, at place: CellPlace) -> String? {
    guard let home = homes[figure.id] else { return nil }
    if home != place { return reference(home, from: place.sheet) }
    guard let formula = figure.formula, formula.inputs.count <= Self.inputsMax,
      let text = text(formula, from: place.sheet)
    else { return nil }
    // Binary decimals may leave a speck where kronor cancel.
    let isNothing = figure.value?.scaled == 0
    let written = isNothing && !text.hasPrefix("ROUND(") ? "ROUND(\(text),2)" : text
    return written.utf8.count <= Self.lengthMax ? written : nil
  }

  // Excel allows 255 arguments and 8 192 characters.
  private static let inputsMax = 250
  private static let lengthMax = 8_000

  private func reference(_ place: CellPlace, from sheet: Int) -> String {
    guard place.sheet != sheet else { return place.address }
    return "\(quotedName(place.sheet))!\(place.address)"
  }

  private func quotedName(_ sheet: Int) -> String {
    "'"
      + sheetNames[sheet].split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
  }

  private func text(_ formula: Formula, from sheet: Int) -> String? {
    switch formula {
    case .figure(let id): return homes[id].map { reference($0, from: sheet) }
    case .number(let number): return number.description
    case .sum(let ids): return sum(ids, from: sheet)
    case .round(let inner, let decimals):
      return text(inner, from: sheet).map { "ROUND(\($0),\(decimals))" }
    case .add(let terms):
      guard let texts = texts(terms, from: sheet) else { return nil }
      return texts.dropFirst().reduce(texts.first ?? "0") { sum, term in
        term.hasPrefix("-") ? sum + term : "\(sum)+\(term)"
      }
    case .multiply(let factors):
      if factors.count == 2, factors[0] == .number(DecimalNumber(-1)) {
        return text(factors[1], from: sheet).map { isAtom(factors[1]) ? "-\($0)" : "-(\($0))" }
      }
      guard let texts = texts(factors, from: sheet) else { return nil }
      return zip(factors, texts).map { isAtom($0) ? $1 : "(\($1))" }.joined(separator: "*")
    }
  }

  private func texts(_ formulas: [Formula], from sheet: Int) -> [String]? {
    let texts = formulas.compactMap { text($0, from: sheet) }
    return texts.count == formulas.count ? texts : nil
  }

  /// Whether a formula's text needs no brackets inside a product.
  private func isAtom(_ formula: Formula) -> Bool {
    switch formula {
    case .add: false
    case .multiply(let factors): factors.count == 1
    case .figure, .number, .sum, .round: true
    }
  }

  /// `SUM(B5:B9,B12)`: cells that follow one another in a column or a row become a range.
  private func sum(_ ids: [FigureID], from sheet: Int) -> String? {
    let places = ids.compactMap { homes[$0] }
    guard places.count == ids.count else { return nil }
    if places.isEmpty { return "0" }
    if places.count == 1 { return reference(places[0], from: sheet) }
    var runs: [(first: CellPlace, last: CellPlace)] = []
    for place in places {
      if let run = runs.last, follows(place, run) {
        runs[runs.count - 1].last = place
      } else {
        runs.append((place, place))
      }
    }
    let arguments = runs.map { run in
      let first = reference(run.first, from: sheet)
      return run.first == run.last ? first : "\(first):\(run.last.address)"
    }
    return "SUM(\(arguments.joined(separator: ",")))"
  }

  private func follows(_ place: CellPlace, _ run: (first: CellPlace, last: CellPlace)) -> Bool {
    guard place.sheet == run.last.sheet else { return false }
    let down =
      place.column == run.last.column && place.row == run.last.row + 1
      && run.first.column == run.last.column
    let across =
      place.row == run.last.row && place.column == run.last.column + 1
      && run.first.row == run.last.row
    return down || across
  }
}
