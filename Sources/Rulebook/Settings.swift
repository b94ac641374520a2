// What an enterprise's dualbokslut.yaml says, checked and typed.

import Bookkeeping
import Diagnostics
import Outcomes

/// The settings of one enterprise (interfaces.md, Settings).
package struct Settings: Sendable {
  /// organisation.
  package var organisation: Organisation
  /// bokföring: where the SIE files are, relative to the folder.
  package var books: BooksSource
  /// utfall: folder or workbook, relative to the folder; nil when the key is left out.
  package var outcomes: Located<String>?
  /// föregående: the folder that `adopt` fills, or last year's adopted package; relative to the
  /// settings file.
  package var previousPackage: Located<String>?
  /// aktörer: own actors beside the built-in ones.
  package var actors: [OwnActor] = []
  /// rubriker: own headings of the register, in file order.
  package var headings: [OwnHeading] = []
  /// ord: own words of the register, in file order.
  package var words: [OwnWord] = []
  /// kopplingar, in file order.
  package var links: [AccountLink] = []
  /// Whether the key kopplingar stands there, with rules or without.
  package var statesLinks = false
  /// uppställning: own choices of statement row, in file order.
  package var rowOverrides: [RowOverride] = []
  /// träningsplatser: obetalda.
  package var trainingPlacesAreUnpaid = false
  /// skatt: own tax rates, before the municipality's.
  package var taxRates: [OwnTaxRate] = []
  /// försörjning: how long each support would have gone on.
  package var supportDurations: [SupportKind: SupportDuration] = [:]
  /// The support kinds that försörjning has a key for, also those whose rule has a fault.
  package var statedSupportKinds: Set<SupportKind> = []
  /// antaganden; nil when the key is left out.
  package var assumptions: Assumptions?
  /// värden: additions to and overrides of the parameter bank.
  package var values: [OwnValue] = []
  /// röjande.minsta cell: 5 unless set, never below 3.
  package var smallestCell = 5
  /// röjande.publicerat: earlier public packages, relative to the settings file.
  package var publishedPackages: [Located<String>] = []
  /// avstämning.tolerans: 5 % unless set.
  package var tolerance = Rate(tenThousandths: 500)
  /// Where avstämning.tolerans stands; nil when it is left out.
  package var toleranceLocation: SourceLocation?
  /// asf.
  package var socialEnterprise: SocialEnterpriseFacts?
  /// år: what is stated of single years, in the order of the file.
  package var years: [YearlyFacts] = []
  /// What is faulty in the file, by keys of the top level: what only follows from such a fault must
  /// not be told as one of its own.
  package var faultyKeys: Set<String> = []
  /// The ids that some entry of värden names, with or without a fault; nil where an entry names
  /// none, and may be any.
  package var statedValueIDs: Set<String>? = []
  /// The settings file itself.
  package let location: SourceLocation

  /// Settings with everything else left out.
  package init(organisation: Organisation, books: BooksSource, location: SourceLocation) {
    self.organisation = organisation
    self.books = books
    self.location = location
  }
}

/// A value with the place it was written at.
package struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  package let value: Value
  /// Its place.
  package let location: SourceLocation

  /// A value at a place.
  package init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}

/// organisation: who the report is about.
package struct Organisation: Hashable, Sendable {
  /// id: names the outputs; the folder's name unless set.
  package var id: String
  /// namn; blank until the books give it where the key is left out.
  package var name: String
  /// organisationsnummer.
  package var number: String?
  /// form; where the key is left out, the books' own (#FTYP).
  package var form: LegalForm
  /// Whether the settings state the form.
  package var statesForm = true
  /// kommun, with its place.
  package var municipality: Located<String>?
  /// språk of the reports.
  package var language: Language

  /// An organisation.
  package init(
    id: String, name: String, number: String? = nil, form: LegalForm = .economicAssociation,
    municipality: Located<String>? = nil, language: Language = .swedish
  ) {
    self.id = id
    self.name = name
    self.number = number
    self.form = form
    self.municipality = municipality
    self.language = language
  }
}

/// bokföring: a pattern, or a file for each year.
package enum BooksSource: Hashable, Sendable {
  /// `bokforing/*.se`, relative to the folder.
  case pattern(Located<String>)
  /// Year label -> file, relative to the folder.
  case files([String: Located<String>])
}

/// aktörer: an actor of the enterprise's own.
package struct OwnActor: Hashable, Sendable {
  /// id.
  package let id: ActorID
  /// namn.
  package let name: String
  /// offentlig.
  package let isPublic: Bool

  /// An own actor.
  package init(id: ActorID, name: String, isPublic: Bool) {
    self.id = id
    self.name = name
    self.isPublic = isPublic
  }
}

/// One of kopplingar: result accounts -> kind, counterpart and channel.
package struct AccountLink: Hashable, Sendable {
  /// konton: a range of account numbers by their first four digits; nil takes all accounts (object
  /// rules only).
  package let accounts: ClosedRange<Int>?
  /// objekt: only the postings with this object.
  package let object: ObjectReference?
  /// slag; nil for a rule that sets only the channel.
  package let kind: FlowKind?
  /// aktör; nil takes the kind's own.
  package let actor: ActorID?
  /// kanal.
  package let channel: IncomeChannel?
  /// The rule's place.
  package let location: SourceLocation

  /// A link.
  package init(
    accounts: ClosedRange<Int>?, object: ObjectReference? = nil, kind: FlowKind?,
    actor: ActorID? = nil, channel: IncomeChannel? = nil, location: SourceLocation
  ) {
    self.accounts = accounts
    self.object = object
    self.kind = kind
    self.actor = actor
    self.channel = channel
    self.location = location
  }
}

extension AccountLink {
  /// The rules among earlier ones that together take every account of this one, whatever the books
  /// hold; empty when some account is left for it.
  package func covering(among earlier: ArraySlice<AccountLink>) -> [AccountLink] {
    let before = earlier.filter { $0.object == nil || $0.object == object }
    if let one = before.first(where: { $0.covers(accounts) }) { return [one] }
    guard let accounts else { return [] }
    var used: [AccountLink] = []
    for number in accounts {
      guard let taking = before.first(where: { $0.accounts?.contains(number) ?? true }) else {
        return []
      }
      if !used.contains(taking) { used.append(taking) }
    }
    return used
  }

  private func covers(_ other: ClosedRange<Int>?) -> Bool {
    guard let accounts else { return true }
    guard let other else { return false }
    return accounts.contains(other.lowerBound) && accounts.contains(other.upperBound)
  }
}

/// One of skatt: own rates from a day on.
package struct OwnTaxRate: Hashable, Sendable {
  /// från.
  package let from: CalendarDate
  /// kommun.
  package let municipal: Rate
  /// region.
  package let regional: Rate
  /// källa.
  package let source: String
  /// The place.
  package let location: SourceLocation

  /// Rates.
  package init(
    from: CalendarDate, municipal: Rate, regional: Rate, source: String, location: SourceLocation
  ) {
    self.from = from
    self.municipal = municipal
    self.regional = regional
    self.source = source
    self.location = location
  }
}

/// One of värden: an addition to or override of the parameter bank.
package struct OwnValue: Hashable, Sendable {
  /// What it says.
  package enum Content: Hashable, Sendable {
    /// A value with its unit.
    case value(ParameterValue, ParameterUnit)
    /// `=id`: points at a value of the bank.
    case reference(String)
  }

  /// id.
  package let id: String
  /// värde and enhet.
  package var content: Content
  /// låg, in the unit of the value.
  package var low: Content?
  /// hög, in the unit of the value.
  package var high: Content?
  /// från.
  package let from: CalendarDate
  /// till; nil is until further notice.
  package let to: CalendarDate?
  /// källa.
  package let source: String
  /// The place.
  package let location: SourceLocation

  /// An own value.
  package init(
    id: String, content: Content, from: CalendarDate, to: CalendarDate?, source: String,
    location: SourceLocation
  ) {
    self.id = id
    self.content = content
    self.from = from
    self.to = to
    self.source = source
    self.location = location
  }
}

/// asf: what the enterprise states of itself as a social enterprise.
package struct SocialEnterpriseFacts: Hashable, Sendable {
  /// medlemmar.
  package var members: Int?
  /// utdelning in kronor.
  package var dividend: Amount?
  /// medelantal anställda: the average number of all employees in the year, decimals allowed.
  package var employees: Quantity?
  /// certifiering.
  package var certification: String?
  /// agenda 2030: goals 1-17.
  package var agendaGoals: [Int] = []
  /// Where medlemmar stands.
  package var membersLocation: SourceLocation?
  /// Where medelantal anställda stands.
  package var employeesLocation: SourceLocation?
  /// Where utdelning stands.
  package var dividendLocation: SourceLocation?

  /// Nothing stated.
  package init() {}
}
