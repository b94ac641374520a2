#!/usr/bin/env python3
"""The social balance (section 9): closing and roll-forward by actor -> social-balans.csv.

How the text is read. Words in capitals are this file's names.

- A transition to arbete, arbete med stöd, nystartsjobb or eget företag that is valued (section 7:
  it has earnings) is projected if one of its holdings covers the balance date, by what is known
  on that date. Studies are not. Extent, wage and subsidy go on as recorded.
- HORIZON is section 5's: no day after the day before the transition's date + `horisont` years. The
  k-th twelve months run from the day after the balance date + 12(k-1) months; the last of them
  holds only the days that the horizon leaves.
- A LINE has kind, from, to, unit value, rates, validity interval and k as its key. Its basis is the
  exact sum over records, 2 decimals. Its factor is the product of its rates x (1 - drop-off)^k x
  (1-dw)(1-dp)(1-at), 6 decimals, dp being 0 on J's subsidy line. The discount factor stands beside
  it, 6 decimals of its own. Amount = basis x unit value x factor x discount factor, to the öre.
- YEAR-END VALUES are values as valid on the balance date (supports, contribution rate); those of
  tax (rates, prisbasbelopp, credits, the age limit) are section 7's: 31 December of the income year
  that the balance date lies in. Whether the limit is reached is asked anew when the k-th twelve
  months begin.
- S follows `längst` and `sedan` day by day into the future, for support does not go on for ever;
  each kind of the chain has its value at the balance date.
- J is months x Bidrag for the subsidy (not full time); own business gives no contribution.
- X of the k-th twelve months = what section 7 gives for those twelve months as a fiscal year
  (n = 12) with the job held throughout and the alternative income that S uses on each of its days,
  at year-end values, x the months (not full-time) of the job in them / 12.

Roll-forward. The LAST BALANCE DATE is the day before the fiscal year. V(...) are these valuations:
  V0           held on the last balance date; its records, values, assumptions
  interest     discount exponent k-1
  expired      k = 1 left out
  lost         only those that are held on this balance date too
  held         drop-off exponent k-1
  records      k counted from this balance date, with its own exponents and its records (the start
               of `längst`): a no-op but after a fiscal year that is not twelve months
  values       values of this balance date
  assumptions  assumptions of this year
  regained     plus those held now that are dated on or before the last balance date
  new          plus those dated after it; = closing
A step is the difference between its valuation and the one before, per actor. Opening is the
package's closing, else V0 (marked omräknat on stderr); correction = V0 - opening.

A settings file states one set of assumptions, so last year's are the same unless --previous says
otherwise. --previous is a JSON of figures per actor, kronor as text:
  {"year_end": "2024-12-31", "closing": {"municipality": "1234.50", "widerEconomy": "-1234.50"},
   "assumptions": {"dödvikt": "0.4", "avtagande": "0.15", "diskonteringsränta": "0.035"}}
`assumptions` is optional, and so is each of dödvikt, undanträngning, andras bidrag, avtagande,
horisont, bekräftelsetid, månadslön, diskonteringsränta in it (those of övergång).

Other readings, to find out which one a program took: --discount in-factor multiplies the printed
discount factor into the factor before that is rounded; --discount exact does so with an unrounded
one; --x year-end takes the support of the balance date as the alternative of every later year;
--horizon balance-date counts `horisont` from the balance date.
"""
import json
import os
import sys
from collections import defaultdict
from datetime import date
from fractions import Fraction as F

import income_tax
import second_bokslut as sb
from second_bokslut import InputError, add_months, day_weight, decimal, fold, iso, rounded

STEPS = ["opening", "correction", "interest", "expired", "lost", "held", "records", "values",
         "assumptions", "regained", "new", "closing"]
READINGS = {"discount": "separate", "x": "by-day", "horizon": "transition"}
NAMES = {"dodvikt": "deadweight", "undantrangning": "displacement",
         "andras bidrag": "attribution", "avtagande": "drop_off", "horisont": "horizon",
         "bekraftelsetid": "confirm_months", "manadslon": "standard_wage",
         "diskonteringsranta": "rate"}


class Assumptions:
    """Those of transitions to work, at their base value."""

    def __init__(self, b):
        for name, attribute in NAMES.items():
            if name in ("manadslon", "diskonteringsranta"):
                continue
            setattr(self, attribute, sb.number(b.assume("övergång", name)))
        wage = b.assumption_or_none("övergång", "manadslon")
        self.standard_wage = None if wage is None else sb.number(wage)
        rate = (b.settings.get("antaganden") or {}).get("diskonteringsranta")
        rate = rate.get("bas") if isinstance(rate, dict) else rate
        if rate is None:
            raise InputError("assumption missing: diskonteringsränta")
        self.rate = sb.number(rate)

    def with_changes(self, changes):
        other = object.__new__(Assumptions)
        other.__dict__.update(self.__dict__)
        for name, value in changes.items():
            setattr(other, NAMES[fold(name)], sb.number(value))
        return other

    def wage(self, t):
        if t.wage is not None:
            return t.wage
        return None if t.to == "eget foretag" else self.standard_wage


class SocialLine:
    def __init__(self, key, basis, factor, discount):
        (self.k, self.kind, self.giver, self.taker, self.basis_unit, self.unit_value, _,
         self.validity) = key
        self.basis = rounded(basis, 2)
        if READINGS["discount"] == "separate":
            self.factor, self.discount = rounded(factor, 6), rounded(discount, 6)
        else:
            exact = READINGS["discount"] == "exact"
            self.discount = F(1)
            self.factor = rounded(factor * (discount if exact else rounded(discount, 6)), 6)
        self.amount = rounded(self.basis * self.unit_value * self.factor * self.discount, 2)


class SocialBalance:
    def __init__(self, b, previous=None):
        self.b, self.cache, self.starts, self.tax_rates = b, {}, {}, {}
        self.last = b.last
        self.before = b.first - 1
        self.valuations = {}    # step -> its lines
        self.opening = None
        if previous:
            if sb.day(previous["year_end"]) != self.before:
                raise InputError(f"the package is of {previous['year_end']}, not of "
                                 f"{iso(self.before)}")
            self.opening = {a: sb.number(v) for a, v in previous["closing"].items()}
            for actor in self.opening:
                if actor not in b.actors:
                    raise InputError(f"the package has an unknown actor {actor}")
        self.is_recomputed = self.opening is None
        jobs = [t for t in b.register.transitions if t.to in sb.JOBS]
        assumed = b.settings.get("antaganden") or {}
        self.is_left_out = bool(
            b.missing("övergång") or "avtagande" not in (assumed.get("overgang") or {})
            or "diskonteringsranta" not in assumed)
        if jobs and not self.is_left_out:
            self.now = Assumptions(b)
            self.then = self.now.with_changes((previous or {}).get("assumptions") or {})
            self.value_all(jobs)
        self.roll_forward()

    # ---- what is projected

    def held(self, jobs, on, a):
        """Those of which a holding covers the day, by what is known on it."""
        result = []
        for t in jobs:
            intervals = sb.held_intervals(t, self.b.register, on, int(a.confirm_months),
                                          int(a.horizon))
            if any(first <= on <= last for first, last in intervals):
                result.append(t)
        return result

    def flows(self, t, base, values_on, a):
        """[(key of a line, exact basis)] of one transition, before factors that all lines share."""
        cached = (id(t), base, values_on, a.horizon, a.wage(t))
        if cached not in self.cache:
            self.cache[cached] = list(self.compute_flows(t, base, values_on, a))
        return self.cache[cached]

    def compute_flows(self, t, base, values_on, a):
        wage = a.wage(t)
        if wage is None:        # counted, not valued
            return
        origin = base + 1 if READINGS["horizon"] == "balance-date" else t.effective
        last = add_months(origin, 12 * int(a.horizon)) - 1
        k = 1
        while add_months(base + 1, 12 * (k - 1)) <= last:
            first, end = (add_months(base + 1, 12 * (k - 1)), add_months(base + 1, 12 * k) - 1)
            days = range(first, min(end, last) + 1)
            months = sum((day_weight(d) for d in days), F(0))
            whole = months * t.extent

            def flow(basis, kind, giver, taker, unit="kr", unit_value=F(1), rate=F(1),
                     validity=(None, None)):
                return (k, kind, giver, taker, unit, unit_value, rate, validity), basis

            earned = ((whole * wage, "kr", F(1)) if t.wage is not None
                      else (whole, "months", wage))
            yield flow(earned[0], "earnings", "widerEconomy", "participant", *earned[1:])
            if t.to != "eget foretag":
                v = self.b.bank.need("arbetsgivaravgift", values_on, f"job of {t.person}")
                yield flow(earned[0], "employerContribution", "widerEconomy", "state",
                           *earned[1:], rate=v.amount, validity=(v.first, v.last))
            if t.subsidy is not None:
                yield flow(months * t.subsidy, "jobSubsidy", "employmentService", "widerEconomy")
            for d in days:
                kind, amount, value = self.support(t, base, values_on, d)
                if kind is None:
                    continue
                part, where = t.extent * day_weight(d), ("participant", sb.PAYERS[kind])
                if value is None:
                    yield flow(part * amount, f"support.{kind}", *where)
                else:
                    yield flow(part, f"support.{kind}", *where, "months", amount,
                               validity=(value.first, value.last))
            yield from self.tax_flows(t, base, values_on, wage, range(first, end + 1), months,
                                      flow)
            k += 1

    def support(self, t, base, values_on, d):
        """(kind, kr a month at year-end values, the value or None for an own amount)."""
        b = self.b
        if (t.person, base) not in self.starts:     # what is known on a day fixes the start
            self.starts[t.person, base] = b.start_of(t.person, base)
        kind, is_first = b.support_on(t.person, d, self.starts[t.person, base])
        if kind is None:
            return None, F(0), None
        own = b.register.participants[t.person].get("support_amount")
        if is_first and own is not None:
            return kind, sb.number(own), None
        value = b.bank.monthly(kind, values_on, f"support of {t.person}")
        return kind, value.amount, value

    def tax_flows(self, t, base, values_on, wage, twelve_months, months, flow):
        b, row = self.b, self.b.register.participants[t.person]
        year = date.fromordinal(values_on).year
        # Age decides anew when the twelve months begin, by the balance date's rule.
        if sb.is_too_old(row, date.fromordinal(twelve_months[0]).year, year):
            return
        on = date(year, 12, 31).toordinal()
        if year not in self.tax_rates:
            self.tax_rates[year] = sb.TaxRates(b.municipal, b.settings, year)
        law, municipal, regional, validity = self.tax_rates[year].law(
            b.bank, row.get("municipality"), on)
        n = sum((day_weight(d) for d in twelve_months), F(0))
        alternative = as_earned = as_benefit = F(0)
        if fold(row["support_before"]) == "lon":
            alternative = as_earned = n * sb.number(row["support_amount"])
        else:
            for d in twelve_months:
                kind, amount, _ = self.support(
                    t, base, values_on, base if READINGS["x"] == "year-end" else d)
                if kind in sb.TAXED:
                    alternative += amount * day_weight(d)
                    if kind in sb.SICKNESS_SUPPORTS:
                        as_benefit += amount * day_weight(d)
        change_t, change_n = sb.tax_change(law, (alternative, as_earned, as_benefit),
                                           n * t.extent * wage, 1 - t.extent, n)
        part = months / 12
        yield flow(change_t * part, "municipalTax", "participant", "municipality",
                   rate=municipal, validity=validity)
        yield flow(change_t * part, "regionalTax", "participant", "region",
                   rate=regional, validity=validity)
        yield flow(change_n * part, "netCredit", "state", "participant")

    # ---- valuations

    def value(self, step, transitions, base, values_on, a, discount_shift=0, first_k=1,
              drop_shift=0):
        basis = defaultdict(F)
        for t in transitions:
            for key, part in self.flows(t, base, values_on, a):
                if key[0] >= first_k:
                    basis[key] += part
        lines = []
        for key in basis:
            k, rate = key[0], key[6]
            displacement = F(0) if key[1] == "jobSubsidy" else a.displacement
            factor = (rate * (1 - a.drop_off) ** (k - drop_shift) * (1 - a.deadweight)
                      * (1 - displacement) * (1 - a.attribution))
            lines.append(SocialLine(key, basis[key], factor,
                                    1 / (1 + a.rate) ** (k - discount_shift)))
        self.valuations[step] = lines

    def value_all(self, jobs):
        then, now = self.then, self.now
        old = self.held(jobs, self.before, then)
        current = self.held(jobs, self.last, now)
        still = [t for t in old if t in current]
        regained = [t for t in current if t not in old and t.effective <= self.before]
        new = [t for t in current if t.effective > self.before]
        self.sets = {"old": old, "still": still, "regained": regained, "new": new,
                     "lost": [t for t in old if t not in current]}
        before, last = self.before, self.last
        self.value("correction", old, before, before, then)
        self.value("interest", old, before, before, then, 1)
        self.value("expired", old, before, before, then, 1, 2)
        self.value("lost", still, before, before, then, 1, 2)
        self.value("held", still, before, before, then, 1, 2, 1)
        self.value("records", still, last, before, then)
        self.value("values", still, last, last, then)
        self.value("assumptions", still, last, last, now)
        self.value("regained", still + regained, last, last, now)
        self.value("new", still + regained + new, last, last, now)
        self.value("closing", current, last, last, now)

    def by_actor(self, step):
        sums = defaultdict(F)
        for line in self.valuations.get(step, []):
            sums[line.giver] -= line.amount
            sums[line.taker] += line.amount
        return sums

    def roll_forward(self):
        """step -> actor -> kronor."""
        first = self.by_actor("correction")
        opening = first if self.opening is None else self.opening
        self.steps = {"opening": dict(opening)}
        before = opening
        for step in STEPS[1:-1]:
            after = self.by_actor(step)
            self.steps[step] = {a: after.get(a, F(0)) - before.get(a, F(0))
                                for a in self.b.actors}
            before = after
        self.steps["closing"] = dict(self.by_actor("closing"))

    # ---- figures

    def total(self, step, members):
        return sum((v for a, v in self.steps[step].items() if a in members), F(0))

    def rows(self):
        return [(step, actor, decimal(self.steps[step][actor], 2)) for step in STEPS
                for actor in self.b.actors if self.steps[step].get(actor)]

    def package(self):
        """What --previous reads, of this year."""
        return {"year_end": iso(self.last),
                "closing": {a: decimal(v, 2) for a, v in self.steps["closing"].items()}}

    def line_rows(self):
        rows = []
        for step in STEPS:
            for l in self.valuations.get(step, []):
                if l.amount:
                    rows.append((step, l.k, l.kind, l.giver, l.taker, decimal(l.basis, 2),
                                 l.basis_unit, decimal(rounded(l.unit_value, 2), 2),
                                 decimal(l.factor, 6), decimal(l.discount, 6),
                                 decimal(l.amount, 2)))
        return sorted(rows, key=lambda r: (STEPS.index(r[0]),) + r[1:])


def read_package(path):
    if not path:
        return None
    with open(path, encoding="utf-8") as f:
        return json.load(f)


def write(options):
    READINGS.update(discount=options.discount, x=options.x, horizon=options.horizon)
    b = sb.Bokslut(options.folder, options.bank, options.municipal, options.year)
    s = SocialBalance(b, read_package(options.previous))
    if s.is_recomputed:
        print("opening: omräknat", file=sys.stderr)
    sb.write_table(options.out, "social-balans.csv", "step,actor,amount", s.rows())
    if options.lines:
        sb.write_table(options.out, "social-balans-lines.csv", "valuation,k,kind,from,to,basis,"
                       "basis_unit,unit_value,factor,discount,amount", s.line_rows())
    if options.package:
        os.makedirs(os.path.dirname(options.package) or ".", exist_ok=True)
        with open(options.package, "w", encoding="utf-8") as f:
            json.dump(s.package(), f, ensure_ascii=False, indent=1)


def main():
    return sb.command(__doc__, write, [
        ("--previous", {"help": "last year's closing, JSON"}),
        ("--package", {"help": "write this year's closing here, for next year's --previous"}),
        ("--lines", {"action": "store_true", "help": "also social-balans-lines.csv"}),
        ("--discount", {"choices": ["separate", "in-factor", "exact"], "default": "separate"}),
        ("--x", {"choices": ["by-day", "year-end"], "default": "by-day"}),
        ("--horizon", {"choices": ["transition", "balance-date"], "default": "transition"})])


if __name__ == "__main__":
    sys.exit(main())
