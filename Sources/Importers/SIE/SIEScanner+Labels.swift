// Reads the lines that are not postings, each by its label.

import Bookkeeping
import Diagnostics
import SIEFormat

extension SIEScanner {
  /// Reads the fields of one label; fields after those that SIE gives it are let be.
  mutating func read(_ label: SIELabel, _ cursor: inout SIECursor) {
    switch label {
    case .ver: readVoucher(&cursor)
    case .trans: readPosting(from: cursor.position, to: cursor.end)
    // Corrections: what was added later also stands as #TRANS, what was taken away never counts.
    case .rtrans, .btrans: findings.correctedRows.add(line)
    case .konto, .ktyp, .sru: readAccount(label, &cursor)
    case .ib, .ub, .res: readBalance(label, &cursor)
    case .oib, .oub: readObjectBalance(label, &cursor)
    case .psaldo, .pbudget: readPeriod(label, &cursor)
    case .dim, .underdim, .objekt: readDimension(label, &cursor)
    case .rar: readYear(&cursor)
    case .gen, .ftyp, .orgnr, .fnamn, .kptyp, .valuta, .omfattn:
      readOrganisation(label, &cursor)
    case .sietyp: statedType = text(cursor.next())
    case .format: statedFormat = text(cursor.next())
    case .ksumma: checksum.read(text(cursor.next()), lineStart: lineStart, lineEnd: cursor.end)
    case .flagga, .program, .prosa, .fnr, .bkod, .adress, .taxar, .enhet: break
    }
  }

  private mutating func readOrganisation(_ label: SIELabel, _ cursor: inout SIECursor) {
    let value = text(cursor.next())
    guard !value.isEmpty else { return }
    switch label {
    case .gen:
      ledger.organisation.generated = CalendarDate(value)
      ledger.organisation.hasUnreadableDay = ledger.organisation.generated == nil
    case .ftyp: ledger.organisation.form = value
    case .fnamn: ledger.organisation.name = value
    case .kptyp: ledger.organisation.chart = value
    case .omfattn:
      ledger.organisation.coveredUntil = CalendarDate(value)
      ledger.organisation.hasUnreadableCoverage = ledger.organisation.coveredUntil == nil
    case .valuta:
      ledger.organisation.currency = value
      if value.uppercased() != "SEK" {
        findings.report("SIE018", at: location, ["currency": value])
      }
    case .orgnr:
      ledger.organisation.number = value
      if PersonalIdentityNumber.occurs(in: value) { findings.report("SIE060", at: location) }
    default: break
    }
  }

  private mutating func readAccount(_ label: SIELabel, _ cursor: inout SIECursor) {
    guard let field = cursor.next(), !field.isEmpty else {
      reportMissingFields(label)
      return
    }
    let index = account(field)
    let known = ledger.accounts[index]
    let valueField = cursor.next()
    let value = text(valueField)
    switch label {
    case .konto:
      if let valueField { lookForIdentityNumber(valueField) }
      declare(Account(number: known.number, name: value, kind: known.kind, sru: known.sru))
    case .ktyp:
      let kind = Account.Kind(rawValue: value.uppercased())
      declare(Account(number: known.number, name: known.name, kind: kind, sru: known.sru))
    default:
      let sru = value.allSatisfy(\.isWhitespace) ? nil : value
      declare(Account(number: known.number, name: known.name, kind: known.kind, sru: sru))
    }
  }

  private mutating func readDimension(_ label: SIELabel, _ cursor: inout SIECursor) {
    guard let number = Int(text(cursor.next())), let second = cursor.next() else {
      reportMissingFields(label)
      return
    }
    if label == .objekt {
      let nameField = cursor.next()
      if let nameField { lookForIdentityNumber(nameField) }
      let object = ObjectReference(dimension: number, code: text(second))
      ledger.objectNames[object] = text(nameField)
    } else {
      let parent = label == .underdim ? Int(text(cursor.next())) : nil
      ledger.dimensions[number] = Dimension(number: number, name: text(second), parent: parent)
    }
  }

  /// `#RAR year start end`. A year without dates (as some import files write it) stays without.
  private mutating func readYear(_ cursor: inout SIECursor) {
    guard let offset = yearOffset(cursor.next()) else {
      reportMissingFields(.rar)
      return
    }
    let year = yearIndex(offset)
    let start = text(cursor.next())
    let end = text(cursor.next())
    guard !start.isEmpty || !end.isEmpty else { return }
    guard let first = CalendarDate(start), let last = CalendarDate(end),
      let period = DateRange(first, last)
    else {
      findings.report("SIE030", at: location, ["year": offset, "start": start, "end": end])
      return
    }
    ledger.years[year].fiscalYear = FiscalYear(period: period)
  }

  /// The number of a year: 0, -1 ... A file holds no hundred years.
  func yearOffset(_ field: SIEField?) -> Int? {
    guard let offset = Int(text(field)), offset <= 0, offset > -100 else { return nil }
    return offset
  }

  /// The place of a year in the ledger, newest first.
  mutating func yearIndex(_ offset: Int) -> Int {
    if let index = ledger.years.firstIndex(where: { $0.offset == offset }) { return index }
    let index = ledger.years.firstIndex { $0.offset < offset } ?? ledger.years.count
    ledger.years.insert(LedgerYear(offset: offset), at: index)
    return index
  }

  mutating func reportMissingFields(_ label: SIELabel) {
    findings.report("SIE025", at: location, ["label": "#\(label.rawValue)"])
  }
}
