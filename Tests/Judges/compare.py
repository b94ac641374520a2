#!/usr/bin/env python3
"""Compares the program with the reference on random enterprises, to the öre.

    python3 compare.py --binary DUALBOKSLUT --bank PARAMETERS.csv --municipal MUNICIPAL.csv
                       [--seeds 40] [--first 1] [--kinds LADUT|LCAODUT] [--keep DIR] [--outlook]
                       [--indicators]

--outlook compares the social balance and the sensitivity of enterprises with two fiscal years
instead. Prints what differs and ends with 1 when anything does.
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
    """The checks by name; a difference of shares is what is printed of them, to four decimals."""
    found = {}
    for row in rows(path):
        if row["check"] == row.get("code"):
            continue        # a warning that is no check; the reference reads no warnings
        if not row["left"]:
            found[row["check"]] = (None, row["outcome"], row["group"])
            continue
        figures = [Decimal(row[key]) for key in ("left", "right", "difference", "tolerance")]
        printed = figures[0] - figures[1]
        if row["check"] == "contribution-rate" and abs(figures[2] - printed) <= Decimal("0.00005"):
            figures[2] = printed
        found[row["check"]] = (figures, row["outcome"], row["group"])
    return found


def observed(name, keys, value, ours, theirs):
    """A missing row is 0, or has nothing to divide by; shares are rounded to fewer decimals here."""
    left, right = ({tuple(row[key] for key in keys): row for row in rows(place / name)}
                   for place in (ours, theirs))
    for key in sorted(left.keys() | right.keys()):
        mine, other = left.get(key, {}), right.get(key, {})
        values = [Decimal(row.get(value) or 0) for row in (mine, other)]
        is_share = value == "share" or mine.get("unit") == "share"
        if abs(values[0] - values[1]) > (Decimal("0.0000505") if is_share else 0):
            yield f"{name} {' '.join(key)} {value}: ours {values[0]}, reference {values[1]}"
        if mine and other and mine.get("iris_id") != other.get("iris_id"):
            yield f"{name} {' '.join(key)}: another IRIS+ id"


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True)


def outlook(seed, options, folder):
    """The social balance and the sensitivity of an enterprise with two fiscal years."""
    enterprise, theirs = folder / f"two{seed}", folder / f"outlook{seed}"
    made = run(sys.executable, HERE / "random_enterprise.py", seed, enterprise,
               "--kinds", "LCAODUT", "--two-years")
    if made.returncode:
        return [f"no enterprise: {made.stderr}"]
    bank = ["--bank", options.bank, "--municipal", options.municipal, "--out", theirs]
    # Ours prints the discount factor inside a line's one factor.
    for script, more in (("social_balance.py", ["--discount", "in-factor"]),
                         ("sensitivity.py", [])):
        judged = run(sys.executable, HERE / script, enterprise, *bank, *more)
        if judged.returncode:
            return [f"the reference refuses: {judged.stderr.strip()}"]
    reports = folder / f"reports-two{seed}"
    told = run(options.binary, "report", enterprise, "--output", reports, "--edition", "intern")
    if told.returncode:
        return [f"the program refuses ({told.returncode}): {told.stderr.strip()}"]
    ours = next(reports.glob("*/*/intern/csv"))
    wrong = []
    if (ours / "social-balans.csv").exists():
        left = amounts(ours / "social-balans.csv", ["step", "actor"], "amount")
    else:
        left = {}
    right = amounts(theirs / "social-balans.csv", ["step", "actor"], "amount")
    for key in sorted(left.keys() | right.keys()):
        if left.get(key, 0) != right.get(key, 0):
            wrong.append(f"social-balans {' '.join(key)}: ours {left.get(key, 0)}, "
                         f"reference {right.get(key, 0)}")

    def cases(path):
        # The scenario by values is the reference's other reading.
        def number(text):
            return None if not text else text if text == "obegränsat" else Decimal(text)

        # Where a kind is not valued nothing is sensitive, and there is no such file.
        return {(row["assumption"], row["case"]):
                [number(row[part]) for part in ("value", "public", "society")]
                for row in (rows(path) if path.exists() else [])
                if row["assumption"] != "scenario.values"}

    left, right = cases(ours / "kanslighet.csv"), cases(theirs / "kanslighet.csv")
    for key in sorted(left.keys() | right.keys()):
        if left.get(key) != right.get(key):
            wrong.append(f"kanslighet {' '.join(key)}: ours {left.get(key)}, "
                         f"reference {right.get(key)}")
    left, right = (
        amounts(place / "kanslighet-aktorer.csv", ["assumption", "case", "actor"], "amount")
        if (place / "kanslighet-aktorer.csv").exists() else {} for place in (ours, theirs))
    for key in sorted(left.keys() | right.keys()):
        if left.get(key, 0) != right.get(key, 0):
            wrong.append(f"kanslighet-aktorer {' '.join(key)}: ours {left.get(key, 0)}, "
                         f"reference {right.get(key, 0)}")
    return wrong


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
    if options.indicators:
        judged = run(sys.executable, HERE / "indicators.py", enterprise, "--bank", options.bank,
                     "--municipal", options.municipal, "--out", theirs)
        if judged.returncode:
            return wrong + [f"indicators.py refuses: {judged.stderr.strip()}"]
        wrong += observed("indikatorer.csv", ["indicator", "group"], "value", ours, theirs)
        wrong += observed("kanaler.csv", ["channel"], "amount", ours, theirs)
        wrong += observed("kanaler.csv", ["channel"], "share", ours, theirs)
    return wrong


def main():
    parser = argparse.ArgumentParser()
    for name in ("--binary", "--bank", "--municipal"):
        parser.add_argument(name, required=True)
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--kinds", default="LCAODUT")
    parser.add_argument("--keep")
    parser.add_argument("--outlook", action="store_true")
    parser.add_argument("--indicators", action="store_true")
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(options.keep or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        options.bank = without_header(options.bank, folder)
        options.municipal = without_header(options.municipal, folder)
        for seed in range(options.first, options.first + options.seeds):
            wrong = (outlook if options.outlook else compare)(seed, options, folder)
            if wrong:
                failed += 1
                print(f"seed {seed}: {len(wrong)} differences")
                for line in wrong[:12]:
                    print(f"  {line}")
    print(f"{options.seeds - failed} enterprises agree, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
