#!/usr/bin/env python3
"""Builds the workbooks that reproduce the codes XLS001 to XLS014, from the base enterprise's CSV.

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
}

settings = (HERE / "base" / "dualbokslut.yaml").read_text(encoding="utf-8")
for code, content in WORKBOOKS.items():
    folder = HERE / code
    folder.mkdir(exist_ok=True)
    (folder / "utfall.xlsx").write_bytes(content)
    (folder / "dualbokslut.yaml").write_text(
        settings.replace("\nutfall: utfall\n", "\nutfall: utfall.xlsx\n"), encoding="utf-8"
    )
