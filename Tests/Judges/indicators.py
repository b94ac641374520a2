#!/usr/bin/env python3
"""Indicators (section 5) -> indikatorer.csv, and income by channel (section 3) -> kanaler.csv.

indikatorer.csv has indicator,group,value,unit,iris_id. How the text is read; "the year" is the
fiscal year, "here" an employment or training place, and nothing after the year's end is used.

- participants: persons with a day here in the year. trained: with a day of a training place;
  employed-during-year, employed-year-end: with a day, or the last day, of an employment.
- place-years, fte: full-time months in the year of training places, of employments, / 12, whatever
  the length of the year. members: participants with Medlem = ja.
- transitions.<till>: transitions that count from a day of the year, by destination.
- placement-rate-iris (PI3527, share of clients placed in jobs in the period): persons with a
  transition in the year to arbete, arbete med stöd, nystartsjobb or eget företag / participants and
  the persons of the numerator taken together.
- placement-rate-strict: persons who left to arbete or eget företag without Bidrag / all who left.
  A person left who has a transition in the year and nothing here from then to the year's end; the
  latest such transition counts.
- held-6, held-12: of transitions to work or studies whose date + 6 (12) calendar months, clipped,
  falls in the year, the share of which a holding covers that day. followed-up-6, -12: of the same,
  the share whose state on that day rests on a follow-up: one that reached the person (not ej nådd,
  okänt or underlag inget) and is dated on or after that day, or confirms or ends so that the day
  is covered (a confirmation within bekräftelsetid, an ending before it).
- months-to-transition: median over the year's transitions, any destination, of persons once here:
  calendar-month fractions from the first day here to the day before the transition counts.
- cost-per-month: operating costs (purchase, wages, fees, special payroll tax, other personnel,
  accounts of kind depreciation) / full-time months here; cost-per-transition: / the year's
  transitions to work or studies.
- evidence-months.<underlag>: full-time months held in the year of transitions to work or studies,
  by the transition's Underlag, valued or not.

Groups: all; gender, age and support of the participant. Age is the calendar year in which the
fiscal year ends - birth year, in bands -24, 25-34, 35-44, 45-54, 55-64, 65-, or okänt. Costs and evidence
stand for all only. Counts are whole, shares have 6 decimals, the rest 2. Zero rows are left out, so a missing
row is 0 or has nothing to divide by. The names of units are this file's own.

kanaler.csv has channel,amount,share: postings of income kinds by the kanal of the rule that took
them; without kanal, köpta träningsplatser for placementFee and ej fördelat for the rest. The row
avstämning is what all of it lacks to the statement's summa rörelseintäkter: accounts 30-39 and the
changes of own stock 494, 495, 497.
"""
import sys
from fractions import Fraction as F

import second_bokslut as sb
from second_bokslut import JOBS, STUDIES, add_months, day_weight, decimal, fold, rounded

IRIS = {"participants": "PI4060", "trained": "PI2998", "placement-rate-iris": "PI3527"}
PLACES = {"persons": 0, "transitions": 0, "share": 6}
COSTS = {"purchase", "wage", "socialFees", "specialPayrollTax", "otherPersonnel", "depreciation"}
BANDS = [(24, "-24"), (34, "25-34"), (44, "35-44"), (54, "45-54"), (64, "55-64")]
DESTINATIONS = {fold(t): t for t in (
    "arbete", "arbete med stöd", "nystartsjobb", "eget företag", "studier", "annan insats",
    "försörjning", "sjukskrivning", "pension", "flytt", "avbrott", "avliden", "okänt")}
EVIDENCE = {fold(e): e for e in (
    "anställningsavtal", "lönespecifikation", "myndighetsbeslut", "arbetsgivarens uppgift",
    "egen uppgift", "inget")}


def weight(record, b):
    return sum((day_weight(d) for d in record.days(b.first, b.last)), F(0)) * record.extent


def median(values):
    values, middle = sorted(values), len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2


class Indicators:
    def __init__(self, b):
        self.b, self.register = b, b.register
        self.of_year = [t for t in b.register.transitions if b.first <= t.effective <= b.last]
        goals = [t for t in b.register.transitions if t.to in JOBS | {STUDIES}]
        self.confirm = self.horizon = None
        # Without either of them nothing is known to be held.
        self.knows_holding = not {"bekraftelsetid", "horisont"} & set(b.missing("övergång"))
        if goals and self.knows_holding:
            self.confirm, self.horizon = (int(sb.number(b.assume("övergång", n)))
                                          for n in ("bekraftelsetid", "horisont"))
        self.goals = goals
        self.held = {id(t): sb.held_intervals(t, b.register, b.last, self.confirm, self.horizon)
                     if self.knows_holding else [] for t in goals}

    def groups(self):
        """[(name, persons)]"""
        found = {"all": set(self.register.participants)}
        for person, row in self.register.participants.items():
            band = "okänt"
            if fold(row["birth_year"]) != "okant":
                age = self.b.income_year - int(row["birth_year"])
                band = next((name for limit, name in BANDS if age <= limit), "65-")
            support = sb.SUPPORT_NAMES[fold(row["support_before"])]
            for group in (f"gender={fold(row['gender']).replace('okant', 'okänt')}", f"age={band}",
                          f"support={support}"):
                found.setdefault(group, set()).add(person)
        return list(found.items())

    def here(self, records, persons):
        return [r for r in records if r.person in persons
                and len(r.days(self.b.first, self.b.last))]

    def followed_up(self, t, due):
        mine = [o for o in self.register.transitions if o.person == t.person]
        for person, on, status, evidence in self.register.follow_ups:
            concerned = max((o for o in mine if o.effective <= on), key=lambda o: o.effective,
                            default=None)
            if (person != t.person or concerned is not t or on > self.b.last
                    or evidence == "inget" or status in ("ej nadd", "okant")):
                continue
            good = {"i studier"} if t.to == STUDIES else {"i arbete", "annat arbete"}
            if on >= due or status not in good or add_months(on, self.confirm) > due:
                return True
        return False

    def figures(self, persons):
        """[(indicator, value, unit)] of a group of persons."""
        b, register = self.b, self.register
        employments = self.here(register.employments, persons)
        places = self.here(register.places, persons)
        clients = {r.person for r in employments + places}
        of_year = [t for t in self.of_year if t.person in persons]
        yield "participants", len(clients), "persons"
        yield "trained", len({r.person for r in places}), "persons"
        yield "employed-during-year", len({r.person for r in employments}), "persons"
        yield ("employed-year-end",
               len({r.person for r in employments if r.first <= b.last <= r.last}), "persons")
        yield "place-years", sum((weight(r, b) for r in places), F(0)) / 12, "years"
        yield "fte", sum((weight(r, b) for r in employments), F(0)) / 12, "years"
        yield "members", sum(fold(register.participants[p].get("member", "")) == "ja"
                             for p in clients), "persons"
        for to in sorted({t.to for t in of_year}):
            yield (f"transitions.{DESTINATIONS[to]}", sum(t.to == to for t in of_year),
                   "transitions")

        placed = {t.person for t in of_year if t.to in JOBS}
        if clients | placed:
            yield "placement-rate-iris", F(len(placed), len(clients | placed)), "share"
        left = {}
        for t in sorted(of_year, key=lambda t: t.effective):
            if not any(t.effective <= r.first <= b.last for r in register.records(t.person)):
                left[t.person] = t
        unsubsidised = [t for t in left.values() if t.to in ("arbete", "eget foretag")
                        and not t.subsidy]
        if left:
            yield "placement-rate-strict", F(len(unsubsidised), len(left)), "share"

        for months in (6, 12) if self.knows_holding else ():
            due = [(t, add_months(t.effective, months)) for t in self.goals
                   if t.person in persons]
            due = [(t, d) for t, d in due if b.first <= d <= b.last]
            if due:
                held = sum(any(x <= d <= y for x, y in self.held[id(t)]) for t, d in due)
                known = sum(self.followed_up(t, d) for t, d in due)
                yield f"held-{months}", F(held, len(due)), "share"
                yield f"followed-up-{months}", F(known, len(due)), "share"

        waits = []
        for t in of_year:
            first = min((r.first for r in register.records(t.person) if r.first < t.effective),
                        default=None)
            if first is not None:
                waits.append(sum((day_weight(d) for d in range(first, t.effective)), F(0)))
        if waits:
            yield "months-to-transition", median(waits), "months"

    def figures_for_all(self):
        b = self.b
        costs = -sum((v for (kind, _), v in b.ledger.items() if kind in COSTS), F(0))
        months = sum((weight(r, b) for r in self.register.employments + self.register.places),
                     F(0))
        if months:
            yield "cost-per-month", costs / months, "kr"
        goals = sum(t.to in JOBS | {STUDIES} for t in self.of_year)
        if goals:
            yield "cost-per-transition", costs / goals, "kr"
        by_evidence = {}
        for t in self.goals:
            days = [d for x, y in self.held[id(t)] for d in range(max(x, b.first), y + 1)]
            part = sum((day_weight(d) for d in days), F(0)) * t.extent
            by_evidence[t.evidence] = by_evidence.get(t.evidence, F(0)) + part
        for name, part in by_evidence.items():
            if name in EVIDENCE:
                yield f"evidence-months.{EVIDENCE[name]}", part, "months"

    def rows(self):
        rows = []
        for group, persons in self.groups():
            figures = list(self.figures(persons))
            figures += self.figures_for_all() if group == "all" else []
            for name, value, unit in figures:
                if value:
                    places = PLACES.get(unit, 2)
                    rows.append((name, group, decimal(rounded(F(value), places), places), unit,
                                 IRIS.get(name, "")))
        return sorted(rows)


def channel_rows(b):
    total = sum(b.channels.values(), F(0))
    rest = sb.operating_income(b.sie) - total
    return [(channel, decimal(v, 2), decimal(rounded(v / total, 6), 6) if total else "")
            for channel, v in sorted(b.channels.items()) if v
            ] + ([("avstämning", decimal(rest, 2), "")] if rest else [])


def write(options):
    b = sb.Bokslut(options.folder, options.bank, options.municipal, options.year)
    sb.write_table(options.out, "indikatorer.csv", "indicator,group,value,unit,iris_id",
                   Indicators(b).rows())
    sb.write_table(options.out, "kanaler.csv", "channel,amount,share", channel_rows(b))


def main():
    return sb.command(__doc__, write)


if __name__ == "__main__":
    sys.exit(main())
