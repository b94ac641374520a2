// Reads stated balances: of years, of objects and of periods.

import Bookkeeping
import Diagnostics
import SIEFormat

extension SIEScanner {
  /// `#IB year account amount`, and #UB and #RES alike.
  mutating func readBalance(_ label: SIELabel, _ cursor: inout SIECursor) {
    guard let (year, accountField) = yearAndAccount(label, &cursor) else { return }
    let amountField = cursor.next()
    let index = account(accountField)
    if label == .ib, amountField?.isEmpty ?? true {
      emptyOpenings.append((year, index, line))
      return
    }
    guard let amount = balance(amountField, &cursor, account: accountField) else {
      return
    }
    let place = yearIndex(year)
    var balance = ledger.years[place].balances[index] ?? StatedBalance()
    let earlier: Amount?
    switch label {
    case .ib: (earlier, balance.opening) = (balance.opening, amount)
    case .ub: (earlier, balance.closing) = (balance.closing, amount)
    default: (earlier, balance.result) = (balance.result, amount)
    }
    if let earlier, earlier != amount {
      findings.report(
        "SIE026", at: location,
        [
          "label": "#\(label.rawValue)", "account": text(accountField), "first": earlier,
          "second": amount,
        ])
    }
    ledger.years[place].balances[index] = balance
    if let stated = roundedText {
      ledger.roundedAmounts[index, default: 0] += 1
      roundedBalances.append(
        RoundedBalance(
          year: year, account: index, label: label, stated: stated, ore: amount.ore))
    }
  }

  /// `#OIB year account {dimension object} amount`, and #OUB alike.
  mutating func readObjectBalance(_ label: SIELabel, _ cursor: inout SIECursor) {
    guard let (year, accountField) = yearAndAccount(label, &cursor) else { return }
    guard let objectField = cursor.next(), objectField.form == .objectList,
      let object = objects(objectField).first
    else {
      reportMissingFields(label)
      return
    }
    let amountField = cursor.next()
    guard let amount = balance(amountField, &cursor, account: accountField) else {
      return
    }
    let balance = ObjectBalance(
      yearOffset: year, account: account(accountField), object: object, amount: amount)
    _ = yearIndex(year)
    if label == .oib {
      ledger.objectOpenings.append(balance)
    } else {
      ledger.objectClosings.append(balance)
    }
  }

  /// `#PSALDO year period account {dimension object} amount`, and #PBUDGET alike: the change or the
  /// budget of a month. Period and account are at times written in the other order.
  mutating func readPeriod(_ label: SIELabel, _ cursor: inout SIECursor) {
    guard let year = yearOffset(cursor.next()), let first = cursor.next(),
      let second = cursor.next()
    else {
      reportMissingFields(label)
      return
    }
    var (periodField, accountField) = (first, second)
    if period(first) == nil, period(second) != nil {
      (periodField, accountField) = (second, first)
      findings.swappedFields.add(line)
    }
    guard let period = period(periodField) else {
      reportMissingFields(label)
      return
    }
    var amountField = cursor.next()
    var object: ObjectReference?
    if let field = amountField, field.form == .objectList {
      object = objects(field).first
      amountField = cursor.next()
    }
    guard let amount = balance(amountField, &cursor, account: accountField) else {
      return
    }
    let row = PeriodAmount(
      yearOffset: year, period: period, account: account(accountField), object: object,
      amount: amount)
    _ = yearIndex(year)
    if label == .psaldo { ledger.periodBalances.append(row) } else { ledger.budgets.append(row) }
  }

  /// The amount of a balance, after which a quantity may stand. `24 000.00` is one amount with its
  /// thousands apart; `24 000` may be that or 24 kronor for 000 pieces, and is refused.
  private mutating func balance(
    _ field: SIEField?, _ cursor: inout SIECursor, account: SIEField
  ) -> Amount? {
    guard let field else { return amount(nil, emptyCode: "SIE021", account: account) }
    let whole = withThousands(field, &cursor)
    if whole != field, ![0x2E, 0x2C].contains(base[whole.end - 2]),
      ![0x2E, 0x2C].contains(base[whole.end - 3])
    {
      findings.report(
        "SIE020", at: location(of: whole),
        ["stated": String(text(whole).prefix(30)), "account": text(account)])
      return nil
    }
    return amount(whole, emptyCode: "SIE021", account: account)
  }

  /// A month as year x 100 + month, or nil; some programs write its last day too.
  private func period(_ field: SIEField) -> Int? {
    guard field.end - field.start == 6 || field.end - field.start == 8 else { return nil }
    guard let number = Int(text(field).prefix(6)), number / 100 >= 1900, number / 100 <= 2199,
      number % 100 >= 1, number % 100 <= 12
    else { return nil }
    return number
  }

  private mutating func yearAndAccount(
    _ label: SIELabel, _ cursor: inout SIECursor
  ) -> (Int, SIEField)? {
    guard let year = yearOffset(cursor.next()), let account = cursor.next(),
      !account.isEmpty
    else {
      reportMissingFields(label)
      return nil
    }
    return (year, account)
  }
}
