"""Writes a register's CSV files as the workbook that a board keeps: a sheet a table, real dates,
numbers and percent cells. Parts are stored uncompressed with a fixed day, so that the bytes are the
same on every machine."""
import csv
import re
import zipfile
from datetime import date
from xml.sax.saxutils import escape

SHEETS = [("Deltagare", "deltagare"), ("Anställningar", "anstallningar"),
          ("Träningsplatser", "traningsplatser"), ("Övergångar", "overgangar"),
          ("Uppföljningar", "uppfoljningar"), ("Löner", "loner")]
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DATE_STYLE, PERCENT_STYLE, BOLD_STYLE = 1, 2, 3
# Day 0 of the 1900 system, with the day that never was counted in.
EPOCH = date(1899, 12, 30)


def cell(column, row, heading, text):
    """A cell as a spreadsheet program saves it; nothing for a blank."""
    place = f'r="{chr(65 + column)}{row}"'
    if not text:
        return ""
    if row == 1:
        return f'<c {place} s="{BOLD_STYLE}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        days = (date.fromisoformat(text) - EPOCH).days
        return f'<c {place} s="{DATE_STYLE}"><v>{days}</v></c>'
    number = text.replace(",", ".")
    if re.fullmatch(r"\d+(\.\d+)?", number):
        if heading == "Omfattning":
            # Percent cells hold the fraction.
            whole, _, decimals = number.partition(".")
            digits = whole.rjust(3, "0") + decimals
            value = f"{digits[:-2 - len(decimals)]}.{digits[-2 - len(decimals):]}"
            return f'<c {place} s="{PERCENT_STYLE}"><v>{float(value):g}</v></c>'
        return f"<c {place}><v>{number}</v></c>"
    return f'<c {place} t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def sheet(rows):
    headings = rows[0]
    lines = []
    for number, fields in enumerate(rows, 1):
        cells = "".join(cell(column, number, headings[column], text)
                        for column, text in enumerate(fields))
        lines.append(f'<row r="{number}">{cells}</row>')
    return f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>'


def write(folder, path):
    """Writes the tables of a folder of CSV files as one workbook."""
    tables = []
    for name, stem in SHEETS:
        file = folder / f"{stem}.csv"
        if file.exists():
            text = file.read_text(encoding="utf-8-sig")
            delimiter = ";" if ";" in text.splitlines()[0] else ","
            tables.append((name, list(csv.reader(text.splitlines(), delimiter=delimiter))))
    kinds = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")] + [
        (f"/xl/worksheets/sheet{i}.xml", "worksheet") for i in range(1, len(tables) + 1)]
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            + "".join(f'<Override PartName="{part}" ContentType="{kinds}.{kind}+xml"/>'
                      for part, kind in overrides) + "</Types>",
        "_rels/.rels":
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
            f'Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
            + "".join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>'
                      for i, (name, _) in enumerate(tables, 1)) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            + "".join(f'<Relationship Id="rId{i}" Type="{OFFICE}/worksheet" '
                      f'Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(tables) + 1))
            + f'<Relationship Id="rId{len(tables) + 1}" Type="{OFFICE}/styles" '
            'Target="styles.xml"/></Relationships>',
        "xl/styles.xml":
            f'<styleSheet xmlns="{MAIN}"><fonts count="2"><font/><font><b/></font></fonts>'
            '<fills count="1"><fill/></fills><borders count="1"><border/></borders>'
            '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>'
            '<xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/>'
            '<xf fontId="1" applyFont="1"/></cellXfs></styleSheet>',
    }
    for i, (_, rows) in enumerate(tables, 1):
        parts[f"xl/worksheets/sheet{i}.xml"] = sheet(rows)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            package.writestr(entry, '<?xml version="1.0" encoding="UTF-8"?>\n' + text)
