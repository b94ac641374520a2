// What an enterprise's dualbokslut.yaml says, checked and typed.

import Bookkeeping
import Diagnostics
import Outcomes

/// The settings of one enterprise (interfaces.md, Settings).
public struct Settings: Sendable {
  /// organisation.
  public var organisation: Organisation
  /// bokföring: where the SIE files are, relative to the folder.
  public var books: BooksSource
  /// utfall: folder or workbook, relative to the folder; nil when the key is left out.
  public var outcomes: Located<String>?
  /// föregående: last year's adopted package, relative to the settings file.
  public var previousPackage: Located<String>?
  /// aktörer: own actors beside the built-in ones.
  public var actors: [OwnActor] = []
  /// kopplingar, in file order.
  public var links: [AccountLink] = []
  /// uppställning: own choices of statement row, in file order.
  public var rowOverrides: [RowOverride] = []
  /// träningsplatser: obetalda.
  public var trainingPlacesAreUnpaid = false
  /// skatt: own tax rates, before the municipality's.
  public var taxRates: [OwnTaxRate] = []
  /// försörjning: how long each support would have gone on.
  public var supportDurations: [SupportKind: SupportDuration] = [:]
  /// The support kinds that försörjning has a key for, also those whose rule has a fault.
  public var statedSupportKinds: Set<SupportKind> = []
  /// antaganden; nil when the key is left out.
  public var assumptions: Assumptions?
  /// värden: additions to and overrides of the parameter bank.
  public var values: [OwnValue] = []
  /// röjande.minsta cell: 5 unless set, never below 3.
  public var smallestCell = 5
  /// avstämning.tolerans: 5 % unless set.
  public var tolerance = Rate(tenThousandths: 500)
  /// Where avstämning.tolerans stands; nil when it is left out.
  public var toleranceLocation: SourceLocation?
  /// asf.
  public var socialEnterprise: SocialEnterpriseFacts?
  /// The settings file itself.
  public let location: SourceLocation

  /// Settings with everything else left out.
  public init(organisation: Organisation, books: BooksSource, location: SourceLocation) {
    self.organisation = organisation
    self.books = books
    self.location = location
  }
}

/// A value with the place it was written at.
public struct Located<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  public let value: Value
  /// Its place.
  public let location: SourceLocation

  /// A value at a place.
  public init(_ value: Value, at location: SourceLocation) {
    self.value = value
    self.location = location
  }
}

/// organisation: who the report is about.
public struct Organisation: Hashable, Sendable {
  /// id: names the outputs; the folder's name unless set.
  public var id: String
  /// namn.
  public var name: String
  /// organisationsnummer.
  public var number: String?
  /// form.
  public var form: LegalForm
  /// kommun, with its place.
  public var municipality: Located<String>?
  /// språk of the reports.
  public var language: Language

  /// An organisation.
  public init(
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
public enum BooksSource: Hashable, Sendable {
  /// `bokforing/*.se`, relative to the folder.
  case pattern(Located<String>)
  /// Year label -> file, relative to the folder.
  case files([String: Located<String>])
}

/// aktörer: an actor of the enterprise's own.
public struct OwnActor: Hashable, Sendable {
  /// id.
  public let id: ActorID
  /// namn.
  public let name: String
  /// offentlig.
  public let isPublic: Bool

  /// An own actor.
  public init(id: ActorID, name: String, isPublic: Bool) {
    self.id = id
    self.name = name
    self.isPublic = isPublic
  }
}

/// One of kopplingar: result accounts -> kind, counterpart and channel.
public struct AccountLink: Hashable, Sendable {
  /// konton: a range of account numbers by their first four digits; nil takes all accounts (object
  /// rules only).
  public let accounts: ClosedRange<Int>?
  /// objekt: only the postings with this object.
  public let object: ObjectReference?
  /// slag; nil for a rule that sets only the channel.
  public let kind: FlowKind?
  /// aktör; nil takes the kind's own.
  public let actor: ActorID?
  /// kanal.
  public let channel: IncomeChannel?
  /// The rule's place.
  public let location: SourceLocation

  /// A link.
  public init(
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

/// One of skatt: own rates from a day on.
public struct OwnTaxRate: Hashable, Sendable {
  /// från.
  public let from: CalendarDate
  /// kommun.
  public let municipal: Rate
  /// region.
  public let regional: Rate
  /// källa.
  public let source: String
  /// The place.
  public let location: SourceLocation

  /// Rates.
  public init(
    from: CalendarDate, municipal: Rate, regional: Rate, source: String, location: SourceLocation
  ) {
    self.from = from
    self.municipal = municipal
    self.regional = regional
    self.source = source
    self.location = location
  }
}

/// försörjning: how long a support would have gone on, and what would have followed.
public struct SupportDuration: Hashable, Sendable {
  /// längst in calendar months from the person's start here; nil is *obegränsat*.
  public let longestMonths: Int?
  /// sedan.
  public let then: SupportKind?
  /// källa.
  public let source: String
  /// The place.
  public let location: SourceLocation

  /// A duration.
  public init(longestMonths: Int?, then: SupportKind?, source: String, location: SourceLocation) {
    self.longestMonths = longestMonths
    self.then = then
    self.source = source
    self.location = location
  }
}

/// One of värden: an addition to or override of the parameter bank.
public struct OwnValue: Hashable, Sendable {
  /// What it says.
  public enum Content: Hashable, Sendable {
    /// A value with its unit.
    case value(ParameterValue, ParameterUnit)
    /// `=id`: points at a value of the bank.
    case reference(String)
  }

  /// id.
  public let id: String
  /// värde and enhet.
  public let content: Content
  /// från.
  public let from: CalendarDate
  /// till; nil is until further notice.
  public let to: CalendarDate?
  /// källa.
  public let source: String
  /// The place.
  public let location: SourceLocation

  /// An own value.
  public init(
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
public struct SocialEnterpriseFacts: Hashable, Sendable {
  /// medlemmar.
  public var members: Int?
  /// utdelning in kronor.
  public var dividend: Amount?
  /// medelantal anställda: the average number of all employees in the year.
  public var employees: Int?
  /// certifiering.
  public var certification: String?
  /// agenda 2030: goals 1-17.
  public var agendaGoals: [Int] = []
  /// Where medlemmar stands.
  public var membersLocation: SourceLocation?
  /// Where medelantal anställda stands.
  public var employeesLocation: SourceLocation?
  /// Where utdelning stands.
  public var dividendLocation: SourceLocation?

  /// Nothing stated.
  public init() {}
}
