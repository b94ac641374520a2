#!/usr/bin/env python3
"""A random but valid enterprise folder, the same one for the same seed.

Small on purpose (5-15 participants), so that a difference between two programs can be followed by
hand. Forms that the design texts leave open are not generated; the README lists them.
"""
import argparse
import csv
import os
import random
from datetime import date
from fractions import Fraction as F

SUPPORTS = ["försörjningsstöd", "aktivitetsstöd", "utvecklingsersättning",
            "etableringsersättning", "arbetslöshetsersättning", "sjukpenning",
            "rehabiliteringspenning", "sjukersättning", "aktivitetsersättning", "studiestöd"]
MUNICIPALITIES = ["Karlskrona", "Stockholm", "Malmö", "Göteborg", "Kiruna", "Upplands-Bro",
                  "Gävle", "Gotland", "Örebro", "Lund", "Dorotea", "Munkfors", "Avesta"]
JOBS = ["arbete", "arbete med stöd", "nystartsjobb", "eget företag"]
OTHER_ENDS = ["annan insats", "försörjning", "sjukskrivning", "pension", "flytt", "avbrott",
              "okänt"]
EVIDENCE = ["anställningsavtal", "lönespecifikation", "myndighetsbeslut",
            "arbetsgivarens uppgift", "egen uppgift", "inget"]


def month_length(y, m):
    return (date(y + m // 12, m % 12 + 1, 1) - date(y, m, 1)).days


def add_months(d, n):
    t = date.fromordinal(d)
    y, m = divmod(t.year * 12 + t.month - 1 + n, 12)
    return date(y, m + 1, min(t.day, month_length(y, m + 1))).toordinal()


def iso(d):
    return date.fromordinal(d).isoformat()


class Enterprise:
    def __init__(self, seed, kinds, two_years=False):
        self.r = random.Random(f"{kinds}-{seed}")
        # A stream of its own, so that what is added leaves the rest of a seed as it was.
        self.more = random.Random(f"{kinds}-{seed}-two-years")
        self.seed, self.with_transitions = seed, kinds == "LCAODUT"
        self.opening = self.sie_before = None
        self.choose_year(2021 if two_years else 2019)
        self.choose_register()
        if two_years:
            self.add_former_people()
            self.add_confirmations()
        self.choose_settings()
        self.settings = self.with_keys_left_out(self.settings)
        if two_years:
            self.settings = self.with_channels(self.with_ranges(self.settings))
            self.settings = self.with_support_ranges(self.settings)
        self.choose_ledger()
        if two_years:
            self.choose_year_before()

    def chance(self, p):
        return self.r.random() < p

    def pick(self, *items):
        return self.r.choice(items)

    # ---- the fiscal year

    def choose_year(self, earliest):
        self.label = self.r.randint(earliest, 2026)
        month = 12 if self.chance(0.55) else self.pick(1, 2, 4, 6, 8, 9)
        if self.label == 2019:
            month = 12
        self.last = date(self.label, month, month_length(self.label, month)).toordinal()
        months = self.pick(6, 9, 18) if self.chance(0.1) else 12
        # One day into the month after the end, back by whole months: always a first of a month.
        # The bank begins with 2019, and the day before the year asks for values too.
        self.first = max(add_months(self.last + 1, -months), date(2019, 2, 1).toordinal())

    def some_day(self, low, high):
        """Often at a month's end or start, where clipping and fractions differ."""
        d = self.r.randint(low, high)
        t = date.fromordinal(d)
        if self.chance(0.3):
            d = date(t.year, t.month, month_length(t.year, t.month)).toordinal()
        elif self.chance(0.15):
            d = date(t.year, t.month, 1).toordinal()
        return min(max(d, low), high)

    # ---- the register

    def choose_register(self):
        self.custom_actors = [a for a, p in (("kriminalvården", 0.35), ("stiftelsen", 0.2))
                              if self.chance(p)]
        self.home = self.pick(*MUNICIPALITIES)
        self.own_rates = self.chance(0.35)
        self.kinds_here = self.r.sample(SUPPORTS, self.r.randint(2, 6))
        self.buyers = (["arbetsförmedlingen", "försäkringskassan", "kommun", "region", "staten",
                        "samordningsförbundet", "egen ansökan", "annan"] + self.custom_actors)
        self.people, self.employments, self.places = [], [], []
        self.transitions, self.follow_ups, self.paid = [], [], []
        paid_wages = self.chance(0.45)
        for i in range(1, self.r.randint(5, 15) + 1):
            person = f"P{i:02d}"
            self.add_person(person)
            if self.with_transitions and self.chance(0.08):
                self.add_outsider(person)
            else:
                self.add_history(person)
            if paid_wages and self.chance(0.6):
                self.add_paid(person)

    def add_person(self, person):
        kind = self.r.choice(self.kinds_here)
        if self.chance(0.2):
            kind = self.pick("lön", "lön", "ingen", "okänd", "annan")
        amount = None
        if kind == "lön" or (kind in SUPPORTS and self.chance(0.3)):
            amount = F(self.r.randint(6000, 26000))
            if self.chance(0.3):
                amount += F(self.r.randint(1, 99), 100)
        born = self.label - self.r.randint(20, 64)
        if self.chance(0.12):
            born = self.label - self.pick(65, 66, 67, 68, 71)
        born = "okänt" if self.chance(0.1) else str(born)
        town = None
        if self.chance(0.3):
            town = self.r.choice([m for m in MUNICIPALITIES
                                  if m != self.home or not self.own_rates])
        self.people.append({
            "Deltagare": person, "Födelseår": born,
            "Kön": self.pick("kvinna", "man", "annat", "okänt"),
            "Anvisad av": self.r.choice(self.buyers) if self.chance(0.8) else "",
            "Försörjning före": kind, "Belopp före": amount,
            "Utan arbete sedan": iso(self.first - self.r.randint(1500, 4000))
            if self.chance(0.4) else "",
            "Medlem": self.pick("ja", "nej", ""), "Kommun": town or ""})

    def extent(self, most=100):
        if most >= 70 and self.chance(0.1):
            return self.pick(F(75, 2), F(125, 2))
        return F(5 * self.r.randint(2, most // 5))

    def add_employment(self, person, first, last, most=100):
        wage = F(self.r.randint(17000, 31000))
        if self.chance(0.2):
            wage += F(self.r.randint(1, 99), 100)
        subsidy = self.pick("ingen", "lönebidrag", "OSA", "nystartsjobb", "introduktionsjobb")
        self.employments.append({
            "Deltagare": person, "Start": first, "Slut": last, "Omfattning": self.extent(most),
            "Månadslön": wage, "Stöd": subsidy,
            "Bidrag": None if subsidy == "ingen" else F(self.r.randint(4000, 16000))})

    def add_place(self, person, first, last, most=100):
        hours = self.r.randint(10, 900)
        if last is not None:        # no more than the days hold
            hours = min(hours, 5 * (last - first + 1))
        self.places.append({
            "Deltagare": person, "Start": first, "Slut": last, "Omfattning": self.extent(most),
            "Beställare": self.r.choice(self.buyers),
            "Pris": F(self.r.randint(2000, 9000)) if self.chance(0.5) else None,
            "Närvaro": str(hours) if self.chance(0.2) else ""})

    def add_history(self, person):
        """Stints one after another, with gaps where a transition may stand."""
        at = self.some_day(self.first - 1100, self.first + 200)
        for _ in range(self.r.randint(1, 5)):
            if at > self.last + 300:
                break
            end = at + (self.r.randint(0, 40) if self.chance(0.2) else self.r.randint(30, 600))
            end = self.some_day(at, end)
            if at < self.first and self.chance(0.5):    # more of the register inside the year
                end = max(end, self.first + self.r.randint(0, 300))
            is_open = self.chance(0.15)
            last = None if is_open else end
            form = self.r.random()
            if form < 0.45:
                self.add_employment(person, at, last)
            elif form < 0.75:
                self.add_place(person, at, last)
            elif form < 0.9:    # both at once, one of them perhaps shorter
                self.add_employment(person, at, last, 50)
                self.add_place(person, self.r.randint(at, end), last, 50)
            else:
                self.add_employment(person, at, last, 50)
                self.add_employment(person, self.r.randint(at, end), last, 50)
            if is_open:
                return
            gap = 0 if self.chance(0.35) else self.r.randint(1, 250)
            # The next record starts at end + 1 + gap; a transition counts before that.
            if gap and self.chance(0.7):
                self.add_transitions(person, end, end + gap)
            at = end + 1 + gap
        if at - 1 > end or self.chance(0.5):
            return
        self.add_transitions(person, end, end + 500)

    def add_transitions(self, person, end, latest):
        """On the record's last day (counting from the next) or in the gap after it."""
        days = {end} if self.chance(0.4) else {self.some_day(end + 1, latest)}
        if latest > end + 5 and self.chance(0.25):
            days.add(self.r.randint(end + 2, latest))
        for d in sorted(days):
            self.add_transition(person, d, d + 1 if d == end else d)

    def add_outsider(self, person):
        """A person who was never in a record here."""
        d = self.some_day(self.first - 500, self.last)
        self.add_transition(person, d, d)

    def follow_up(self, row):
        """The same row twice is refused, and so are days years after the books."""
        if row not in self.follow_ups and row["Datum"] <= self.last + 1000:
            self.follow_ups.append(row)

    def add_transition(self, person, d, effective):
        if d > self.last + 1000:
            return
        to = self.r.choice(JOBS + ["arbete", "arbete", "studier", "studier"])
        if self.chance(0.25):
            to = self.r.choice(OTHER_ENDS)
        goal = to in JOBS or to == "studier"
        wage = F(self.r.randint(19000, 33000)) if to in JOBS and self.chance(0.65) else None
        if not self.with_transitions:
            wage = None         # nothing here may be valued, whichever series are asked for
            if to == "studier":
                to, goal = "avbrott", False
        subsidy = None
        if to in ("arbete med stöd", "nystartsjobb") or (to in JOBS and self.chance(0.1)):
            subsidy = F(self.r.randint(2000, 14000))
        evidence = self.r.choice(EVIDENCE[:5]) if self.chance(0.9) else "inget"
        self.transitions.append({
            "Deltagare": person, "Datum": d, "Till": to,
            "Omfattning": self.extent() if goal else None, "Månadslön": wage,
            "Arbetsgivare": self.pick("privat", "kommun", "region", "ideell", "ASF", "okänd", ""),
            "Bidrag": subsidy, "Underlag": evidence})
        if not goal:
            return
        at = effective
        for _ in range(self.r.choice([0, 1, 1, 2, 3, 4, 5])):
            at += self.pick(0, self.r.randint(1, 60), self.r.randint(60, 300))
            at = self.some_day(at, at + 20)
            good = "i studier" if to == "studier" else self.pick("i arbete", "annat arbete")
            state = good if self.chance(0.65) else self.pick(
                "i arbete", "annat arbete", "i studier", "arbetslös", "sjuk", "okänt", "ej nådd")
            self.follow_up({"Deltagare": person, "Datum": at, "Läge": state,
                            "Underlag": self.r.choice(EVIDENCE + ["", ""])})

    def add_paid(self, person):
        """Rows of paid wages: apart from one another, each over some day of an employment."""
        mine = [e for e in self.employments if e["Deltagare"] == person]
        days = set()
        for e in mine:
            last = self.last + 400 if e["Slut"] is None else e["Slut"]
            days |= set(range(e["Start"], last + 1))
        if not days:
            return
        at = self.r.randint(min(days) - 10, max(min(days), self.last))
        for _ in range(self.r.randint(1, 8)):
            end = at + self.r.randint(5, 120)
            if self.chance(0.4):
                t = date.fromordinal(at)
                end = date(t.year, t.month, month_length(t.year, t.month)).toordinal()
            covered = sum(1 for d in range(at, end + 1) if d in days)
            if covered and at <= self.last:
                amount = F(covered * self.r.randint(15000, 90000), 100)
                self.paid.append({"Deltagare": person, "Från": at, "Till": end,
                                  "Belopp": amount})
            at = end + 1 + (0 if self.chance(0.6) else self.r.randint(1, 60))

    def add_former_people(self):
        """People who left in the years before: what the social balance opens with."""
        kept, self.r = self.r, self.more
        for i in range(1, self.r.randint(3, 7) + 1):
            person = f"Q{i:02d}"
            self.add_person(person)
            end = self.some_day(self.first - 500, self.first + (150 if self.chance(0.3) else -1))
            start = end - self.r.randint(20, 900)
            if self.chance(0.5):
                self.add_employment(person, start, end)
            else:
                self.add_place(person, start, end)
            self.add_transition(person, end, end + 1)
            if self.chance(0.2):        # back again, in the year or after it
                self.add_place(person, end + self.r.randint(100, 700), None)
        self.r = kept

    def add_confirmations(self):
        """Follow-ups around 6, 12, 18 ... months, some of them missed and some not good news."""
        for t in self.transitions:
            goal = t["Till"] in JOBS or t["Till"] == "studier"
            if not goal or self.more.random() < 0.25:
                continue
            gap = self.more.choice([3, 5, 6, 6])
            for months in range(gap, 61, gap):
                on = add_months(t["Datum"], months) + self.more.choice([-9, -1, 0, 1, 12])
                if on > self.last + 100 or self.more.random() < 0.05:
                    break
                good = "i studier" if t["Till"] == "studier" else "i arbete"
                state = good if self.more.random() < 0.88 else self.more.choice(
                    ["arbetslös", "sjuk", "ej nådd", "okänt", "annat arbete", "i studier"])
                if self.more.random() < 0.9:
                    self.follow_up({
                        "Deltagare": t["Deltagare"], "Datum": on, "Läge": state,
                        "Underlag": self.more.choice(EVIDENCE[:5] + [""])})

    # ---- settings

    def with_keys_left_out(self, settings):
        """For some seeds a whole outcome kind or one of its keys is absent: it is not valued then.
        Without avtagande or diskonteringsränta only the social balance goes."""
        choice = random.Random(f"left-out-{self.seed}")
        if choice.random() >= 0.3:
            return settings
        kind = choice.choice(["anställning", "övergång", "övergång", "träningsplats", None])
        key = choice.choice([None, "dödvikt", "undanträngning", "andras bidrag"])
        if kind == "övergång":
            key = choice.choice([key, "avtagande", "horisont", "bekräftelsetid"])
        if kind == "träningsplats":
            key = choice.choice([key, "pris"])
        if kind is None:
            key = "diskonteringsränta"
        out, section, group, drop_below = [], None, None, None
        for line in settings.split("\n"):
            indent, name = len(line) - len(line.lstrip(" ")), line.strip().partition(":")[0]
            if drop_below is not None and indent > drop_below:
                continue
            drop_below = None
            if indent == 0:
                section = name
            if indent == 2:
                group = name
            is_here = section == "antaganden" and (
                indent == 2 and name == (kind if key is None else key)
                or indent > 2 and group == kind and name == key)
            if is_here and (key is not None or name == kind):
                drop_below = indent
                continue
            out.append(line)
        return "\n".join(out)

    def with_ranges(self, settings):
        """Low and high for assumptions that are stated as one value."""
        shares = {"dödvikt", "undanträngning", "andras bidrag", "avtagande", "andel"}
        numbers = {"månadslön": 0.4, "pris": 0.4, "horisont": 0.2, "bekräftelsetid": 0.2}
        out, inside = [], False
        for line in settings.split("\n"):
            if line[:1] not in (" ", ""):
                inside = line == "antaganden:"
            key, _, text = line.strip().partition(": ")
            pad = line[:len(line) - len(line.lstrip(" "))]
            if key == "horisont" and self.more.random() < 0.6:
                line = f"{pad}horisont: {self.more.choice([3, 4, 5, 7])} år"
                text = line.partition(": ")[2]
            if not inside or self.more.random() >= numbers.get(key, 0.55) or (
                    key not in shares and key not in numbers):
                out.append(line)
                continue
            if key in shares:
                value = F(text.rstrip(" %").replace(",", ".")) / (100 if "%" in text else 1)
                ends = [min(F(1), value * self.more.randint(a, b) / 10) * 100
                        for a, b in ((2, 10), (10, 22))]
                ends = [f"{float(v):.2f} %".replace(".", ",") for v in ends]
            else:
                value, _, unit = text.partition(" ")
                low, high = ((max(1, int(value) - 1), int(value) + self.more.randint(0, 2))
                             if int(value) < 100 else
                             (int(value) * 8 // 10, int(value) * 13 // 10))
                ends = [f"{v} {unit}".strip() for v in (low, high)]
            out += [f"{pad}{key}:", f"{pad}  bas: {text}", f"{pad}  låg: {ends[0]}",
                    f"{pad}  hög: {ends[1]}"]
        return "\n".join(out)

    def with_support_ranges(self, settings):
        """Low and high for how long supports last and what they are worth, for some."""
        more, out = random.Random(f"support-ranges-{self.seed}"), []
        for line in settings.split("\n"):
            key, _, text = line.strip().partition(": ")
            months = text.partition(" ")[0]
            if key == "längst" and more.random() < 0.5:
                ends = [(f"{int(months) * 6 // 10 + 1} månader", "obegränsat"),
                        (f"{int(months) * 6 // 10 + 1} månader", f"{int(months) * 2} månader")
                        ][more.random() < 0.7] if months.isdigit() else ("20 månader", None)
                line = f"    längst:\n      bas: {text}\n      låg: {ends[0]}" + (
                    f"\n      hög: {ends[1]}" if ends[1] else "")
            elif key == "värde" and text.replace(",", "").replace(".", "").isdigit() \
                    and self.rate_text(text) > 40 and more.random() < 0.5:
                low = self.rate_text(text) * more.randint(5, 10) / 10
                line += f"\n    låg: {low:.2f}".replace(".", ",")
                if more.random() < 0.7:
                    line += f"\n    hög: {self.rate_text(text) * 13 / 10:.2f}".replace(".", ",")
            out.append(line)
        return "\n".join(out)

    @staticmethod
    def rate_text(text):
        return float(text.replace(",", "."))

    def with_channels(self, settings):
        """A channel for rules of income that have none, and the same one for several rules."""
        income = ("försäljning", "träningsplatser", "bidrag", "lönestöd", "gåva", "medlemsavgift",
                  "privat bidrag")
        lines, out = settings.split("\n"), []
        for i, line in enumerate(lines):
            out.append(line)
            if not line.lstrip(" -").startswith("slag: ") or line.split(": ")[1] not in income:
                continue
            block = []
            for later in lines[i + 1:]:
                if later.startswith("  - ") or not later.startswith(" "):
                    break
                block.append(later.strip())
            if not any(b.startswith("kanal:") for b in block) and self.more.random() < 0.7:
                channel = self.more.choice(["reserverat kontrakt", "upphandling med social hänsyn",
                                            "sysselsättningskrav", "IOP", "direktköp offentlig",
                                            "privat kund", "medlemmar", "bidrag"])
                out.append(f"    kanal: {channel}")
        return "\n".join(out)

    def percent(self, value):
        """`30 %`, `3,5 %`, `0.30`: the three ways to write it."""
        if self.chance(0.2) and value * 10000 % 1 == 0:
            return f"{float(value):.4f}"
        text = f"{float(value * 100):.2f}".rstrip("0").rstrip(".")
        return text.replace(".", self.pick(".", ",")) + " %"

    def share(self, most):
        if self.chance(0.12):
            return F(0)
        if self.chance(0.03):
            return F(1)
        return F(self.r.randint(1, most * (4 if self.chance(0.15) else 1)), 100) \
            if most < 25 else F(self.r.randint(1, 2 * most), 200)

    def choose_settings(self):
        self.form = self.pick("ekonomisk förening", "ekonomisk förening", "ideell förening",
                              "aktiebolag")
        out = ["# Made by random_enterprise.py", "organisation:", f"  id: slump{self.seed}",
               f"  namn: Slumpbolaget nr {self.seed}", "  organisationsnummer: 769600-0000",
               f"  form: {self.form}", f"  kommun: {self.home}", "  språk: sv",
               "bokföring: bokforing/*.se", "utfall: utfall"]
        if self.custom_actors:
            out.append("aktörer:")
            for a in self.custom_actors:
                out += [f"  - id: {a}", f"    namn: {a.capitalize()}",
                        f"    offentlig: {'ja' if a == 'kriminalvården' else 'nej'}"]
        self.rules = self.choose_rules()
        if self.rules:
            out.append("kopplingar:")
            for accounts, obj, slag, actor, channel in self.rules:
                block = [f"konton: {accounts}"]
                if obj and self.chance(0.5):
                    block.insert(0, f"objekt: {{dimension: {obj[0]}, kod: {obj[1]}}}")
                elif obj:
                    block += ["objekt:", f"  dimension: {obj[0]}", f"  kod: {obj[1]}"]
                block.append(f"slag: {slag}")
                block += [f"aktör: {actor}"] if actor else []
                block += [f"kanal: {channel}"] if channel else []
                out += [("  - " if i == 0 else "    ") + line for i, line in enumerate(block)]
        out.append(f"träningsplatser: {'betalda' if self.paid_places else 'obetalda'}")
        if self.own_rates:
            out.append("skatt:")
            start = date(self.pick(2019, self.label), 1, 1).toordinal()
            dates = [start]
            if self.chance(0.4):
                dates.append(date(self.label + self.pick(0, 1), self.pick(1, 7, 12),
                                  self.pick(1, 31)).toordinal())
            for d in sorted(set(dates)):
                out += [f"  - från: {iso(d)}", f"    kommun: {self.r.randint(1701, 2399) / 100:.2f}"
                        .replace(".", ",") + " %",
                        f"    region: 11,{self.pick('07', '23', '91', '97')} %",
                        "    källa: kommunens beslut"]
        out += self.support_rules() + self.assumptions() + self.values()
        self.tolerance = F(5, 100)
        if self.chance(0.3):
            self.tolerance = F(self.pick(3, 8, 10), 100)
            out += ["avstämning:", f"  tolerans: {self.tolerance * 100} %"]
        out += ["röjande:", "  minsta cell: 5", "asf:", "  medlemmar: 23",
                "  agenda 2030: [1, 8, 10]"]
        self.settings = "\n".join(out) + "\n"

    def choose_rules(self):
        """First match in file order counts, so the order is shuffled too."""
        rules = []
        in_year = any(p["Start"] <= self.last and (p["Slut"] is None or p["Slut"] >= self.first)
                      for p in self.places)
        self.paid_places = self.chance(0.75) if in_year else self.chance(0.5)
        buyer = self.pick("kommun", "arbetsförmedlingen", "region", "staten",
                          "samordningsförbundet", "försäkringskassan", *self.custom_actors)
        if self.paid_places:
            rules.append(("3040-3049", None, "träningsplatser", buyer, ""))
        options = [
            (0.4, ("3010-3019", None, "försäljning", "", "reserverat kontrakt")),
            (0.2, ("3985", None, "bidrag", "samordningsförbundet", "bidrag")),
            (0.2, ("3980-3985", None, "bidrag", "", "bidrag")),
            (0.2, ("3989", None, "privat bidrag", "", "")),
            (0.2, ("3400-3409", None, "medlemsavgift", "", "medlemmar")),
            (0.2, ("3990-3992", None, "gåva", "", "")),
            (0.2, ("3050", None, "bidrag", self.pick("kommun", "region", *self.custom_actors),
                   "IOP")),
            (0.2, ("3999", None, "sjuklöneersättning", "", "")),
            (0.2, ("3989", None, "lönestöd", self.pick("", "kommun"), "")),
            (0.2, ("5010-5019", None, "inköp", self.pick("", "kommun"), "")),
            (0.2, ("7570-7579", None, "övrig personal", "", "")),
            (0.15, ("7530-7539", None, "särskild löneskatt", "staten", "")),
            (0.15, ("7390", None, "övrig personal", "", "")),
            (0.15, ("7690", None, "löner", "", "")),
            (0.15, ("7580", None, "arbetsgivaravgifter", "", "")),
            (0.15, ("7590", None, "övrig personal", "", "")),
            (0.15, ("8820-8849", None, "dispositioner", "", "")),
            (0.15, ("7960", None, "avskrivning", "", "")),
            (0.15, ("6990", None, "finansiellt", "", "")),
            (0.1, ("6991", None, "skatt", "", "")),
            (0.3, ("5000-6999", ("1", "100"), "inköp", self.pick("region", "kommun"), "")),
            (0.25, ("3000-3799", ("6", "P13"), "försäljning", "", "privat kund")),
            (0.25, ("3000-3999", ("20", "ÖST"), "bidrag", self.pick("region", "givare"), "")),
            (0.2, ("7010-7019", ("1", "200"), "övrig personal", "", "")),
        ]
        rules += [rule for p, rule in options if self.chance(p)]
        if self.paid_places and self.chance(0.6):
            rules.append(("3000-3799", ("6", "P12"), "träningsplatser",
                          self.pick("arbetsförmedlingen", "kommun"), ""))
        self.r.shuffle(rules)
        return rules

    def support_rules(self):
        """`längst` and `sedan` for the kinds in use and all that follow them."""
        order = self.r.sample(SUPPORTS, len(SUPPORTS))      # a chain only runs forward in this
        used = {p["Försörjning före"] for p in self.people} & set(SUPPORTS)
        todo, rules, lines = sorted(used), {}, ["försörjning:"]
        while todo:
            kind = todo.pop(0)
            if kind in rules:
                continue
            months = self.pick(3, 6, 9, 12, 18, 24, 36, 48, 60)
            if self.chance(0.25):
                months = None
            then = None
            later = order[order.index(kind) + 1:]
            if months and later and self.chance(0.5):
                then = self.r.choice(later)
                todo.append(then)
            rules[kind] = (months, then)
            lines += [f"  {kind}:", f"    längst: {f'{months} månader' if months else 'obegränsat'}"]
            lines += [f"    sedan: {then}"] if then else []
            lines.append("    källa: styrelsens bedömning")
        self.supports_used = sorted(rules)
        return lines if rules else []

    def assumption(self, name, value, indent=4):
        pad = " " * indent
        if self.chance(0.3):
            return [f"{pad}{name}:", f"{pad}  bas: {self.percent(value)}",
                    f"{pad}  låg: {self.percent(value / 2)}",
                    f"{pad}  hög: {self.percent(min(F(1), value * 3 / 2))}"]
        return [f"{pad}{name}: {self.percent(value)}"]

    def assumptions(self):
        out = ["antaganden:"]
        for outcome in ("anställning", "övergång", "träningsplats"):
            out.append(f"  {outcome}:")
            for name, most in (("dödvikt", 45), ("undanträngning", 20), ("andras bidrag", 35)):
                out += self.assumption(name, self.share(most))
            if outcome == "övergång":
                out += self.assumption("avtagande", F(self.r.randint(0, 30), 100))
                out += [f"    horisont: {self.pick(1, 2, 3, 5)} år",
                        f"    bekräftelsetid: {self.pick(1, 3, 4, 6, 6, 12)} månader"]
                if self.with_transitions and self.chance(0.6):
                    out.append(f"    månadslön: {self.r.randint(20000, 29000)}")
            if outcome == "träningsplats" and self.with_transitions and self.chance(0.75):
                out += ["    alternativ placering:",
                        f"      andel: {self.percent(F(self.r.randint(5, 100), 100))}",
                        f"      pris: {self.r.randint(3000, 12000)} kr/månad",
                        "      källa: kommunens prislista"]
                reasons = random.Random(f"reasons-{self.seed}")
                why = [f'        {buyer}: "köpte förr av {buyer}"'
                       for buyer in ("kommun", "arbetsförmedlingen", "region")
                       if reasons.random() < 0.4]
                out += ["      skäl:"] + why if why else []
            out.append('    källa: "styrelsen: protokoll 3"   # a comment')
        return out + ["  diskonteringsränta:", "    bas: 3,5 %", "    låg: 0 %", "    hög: 5 %",
                      "    källa: ASEK"]

    def values(self):
        out = []

        def add(name, value, unit, first, last=None):
            out.extend([f"  - id: {name}", f"    värde: {value}"])
            if unit:
                out.append(f"    enhet: {unit}")
            out.append(f"    från: {iso(first)}")
            if last:
                out.append(f"    till: {iso(last)}")
            out.append("    källa: enhetens egna uppgifter")

        start = date(2019, 1, 1).toordinal()
        kinds = list(self.supports_used)
        if self.with_transitions and self.chance(0.6):
            kinds.append("studiebidrag")
        for kind in kinds:
            cuts = [start]
            if self.chance(0.4):        # a new value inside the fiscal year
                cuts.append(self.some_day(self.first + 1, self.last))
            if self.chance(0.15):       # the same value stated anew: two intervals, two lines
                cuts.append(self.some_day(self.first + 1, self.last))
            cuts = sorted(set(cuts))
            last_value = None
            for i, first in enumerate(cuts):
                last = cuts[i + 1] - 1 if i + 1 < len(cuts) else None
                if kind == "aktivitetsstöd" and self.chance(0.5):
                    value = ("=aktivitetsstod.lagsta", "")
                elif (kind in ("sjukersättning", "aktivitetsersättning") and self.chance(0.5)
                      and self.first >= date(2021, 1, 1).toordinal()):  # none in the bank before
                    value = ("=garantiersattning.hel", "")
                elif last_value and self.chance(0.3):
                    value = last_value
                else:
                    value = self.pick(
                        (str(self.r.randint(4000, 17000)), "kr/månad"),
                        (f"{self.r.randint(400000, 1700000) / 100:.2f}".replace(".", ","),
                         "kr/månad"),
                        (str(self.r.randint(200, 700)), "kr/dag5"),
                        (str(self.r.randint(150, 600)), "kr/dag7"),
                        (f"{self.r.randint(90, 340) / 100:.2f}", "prisbasbelopp/år"))
                last_value = value
                add(kind, *value, first, last)
        self.rate_from = None
        if self.chance(0.15):           # a lower contribution from some day of the year
            self.rate_from = self.some_day(self.first - 100, self.last)
            self.rate = F(self.pick(2081, 1021, 2550), 10000)
            add("arbetsgivaravgift", f"{float(self.rate * 100):.2f}", '"%"', self.rate_from)
        return ["värden:"] + out if out else []

    # ---- the ledger

    def claimed_wages(self):
        """Wages of the year by the records and their fees, exact: the ledger is sized by them."""
        here = {}
        for e in self.employments:
            last = self.last + 800 if e["Slut"] is None else e["Slut"]
            for d in range(e["Start"], last + 1):
                here.setdefault((e["Deltagare"], d), []).append(e)
        by_day = {}
        for (_, d), list_ in here.items():
            t = date.fromordinal(d)
            length = month_length(t.year, t.month)
            by_day[_, d] = sum(e["Omfattning"] / 100 * e["Månadslön"] for e in list_) / length
        for row in self.paid:
            days = [d for d in range(row["Från"], row["Till"] + 1)
                    if (row["Deltagare"], d) in here]
            for d in days:
                by_day[row["Deltagare"], d] = row["Belopp"] / len(days)
        wages = fees = F(0)
        for (_, d), wage in by_day.items():
            if self.first <= d <= self.last:
                wages += wage
                low = self.rate_from is not None and d >= self.rate_from
                fees += wage * (self.rate if low else F("0.3142"))
        return wages, fees

    def sized(self, claimed):
        """Öre on the accounts: mostly plenty, sometimes less than claimed, within tolerance."""
        if claimed and self.chance(0.35):
            over = self.r.uniform(0.001, float(self.tolerance) - 0.002)
            return int(float(claimed) * 100 / (1 + over)), F(1)
        return int(float(claimed) * 100 * self.r.uniform(1.01, 2.2)) + self.r.randint(100, 999999), 0

    def choose_ledger(self):
        wages, fees = self.claimed_wages()
        wage_total, is_scaled = self.sized(wages)
        if is_scaled:
            fees = fees * F(wage_total, 100) / wages
        fee_total, _ = self.sized(fees)
        self.postings = []      # (account, objects, öre, debit positive)

        def post(account, total, objects=None, parts=None):
            for _ in range(parts or self.r.randint(1, 3)):
                share = total if parts == 1 else self.r.randint(0, total)
                self.postings.append((account, self.objects() if objects is None else objects,
                                      share))
                total -= share
                if parts == 1:
                    return
            self.postings.append((account, objects or [], total))

        moved = {r[0] for r in self.rules if not r[1]}
        post("7010", wage_total * 6 // 10, [])
        rest = wage_total - wage_total * 6 // 10
        if "7690" in moved:         # booked on an account that a rule calls wages
            post("7690", rest // 3, [])
            rest -= rest // 3
        post("7210", rest, [])
        if ("7010-7019", ("1", "200")) in {(r[0], r[1]) for r in self.rules}:
            post("7010", self.r.randint(1000, 5000000), [("1", "200")])
        if "7390" in moved:         # on a wage account, but a rule takes it away
            post("7390", self.r.randint(1000, 900000), [])
        post("7510", fee_total * 9 // 10, [])
        rest = fee_total - fee_total * 9 // 10
        post("7580" if "7580" in moved else "7519", rest, [])
        if "7590" in moved:
            post("7590", self.r.randint(100, 900000), [])
        if self.paid_places:
            post("3040", -self.r.randint(10000, 90000000), parts=1)
        for account in ("3010", "3015", "3050", "3300", "3401", "3740", "3911", "3985", "3987",
                        "3988", "3989", "3990", "3993", "3994", "3995", "3997", "3999"):
            if self.chance(0.45):
                self.signed(post, account, -1)
        for account in ("4010", "5010", "5410", "6110", "6990", "6991", "7410", "7533", "7570",
                        "7620", "7833", "7960", "8314", "8410", "8811", "8819", "8820", "8830",
                        "8850", "8910"):
            if account[:2] == "88" and self.form == "ideell förening":
                continue
            if self.chance(0.4):
                self.signed(post, account, -1 if account in ("8314", "8819", "8820") else 1)
        self.postings = [p for p in self.postings if p[2]]

    def choose_year_before(self):
        """Twelve months of their own before the year; this year opens where they close."""
        kept = self.r, self.first, self.last, self.postings
        self.r, self.last, self.first = (self.more, self.first - 1,
                                         add_months(self.first, -12))
        self.choose_ledger()
        data = self.sie()
        self.sie_before = (iso(self.last), data)
        opening = dict(self.closing)
        if self.chance(0.15):       # the books of two programs that do not quite meet
            for account, change in (("1930", 12345), (sorted(opening)[-1], -12345)):
                opening[account] = opening.get(account, 0) + change
        self.r, self.first, self.last, self.postings = kept
        self.opening = {a: v for a, v in opening.items() if v}

    def signed(self, post, account, sign):
        amount = self.r.randint(100, 40000000 if self.chance(0.4) else 900000)
        # Now and then an account stands on the other side.
        amount *= sign * (-1 if self.chance(0.06) else 1)
        if amount > 0:
            post(account, amount)
        else:
            self.postings.append((account, self.objects(), amount))
            if self.chance(0.4):
                self.postings.append((account, self.objects(), amount // 3))

    def objects(self):
        found = [("6", self.pick("P12", "P13"))] if self.chance(0.3) else []
        found += [("1", self.pick("100", "300"))] if self.chance(0.3) else []
        return found + ([("20", "ÖST")] if self.chance(0.15) else [])

    def sie(self):
        def kr(ore):
            text = f"{abs(ore) // 100}.{abs(ore) % 100:02d}"
            if abs(ore) % 100 == 0 and self.chance(0.3):
                text = str(abs(ore) // 100)
            return ("-" if ore < 0 else "") + text

        def plain(d):
            return iso(d).replace("-", "")

        own, left, result = {"ekonomisk förening": ("2083", "2091", "2099"),
                             "aktiebolag": ("2081", "2091", "2099"),
                             "ideell förening": ("2060", "2067", "2069")}[self.form]
        ftyp = {"ekonomisk förening": "EK", "aktiebolag": "AB", "ideell förening": "I"}[self.form]
        out = ["#FLAGGA 0", '#PROGRAM "Slump" 1.0', "#FORMAT PC8",
               f"#GEN {plain(self.last + self.r.randint(20, 90))}", "#SIETYP 4",
               f'#FNAMN "Slumpbolaget nr {self.seed} i Åmål"', "#ORGNR 769600-0000",
               f"#FTYP {ftyp}", f"#RAR 0 {plain(self.first)} {plain(self.last)}"]
        if self.chance(0.5):
            out.append(f"#RAR -1 {plain(add_months(self.first, -12))} {plain(self.first - 1)}")
        out.append("#KPTYP EUBAS97")
        opening = {"1930": self.r.randint(0, 90000000), own: -self.r.randint(0, 20000000)}
        opening[left] = -sum(opening.values())
        opening = self.opening or opening
        closing, results, vouchers = dict(opening), {}, []
        todo = list(self.postings)
        self.r.shuffle(todo)
        while todo:
            rows = [todo.pop() for _ in range(min(len(todo), self.r.randint(1, 3)))]
            counter = self.pick("1930", "1930", "1510", "2440")
            rows.append((counter, [], -sum(r[2] for r in rows)))
            vouchers.append((self.r.randint(self.first, self.last), rows))
        vouchers.sort(key=lambda v: v[0])
        total = sum(p[2] for p in self.postings)
        if self.chance(0.5):        # the closing entry may be booked or not
            vouchers.append((self.last, [("8999", [], -total), (result, [], total)]))
            total = 0
        body = []
        for i, (d, rows) in enumerate(vouchers, 1):
            body += [f'#VER A {i} {plain(d)} "Händelse {i}" {plain(d)}', "{"]
            for account, objects, amount in rows:
                (results if account[0] in "345678" else closing).setdefault(account, 0)
                (results if account[0] in "345678" else closing)[account] += amount
                inside = " ".join(f'"{a}" "{b}"' if self.chance(0.5) or not b.isascii()
                                  else f"{a} {b}" for a, b in objects)
                if self.chance(0.02):       # struck out in the program: never counts
                    body.append(f"   #BTRANS {account} {{{inside}}} {kr(amount + 100)}")
                if self.chance(0.02):       # added later: its TRANS twin counts
                    body.append(f"   #RTRANS {account} {{{inside}}} {kr(amount)}")
                body.append(f"   #TRANS {account} {{{inside}}} {kr(amount)}")
            body.append("}")
        # What the next year opens with: the result stands in equity, booked here or not.
        self.closing = {**closing, result: closing.get(result, 0) + total}
        for account in sorted(set(closing) | set(results)):
            out.append(f'#KONTO {account} "Konto {account} för allt"')
        out += ['#DIM 6 "Projekt"', '#OBJEKT 6 "P12" "Träningsplatser"', '#OBJEKT 6 "P13" "Kök"',
                '#OBJEKT 1 "100" "Gård"', '#OBJEKT 1 "200" "Ledning"', '#OBJEKT 1 "300" "Söder"',
                '#DIM 20 "Område"', '#OBJEKT 20 "ÖST" "Öster"']
        for label, table in (("#IB", opening), ("#UB", closing), ("#RES", results)):
            out += [f"{label} 0 {a} {kr(table[a])}" for a in sorted(table)]
        text = self.pick("\r\n", "\n").join(out + body + [""])
        return text.encode(self.pick("utf-8", "cp437"))

    # ---- files

    def write(self, folder):
        os.makedirs(os.path.join(folder, "bokforing"), exist_ok=True)
        os.makedirs(os.path.join(folder, "utfall"), exist_ok=True)
        with open(os.path.join(folder, "dualbokslut.yaml"), "w", encoding="utf-8") as f:
            f.write(self.settings)
        with open(os.path.join(folder, "bokforing", f"{self.label}.se"), "wb") as f:
            f.write(self.sie())
        if self.sie_before:
            with open(os.path.join(folder, "bokforing", self.sie_before[0] + ".se"), "wb") as f:
                f.write(self.sie_before[1])
        tables = {
            "deltagare": ("Deltagare Födelseår Kön Anvisad~av Försörjning~före Belopp~före "
                          "Utan~arbete~sedan Medlem Kommun", self.people),
            "anstallningar": ("Deltagare Start Slut Omfattning Månadslön Stöd Bidrag",
                              self.employments),
            "traningsplatser": ("Deltagare Start Slut Omfattning Beställare Pris Närvaro",
                                self.places),
            "overgangar": ("Deltagare Datum Till Omfattning Månadslön Arbetsgivare Bidrag "
                           "Underlag", self.transitions),
            "uppfoljningar": ("Deltagare Datum Läge Underlag", self.follow_ups),
        }
        if self.paid:
            tables["loner"] = ("Deltagare Från Till Belopp", self.paid)
        for name, (head, rows) in tables.items():
            self.write_table(os.path.join(folder, "utfall", name + ".csv"),
                             [h.replace("~", " ") for h in head.split()], rows)

    def write_table(self, path, head, rows):
        english = {"Deltagare": "participant", "Födelseår": "birth_year", "Kön": "gender",
                   "Anvisad av": "referred_by", "Försörjning före": "support_before",
                   "Belopp före": "support_amount", "Utan arbete sedan": "out_of_work_since",
                   "Medlem": "member", "Kommun": "municipality", "Start": "start", "Slut": "end",
                   "Omfattning": "extent", "Månadslön": "monthly_wage", "Stöd": "subsidy",
                   "Bidrag": "subsidy_amount", "Beställare": "commissioner", "Pris": "price",
                   "Närvaro": "attended_hours", "Datum": "date", "Till": "to",
                   "Arbetsgivare": "employer_sector", "Underlag": "evidence", "Läge": "status",
                   "Från": "from", "Belopp": "amount"}
        is_paid = "Från" in head
        if self.chance(0.3):
            self.r.shuffle(head)
        if self.chance(0.3):
            self.r.shuffle(rows)
        style = self.r.random()
        names = list(head)
        if style < 0.15:
            names = ["to" if h == "Till" and is_paid else english[h] for h in head]
        elif style < 0.25:
            names = [h.upper() for h in head]
        comma = self.chance(0.5)
        dates = {"Start", "Slut", "Datum", "Från"} | ({"Till"} if is_paid else set())

        def cell(name, value):
            if value is None:
                return ""
            if name in dates:
                return iso(value)
            if isinstance(value, F):
                text = str(value) if value.denominator == 1 else f"{float(value):.2f}"
                return text.replace(".", ",") if comma else text
            return value

        encoding = self.pick("utf-8", "utf-8", "utf-8-sig", "cp1252")
        with open(path, "w", encoding=encoding, newline="") as f:
            writer = csv.writer(f, delimiter=self.pick(";", ",", "\t"),
                                lineterminator=self.pick("\n", "\r\n"))
            writer.writerow(names)
            for row in rows:
                writer.writerow([cell(h, row[h]) for h in head])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seed")
    parser.add_argument("folder")
    parser.add_argument("--kinds", choices=["LADUT", "LCAODUT"], default="LCAODUT")
    parser.add_argument("--two-years", action="store_true",
                        help="also last year's SIE file, ranges, channels, regular follow-ups")
    options = parser.parse_args()
    Enterprise(options.seed, options.kinds, options.two_years).write(options.folder)


if __name__ == "__main__":
    main()
