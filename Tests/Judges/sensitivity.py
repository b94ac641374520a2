#!/usr/bin/env python3
"""Sensitivity (section 11) -> kanslighet.csv: assumption,case,value,public,society.

How the text is read.

- Break-even: the deadweight at which the net is zero. Of kind k, with B the value of its lines that
  D reduces (J of employments included) and S the part of it that is J's subsidy,
      net(dw) = gross - sum over kinds of K - sum over kinds of dw (B - K),
      K = (dp + (1-dp) at)(B - S) + at S,
  all from exact bases and rates; only a derived monthly value is rounded, as section 6 says. Common
  to all kinds (assumption `dödvikt`), then of one kind with the others at base (`<kind>.dödvikt`).
  The columns public and society hold the deadweight for either net, 6 decimals; empty: none, for it
  is outside 0-100 % or the net does not depend on it. `value` is empty.
- One way: each value of `antaganden`, each `längst` of `försörjning` and each id of `värden` that
  has låg or hög, the others at base, and the printed net (section 8, rung 3) of the whole bokslut
  computed anew. All rows of an id take their own låg at once, the others keep their värde; the
  value printed is the row's that is valid on the year's last day, with its own unit. Drop-off and
  discount rate are in no rung-3 figure, so their rows show the base net. Rows stand by society's
  swing, largest first.
- Scenarios: `scenario` low / base / high takes for each assumption the end that gives the lower /
  higher net for society one way, of equal ones the end with the lower / higher public net, base
  where neither moves; `scenario.values` takes every låg,
  every hög. The text says "scenarios low, base, high" and can be read either way.

Ids: the outcome kind and the key, joined by dots: anställning.dödvikt, övergång.andras bidrag,
träningsplats.alternativ placering.andel, diskonteringsränta, försörjning.sjukpenning.längst,
värden.sjukpenning. Shares are fractions, 6 decimals.

kanslighet-aktorer.csv: assumption,case,actor,amount, the net of each public actor whose net is not
zero in some case, of the same rows.

--balance writes the same one-way rows and scenarios.values of the social balance's closing to
kanslighet-balans.csv, for a program that measures drop-off and discount rate there.
"""
import sys
from fractions import Fraction as F

import second_bokslut as sb
import social_balance
from second_bokslut import decimal, rounded

SWEDISH = {"anstallning": "anställning", "overgang": "övergång", "traningsplats": "träningsplats",
           "dodvikt": "dödvikt", "undantrangning": "undanträngning", "manadslon": "månadslön",
           "bekraftelsetid": "bekräftelsetid", "diskonteringsranta": "diskonteringsränta",
           "forsorjning": "försörjning", "langst": "längst", "varden": "värden",
           **sb.SUPPORT_NAMES}
CASES = {"low": "lag", "base": "bas", "high": "hog"}


def ranges(settings, path=()):
    """[(path, {bas, lag, hog})] of the assumptions that have a low or a high value."""
    found = []
    if not path:
        found = value_ranges(settings)
        for kind, rule in (settings.get("forsorjning") or {}).items():
            if isinstance(rule.get("langst"), dict):
                found.append((("forsorjning", kind, "langst"), rule["langst"]))
    node = settings.get("antaganden") if not path else settings
    for key, value in (node or {}).items():
        if isinstance(value, dict):
            if "lag" in value or "hog" in value:
                found.append((path + (key,), value))
            else:
                found += ranges(value, path + (key,))
    return found


class Rows:
    """All rows of an id of `värden`, moved together."""

    def __init__(self, rows):
        self.rows = rows

    def __contains__(self, case):
        return case == "bas" or any(case in row for row in self.rows)

    def take(self, case):
        for row in self.rows:
            if case in row:
                row["varde"] = row[case]

    def printed(self, case, day, bank):
        """The number of the row that is valid on a day, or of the value it points at."""
        for row in self.rows:
            if sb.day(row["fran"]) <= day <= (sb.day(row.get("till")) or sb.FOREVER):
                text = str(row.get(case, row["varde"]))
                if text.startswith("="):
                    return bank.need(text[1:], day, "the printed value").amount
                return sb.number(text.rstrip(" %"))
        return None


def value_ranges(settings):
    ids = {}
    for row in settings.get("varden") or []:
        ids.setdefault(sb.fold(row["id"]), []).append(row)
    return [(("varden", name), Rows(rows)) for name, rows in ids.items()
            if any("lag" in row or "hog" in row for row in rows)]


def name_of(path):
    return ".".join(SWEDISH.get(part, part) for part in path)


def put(choice):
    """An edit of the settings: path -> the case whose value becomes the base."""
    def edit(settings):
        for path, leaf in ranges(settings):
            case = CASES[choice.get(path, "base")]
            if isinstance(leaf, Rows):
                leaf.take(case)
            elif case in leaf:
                leaf["bas"] = leaf[case]
    return edit


class Sensitivity:
    def __init__(self, folder, bank, municipal, year=None, with_balance=False):
        self.arguments, self.with_balance = (folder, bank, municipal, year), with_balance
        self.by_actor = {}      # choice -> public actor -> net
        self.base = self.run({})
        self.b = self.base[0]
        self.leaves = ranges(self.b.settings)
        self.one_way = {}       # (path, case) -> what run gives
        for path, leaf in self.leaves:
            for case in ("low", "high"):
                if CASES[case] in leaf:
                    self.one_way[path, case] = self.run({path: case})

    def run(self, choice):
        """(bokslut, (public, society) of the net, the same of the social balance's closing)."""
        b = sb.Bokslut(*self.arguments, edit=put(choice))
        net = tuple(b.actor_sum("LCAODUT", m) for m in (b.public, b.society()))
        closing = None
        if self.with_balance:
            s = social_balance.SocialBalance(b)
            closing = tuple(s.total("closing", m) for m in (b.public, b.society()))
        if b.public and not hasattr(self, "actors"):
            self.actors = b.public
        self.by_actor[tuple(sorted(choice.items()))] = {
            a: b.actor_sum("LCAODUT", [a]) for a in b.public}
        return b, net, closing

    # ---- break-even

    def parts(self, outcome, members):
        """(B, K) of one kind for some actors, exact."""
        whole = subsidy = F(0)
        for basket in self.b.reduced[outcome]:
            for key, basis in basket.basis.items():
                kind, _, giver, taker, _, unit_value, rate = key[:7]
                value = basis * unit_value * rate * ((taker in members) - (giver in members))
                whole += value
                subsidy += value if kind == "jobSubsidy" else 0
        dp, at = (sb.number(self.b.assume(outcome, n)) for n in ("undantrangning", "andras bidrag"))
        return whole, (dp + (1 - dp) * at) * (whole - subsidy) + at * subsidy

    def break_even(self, members, outcomes):
        """The common deadweight of these kinds at which the net is zero, None without one."""
        rest, slope = self.b.exact_sum("LCAO", members), F(0)
        for outcome in self.b.reduced:
            whole, k = self.parts(outcome, members)
            rest -= k
            if outcome in outcomes:
                slope += whole - k
            else:
                rest -= sb.number(self.b.assume(outcome, "dodvikt")) * (whole - k)
        if slope == 0 or not 0 <= rest / slope <= 1:
            return None
        return rest / slope

    def break_even_rows(self):
        both = (self.b.public, self.b.society())
        kinds = [k for k in ("anställning", "övergång", "träningsplats") if k in self.b.reduced]
        rows = []
        for name, outcomes in [("dödvikt", kinds)] + [(f"{k}.dödvikt", [k]) for k in kinds]:
            found = [self.break_even(members, outcomes) for members in both]
            rows.append((name, "break-even", "") + tuple(
                "" if v is None else decimal(rounded(v, 6), 6) for v in found))
        return rows

    # ---- one way and scenarios

    def swing(self, path, which=1):
        nets = [self.base[which][1]] + [self.one_way[path, c][which][1] for c in ("low", "high")
                                        if (path, c) in self.one_way]
        return max(nets) - min(nets)

    def one_way_rows(self, which=1):
        rows = []
        for path, leaf in sorted(self.leaves, key=lambda x: (-self.swing(x[0], which),
                                                             name_of(x[0]))):
            for case in ("low", "base", "high"):
                result = self.base if case == "base" else self.one_way.get((path, case))
                if result and CASES[case] in leaf:
                    value = self.printed(leaf, CASES[case])
                    rows.append((name_of(path), case, value)
                                + tuple(decimal(v, 2) for v in result[which]))
        return rows

    def printed(self, leaf, case):
        if isinstance(leaf, Rows):
            value = leaf.printed(case, self.b.last, self.b.bank)
            return "" if value is None else decimal(rounded(value, 6), 6)
        text = str(leaf[case])
        if sb.fold(text) == "obegransat":
            return "obegränsat"
        return decimal(rounded(sb.number(text), 6), 6)

    def ends(self, path):
        """The cases of an assumption that give society the lowest and the highest net, and of equal
        ones the public sector."""
        nets = {c: self.one_way[path, c][1][::-1] for c in ("low", "high")
                if (path, c) in self.one_way}
        nets["base"] = self.base[1][::-1]
        return min(("base", "low", "high"), key=lambda c: nets.get(c, nets["base"])), \
            max(("base", "low", "high"), key=lambda c: nets.get(c, nets["base"]))

    def scenarios(self):
        """{(name, case): what run gives}."""
        paths = [path for path, _ in self.leaves]
        by_net = {p: self.ends(p) for p in paths}
        found = {(name, "base"): self.base for name in ("scenario", "scenario.values")}
        for at, case in enumerate(("low", "high")):
            found["scenario", case] = self.run({p: by_net[p][at] for p in paths})
            found["scenario.values", case] = self.run({p: case for p in paths})
        return found

    def rows(self):
        rows = self.break_even_rows() + self.one_way_rows()
        self.found = self.scenarios()
        for name in ("scenario", "scenario.values"):
            for case in ("low", "base", "high"):
                rows.append((name, case, "") + tuple(decimal(v, 2)
                                                     for v in self.found[name, case][1]))
        return rows

    def actor_rows(self):
        """The same rows by public actor, those whose net is zero in every case left out."""
        choices = [(name_of(path), case, {} if case == "base" else {path: case})
                   for path, leaf in self.leaves for case in ("low", "base", "high")
                   if CASES[case] in leaf]
        paths = [path for path, _ in self.leaves]
        for at, case in enumerate(("low", "high")):
            choices.append(("scenario", case, {p: self.ends(p)[at] for p in paths}))
        choices.append(("scenario", "base", {}))
        nets = [(name, case, self.by_actor[tuple(sorted(choice.items()))])
                for name, case, choice in choices]
        shown = [a for a in self.actors if any(found[a] for *_, found in nets)]
        return [(name, case, a, decimal(found[a], 2)) for name, case, found in nets for a in shown]

    def balance_rows(self):
        rows = self.one_way_rows(2)
        for case in ("low", "base", "high"):
            rows.append(("scenario.values", case, "")
                        + tuple(decimal(v, 2) for v in self.found["scenario.values", case][2]))
        return rows


def write(options):
    s = Sensitivity(options.folder, options.bank, options.municipal, options.year,
                    options.balance)
    head = "assumption,case,value,public,society"
    # Nothing is sensitive where a kind is not valued: there is no net.
    is_partial = s.b.unvalued
    sb.write_table(options.out, "kanslighet.csv", head, [] if is_partial else s.rows())
    sb.write_table(options.out, "kanslighet-aktorer.csv", "assumption,case,actor,amount",
                   [] if is_partial else s.actor_rows())
    if options.balance:
        sb.write_table(options.out, "kanslighet-balans.csv", head, s.balance_rows())


def main():
    return sb.command(__doc__, write, [
        ("--balance", {"action": "store_true", "help": "also kanslighet-balans.csv"})])


if __name__ == "__main__":
    sys.exit(main())
