// What an enterprise states of one fiscal year by hand: meeting, members, board, goals.

import Bookkeeping
import Diagnostics
import Outcomes

/// A year of `år` (interfaces.md, yearly keys). What is left out is nil or empty; nothing of it is
/// assumed.
package struct YearlyFacts: Hashable, Sendable {
  /// The year's label, `2025` or `2025-04`, where it stands.
  package let label: Located<String>
  /// stämma: the day of the annual meeting.
  package var meeting: Located<CalendarDate>?
  /// fastställd: the day on which the meeting adopted the statements, never before the meeting.
  package var adopted: Located<CalendarDate>?
  /// antaganden beslutade: the day on which the board decided the year's assumptions.
  package var assumptionsDecided: Located<CalendarDate>?
  /// medlemmar.
  package var members: MemberFacts?
  /// styrelse: names are for the annual report alone, never for a diagnostic or a log.
  package var board: [BoardMember] = []
  /// medelantal anställda: the average number of all employees in the year.
  package var employees: Located<Quantity>?
  /// disposition: what becomes of the result, in the order of the file.
  package var disposition: [DispositionItem] = []
  /// noter: the board's own notes, in the order of the file.
  package var notes: [YearNote] = []
  /// mål, in the order of the file.
  package var goals: [YearGoal] = []
  /// Keys without a value, each where it stands: holes when the year is reported, not before.
  package var holes: [Located<String>] = []

  /// A year of which nothing is stated.
  package init(label: Located<String>) { self.label = label }

  /// utdelning under disposition: what the meeting gives to members or owners.
  package var dividend: DispositionItem? {
    disposition.first { NameMatching.folded($0.name) == "utdelning" }
  }
}

/// medlemmar: how many members there were and how they came and went (ÅRL 6 kap. 3 §).
package struct MemberFacts: Hashable, Sendable {
  /// vid årets början.
  package let opening: Located<Int>?
  /// nya.
  package let joined: Located<Int>?
  /// utträdda.
  package let left: Located<Int>?
  /// vid årets slut.
  package let closing: Located<Int>?
  /// insatser att återbetala: kronor that leaving members are due in the coming year.
  package let repayable: Located<Amount>?

  /// Members.
  package init(
    opening: Located<Int>?, joined: Located<Int>?, left: Located<Int>?, closing: Located<Int>?,
    repayable: Located<Amount>?
  ) {
    self.opening = opening
    self.joined = joined
    self.left = left
    self.closing = closing
    self.repayable = repayable
  }

  /// What opening, joined and left come to; nil when one of them is not stated.
  package var computedClosing: Int? {
    guard let opening, let joined, let left else { return nil }
    return opening.value + joined.value - left.value
  }
}

/// One of styrelse.
package struct BoardMember: Hashable, Sendable {
  /// namn.
  package let name: String
  /// roll.
  package let role: String

  /// A member of the board.
  package init(name: String, role: String) {
    self.name = name
    self.role = role
  }
}

/// One of disposition: an amount of the result and where it goes.
package struct DispositionItem: Hashable, Sendable {
  /// Where it goes: `utdelning`, `balanseras i ny räkning` ...
  package let name: String
  /// Kronor; a loss that is carried forward is negative.
  package let amount: Amount
  /// The place.
  package let location: SourceLocation

  /// An item.
  package init(name: String, amount: Amount, location: SourceLocation) {
    self.name = name
    self.amount = amount
    self.location = location
  }
}

/// One of noter.
package struct YearNote: Hashable, Sendable {
  /// The heading.
  package let title: String
  /// The text.
  package let text: String

  /// A note.
  package init(title: String, text: String) {
    self.title = title
    self.text = text
  }
}

/// One of mål: what the board set out to reach in the year.
package struct YearGoal: Hashable, Sendable {
  /// How much.
  package enum Target: Hashable, Sendable {
    /// A number of people, months, kronor ..., in hundredths.
    case number(Quantity)
    /// A share.
    case share(Rate)
  }

  /// mått, in the board's own words or as the report names it.
  package let measure: Located<String>
  /// värde.
  package let target: Target

  /// A goal.
  package init(measure: Located<String>, target: Target) {
    self.measure = measure
    self.target = target
  }
}

extension Settings {
  /// The years of `år` that a fiscal year's labels mean, the short one and the one with its month:
  /// one, or none. Two are an error that is told when the books are read.
  package func facts(ofYear labels: Set<String>) -> [YearlyFacts] {
    years.filter { labels.contains($0.label.value) }
  }

  /// The settings as they stand for one year: what `år` states of it goes before `asf`, which
  /// serves the latest year only.
  package func stating(_ facts: YearlyFacts?, isLatest: Bool) -> Settings {
    var stated = socialEnterprise ?? SocialEnterpriseFacts()
    if !isLatest {
      (stated.members, stated.membersLocation) = (nil, nil)
      (stated.employees, stated.employeesLocation) = (nil, nil)
      (stated.dividend, stated.dividendLocation) = (nil, nil)
    }
    if let closing = facts?.members?.closing {
      (stated.members, stated.membersLocation) = (closing.value, closing.location)
    }
    if let employees = facts?.employees {
      (stated.employees, stated.employeesLocation) = (employees.value, employees.location)
    }
    if let dividend = facts?.dividend {
      (stated.dividend, stated.dividendLocation) = (dividend.amount, dividend.location)
    }
    var settings = self
    settings.socialEnterprise = stated
    return settings
  }
}
