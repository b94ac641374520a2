#!/usr/bin/env python3
"""Reads the cells of a workbook, and lets LibreOffice compute every formula anew.

    python3 workbook.py WORKBOOK...

Recalculates each workbook in a fresh profile and compares every numeric cell with the value that
stood in the file. Prints what differs and ends with 1 when anything does.
"""
import re
import subprocess
import sys
import tempfile
import zipfile
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# A double holds a krona with öre exactly enough; formulas leave a speck.
SPECK = Decimal("0.000001")
PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def column(reference):
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def cells(path):
    """{sheet: {(row, column): (value, formula)}}; numbers as Decimal with six decimals."""
    with zipfile.ZipFile(path) as archive:
        strings = []
        if "xl/sharedStrings.xml" in archive.namelist():
            for item in ElementTree.fromstring(archive.read("xl/sharedStrings.xml")):
                strings.append("".join(t.text or "" for t in item.iter(f"{MAIN}t")))
        links = {r.get("Id"): r.get("Target") for r in
                 ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))}
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        found = {}
        for sheet in book.iter(f"{MAIN}sheet"):
            target = links[sheet.get(RELATION)].lstrip("/")
            part = target if target.startswith("xl/") else f"xl/{target}"
            found[sheet.get("name")] = sheet_cells(archive.read(part), strings)
        return found


def sheet_cells(xml, strings):
    found = {}
    for cell in ElementTree.fromstring(xml).iter(f"{MAIN}c"):
        value = cell.find(f"{MAIN}v")
        formula = cell.find(f"{MAIN}f")
        kind = cell.get("t", "n")
        if value is None or value.text is None:
            continue
        text = value.text
        if kind == "s":
            content = strings[int(text)]
        elif kind in ("n", ""):
            content = Decimal(text).quantize(SPECK).normalize() + 0
        else:
            content = text
        row = int(re.search(r"\d+", cell.get("r")).group()) - 1
        found[row, column(cell.get("r"))] = (content, formula is not None)
    return found


def read(path):
    """{sheet: rows of values from the left, blanks left out}."""
    sheets = {}
    for name, content in cells(path).items():
        rows = {}
        for (row, _), (value, _) in sorted(content.items()):
            rows.setdefault(row, []).append(value)
        sheets[name] = [rows[row] for row in sorted(rows)]
    return sheets


def recalculated(path, folder):
    profile = folder / "profile"
    user = profile / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(PROFILE, encoding="utf-8")
    out = folder / "out"
    done = subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to",
         "xlsx", "--outdir", str(out), str(path)], capture_output=True, text=True, timeout=300)
    made = out / Path(path).name
    if not made.exists():
        raise SystemExit(f"LibreOffice made no workbook: {done.stdout} {done.stderr}")
    return made


def compare(path):
    wrong, formulas = [], 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        # A value that the formula does not give would stay unseen if nothing were computed anew.
        spoiled = spoil(path, folder / Path(path).name)
        ours, theirs = cells(path), cells(recalculated(spoiled, folder))
    if list(ours) != list(theirs):
        return [f"sheets {list(ours)} and {list(theirs)}"], 0
    for name, content in ours.items():
        for place, (value, is_formula) in content.items():
            if not isinstance(value, Decimal):
                continue
            formulas += is_formula
            other = theirs[name].get(place, (None, False))[0]
            if not isinstance(other, Decimal) or abs(other - value) > SPECK:
                wrong.append(f"{name} {place}: ours {value}, LibreOffice {other}")
    return wrong, formulas


def spoil(path, target):
    """The same workbook with 0 as every formula's remembered value."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name.startswith("xl/worksheets/"):
                data = re.sub(rb"(</f><v>)[^<]*(</v>)", rb"\g<1>0\g<2>", data)
            new.writestr(name, data)
    return target


def main():
    failed = 0
    for path in sys.argv[1:]:
        wrong, formulas = compare(path)
        for line in wrong[:20]:
            print(line)
        failed += len(wrong)
        print(f"{Path(path).name}: {formulas} formulas, {len(wrong)} cells differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
