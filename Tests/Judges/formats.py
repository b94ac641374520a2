#!/usr/bin/env python3
"""Reads an edition's files back and holds them together to the öre (P10): CSV, bokslut.json, the
workbook, the SIE file and the plain-text journal.

    python3 formats.py EDITION_DIR

Prints what differs and ends with 1 when anything does. Nothing of the program is used here.
"""
import csv
import json
import re
import shlex
import sys
import zlib
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import workbook


class Edition:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.package = json.loads((self.folder / "bokslut.json").read_text(encoding="utf-8"))
        self.figures = {f["id"]: Decimal(f["value"]) for f in self.package["figures"]
                        if f["value"] is not None}
        self.sheets = workbook.read(next(self.folder.glob("*.xlsx")))
        self.wrong = []

    def table(self, name):
        with open(self.folder / "csv" / f"{name}.csv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def days(self):
        """Every day that some table names, as the number that a workbook holds."""
        found = set()
        for path in (self.folder / "csv").glob("*.csv"):
            for text in re.findall(r"\b\d{4}-\d{2}-\d{2}\b", path.read_text(encoding="utf-8")):
                found.add(Decimal((date.fromisoformat(text) - date(1899, 12, 30)).days))
        return found

    def same(self, what, left, right):
        if left != right:
            self.wrong.append(f"{what}: {left} and {right}")

    def figure(self, what, identifier, text):
        self.same(f"{what}, {identifier}", self.figures.get(identifier), Decimal(text))


def csv_and_json(e):
    for row in e.table("aktorsmatris"):
        parts = ["matris", row["series"], row["kind"], row["outcome"], row["actor"]]
        e.figure("aktorsmatris.csv", ".".join(p for p in parts if p), row["amount"])
    for row in e.table("netto"):
        e.figure("netto.csv", f"netto.{row['measure']}.{row['actor']}", row["amount"])
    for row in e.table("bro"):
        e.figure("bro.csv", f"bro.{row['step']}", row["amount"])
    for row in e.table("social-journal"):
        for part in ("basis", "unit_value", "factor", "amount"):
            e.figure("social-journal.csv",
                     f"journal.{row['series']}.{row['number']}.{part}", row[part])
    for name, prefix in (("resultatrakning", "rr"), ("balansrakning", "br")):
        for row in e.table(name):
            for column in ("current", "previous"):
                if row[column]:
                    e.figure(name, f"{prefix}.{row['row_id']}.{column}", row[column])
    for row in e.table("flerarsoversikt"):
        for measure in ("net_sales", "assets", "equity", "solidity"):
            if row[measure]:
                e.figure("flerarsoversikt", f"flerar.{row['year']}.{measure}", row[measure])
    seen = defaultdict(int)
    for row in e.table("avstamning"):
        seen[row["check"]] += 1
        time = seen[row["check"]]
        key = row["check"] if time == 1 else f"{row['check']}-{time}"
        for part in ("left", "right", "difference", "tolerance"):
            if not row[part]:
                continue        # cannot be tested, or a warning that is no check
            e.figure("avstamning.csv", f"avstamning.{key}.{part}", row[part])


def numbers(rows):
    """The numbers of each row of a sheet that has some, with the row's first word."""
    for row in rows:
        words = [v for v in row if isinstance(v, str)]
        values = [v for v in row if isinstance(v, Decimal)]
        yield (words[0] if words else ""), values


def amounts(table, *columns):
    return [Decimal(row[column]) for row in table for column in columns if row[column]]


def workbook_and_csv(e):
    known = set(e.figures.values()) | e.days()
    for name, rows in e.sheets.items():
        for word, values in numbers(rows):
            for value in values:
                if value not in known:
                    e.wrong.append(f"{name}, {word}: {value} is no figure of bokslut.json")
    lines = {}
    for word, values in numbers(e.sheets["Social journal"]):
        if re.fullmatch(r"[LCAODUT] \d+", word):
            lines[tuple(word.split())] = values
    expected = {(row["series"], row["number"]):
                [Decimal(row[c]) for c in ("basis", "unit_value", "factor", "amount")]
                for row in e.table("social-journal")}
    e.same("the sheet Social journal", lines, expected)
    for sheet, name in (("Resultaträkning", "resultatrakning"), ("Balansräkning", "balansrakning")):
        table = amounts(e.table(name), "current", "previous")
        shown = [v for _, values in numbers(e.sheets[sheet]) for v in values]
        e.same(f"the sheet {sheet}", shown[:len(table)], table)
    # A partial report has no bridge.
    shown = [v for _, values in numbers(e.sheets.get("Bron", [])) for v in values]
    e.same("the sheet Bron", shown, amounts(e.table("bro"), "amount"))
    table = amounts(e.table("avstamning"), "left", "right", "difference", "tolerance")
    shown = [v for _, values in numbers(e.sheets["Avstämning"]) for v in values]
    e.same("the sheet Avstämning", shown[:len(table)], table)
    workbook_matrix(e)


def workbook_matrix(e):
    """The detailed matrix comes after the brief one, where every series is a heading."""
    groups = defaultdict(list)
    for row in e.table("aktorsmatris"):
        groups[row["series"], row["kind"], row["outcome"]].append(Decimal(row["amount"]))
    rows, inside = [], False
    for word, values in numbers(e.sheets["Aktörsmatris"]):
        if re.match(r"[LCAODUT]  ", word) and not values:
            inside = True
        elif inside and values and not re.match(r"Summa|Alla serier", word):
            rows.append(values)
    e.same("the sheet Aktörsmatris", rows, [values + [Decimal(0)] for values in groups.values()])


def sie(e):
    raw = (e.folder / "andra-bokslutet.se").read_bytes()
    body, stated = [], None
    for line in raw.split(b"\r\n"):
        if line.startswith(b"#KSUMMA"):
            stated = line.split()[1:] or stated
        elif stated is None and line.strip() not in (b"{", b"}"):
            body.append(line)
    # Between the two #KSUMMA lines: labels and fields without separators, quotes and braces.
    fields = b"".join(re.sub(rb'"([^"]*)"', lambda m: m.group(1).replace(b" ", b"\0"), line)
                      .replace(b" ", b"").replace(b"{", b"").replace(b"}", b"")
                      for line in body[1:]).replace(b"\0", b" ")
    e.same("the checksum", int(stated[0]), zlib.crc32(fields))
    kinds, objects, accounts = {}, defaultdict(Decimal), defaultdict(Decimal)
    journal = {(row["series"], row["number"]): row for row in e.table("social-journal")}
    numbers_of = {}
    voucher, total = None, Decimal(0)
    for line in raw.decode("cp437").split("\r\n"):
        parts = shlex.split(line.replace("{", " ").replace("}", " "))
        if not parts:
            continue
        if parts[0] == "#KONTO":
            kinds[parts[1]] = parts[2]
        if parts[0] == "#VER":
            e.same(f"the sum before {parts[1]} {parts[2]}", total, Decimal(0))
            voucher, total = (parts[1], parts[2]), Decimal(0)
            e.same("the voucher's day", parts[3],
                   e.package["fiscalYear"]["to"].replace("-", ""))
        if parts[0] == "#TRANS":
            account, dimension, actor, amount = parts[1:5]
            e.same("the dimension", dimension, "20")
            total += Decimal(amount)
            accounts[account] += Decimal(amount)
            row = journal[voucher]
            numbers_of.setdefault(row["kind"], account)
            e.same(f"the account of {row['kind']}", numbers_of[row["kind"]], account)
            objects[voucher[0], row["kind"], row["outcome"], actor] += Decimal(amount)
    e.same("the last sum", total, Decimal(0))
    for account, balance in accounts.items():
        e.same(f"the balance of {account} {kinds.get(account)}", balance, Decimal(0))
    e.same("accounts are one to one with kinds", len(set(numbers_of.values())), len(numbers_of))
    compare_cells(e, "andra-bokslutet.se", objects)


def compare_cells(e, name, cells):
    matrix = {(r["series"], r["kind"], r["outcome"], r["actor"]): Decimal(r["amount"])
              for r in e.table("aktorsmatris")}
    for key in sorted(matrix.keys() | cells.keys()):
        e.same(f"{name} {' '.join(key)}", cells.get(key, Decimal(0)), matrix.get(key, Decimal(0)))


def journal(e):
    cells = defaultdict(Decimal)
    for line in (e.folder / "andra-bokslutet.journal").read_text(encoding="utf-8").splitlines():
        match = re.fullmatch(r"    (\S.*?)  (-?[\d.]+) SEK", line)
        if match:
            actor, series, kind, *outcome = match.group(1).split(":")
            cells[series, kind, outcome[0] if outcome else "", actor] += Decimal(match.group(2))
    compare_cells(e, "andra-bokslutet.journal", cells)


def main():
    edition = Edition(sys.argv[1])
    for judge in (csv_and_json, workbook_and_csv, sie, journal):
        judge(edition)
    for line in edition.wrong[:40]:
        print(line)
    print(f"{len(edition.figures)} figures, {len(edition.wrong)} differences")
    return 1 if edition.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
