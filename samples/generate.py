#!/usr/bin/env python3
"""Writes the ledgers (SIE 4E) and outcome registers (CSV) of the sample enterprises; the two small
ones are in small.py.

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

import workbook

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


# ---------------------------------------------------------------- Bryggan: the register

def bryggan_register():
    register = Register()
    # id | born | gender | referred by | support before | amount | out of work since | member
    register.read("deltagare", """
        D001 | 1974 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2018-06-01 | ja
        D002 | 1968 | man | arbetsförmedlingen | aktivitetsstöd |  | 2017-02-01 | ja
        D003 | 1963 | kvinna | försäkringskassan | sjukersättning | 12900 | 2009-10-01 | ja
        D004 | 1985 | man | kommun | försörjningsstöd |  | 2019-09-01 | ja
        D005 | 1971 | man | arbetsförmedlingen | aktivitetsstöd |  | 2016-03-01 | ja
        D006 | 1980 | kvinna | arbetsförmedlingen | arbetslöshetsersättning | 14200 | 2020-11-01 | ja
        D007 | 1990 | man | arbetsförmedlingen | etableringsersättning |  | 2021-01-15 | nej
        D008 | 1998 | kvinna | kommun | aktivitetsersättning |  | 2018-08-01 | nej
        D009 | 1977 | man | försäkringskassan | rehabiliteringspenning |  | 2021-03-01 | ja
        D010 | 1988 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2020-05-01 | ja
        D011 | 2001 | man | kommun | försörjningsstöd |  | 2021-08-01 | nej
        D012 | 1966 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2015-04-01 | nej
        D013 | 1983 | man | arbetsförmedlingen | arbetslöshetsersättning |  | 2022-01-10 | ja
        D014 | 1993 | kvinna | kommun | försörjningsstöd |  | 2020-02-01 | nej
        D015 | 2000 | man | arbetsförmedlingen | utvecklingsersättning |  | 2022-02-01 | ja
        D016 | 1979 | kvinna | egen ansökan | lön | 24800 |  | nej
        D017 | 1959 | man | kommun | försörjningsstöd |  | 2012-01-01 | nej
        D018 | 1986 | kvinna | försäkringskassan | sjukpenning |  | 2022-08-15 | ja
        D019 | 1992 | man | samordningsförbundet | försörjningsstöd |  | 2019-01-01 | nej
        D020 | 2002 | kvinna | arbetsförmedlingen | utvecklingsersättning |  | 2023-01-02 | nej
        D021 | 1984 | man | arbetsförmedlingen | aktivitetsstöd |  | 2021-10-01 | ja
        D022 | 1970 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2019-06-01 | ja
        D023 | 1999 | man | kriminalvården | försörjningsstöd |  | 2021-05-01 | nej
        D024 | 1995 | kvinna | arbetsförmedlingen | etableringsersättning |  | 2023-03-01 | nej
        D025 | 1976 | man | kommun | försörjningsstöd | 10400 | 2015-09-01 | nej
        D026 | 1989 | kvinna | försäkringskassan | sjukpenning | 13400 | 2022-11-01 | nej
        D027 | 1972 | man | arbetsförmedlingen | aktivitetsstöd |  | 2021-02-01 | ja
        D028 | 1997 | kvinna | kommun | försörjningsstöd |  | 2022-06-01 | nej
        D029 | 1981 | man | kommun | försörjningsstöd |  | 2018-01-01 | nej
        D030 | 1975 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2022-09-01 | ja
        D031 | 1987 | man | kommun | försörjningsstöd |  | 2023-01-01 | nej
        D032 | 1964 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2014-10-01 | nej
        D033 | 2001 | man | arbetsförmedlingen | utvecklingsersättning |  | 2023-06-15 | nej
        D034 | 1994 | annat | kommun | försörjningsstöd |  | 2021-12-01 | nej
        D035 | 1978 | man | egen ansökan | okänd |  |  | nej
        D036 | 1991 | kvinna | kommun | ingen |  | 2022-04-01 | nej
        D037 | 1969 | man | kommun | försörjningsstöd |  | 2016-11-01 | nej
        D038 | 2003 | kvinna | region | studiestöd |  | 2024-06-10 | nej
        D039 | 1982 | man | arbetsförmedlingen | arbetslöshetsersättning | 15100 | 2024-03-01 | nej
        D040 | 1973 | kvinna | kommun | försörjningsstöd |  | 2019-10-01 | nej
        D041 | 1990 | man | arbetsförmedlingen | etableringsersättning |  | 2024-02-01 | nej
        D042 | 1985 | okänt | kommun | försörjningsstöd |  | 2023-05-01 | nej
        D043 | 1998 | man | kriminalvården | försörjningsstöd |  | 2022-03-01 | nej
        D044 | 1979 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2023-08-01 | nej
        D045 | 2004 | kvinna | arbetsförmedlingen | utvecklingsersättning |  | 2025-01-07 | nej
    """)
    # id | start | end | extent | wage at the start | subsidy | kr per month paid
    register.employ("""
        D001 | 2021-03-01 |            |  75 | 22600 | lönebidrag | 11700
        D002 | 2021-08-16 | 2023-09-30 |  60 | 22700 | lönebidrag | 9400
        D003 | 2020-10-01 |            |  50 | 22400 | trygghetsanställning | 8400
        D004 | 2022-02-01 | 2024-01-31 |  50 | 22900 | lönebidrag | 7900
        D005 | 2022-09-01 | 2024-08-31 |  50 | 22950 | OSA | 8600
        D006 | 2022-05-02 | 2024-12-31 | 100 | 23300 | lönebidrag | 12800
        D006 | 2025-01-01 |            | 100 | 25100 | ingen |
        D007 | 2022-11-01 | 2024-05-31 |  75 | 23200 | introduktionsjobb | 9400
        D009 | 2023-02-01 |            |  50 | 23300 | lönebidrag | 7900
        D010 | 2023-04-01 | 2025-03-31 |  60 | 23600 | lönebidrag | 9600
        D012 | 2025-03-01 |            |  50 | 24400 | lönebidrag | 7900
        D013 | 2023-09-01 | 2024-12-31 |  60 | 23700 | lönebidrag | 9300
        D015 | 2024-01-01 | 2024-12-31 |  50 | 23500 | utvecklingsanställning | 8400
        D015 | 2025-01-01 |            |  60 | 24250 | lönebidrag | 9400
        D016 | 2023-10-01 | 2025-06-30 |  50 | 24200 | lönebidrag | 7600
        D018 | 2024-03-01 |            |  60 | 23900 | lönebidrag | 9500
        D019 | 2024-02-01 | 2025-01-31 |  50 | 23600 | lönebidrag | 7900
        D021 | 2024-09-01 | 2025-06-30 |  75 | 24300 | nystartsjobb | 6400
        D021 | 2025-07-01 |            |  75 | 25200 | ingen |
        D022 | 2024-08-01 | 2025-09-30 |  60 | 24100 | lönebidrag | 9400
        D024 | 2025-02-01 |            |  60 | 24600 | introduktionsjobb | 8600
        D027 | 2024-10-01 |            |  50 | 24000 | lönebidrag | 7900
        D030 | 2025-05-01 |            |  50 | 24700 | lönebidrag | 8000
        D033 | 2025-08-01 |            |  60 | 24500 | utvecklingsanställning | 9600
    """, raises=[(date(2023, 4, 1), 4), (date(2024, 4, 1), 3), (date(2025, 4, 1), 3)])
    # id | start | end | extent | commissioner | price per month
    register.read("traningsplatser", """
        D007 | 2022-05-01 | 2022-10-31 | 75 | arbetsförmedlingen | 4900
        D009 | 2022-10-03 | 2023-01-31 | 50 | försäkringskassan |
        D010 | 2022-11-01 | 2023-03-31 | 75 | arbetsförmedlingen | 4900
        D017 | 2023-01-02 | 2024-04-30 | 40 | kommun | 6200
        D008 | 2023-01-09 | 2023-08-31 | 50 | kommun | 6500
        D011 | 2023-01-16 | 2023-05-31 | 50 | kommun | 6500
        D012 | 2023-02-01 | 2023-10-31 | 50 | arbetsförmedlingen | 4900
        D014 | 2023-03-01 | 2023-12-31 | 50 | kommun | 6500
        D013 | 2023-04-17 | 2023-08-31 | 75 | arbetsförmedlingen | 4900
        D020 | 2023-05-02 | 2023-10-31 | 100 | arbetsförmedlingen | 5100
        D015 | 2023-06-01 | 2023-12-31 | 75 | arbetsförmedlingen | 4900
        D019 | 2023-08-01 | 2024-01-31 | 50 | kommun | 6500
        D008 | 2023-09-01 | 2024-03-31 | 75 | kommun | 7200
        D018 | 2023-09-18 | 2024-02-29 | 50 | försäkringskassan |
        D025 | 2023-10-02 | 2024-11-30 | 50 | kommun | 6500
        D029 | 2024-01-08 | 2024-06-30 | 50 | kommun | 6800
        D022 | 2024-01-15 | 2024-07-31 | 60 | arbetsförmedlingen | 5000
        D011 | 2024-02-01 | 2024-09-30 | 50 | kommun | 6800
        D035 | 2024-02-01 | 2024-05-15 | 25 | egen ansökan |
        D023 | 2024-02-12 | 2024-08-31 | 75 | kriminalvården | 7000
        D021 | 2024-03-01 | 2024-08-31 | 75 | arbetsförmedlingen | 5000
        D027 | 2024-03-18 | 2024-09-30 | 50 | arbetsförmedlingen | 5000
        D026 | 2024-04-08 | 2024-10-31 | 25 | försäkringskassan |
        D028 | 2024-05-01 | 2025-01-31 | 50 | kommun | 6800
        D032 | 2024-06-10 | 2024-12-31 | 50 | arbetsförmedlingen | 5000
        D024 | 2024-08-01 | 2025-01-31 | 75 | arbetsförmedlingen | 5000
        D031 | 2024-09-01 | 2025-05-31 | 60 | kommun | 6800
        D034 | 2024-10-01 | 2025-08-31 | 50 | kommun | 6800
        D030 | 2024-11-01 | 2025-04-30 | 50 | arbetsförmedlingen | 5100
        D025 | 2024-12-01 | 2025-07-31 | 75 | kommun | 7200
        D036 | 2025-01-01 | 2025-10-31 | 50 | kommun | 7000
        D033 | 2025-01-13 | 2025-07-31 | 75 | arbetsförmedlingen | 5200
        D037 | 2025-01-20 | 2025-03-14 | 50 | kommun | 7000
        D038 | 2025-02-03 | 2025-06-13 | 75 | region |
        D039 | 2025-02-17 | 2025-08-31 | 75 | arbetsförmedlingen | 5200
        D040 | 2025-03-01 |            | 50 | kommun | 7000
        D041 | 2025-04-01 | 2025-11-30 | 100 | arbetsförmedlingen | 5200
        D042 | 2025-04-14 |            | 50 | kommun | 7000
        D043 | 2025-05-05 | 2025-11-28 | 75 | kriminalvården | 7200
        D029 | 2025-06-01 |            | 50 | kommun | 7000
        D044 | 2025-06-02 |            | 50 | arbetsförmedlingen | 5200
        D034 | 2025-09-01 |            | 75 | kommun | 7300
        D045 | 2025-09-15 |            | 100 | arbetsförmedlingen | 5200
        D007 | 2025-10-01 |            | 50 | arbetsförmedlingen | 5200
    """)
    # id | date | to | extent | wage | employer | subsidy | evidence
    register.read("overgangar", """
        D011 | 2023-05-31 | avbrott |  |  |  |  | inget
        D002 | 2023-09-30 | arbete | 75 | 26800 | privat |  | anställningsavtal
        D012 | 2023-10-31 | försörjning |  |  |  |  | egen uppgift
        D020 | 2023-10-31 | studier | 75 |  |  |  | egen uppgift
        D014 | 2023-12-31 | flytt |  |  |  |  | egen uppgift
        D004 | 2024-01-31 | arbete med stöd | 75 | 24900 | kommun | 9800 | anställningsavtal
        D008 | 2024-03-31 | studier | 100 |  |  |  | myndighetsbeslut
        D017 | 2024-04-30 | pension |  |  |  |  | egen uppgift
        D035 | 2024-05-15 | okänt |  |  |  |  | inget
        D007 | 2024-05-31 | nystartsjobb | 100 | 26400 | privat | 9200 | anställningsavtal
        D029 | 2024-06-30 | avbrott |  |  |  |  | egen uppgift
        D005 | 2024-08-31 | sjukskrivning |  |  |  |  | myndighetsbeslut
        D023 | 2024-08-31 | okänt |  |  |  |  | inget
        D011 | 2024-09-30 | arbete | 60 | 25200 | privat |  | anställningsavtal
        D026 | 2024-10-31 | sjukskrivning |  |  |  |  | egen uppgift
        D013 | 2024-12-31 | eget företag | 100 | 19500 |  |  | egen uppgift
        D032 | 2024-12-31 | försörjning |  |  |  |  | myndighetsbeslut
        D019 | 2025-01-31 | avbrott |  |  |  |  | egen uppgift
        D028 | 2025-01-31 | annan insats |  |  |  |  | myndighetsbeslut
        D037 | 2025-03-14 | avliden |  |  |  |  | inget
        D010 | 2025-03-31 | arbete | 75 | 26900 | region |  | anställningsavtal
        D031 | 2025-05-31 | arbete | 100 | 26300 | okänd |  | inget
        D038 | 2025-06-13 | studier | 100 |  |  |  | myndighetsbeslut
        D016 | 2025-06-30 | arbete | 50 | 27200 | ideell |  | lönespecifikation
        D025 | 2025-07-31 | arbete | 50 |  | privat |  | arbetsgivarens uppgift
        D039 | 2025-08-31 | nystartsjobb | 100 | 26700 | privat | 9600 | anställningsavtal
        D022 | 2025-09-30 | arbete | 80 | 27400 | kommun |  | anställningsavtal
        D036 | 2025-10-31 | arbete | 50 | 25900 | privat |  | anställningsavtal
        D043 | 2025-11-28 | arbete | 100 | 27000 | privat |  | anställningsavtal
        D041 | 2025-11-30 | arbete med stöd | 75 | 25400 | ASF | 7900 | anställningsavtal
    """)
    # id | date | status | evidence
    register.read("uppfoljningar", """
        D002 | 2023-12-14 | i arbete | lönespecifikation
        D020 | 2024-03-15 | i studier | egen uppgift
        D002 | 2024-04-10 | i arbete | egen uppgift
        D012 | 2024-04-22 | arbetslös | egen uppgift
        D004 | 2024-05-15 | i arbete | arbetsgivarens uppgift
        D007 | 2024-09-03 | i arbete | lönespecifikation
        D008 | 2024-09-10 | i studier | myndighetsbeslut
        D002 | 2024-09-20 | i arbete | arbetsgivarens uppgift
        D020 | 2024-10-07 | ej nådd | inget
        D004 | 2024-11-06 | i arbete | egen uppgift
        D023 | 2024-11-25 | ej nådd | inget
        D011 | 2024-12-12 | i arbete | lönespecifikation
        D008 | 2025-01-28 | i studier | egen uppgift
        D005 | 2025-02-12 | sjuk | egen uppgift
        D007 | 2025-02-18 | i arbete | egen uppgift
        D020 | 2025-02-20 | okänt | inget
        D002 | 2025-03-05 | annat arbete | egen uppgift
        D011 | 2025-04-03 | arbetslös | egen uppgift
        D019 | 2025-04-10 | okänt | inget
        D013 | 2025-05-19 | i arbete | egen uppgift
        D004 | 2025-05-20 | ej nådd | inget
        D008 | 2025-06-09 | i studier | egen uppgift
        D007 | 2025-06-11 | arbetslös | myndighetsbeslut
        D010 | 2025-06-24 | i arbete | lönespecifikation
        D002 | 2025-08-25 | i arbete | lönespecifikation
        D011 | 2025-09-08 | i arbete | egen uppgift
        D010 | 2025-09-30 | i arbete | arbetsgivarens uppgift
        D038 | 2025-10-01 | i studier | egen uppgift
        D004 | 2025-10-15 | i arbete | egen uppgift
        D031 | 2025-10-20 | ej nådd | inget
        D025 | 2025-11-03 | i arbete | arbetsgivarens uppgift
        D013 | 2025-11-10 | i arbete | egen uppgift
        D008 | 2025-11-20 | i arbete | egen uppgift
        D016 | 2025-11-27 | i arbete |
        D039 | 2025-11-28 | i arbete | lönespecifikation
        D022 | 2025-12-09 | i arbete | lönespecifikation
    """)
    register.fill_attendance(Chance("bryggan närvaro"))
    register.check()
    return register


# ---------------------------------------------------------------- Bryggan: the ledger

BRYGGAN_CHART = {
    "1220": "Inventarier och verktyg",
    "1229": "Ackumulerade avskrivningar på inventarier och verktyg",
    "1240": "Bilar och andra transportmedel",
    "1249": "Ackumulerade avskrivningar på bilar och andra transportmedel",
    "1510": "Kundfordringar",
    "1630": "Avräkning för skatter och avgifter (skattekonto)",
    "1680": "Andra kortfristiga fordringar",
    "1930": "Företagskonto",
    "2083": "Medlemsinsatser",
    "2086": "Reservfond",
    "2091": "Balanserad vinst eller förlust",
    "2098": "Vinst eller förlust från föregående år",
    "2099": "Årets resultat",
    "2350": "Lån Exempelbanken, lastbil",
    "2440": "Leverantörsskulder",
    "2512": "Beräknad inkomstskatt",
    "2514": "Beräknad särskild löneskatt på pensionskostnader",
    "2518": "Betald F-skatt",
    "2611": "Utgående moms på försäljning inom Sverige, 25 %",
    "2641": "Debiterad ingående moms",
    "2650": "Redovisningskonto för moms",
    "2710": "Personalskatt",
    "2731": "Avräkning lagstadgade sociala avgifter",
    "2920": "Upplupna semesterlöner",
    "2941": "Beräknade upplupna lagstadgade sociala avgifter",
    "2950": "Upplupna avtalade sociala avgifter",
    "2992": "Beräknat arvode för revision",
    "3010": "Interntransporter, reserverat kontrakt",
    "3011": "Matdistribution, reserverat kontrakt",
    "3020": "Fastighetsskötsel, upphandling med social hänsyn",
    "3025": "Byggstädning, sysselsättningskrav",
    "3030": "Fastighetstjänster, privata kunder",
    "3031": "Flytt och bortforsling, privata kunder",
    "3035": "Försäljning till myndigheter",
    "3040": "Träningsplatser Karlskrona kommun",
    "3055": "Träningsplatser Kriminalvården",
    "3065": "Medlemsavgifter",
    "3740": "Öres- och kronutjämning",
    "3987": "Bidrag Karlskrona kommun (IOP)",
    "3988": "Erhållna offentliga bidrag för personal",
    "3989": "Bidrag samordningsförbundet",
    "4010": "Inköp material och varor",
    "4600": "Legoarbeten och underentreprenader",
    "5010": "Lokalhyra",
    "5020": "El för belysning",
    "5062": "Sophämtning och deponi",
    "5410": "Förbrukningsinventarier",
    "5460": "Förbrukningsmaterial",
    "5480": "Arbetskläder och skyddsmaterial",
    "5520": "Reparation och underhåll av inventarier och verktyg",
    "5621": "Drivmedel",
    "5623": "Reparation och underhåll av fordon",
    "5625": "Leasing av transportbilar",
    "5626": "Fordonsförsäkring och fordonsskatt",
    "5910": "Annonsering",
    "6110": "Kontorsmateriel",
    "6212": "Mobiltelefon",
    "6230": "Datakommunikation",
    "6310": "Företagsförsäkringar",
    "6420": "Ersättningar till revisor",
    "6450": "Föreningsstämma",
    "6530": "Redovisningstjänster",
    "6540": "IT-tjänster",
    "6570": "Bankkostnader",
    "6981": "Föreningsavgifter, avdragsgilla",
    "7010": "Löner till kollektivanställda",
    "7015": "Löner, arbetsintegrerande anställningar",
    "7081": "Sjuklöner till kollektivanställda",
    "7210": "Löner till tjänstemän",
    "7240": "Styrelsearvoden",
    "7290": "Förändring av semesterlöneskuld",
    "7411": "Premier för kollektiva pensionsförsäkringar",
    "7510": "Arbetsgivaravgifter 31,42 %",
    "7514": "Nystartsjobb, krediterat skattekontot",
    "7519": "Arbetsgivaravgifter för semester- och löneskulder",
    "7533": "Särskild löneskatt för pensionskostnader",
    "7571": "Arbetsmarknadsförsäkringar",
    "7610": "Utbildning",
    "7631": "Personalrepresentation, avdragsgill",
    "7832": "Avskrivningar på inventarier och verktyg",
    "7834": "Avskrivningar på bilar och andra transportmedel",
    "8311": "Ränteintäkter från bank",
    "8314": "Skattefria ränteintäkter",
    "8410": "Räntekostnader för långfristiga skulder",
    "8910": "Skatt som belastar årets resultat",
    "8999": "Årets resultat",
}

BRYGGAN_YEARS = [(date(y, 1, 1), date(y, 12, 31)) for y in (2023, 2024, 2025)]

# Sales per month at 2025 prices; earlier years are scaled by these shares.
BRYGGAN_VOLUME = {2023: Fraction(87, 100), 2024: Fraction(945, 1000), 2025: Fraction(1)}

BRYGGAN_CONTRACTS = [
    ("3010", "Karlskrona kommun", "interntransporter", 100000, "P01"),
    ("3011", "Karlskrona kommun", "matdistribution", 61500, "P01"),
    ("3020", "Exempelviks Bostäder AB", "fastighetsskötsel", 47200, "P02"),
    ("3020", "Stiftelsen Påhittshemmet", "trädgårdsskötsel", 31400, "P02"),
    ("3025", "Bygg & Betong i Fantasien AB", "byggstädning", 25600, "P02"),
]
BRYGGAN_HOUSING = [
    ("Brf Exempelgården", 9200), ("Brf Låtsaslunden", 7800), ("Brf Påhittet", 6900),
    ("Brf Sagoklippan", 6400), ("Brf Luftslottet", 5900), ("Brf Fantasiholmen", 5600),
    ("Samfälligheten Drömviken", 4700), ("Bygdegården Fiktiva", 3800),
]
BRYGGAN_MOVES = ["flytthjälp", "bortforsling av grovsopor", "flytt av kontorsmöbler",
                 "tömning av källarförråd", "transport av vitvaror", "dödsbotömning",
                 "körning till återvinningen", "flyttstädning"]
BRYGGAN_PRIVATE = ["Privatkund", "Exempelbyrån AB", "Café Fiktion", "Påhittade Möbler HB",
                   "Sagobutiken AB", "Skola Exempelvik", "Fantasifastigheter KB"]

# Ordinary staff: account, monthly full-time wage in 2025, extent.
BRYGGAN_STAFF = [("7210", 37900, 90), ("7210", 34200, 30), ("7210", 30600, 60),
                 ("7210", 30200, 40), ("7010", 29900, 100), ("7010", 29400, 75),
                 ("7010", 27800, 50), ("7010", 27300, 40)]


def bryggan_book(register):
    chance = Chance("bryggan bok")
    book = Book(BRYGGAN_CHART, BRYGGAN_YEARS, chance)
    book.series_by_use = {"sale": "A", "purchase": "B", "receipt": "C", "payment": "D",
                          "card": "K", "payroll": "L", "memo": "M"}
    book.opening = {account: kr(amount) for account, amount in {
        "1220": 210000, "1229": -118000, "1240": 480000, "1249": -64000, "1510": 315000,
        "1680": 66800, "1930": 612000, "2083": -17000, "2086": -42000, "2099": -31400,
        "2350": -325000, "2440": -142000, "2512": -6400, "2514": -33500, "2518": 30000,
        "2650": -118000, "2710": -74200, "2731": -101300, "2920": -165000, "2941": -51843,
        "2950": -36000, "2992": -20000}.items()}
    book.opening["2091"] = -sum(book.opening.values())

    wages = by_month(BRYGGAN_YEARS, register.wages)
    subsidies = by_month(BRYGGAN_YEARS, lambda a, b: register.subsidies(a, b, SUBSIDIES_ON_3988))
    new_start = by_month(BRYGGAN_YEARS, lambda a, b: register.subsidies(a, b, {"nystartsjobb"}))
    places = {buyer: by_month(BRYGGAN_YEARS, lambda a, b, who=buyer: register.places(a, b, who))
              for buyer in ("kommun", "arbetsförmedlingen", "kriminalvården")}

    # What was open when the first year began is paid in its first weeks.
    for when, who, amount in ((date(2023, 1, 12), "Karlskrona kommun", 187000),
                              (date(2023, 1, 20), "Exempelviks Bostäder AB", 58000),
                              (date(2023, 1, 27), "kunder, äldre fakturor", 70000)):
        book.post("C", when, f"Inbetalning {who}", [("1930", kr(amount)), ("1510", -kr(amount))])
    book.post("D", date(2023, 1, 16), "Betalning leverantörer enligt lista",
              [("2440", kr(142000)), ("1930", -kr(142000))])

    for first, last in BRYGGAN_YEARS:
        for year, month in months_of(first, last):
            bryggan_sales(book, chance, register, places, year, month)
            bryggan_grants(book, subsidies, new_start, year, month)
            bryggan_purchases(book, chance, year, month)
            bryggan_payroll(book, chance, wages, year, month)
            bryggan_month_end(book, year, month)
        bryggan_year_end(book, first, last)
    book.number_vouchers(gap_days=6)
    return book


def price_level(amount, year):
    return rounded(kr(amount) * BRYGGAN_VOLUME[year] / 10000) * 10000


def bryggan_sales(book, chance, register, places, year, month):
    end, label = month_end(year, month), f"{MONTH_NAMES[month - 1]} {year}"
    season = {6: Fraction(106, 100), 7: Fraction(88, 100), 12: Fraction(95, 100)}
    for account, customer, what, amount, project in BRYGGAN_CONTRACTS:
        extra = chance.between(-4, 6)
        net = rounded(price_level(amount, year) * season.get(month, 1) * (100 + extra)
                      / 1000000) * 10000
        book.sell(end, customer, f"{what} {label}", [(account, net, 25, project)])
    for customer, amount in BRYGGAN_HOUSING:
        net = price_level(amount, year)
        lines = [("3030", net, 25, "P02")]
        if chance.happens(0.3):   # snow, leaves, a broken door: work beyond the contract
            lines.append(("3030", kr(chance.between(600, 2600, 50)), 25, "P02"))
        book.sell(weekday_on_or_after(date(year, month, 20)), customer,
                  f"fastighetsskötsel {label}", lines)
    for _ in range(chance.between(17, 21)):
        when = weekday_on_or_after(date(year, month, chance.between(1, 26)))
        net = rounded(Fraction(kr(chance.between(1200, 6400, 100))) * BRYGGAN_VOLUME[year])
        book.sell(when, chance.pick(BRYGGAN_PRIVATE), chance.pick(BRYGGAN_MOVES),
                  [("3031", net // 100 * 100, 25, "P03")], terms=20, late=12, whole_kronor=True)
    for _ in range(chance.between(2, 4)):
        when = weekday_on_or_after(date(year, month, chance.between(3, 26)))
        net = price_level(chance.between(6500, 14500, 100), year)
        book.sell(when, chance.pick(["Region Blekinge", "Karlskrona kommun, fritid",
                                     "Länsstyrelsen"]),
                  chance.pick(["möbeltransport", "röjning och flis", "arkivflytt", "budkörning"]),
                  [("3035", net, 25, "P01")])
    # Places: no VAT. The invoice follows the register, so the two can be compared.
    for buyer, name, account, project in (
            ("kommun", "Karlskrona kommun", "3040", "P10"),
            ("arbetsförmedlingen", "Arbetsförmedlingen", "3035", "P12"),
            ("kriminalvården", "Kriminalvården", "3055", "P10")):
        net = places[buyer][year, month]
        if net:
            count = register.places_running(date(year, month, 1), end, buyer)
            book.sell(end, name, f"träningsplatser {label}, {count} st",
                      [(account, net, 0, project)])


def bryggan_grants(book, subsidies, new_start, year, month):
    end = month_end(year, month)
    label = f"{MONTH_NAMES[month - 1]} {year}"
    amount = subsidies[year, month]
    book.post("M", end, f"Arbetsförmedlingen, lönestöd {label}",
              [("1680", amount), ("3988", -amount)])
    paid = weekday_on_or_after(end + timedelta(days=24))
    book.post("C", paid, f"Inbetalning Arbetsförmedlingen, lönestöd {label}",
              [("1930", amount), ("1680", -amount)])
    if (year, month) == (2023, 1):   # December's claim stood in the opening balance
        book.post("C", date(2023, 1, 24), "Inbetalning Arbetsförmedlingen, lönestöd december 2022",
                  [("1930", kr(66800)), ("1680", -kr(66800))])
    credit = new_start[year, month]
    book.post("M", end, f"Nystartsjobb {label}, kreditering på skattekontot",
              [("1630", credit), ("7514", -credit)])
    if month in (1, 7):
        grant = {2023: 160000, 2024: 165000, 2025: 190000}[year]
        half = "första" if month == 1 else "andra"
        book.sell(weekday_on_or_after(date(year, month, 15)), "Karlskrona kommun",
                  f"IOP Vägen in, {half} halvåret", [("3987", kr(grant), 0, "P10")])
    if month in (3, 6, 10):
        grant = {2023: 30000, 2024: 36000, 2025: 50000}[year]
        book.sell(weekday_on_or_after(date(year, month, 25)), "Samordningsförbundet i Blekinge",
                  "rekvisition Steget vidare", [("3989", kr(grant), 0, "P10")])


def bryggan_purchases(book, chance, year, month):
    def on(number):
        return weekday_on_or_after(date(year, month, number))

    def about(amount, spread):
        return kr(amount) + kr(chance.between(-spread, spread)) + chance.between(0, 99)

    label = MONTH_NAMES[month - 1]
    rise = year - 2023
    book.buy(on(1), "Exempelviks Fastigheter AB", f"lokalhyra {label}",
             [("5010", kr(24600 + 700 * rise), 25)], terms=28)
    book.buy(on(6), "Påhittade Elbolaget AB", "elförbrukning",
             [("5020", about(4300 if month in (1, 2, 11, 12) else 2600, 350), 25)])
    book.buy(on(2), "Fiktiva Billeasing AB", "leasing transportbilar",
             [("5625", kr(10850 + 250 * rise), 25, "P01")], terms=20)
    for number in (10, 25):
        book.buy(on(number), "Drivmedelsbolaget Fantasi AB", "drivmedel enligt kort",
                 [("5621", about(8700, 1300), 25, "P01")], terms=20)
    for number in (8, 22):
        book.buy(on(number), "Återvinning Exempelvik AB", "deponi och sortering",
                 [("5062", about(2900, 800), 25, "P03")])
    for number in (5, 14, 24):
        book.buy(on(number), chance.pick(["Låtsas Färg & Järn AB", "Sago Trädgård AB",
                                          "Städgrossisten Påhitt AB"]),
                 chance.pick(["material", "städmaterial", "jord och gödning", "reservdelar"]),
                 [("4010", about(4200, 1600), 25, "P02")])
    book.buy(on(17), "Sagans Gräv & Schakt AB", "underentreprenad",
             [("4600", about(9400, 3200), 25, "P02")])
    book.buy(on(12), "Verkstan på Låtsaskajen AB", "service och reparation",
             [("5623", about(4700, 2600), 25, "P01")])
    book.buy(on(9), "Skyddskläder Fiktion AB", "arbetskläder",
             [("5480", about(2100, 900), 25)])
    book.buy(on(4), "Teleexempel AB", "mobiltelefoni", [("6212", about(2450, 150), 25)])
    book.buy(on(4), "Nätverket Påhitt AB", "bredband", [("6230", kr(689), 25)])
    book.buy(on(7), "Molnexempel AB", "datorstöd och licenser", [("6540", about(2950, 200), 25)])
    book.buy(on(19), "Siffror & Sagor Redovisning AB", "löpande redovisning",
             [("6530", kr(6200 + 300 * rise), 25)])
    for _ in range(chance.between(4, 6)):
        account, shop, low, high = chance.pick([
            ("6110", "Pappershandeln Exempel", 150, 900),
            ("5460", "Järnhandeln Låtsas", 120, 1400),
            ("7631", "Fikabröd till arbetslaget, Bageri Fantasi", 180, 700),
            ("5410", "Verktygsboden Fiktiv", 600, 3400),
            ("5520", "Slipservice Påhitt", 300, 1500)])
        when = weekday_on_or_after(date(year, month, chance.between(2, 26)))
        book.pay_by_card(when, shop, account, kr(chance.between(low, high)),
                         12 if account == "7631" else 25)
    book.post("K", month_end(year, month), "Exempelbanken, bankavgifter",
              [("6570", kr(415)), ("1930", -kr(415))])
    if month == 1:
        book.buy(on(10), "Låtsas Försäkring", "företagsförsäkring",
                 [("6310", kr(33400 + 1200 * rise), 0)])
        book.buy(on(11), "Låtsas Försäkring", "fordonsförsäkring",
                 [("5626", kr(27900 + 900 * rise), 0, "P01")])
    if month == 2:
        book.buy(on(16), "Intresseföreningen för Påhittade Företag", "medlemsavgift",
                 [("6981", kr(6500), 0)])
    if month in (4, 9):
        book.buy(on(23), "Kursgården Fantasi AB", "utbildning arbetsmiljö och handledning",
                 [("7610", about(12800, 2500), 25)])
    if month in (3, 8, 11):
        book.buy(on(15), "Exempelbladet", "annons", [("5910", about(4100, 900), 25)])
    if month == 5:
        book.buy(on(20), "Revisionsbyrån Sagoboken AB", "revision",
                 [("2992", kr(20000), 25), ("6420", kr(1800), 25)])
        book.pay_by_card(on(26), "Föreningsstämma, lokal och förtäring", "6450", kr(3850), 12)
    if (year, month) == (2024, 5):
        book.buy(on(6), "Maskinexempel AB", "åkgräsklippare", [("1220", kr(84000), 25, "P02")])
    if (year, month) == (2025, 3):
        book.buy(on(18), "Maskinexempel AB", "högtryckstvätt och släp",
                 [("1220", kr(52000), 25, "P02")])
    if month in (1, 4, 7, 10):
        before = date(year, month, 1) - timedelta(days=1)
        owed = -book.balance("2950", before)
        book.buy(on(15), "Pensionsvalet Exempel", "pension och försäkring, kvartal",
                 [("2950", owed, 0)])


def bryggan_payroll(book, chance, wages, year, month):
    pay_day = date(year, month, 25)
    while pay_day.weekday() >= 5:
        pay_day -= timedelta(days=1)
    label = f"{MONTH_NAMES[month - 1]} {year}"
    revision = {2023: (Fraction(925, 1000), Fraction(950, 1000)),
                2024: (Fraction(950, 1000), Fraction(970, 1000)),
                2025: (Fraction(970, 1000), Fraction(1))}[year][month >= 4]
    gross = defaultdict(int)
    for account, wage, extent in BRYGGAN_STAFF:
        gross[account] += rounded(kr(wage) * revision * extent / 100)
    if chance.happens(0.55):   # a sick week: sick pay instead of wages, the waiting day deducted
        lost = kr(chance.between(1500, 6200, 10))
        gross["7010"] -= lost
        gross["7081"] += rounded(lost * Fraction(64, 100))
    gross["7010"] += kr(chance.between(0, 2400, 10))   # evenings and weekends
    gross["7015"] = wages[year, month]
    if month == 12:
        gross["7240"] = kr(24000)
    total = sum(gross.values())
    ordinary = total - gross["7015"]
    tax = rounded((ordinary * Fraction(24, 100) + gross["7015"] * Fraction(17, 100)) / 100) * 100
    book.post("L", pay_day, f"Löner {label}",
              [(account, amount) for account, amount in sorted(gross.items())]
              + [("2710", -tax), ("1930", tax - total)])
    fees = rounded(total * FEE_RATE)
    book.post("L", pay_day, f"Arbetsgivaravgifter {label}", [("7510", fees), ("2731", -fees)])
    pension, insurance = rounded(total * Fraction(42, 1000)), rounded(total * Fraction(3, 1000))
    book.post("L", pay_day, f"Avtalspension och försäkringar {label}",
              [("7411", pension), ("7571", insurance), ("2950", -pension - insurance)])


def bryggan_month_end(book, year, month):
    end = month_end(year, month)
    tools = kr(2900) + (kr(1400) if (year, month) >= (2024, 5) else 0) \
        + (kr(870) if (year, month) >= (2025, 3) else 0)
    if (year, month) > (2025, 1):   # the oldest tools are written off by then
        tools -= kr(1450)
    book.post("M", end, f"Avskrivningar {MONTH_NAMES[month - 1]} {year}",
              [("7832", tools), ("1229", -tools), ("7834", kr(8000)), ("1249", -kr(8000))])
    debt = -book.balance("2350", end)
    interest = rounded(debt * Fraction(62, 1000) / 12)
    book.post("M", end, "Exempelbanken, ränta och amortering",
              [("2350", kr(5000)), ("8410", interest), ("1930", -kr(5000) - interest)])
    if month % 3 == 0:
        book.declare_vat(end)
    book.settle_tax_account(year, month, advance_tax=kr(4500))
    if month == 9:
        book.post("C", weekday_on_or_after(date(year, 9, 16)), "Medlemsavgifter",
                  [("1930", kr(200 * {2023: 18, 2024: 20, 2025: 23}[year])),
                   ("3065", -kr(200 * {2023: 18, 2024: 20, 2025: 23}[year]))])
    if month in (4, 10):
        shares = {(2023, 4): 1, (2024, 4): 1, (2024, 10): 1, (2025, 4): 2, (2025, 10): 1}
        count = shares.get((year, month), 0)
        book.post("C", weekday_on_or_after(date(year, month, 14)),
                  f"Medlemsinsatser, nya medlemmar: {count}",
                  [("1930", kr(1000 * count)), ("2083", -kr(1000 * count))])
    if month == 12:
        book.final_tax(weekday_on_or_after(date(year, 12, 12)))


def bryggan_year_end(book, first, last):
    year = last.year
    # Interest, holiday pay owed, audit, pension tax, income tax, closing entry.
    book.post("M", last, "Exempelbanken, årsränta", [("1930", kr(1130)), ("8311", -kr(1130))])
    book.post("M", last, "Skattekontot, intäktsränta", [("1630", kr(212)), ("8314", -kr(212))])
    more = kr({2023: 8400, 2024: 11700, 2025: 9300}[year])
    fees = rounded(more * FEE_RATE)
    book.post("M", last, "Förändring av semesterlöneskuld",
              [("7290", more), ("2920", -more), ("7519", fees), ("2941", -fees)])
    book.post("M", last, "Beräknat revisionsarvode", [("6420", kr(20000)), ("2992", -kr(20000))])
    pension = book.change(lambda number: number == "7411", first, last)
    special = rounded(pension * PENSION_TAX_RATE / 100) * 100
    book.post("M", last, "Särskild löneskatt på pensionskostnader",
              [("7533", special), ("2514", -special)])
    close_year(book, last, book.result(first, last))
    if last < book.years[-1][1]:
        allocate_result(book, year + 1)


def close_year(book, last, before_tax):
    taxable = max(0, before_tax // 1000 * 1000)   # tens of kronor, as the tax is computed
    tax = rounded(taxable * COMPANY_TAX_RATE / 100) * 100
    book.post(book.series("memo"), last, "Beräknad inkomstskatt", [("8910", tax), ("2512", -tax)])
    result = before_tax - tax
    book.post(book.series("memo"), last, "Årets resultat", [("8999", result), ("2099", -result)])


def allocate_result(book, year):
    """The new year moves the result on; the annual meeting puts a part in the reserve fund."""
    first = next(first for first, _ in book.years if first.year == year)
    result = -book.balance("2099", first - timedelta(days=1))
    book.post("M", first, "Omföring föregående års resultat", [("2099", result), ("2098", -result)])
    reserve = max(0, rounded(result * Fraction(5, 100) / 10000) * 10000)
    book.post("M", date(year, 5, 27), "Resultatdisposition enligt stämmans beslut",
              [("2098", result), ("2086", -reserve), ("2091", reserve - result)])


BRYGGAN_STYLE = {
    "program": "Exempelbok Förening", "version": "7.2", "quoted": True, "form": True,
    "generated": [None, "20250215", "20260212"], "number": "769600-0000",
    "name": "Bryggan ekonomisk förening", "chart": "EUBAS97",
    "address": ["", "Påhittade kajen 1", "371 00 Karlskrona", ""],
    "dimension": (6, "Projekt"), "object": '"6" "{}"',
    "objects": [("P01", "Transporter"), ("P02", "Fastighet och trädgård"),
                ("P03", "Flytt och bortforsling"), ("P10", "Steget vidare, träningsplatser"),
                ("P12", "Arbetsträning Arbetsförmedlingen")],
    "period_balances": True, "registered": True, "number_format": "{}", "indent": "   ",
    "line_end": "\r\n", "encoding": "cp437",
}


# ---------------------------------------------------------------- Kafé Kardemumma: the register

def kardemumma_register():
    register = Register()
    register.read("deltagare", """
        K001 | 1969 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2014-09-01 | ja |
        K002 | 1957 | kvinna | kommun | försörjningsstöd |  | 2010-03-01 | ja |
        K003 | 1992 | kvinna | försäkringskassan | sjukersättning |  | 2013-01-01 | ja |
        K004 | 1999 | man | arbetsförmedlingen | aktivitetsstöd |  | 2021-05-01 | nej |
        K005 | 1987 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2022-10-01 | ja | Bollnäs
        K006 | 1978 | man | kommun | försörjningsstöd |  | 2019-02-01 | nej |
        K007 | 1996 | kvinna | kommun | försörjningsstöd |  | 2021-11-01 | nej |
        K008 | 2003 | kvinna | arbetsförmedlingen | utvecklingsersättning |  | 2022-08-15 | nej |
        K009 | 1983 | man | arbetsförmedlingen | etableringsersättning |  | 2022-04-01 | nej | Hudiksvall
        K010 | 1974 | kvinna | kommun | försörjningsstöd | 9100 | 2016-06-01 | nej |
        K011 | 2000 | annat | kommun | aktivitetsersättning |  | 2019-07-01 | nej |
        K012 | 1966 | man | kommun | försörjningsstöd |  | 2013-05-01 | nej |
        K013 | 1990 | kvinna | försäkringskassan | sjukpenning | 12100 | 2023-09-11 | nej |
        K014 | 1988 | man | kommun | försörjningsstöd |  | 2020-01-01 | ja |
        K015 | 1981 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2023-02-01 | nej | Bollnäs
        K016 | 1995 | man | kommun | okänd |  |  | nej |
        K017 | 1977 | kvinna | kommun | försörjningsstöd |  | 2018-10-01 | nej |
        K018 | 2002 | man | arbetsförmedlingen | utvecklingsersättning |  | 2022-06-10 | nej |
    """)
    register.employ("""
        K001 | 2019-05-01 |            | 60 | 21400 | lönebidrag | 9100
        K002 | 2019-09-01 | 2023-12-31 | 25 | 21400 | lönebidrag | 3600
        K002 | 2024-01-01 |            | 20 | 23300 | ingen |
        K003 | 2021-02-01 |            | 50 | 21900 | trygghetsanställning | 8000
        K004 | 2022-09-01 | 2024-10-31 | 50 | 22300 | utvecklingsanställning | 8200
        K005 | 2024-11-01 |            | 50 | 23800 | lönebidrag | 7900
    """, raises=[(date(2022, 4, 1), 2), (date(2023, 4, 1), 4), (date(2024, 4, 1), 3),
                 (date(2025, 4, 1), 3)])
    register.read("traningsplatser", """
        K004 | 2022-03-01 | 2022-08-31 | 50 | arbetsförmedlingen | 4700
        K006 | 2022-10-01 | 2023-12-31 | 50 | kommun | 6200
        K018 | 2022-11-01 | 2023-06-15 | 75 | arbetsförmedlingen | 4700
        K009 | 2023-07-01 | 2023-12-31 | 75 | arbetsförmedlingen | 4700
        K007 | 2022-11-07 | 2024-03-31 | 50 | kommun | 6200
        K008 | 2023-01-09 | 2024-02-29 | 75 | arbetsförmedlingen | 4700
        K010 | 2022-09-01 | 2025-02-28 | 40 | kommun | 6200
        K011 | 2024-01-08 |            | 50 | kommun | 6400
        K005 | 2024-01-15 | 2024-10-31 | 50 | arbetsförmedlingen | 4800
        K017 | 2024-02-01 | 2024-06-14 | 50 | kommun | 6400
        K012 | 2024-04-01 | 2024-12-31 | 50 | kommun | 6400
        K013 | 2024-08-19 | 2025-02-16 | 25 | försäkringskassan |
        K014 | 2024-09-01 |            | 60 | kommun | 6500
        K015 | 2024-11-04 | 2025-05-31 | 75 | arbetsförmedlingen | 4900
        K009 | 2025-01-07 | 2025-06-30 | 75 | arbetsförmedlingen | 4900
        K016 | 2025-03-03 |            | 50 | kommun | 6500
    """)
    register.read("overgangar", """
        K018 | 2023-06-15 | avbrott |  |  |  |  | inget
        K006 | 2023-12-31 | arbete | 50 | 24800 | kommun |  | anställningsavtal
        K009 | 2023-12-31 | nystartsjobb | 100 | 25900 | privat | 9000 | anställningsavtal
        K008 | 2024-02-29 | studier | 100 |  |  |  | egen uppgift
        K007 | 2024-03-31 | avbrott |  |  |  |  | egen uppgift
        K017 | 2024-06-14 | flytt |  |  |  |  | egen uppgift
        K004 | 2024-10-31 | arbete | 75 | 26100 | privat |  | anställningsavtal
        K012 | 2024-12-31 | försörjning |  |  |  |  | myndighetsbeslut
        K013 | 2025-02-16 | annan insats |  |  |  |  | myndighetsbeslut
        K010 | 2025-02-28 | sjukskrivning |  |  |  |  | egen uppgift
        K015 | 2025-05-31 | arbete | 60 | 25000 | privat |  | arbetsgivarens uppgift
        K009 | 2025-06-30 | okänt |  |  |  |  | inget
    """)
    register.read("uppfoljningar", """
        K006 | 2024-04-15 | i arbete | arbetsgivarens uppgift
        K009 | 2024-05-06 | i arbete | lönespecifikation
        K008 | 2024-08-26 | i studier | egen uppgift
        K006 | 2024-10-01 | i arbete | egen uppgift
        K009 | 2024-10-14 | arbetslös | egen uppgift
        K004 | 2025-01-20 | i arbete | lönespecifikation
        K008 | 2025-01-27 | i studier | myndighetsbeslut
        K007 | 2025-02-10 | ej nådd | inget
        K006 | 2025-03-03 | annat arbete | egen uppgift
        K010 | 2025-05-05 | sjuk | egen uppgift
        K004 | 2025-05-12 | i arbete |
        K008 | 2025-06-09 | okänt | inget
    """)
    register.fill_attendance(Chance("kardemumma närvaro"))
    kardemumma_paid_wages(register)
    register.check()
    return register


def kardemumma_paid_wages(register):
    """What payroll really paid, month by month, sick days and unpaid leave deducted."""
    chance = Chance("kardemumma löner")
    for year, month in months_of(date(2023, 7, 1), date(2025, 6, 30)):
        first, last = date(year, month, 1), month_end(year, month)
        for person in sorted(register.employed_on(first) | register.employed_on(last)):
            amount = register.wages(first, last, {person})
            if chance.happens(0.25):
                amount -= amount * chance.between(3, 14) / 100
            register.tables["loner"].append({
                "Deltagare": person, "Från": first.isoformat(), "Till": last.isoformat(),
                "Belopp": amount_text(rounded(amount / 100) * 100)})


# ---------------------------------------------------------------- Kafé Kardemumma: the ledger

KARDEMUMMA_CHART = {
    "1220": "Inventarier och verktyg",
    "1229": "Ack avskrivningar inventarier",
    "1460": "Lager av handelsvaror",
    "1510": "Kundfordringar",
    "1580": "Fordringar för kontokort",
    "1630": "Skattekonto",
    "1680": "Andra kortfristiga fordringar",
    "1910": "Kassa",
    "1930": "Bank",
    "2083": "Medlemsinsatser",
    "2086": "Reservfond",
    "2091": "Balanserat resultat",
    "2098": "Föregående års resultat",
    "2099": "Årets resultat",
    "2440": "Leverantörsskulder",
    "2512": "Beräknad inkomstskatt",
    "2514": "Beräknad särskild löneskatt",
    "2518": "Betald F-skatt",
    "2611": "Utgående moms 25 %",
    "2621": "Utgående moms 12 %",
    "2641": "Ingående moms",
    "2650": "Momsredovisning",
    "2710": "Personalskatt",
    "2731": "Arbetsgivaravgifter att betala",
    "2920": "Upplupna semesterlöner",
    "2941": "Upplupna sociala avgifter",
    "2950": "Upplupna pensionspremier",
    "3041": "Träningsplatser Söderhamns kommun",
    "3042": "Träningsplatser Arbetsförmedlingen",
    "3051": "Försäljning porslin och hantverk 25 %",
    "3052": "Kaféförsäljning 12 %",
    "3053": "Catering till kommunen 12 %",
    "3054": "Catering till företag och föreningar 12 %",
    "3061": "Medlemsavgifter",
    "3740": "Öresavrundning",
    "3987": "Kommunalt föreningsbidrag",
    "3988": "Lönestöd",
    "3993": "Gåvor",
    "3997": "Sjuklöneersättning",
    "4010": "Inköp livsmedel",
    "4011": "Inköp porslin och hantverk",
    "4960": "Lagerförändring",
    "5010": "Lokalhyra",
    "5020": "El",
    "5062": "Sophämtning",
    "5410": "Förbrukningsinventarier",
    "5460": "Förbrukningsmaterial",
    "5520": "Reparationer",
    "5580": "Tvätt av arbetskläder",
    "5910": "Annonsering",
    "6040": "Kontokortsavgifter",
    "6110": "Kontorsmateriel",
    "6210": "Telefon och bredband",
    "6310": "Försäkringar",
    "6530": "Redovisning",
    "6540": "Kassasystem",
    "6570": "Bankkostnader",
    "6950": "Livsmedelskontroll",
    "6981": "Föreningsavgifter",
    "7010": "Löner",
    "7015": "Löner arbetsintegration",
    "7081": "Sjuklöner",
    "7290": "Förändring semesterlöneskuld",
    "7411": "Pensionspremier",
    "7510": "Arbetsgivaravgifter 31,42 %",
    "7511": "Arbetsgivaravgifter 10,21 %",
    "7519": "Sociala avgifter semesterlöneskuld",
    "7533": "Särskild löneskatt",
    "7571": "Arbetsmarknadsförsäkringar",
    "7610": "Utbildning",
    "7832": "Avskrivningar inventarier",
    "8311": "Ränteintäkter",
    "8314": "Skattefria ränteintäkter",
    "8910": "Skatt",
    "8999": "Årets resultat",
}

KARDEMUMMA_YEARS = [(date(y, 7, 1), date(y + 1, 6, 30)) for y in (2022, 2023, 2024)]
KARDEMUMMA_STAFF = [("7010", 31800, 65), ("7010", 28300, 50)]


def kardemumma_book(register):
    chance = Chance("kardemumma bok")
    book = Book(KARDEMUMMA_CHART, KARDEMUMMA_YEARS, chance)
    book.series_by_use = {"sale": "V", "purchase": "V", "receipt": "V", "payment": "V",
                          "card": "V", "payroll": "V", "memo": "V"}
    book.opening = {account: kr(amount) for account, amount in {
        "1220": 148000, "1229": -71000, "1460": 14200, "1580": 3900, "1680": 26500,
        "1910": 2500, "1930": 236000, "2083": -7000, "2086": -9000, "2099": -8200,
        "2440": -31000, "2514": -6100, "2518": 4000, "2650": -19400, "2710": -14800,
        "2731": -22300, "2920": -41000, "2941": -12882, "2950": -7500}.items()}
    book.opening["2091"] = -sum(book.opening.values())
    book.post("V", date(2022, 7, 18), "Betalning leverantörsskulder från juni",
              [("2440", kr(31000)), ("1930", -kr(31000))])
    book.post("V", date(2022, 7, 22), "Arbetsförmedlingen lönestöd juni",
              [("1930", kr(26500)), ("1680", -kr(26500))])

    def paid(first, last):
        known = register.paid_wages(first, last)
        return Fraction(known) if known else register.wages(first, last)

    def paid_to_senior(first, last):
        """K002 turned 66 in 2023: the lower contribution applies from the next new year."""
        if first < date(2024, 1, 1):
            return Fraction(0)
        return Fraction(sum(kr(row["Belopp"]) for row in register.tables["loner"]
                            if row["Deltagare"] == "K002" and first <= day(row["Från"])
                            and day(row["Till"]) <= last))

    quantities = {
        "wages": by_month(KARDEMUMMA_YEARS, paid),
        "senior": by_month(KARDEMUMMA_YEARS, paid_to_senior),
        "subsidies": by_month(KARDEMUMMA_YEARS,
                              lambda a, b: register.subsidies(a, b, SUBSIDIES_ON_3988)),
        "kommun": by_month(KARDEMUMMA_YEARS, lambda a, b: register.places(a, b, "kommun")),
        "arbetsförmedlingen": by_month(
            KARDEMUMMA_YEARS, lambda a, b: register.places(a, b, "arbetsförmedlingen"))}

    for first, last in KARDEMUMMA_YEARS:
        for year, month in months_of(first, last):
            kardemumma_till(book, chance, year, month)
            kardemumma_income(book, chance, quantities, year, month)
            kardemumma_purchases(book, chance, year, month)
            kardemumma_payroll(book, chance, quantities, year, month)
            if month % 3 == 0:
                book.declare_vat(month_end(year, month))
            book.settle_tax_account(year, month, advance_tax=kr(1000))
            if month == 11:
                book.final_tax(weekday_on_or_after(date(year, 11, 14)))
        kardemumma_year_end(book, first, last)
    book.number_vouchers(gap_days=0)
    return book


def kardemumma_till(book, chance, year, month):
    """One voucher a day from the till; cards reach the bank weekly, cash monthly."""
    growth = {2022: 92, 2023: 97, 2024: 103, 2025: 107}[year]
    season = {7: 120, 8: 112, 12: 108, 1: 84, 2: 88}.get(month, 100)
    end = month_end(year, month)
    for number in range(1, end.day + 1):
        when = date(year, month, number)
        closed = when.weekday() >= 5 or (month, number) in {
            (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)} \
            or (month == 7 and number >= 15)
        if not closed:
            food = kr(chance.between(2900, 4600, 5)) * growth * season // 1000000 * 100
            food_vat = rounded(Fraction(food * 12, 112))
            craft = kr(chance.between(60, 480, 10)) if chance.happens(0.4) else 0
            craft_vat = rounded(Fraction(craft * 25, 125))
            cash = kr(chance.between(60, 420, 5))
            book.post("K", when, "Dagskassa",
                      [("1580", food + craft - cash), ("1910", cash),
                       ("3052", food_vat - food, "10"), ("2621", -food_vat),
                       ("3051", craft_vat - craft, "10"), ("2611", -craft_vat)])
        if when.weekday() == 4 or when == end:
            owed = book.balance("1580", when)
            fee = rounded(Fraction(owed * 145, 10000))
            book.post("K", when, "Kortinlösen Exempelbetalningar",
                      [("1930", owed - fee), ("6040", fee), ("1580", -owed)])
    cash = book.balance("1910", end) // 10000 * 10000 - kr(2000)
    if cash > 0:
        book.post("K", end, "Dagskassor insatta på bank", [("1930", cash), ("1910", -cash)])


def kardemumma_income(book, chance, quantities, year, month):
    end, name = month_end(year, month), MONTH_NAMES[month - 1]
    for _ in range(chance.between(3, 5) if month != 7 else 1):
        when = weekday_on_or_after(date(year, month, chance.between(2, 24)))
        net = kr(chance.between(1600, 6200, 50))
        customer, account = chance.pick([
            ("Söderhamns kommun", "3053"), ("Exempelskolan", "3053"),
            ("Biblioteket Påhittet", "3053"), ("Låtsas Advokatbyrå", "3054"),
            ("Föreningen Fiktiva", "3054")])
        book.sell(when, customer, "catering", [(account, net, 12, "20")])
    for buyer, customer, account in (
            ("kommun", "Söderhamns kommun", "3041"),
            ("arbetsförmedlingen", "Arbetsförmedlingen", "3042")):
        net = quantities[buyer][year, month]
        if net:
            book.sell(end, customer, f"träningsplatser {name}", [(account, net, 0, "30")])
    amount = quantities["subsidies"][year, month]
    book.post("V", end, f"Lönestöd {name}", [("1680", amount), ("3988", -amount)])
    book.post("V", weekday_on_or_after(end + timedelta(days=22)),
              f"Arbetsförmedlingen lönestöd {name}", [("1930", amount), ("1680", -amount)])
    if month in (9, 3):
        book.post("V", weekday_on_or_after(date(year, month, 20)),
                  "Gåva från Stiftelsen Påhittade Vänner", [("1930", kr(30000)), ("3993", -kr(30000))])
    if chance.happens(0.5):
        gift = kr(chance.between(200, 2500, 50))
        book.post("V", weekday_on_or_after(date(year, month, 11)), "Gåvor insamlade i kaféet",
                  [("1930", gift), ("3993", -gift)])
    if month == 10:
        grant = {2022: 90000, 2023: 45000, 2024: 50000}[year]
        book.post("V", weekday_on_or_after(date(year, 10, 25)), "Söderhamns kommun föreningsbidrag",
                  [("1930", kr(grant)), ("3987", -kr(grant))])
        members = {2022: 14, 2023: 15, 2024: 17}[year]
        book.post("V", weekday_on_or_after(date(year, 10, 28)), "Medlemsavgifter",
                  [("1930", kr(150 * members)), ("3061", -kr(150 * members))])
        joined = {2022: 0, 2023: 1, 2024: 2}[year]
        book.post("V", weekday_on_or_after(date(year, 10, 28)), "Medlemsinsatser",
                  [("1930", kr(500 * joined)), ("2083", -kr(500 * joined))])
    if month == 5:
        sick = kr({2023: 8140, 2024: 9630, 2025: 11275}[year])
        book.post("V", weekday_on_or_after(date(year, 5, 19)),
                  "Ersättning för höga sjuklönekostnader", [("1630", sick), ("3997", -sick)])


def kardemumma_purchases(book, chance, year, month):
    def on(number):
        return weekday_on_or_after(date(year, month, number))

    def about(amount, spread):
        return kr(amount) + kr(chance.between(-spread, spread)) + chance.between(0, 99)

    share = Fraction(6, 10) if month == 7 else 1
    for number in (3, 10, 17, 24):
        book.buy(on(number), chance.pick(["Grossisten Påhitt AB", "Sagomejeriet",
                                          "Grossisten Påhitt AB"]), "livsmedel",
                 [("4010", rounded(about(4100, 700) * share), 12, "10")], terms=15)
    book.buy(on(6), "Kafferosteriet Fantasi AB", "kaffe",
             [("4010", rounded(about(2650, 400) * share), 12, "10")], terms=20)
    if month in (9, 11, 3, 5):
        book.buy(on(12), "Drejeriet Låtsas", "porslin", [("4011", about(2700, 500), 25, "10")])
    book.buy(on(1), "Exempelhus Fastigheter AB", "hyra",
             [("5010", kr(8200 + 250 * (year - 2022)), 25)], terms=25)
    book.buy(on(8), "Kraftbolaget Exempel", "el",
             [("5020", about(3300 if month in (1, 2, 11, 12) else 2300, 250), 25)])
    book.buy(on(15), "Renhållningen Påhitt", "sophämtning", [("5062", kr(690), 25)])
    book.buy(on(9), "Teleexempel AB", "telefon", [("6210", about(780, 40), 25)])
    book.buy(on(5), "Kassasystem Fiktion AB", "kassasystem", [("6540", kr(595), 25)])
    book.buy(on(20), "Redovisning Sagan HB", "bokföring", [("6530", kr(3400), 25)])
    book.buy(on(22), "Tvätteriet Exempel", "tvätt", [("5580", about(640, 120), 25)])
    for _ in range(chance.between(2, 3)):
        account, shop, low, high = chance.pick([
            ("5460", "Servetter och engångsmaterial", 120, 800),
            ("5410", "Köksboden Fiktiv", 200, 1900),
            ("6110", "Pappershandeln Låtsas", 80, 450)])
        book.pay_by_card(weekday_on_or_after(date(year, month, chance.between(2, 25))), shop,
                         account, kr(chance.between(low, high)))
    book.post("V", month_end(year, month), "Bankavgifter",
              [("6570", kr(195)), ("1930", -kr(195))])
    if month == 1:
        book.buy(on(16), "Låtsas Försäkring", "försäkring", [("6310", kr(9800), 0)])
        book.buy(on(18), "Söderhamns kommun", "livsmedelskontroll", [("6950", kr(2450), 0)])
    if month == 2:
        book.buy(on(14), "Intresseföreningen för Påhittade Företag", "medlemsavgift",
                 [("6981", kr(3000), 0)])
    if month in (4, 9):
        book.buy(on(14), "Kylservice Fantasi AB", "reparation kyldisk",
                 [("5520", about(3900, 1500), 25)])
        book.buy(on(21), "Exempelbladet", "annons", [("5910", about(1900, 300), 25)])
    if month == 10:
        book.buy(on(19), "Kursgården Fantasi AB", "livsmedelshygien",
                 [("7610", about(4200, 600), 25)])
    if (year, month) == (2024, 2):
        book.buy(on(7), "Storkök Exempel AB", "ugn", [("1220", kr(46000), 25)])
    if month in (1, 4, 7, 10):
        owed = -book.balance("2950", date(year, month, 1) - timedelta(days=1))
        book.buy(on(15), "Pensionsvalet Exempel", "pension", [("2950", owed, 0)])


def kardemumma_payroll(book, chance, quantities, year, month):
    pay_day = date(year, month, 27)
    while pay_day.weekday() >= 5:
        pay_day -= timedelta(days=1)
    name = MONTH_NAMES[month - 1]
    level = {2022: 93, 2023: 96, 2024: 98, 2025: 100}[year]
    ordinary = sum(rounded(Fraction(kr(wage) * extent * level, 10000))
                   for _, wage, extent in KARDEMUMMA_STAFF)
    sick = kr(chance.between(700, 2600, 10)) if chance.happens(0.4) else 0
    target, senior = quantities["wages"][year, month], quantities["senior"][year, month]
    gross = {"7010": ordinary - rounded(Fraction(sick * 5, 4)), "7015": target, "7081": sick}
    total = sum(gross.values())
    tax = rounded((Fraction(total - target) * 22 / 100 + Fraction(target) * 13 / 100) / 100) * 100
    book.post("V", pay_day, f"Löner {name}",
              list(gross.items()) + [("2710", -tax), ("1930", tax - total)])
    full, low = rounded((total - senior) * FEE_RATE), rounded(senior * FEE_RATE_SENIOR)
    book.post("V", pay_day, f"Arbetsgivaravgifter {name}",
              [("7510", full), ("7511", low), ("2731", -full - low)])
    pension = rounded(Fraction((total - senior) * 4, 100))
    insurance = rounded(Fraction(total * 3, 1000))
    book.post("V", pay_day, f"Pension {name}",
              [("7411", pension), ("7571", insurance), ("2950", -pension - insurance)])


def kardemumma_year_end(book, first, last):
    monthly = kr(1850) + (kr(770) if last > date(2024, 2, 1) else 0)
    for year, month in months_of(first, last):
        amount = monthly if (year, month) >= (2024, 2) or last < date(2024, 2, 1) else kr(1850)
        book.post("V", month_end(year, month), f"Avskrivning {MONTH_NAMES[month - 1]}",
                  [("7832", amount), ("1229", -amount)])
    stock = kr({2023: 12900, 2024: 15350, 2025: 14600}[last.year])
    change = stock - book.balance("1460", last)
    book.post("V", last, "Inventering av varulager", [("1460", change), ("4960", -change)])
    more = kr({2023: 2600, 2024: 3900, 2025: 1700}[last.year])
    fees = rounded(more * FEE_RATE)
    book.post("V", last, "Semesterlöneskuld",
              [("7290", more), ("2920", -more), ("7519", fees), ("2941", -fees)])
    book.post("V", last, "Bankränta", [("1930", kr(318)), ("8311", -kr(318))])
    book.post("V", last, "Skattekontots ränta", [("1630", kr(64)), ("8314", -kr(64))])
    pension = book.change(lambda number: number == "7411", first, last)
    special = rounded(pension * PENSION_TAX_RATE / 100) * 100
    book.post("V", last, "Särskild löneskatt", [("7533", special), ("2514", -special)])
    if last < book.years[-1][1]:
        close_year(book, last, book.result(first, last))
        result = -book.balance("2099", last)
        book.post("V", last + timedelta(days=1), "Omföring av resultat",
                  [("2099", result), ("2098", -result)])
        reserve = max(0, rounded(result * Fraction(5, 100) / 10000) * 10000)
        book.post("V", date(last.year, 11, 20), "Resultatdisposition enligt stämman",
                  [("2098", result), ("2086", -reserve), ("2091", reserve - result)])
    else:
        # The file was exported before the annual accounts were finished: no closing entry yet,
        # the year's result is still in the result accounts. Tax has been estimated.
        tax = rounded(max(0, book.result(first, last)) // 1000 * 1000 * COMPANY_TAX_RATE
                      / 100) * 100
        book.post("V", last, "Beräknad skatt", [("8910", tax), ("2512", -tax)])


KARDEMUMMA_STYLE = {
    "program": "Låtsasbokföring", "version": "2024.11", "quoted": False, "form": False,
    "generated": [None, "20241118", "20250826"], "number": "7696990000",
    "name": "Kafé Kardemumma ekonomisk förening", "chart": "BAS2014", "address": [],
    "dimension": (1, "Kostnadsställe"), "object": "1 {}",
    "objects": [("10", "Kaféet"), ("20", "Catering"), ("30", "Arbetsträning")],
    "period_balances": False, "registered": False, "number_format": "{}", "indent": "",
    "line_end": "\n", "encoding": "utf-8",
}


# ---------------------------------------------------------------- the ties, and the files

def check_ties(name, book, register, wages, place_accounts, senior_fees=None):
    """What the reconciliation of the report will look at must hold here, year by year."""
    book.verify()
    for first, last in book.years[1:]:
        def cost(*prefixes):
            return book.change(lambda number: number.startswith(prefixes), first, last)

        target = rounded(wages(first, last))
        assert cost("7015") == target
        payroll = cost("70", "71", "72", "73")
        assert target <= payroll
        if senior_fees is None:
            expected = payroll * FEE_RATE
        else:
            expected = senior_fees(first, last, payroll)
        fees = cost("7510", "7511", "7519")
        assert abs(fees - expected) < 100, (fees, expected)
        assert -cost("3988") == rounded(register.subsidies(first, last, SUBSIDIES_ON_3988))
        assert -cost("7514") == rounded(register.subsidies(first, last, {"nystartsjobb"}))
        for buyer, (account, code) in place_accounts.items():
            income = -book.change(lambda number, wanted=account: number == wanted, first, last,
                                  code)
            assert income == rounded(register.places(first, last, buyer)), (buyer, income)
        print(f"{name} {last.year}: {sum(first <= v.date <= last for v in book.vouchers)} "
              f"verifikationer, intäkter {amount_text(-cost('3'))}, löner {amount_text(payroll)}, "
              f"varav målgruppen {amount_text(target)}, avgifter {amount_text(fees)}, "
              f"3988 {amount_text(-cost('3988'))}, resultat "
              f"{amount_text(book.result(first, last))}")
    print(f"{name}: " + ", ".join(f"{table} {len(rows)}"
                                  for table, rows in register.tables.items() if rows))


def write_ledgers(folder, book, style):
    folder.mkdir(parents=True, exist_ok=True)
    for index in (1, 2):
        year = book.years[index][1].year
        (folder / f"{year}.se").write_bytes(sie_file(book, index, style))


def main():
    register = bryggan_register()
    book = bryggan_book(register)
    check_ties("bryggan", book, register, register.wages,
               {"kommun": ("3040", None), "arbetsförmedlingen": ("3035", "P12"),
                "kriminalvården": ("3055", None)})
    assert len(register.employed_on(date(2025, 12, 31))) == 12
    write_ledgers(HERE / "bryggan" / "bokforing", book, BRYGGAN_STYLE)
    # As a Swedish Excel saves "CSV UTF-8": semicolons, a byte-order mark, CRLF.
    register.write(HERE / "bryggan" / "utfall", ";", "\r\n", "\ufeff")
    # The same register as the workbook that many boards keep.
    workbook.write(HERE / "bryggan" / "utfall", HERE / "bryggan" / "utfall.xlsx")

    register = kardemumma_register()
    book = kardemumma_book(register)

    def fees_with_senior(first, last, payroll):
        low = sum(kr(row["Belopp"]) for row in register.tables["loner"]
                  if row["Deltagare"] == "K002" and day(row["Från"]) >= date(2024, 1, 1)
                  and first <= day(row["Från"]) <= last)
        return (payroll - low) * FEE_RATE + low * FEE_RATE_SENIOR

    check_ties("kafe-kardemumma", book, register, register.paid_wages,
               {"kommun": ("3041", None), "arbetsförmedlingen": ("3042", None)},
               fees_with_senior)
    write_ledgers(HERE / "kafe-kardemumma" / "bokforing", book, KARDEMUMMA_STYLE)
    # As a web spreadsheet saves it: commas, no byte-order mark, LF.
    register.write(HERE / "kafe-kardemumma" / "utfall", ",", "\n", "")

    import small   # it builds on this file
    small.write(HERE)


if __name__ == "__main__":
    main()
