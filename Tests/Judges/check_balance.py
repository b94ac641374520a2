#!/usr/bin/env python3
"""Runs random enterprises of two years through the social balance, sensitivity, indicators and
reconciliation: P8, P9 and P14 of the method, and what must hold between these figures.

python3 check_balance.py --bank PARAMETERS.csv --municipal MUNICIPAL.csv [--seeds 100]
"""
import argparse
import os
import random
import sys
import tempfile
from collections import Counter, defaultdict
from fractions import Fraction as F

import second_bokslut as sb
from indicators import Indicators, channel_rows
from random_enterprise import Enterprise
from reconciliation import rows_of
from second_bokslut import INCOME, Bokslut, decimal, iso
from sensitivity import Sensitivity
from social_balance import READINGS, STEPS, SocialBalance


def check_roll_forward(s):
    """P9: every actor's steps end at the closing to the öre, and every step balances."""
    for actor in s.b.actors:
        total = sum((s.steps[step].get(actor, F(0)) for step in STEPS[:-1]), F(0))
        assert total == s.steps["closing"].get(actor, F(0)), actor
    for step in STEPS:
        if step != "correction" and (step != "opening" or s.is_recomputed):
            assert s.total(step, s.b.actors) == 0, step


def check_social_balance(b, compute, count):
    s = SocialBalance(b)
    check_roll_forward(s)
    assert not any(s.steps["correction"].values())
    if b.year_months == 12:     # the same twelve months, the same exponents
        assert not any(s.steps["records"].values())

    # Last year's own closing is what this year values anew, and its package opens this year.
    earlier = SocialBalance(compute(year=iso(b.first - 1)[:7]))
    same = {a: v for a, v in s.steps["opening"].items() if v}
    assert {a: v for a, v in earlier.steps["closing"].items() if v} == same
    assert SocialBalance(b, earlier.package()).rows() == s.rows()

    # Any package closes; what differs from V0 is correction, and the closing is this year's alone.
    other = {"year_end": iso(b.first - 1),
             "closing": {"state": "1000.01", "municipality": "-33.33", "widerEconomy": "-966.68"},
             "assumptions": {"dödvikt": "0.5", "avtagande": "0.1", "horisont": "3",
                             "bekräftelsetid": "4", "månadslön": "23456",
                             "diskonteringsränta": "0.02"}}
    p = SocialBalance(b, other)
    check_roll_forward(p)
    assert p.steps["closing"] == s.steps["closing"]

    for name, value in (("discount", "in-factor"), ("discount", "exact"), ("x", "year-end"),
                        ("horizon", "balance-date")):
        kept = READINGS[name]
        READINGS[name] = value
        q = SocialBalance(b)
        check_roll_forward(q)
        count[f"reading {name} {value} differs"] += q.steps["closing"] != s.steps["closing"]
        READINGS[name] = kept

    count["with an opening"] += bool(same)
    count["with a closing"] += any(s.steps["closing"].values())
    count["assumptions that changed"] += any(p.steps["assumptions"].values())
    for step in STEPS:
        count[f"step {step}"] += any(s.steps[step].values())
    return s


def check_sensitivity(folder, options, b, compute, count):
    s = Sensitivity(folder, options.bank, options.municipal)
    for members in (b.public, b.society()):
        # P14: linear before rounding, and the closed form is that line.
        def exact(**more):
            return compute(**more).exact_sum("LCAODUT", members)

        zero, half, one = (exact(assumptions={"dodvikt": d}) for d in ("0", "0.5", "1"))
        assert zero + one == 2 * half
        d = s.break_even(members, list(b.reduced))
        if zero != one:
            root = zero / (zero - one)
            assert d == (root if 0 <= root <= 1 else None)
        else:
            assert d is None
        count["common break-even"] += d is not None
        for kind in b.reduced:
            d = s.break_even(members, [kind])
            if d is not None:
                def edit(settings):
                    settings["antaganden"][sb.fold(kind)]["dodvikt"] = str(d)
                assert exact(edit=edit) == 0, kind
                count[f"break-even {kind}"] += 1
        # The printed net is the exact one but for the rounding of lines.
        slack = sum(abs(l.unit_value * l.factor) * F("0.005") + F("0.005")
                    + abs(l.basis * l.unit_value) * F("0.0000005") for l in b.lines)
        assert abs(b.actor_sum("LCAODUT", members) - b.exact_sum("LCAODUT", members)) <= slack

    rows = s.rows()
    assert len({r[:2] for r in rows}) == len(rows)
    base = next(r[3:] for r in rows if r[:2] == ("scenario", "base"))
    assert base == tuple(decimal(v, 2) for v in s.base[1])
    for r in rows:
        if r[1] == "base":
            assert r[3:] == base
        if r[0] in ("diskonteringsränta", "övergång.avtagande"):
            assert r[3:] == base
    nets = {r[:2]: F(r[4]) for r in rows if r[0] == "scenario"}
    count["scenario low <= base <= high"] += (nets["scenario", "low"] <= nets["scenario", "base"]
                                              <= nets["scenario", "high"])
    count["assumptions with a range"] += len(s.leaves)
    for path, _ in s.leaves:
        count["ranges that move the net"] += s.swing(path) > 0
    return rows


def check_indicators(b, count):
    found = Indicators(b).rows()
    by_group = defaultdict(dict)
    for name, group, value, unit, _ in found:
        by_group[name][group] = F(value)
        assert 0 <= F(value) <= (1 if unit == "share" else 10 ** 12) or name.startswith("cost")
    for name, groups in by_group.items():
        if name.split(".")[0] in ("participants", "trained", "employed-during-year", "members",
                                  "employed-year-end", "transitions"):
            for dimension in ("gender=", "age=", "support="):
                assert sum(v for g, v in groups.items()
                           if g.startswith(dimension)) == groups["all"], name
        count[f"indicator {name}"] += "all" in groups
    income = sum((v for (kind, _), v in b.ledger.items() if kind in INCOME), F(0))
    assert sum((F(r[1]) for r in channel_rows(b)), F(0)) == income
    count["channels"] += len(channel_rows(b)) > 1
    return found


def shuffle_rows(folder):
    for name in os.listdir(os.path.join(folder, "utfall")):
        path = os.path.join(folder, "utfall", name)
        with open(path, "rb") as f:
            head, *rest = f.read().splitlines(keepends=True)
        random.Random(name).shuffle(rest)
        with open(path, "wb") as f:
            f.write(head + b"".join(rest))


def check(folder, options, count):
    def compute(**more):
        return Bokslut(folder, options.bank, options.municipal, **more)

    b = compute()
    assert b.sie_before is not None
    s = check_social_balance(b, compute, count)
    reconciled = rows_of(b, s)
    for name, *_, outcome in reconciled:
        assert outcome != "error", name
        count[f"{name} {outcome}"] += 1
    rows = check_sensitivity(folder, options, b, compute, count)
    found = check_indicators(b, count)

    shuffle_rows(folder)        # P8
    b = compute()
    s2 = SocialBalance(b)
    assert s2.rows() == s.rows() and s2.line_rows() == s.line_rows()
    assert rows_of(b, s2) == reconciled
    assert Indicators(b).rows() == found
    assert Sensitivity.break_even_rows(bare(b)) == [r for r in rows if r[1] == "break-even"]
    count["seeds"] += 1
    count["not twelve months"] += b.year_months != 12


def bare(b):
    """A Sensitivity that only knows its base, without the runs of every range."""
    s = object.__new__(Sensitivity)
    s.b = b
    return s


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bank", required=True)
    parser.add_argument("--municipal", required=True)
    parser.add_argument("--seeds", type=int, default=100)
    parser.add_argument("--from-seed", type=int, default=1)
    options = parser.parse_args()
    count, failures = Counter(), 0
    for seed in range(options.from_seed, options.from_seed + options.seeds):
        with tempfile.TemporaryDirectory() as folder:
            Enterprise(str(seed), "LCAODUT", True).write(folder)
            try:
                check(folder, options, count)
            except Exception as error:
                failures += 1
                print(f"seed {seed}: {type(error).__name__}: {error}")
    for name, n in sorted(count.items()):
        print(f"{n:5d}  {name}")
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
