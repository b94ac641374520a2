// The ledger that holds both bokslut: chart, years, balances, vouchers and postings.

import Diagnostics

/// Where a ledger's vouchers are described: a SIE file's bytes, or the lines of the second bokslut.
public protocol LedgerSource: Sendable {
  /// Series, number and text of a voucher by its `source`.
  func describe(_ voucher: Voucher) -> VoucherDescription
  /// The place of a voucher or posting by its `source`.
  func location(ofSource source: UInt32) -> SourceLocation
  /// The lines of many postings at once, 0 where there is none; a file is walked once for all.
  func lines(ofSources sources: [UInt32]) -> [Int]
}

extension LedgerSource {
  /// One by one, for sources of few postings.
  public func lines(ofSources sources: [UInt32]) -> [Int] {
    sources.map { location(ofSource: $0).line ?? 0 }
  }
}

/// What a file says of the organisation and of itself.
public struct LedgerOrganisation: Hashable, Sendable {
  /// #FNAMN.
  public var name: String?
  /// #ORGNR as written; never copied into a report, a sole trader's is an identity number.
  public var number: String?
  /// #FTYP: EK ekonomisk förening, I ideell förening, AB ...
  public var form: String?
  /// #PROGRAM.
  public var program: String?
  /// #GEN: the day the file was made.
  public var generated: CalendarDate?
  /// #KPTYP; absent means BAS95.
  public var chart: String?
  /// #VALUTA; absent means SEK.
  public var currency: String
  /// #OMFATTN: the last day that period balances cover.
  public var coveredUntil: CalendarDate?

  /// Nothing known yet.
  public init() { self.currency = "SEK" }
}

/// What a file states of one account in one year.
public struct StatedBalance: Hashable, Sendable {
  /// #IB.
  public var opening: Amount?
  /// #UB.
  public var closing: Amount?
  /// #RES.
  public var result: Amount?

  /// Nothing stated.
  public init() {}
}

/// One year of a ledger: 0 this year, -1 the year before ...
public struct LedgerYear: Hashable, Sendable {
  /// 0, -1, -2 ...
  public let offset: Int
  /// Its days, when #RAR states them.
  public var fiscalYear: FiscalYear?
  /// Stated balances by account index.
  public var balances: [Int: StatedBalance]

  /// A year without balances.
  public init(offset: Int, fiscalYear: FiscalYear? = nil) {
    self.offset = offset
    self.fiscalYear = fiscalYear
    self.balances = [:]
  }
}

/// The change of an account in a month (#PSALDO) or its budget (#PBUDGET).
public struct PeriodAmount: Hashable, Sendable {
  /// 0, -1 ...
  public let yearOffset: Int
  /// Year x 100 + month.
  public let period: Int
  /// Index of the account.
  public let account: Int
  /// The object it concerns, if any.
  public let object: ObjectReference?
  /// Öre, debit positive.
  public let amount: Amount

  /// A period's amount.
  public init(
    yearOffset: Int, period: Int, account: Int, object: ObjectReference?, amount: Amount
  ) {
    self.yearOffset = yearOffset
    self.period = period
    self.account = account
    self.object = object
    self.amount = amount
  }
}

/// An object's opening or closing balance on an account (#OIB, #OUB).
public struct ObjectBalance: Hashable, Sendable {
  /// 0, -1 ...
  public let yearOffset: Int
  /// Index of the account.
  public let account: Int
  /// The object.
  public let object: ObjectReference
  /// Öre, debit positive.
  public let amount: Amount

  /// A balance.
  public init(yearOffset: Int, account: Int, object: ObjectReference, amount: Amount) {
    self.yearOffset = yearOffset
    self.account = account
    self.object = object
    self.amount = amount
  }
}

/// A double-entry ledger (*huvudbok*): the first bokslut as a SIE file gives it, or the second as
/// the calculation makes it.
public struct Ledger: Sendable {
  /// What the file says of the organisation.
  public var organisation = LedgerOrganisation()
  /// Years, newest first; the first is year 0.
  public var years: [LedgerYear] = []
  /// The chart of accounts in the order in which the file first names them; one without a name is
  /// used but never declared.
  public private(set) var accounts: [Account] = []
  /// Dimensions by number, declared and reserved.
  public var dimensions: [Int: Dimension] = [:]
  /// Names of declared objects.
  public var objectNames: [ObjectReference: String] = [:]
  /// Vouchers in file order.
  public var vouchers: [Voucher] = []
  /// Postings in file order.
  public var postings: [Posting] = []
  /// Period changes.
  public var periodBalances: [PeriodAmount] = []
  /// Budgets.
  public var budgets: [PeriodAmount] = []
  /// Objects' opening balances.
  public var objectOpenings: [ObjectBalance] = []
  /// Objects' closing balances.
  public var objectClosings: [ObjectBalance] = []
  /// Whether the file carries vouchers at all (types 4E and 4I), so that TRANS can be summed.
  public var hasVouchers = false
  /// Who describes vouchers.
  public var source: any LedgerSource

  private var indexByNumber: [String: Int] = [:]
  private var objectSets: [[ObjectReference]] = []
  private var objectSetIndex: [[ObjectReference]: UInt32] = [:]
  // Most postings have no objects, so those that do are listed apart, in order.
  private var postingsWithObjects: [UInt32] = []
  private var setsOfPostings: [UInt32] = []

  /// An empty ledger over a source.
  public init(source: any LedgerSource) { self.source = source }

  /// The index of an account by its number, or nil.
  public func accountIndex(_ number: String) -> Int? { indexByNumber[number] }

  /// Declares an account, or replaces what is known of it; gives its index.
  @discardableResult
  public mutating func declare(_ account: Account) -> Int {
    if let index = indexByNumber[account.number] {
      accounts[index] = account
      return index
    }
    accounts.append(account)
    indexByNumber[account.number] = accounts.count - 1
    return accounts.count - 1
  }

  /// Adds a posting with its objects.
  public mutating func append(_ posting: Posting, objects: [ObjectReference] = []) {
    if objects.isEmpty {
      postings.append(posting)
    } else {
      append(posting, objectSet: objectSet(objects))
    }
  }

  /// The number of a set of objects; equal sets share one, so that a reader of many postings looks
  /// each up once.
  public mutating func objectSet(_ objects: [ObjectReference]) -> UInt32 {
    if let known = objectSetIndex[objects] { return known }
    let set = UInt32(objectSets.count)
    objectSets.append(objects)
    objectSetIndex[objects] = set
    return set
  }

  /// Adds a posting with a set of objects that `objectSet` numbered.
  public mutating func append(_ posting: Posting, objectSet: UInt32) {
    postingsWithObjects.append(UInt32(postings.count))
    setsOfPostings.append(objectSet)
    postings.append(posting)
  }

  /// The objects of a posting by its index.
  public func objects(ofPosting index: Int) -> [ObjectReference] {
    var low = 0
    var high = postingsWithObjects.count
    while low < high {
      let middle = (low + high) / 2
      if postingsWithObjects[middle] < UInt32(index) { low = middle + 1 } else { high = middle }
    }
    guard low < postingsWithObjects.count, postingsWithObjects[low] == UInt32(index) else {
      return []
    }
    return objectSets[Int(setsOfPostings[low])]
  }

  /// The year of an offset, or nil.
  public func year(_ offset: Int) -> LedgerYear? { years.first { $0.offset == offset } }
}
