"""The ledger of a sample: vouchers over several fiscal years, and how business is posted."""

from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

from amounts import rounded, vat_of
from days import MONTH_NAMES, weekday_on_or_after

FEE_RATE = Fraction(3142, 10000)        # employer contributions, full rate
FEE_RATE_SENIOR = Fraction(1021, 10000)  # only the pension contribution, from 66
PENSION_TAX_RATE = Fraction(2426, 10000)  # särskild löneskatt
COMPANY_TAX_RATE = Fraction(206, 1000)


class Voucher:
    def __init__(self, series, when, text, rows):
        self.series, self.date, self.text, self.rows = series, when, text, rows
        self.number = 0
        self.registered = when


class Book:
    """A ledger over several fiscal years. Amounts in öre, debit positive."""

    def __init__(self, chart, years, chance):
        self.chart = chart      # account -> name
        self.years = years      # [(first, last)], the first one only gives the comparison column
        self.chance = chance
        self.vouchers = []
        self.opening = {}       # balances at the start of the first year

    def post(self, series, when, text, rows):
        """Rows are (account, öre) or (account, öre, object)."""
        rows = [(row + (None,))[:3] for row in rows if row[1]]
        assert sum(row[1] for row in rows) == 0, (when, text, rows)
        assert all(row[0] in self.chart for row in rows), (text, rows)
        if rows and when <= self.years[-1][1]:
            self.vouchers.append(Voucher(series, when, text, rows))

    def balance(self, account, when):
        return self.opening.get(account, 0) + sum(
            amount for voucher in self.vouchers if voucher.date <= when
            for number, amount, _ in voucher.rows if number == account)

    def change(self, accounts, first, last, code=None):
        """The change in a set of accounts over a period, one object only if asked for."""
        return sum(amount for voucher in self.vouchers if first <= voucher.date <= last
                   for number, amount, tag in voucher.rows
                   if accounts(number) and (code is None or tag == code))

    def result(self, first, last):
        """Income minus costs before the closing entry; positive is a surplus."""
        return -self.change(lambda number: "3" <= number[0] <= "8" and number != "8999",
                            first, last)

    def trial_balance(self, first, last):
        """account -> (opening, closing) for balance accounts, (0, result) for result accounts."""
        before, during = defaultdict(int), defaultdict(int)
        for account, amount in self.opening.items():
            before[account] += amount
        for voucher in self.vouchers:
            for account, amount, _ in voucher.rows:
                if voucher.date < first:
                    before[account] += amount if account[0] in "12" else 0
                elif voucher.date <= last:
                    during[account] += amount
        return {account: (before[account], before[account] + during[account])
                for account in sorted(set(before) | set(during))}

    def number_vouchers(self, gap_days):
        """Numbers run by date within a series and start anew every fiscal year."""
        self.vouchers.sort(key=lambda voucher: voucher.date)
        for first, last in self.years:
            counts = defaultdict(int)
            for voucher in self.vouchers:
                if first <= voucher.date <= last:
                    counts[voucher.series] += 1
                    voucher.number = counts[voucher.series]
                    lag = self.chance.between(0, gap_days)
                    voucher.registered = voucher.date + timedelta(days=lag)

    # Everyday business.

    def sell(self, when, customer, text, lines, terms=30, late=6, whole_kronor=False):
        """A customer invoice in series A and, some weeks later, its payment in series C.
        Lines are (account, net, vat rate, object)."""
        rows, total = [], 0
        vat_sums = defaultdict(int)
        for account, net, rate, tag in lines:
            rows.append((account, -net, tag))
            vat_sums[rate] += vat_of(net, rate)
            total += net
        for rate, vat in sorted(vat_sums.items()):
            rows.append(({25: "2611", 12: "2621", 0: "2611"}[rate], -vat))
            total += vat
        payable = rounded(Fraction(total, 100)) * 100 if whole_kronor else total
        rows.append(("3740", total - payable))
        self.post(self.series("sale"), when, f"{customer}, {text}", [("1510", payable)] + rows)
        paid = weekday_on_or_after(when + timedelta(days=terms + self.chance.between(-3, late)))
        self.post(self.series("receipt"), paid, f"Inbetalning {customer}",
                  [("1930", payable), ("1510", -payable)])

    def buy(self, when, supplier, text, lines, terms=30):
        """A supplier invoice in series B and its payment in series D.
        Lines are (account, net, vat rate) or with an object."""
        rows, total = [], 0
        for line in lines:
            account, net, rate, tag = (line + (None,))[:4]
            vat = vat_of(net, rate)
            rows += [(account, net, tag), ("2641", vat)]
            total += net + vat
        self.post(self.series("purchase"), when, f"{supplier}, {text}", rows + [("2440", -total)])
        paid = weekday_on_or_after(when + timedelta(days=terms))
        self.post(self.series("payment"), paid, f"Betalning {supplier}",
                  [("2440", total), ("1930", -total)])

    def pay_by_card(self, when, shop, account, gross, rate=25):
        vat = rounded(Fraction(gross * rate, 100 + rate))
        self.post(self.series("card"), when, shop,
                  [(account, gross - vat), ("2641", vat), ("1930", -gross)])

    def series(self, use):
        return self.series_by_use[use]

    # Taxes.

    def declare_vat(self, last):
        """At a quarter's end: output and input VAT to 2650, in whole kronor as declared."""
        accounts = ["2611", "2621", "2641"]
        sums = {account: self.balance(account, last) for account in accounts}
        net = sum(sums.values())
        declared = (abs(net) // 100) * 100 * (1 if net > 0 else -1)
        self.post(self.series("memo"), last,
                  f"Momsredovisning kvartal {(last.month + 2) // 3}",
                  [(account, -sums[account]) for account in accounts]
                  + [("2650", declared), ("3740", net - declared)])

    def settle_tax_account(self, year, month, advance_tax):
        """The monthly due day: last month's payroll, the quarter's VAT, preliminary tax."""
        due = weekday_on_or_after(date(year, month, 17 if month in (1, 8) else 12))
        before = date(year, month, 1) - timedelta(days=1)
        withheld, fees = self.balance("2710", before), self.balance("2731", before)
        declared = -(abs(fees) // 100) * 100
        memo = self.series("memo")
        self.post(memo, due, f"Arbetsgivardeklaration {MONTH_NAMES[before.month - 1]}",
                  [("2710", -withheld), ("2731", -fees), ("3740", fees - declared),
                   ("1630", withheld + declared)])
        if month in (2, 5, 8, 11):
            vat = self.balance("2650", due)
            self.post(memo, due, "Moms till skattekontot", [("2650", -vat), ("1630", vat)])
        self.post(memo, due, "Debiterad preliminärskatt",
                  [("2518", advance_tax), ("1630", -advance_tax)])
        owed = -self.balance("1630", due)
        if owed > 0:
            self.post(memo, due, "Inbetalning till skattekontot",
                      [("1630", owed), ("1930", -owed)])

    def final_tax(self, when):
        """Last year's assessed taxes meet the advance payments."""
        year_start = next(first for first, last in self.years if first <= when <= last)
        before = year_start - timedelta(days=1)
        taxes = {account: self.balance(account, before) for account in ("2512", "2514", "2518")}
        self.post(self.series("memo"), when, "Slutlig skatt enligt skattebesked",
                  [(account, -amount) for account, amount in taxes.items()]
                  + [("1630", sum(taxes.values()))])

    # Moving and checking.

    def moved(self, shift):
        """The same ledger some years away. Amounts and the order of vouchers stay."""
        assert not any(shift.text(account) != account for account in self.chart)
        book = Book({account: shift.text(name) for account, name in self.chart.items()},
                    [(shift.day(first), shift.day(last)) for first, last in self.years],
                    self.chance)
        book.opening = self.opening
        for voucher in self.vouchers:
            copy = Voucher(voucher.series, shift.day(voucher.date), shift.text(voucher.text),
                           voucher.rows)
            copy.number, copy.registered = voucher.number, shift.day(voucher.registered)
            book.vouchers.append(copy)
        return book

    def verify(self):
        assert sum(self.opening.values()) == 0
        cash = self.opening.get("1930", 0)
        by_day = defaultdict(int)
        for voucher in self.vouchers:
            for account, amount, _ in voucher.rows:
                if account == "1930":
                    by_day[voucher.date] += amount
        low = cash
        for when in sorted(by_day):
            cash += by_day[when]
            low = min(low, cash)
        assert low > 0, f"the bank account is overdrawn: {low / 100}"
        previous = None
        for first, last in self.years:
            trial = self.trial_balance(first, last)
            assert sum(closing for _, closing in trial.values()) == 0
            if previous:
                for account in set(trial) | set(previous):
                    if account[0] in "12":
                        assert trial.get(account, (0, 0))[0] == previous.get(account, (0, 0))[1]
            previous = trial
        return low


def close_year(book, last, before_tax):
    taxable = max(0, before_tax // 1000 * 1000)   # tens of kronor, as the tax is computed
    tax = rounded(taxable * COMPANY_TAX_RATE / 100) * 100
    book.post(book.series("memo"), last, "Beräknad inkomstskatt", [("8910", tax), ("2512", -tax)])
    result = before_tax - tax
    book.post(book.series("memo"), last, "Årets resultat", [("8999", result), ("2099", -result)])
