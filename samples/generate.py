#!/usr/bin/env python3
"""Writes the ledgers (SIE 4E) and outcome registers (CSV) of the two sample enterprises.

Everything here is fictional. The script uses only the standard library, a fixed seed and no
clock, so every run writes the same bytes. While it works it asserts what a reader relies on:
vouchers balance, opening = last closing, wages, subsidies and sold places tie to the register.

Run it from anywhere:  python3 samples/generate.py
Settings, stories and READMEs are written by hand and left alone.
"""

import csv
import io
import random
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = "två bokslut"

FEE_RATE = Fraction(3142, 10000)        # employer contributions, full rate
FEE_RATE_SENIOR = Fraction(1021, 10000)  # only the pension contribution, from 66
PENSION_TAX_RATE = Fraction(2426, 10000)  # särskild löneskatt
COMPANY_TAX_RATE = Fraction(206, 1000)

MONTH_NAMES = ["januari", "februari", "mars", "april", "maj", "juni", "juli",
               "augusti", "september", "oktober", "november", "december"]


# ---------------------------------------------------------------- dates, money, chance

def day(text):
    """2025-03-01 -> date; blank -> None (still going on)."""
    return date.fromisoformat(text) if text else None


def month_end(year, month):
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1)


def months_of(first, last):
    """The calendar months (year, month) that a period touches, in order."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def month_fractions(start, end, first, last):
    """Months of a record inside a period: days inside / days in the month, both ends included."""
    begin = max(start, first)
    finish = min(end or last, last)
    total = Fraction(0)
    if begin > finish:
        return total
    for year, month in months_of(begin, finish):
        month_last = month_end(year, month)
        inside = (min(finish, month_last) - max(begin, date(year, month, 1))).days + 1
        total += Fraction(inside, month_last.day)
    return total


def weekday_on_or_after(when):
    while when.weekday() >= 5:
        when += timedelta(days=1)
    return when


def rounded(value):
    """An exact amount to whole öre (or whole anything), halves away from zero."""
    value = Fraction(value)
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


def kr(amount):
    """Kronor to öre."""
    return rounded(Fraction(str(amount)) * 100)


def vat_of(net, rate):
    return rounded(Fraction(net * rate, 100))


class Chance:
    """Seeded chance. Only random() is used: its sequence is the same in all Python versions."""

    def __init__(self, name):
        self.source = random.Random(f"{SEED}/{name}")

    def between(self, low, high, step=1):
        return low + step * int(self.source.random() * ((high - low) // step + 1))

    def pick(self, options):
        return options[int(self.source.random() * len(options))]

    def happens(self, share):
        return self.source.random() < share


# ---------------------------------------------------------------- the outcome register

SUBSIDIES_ON_3988 = {"lönebidrag", "OSA", "utvecklingsanställning", "trygghetsanställning",
                     "introduktionsjobb"}

HEADINGS = {
    "deltagare": ["Deltagare", "Födelseår", "Kön", "Anvisad av", "Försörjning före",
                  "Belopp före", "Utan arbete sedan", "Medlem", "Kommun"],
    "anstallningar": ["Deltagare", "Start", "Slut", "Omfattning", "Månadslön", "Stöd", "Bidrag"],
    "traningsplatser": ["Deltagare", "Start", "Slut", "Omfattning", "Beställare", "Pris",
                        "Närvaro"],
    "overgangar": ["Deltagare", "Datum", "Till", "Omfattning", "Månadslön", "Arbetsgivare",
                   "Bidrag", "Underlag"],
    "uppfoljningar": ["Deltagare", "Datum", "Läge", "Underlag"],
    "loner": ["Deltagare", "Från", "Till", "Belopp"],
}


class Register:
    """The outcome tables, as lists of dictionaries with the headings as keys."""

    def __init__(self):
        self.tables = {name: [] for name in HEADINGS}

    def read(self, name, text):
        """Adds rows written below as `field | field | ...`; missing last fields are blank."""
        columns = HEADINGS[name]
        for line in text.strip().splitlines():
            fields = [field.strip() for field in line.split("|")]
            fields += [""] * (len(columns) - len(fields))
            assert len(fields) == len(columns), line
            self.tables[name].append(dict(zip(columns, fields)))

    def employ(self, text, raises):
        """Adds employments; a wage revision ends the row and starts a new one."""
        for line in text.strip().splitlines():
            person, start, end, extent, wage, support, amount = \
                [field.strip() for field in line.split("|")]
            start, end, wage = day(start), day(end), int(wage)
            for revision, percent in raises:
                if start >= revision or (end and end < revision):
                    continue
                self._employment(person, start, revision - timedelta(days=1), extent, wage,
                                 support, amount)
                start, wage = revision, rounded(Fraction(wage) * (100 + percent) / 5000) * 50
            self._employment(person, start, end, extent, wage, support, amount)

    def _employment(self, person, start, end, extent, wage, support, amount):
        self.tables["anstallningar"].append({
            "Deltagare": person, "Start": start.isoformat(), "Slut": end.isoformat() if end else "",
            "Omfattning": extent, "Månadslön": str(wage), "Stöd": support, "Bidrag": amount})

    def fill_attendance(self, chance):
        """Attended hours of the places that have ended; now and then nobody wrote them down."""
        for row in self.tables["traningsplatser"]:
            if row["Slut"] and chance.happens(0.85):
                start, end = day(row["Start"]), day(row["Slut"])
                hours = month_fractions(start, end, start, end) * int(row["Omfattning"]) * 165 / 100
                row["Närvaro"] = str(rounded(hours * chance.between(62, 94) / 100))

    # Quantities, exact, in öre.

    def wages(self, first, last, people=None):
        return sum((month_fractions(day(row["Start"]), day(row["Slut"]), first, last)
                    * int(row["Omfattning"]) / 100 * int(row["Månadslön"]) * 100
                    for row in self.tables["anstallningar"]
                    if people is None or row["Deltagare"] in people), Fraction(0))

    def subsidies(self, first, last, kinds):
        return sum((month_fractions(day(row["Start"]), day(row["Slut"]), first, last)
                    * int(row["Bidrag"]) * 100
                    for row in self.tables["anstallningar"] if row["Stöd"] in kinds), Fraction(0))

    def places(self, first, last, buyer):
        return sum((month_fractions(day(row["Start"]), day(row["Slut"]), first, last)
                    * int(row["Pris"]) * 100
                    for row in self.tables["traningsplatser"]
                    if row["Beställare"] == buyer and row["Pris"]), Fraction(0))

    def paid_wages(self, first, last):
        """The table of paid wages; its rows never cross a month's end here."""
        return sum(kr(row["Belopp"]) for row in self.tables["loner"]
                   if first <= day(row["Från"]) and day(row["Till"]) <= last)

    def places_running(self, first, last, buyer):
        return sum(1 for row in self.tables["traningsplatser"]
                   if row["Beställare"] == buyer and row["Pris"] and day(row["Start"]) <= last
                   and (not row["Slut"] or day(row["Slut"]) >= first))

    def employed_on(self, when):
        return {row["Deltagare"] for row in self.tables["anstallningar"]
                if day(row["Start"]) <= when and (not row["Slut"] or day(row["Slut"]) >= when)}

    def check(self):
        """The rules of the register: a sample must not be the one that breaks them."""
        people = {row["Deltagare"] for row in self.tables["deltagare"]}
        assert len(people) == len(self.tables["deltagare"])
        for rows in self.tables.values():
            assert all(row["Deltagare"] in people for row in rows)
        for person in people:
            records = [(day(row["Start"]), day(row["Slut"]) or date(2030, 12, 31),
                        int(row["Omfattning"]))
                       for name in ("anstallningar", "traningsplatser")
                       for row in self.tables[name] if row["Deltagare"] == person]
            for start, end, _ in records:
                assert start <= end, person
                assert sum(extent for s, e, extent in records if s <= start <= e) <= 100, person
            leaving = [day(row["Datum"]) for row in self.tables["overgangar"]
                       if row["Deltagare"] == person]
            assert len(leaving) == len(set(leaving)), person
            for when in leaving:
                assert not any(s <= when < e for s, e, _ in records), (person, when)
                assert not any(s == when + timedelta(days=1) for s, _, _ in records), person
            for row in self.tables["uppfoljningar"]:
                if row["Deltagare"] == person:
                    assert any(when < day(row["Datum"]) for when in leaving), row
        for row in self.tables["overgangar"]:
            if row["Till"] in ("arbete", "arbete med stöd", "nystartsjobb", "eget företag",
                               "studier"):
                assert row["Omfattning"], row
            if row["Till"] in ("arbete med stöd", "nystartsjobb"):
                assert row["Bidrag"], row

    def write(self, folder, separator, line_end, mark):
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in self.tables.items():
            if not rows:
                continue
            columns = [column for column in HEADINGS[name] if any(row[column] for row in rows)]
            out = io.StringIO()
            writer = csv.writer(out, delimiter=separator, lineterminator=line_end)
            writer.writerow(columns)
            writer.writerows([row[column] for column in columns] for row in rows)
            (folder / f"{name}.csv").write_bytes((mark + out.getvalue()).encode("utf-8"))


# ---------------------------------------------------------------- the ledger

class Voucher:
    def __init__(self, series, when, text, rows):
        self.series, self.date, self.text, self.rows = series, when, text, rows
        self.number = 0


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

    # Checks and output.

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


def account_type(account):
    if account[0] == "1":
        return "T"
    if account[0] == "2":
        return "S"
    return "I" if account[0] == "3" or account[:2] in ("81", "82", "83") else "K"


def amount_text(amount):
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def sie_file(book, year_index, style):
    """One fiscal year as SIE 4E. `style` holds what differs between accounting programs."""
    quoted = style["quoted"]

    def text(value):
        if quoted or not value or any(c in value for c in ' {}"'):
            return '"' + value.replace('"', '\\"') + '"'
        return value

    def compact(when):
        return when.strftime("%Y%m%d")

    def objects(tag):
        return "{" + (style["object"].format(tag) if tag else "") + "}"

    first, last = book.years[year_index]
    first_before, last_before = book.years[year_index - 1]
    years = {0: book.trial_balance(first, last),
             -1: book.trial_balance(first_before, last_before)}
    inside = [voucher for voucher in book.vouchers if first <= voucher.date <= last]
    used = sorted(set(years[0]) | set(years[-1]))

    lines = ["#FLAGGA 0", f"#PROGRAM {text(style['program'])} {style['version']}", "#FORMAT PC8",
             f"#GEN {style['generated'][year_index]}", "#SIETYP 4"]
    lines += [f"#ORGNR {style['number']}", "#FTYP EK"] if style["form"] else \
        [f"#ORGNR {style['number']}"]
    lines += [f"#ADRESS {' '.join(text(part) for part in style['address'])}"] \
        if style["address"] else []
    lines += [f"#FNAMN {text(style['name'])}",
              f"#RAR 0 {compact(first)} {compact(last)}",
              f"#RAR -1 {compact(first_before)} {compact(last_before)}",
              f"#TAXAR {last.year + 1}" if style["form"] else "",
              f"#KPTYP {style['chart']}"]
    lines = [line for line in lines if line]
    for account in used:
        lines.append(f"#KONTO {account} {text(book.chart[account])}")
        lines.append(f"#KTYP {account} {account_type(account)}")
    dimension, name = style["dimension"]
    lines.append(f"#DIM {dimension} {text(name)}")
    for code, name in style["objects"]:
        lines.append(f"#OBJEKT {dimension} {text(code)} {text(name)}")
    for label, side in (("#IB", 0), ("#UB", 1)):
        for index in (0, -1):
            for account, pair in years[index].items():
                if account[0] in "12" and (pair[0] or pair[1]):
                    lines.append(f"{label} {index} {account} {amount_text(pair[side])}")
    for index in (0, -1):
        for account, (_, closing) in years[index].items():
            if account[0] not in "12" and closing:
                lines.append(f"#RES {index} {account} {amount_text(closing)}")
    if style["period_balances"]:
        changes = defaultdict(int)
        for voucher in inside:
            for account, amount, tag in voucher.rows:
                key = (voucher.date.strftime("%Y%m"), account)
                changes[key + ("",)] += amount
                if tag:
                    changes[key + (tag,)] += amount
        for (month, account, tag), amount in sorted(changes.items()):
            if amount:
                lines.append(f"#PSALDO 0 {month} {account} {objects(tag)} {amount_text(amount)}")
    for voucher in sorted(inside, key=lambda v: (v.series, v.number)):
        tail = f" {compact(voucher.registered)}" if style["registered"] else ""
        lines.append(f"#VER {text(voucher.series)} {style['number_format'].format(voucher.number)} "
                     f"{compact(voucher.date)} {text(voucher.text)}{tail}")
        lines.append("{")
        for account, amount, tag in voucher.rows:
            lines.append(f"{style['indent']}#TRANS {account} {objects(tag)} {amount_text(amount)}")
        lines.append("}")
    content = style["line_end"].join(lines) + style["line_end"]
    return content.encode(style["encoding"])   # strict: an unknown character stops the script


def rounded_parts(exact_by_month):
    """Monthly amounts in whole öre whose sum is the exact sum, rounded once."""
    parts, total, given = [], Fraction(0), 0
    for exact in exact_by_month:
        total += exact
        parts.append(rounded(total) - given)
        given += parts[-1]
    return parts


def by_month(years, quantity):
    """(year, month) -> whole öre of a register quantity, tied year by year."""
    result = {}
    for first, last in years:
        months = list(months_of(first, last))
        exact = [quantity(date(y, m, 1), month_end(y, m)) for y, m in months]
        result.update(zip(months, rounded_parts(exact)))
    return result
