// Holds the rules of `kopplingar` against the books: which of them take nothing, and why.

import Bookkeeping
import Diagnostics
import Figures
import Outcomes
import Rulebook

/// Tells of rules that are there and do nothing, as a slip in an account or an object makes them.
struct LinkUse {
  private let input: SecondBokslutInput
  private let divided: ResultFlows
  /// The result accounts with an amount, by their first four digits.
  private let booked: Set<Int>

  /// Tells of each idle rule once. What the settings' own reading has told (a rule that earlier
  /// ones cover whatever the books hold) is left out, and so is everything where the year has no
  /// amount on any result account: no rule can take anything then.
  func report(to diagnostics: inout DiagnosticList) {
    guard !booked.isEmpty else { return }
    let used = Set(divided.flows.compactMap(\.link))
    var told: Set<SourceLocation?> = []
    for (index, link) in input.settings.links.enumerated()
    where !used.contains(link) && link.covering(among: input.settings.links[..<index]).isEmpty {
      guard let finding = finding(link) else { continue }
      // A rule of several ranges has one message a cause.
      if told.insert(finding.location).inserted || finding.severity == .note {
        diagnostics.report(finding.code, at: finding.location, finding.arguments)
      }
    }
  }

  /// Whether a rule meets an account with an amount, or postings with its object on its accounts,
  /// also where an earlier rule takes them.
  func meetsSomething(_ link: AccountLink) -> Bool {
    guard let object = link.object else {
      return link.accounts.map { booked.contains(where: $0.contains) } ?? false
    }
    return !amounts(of: object, on: link).isEmpty
  }

  /// The rules of a year, held against its books as they were divided.
  init(_ input: SecondBokslutInput, _ divided: ResultFlows) {
    self.input = input
    self.divided = divided
    booked = Set(
      input.trialBalance.rows.filter {
        ResultFlows.isInResult($0.account) && !$0.closing.isZero
      }.compactMap(\.account.layoutNumber))
  }

  private func finding(_ link: AccountLink) -> Diagnostic? {
    link.object.map { finding(link, of: $0) } ?? accountFinding(link)
  }

  // MARK: Accounts

  private func accountFinding(_ link: AccountLink) -> Diagnostic? {
    guard let range = link.accounts else { return nil }
    guard !booked.contains(where: range.contains) else { return taken(link, booked) }
    let whole = input.settings.links.filter { $0.location == link.location }
      .compactMap(\.accounts)
    let isIdle = !whole.contains { booked.contains(where: $0.contains) }
    return Diagnostic(
      isIdle ? "KAL052" : "KAL057", at: link.location,
      [
        "accounts": (isIdle ? whole : [range]).map(Self.text).joined(separator: ", "),
        "nearest": nearest(to: range),
      ])
  }

  /// The account with an amount that is nearest by its number, of those that no rule takes if any.
  private func nearest(to range: ClosedRange<Int>) -> String {
    let free = Set(
      divided.flows.filter { $0.link == nil }.compactMap(\.account.layoutNumber))
    func distance(_ number: Int) -> Int {
      max(range.lowerBound - number, number - range.upperBound)
    }
    let sameClass = booked.filter { $0 / 1000 == range.lowerBound / 1000 }
    for candidates in [sameClass.intersection(free), sameClass, booked] {
      let best = candidates.min { (distance($0), $0) < (distance($1), $1) }
      if let best { return "\(best)" }
    }
    return ""
  }

  /// A rule all of whose accounts with amounts earlier rules have taken. Rules of other objects
  /// take theirs and leave the rest: that there is none this year is nothing to tell of.
  private func taken(_ link: AccountLink, _ numbers: Set<Int>) -> Diagnostic? {
    let own = numbers.filter { link.accounts?.contains($0) ?? true }.sorted()
    let lines = Set(
      divided.flows.filter { flow in
        flow.link.map { $0.object == nil || $0.object == link.object } == true
          && flow.account.layoutNumber.map(own.contains) == true
      }.compactMap { $0.link?.location.line }
    ).sorted().filter { $0 < link.location.line ?? .max }
    guard !lines.isEmpty else { return nil }
    return Diagnostic(
      "KAL056", at: link.location,
      [
        "accounts": own.prefix(10).map(String.init).joined(separator: ", "),
        "lines": lines.map(String.init).joined(separator: ", "),
      ])
  }

  private static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }

  // MARK: Objects

  private func finding(_ link: AccountLink, of object: ObjectReference) -> Diagnostic? {
    let facts: [String: any DiagnosticFact] = [
      "dimension": object.dimension, "object": object.code,
    ]
    let everywhere = divided.objectPostings.filter { _, postings in
      postings.contains { $0.objects.contains(object) }
    }.keys
    guard !everywhere.isEmpty else { return unknown(link, object, facts) }
    let inRange = amounts(of: object, on: link)
    guard !inRange.isEmpty else {
      let numbers = everywhere.sorted()
      return Diagnostic(
        "KAL055", at: link.location,
        facts.merging([
          "accounts": link.accounts.map(Self.text) ?? "3000-8989",
          "found": numbers.prefix(10).joined(separator: ", "),
        ]) { first, _ in first })
    }
    return taken(link, Set(inRange.filter { !$0.value.isZero }.keys))
  }

  /// What postings with an object come to on the result accounts of a rule.
  private func amounts(of object: ObjectReference, on link: AccountLink) -> [Int: Amount] {
    var amounts: [Int: Amount] = [:]
    for (account, postings) in divided.objectPostings {
      let own = postings.filter { $0.objects.contains(object) }.map(\.amount)
      guard !own.isEmpty, let number = Account(number: account).layoutNumber,
        (3000..<8990).contains(number), link.accounts?.contains(number) ?? true
      else { continue }
      // Sums beyond counting are told elsewhere.
      amounts[number] = (try? own.sum()) ?? .zero
    }
    return amounts
  }

  /// An object that no posting of the year carries, or a dimension of which none carries any.
  private func unknown(
    _ link: AccountLink, _ object: ObjectReference, _ facts: [String: any DiagnosticFact]
  ) -> Diagnostic {
    let calendar = LedgerCalendar(input.ledger)
    var carried: Set<ObjectReference> = []
    for voucher in input.ledger.vouchers
    where calendar.countedYearOffset(of: voucher.date) == input.yearOffset {
      for index in voucher.postings {
        carried.formUnion(input.ledger.objects(ofPosting: index))
      }
    }
    let codes = carried.filter { $0.dimension == object.dimension }.map(\.code).sorted()
    if codes.isEmpty {
      let dimensions = Set(carried.map(\.dimension)).sorted().map(String.init)
      return Diagnostic(
        "KAL054", at: link.location,
        facts.merging([
          "dimensions": dimensions.isEmpty ? "–" : dimensions.joined(separator: ", ")
        ]) { first, _ in first })
    }
    let nearest = NameMatching.nearest(to: object.code, among: codes)
    return Diagnostic(
      "KAL053", at: link.location, facts.merging(["nearest": nearest]) { first, _ in first })
  }
}
