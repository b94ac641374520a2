// The result accounts of a year as `konton` shows them: amounts, how each is placed, which rules
// take nothing, and which rules are proposed.

import Rulebook

/// The result accounts of an enterprise's year.
package struct AccountListing: Hashable, Sendable {
  /// Whose accounts they are.
  package let organisation: String
  /// The year's label.
  package let year: String
  /// The label of the year before; nil when nothing is known of it.
  package let yearBefore: String?
  /// Every part of every account with an amount in either year, by account number.
  package let rows: [Row]
  /// Rules of `kopplingar` that take no amount of the year, in the order of the file.
  package let idleRules: [IdleRule]
  /// Proposed rules, by account number.
  package let proposals: [Proposal]
  /// Where rules stand in the settings.
  package let links: Links

  /// A listing.
  package init(
    organisation: String, year: String, yearBefore: String?, rows: [Row], idleRules: [IdleRule],
    proposals: [Proposal], links: Links
  ) {
    self.organisation = organisation
    self.year = year
    self.yearBefore = yearBefore
    self.rows = rows
    self.idleRules = idleRules
    self.proposals = proposals
    self.links = links
  }

  /// An account, or the part of it that one rule takes.
  package struct Row: Hashable, Sendable {
    /// The account's number as the file writes it.
    package let account: String
    /// Its name as it may be shown.
    package let name: String
    /// The object whose postings the rule takes, `6:P12`; nil for the account or the rest of it.
    package let object: String?
    /// The year's amount in öre, income positive.
    package let amount: Int128
    /// Last year's: of the part, where last year's own file tells how objects divide the account,
    /// else of the whole account, on its first row alone; nil elsewhere and when unknown.
    package let before: Int128?
    /// What it is; nil when it is placed nowhere.
    package let placing: Placing?

    /// A row.
    package init(
      account: String, name: String, object: String?, amount: Int128, before: Int128?,
      placing: Placing?
    ) {
      self.account = account
      self.name = name
      self.object = object
      self.amount = amount
      self.before = before
      self.placing = placing
    }
  }

  /// How an amount is placed, in the settings' own words.
  package struct Placing: Hashable, Sendable {
    /// slag.
    package let kind: String
    /// aktör.
    package let counterpart: String
    /// kanal; nil when none is told.
    package let channel: String?
    /// The rule's line in the settings; nil is the default by BAS.
    package let rule: Int?

    /// A placing.
    package init(kind: String, counterpart: String, channel: String?, rule: Int?) {
      self.kind = kind
      self.counterpart = counterpart
      self.channel = channel
      self.rule = rule
    }
  }

  /// A rule that takes nothing.
  package struct IdleRule: Hashable, Sendable {
    /// Its line in the settings.
    package let line: Int
    /// Its accounts, `3010-3019`; nil for all.
    package let accounts: String?
    /// Its object, `6:P12`.
    package let object: String?

    /// A rule.
    package init(line: Int, accounts: String?, object: String?) {
      self.line = line
      self.accounts = accounts
      self.object = object
    }
  }

  /// A rule that an account's name suggests, or what it does not tell.
  package struct Proposal: Hashable, Sendable {
    /// The four digits that a rule names.
    package let number: Int
    /// The accounts that begin so: number and name.
    package let accounts: [NamedAccount]
    /// What their names tell; nil when they tell different things, which no rule can part.
    package let suggestion: AccountSuggestion?

    /// A proposal.
    package init(number: Int, accounts: [NamedAccount], suggestion: AccountSuggestion?) {
      self.number = number
      self.accounts = accounts
      self.suggestion = suggestion
    }
  }

  /// An account by number and name.
  package struct NamedAccount: Hashable, Sendable {
    /// The number.
    package let number: String
    /// The name as it may be shown.
    package let name: String

    /// An account.
    package init(number: String, name: String) {
      self.number = number
      self.name = name
    }
  }

  /// How the settings write `kopplingar`.
  package struct Links: Hashable, Sendable {
    /// Whether the key stands there.
    package let isStated: Bool
    /// Blanks before the hyphen of a rule.
    package let indentation: Int

    /// A place.
    package init(isStated: Bool, indentation: Int) {
      self.isStated = isStated
      self.indentation = indentation
    }
  }
}
