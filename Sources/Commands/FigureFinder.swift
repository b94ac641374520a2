// What the reader means by a figure: its id, its name in the report, or its cell in the workbook.

import Diagnostics
import Exporters
import Figures
import Reporting

/// Finds the figures of a report by what people call them.
struct FigureFinder {
  /// What a text leads to.
  enum Answer {
    /// One figure.
    case figure(FigureID)
    /// The figures whose ids begin so; all of them for no text.
    case family([FigureID])
    /// Figures of one name or of one sheet, which where they stand tells apart.
    case several([FigureID])
    /// None.
    case none(Diagnostic)
  }

  private let report: Report
  private let layout: WorkbookLayout
  private let language: Language

  /// Finds in a report and in the workbook that is written from it; what is wrong with a text is
  /// said in the language of messages.
  init(_ report: Report, _ layout: WorkbookLayout, language: Language) {
    self.report = report
    self.layout = layout
    self.language = language
  }

  /// What a text leads to: a cell, then an id before the beginning of one, then a name.
  func answer(_ text: String) -> Answer {
    let cell = layout.cell(text)
    if case .cell(let cell) = cell { return answer(cell) }
    if let id = known(text) { return .figure(id) }
    let family = ids(beginning: text)
    if !family.isEmpty { return .family(family) }
    if let named = named(text) { return named }
    return switch cell {
    case .sheet(let sheet): .several(unique(layout.figures(onSheet: sheet).map(\.id)))
    case .unknownSheet(let name): .none(unknownSheet(name))
    case .incomplete:
      .none(
        Diagnostic(
          "CMD074", at: nil,
          [
            "text": shown(text), "example": layout.figures(onSheet: 0).first?.place.description,
          ]))
    case .cell, .other: .none(unknown(text))
    }
  }

  // MARK: Ids

  /// The ids that begin so, whatever the case and accents. A whole word of an id may be left out at
  /// the end, not a part of it.
  private func ids(beginning prefix: String) -> [FigureID] {
    let wanted = NameMatching.folded(prefix.hasSuffix(".") ? String(prefix.dropLast()) : prefix)
    return report.figures.figures.map(\.id).filter { id in
      wanted.isEmpty || NameMatching.folded(FigureIDText.text(id)).hasPrefix("\(wanted).")
    }
  }

  /// The figure of that id, or the only one that differs by case, accents and blanks.
  private func known(_ text: String) -> FigureID? {
    if let id = FigureIDText.id(text), report.figures.contains(id) { return id }
    let wanted = NameMatching.folded(text)
    let alike = report.figures.figures.filter {
      NameMatching.folded(FigureIDText.text($0.id)) == wanted
    }
    return alike.count == 1 ? alike[0].id : nil
  }

  // MARK: Cells

  private func answer(_ cell: WorkbookCell) -> Answer {
    let content = layout.content(of: cell)
    if case .figure(let id) = content { return .figure(id) }
    let nearest = layout.nearestFigure(to: cell)
    let place = nearest?.place.description
    let id = nearest.map { PersonalIdentityNumber.masked(FigureIDText.text($0.id)) }
    guard case .text(let text) = content else {
      return .none(
        Diagnostic(
          "CMD072", at: nil, ["cell": cell.description, "nearest": place, "id": id]))
    }
    return .none(
      Diagnostic(
        "CMD071", at: nil,
        ["cell": cell.description, "text": shown(text), "nearest": place, "id": id]))
  }

  private func unknownSheet(_ name: String) -> Diagnostic {
    Diagnostic(
      "CMD073", at: nil,
      ["sheet": shown(name), "sheets": layout.sheetNames.joined(separator: ", ")])
  }

  // MARK: Names

  /// The figures that the report calls so, or whose row does; where a name is that of a row of this
  /// year and of the year before, this year's is meant.
  private func named(_ text: String) -> Answer? {
    let wanted = Self.words(text)
    guard !wanted.isEmpty else { return nil }
    var found = report.figures.figures.map(\.id)
      .filter { Self.words(report.label(of: $0)) == wanted }
    if found.isEmpty {
      found = unique(
        layout.rowsOfFigures.filter { Self.words($0.words) == wanted }
          .flatMap { $0.figures.map(\.id) })
    }
    let current = found.filter { !$0.isOfYearBefore }
    if current.count == 1 { return .figure(current[0]) }
    return found.isEmpty ? nil : found.count == 1 ? .figure(found[0]) : .several(found)
  }

  /// The names that hold every word, the shortest first; else the name or id that differs least.
  private func unknown(_ text: String) -> Diagnostic {
    let text = String(shown(text))
    let names = unique(
      report.figures.figures.map { report.label(of: $0.id) }.filter { !$0.isEmpty })
    let words = Self.words(text).split(separator: " ")
    var nearest = names.filter { name in
      let name = Self.words(name)
      return words.allSatisfy { name.contains($0) }
    }
    if words.isEmpty || nearest.isEmpty {
      let ids = report.figures.figures.map { FigureIDText.text($0.id) }
      let known = text.contains(".") ? ids : names
      nearest = [NameMatching.nearest(to: text, among: known)].compactMap(\.self)
    }
    let shortest = nearest.enumerated()
      .sorted { ($0.element.count, $0.offset) < ($1.element.count, $1.offset) }
      .prefix(5).map { PersonalIdentityNumber.masked($0.element) }
    let quoted = shortest.map { language == .swedish ? "”\($0)”" : "\"\($0)\"" }
    return Diagnostic(
      "CMD030", at: nil, ["id": text, "nearest": quoted.joined(separator: ", ")])
  }

  /// A name as it is compared: letters and digits, whatever the case, accents and signs between.
  private static func words(_ text: String) -> String {
    NameMatching.folded(text.replacing("\u{AD}", with: ""))
      .split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  private func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen: Set<Item> = []
    return items.filter { seen.insert($0).inserted }
  }

  /// What somebody wrote, or what a cell says, short enough to be repeated.
  private func shown(_ text: String) -> String {
    let masked = PersonalIdentityNumber.masked(text)
    return masked.count > 80 ? "\(masked.prefix(80))…" : masked
  }
}

extension FigureID {
  /// Whether it is a statement's column of the year before.
  fileprivate var isOfYearBefore: Bool {
    if case .statement(_, _, .previous) = self { true } else { false }
  }
}
