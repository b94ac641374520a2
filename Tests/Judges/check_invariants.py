#!/usr/bin/env python3
"""Runs random enterprises through the reference and checks P1-P4, P8, P13 and P14 of the method.

python3 check_invariants.py --bank PARAMETERS.csv --municipal MUNICIPAL.csv [--seeds 200]
"""
import argparse
import os
import random
import sys
import tempfile
from collections import Counter
from datetime import date
from fractions import Fraction as F

from random_enterprise import Enterprise
from second_bokslut import INPUT_KINDS, Bokslut

CERTAIN = {"dodvikt": "1", "undantrangning": "0", "andras bidrag": "0"}


def check(folder, options, series, count):
    def compute(**more):
        return Bokslut(folder, options.bank, options.municipal, series=series, **more)

    b = compute()
    for l in b.lines:
        # P1, P3: a line has one giver and one taker, so it cannot but balance; see it is so.
        assert l.giver != l.taker and l.giver in b.actors and l.taker in b.actors, vars(l)
    assert sum(b.matrix().values()) == 0

    # P2: the enterprise's column is the result of the file, and stands in L only.
    result = -sum(b.sie.balance(a) for a in b.sie.accounts()
                  if a[0] in "345678" and not a.startswith("899"))
    assert b.actor_sum("L", ["enterprise"]) == result == b.result
    assert not any("enterprise" in (l.giver, l.taker) for l in b.lines if l.series != "L")

    # P13: the bridge.
    rows = dict(b.bridge_rows())
    society = b.actor_sum("LCAODUT", b.society())
    assert rows.pop("society", 0) == society == sum(rows.values())
    assert society == -b.actor_sum("LCAODUT", ["widerEconomy"])

    # P4: everything would have happened anyway.
    c = compute(assumptions=CERTAIN)
    lines = Counter(x for l in c.lines for x in (l.giver, l.taker))
    for actor in ["participant"] + c.public:
        expected = F(0) if actor == "participant" else c.actor_sum("L", [actor])
        if actor == "state":
            expected -= sum(l.amount for l in c.lines if l.kind == "feesTarget")
        # Within an öre a line, and what six decimals of a factor can be off.
        slack = F(1, 100) * lines[actor] + sum(
            abs(l.basis * l.unit_value) * F("0.0000005") for l in c.lines)
        assert abs(c.actor_sum("LCAODUT", [actor]) - expected) <= slack, actor

    # P14: the net is linear in a common deadweight, but for the rounding of factors and öre.
    def net(dw):
        d = compute(assumptions={"dodvikt": dw})
        slack = sum(abs(l.basis * l.unit_value) * F("0.0000005") + F("0.005") for l in d.lines)
        return d.actor_sum("LCAODUT", d.society()), slack
    (low, s1), (half, s2), (high, s3) = net("0"), net("0.5"), net("1")
    assert abs(low + high - 2 * half) <= s1 + 2 * s2 + s3

    # P8: the order of rows never matters.
    before = b.matrix()
    for name in os.listdir(os.path.join(folder, "utfall")):
        path = os.path.join(folder, "utfall", name)
        with open(path, "rb") as f:
            data = f.read()
        head, *rest = data.splitlines(keepends=True)
        random.Random(name).shuffle(rest)
        with open(path, "wb") as f:
            f.write(head + b"".join(rest))
    assert compute().matrix() == before

    # Enterprises made for LADUT hold nothing that C, E or O would value.
    if series == "LADUT":
        assert Bokslut(folder, options.bank, options.municipal).matrix() == before

    # What was exercised.
    count["seeds"] += 1
    count["wages scaled"] += b.wage_ratio != 1
    count["fees scaled"] += b.fee_ratio != 1
    count["paid wages"] += bool(b.register.paid)
    count["held transitions"] += len(b.valued)
    count["broken year"] += date.fromordinal(b.last).month != 12
    count["not twelve months"] += b.year_months != 12
    count["sickness credit year"] += b.income_year < 2026
    count["own tax rates"] += b.tax_rates.own is not None
    count["custom actors"] += len(b.actors) > 11
    count["lön before"] += any(r["support_before"].lower() == "lön"
                               for r in b.register.participants.values())
    count["two values in the year"] += any(
        n > 1 for n in Counter((l.kind, l.outcome) for l in b.lines
                               if l.series == "A" and l.basis_unit == "months").values())
    count["public input"] += any(l.kind in INPUT_KINDS for l in b.lines)
    for s in "CAO":
        count[f"series {s}"] += any(l.series == s for l in b.lines)
    for kind in {l.kind for l in b.lines}:
        count[f"kind {kind}"] += 1


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bank", required=True)
    parser.add_argument("--municipal", required=True)
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--from-seed", type=int, default=1)
    options = parser.parse_args()
    count, failures = Counter(), 0
    for kinds in ("LADUT", "LCAODUT"):
        for seed in range(options.from_seed, options.from_seed + options.seeds):
            with tempfile.TemporaryDirectory() as folder:
                Enterprise(str(seed), kinds).write(folder)
                try:
                    check(folder, options, kinds, count)
                except Exception as error:
                    failures += 1
                    print(f"seed {seed} {kinds}: {type(error).__name__}: {error}")
    for name, n in sorted(count.items()):
        print(f"{n:5d}  {name}")
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
