#!/usr/bin/env python3
"""Compares the program with the reference on random enterprises, to the öre.

    python3 compare.py --binary DUALBOKSLUT --bank PARAMETERS.csv --municipal MUNICIPAL.csv
                       [--seeds 40] [--first 1] [--kinds LADUT|LCAODUT] [--keep DIR]

Prints what differs and ends with 1 when anything does.
"""
import argparse
import csv
import subprocess
import sys
import tempfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The reference numbers lines in an order of its own and names fewer parameters.
JOURNAL = ["series", "kind", "outcome", "from", "to", "basis", "basis_unit", "unit_value",
           "factor", "amount"]
TABLES = {
    "aktorsmatris.csv": (["series", "kind", "outcome", "actor"], "amount"),
    "netto.csv": (["measure", "actor"], "amount"),
    "bro.csv": (["step"], "amount"),
}


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def amounts(path, keys, value):
    found = {tuple(row[key] for key in keys): Decimal(row[value]) for row in rows(path)}
    return {key: amount for key, amount in found.items() if amount}


def journal(path):
    numbers = {"basis", "unit_value", "factor", "amount"}
    lines = Counter()
    for row in rows(path):
        line = tuple(Decimal(row[key]) if key in numbers else row[key] for key in JOURNAL)
        # A line that moves nothing may be written or left out.
        if line[-1]:
            lines[line] += 1
    return lines


def checks(path):
    """The checks by name; shares may differ in the last decimal, where ours subtracts as printed."""
    found = {}
    for row in rows(path):
        figures = [Decimal(row[key]) for key in ("left", "right", "difference", "tolerance")]
        if row["check"] == "contribution-rate":
            figures[2] = round(figures[2], 5)
        found[row["check"]] = (figures, row["outcome"])
    return found


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def without_header(path, folder):
    """The program's data files explain themselves in lines that begin with #."""
    lines = Path(path).read_text(encoding="utf-8").splitlines(keepends=True)
    copy = folder / f"bare-{Path(path).name}"
    copy.write_text("".join(line for line in lines if not line.startswith("#")), encoding="utf-8")
    return copy


def compare(seed, options, folder):
    enterprise = folder / f"seed{seed}"
    made = run(sys.executable, HERE / "random_enterprise.py", seed, enterprise,
               "--kinds", options.kinds)
    if made.returncode:
        return [f"no enterprise: {made.stderr}"]
    theirs = folder / "reference"
    judged = run(sys.executable, HERE / "second_bokslut.py", enterprise, "--bank", options.bank,
                 "--municipal", options.municipal, "--series", "LCAODUT", "--out", theirs)
    if judged.returncode:
        return [f"the reference refuses: {judged.stderr.strip()}"]
    reports = folder / f"reports{seed}"
    told = run(options.binary, "report", enterprise, "--output", reports, "--edition", "intern")
    if told.returncode:
        return [f"the program refuses ({told.returncode}): {told.stderr.strip()}"]
    ours = next(reports.glob("*/*/intern/csv"))
    wrong = []
    for name, (keys, value) in TABLES.items():
        left, right = (amounts(place / name, keys, value) for place in (ours, theirs))
        for key in sorted(left.keys() | right.keys()):
            if left.get(key, 0) != right.get(key, 0):
                wrong.append(f"{name} {' '.join(key)}: ours {left.get(key, 0)}, "
                             f"reference {right.get(key, 0)}")
    left, right = (journal(place / "social-journal.csv") for place in (ours, theirs))
    for mark, lines in (("only ours", left - right), ("only the reference", right - left)):
        for line in sorted(lines, key=str):
            wrong.append(f"journal, {mark}: {' '.join(str(part) for part in line)}")
    judged = run(sys.executable, HERE / "reconciliation.py", enterprise, "--bank", options.bank,
                 "--municipal", options.municipal, "--out", theirs)
    if judged.returncode:
        return wrong + [f"the reference does not reconcile: {judged.stderr.strip()}"]
    left, right = (checks(place / "avstamning.csv") for place in (ours, theirs))
    for name in sorted(left.keys() | right.keys()):
        # Lines of the forecast are rounded otherwise than the reference's, so only that the steps
        # close is compared; a register without assumptions has no roll-forward.
        if name == "roll-forward":
            if left.get(name, ([0, 0, 0, 0], "ok"))[0][2] or left.get(name, ("", "ok"))[1] != "ok":
                wrong.append(f"check {name}: {left[name]}")
            continue
        if left.get(name) != right.get(name):
            wrong.append(f"check {name}: ours {left.get(name)}, reference {right.get(name)}")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    for name in ("--binary", "--bank", "--municipal"):
        parser.add_argument(name, required=True)
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--kinds", default="LCAODUT")
    parser.add_argument("--keep")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        options.bank = without_header(options.bank, folder)
        options.municipal = without_header(options.municipal, folder)
        for seed in range(options.first, options.first + options.seeds):
            wrong = compare(seed, options, folder)
            if wrong:
                failed += 1
                print(f"seed {seed}: {len(wrong)} differences")
                for line in wrong[:12]:
                    print(f"  {line}")
    print(f"{options.seeds - failed} enterprises agree, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
