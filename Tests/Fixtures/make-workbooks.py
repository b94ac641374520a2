#!/usr/bin/env python3
"""Builds the workbooks that reproduce the codes XLS001 to XLS019, and the spoiled one, from the base enterprise's CSV.

Run it after a change of the base; the same bytes come out each time.
"""
import csv
import io
import pathlib
import zipfile

HERE = pathlib.Path(__file__).parent / "Diagnostics"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEETS = {
    "Deltagare": "deltagare",
    "Anställningar": "anstallningar",
    "Träningsplatser": "traningsplatser",
    "Övergångar": "overgangar",
    "Uppföljningar": "uppfoljningar",
}


def rows_of(stem):
    text = (HERE / "base" / "utfall" / f"{stem}.csv").read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def text_cell(reference, text):
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def row_xml(number, cells):
    made = "".join(
        text_cell(f"{chr(65 + column)}{number}", text)
        for column, text in enumerate(cells)
        if text
    )
    return f'<row r="{number}">{made}</row>'


def relation(id, kind, target):
    return f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def relations(content):
    return f'<Relationships xmlns="{PACKAGE}">{content}</Relationships>'


def workbook(first_row=1, hidden=None, replaced=None, beside=None):
    """The base's register as the parts of a workbook, by path."""
    parts = {}
    entries, links = "", ""
    for index, (name, stem) in enumerate(SHEETS.items(), 1):
        start = first_row if name == "Deltagare" else 1
        data = "".join(
            row_xml(start + offset, cells) for offset, cells in enumerate(rows_of(stem))
        )
        if name == "Deltagare" and first_row > 1:
            data = row_xml(1, ["Deltagare hos Provbryggan"]) + data
        if name == "Anställningar" and beside:
            head, end, _ = data.rpartition("</row>")
            data = head + beside + end
        if name == "Anställningar" and replaced:
            data = data.replace(text_cell("E2", "24000"), replaced)
        state = ' state="hidden"' if name == hidden else ""
        entries += f'<sheet name="{name}" sheetId="{index}"{state} r:id="r{index}"/>'
        links += relation(f"r{index}", "worksheet", f"worksheets/sheet{index}.xml")
        parts[f"xl/worksheets/sheet{index}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData></worksheet>'
        )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{entries}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = relations(links)
    parts["_rels/.rels"] = relations(relation("r", "officeDocument", "xl/workbook.xml"))
    return parts


def packed(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for path, content in parts.items():
            package.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def changed(find, put, sheet=2, parts=None):
    """The base's workbook with a text of one sheet replaced: 2 is Anställningar."""
    parts = parts or workbook()
    path = f"xl/worksheets/sheet{sheet}.xml"
    assert find in parts[path], find
    parts[path] = parts[path].replace(find, put, 1)
    return parts


def with_totals():
    """Anställningar as an Excel table whose last row sums the wages."""
    total = '<row r="4">' + text_cell("A4", "Summa") + '<c r="E4"><v>49000</v></c></row>'
    parts = changed("</sheetData>", f"{total}</sheetData>")
    parts["xl/worksheets/_rels/sheet2.xml.rels"] = relations(
        relation("t", "table", "../tables/table1.xml")
    )
    parts["xl/tables/table1.xml"] = (
        f'<table xmlns="{MAIN}" id="1" name="T" displayName="T" ref="A1:G4" totalsRowCount="1"/>'
    )
    return parts


def spoiled():
    """A register of which every sheet is odd in a way that only a workbook can be."""
    parts = workbook()
    for index, (sheet, rows) in enumerate(SPOILED.items(), 1):
        data = "".join(
            row_xml(number, cells) if isinstance(cells, list) else cells
            for number, cells in enumerate(rows, 1)
        )
        beside = MERGED if sheet == "Deltagare" else FILTER if sheet == "Löner" else ""
        parts[f"xl/worksheets/sheet{index}.xml"] = (
            f'<worksheet xmlns="{MAIN}"><sheetData>{data}</sheetData>{beside}</worksheet>'
        )
    names = list(SPOILED)
    entries = "".join(
        f'<sheet name="{name}" sheetId="{index}" r:id="r{index}"/>'
        for index, name in enumerate(names, 1)
    )
    links = "".join(
        relation(f"r{index}", "worksheet", f"worksheets/sheet{index}.xml")
        for index in range(1, len(names) + 1)
    )
    parts["xl/workbook.xml"] = (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{entries}</sheets></workbook>'
    )
    parts["xl/_rels/workbook.xml.rels"] = relations(links)
    return parts


MERGED = (
    '<mergeCells count="2"><mergeCell ref="B2:B3"/><mergeCell ref="A7:I7"/></mergeCells>'
)
FILTER = '<autoFilter ref="A1:D5"><filterColumn colId="0"/></autoFilter>'
SPOILED = {
    "Deltagare": [
        ["Deltagare", "Födelseår", "Kön", "Anvisad av", "Försörjning före"],
        ["D01", "1985", "kvinna", "kommun", "försörjningsstöd"],
        ["D02", "", "man", "kommun", "försörjningsstöd"],
        ["D03", "1978", "kvinna", "kommun", "försörjningsstöd"],
        ["", "", "", "", ""],
        ["Totalt: 3 deltagare"],
        ["Deltagare som slutade före 2024 står i den gamla pärmen"],
        ["D04", "1990", "man", "kommun", "försörjningsstöd"],
        ["ring Anna om D04"],
    ],
    "Anställningar": [
        ["Deltagare", "Start", "Slut", "Tjänstgöringsgrad", "Månadslön"],
        ["D01", "2025-01-01", "", "75", "24000"],
    ],
    "Träningsplatser": [
        ["Deltagare", "Start", "Slut", "Omfattning", "Beställare"],
        '<row r="2">' + text_cell("A2", "D03") + '<c r="B2"><v>45658</v></c>'
        '<c r="C2"><v>45930</v></c>' + text_cell("D2", "50") + text_cell("E2", "kommun") + "</row>",
        ["Summa", "", "", "50"],
    ],
    "Övergångar (2)": [
        ["Deltagare", "Datum", "Till", "Omfattning", "Underlag"],
        ["D02", "2025-06-30", "arbete", "100", "anställningsavtal"],
    ],
    "Uppföljning av övergångar": [["Deltagare", "Datum", "Läge"]],
    "Löner": [
        ["Deltagare", "Från", "Till", "Belopp"],
        '<row r="2" hidden="1">' + "".join(
            text_cell(cell, text) for cell, text in (
                ("A2", "D01"), ("B2", "2025-01-01"), ("C2", "2025-01-31"), ("D2", "18000"))
        ) + "</row>",
    ],
    "Deltagare 2024": [["Deltagare"]],
}
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def without(path):
    parts = workbook()
    del parts[path]
    return parts


def too_large():
    parts = workbook()
    path = "xl/worksheets/sheet1.xml"
    parts[path] = parts[path].replace("</sheetData>", " " * (12 << 20) + "</sheetData>")
    return parts


WORKBOOKS = {
    "XLS001": "Deltagare;Kön\nD01;kvinna\n".encode(),
    "XLS002": COMPOUND + "Workbook".encode("utf-16-le"),
    "XLS003": COMPOUND + "EncryptedPackage".encode("utf-16-le"),
    "XLS004": packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": "<office/>",
        }
    ),
    "XLS005": packed(
        {
            "_rels/.rels": relations(relation("r", "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": "x",
        }
    ),
    "XLS006": packed(
        {
            "_rels/.rels": relations(relation("r", "officeDocument", "word/document.xml")),
            "word/document.xml": "<document/>",
        }
    ),
    "XLS007": packed(workbook())[:-200],
    "XLS008": packed(without("xl/worksheets/sheet3.xml")),
    "XLS009": packed(too_large()),
    "XLS010": packed(workbook(first_row=4)),
    "XLS011": packed(workbook(beside=text_cell("K3", "ring i maj"))),
    "XLS012": packed(workbook(replaced='<c r="E2" t="e"><f>1/0</f><v>#DIV/0!</v></c>')),
    "XLS013": packed(workbook(replaced='<c r="E2"><f>2*12000</f></c>')),
    "XLS014": packed(workbook(hidden="Uppföljningar")),
    "XLS015": packed(
        changed(
            "</sheetData>",
            '</sheetData><mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
        )
    ),
    "XLS016": packed(with_totals()),
    "XLS017": packed(changed('<row r="3">', '<row r="3" hidden="1">')),
    "XLS018": packed(
        changed(
            "</sheetData>",
            '</sheetData><autoFilter ref="A1:G3"><filterColumn colId="0"/></autoFilter>',
            parts=changed('<row r="3">', '<row r="3" hidden="true">'),
        )
    ),
    "XLS019": packed(
        changed("<sheetData>", '<cols><col min="5" max="5" hidden="1"/></cols><sheetData>')
    ),
}

settings = (HERE / "base" / "dualbokslut.yaml").read_text(encoding="utf-8")
for code, content in WORKBOOKS.items():
    folder = HERE / code
    folder.mkdir(exist_ok=True)
    (folder / "utfall.xlsx").write_bytes(content)
    (folder / "dualbokslut.yaml").write_text(
        settings.replace("\nutfall: utfall\n", "\nutfall: utfall.xlsx\n"), encoding="utf-8"
    )
(HERE.parent / "Spoiled" / "workbook" / "utfall.xlsx").write_bytes(packed(spoiled()))
