// The page of assumptions that a board decides on, for its minutes: plain text, before any report.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// *Antaganden att besluta*: what the register calls for, as the settings state it now or still to
/// be decided.
package struct BoardPage {
  /// The longest line.
  private static let width = 96

  private let settings: Settings
  private let register: OutcomeRegister?
  private let texts: Texts
  private let numbers: NumberText

  /// A page of an enterprise; `register` is nil where it cannot be read, and everything is listed.
  package init(_ settings: Settings, register: OutcomeRegister?, language: Language) {
    self.settings = settings
    let isEmpty =
      register.map {
        $0.employments.isEmpty && $0.transitions.isEmpty && $0.trainingPlaces.isEmpty
      } ?? true
    self.register = isEmpty ? nil : register
    texts = Texts(language)
    numbers = NumberText(language)
  }

  /// The lines of the page.
  package var lines: [String] {
    let rows = AssumptionRow.all.filter(isCalledFor)
    var lines = [texts(.decideTitle).uppercased()]
    if !settings.organisation.name.isEmpty { lines.append(settings.organisation.name) }
    lines += [""] + wrapped(texts(.decideLead))
    if register == nil { lines += [""] + wrapped(texts(.decideRegisterUnknown)) }
    if rows.isEmpty { return lines + [""] + wrapped(texts(.decideNothing)) }
    lines += ["", texts(.decideMeeting)]
    for (index, row) in rows.enumerated() {
      lines += ["", "\(index + 1). \(name(of: row))"] + entry(row).map { "   \($0)" }
    }
    let amounts = supports.sorted { $0.rawValue < $1.rawValue }
    guard !amounts.isEmpty else { return lines }
    lines += ["", texts(.decideAmounts).uppercased()] + wrapped(texts(.decideAmountMeans))
    for (index, kind) in amounts.enumerated() {
      lines += ["", "\(rows.count + index + 1). \(capitalised(texts(.support, kind)))"]
      lines += amount(of: kind).map { "   \($0)" }
    }
    return lines
  }

  // MARK: What the register calls for

  private func isCalledFor(_ row: AssumptionRow) -> Bool {
    switch row.subject {
    case .outcome(let kind): return has(kind)
    case .support(let kind): return supports.contains(kind)
    case nil: return has(.transition)
    }
  }

  private func has(_ kind: OutcomeKind) -> Bool {
    guard let register else { return true }
    return switch kind {
    case .employment: !register.employments.isEmpty
    case .transition: register.transitions.contains(where: \.destination.needsExtent)
    case .trainingPlace: !register.trainingPlaces.isEmpty
    }
  }

  /// The supports that people with employments and transitions had before, and what the settings
  /// say follows them; without a register those that the settings name.
  private var supports: Set<SupportKind> {
    guard let register else { return settings.statedSupportKinds }
    let working = Set(
      register.employments.map(\.participant)
        + register.transitions.filter(\.destination.needsExtent).map(\.participant))
    var kinds: Set<SupportKind> = []
    var next = register.participants.filter { working.contains($0.id) }.map(\.supportBefore)
    while let kind = next.popLast() {
      guard kind.isPaidSupport, kinds.insert(kind).inserted else { continue }
      if let then = settings.supportDurations[kind]?.then { next.append(then) }
    }
    return kinds
  }

  // MARK: Entries

  private func name(of row: AssumptionRow) -> String {
    let name = texts(.assumption, row.id)
    switch row.subject {
    case .outcome(let kind): return "\(capitalised(texts(.outcome, kind))): \(lowered(name))"
    case .support(let kind): return "\(capitalised(texts(.support, kind))): \(lowered(name))"
    case nil: return name
    }
  }

  private func entry(_ row: AssumptionRow) -> [String] {
    let stated = settings[row.id]
    let end = stated == nil ? texts(.decideOpen) : texts(.decideNoEnd)
    return wrapped(texts(.assumptionMeaning, row.id)) + [
      texts(
        .decideValues(
          low: text(stated?.low, row) ?? end, base: text(stated?.base, row) ?? texts(.decideOpen),
          high: text(stated?.high, row) ?? end))
    ] + closing(stated?.source)
  }

  /// Every value that the settings state of a support, with its days.
  private func amount(of kind: SupportKind) -> [String] {
    let own = settings.values.filter { $0.id == kind.rawValue }
    guard !own.isEmpty else { return [texts(.decideOpen)] + closing(nil) }
    return own.flatMap { value -> [String] in
      let days = "\(value.from) –" + (value.to.map { " \($0)" } ?? "")
      let amount =
        switch value.content {
        case .value(let number, let unit):
          numbers.decimal(FigureValue.parameter(number).exactText)
            + " \(texts(.unit, .parameter(unit)))"
        case .reference(let id): "= \(id)"
        }
      return ["\(amount) (\(days))"] + closing(value.source)
    }
  }

  private func closing(_ source: String?) -> [String] {
    let source = source.flatMap { $0.isEmpty ? nil : $0 } ?? texts(.decideOpen)
    return wrapped(texts(.decideSource(source: source))) + [texts(.decideDecision)]
  }

  private func text(_ value: AssumedValue?, _ row: AssumptionRow) -> String? {
    switch value {
    case .rate(let rate): "\(numbers.decimal(rate.percent)) %"
    case .amount(let amount):
      "\(numbers.decimal(amount.description)) \(texts(.unit, FigureUnit(rawValue: row.type.unit)))"
    case .count(let count): "\(count) \(texts(.unit, FigureUnit(rawValue: row.type.unit)))"
    case .unlimited: texts(.assumptionsUnlimited)
    case .parameter, nil: nil
    }
  }

  // MARK: Lines

  private func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  private func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

  /// A text in lines that fit.
  private func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + word.count < Self.width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
