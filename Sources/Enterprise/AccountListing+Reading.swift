// From an enterprise's books and rules to the listing of its result accounts.

import Bookkeeping
import Calculation
import Diagnostics
import Figures
import Importers
import Rulebook

extension AccountListing {
  /// The result accounts of a year; nil, with the cause reported, where the books do not give them.
  package init?(
    _ enterprise: EnterpriseReading, year wanted: String?, diagnostics: inout DiagnosticList
  ) {
    guard let settings = enterprise.settings, let all = enterprise.books,
      let books = all.chooseOrLatest(wanted, settings: settings, diagnostics: &diagnostics)
    else { return nil }
    if let incomplete = books.incomplete {
      incomplete.report(in: books.path, to: &diagnostics)
      return nil
    }
    // What a year's balances sum to is told with its balance sheet, which is not shown here.
    for finding in books.findings.all where !["SIE054", "SIE055"].contains(finding.code) {
      diagnostics.report(finding.code, at: finding.location, finding.arguments)
    }
    all.reportKnownByObjectOnly(books, to: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    // Year -1 of a file may state the balance sheet alone: then last year's result is not known.
    let before = all.previous(of: books).flatMap { books in
      books.trialBalance.rows.contains { ResultFlows.isInResult($0.account) } ? books : nil
    }
    let listed: Listed
    do throws(ArithmeticOverflow) {
      listed = try Listed(
        books, before: before, own: before == nil ? nil : all.yearBefore(books),
        links: settings.links)
    } catch {
      diagnostics.report("KAL009", at: SourceLocation(file: books.path))
      return nil
    }
    let own = settings.actors
    self.init(
      organisation: PersonalIdentityNumber.masked(
        books.reading.ledger.organisation.name ?? settings.organisation.name),
      year: all.label(of: books.year),
      yearBefore: (before?.year ?? before?.trialBalance.fiscalYear).map(all.label),
      rows: listed.rows, idleRules: listed.idleRules(among: settings.links),
      proposals: listed.proposals(actors: ActorWords.all(own: own), own: own),
      links: Links(
        isStated: settings.statesLinks,
        // A rule's place is that of its first key, behind a hyphen and a blank.
        indentation: max(0, (settings.links.first?.location.column ?? 5) - 3)))
  }
}

extension BooksReading {
  /// The year asked for, else the latest that had ended when its file was made, else the latest.
  fileprivate func chooseOrLatest(
    _ wanted: String?, settings: Settings, diagnostics: inout DiagnosticList
  ) -> YearBooks? {
    var found = DiagnosticList()
    let books = choose(wanted, settings: settings, diagnostics: &found)
    if books == nil, wanted == nil, let latest = all.last { return latest }
    diagnostics.append(contentsOf: found)
    return books
  }
}

/// The accounts of both years with their flows.
private struct Listed {
  private(set) var rows: [AccountListing.Row] = []
  /// Accounts of income that no rule gives a kind, wholly or in part.
  private var open: [Account] = []
  private var used: Set<AccountLink> = []

  /// A year's accounts beside last year's; `own` is last year's own file, which alone tells how an
  /// account that objects divide was divided then.
  init(
    _ books: YearBooks, before: PreviousBooks?, own lastYear: YearBooks?, links: [AccountLink]
  ) throws(ArithmeticOverflow) {
    func results(_ balance: TrialBalance?) -> [TrialBalance.Row] {
      (balance?.rows ?? []).filter { ResultFlows.isInResult($0.account) && !$0.closing.isZero }
    }
    let ledger = books.reading.ledger
    let current = results(books.own.trialBalance)
    let previous = Dictionary(
      results(before?.trialBalance).map { ($0.account.number, $0) },
      uniquingKeysWith: { first, _ in first })
    let numbers = Set(current.map(\.account.number))
    let gone = previous.values.filter { !numbers.contains($0.account.number) }
    let flows = try ResultFlows(
      of: books.own.trialBalance, in: ledger, yearOffset: books.offset, links: links
    ).flows
    used = Set(flows.compactMap(\.link))
    // What an account of last year would be is told by the rules that ask for no object.
    let oldFlows = try ResultFlows(
      of: TrialBalance(yearOffset: books.offset, fiscalYear: nil, rows: Array(gone)), in: ledger,
      yearOffset: books.offset, links: links.filter { $0.object == nil }
    ).flows
    let byAccount = Dictionary(grouping: flows + oldFlows, by: \.account.number)
    let flowsBefore = try lastYear.map { books throws(ArithmeticOverflow) in
      try ResultFlows(
        of: books.own.trialBalance, in: books.reading.ledger, yearOffset: books.offset,
        links: links
      ).flows
    }
    let partsBefore = Dictionary(grouping: flowsBefore ?? [], by: \.account.number)
    for row in (current + gone).sorted(by: { $0.account.precedes($1.account) }) {
      let isGone = !numbers.contains(row.account.number)
      let lastYear = previous[row.account.number].map { -Int128($0.closing.ore) }
      let parts = byAccount[row.account.number] ?? []
      let old = partsBefore[row.account.number] ?? []
      if flowsBefore != nil, !isGone, (parts + old).contains(where: { $0.link?.object != nil }) {
        add(row.account, parts: parts, before: old)
      } else {
        add(
          row.account, parts: parts, amount: isGone ? 0 : -Int128(row.closing.ore),
          before: before == nil ? nil : lastYear ?? 0, isGone: isGone)
      }
    }
  }

  /// An account that an object's rule divides in either year: each rule's part of both.
  private mutating func add(_ account: Account, parts: [ResultFlow], before: [ResultFlow]) {
    let gone = before.filter { old in !parts.contains { $0.link == old.link } }
    for part in parts + gone {
      let lastYear = before.first { $0.link == part.link }.map { -Int128($0.balance.ore) }
      rows.append(
        row(
          of: account, part: part, amount: gone.contains(part) ? 0 : -Int128(part.balance.ore),
          before: lastYear ?? 0))
    }
    noteIfOpen(account, parts: parts)
  }

  private mutating func add(
    _ account: Account, parts: [ResultFlow], amount: Int128, before: Int128?, isGone: Bool
  ) {
    for (index, part) in parts.enumerated() {
      rows.append(
        row(
          of: account, part: part, amount: isGone ? 0 : -Int128(part.balance.ore),
          before: index == 0 ? before : nil))
    }
    if parts.isEmpty {
      rows.append(
        AccountListing.Row(
          account: account.number, name: Self.name(of: account), object: nil, amount: amount,
          before: before, placing: nil))
    }
    // A rule for an account of last year alone would take nothing.
    if !isGone { noteIfOpen(account, parts: parts) }
  }

  private func row(
    of account: Account, part: ResultFlow, amount: Int128, before: Int128?
  ) -> AccountListing.Row {
    AccountListing.Row(
      account: account.number, name: Self.name(of: account),
      object: part.link?.object.map(Self.text), amount: amount, before: before,
      placing: AccountListing.Placing(
        kind: part.kind.settingsName, counterpart: ActorWords.word(for: part.counterpart),
        channel: part.channel?.rawValue, rule: part.link?.location.line))
  }

  private mutating func noteIfOpen(_ account: Account, parts: [ResultFlow]) {
    let isOpen = parts.isEmpty || parts.contains { $0.link == nil }
    if isOpen, account.layoutNumber.map((3000...3999).contains) == true { open.append(account) }
  }

  /// Rules that took no amount of the year.
  func idleRules(among links: [AccountLink]) -> [AccountListing.IdleRule] {
    links.filter { !used.contains($0) }.map { link in
      AccountListing.IdleRule(
        line: link.location.line ?? 0,
        accounts: link.accounts.map {
          $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
        },
        object: link.object.map(Self.text))
    }
  }

  /// What the names of open accounts tell; a rule takes all accounts that begin with its four
  /// digits, so they must tell the same.
  func proposals(actors: Set<String>, own: [OwnActor]) -> [AccountListing.Proposal] {
    let groups = Dictionary(grouping: open) { $0.layoutNumber ?? 0 }
    return groups.sorted { $0.key < $1.key }.map { number, accounts in
      let told = Set(
        accounts.map {
          AccountWords.embedded.suggestion(for: $0.name ?? "", actors: actors, own: own)
        })
      return AccountListing.Proposal(
        number: number,
        accounts: accounts.map { .init(number: $0.number, name: Self.name(of: $0)) },
        suggestion: told.count == 1 ? told.first : nil)
    }
  }

  /// The name on one line; a sole trader's accounts may carry an identity number.
  private static func name(of account: Account) -> String {
    PersonalIdentityNumber.masked(account.name ?? "")
      .split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private static func text(_ object: ObjectReference) -> String {
    PersonalIdentityNumber.masked("\(object.dimension):\(object.code)")
  }
}
