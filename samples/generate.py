#!/usr/bin/env python3
"""Writes the ledgers (SIE 4E) and outcome registers (CSV) of the sample enterprises.

Everything here is fictional. The script uses only the standard library, a fixed seed and no
clock, so every run writes the same bytes. While it works it asserts what a reader relies on:
vouchers balance, opening = last closing, wages, subsidies and sold places tie to the register.

Run it from anywhere:

    python3 samples/generate.py                                  in place
    python3 samples/generate.py --shift -2 --output /tmp/2023    two years earlier, elsewhere

Settings, stories and READMEs are written by hand: in place they are left alone, elsewhere they are
copied, their years moved with the rest.
"""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True   # a cache here would look like one more enterprise

import bryggan
import hjulverkstan
import kardemumma
import tradgardsvagnen
from shift import Shift

HERE = Path(__file__).resolve().parent
ENTERPRISES = {"bryggan": bryggan, "kafe-kardemumma": kardemumma,
               "tradgardsvagnen": tradgardsvagnen, "hjulverkstan": hjulverkstan}
YEARS = (2024, 2025)   # what the samples in place are labelled with
FARTHEST = 50   # years; beyond it a two-digit year would mean another century


def arguments():
    parser = argparse.ArgumentParser(description="Writes the sample enterprises.")
    parser.add_argument("--shift", metavar="YEARS", type=int, default=0,
                        help="whole years to move every day and year by, e.g. 1 or -2")
    parser.add_argument("--output", metavar="DIR", type=Path, default=HERE,
                        help="the folder to write to (default: where the script is)")
    given = parser.parse_args()
    given.output = given.output.resolve()
    if abs(given.shift) > FARTHEST:
        parser.error(f"--shift: at most {FARTHEST} years")
    if given.shift and given.output == HERE:
        parser.error("--shift needs an --output: the samples themselves stay in their years")
    labels = {str(year + given.shift) for year in YEARS}
    for file in sorted(given.output.glob("*/bokforing/*")):
        if file.stem not in labels:
            parser.error(f"--output: {file} is of another shift; choose another folder")
    return given


def main():
    given = arguments()
    shift = Shift(given.shift)
    for name, enterprise in ENTERPRISES.items():
        target = given.output / name
        words = enterprise.words(shift) if hasattr(enterprise, "words") else {}
        shift.copy_by_hand(HERE / name, target, words)
        enterprise.write(target, shift)


if __name__ == "__main__":
    main()
