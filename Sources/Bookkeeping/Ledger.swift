// The ledger that holds both bokslut: chart, years, balances, vouchers and postings.

import Diagnostics

/// Where a ledger's vouchers are described: a SIE file's bytes, or the lines of the second bokslut.
package protocol LedgerSource: Sendable {
  /// Series, number and text of a voucher by its `source`.
  func describe(_ voucher: Voucher) -> VoucherDescription
  /// The place of a voucher or posting by its `source`.
  func location(ofSource source: UInt32) -> SourceLocation
  /// The lines of many postings at once, 0 where there is none; a file is walked once for all.
  func lines(ofSources sources: [UInt32]) -> [Int]
}

extension LedgerSource {
  /// One by one, for sources of few postings.
  package func lines(ofSources sources: [UInt32]) -> [Int] {
    sources.map { location(ofSource: $0).line ?? 0 }
  }
}

/// What a file says of the organisation and of itself.
package struct LedgerOrganisation: Hashable, Sendable {
  /// #FNAMN.
  package var name: String?
  /// #ORGNR as written; never copied into a report, a sole trader's is an identity number.
  package var number: String?
  /// #FTYP: EK ekonomisk förening, I ideell förening, AB ...
  package var form: String?
  /// #GEN: the day the file was made.
  package var generated: CalendarDate?
  /// Whether #GEN stands there and is no day.
  package var hasUnreadableDay = false
  /// #KPTYP; absent means BAS95.
  package var chart: String?
  /// #VALUTA; absent means SEK.
  package var currency = "SEK"
  /// #OMFATTN: the last day that period balances cover.
  package var coveredUntil: CalendarDate?
  /// Whether #OMFATTN stands there and is no day.
  package var hasUnreadableCoverage = false
}

/// What a file states of one account in one year.
package struct StatedBalance: Hashable, Sendable {
  /// #IB.
  package var opening: Amount?
  /// #UB.
  package var closing: Amount?
  /// #RES.
  package var result: Amount?

  /// Nothing stated.
  package init() {}
}

/// One year of a ledger: 0 this year, -1 the year before ...
package struct LedgerYear: Hashable, Sendable {
  /// 0, -1, -2 ...
  package let offset: Int
  /// Its days, when #RAR states them.
  package var fiscalYear: FiscalYear?
  /// Stated balances by account index.
  package var balances: [Int: StatedBalance]

  /// A year without balances.
  package init(offset: Int, fiscalYear: FiscalYear? = nil) {
    self.offset = offset
    self.fiscalYear = fiscalYear
    self.balances = [:]
  }
}

/// The change of an account in a month (#PSALDO) or its budget (#PBUDGET).
package struct PeriodAmount: Hashable, Sendable {
  /// 0, -1 ...
  package let yearOffset: Int
  /// Year x 100 + month.
  package let period: Int
  /// Index of the account.
  package let account: Int
  /// The object it concerns, if any.
  package let object: ObjectReference?
  /// Öre, debit positive.
  package let amount: Amount

  /// A period's amount.
  package init(
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
package struct ObjectBalance: Hashable, Sendable {
  /// 0, -1 ...
  package let yearOffset: Int
  /// Index of the account.
  package let account: Int
  /// The object.
  package let object: ObjectReference
  /// Öre, debit positive.
  package let amount: Amount

  /// A balance.
  package init(yearOffset: Int, account: Int, object: ObjectReference, amount: Amount) {
    self.yearOffset = yearOffset
    self.account = account
    self.object = object
    self.amount = amount
  }
}

/// A double-entry ledger (*huvudbok*): the first bokslut as a SIE file gives it, or the second as
/// the calculation makes it.
package struct Ledger: Sendable {
  /// What the file says of the organisation.
  package var organisation = LedgerOrganisation()
  /// Years, newest first; the first is year 0.
  package var years: [LedgerYear] = []
  /// The chart of accounts in the order in which the file first names them; one without a name is
  /// used but never declared.
  package private(set) var accounts: [Account] = []
  /// Dimensions by number, declared and reserved.
  package var dimensions: [Int: Dimension] = [:]
  /// Names of declared objects.
  package var objectNames: [ObjectReference: String] = [:]
  /// Vouchers in file order.
  package var vouchers: [Voucher] = []
  /// Postings in file order.
  package var postings: [Posting] = []
  /// Period changes.
  package var periodBalances: [PeriodAmount] = []
  /// Budgets.
  package var budgets: [PeriodAmount] = []
  /// Objects' opening balances.
  package var objectOpenings: [ObjectBalance] = []
  /// Objects' closing balances.
  package var objectClosings: [ObjectBalance] = []
  /// Whether the file carries vouchers at all (types 4E and 4I), so that TRANS can be summed.
  package var hasVouchers = false
  /// How many amounts of an account the file states with more decimals than öre, so that its
  /// balance may follow from its postings to within as many öre.
  package var roundedAmounts: [Int: Int] = [:]
  /// Who describes vouchers.
  package var source: any LedgerSource

  private var indexByNumber: [String: Int] = [:]
  private var objectSets: [[ObjectReference]] = []
  private var objectSetIndex: [[ObjectReference]: UInt32] = [:]
  // Most postings have no objects, so those that do are listed apart, in order.
  private var postingsWithObjects: [UInt32] = []
  private var setsOfPostings: [UInt32] = []

  /// An empty ledger over a source.
  package init(source: any LedgerSource) { self.source = source }

  /// The index of an account by its number, or nil.
  package func accountIndex(_ number: String) -> Int? { indexByNumber[number] }

  /// Declares an account, or replaces what is known of it; gives its index.
  @discardableResult
  package mutating func declare(_ account: Account) -> Int {
    if let index = indexByNumber[account.number] {
      accounts[index] = account
      return index
    }
    accounts.append(account)
    indexByNumber[account.number] = accounts.count - 1
    return accounts.count - 1
  }

  /// Adds a posting with its objects.
  package mutating func append(_ posting: Posting, objects: [ObjectReference] = []) {
    if objects.isEmpty {
      postings.append(posting)
    } else {
      append(posting, objectSet: objectSet(objects))
    }
  }

  /// The number of a set of objects; equal sets share one, so that a reader of many postings looks
  /// each up once.
  package mutating func objectSet(_ objects: [ObjectReference]) -> UInt32 {
    if let known = objectSetIndex[objects] { return known }
    let set = UInt32(objectSets.count)
    objectSets.append(objects)
    objectSetIndex[objects] = set
    return set
  }

  /// Adds a posting with a set of objects that `objectSet` numbered.
  package mutating func append(_ posting: Posting, objectSet: UInt32) {
    postingsWithObjects.append(UInt32(postings.count))
    setsOfPostings.append(objectSet)
    postings.append(posting)
  }

  /// The objects of a posting by its index.
  package func objects(ofPosting index: Int) -> [ObjectReference] {
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
  package func year(_ offset: Int) -> LedgerYear? { years.first { $0.offset == offset } }
}
