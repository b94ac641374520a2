// Typed values of a map: rates, days, money, counts, words.

import Bookkeeping
import Diagnostics
import Rulebook

extension SettingsMap {
  /// A rate between 0 and 100 %: `30 %`, `3,5 %`, `0.30`.
  func rate(_ key: String, into problems: inout DiagnosticList) -> Located<Rate>? {
    text(key, into: &problems).flatMap { Self.rate($0, name: name(key), into: &problems) }
  }

  /// A rate from a text that has been found already.
  static func rate(
    _ text: Located<String>, name: String, into problems: inout DiagnosticList
  ) -> Located<Rate>? {
    do {
      let rate = try PercentText.read(text.value, bare: .fraction)
      guard rate >= .zero, rate <= .one else {
        problems.report(
          "SET023", at: text.location,
          [
            "key": .text(name), "value": .text(text.value), "lowest": "0 %", "highest": "100 %",
          ])
        return nil
      }
      return Located(rate, at: text.location)
    } catch {
      let code: DiagnosticCode = error == .tooManyDecimals ? "SET025" : "SET016"
      problems.report(code, at: text.location, ["key": .text(name), "value": .text(text.value)])
      return nil
    }
  }

  /// Kronor, not negative.
  func amount(_ key: String, into problems: inout DiagnosticList) -> Located<Amount>? {
    guard let text = text(key, into: &problems) else { return nil }
    let facts: [String: DiagnosticArgument] = [
      "key": .text(name(key)), "value": .text(text.value),
    ]
    do {
      let amount = try AmountText.read(text.value)
      guard amount >= .zero else {
        problems.report(
          "SET023", at: text.location,
          facts.merging(["lowest": "0 kr", "highest": "∞"]) { first, _ in first })
        return nil
      }
      return Located(amount, at: text.location)
    } catch {
      let code: DiagnosticCode =
        switch error {
        case .ambiguous: "SET024"
        case .tooManyDecimals: "SET025"
        case .notANumber, .tooLarge: "SET018"
        }
      problems.report(code, at: text.location, facts)
      return nil
    }
  }

  /// A day.
  func date(_ key: String, into problems: inout DiagnosticList) -> Located<CalendarDate>? {
    guard let text = text(key, into: &problems) else { return nil }
    guard let date = DateText.read(text.value) else {
      problems.report(
        "SET017", at: text.location, ["key": .text(name(key)), "value": .text(text.value)])
      return nil
    }
    return Located(date, at: text.location)
  }

  /// A whole number within a range.
  func count(
    _ key: String, in range: ClosedRange<Int>, into problems: inout DiagnosticList
  ) -> Located<Int>? {
    text(key, into: &problems).flatMap {
      Self.count($0, name: name(key), in: range, into: &problems)
    }
  }

  /// A whole number from a text that has been found already.
  static func count(
    _ text: Located<String>, name: String, in range: ClosedRange<Int>,
    into problems: inout DiagnosticList
  ) -> Located<Int>? {
    guard let number = Int(text.value) else {
      problems.report(
        "SET020", at: text.location, ["key": .text(name), "value": .text(text.value)])
      return nil
    }
    guard range.contains(number) else {
      problems.report(
        "SET023", at: text.location,
        [
          "key": .text(name), "value": .text(text.value),
          "lowest": .text(String(range.lowerBound)),
          "highest": .text(range.upperBound == .max ? "∞" : String(range.upperBound)),
        ])
      return nil
    }
    return Located(number, at: text.location)
  }

  /// A length of time in calendar months (`36 månader`, `3 år`).
  func months(
    _ key: String, in range: ClosedRange<Int>, into problems: inout DiagnosticList
  ) -> Located<Int>? {
    guard let text = text(key, into: &problems) else { return nil }
    guard let months = DurationText.months(text.value) else {
      problems.report(
        "SET019", at: text.location, ["key": .text(name(key)), "value": .text(text.value)])
      return nil
    }
    guard range.contains(months) else {
      problems.report(
        "SET023", at: text.location,
        [
          "key": .text(name(key)), "value": .text(text.value),
          "lowest": .text("\(range.lowerBound) mån"), "highest": .text("\(range.upperBound) mån"),
        ])
      return nil
    }
    return Located(months, at: text.location)
  }

  /// `ja` or `nej`.
  func yesNo(_ key: String, into problems: inout DiagnosticList) -> Bool? {
    guard let text = text(key, into: &problems) else { return nil }
    guard let value = YesNoText.read(text.value) else {
      problems.report(
        "SET021", at: text.location, ["key": .text(name(key)), "value": .text(text.value)])
      return nil
    }
    return value
  }

  /// One of the words that a key may have.
  func choice<Value: Hashable & Sendable>(
    _ key: String, of known: [(name: String, value: Value)], into problems: inout DiagnosticList
  ) -> Located<Value>? {
    guard let text = text(key, into: &problems) else { return nil }
    let wanted = NameMatching.folded(text.value)
    guard let found = known.first(where: { NameMatching.folded($0.name) == wanted }) else {
      let names = known.map(\.name)
      problems.report(
        "SET022", at: text.location,
        [
          "key": .text(name(key)), "value": .text(text.value),
          "nearest": .text(NameMatching.nearest(to: text.value, among: names) ?? ""),
          "known": .text(names.joined(separator: ", ")),
        ])
      return nil
    }
    return Located(found.value, at: text.location)
  }
}
