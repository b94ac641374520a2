// Typed values of a map: rates, days, money, counts, words.

import Bookkeeping
import Diagnostics
import Rulebook

/// Why a text is no value of its key: a code, and the facts that it needs beside key and text.
private struct ValueFault: Error {
  let code: DiagnosticCode
  var facts: [String: any DiagnosticFact & Sendable] = [:]

  static func outside(
    _ lowest: String, _ highest: String, meant: String? = nil
  ) -> ValueFault {
    ValueFault(
      code: "SET023",
      facts: [
        "lowest": lowest, "highest": highest, "meant": DiagnosticArgument.meant(meant),
      ])
  }
}

extension SettingsMap {
  /// The single value of a key as `reading` takes it; its fault is reported.
  private func read<Value>(
    _ key: String, _ reading: (String) throws(ValueFault) -> Value
  ) -> Located<Value>? {
    text(key).flatMap { read($0, name: name(key), reading) }
  }

  private func read<Value>(
    _ text: Located<String>, name: SettingsPath, _ reading: (String) throws(ValueFault) -> Value
  ) -> Located<Value>? {
    do { return Located(try reading(text.value), at: text.location) } catch {
      var facts: [String: any DiagnosticFact] = error.facts
      facts["key"] = name
      facts["value"] = text.value
      report(error.code, at: text.location, facts)
      return nil
    }
  }

  /// A rate between 0 and 100 %: `30 %`, `3,5 %`, `0.30`.
  func rate(_ key: String) -> Located<Rate>? {
    read(key) { text throws(ValueFault) in
      let rate: Rate
      do throws(NumberProblem) { rate = try PercentText.read(text, bare: .fraction) } catch {
        throw ValueFault(code: error == .tooManyDecimals ? "SET025" : "SET016")
      }
      guard rate >= .zero, rate <= .one else {
        throw .outside("0 %", "100 %", meant: BareNumber.percent(meantBy: rate, in: text))
      }
      return rate
    }
  }

  /// Kronor, not negative and within reason.
  func amount(_ key: String, _ bounded: BoundedValue? = nil) -> Located<Amount>? {
    let amount = amount(key)
    if let bounded, let amount, let text = text(key) {
      hold(amount.value.ore, to: .of(bounded), name: name(key), text)
    }
    return amount
  }

  /// Tells of a value out of reason; it is kept, since with an error nothing is made of it.
  func hold(
    _ hundredths: Int64, to bounds: ValueBounds, name: SettingsPath, _ text: Located<String>
  ) {
    guard let verdict = bounds.verdict(hundredths) else { return }
    report(
      verdict.isImpossible ? "SET107" : "SET108", at: text.location,
      bounds.facts(of: verdict).merging(["key": name, "value": text.value]) { _, own in own })
  }

  private func amount(_ key: String) -> Located<Amount>? {
    read(key) { text throws(ValueFault) in
      let amount = try Self.kronor(text)
      guard amount >= .zero else { throw .outside("0 kr", "∞") }
      return amount
    }
  }

  /// Kronor, also a loss.
  func signedAmount(_ key: String) -> Located<Amount>? {
    read(key) { text throws(ValueFault) in try Self.kronor(text) }
  }

  private static func kronor(_ text: String) throws(ValueFault) -> Amount {
    do throws(NumberProblem) { return try AmountText.read(text) } catch {
      switch error {
      case .ambiguous: throw ValueFault(code: "SET024")
      case .tooManyDecimals: throw ValueFault(code: "SET025")
      case .notANumber, .tooLarge: throw ValueFault(code: "SET018")
      }
    }
  }

  /// A number of people on average, more than none, with at most two decimals.
  func headcount(_ key: String) -> Located<Quantity>? {
    read(key) { text throws(ValueFault) in
      let number = try Self.hundredths(text)
      guard number > Quantity(hundredths: 0), number <= Quantity(hundredths: 100_000_000) else {
        throw .outside("0,01", "1000000")
      }
      return number
    }
  }

  /// What a goal sets out to reach: a share with its %, else a number, never negative.
  func target(_ key: String) -> Located<YearGoal.Target>? {
    read(key) { text throws(ValueFault) in
      guard text.contains("%") else {
        let number = try Self.hundredths(text)
        guard number >= Quantity(hundredths: 0) else { throw .outside("0", "∞") }
        return .number(number)
      }
      do throws(NumberProblem) {
        let share = try PercentText.read(text, bare: .fraction)
        if share >= .zero, share <= .one { return .share(share) }
      } catch {
        throw ValueFault(code: error == .tooManyDecimals ? "SET025" : "SET016")
      }
      throw .outside("0 %", "100 %")
    }
  }

  private static func hundredths(_ text: String) throws(ValueFault) -> Quantity {
    do throws(NumberProblem) {
      return Quantity(hundredths: try NumberReader.scaled(text, decimals: 2))
    } catch {
      switch error {
      case .ambiguous: throw ValueFault(code: "SET024")
      case .tooManyDecimals: throw ValueFault(code: "SET025")
      case .notANumber, .tooLarge: throw ValueFault(code: "SET158")
      }
    }
  }

  /// A day.
  func date(_ key: String) -> Located<CalendarDate>? {
    read(key) { text throws(ValueFault) in
      guard let date = DateText.read(text) else { throw ValueFault(code: "SET017") }
      return date
    }
  }

  /// A day within a range.
  func date(_ key: String, in range: DateRange) -> Located<CalendarDate>? {
    read(key) { text throws(ValueFault) in
      guard let date = DateText.read(text) else { throw ValueFault(code: "SET017") }
      guard range.contains(date) else {
        throw .outside(range.start.description, range.end.description)
      }
      return date
    }
  }

  /// A whole number within a range.
  func count(_ key: String, in range: ClosedRange<Int>) -> Located<Int>? {
    text(key).flatMap { count($0, name: name(key), in: range) }
  }

  /// A whole number from a text that has been found already.
  func count(
    _ text: Located<String>, name: SettingsPath, in range: ClosedRange<Int>
  ) -> Located<Int>? {
    read(text, name: name) { text throws(ValueFault) in
      guard let number = Int(text) else { throw ValueFault(code: "SET020") }
      guard range.contains(number) else {
        throw .outside(
          String(range.lowerBound), range.upperBound == .max ? "∞" : String(range.upperBound))
      }
      return number
    }
  }

  /// A length of time in calendar months (`36 månader`, `3 år`).
  func months(_ key: String, in range: ClosedRange<Int>) -> Located<Int>? {
    read(key) { text throws(ValueFault) in
      guard let months = DurationText.months(text) else { throw ValueFault(code: "SET019") }
      guard range.contains(months) else {
        throw .outside("\(range.lowerBound) mån", "\(range.upperBound) mån")
      }
      return months
    }
  }

  /// `ja` or `nej`.
  func yesNo(_ key: String) -> Bool? {
    read(key) { text throws(ValueFault) in
      guard let value = YesNoText.read(text) else { throw ValueFault(code: "SET021") }
      return value
    }?.value
  }

  /// One of the words that a key may have.
  func choice<Value: Hashable & Sendable>(
    _ key: String, of known: [(name: String, value: Value)]
  ) -> Located<Value>? {
    read(key) { text throws(ValueFault) in
      let wanted = NameMatching.folded(text)
      if let found = known.first(where: { NameMatching.folded($0.name) == wanted }) {
        return found.value
      }
      let names = known.map(\.name)
      throw ValueFault(
        code: "SET022",
        facts: [
          "meant": Synonyms.guess(for: text, among: names).meant,
          "known": names.joined(separator: ", "),
        ])
    }
  }
}

/// A number that stands without the sign that it needs.
enum BareNumber {
  /// `30` where a fraction is expected was most likely meant as `30 %`; nil when the sign is there
  /// or no percentage fits.
  static func percent(meantBy rate: Rate, in text: String) -> String? {
    guard !text.hasSuffix("%"), rate > .one, rate.tenThousandths <= 100 * Rate.one.tenThousandths
    else { return nil }
    return sign(Rate(tenThousandths: rate.tenThousandths / 100))
  }

  /// `0.31` where percent are expected was most likely meant as `31 %`; nil for any other number.
  static func percent(meantByShare text: String) -> String? {
    guard !text.hasSuffix("%"),
      let share = try? NumberReader.scaled(text, decimals: 4, isPlain: true),
      share > 0, share < Rate.one.tenThousandths
    else { return nil }
    return sign(Rate(tenThousandths: share))
  }

  private static func sign(_ rate: Rate) -> String {
    "\(rate.percent.replacing(".", with: ",")) %"
  }
}
