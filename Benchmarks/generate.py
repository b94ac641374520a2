#!/usr/bin/env python3
"""Writes a ledger as SIE 4E, or as a journal for ledger and hledger: the same bytes every time.

    generate.py VOUCHERS sie FILE.se
    generate.py VOUCHERS journal FILE.journal

Three postings a voucher. All names and figures are made up; the enterprise does not exist.
"""
import random
import sys
from datetime import date, timedelta

NAMES = {
    1510: "Kundfordringar", 1910: "Kassa", 1930: "Företagskonto", 2440: "Leverantörsskulder",
    2611: "Utgående moms 25 %", 2641: "Ingående moms", 2710: "Personalskatt", 3010: "Försäljning",
    3040: "Försäljning tjänster", 4010: "Inköp varor", 5010: "Lokalhyra", 6110: "Kontorsmateriel",
    7010: "Löner", 7510: "Arbetsgivaravgifter",
}
TEXTS = [
    "Försäljning torgkafé", "Kundfaktura catering", "Inköp av råvaror", "Hyra för lokal",
    "Städmaterial", "Lön anställda", "Frukt och grönt", "Återbruk, möbler",
]
YEAR_START = date(2025, 1, 1)
OPENINGS = {1510: 25_000_00, 1930: 120_000_00, 2440: -145_000_00}


def accounts():
    """Some 300 accounts, the named ones first."""
    chart = dict(NAMES)
    for number in range(3011, 3040):
        chart[number] = f"Försäljning butik {number - 3010}"
    for number in [*range(4011, 4100), *range(5011, 5100), *range(6111, 6190)]:
        chart[number] = f"Övrig kostnad {number}"
    return chart


def vouchers(count):
    """Series, number, day, text and postings (account, cost centre or None, öre)."""
    draw = random.Random(2025)
    chart = sorted(accounts())
    costs = [number for number in chart if 4000 <= number < 7000]
    sales = [number for number in chart if 3000 <= number < 3040]
    numbers = {"A": 0, "B": 0}
    for index in range(count):
        day = YEAR_START + timedelta(days=index * 365 // count)
        text = TEXTS[int(draw.random() * len(TEXTS))]
        net = 100 + int(draw.random() * 900_000)
        vat = net // 4
        series = "A" if draw.random() < 0.6 else "B"
        numbers[series] += 1
        if series == "A":
            income = sales[int(draw.random() * len(sales))]
            rows = [(1930, None, net + vat), (income, None, -net), (2611, None, -vat)]
        else:
            centre = 100 + int(draw.random() * 40) if draw.random() < 0.5 else None
            cost = costs[int(draw.random() * len(costs))]
            rows = [(cost, centre, net), (2641, None, vat), (2440, None, -net - vat)]
        yield series, numbers[series], day, text, rows


def kronor(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def write_sie(count, path):
    changes = {}
    for _, _, _, _, rows in vouchers(count):
        for account, _, ore in rows:
            changes[account] = changes.get(account, 0) + ore
    with open(path, "w", encoding="cp437", newline="") as out:
        head = ["#FLAGGA 0", '#PROGRAM "Mätning" 1', "#FORMAT PC8", "#GEN 20260115", "#SIETYP 4",
                '#FNAMN "Påhittade föreningen"', "#RAR 0 20250101 20251231", "#KPTYP BAS2014"]
        chart = accounts()
        head += [f'#KONTO {number} "{chart[number]}"' for number in sorted(chart)]
        head += ['#DIM 1 "Kostnadsställe"']
        head += [f'#OBJEKT 1 "{number}" "Ställe {number}"' for number in range(100, 140)]
        head += [f"#IB 0 {number} {kronor(ore)}" for number, ore in sorted(OPENINGS.items())]
        for number in sorted(changes.keys() | OPENINGS.keys()):
            closing = OPENINGS.get(number, 0) + changes.get(number, 0)
            head.append(f"#{'UB' if number < 3000 else 'RES'} 0 {number} {kronor(closing)}")
        out.write("\r\n".join(head) + "\r\n")
        for series, number, day, text, rows in vouchers(count):
            stamp = f"{day:%Y%m%d}"
            lines = [f'#VER {series} {number} {stamp} "{text}" {stamp}', "{"]
            for place, (account, centre, ore) in enumerate(rows):
                objects = f'{{1 "{centre}"}}' if centre else "{}"
                own = "" if place else f"{text} {number}"
                lines.append(f'#TRANS {account} {objects} {kronor(ore)} {stamp} "{own}"')
            lines.append("}")
            out.write("\r\n".join(lines) + "\r\n")


def write_journal(count, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"{YEAR_START} Ingående balans\n")
        for number, ore in sorted(OPENINGS.items()):
            out.write(f"    {number}  {kronor(ore)} SEK\n")
        for series, number, day, text, rows in vouchers(count):
            lines = [f"\n{day} ({series}{number}) {text}"]
            for account, centre, ore in rows:
                tag = f"  ; centre: {centre}" if centre else ""
                lines.append(f"    {account}  {kronor(ore)} SEK{tag}")
            out.write("\n".join(lines) + "\n")


def main():
    if len(sys.argv) != 4 or sys.argv[2] not in ("sie", "journal"):
        sys.exit(__doc__)
    write = write_sie if sys.argv[2] == "sie" else write_journal
    write(int(sys.argv[1]), sys.argv[3])


if __name__ == "__main__":
    main()
