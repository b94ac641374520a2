#!/usr/bin/env python3
"""Independent reference of the second bokslut, written from the design texts alone.

It reads one enterprise folder and computes series L, C, A, O, D, U and T day by day in exact
fractions. It is slow and literal on purpose: a judge for the program, not a second program.
Comments name the section of the method ("7" = "The second bokslut") that a rule comes from.
"""
import argparse
import csv
import glob
import io
import os
import sys
from collections import defaultdict
from datetime import date
from fractions import Fraction as F
from functools import lru_cache

import income_tax

FOREVER = date.max.toordinal()

# ---------------------------------------------------------------- small tools


class InputError(Exception):
    """The folder breaks a rule of the interface; the reference stops at the first one."""


@lru_cache(maxsize=None)
def fold(text):
    """Names are compared without case, accents and repeated blanks."""
    text = " ".join(str(text).strip().lower().split())
    return text.translate(str.maketrans("åäöéèüá", "aaoeeua"))


def rounded(x, decimals):
    """Half away from zero."""
    scale = 10 ** decimals
    n = (abs(x) * scale * 2 + 1) // 2
    return F(n if x >= 0 else -n, scale)


def decimal(x, decimals):
    """Exactly `decimals` decimals, ASCII minus; the value must already have been rounded."""
    n = x * 10 ** decimals
    assert n.denominator == 1, x
    digits = str(abs(n.numerator)).rjust(decimals + 1, "0")
    sign = "-" if n < 0 else ""
    return sign + (digits if decimals == 0 else digits[:-decimals] + "." + digits[-decimals:])


@lru_cache(maxsize=None)
def number(text):
    """`3,5 %` -> 0.035, `8200 kr/månad` -> 8200, `36 månader` -> 36, `25 500,50` -> 25500.5."""
    s = str(text).strip().replace("\u00a0", " ").replace("\u2212", "-")
    percent = s.endswith("%")
    s = s.rstrip("%").strip()
    while s and not s[-1].isdigit():
        s = s[:-1]
    s = s.replace(" ", "").replace(",", ".")
    try:
        value = F(s)
    except ValueError:
        raise InputError(f"not a number: {text!r}")
    return value / 100 if percent else value


def day(text):
    """A date as a day number, None when blank."""
    s = str(text or "").strip()
    if not s:
        return None
    if len(s) == 8 and s.isdigit():
        s = f"{s[:4]}-{s[4:6]}-{s[6:]}"
    try:
        return date.fromisoformat(s).toordinal()
    except ValueError:
        raise InputError(f"not a date: {text!r}")


def iso(ordinal):
    return "" if ordinal is None else date.fromordinal(ordinal).isoformat()


def month_length(year, month):
    return (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days


@lru_cache(maxsize=None)
def day_weight(d):
    """5: a day is one part of its own calendar month, whatever the record."""
    t = date.fromordinal(d)
    return F(1, month_length(t.year, t.month))


@lru_cache(maxsize=None)
def add_months(d, months):
    """Calendar months, clipped to the month's end."""
    t = date.fromordinal(d)
    m = t.year * 12 + t.month - 1 + months
    year, month = divmod(m, 12)
    return date(year, month + 1, min(t.day, month_length(year, month + 1))).toordinal()


# ---------------------------------------------------------------- YAML subset


def parse_yaml(text):
    """Block maps, block lists, scalars, one-line flow maps and lists. Keys come back folded."""
    lines = []
    for i, raw in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        s = strip_comment(raw).rstrip()
        if s.strip():
            lines.append((len(s) - len(s.lstrip(" ")), s.strip(), i))
    if not lines:
        return {}
    value, rest = parse_block(lines, 0)
    if rest != len(lines):
        raise InputError(f"settings line {lines[rest][2]}: unexpected indentation")
    return value


def strip_comment(line):
    quote = None
    for i, c in enumerate(line):
        if quote:
            quote = None if c == quote else quote
        elif c in "\"'" and (i == 0 or line[i - 1] in " :[{,-"):
            quote = c
        elif c == "#" and (i == 0 or line[i - 1] in " \t"):
            return line[:i]
    return line


def is_item(text):
    return text == "-" or text.startswith("- ")


def parse_block(lines, at):
    indent = lines[at][0]
    if is_item(lines[at][1]):
        items = []
        while at < len(lines) and lines[at][0] == indent and is_item(lines[at][1]):
            body, line = lines[at][1][1:], lines[at][2]
            inner = body.strip()
            if not inner:
                value, at = parse_block(lines, at + 1)
            elif split_key(inner) and inner[0] not in "[{":
                # The rest of the item is a map whose first key stands on the dash's line.
                lines[at] = (indent + 1 + len(body) - len(body.lstrip(" ")), inner, line)
                value, at = parse_block(lines, at)
            else:
                value, at = scalar(inner), at + 1
            items.append(value)
        return items, at
    result = {}
    while at < len(lines) and lines[at][0] == indent and not is_item(lines[at][1]):
        pair = split_key(lines[at][1])
        if not pair:
            raise InputError(f"settings line {lines[at][2]}: a key was expected")
        key, rest = fold(pair[0]), pair[1]
        if key in result:
            raise InputError(f"settings line {lines[at][2]}: duplicate key {pair[0]}")
        at += 1
        if rest:
            result[key] = scalar(rest)
        elif at < len(lines) and (lines[at][0] > indent or
                                  (lines[at][0] == indent and is_item(lines[at][1]))):
            result[key], at = parse_block(lines, at)
        else:
            result[key] = None
    return result, at


def split_key(text):
    """`key: value` -> (key, value); None when there is no key."""
    if text[:1] in "\"'":
        end = text.find(text[0], 1)
        if end > 0 and text[end + 1:end + 2] == ":":
            return text[1:end], text[end + 2:].strip()
        return None
    if text.endswith(":") and ": " not in text:
        return text[:-1], ""
    if ": " in text:
        key, rest = text.split(": ", 1)
        return key, rest.strip()
    return None


def scalar(text):
    if text[0] in "\"'" and text[-1] == text[0] and len(text) > 1:
        return text[1:-1]
    if text[0] == "[" and text[-1] == "]":
        return [scalar(p) for p in split_flow(text[1:-1])]
    if text[0] == "{" and text[-1] == "}":
        pairs = [split_key(p) for p in split_flow(text[1:-1])]
        if None in pairs:
            raise InputError(f"broken flow map: {text}")
        return {fold(k): scalar(v) for k, v in pairs}
    return text


def split_flow(text):
    parts, depth, start = [], 0, 0
    for i, c in enumerate(text):
        depth += (c in "[{") - (c in "]}")
        if c == "," and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    parts.append(text[start:].strip())
    return [p for p in parts if p]


# ---------------------------------------------------------------- tables

COLUMNS = {  # canonical name: Swedish heading, English alias
    "participant": ("deltagare", "participant"), "birth_year": ("fodelsear", "birth_year"),
    "gender": ("kon", "gender"), "referred_by": ("anvisad av", "referred_by"),
    "support_before": ("forsorjning fore", "support_before"),
    "support_amount": ("belopp fore", "support_amount"),
    "out_of_work_since": ("utan arbete sedan", "out_of_work_since"),
    "member": ("medlem", "member"), "municipality": ("kommun", "municipality"),
    "start": ("start",), "end": ("slut", "end"), "extent": ("omfattning", "extent"),
    "monthly_wage": ("manadslon", "monthly_wage"), "subsidy": ("stod", "subsidy"),
    "subsidy_amount": ("bidrag", "subsidy_amount"),
    "commissioner": ("bestallare", "commissioner"), "price": ("pris", "price"),
    "attended_hours": ("narvaro", "attended_hours"), "date": ("datum", "date"),
    "to": ("till", "to"), "employer_sector": ("arbetsgivare", "employer_sector"),
    "evidence": ("underlag", "evidence"), "status": ("lage", "status"),
    "from": ("fran", "from"), "amount": ("belopp", "amount"),
}
HEADINGS = {alias: name for name, aliases in COLUMNS.items() for alias in aliases}
FILES = {
    "participants": ("deltagare.csv", "participants.csv"),
    "employments": ("anstallningar.csv", "employments.csv"),
    "training_places": ("traningsplatser.csv", "training_places.csv"),
    "transitions": ("overgangar.csv", "transitions.csv"),
    "follow_ups": ("uppfoljningar.csv", "follow_ups.csv"),
    "wages": ("loner.csv", "wages.csv"),
}


def decode(data, fallback):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(fallback)


def read_table(folder, table):
    for name in FILES[table]:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            break
    else:
        return []
    with open(path, "rb") as f:
        text = decode(f.read(), "cp1252")
    head = text.split("\n", 1)[0]
    delimiter = max(";\t,", key=head.count)
    rows = list(csv.reader(io.StringIO(text), delimiter=delimiter))
    names = [HEADINGS.get(fold(h)) for h in rows[0]]
    result = []
    for row in rows[1:]:
        if any(c.strip() for c in row):
            result.append({n: c.strip() for n, c in zip(names, row) if n and c.strip()})
    return result


# ---------------------------------------------------------------- SIE


class Sie:
    """One SIE 4 file: years, balances of year 0 and its transactions."""

    def __init__(self, data):
        self.years = {}
        self.opening_balances = {}    # account -> IB of year 0
        self.closing_balances = {}    # account -> UB of year 0
        self.closing = {}         # account -> RES of year 0
        self.transactions = []    # (account, {(dimension, object)}, amount)
        self.generated = None
        text = decode(data, "cp437")
        for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            fields = self.fields(line)
            if not fields or not isinstance(fields[0], str):
                continue
            label = fields[0].upper()
            if label == "#RAR":
                self.years[int(fields[1])] = (day(fields[2]), day(fields[3]))
            elif label == "#GEN":
                self.generated = day(fields[1])
            elif label == "#RES" and fields[1] == "0":
                self.closing[fields[2]] = F(fields[3])
            elif label == "#IB" and fields[1] == "0":
                self.opening_balances[fields[2]] = F(fields[3])
            elif label == "#UB" and fields[1] == "0":
                self.closing_balances[fields[2]] = F(fields[3])
            elif label == "#TRANS":
                objects = fields[2]
                pairs = set(zip(objects[0::2], objects[1::2]))
                self.transactions.append((fields[1], pairs, F(fields[3])))
            # RTRANS comes again as TRANS, BTRANS was struck out: neither counts.

    @staticmethod
    def fields(line):
        """Blank-separated fields, quoted ones, and `{...}` as a list."""
        fields, i, inside = [], 0, None
        target = fields
        while i < len(line):
            c = line[i]
            if c in " \t":
                i += 1
            elif c == "{":
                inside = []
                fields.append(inside)
                target, i = inside, i + 1
            elif c == "}":
                target, i = fields, i + 1
            elif c == '"':
                i, value = i + 1, ""
                while i < len(line) and line[i] != '"':
                    if line[i] == "\\" and line[i + 1:i + 2] == '"':
                        i += 1
                    value += line[i]
                    i += 1
                target.append(value)
                i += 1
            else:
                j = i
                while j < len(line) and line[j] not in " \t{}":
                    j += 1
                target.append(line[i:j])
                i = j
        return fields

    def accounts(self):
        return sorted(set(self.closing) | {a for a, _, _ in self.transactions})

    def balance(self, account):
        """What the file states, else the sum of the transactions."""
        if account in self.closing:
            return self.closing[account]
        return sum((v for a, _, v in self.transactions if a == account), F(0))


# ---------------------------------------------------------------- fixed lists

ACTORS = ["participant", "enterprise", "reserves", "donor", "municipality", "region",
          "employmentService", "socialInsurance", "state", "coordinationAssociation",
          "widerEconomy"]
PUBLIC = ["municipality", "region", "employmentService", "socialInsurance", "state",
          "coordinationAssociation"]
ACTOR_NAMES = {"kommun": "municipality", "region": "region",
               "arbetsformedlingen": "employmentService",
               "forsakringskassan": "socialInsurance", "staten": "state",
               "samordningsforbundet": "coordinationAssociation", "givare": "donor",
               "omvarlden": "widerEconomy"}

SUPPORTS = ["försörjningsstöd", "aktivitetsstöd", "utvecklingsersättning",
            "etableringsersättning", "arbetslöshetsersättning", "sjukpenning",
            "rehabiliteringspenning", "sjukersättning", "aktivitetsersättning", "studiestöd",
            "lön", "annan", "ingen", "okänd"]


def is_too_old(row, begins_in, law_of):
    """Whether someone is too old for the tax when a year begins; an unknown age is a working one."""
    return fold(row["birth_year"]) != "okant" and income_tax.is_too_old(
        int(row["birth_year"]), begins_in, law_of)


SUPPORT_NAMES = {fold(s): s for s in SUPPORTS}
PAYERS = {"försörjningsstöd": "municipality", "arbetslöshetsersättning": "state",
          "studiestöd": "state"}
PAYERS.update({s: "socialInsurance" for s in SUPPORTS[:10] if s not in PAYERS})
TAXED = {"aktivitetsstöd", "sjukpenning", "rehabiliteringspenning", "sjukersättning",
         "aktivitetsersättning", "arbetslöshetsersättning"}
SICKNESS_SUPPORTS = {"sjukersättning", "aktivitetsersättning"}

JOBS = {"arbete", "arbete med stod", "nystartsjobb", "eget foretag"}
STUDIES = "studier"

SLAG = {"forsaljning": "sale", "traningsplatser": "placementFee", "bidrag": "grant",
        "lonestod": "wageSubsidy", "sarskild loneskatt": "specialPayrollTax", "gava": "gift",
        "medlemsavgift": "membership", "privat bidrag": "privateGrant",
        "sjukloneersattning": "sickPay", "inkop": "purchase", "loner": "wage",
        "arbetsgivaravgifter": "socialFees", "ovrig personal": "otherPersonnel",
        "avskrivning": "depreciation", "finansiellt": "financial",
        "dispositioner": "dispositions", "skatt": "tax"}
RULE_ACTOR = {"grant": "state", "wageSubsidy": "employmentService", "sickPay": "socialInsurance",
              "gift": "donor", "membership": "donor", "privateGrant": "donor", "tax": "state",
              "dispositions": "reserves"}
INCOME = {"sale", "placementFee", "grant", "wageSubsidy", "gift", "membership", "privateGrant",
          "sickPay"}
INPUT_KINDS = {"placementFee", "grant", "wageSubsidy"}

DEFAULTS = [  # 4: first match on the account's leading digits; exceptions stand first
    ("3987", "grant", "municipality"), ("3988", "wageSubsidy", "employmentService"),
    ("398", "grant", "state"), ("3993 3995", "gift", "donor"),
    ("3997", "sickPay", "socialInsurance"), ("3", "sale", "widerEconomy"),
    ("79", "purchase", "widerEconomy"), ("4 5 6", "purchase", "widerEconomy"),
    ("70 71 72 73", "wage", None), ("750 751 752 759", "socialFees", None),
    ("753 754", "specialPayrollTax", "state"),
    ("74 755 756 757 758 76", "otherPersonnel", "widerEconomy"),
    ("77 78", "depreciation", "widerEconomy"),
    ("80 81 82 83 84 85 86 87", "financial", "widerEconomy"),
    ("882 883 884", "dispositions", "donor"), ("88", "dispositions", "reserves"),
    ("89", "tax", "state"),
]

# ---------------------------------------------------------------- parameters


class Value:
    """One value of one id on one interval; `reference` when it points at another id."""

    def __init__(self, unit, amount, first, last, reference=None):
        self.unit, self.amount, self.reference = unit, amount, reference
        self.first = first
        self.last = FOREVER if last is None else last


class Bank:
    """6: the bank's values with the settings' own values laid over them, day by day."""

    def __init__(self, path):
        self.bank, self.own = defaultdict(list), defaultdict(list)
        with open(path, "rb") as f:
            for row in csv.DictReader(io.StringIO(decode(f.read(), "cp1252"))):
                unit, amount = row["unit"], number(row["value"])
                if unit == "%":
                    unit, amount = "andel", amount / 100
                self.bank[fold(row["id"])].append(
                    Value(unit, amount, day(row["valid_from"]), day(row["valid_to"])))

    def add(self, entry):
        text, unit = str(entry["varde"]).strip(), str(entry.get("enhet") or "")
        first, last = day(entry["fran"]), day(entry.get("till"))
        if text.startswith("="):
            value = Value(None, None, first, last, fold(text[1:]))
        else:
            amount = number(text)
            if unit == "%" and "%" not in text:
                amount = amount / 100
            value = Value(unit, amount, first, last)
        name = fold(entry["id"])
        for other in self.own[name]:
            if value.first <= other.last and other.first <= value.last:
                raise InputError(f"two values of {name} overlap")
        self.own[name].append(value)

    def find(self, name, d, depth=0):
        """The value of `name` valid on day d, with the interval on which it is the same value."""
        if depth > 20:
            raise InputError(f"values point at one another in a ring: {name}")
        for values in (self.own.get(fold(name), []), self.bank.get(fold(name), [])):
            for v in values:
                if not v.first <= d <= v.last:
                    continue
                if not v.reference:
                    return v
                target = self.find(v.reference, d, depth + 1)
                if target:  # valid where both are
                    return Value(target.unit, target.amount, max(v.first, target.first),
                                 min(v.last, target.last))
        return None

    def need(self, name, d, why):
        value = self.find(name, d)
        if value is None:
            raise InputError(f"missing value {name} on {iso(d)}, needed by {why}")
        return value

    def monthly(self, name, d, why):
        """The value in kr a month, rounded to the öre before anything is computed with it."""
        v = self.need(name, d, why)
        first, last, amount = v.first, v.last, v.amount
        if v.unit == "kr/dag5":
            amount = amount * 260 / 12
        elif v.unit == "kr/dag7":
            amount = amount * 365 / 12
        elif v.unit == "prisbasbelopp/år":
            p = self.need("prisbasbelopp", d, why)
            amount = amount * p.amount / 12
            first, last = max(first, p.first), min(last, p.last)
        elif v.unit != "kr/månad":
            raise InputError(f"{name} has the unit {v.unit}, not an amount by month or day")
        return Value("kr/månad", rounded(amount, 2), first, last)


class TaxRates:
    """Municipal and regional rates: the bank's nearest year, the settings' own over them."""

    def __init__(self, path, settings, year):
        self.table = defaultdict(dict)
        with open(path, "rb") as f:
            for row in csv.DictReader(io.StringIO(decode(f.read(), "cp1252"))):
                self.table[fold(row["municipality"])][int(row["year"])] = (
                    number(row["municipal_rate_percent"]) / 100,
                    number(row["regional_rate_percent"]) / 100)
        self.names = {fold(n): n for n in income_tax.REGIONAL}
        self.home = fold(settings["organisation"].get("kommun") or "")
        self.year = year
        last_day = date(year, 12, 31).toordinal()
        self.own = self.later = None
        for entry in sorted(settings.get("skatt") or [], key=lambda e: day(e["fran"])):
            # Own rates go on; a table's are of its year.
            rates = (number(entry["kommun"]), number(entry["region"]),
                     (day(entry["fran"]), None))
            if day(entry["fran"]) > last_day:
                self.later = self.later or rates
            elif (day(entry.get("till")) or FOREVER) >= last_day:
                self.own = rates

    def rates(self, municipality):
        """(municipal, regional, validity): own, the year's, own of a later year, the nearest's."""
        name = fold(municipality or self.home)
        if name == self.home and self.own:
            return self.own
        years = self.table.get(name) or {}
        if name == self.home and self.later and self.year not in years:
            return self.later
        if not years:
            raise InputError(f"no tax rates for {municipality or self.home}")
        nearest = min(years, key=lambda y: (abs(y - self.year), y))
        return years[nearest] + ((date(nearest, 1, 1).toordinal(),
                                  date(nearest, 12, 31).toordinal()),)

    def law(self, bank, municipality, on):
        """The tax of the income year for those who live there, and the rates' parts."""
        municipal, regional, validity = self.rates(municipality)
        own = {name: value.amount for name in ("jobbskatteavdrag.lutning2", "jobbskatteavdrag.tak")
               for value in bank.own.get(name, []) if value.first <= on <= value.last}
        law = income_tax.Law(
            self.year, bank.need("prisbasbelopp", on, "tax").amount, municipal + regional,
            self.names.get(fold(municipality or self.home), ""),
            own.get("jobbskatteavdrag.lutning2"), own.get("jobbskatteavdrag.tak"))
        return law, municipal, regional, validity


# ---------------------------------------------------------------- tax (7, X)


def tax_change(law, alternative, earned, idle, n):
    """What earning `earned` changes when `idle` of the alternative goes on; n months of a year."""
    year = F(12) / n
    a, a_earned, a_sick = alternative
    before = law.steps(a * year, a_earned * year, a_sick * year)
    after = law.steps((earned + a * idle) * year, (earned + a_earned * idle) * year,
                      a_sick * idle * year)
    return (after["taxable"] - before["taxable"]) / year, (after["net"] - before["net"]) / year


# ---------------------------------------------------------------- records


class Record:
    """An employment or a training place, with day numbers for its ends."""

    def __init__(self, row):
        self.person = row["participant"]
        self.first, self.last = day(row["start"]), day(row.get("end"))
        self.last = FOREVER if self.last is None else self.last
        self.extent = number(row["extent"].rstrip("% ")) / 100
        self.wage = number(row["monthly_wage"]) if "monthly_wage" in row else None
        self.commissioner = fold(row.get("commissioner", ""))
        self.subsidy = number(row["subsidy_amount"]) if "subsidy_amount" in row else None
        self.price = number(row["price"]) if "price" in row else None

    def days(self, first, last):
        return range(max(self.first, first), min(self.last, last) + 1)


class Transition:
    def __init__(self, row):
        self.person, self.date, self.to = row["participant"], day(row["date"]), fold(row["to"])
        self.effective = self.date
        self.extent = number(row["extent"].rstrip("% ")) / 100 if "extent" in row else None
        self.wage = number(row["monthly_wage"]) if "monthly_wage" in row else None
        self.subsidy = number(row["subsidy_amount"]) if "subsidy_amount" in row else None
        self.evidence = fold(row.get("evidence", ""))
        if self.to in JOBS | {STUDIES} and self.extent is None:
            raise InputError(f"{self.person}: a transition to {self.to} needs an extent")
        if self.to in ("arbete med stod", "nystartsjobb") and self.subsidy is None:
            raise InputError(f"{self.person}: {self.to} needs a Bidrag")


class Register:
    """The outcome tables, checked for what the calculation rests on (5)."""

    def __init__(self, folder):
        self.participants = {r["participant"]: r for r in read_table(folder, "participants")}
        self.employments = [Record(r) for r in read_table(folder, "employments")]
        self.places = [Record(r) for r in read_table(folder, "training_places")]
        self.transitions = [Transition(r) for r in read_table(folder, "transitions")]
        self.follow_ups = [(r["participant"], day(r["date"]), fold(r["status"]),
                            fold(r.get("evidence", ""))) for r in read_table(folder, "follow_ups")]
        self.paid = [(r["participant"], day(r["from"]), day(r["to"]), number(r["amount"]))
                     for r in read_table(folder, "wages")]
        for t in self.transitions:
            self.place_transition(t)
        self.check()

    def records(self, person):
        return [r for r in self.employments + self.places if r.person == person]

    def place_transition(self, t):
        for r in self.records(t.person):
            if t.date == r.last:
                t.effective = t.date + 1
            elif r.first <= t.date < r.last:
                raise InputError(f"{t.person}: transition inside a record on {iso(t.date)}")

    def check(self):
        seen = set()
        for t in self.transitions:
            for key in ((t.person, "d", t.date), (t.person, "e", t.effective)):
                if key in seen:
                    raise InputError(f"{t.person}: two transitions on {iso(t.date)}")
                seen.add(key)
        for r in self.employments + self.places:
            if r.person not in self.participants:
                raise InputError(f"unknown participant {r.person}")
            if r.first > r.last:
                raise InputError(f"{r.person}: a record ends before it starts")
            # The sum can only rise where a record starts.
            if sum(o.extent for o in self.records(r.person) if o.first <= r.first <= o.last) > 1:
                raise InputError(f"{r.person}: extents over 100 % on {iso(r.first)}")
        for i, (person, first, last, _) in enumerate(self.paid):
            if any(p == person and f <= last and first <= t
                   for p, f, t, _ in self.paid[:i]):
                raise InputError(f"{person}: rows of paid wages overlap")
        for person, row in self.participants.items():
            if fold(row["support_before"]) not in SUPPORT_NAMES:
                raise InputError(f"{person}: unknown support {row['support_before']}")
            if fold(row["support_before"]) == "lon" and "support_amount" not in row:
                raise InputError(f"{person}: lön before without an amount")


# ---------------------------------------------------------------- holding (5)


def held_intervals(t, register, year_end, confirm_months, horizon_years):
    """The intervals of a transition to work or studies that evidence holds up."""
    if t.to not in JOBS | {STUDIES} or t.evidence == "inget" or t.effective > year_end:
        return []
    mine = [o for o in register.transitions if o.person == t.person]

    def concerned(on):
        earlier = [o for o in mine if o.effective <= on]
        return max(earlier, key=lambda o: o.effective, default=None)

    if t.to == STUDIES:
        confirms, ends = {"i studier"}, {"arbetslos", "sjuk", "i arbete", "annat arbete"}
    else:
        confirms, ends = {"i arbete", "annat arbete"}, {"arbetslos", "sjuk", "i studier"}
    events = []
    for person, on, status, evidence in register.follow_ups:
        if person == t.person and on <= year_end and evidence != "inget" and concerned(on) is t:
            if status in ends:
                events.append((on, 0))      # an ending goes before a confirmation of its day
            elif status in confirms:
                events.append((on, 1))
    intervals, start, confirmed = [], t.effective, t.effective
    for on, confirmation in sorted(events):
        if confirmation:
            if start is None:               # after a known ending: a new holding
                start = on
            confirmed = on                  # otherwise it bridges any gap
        elif start is not None:
            lapse = add_months(confirmed, confirm_months) - 1
            intervals.append((start, min(on - 1, lapse)))
            start = None
    if start is not None:
        intervals.append((start, add_months(confirmed, confirm_months) - 1))

    limit = min(year_end, add_months(t.effective, 12 * horizon_years) - 1)
    for r in register.records(t.person):
        if r.first >= t.effective:
            limit = min(limit, r.first - 1)
    for o in mine:
        if o.effective > t.effective:
            limit = min(limit, o.effective - 1)
    clipped = [(a, min(b, limit)) for a, b in intervals]
    return [(a, b) for a, b in clipped if a <= b]


# ---------------------------------------------------------------- lines (7)


class Line:
    def __init__(self, series, kind, outcome, giver, taker, basis, basis_unit, unit_value, factor,
                 parameter="", valid_from=None):
        self.series, self.kind, self.outcome = series, kind, outcome
        self.giver, self.taker = giver, taker
        self.basis, self.basis_unit = rounded(basis, 2), basis_unit
        self.unit_value, self.factor = unit_value, rounded(factor, 6)
        self.exact = basis * unit_value * factor    # what sensitivity is computed from
        self.parameter, self.valid_from = parameter, valid_from
        self.amount = rounded(self.basis * self.unit_value * self.factor, 2)


class Basket:
    """Exact bases of lines; what makes two flows one line is exactly the key."""

    def __init__(self):
        self.basis = defaultdict(F)

    def add(self, basis, kind, outcome, giver, taker, basis_unit, unit_value=F(1), rate=F(1),
            parameter="", validity=(None, None)):
        key = (kind, outcome, giver, taker, basis_unit, unit_value, rate, parameter, validity)
        self.basis[key] += basis

    def lines(self, series, factor=F(1)):
        for key in self.basis:
            kind, outcome, giver, taker, basis_unit, unit_value, rate, parameter, validity = key
            yield Line(series, kind, outcome, giver, taker, self.basis[key], basis_unit,
                       unit_value, rate * factor, parameter, validity[0])


# ---------------------------------------------------------------- the calculation


class Bokslut:
    """The second bokslut of one enterprise and one fiscal year."""

    def __init__(self, folder, bank, municipal, year=None, series="LCAODUT", assumptions=None,
                 edit=None):
        self.folder, self.with_transitions = folder, series == "LCAODUT"
        self.municipal = municipal
        self.assumptions = assumptions or {}    # name -> value in every outcome kind, for tests
        settings = os.path.join(folder, "dualbokslut.yaml")
        with open(settings, "rb") as f:
            self.settings = parse_yaml(decode(f.read(), "cp1252"))
        if edit:
            edit(self.settings)
        self.choose_year(year)
        self.first, self.last = self.sie.years[0]
        self.income_year = date.fromordinal(self.last).year
        self.year_months = sum((day_weight(d) for d in range(self.first, self.last + 1)), F(0))
        self.bank = Bank(bank)
        for entry in self.settings.get("varden") or []:
            self.bank.add(entry)
        self.tax_rates = TaxRates(municipal, self.settings, self.income_year)
        self.register = Register(os.path.join(folder, self.settings.get("utfall") or "utfall"))
        self.actors, self.public = list(ACTORS), list(PUBLIC)
        self.actor_names = dict(ACTOR_NAMES)
        for entry in self.settings.get("aktorer") or []:
            self.actors.append(entry["id"])
            self.actor_names[fold(entry["id"])] = entry["id"]
            if fold(entry.get("offentlig") or "nej") in ("ja", "true", "yes"):
                self.public.append(entry["id"])
        self.lines = []
        self.compute()

    # ---- inputs

    def choose_year(self, label):
        """Default: the latest fiscal year that has ended by its file's #GEN."""
        source = self.settings.get("bokforing") or "bokforing/*.se"
        paths = (list(source.values()) if isinstance(source, dict) else [source])
        files, every = [], []
        for path in paths:
            for name in sorted(glob.glob(os.path.join(self.folder, path))):
                with open(name, "rb") as f:
                    sie = Sie(f.read())
                end = sie.years[0][1]
                every.append(sie)
                if label is None and sie.generated is not None and sie.generated < end:
                    continue
                if label in (None, str(date.fromordinal(end).year), iso(end)[:7]):
                    files.append((end, name, sie))
        if not files:
            raise InputError(f"no fiscal year {label or ''} among the SIE files")
        self.sie = max(files, key=lambda f: f[:2])[2]
        day_before = self.sie.years[0][0] - 1
        self.sie_before = next((s for s in every if s.years[0][1] == day_before), None)

    def assume(self, outcome, name):
        """The base value of an assumption."""
        if name in self.assumptions:
            return self.assumptions[name]
        group = (self.settings.get("antaganden") or {}).get(fold(outcome)) or {}
        value = group.get(name)
        if isinstance(value, dict) and name != "alternativ placering":
            value = value.get("bas")
        if value is None:
            raise InputError(f"assumption missing: {outcome}, {name}")
        return value

    def assumption_or_none(self, outcome, name):
        group = (self.settings.get("antaganden") or {}).get(fold(outcome)) or {}
        value = group.get(name)
        return value.get("bas") if isinstance(value, dict) else value

    def missing(self, outcome):
        """The keys that are left out and without which the outcome kind is not valued. A blank is
        none of them: it is refused elsewhere."""
        group = (self.settings.get("antaganden") or {}).get(fold(outcome)) or {}
        wanted = ["dodvikt", "undantrangning", "andras bidrag"]
        if outcome == "övergång":
            wanted += ["horisont", "bekraftelsetid"]
        gone = [n for n in wanted if n not in group and n not in self.assumptions]
        placing = group.get("alternativ placering") or {}
        halves = [n for n in ("andel", "pris") if n not in placing]
        return gone + (halves if len(halves) == 1 else [])

    def left_unvalued(self):
        """The outcome kinds that the year has and that are not valued: the report is partial."""
        found = []
        if self.missing("anställning") and any(
                len(e.days(self.first, self.last)) for e in self.register.employments):
            found.append("anställning")
        if self.missing("träningsplats") and any(
                len(r.days(self.first, self.last)) and r.commissioner in self.actor_names
                for r in self.register.places):
            found.append("träningsplats")
        missing = self.missing("övergång")
        goals = [t for t in self.register.transitions
                 if t.to in JOBS | {STUDIES} and t.effective <= self.last]
        if missing and self.with_transitions:
            if {"horisont", "bekraftelsetid"} & set(missing):
                may_be_held = bool(goals)       # nothing says how long one is held
            else:
                confirm = int(number(self.assume("övergång", "bekraftelsetid")))
                horizon = int(number(self.assume("övergång", "horisont")))
                may_be_held = any(
                    b >= self.first for t in goals
                    for _, b in held_intervals(t, self.register, self.last, confirm, horizon))
            if may_be_held:
                found.append("övergång")
        return found

    # ---- the whole

    def compute(self):
        self.compute_wages()
        self.starts = {p: self.start_of(p) for p in self.register.participants}
        self.unvalued = self.left_unvalued()
        self.values_employments = not self.missing("anställning")
        self.compute_transitions()
        self.post_ledger()
        groups = {"anställning": Basket(), "övergång": Basket(), "träningsplats": Basket()}
        jobs_here = Basket()    # J of employments: no series of its own, only D, U and T of it
        self.support_lines(groups)
        self.tax_lines(groups)
        self.job_lines(groups["övergång"])
        if self.with_transitions and not self.missing("träningsplats"):
            self.avoided_placements(groups["träningsplats"])
        if self.values_employments:
            for start, end, rate, parameter, wages, fees in self.fee_parts():
                jobs_here.add(fees, "employerContribution", "anställning", "widerEconomy",
                              "state", "kr", rate=rate, parameter=parameter,
                              validity=(start, end))
            jobs_here.add(self.wages_total, "earnings", "anställning", "widerEconomy",
                          "participant", "kr")
        self.reduced = {}       # outcome -> the baskets that D, U and T reduce
        for outcome, series in (("träningsplats", "C"), ("anställning", "A"), ("övergång", "O")):
            baskets = [groups[outcome]] + ([jobs_here] if outcome == "anställning" else [])
            self.lines += groups[outcome].lines(series)
            if not any(b.basis for b in baskets):
                continue
            self.reduced[outcome] = baskets
            dw, dp, at = (number(self.assume(outcome, n))
                          for n in ("dodvikt", "undantrangning", "andras bidrag"))
            for basket in baskets:
                for line in basket.lines("D", -dw):
                    self.lines.append(line)
                for line in basket.lines("U", -(1 - dw) * dp):
                    if line.kind != "jobSubsidy":   # the displaced job had none
                        self.lines.append(line)
                subsidy, other = Basket(), Basket()
                for key, basis in basket.basis.items():
                    (subsidy if key[0] == "jobSubsidy" else other).basis[key] = basis
                self.lines += subsidy.lines("T", -(1 - dw) * at)
                self.lines += other.lines("T", -(1 - dw) * (1 - dp) * at)

    # ---- wages (4, 5)

    def compute_wages(self):
        """Wage by employment and day, before and after the scaling to the ledger."""
        paid = {}       # person -> day -> kronor
        employed = defaultdict(set)
        for e in self.register.employments:
            # A row may reach past the year: its days there take their part of the sum too.
            employed[e.person] |= set(e.days(e.first, max([self.last] + [p[2] for p in
                                                                         self.register.paid])))
        for person, first, last, amount in self.register.paid:
            days = [d for d in range(first, last + 1) if d in employed[person]]
            if not days:
                raise InputError(f"{person}: paid wages cover no day of an employment")
            for d in days:
                paid.setdefault(person, {})[d] = amount / len(days)
        extents = defaultdict(F)
        for e in self.register.employments:
            for d in e.days(self.first, self.last):
                extents[e.person, d] += e.extent
        self.daily_wages = []       # (person, day, kronor)
        for e in self.register.employments:
            for d in e.days(self.first, self.last):
                if d in paid.get(e.person, {}):
                    wage = paid[e.person][d] * e.extent / extents[e.person, d]
                else:
                    wage = e.extent * day_weight(d) * e.wage
                self.daily_wages.append((e.person, d, wage))
        self.contractual_total = sum((w for _, _, w in self.daily_wages), F(0))

        self.read_ledger()
        self.tolerance = tolerance = number((self.settings.get("avstamning") or {}).get("tolerans") or "5 %")
        self.wage_ratio = self.ratio(self.contractual_total, self.wage_accounts, tolerance,
                                     "wages")
        self.daily_wages = [(p, d, w * self.wage_ratio) for p, d, w in self.daily_wages]
        self.wages_total = self.contractual_total * self.wage_ratio
        self.fee_ratio = F(1)
        fees = sum((w * rate for _, _, rate, _, w, _ in self.fee_parts()), F(0))
        self.claimed_fees = fees
        self.fee_ratio = self.ratio(fees, self.fee_accounts, tolerance, "fees")

    @staticmethod
    def ratio(claimed, booked, tolerance, what):
        if claimed <= booked:
            return F(1)
        if booked <= 0 or claimed - booked > tolerance * booked:
            raise InputError(f"the records claim {float(claimed):.2f} of {what}, the ledger holds "
                             f"{float(booked):.2f}")
        return booked / claimed

    def fee_parts(self):
        """(from, to, rate, id, wages, basis of the fees) by value of the contribution rate."""
        parts = defaultdict(F)
        for _, d, wage in self.daily_wages:
            v = self.bank.need("arbetsgivaravgift", d, "fees of the target group")
            parts[v.first, v.last, v.amount] += wage
        return [(first, last, rate, "arbetsgivaravgift", wages, wages * self.fee_ratio)
                for (first, last, rate), wages in sorted(parts.items())]

    # ---- series L (4)

    def rule_matches(self, rule, account):
        spans = rule.get("konton")
        if spans is None:
            return True
        spans = spans if isinstance(spans, list) else str(spans).split(",")
        for span in spans:
            low, _, high = str(span).strip().partition("-")
            if account.isdigit() and int(low) <= int(account) <= int(high or low):
                return True
        return False

    def kind_by_rule(self, rule):
        kind = SLAG[fold(rule["slag"])]
        if rule.get("aktor"):
            name = fold(rule["aktor"])
            if name not in self.actor_names:
                raise InputError(f"unknown actor {rule['aktor']}")
            return kind, self.actor_names[name]
        if kind == "placementFee":
            raise InputError("a rule for träningsplatser names no actor")
        return kind, RULE_ACTOR.get(kind, "widerEconomy")

    def read_ledger(self):
        """Effect on the enterprise by (kind, counterpart): credit is plus."""
        self.ledger = defaultdict(F)
        self.channels = defaultdict(F)      # 3: income by channel
        rules = self.settings.get("kopplingar") or []
        for account in self.sie.accounts():
            if account[0] not in "345678" or account.startswith("899"):
                continue
            left = [t for t in self.sie.transactions if t[0] == account]
            # What the file states beyond its transactions carries no object.
            left.append((account, set(), self.sie.balance(account) - sum(t[2] for t in left)))
            for rule in rules:
                if not self.rule_matches(rule, account):
                    continue
                wanted = rule.get("objekt")
                if wanted:
                    key = (str(wanted["dimension"]), str(wanted["kod"]))
                    taken = [t for t in left if key in t[1]]
                    left = [t for t in left if key not in t[1]]
                else:
                    taken, left = left, []
                kind_and_actor = self.kind_by_rule(rule)
                self.ledger[kind_and_actor] -= sum(t[2] for t in taken)
                if kind_and_actor[0] in INCOME:
                    channel = rule.get("kanal") or (
                        "köpta träningsplatser" if kind_and_actor[0] == "placementFee"
                        else "ej fördelat")
                    self.channels[channel] -= sum(t[2] for t in taken)
            for prefixes, kind, actor in DEFAULTS:
                if account.startswith(tuple(prefixes.split())):
                    self.ledger[kind, actor] -= sum(t[2] for t in left)
                    if kind in INCOME:
                        self.channels["ej fördelat"] -= sum(t[2] for t in left)
                    break
            else:
                raise InputError(f"account {account} has no kind")
        self.result = sum(self.ledger.values(), F(0))
        self.wage_accounts = -sum(v for k, v in self.ledger.items() if k[0] == "wage")
        self.fee_accounts = -sum(v for k, v in self.ledger.items() if k[0] == "socialFees")
        places = any(len(r.days(self.first, self.last)) for r in self.register.places)
        if places and fold(self.settings.get("traningsplatser") or "") != "obetalda":
            if not any(fold(rule["slag"]) == "traningsplatser" for rule in rules):
                raise InputError("training places, but no account is linked to them")

    def post_ledger(self):
        basket = Basket()
        for (kind, actor), effect in self.ledger.items():
            if kind in ("wage", "socialFees"):
                continue
            if kind in INCOME:
                basket.add(effect, kind, "", actor, "enterprise", "kr")
            else:
                basket.add(-effect, kind, "", "enterprise", actor, "kr")
        basket.add(self.wages_total, "wageTarget", "", "enterprise", "participant", "kr")
        for start, end, rate, parameter, _, fees in self.fee_parts():
            basket.add(fees, "feesTarget", "", "enterprise", "state", "kr", rate=rate,
                       parameter=parameter, validity=(start, end))
        self.lines += basket.lines("L")
        # What is left after the printed amounts is ordinary staff, so the column ends to the öre.
        for kind, target, total in (("wageOrdinary", "wageTarget", self.wage_accounts),
                                    ("feesOrdinary", "feesTarget", self.fee_accounts)):
            printed = sum(l.amount for l in self.lines if l.kind == target)
            rest = Line("L", kind, "", "enterprise", "widerEconomy", total - printed, "kr", F(1),
                        F(1))
            rest.exact = total - sum(l.exact for l in self.lines if l.kind == target)
            self.lines.append(rest)

    # ---- support (7, S)

    def start_of(self, person, known=None):
        """Where `längst` is counted from by what is known on a day; None for a stranger."""
        known = self.last if known is None else known
        starts = [r.first for r in self.register.records(person) if r.first <= known]
        if starts:
            return min(starts)
        dates = [t.effective for t in self.register.transitions
                 if t.person == person and t.effective <= known]
        return min(dates, default=None)

    def chain(self, kind):
        """[(kind, months or None)] from the first support on."""
        rules = self.settings.get("forsorjning") or {}
        chain, seen = [], set()
        while kind:
            if kind in seen:
                raise InputError(f"{kind} comes twice in its chain")
            seen.add(kind)
            rule = rules.get(fold(kind))
            if not rule or rule.get("langst") is None:
                raise InputError(f"no rule for how long {kind} would have gone on")
            longest = rule["langst"]
            text = fold(str(longest["bas"] if isinstance(longest, dict) else longest))
            if text == "obegransat":
                chain.append((kind, None))
            else:
                chain.append((kind, int(number(text)) * (12 if text.endswith("ar") else 1)))
            kind = SUPPORT_NAMES[fold(rule["sedan"])] if rule.get("sedan") else None
        return chain

    def support_on(self, person, d, start=None):
        """(kind, is it the first one) that would have been paid on day d, else (None, None)."""
        kind = SUPPORT_NAMES[fold(self.register.participants[person]["support_before"])]
        if kind not in PAYERS:
            return None, None
        start = self.starts[person] if start is None else start
        for i, (link, months) in enumerate(self.chain(kind)):
            if months is None or d < add_months(start, months):
                return link, i == 0
        return None, None

    def support_value(self, person, d):
        """(kind, kr a month, parameter value or None for an own amount)."""
        kind, is_first = self.support_on(person, d)
        if kind is None:
            return None, F(0), None
        own = self.register.participants[person].get("support_amount")
        if is_first and own is not None:
            return kind, number(own), None
        value = self.bank.monthly(kind, d, f"support of {person}")
        return kind, value.amount, value

    def add_support(self, basket, outcome, person, d, extent):
        kind, amount, value = self.support_value(person, d)
        if kind is None:
            return
        months = extent * day_weight(d)
        where = (f"support.{kind}", outcome, "participant", PAYERS[kind])
        if value is None:
            basket.add(months * amount, *where, "kr")
        else:
            basket.add(months, *where, "months", amount, parameter=kind,
                       validity=(value.first, value.last))

    def support_lines(self, groups):
        for e in self.register.employments if self.values_employments else []:
            for d in e.days(self.first, self.last):
                self.add_support(groups["anställning"], "anställning", e.person, d, e.extent)
        for t, days in self.valued:
            for d in days:
                self.add_support(groups["övergång"], "övergång", t.person, d, t.extent)

    # ---- transitions: valued ones and their held days

    def compute_transitions(self):
        self.valued = []        # (transition, held days in the year)
        if not self.with_transitions or self.missing("övergång"):
            return
        goals = [t for t in self.register.transitions if t.to in JOBS | {STUDIES}]
        if not goals:
            return
        confirm = int(number(self.assume("övergång", "bekraftelsetid")))
        horizon = int(number(self.assume("övergång", "horisont")))
        self.standard_wage = self.assumption_or_none("övergång", "manadslon")
        for t in goals:
            if t.to != STUDIES and self.earnings_of(t) is None:
                continue        # counted, not valued
            days = [d for a, b in held_intervals(t, self.register, self.last, confirm, horizon)
                    for d in range(max(a, self.first), b + 1)]
            if days:
                self.valued.append((t, days))

    def earnings_of(self, t):
        """Full-time wage a month; own business only with an income of its own."""
        if t.wage is not None:
            return t.wage
        if t.to == "eget foretag" or self.standard_wage is None:
            return None
        return number(self.standard_wage)

    def job_lines(self, basket):
        """J and E of transitions."""
        studies = self.bank.own.get("studiebidrag") or self.bank.bank.get("studiebidrag")
        for t, days in self.valued:
            for d in days:
                weight = day_weight(d)
                months = t.extent * weight
                if t.to == STUDIES:
                    if studies:
                        v = self.bank.monthly("studiebidrag", d, f"studies of {t.person}")
                        basket.add(months, "studyGrant", "övergång", "state", "participant",
                                   "months", v.amount, parameter="studiebidrag",
                                   validity=(v.first, v.last))
                    continue
                if t.wage is not None:
                    wage = (months * t.wage, "kr", F(1))
                else:
                    wage = (months, "months", self.earnings_of(t))
                basket.add(wage[0], "earnings", "övergång", "widerEconomy", "participant",
                           wage[1], wage[2])
                if t.to != "eget foretag":
                    v = self.bank.need("arbetsgivaravgift", d, f"job of {t.person}")
                    basket.add(wage[0], "employerContribution", "övergång", "widerEconomy",
                               "state", wage[1], wage[2], rate=v.amount,
                               parameter="arbetsgivaravgift", validity=(v.first, v.last))
                if t.subsidy is not None:   # months, not full-time months
                    basket.add(weight * t.subsidy, "jobSubsidy", "övergång",
                               "employmentService", "widerEconomy", "kr")

    # ---- tax (7, X)

    def tax_lines(self, groups):
        months = defaultdict(lambda: {"anställning": F(0), "övergång": F(0)})
        earnings = defaultdict(F)
        if self.values_employments:     # what is not valued counts neither here nor there
            for e in self.register.employments:
                for d in e.days(self.first, self.last):
                    months[e.person]["anställning"] += e.extent * day_weight(d)
            for person, _, wage in self.daily_wages:
                earnings[person] += wage
        for t, days in self.valued:
            part = sum((day_weight(d) for d in days), F(0)) * t.extent
            months[t.person]["övergång"] += part
            if t.to != STUDIES:
                earnings[t.person] += part * self.earnings_of(t)
        on = date(self.income_year, 12, 31).toordinal()
        for person in sorted(months):
            row = self.register.participants[person]
            if is_too_old(row, self.income_year, self.income_year):
                continue
            total = sum(months[person].values())
            law, municipal, regional, validity = self.tax_rates.law(
                self.bank, row.get("municipality"), on)
            change_t, change_n = self.tax_change(person, earnings[person], total, law)
            for outcome, part in months[person].items():
                if part == 0:
                    continue
                share = part / total
                basket = groups[outcome]
                basket.add(change_t * share, "municipalTax", outcome, "participant",
                           "municipality", "kr", rate=municipal, validity=validity)
                basket.add(change_t * share, "regionalTax", outcome, "participant", "region",
                           "kr", rate=regional, validity=validity)
                basket.add(change_n * share, "netCredit", outcome, "state", "participant", "kr")

    def tax_change(self, person, earned, worked, law):
        """(change in taxable income, change in net credit) for the fiscal year, not rounded."""
        n = self.year_months
        row = self.register.participants[person]
        a = a_earned = a_sick = F(0)    # alternative income, and what of it is earned or a benefit
        if fold(row["support_before"]) == "lon":
            a = a_earned = n * number(row["support_amount"])
        else:
            for d in range(self.first, self.last + 1):
                kind, _ = self.support_on(person, d)
                if kind in TAXED:
                    part = self.support_value(person, d)[1] * day_weight(d)
                    a += part
                    if kind in SICKNESS_SUPPORTS:
                        a_sick += part
        return tax_change(law, (a, a_earned, a_sick), earned, max(F(0), n - worked) / n, n)

    # ---- avoided placements (7, C)

    def avoided_placements(self, basket):
        group = (self.settings.get("antaganden") or {}).get("traningsplats") or {}
        placing = group.get("alternativ placering")
        if not placing or placing.get("pris") is None:
            return

        def base(name):
            v = placing[name]
            return number(v["bas"] if isinstance(v, dict) else v)

        reasons = {fold(name) for name in placing.get("skal") or {}}
        for r in self.register.places:
            buyer = self.actor_names.get(r.commissioner)
            if buyer is None:       # egen ansökan, annan
                continue
            pays = self.ledger.get(("placementFee", buyer), 0) > 0
            if not pays and fold(r.commissioner) not in reasons:
                continue
            for d in r.days(self.first, self.last):
                basket.add(r.extent * day_weight(d), "avoidedPlacement", "träningsplats",
                           "widerEconomy", buyer, "months", base("pris"), rate=base("andel"))

    # ---- sums

    def matrix(self):
        cells = defaultdict(F)
        for l in self.lines:
            cells[l.series, l.kind, l.outcome, l.giver] -= l.amount
            cells[l.series, l.kind, l.outcome, l.taker] += l.amount
        return {k: v for k, v in cells.items() if v}

    def exact_sum(self, series, members):
        """The same as actor_sum, of lines that were never rounded."""
        return sum((l.exact * ((l.taker in members) - (l.giver in members))
                    for l in self.lines if l.series in series), F(0))

    def actor_sum(self, series, members):
        return sum((v for (s, _, _, actor), v in self.matrix().items()
                    if s in series and actor in members), F(0))

    def society(self):
        return [a for a in self.actors if a != "widerEconomy"]

    def net_rows(self):
        paid = defaultdict(F)
        for l in self.lines:
            if l.series == "L" and l.kind in INPUT_KINDS and l.giver in self.public:
                paid[l.giver] += l.amount
                paid["public"] += l.amount
        rows = [("public_input", actor, v) for actor, v in paid.items()]
        # Where a kind is not valued there is no headline.
        measures = (("ledger", "L"), ("gross", "LCAO"), ("net", "LCAODUT"))
        for measure, series in measures[:1] if self.unvalued else measures:
            rows += [(measure, a, self.actor_sum(series, [a])) for a in self.actors]
            rows.append((measure, "public", self.actor_sum(series, self.public)))
            rows.append((measure, "society", self.actor_sum(series, self.society())))
        return [r for r in rows if r[2]]

    def bridge_rows(self):
        if self.unvalued:
            return []
        others = [a for a in self.society() if a != "enterprise"]
        steps = defaultdict(F)
        steps["result"] = self.result
        for (series, kind, _, actor), v in self.matrix().items():
            if actor in others:
                steps[f"ledger.{kind}" if series == "L" else series] += v
        steps["society"] = sum(steps.values(), F(0))
        return [(k, v) for k, v in steps.items() if v]

    # ---- files

    def write(self, out):
        def table(name, head, rows):
            write_table(out, name, head, rows)

        table("aktorsmatris.csv", "series,kind,outcome,actor,amount",
              [k + (decimal(v, 2),) for k, v in sorted(self.matrix().items())])
        table("netto.csv", "measure,actor,amount",
              [(m, a, decimal(v, 2)) for m, a, v in sorted(self.net_rows())])
        table("bro.csv", "step,amount",
              [(k, decimal(v, 2)) for k, v in sorted(self.bridge_rows())])
        rows = sorted((l.series, l.kind, l.outcome, l.giver, l.taker, l.unit_value, l.factor,
                       l.parameter, iso(l.valid_from), l.basis, l.basis_unit, l.amount)
                      for l in self.lines if l.amount)
        counters, printed = defaultdict(int), []
        for (series, kind, outcome, giver, taker, unit_value, factor, parameter, valid_from,
             basis, basis_unit, amount) in rows:
            counters[series] += 1
            printed.append((series, counters[series], kind, outcome, giver, taker,
                            decimal(basis, 2), basis_unit, decimal(rounded(unit_value, 2), 2),
                            decimal(factor, 6), decimal(amount, 2), parameter, valid_from))
        table("social-journal.csv", "series,number,kind,outcome,from,to,basis,basis_unit,"
              "unit_value,factor,amount,parameter_id,valid_from", printed)


# ---------------------------------------------------------------- main


def operating_income(sie):
    """Summa rörelseintäkter by the account's group: 30-39, and changes of own stock."""
    return -sum((sie.balance(a) for a in sie.accounts()
                 if a[0] == "3" or a[:3] in ("494", "495", "497")), F(0))


def write_table(out, name, head, rows):
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, name), "w", encoding="utf-8", newline="") as f:
        writer = csv.writer(f, lineterminator="\r\n")
        writer.writerow(head.split(","))
        writer.writerows(rows)


def command(description, write, more=()):
    """The command line that the other files of this folder share."""
    parser = argparse.ArgumentParser(description=description,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    for name in ("--bank", "--municipal", "--out"):
        parser.add_argument(name, required=True)
    parser.add_argument("--year")
    for name, arguments in more:
        parser.add_argument(name, **arguments)
    options = parser.parse_args()
    try:
        write(options)
    except InputError as error:
        print(f"{options.folder}: {error}", file=sys.stderr)
        return 65
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--bank")
    parser.add_argument("--municipal")
    parser.add_argument("--year")
    parser.add_argument("--series", choices=["LADUT", "LCAODUT"], default="LCAODUT")
    parser.add_argument("--out")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        import self_test
        return self_test.run()
    if not (options.folder and options.bank and options.municipal and options.out):
        parser.error("ENTERPRISE_DIR, --bank, --municipal and --out are needed")
    try:
        bokslut = Bokslut(options.folder, options.bank, options.municipal, options.year,
                          options.series)
    except InputError as error:
        print(f"{options.folder}: {error}", file=sys.stderr)
        return 65
    bokslut.write(options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
