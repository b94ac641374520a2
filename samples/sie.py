"""SIE 4E files in the dress of three accounting programs."""

import zlib
from collections import defaultdict

from amounts import amount_text


def account_type(account):
    if account[0] == "1":
        return "T"
    if account[0] == "2":
        return "S"
    return "I" if account[0] == "3" or account[:2] in ("81", "82", "83") else "K"


def styled_file(book, year_index, style, generated):
    """One fiscal year as SIE 4E. `style` holds what differs between accounting programs."""
    quoted = style["quoted"]

    def text(value):
        if quoted or not value or any(c in value for c in ' {}"'):
            return '"' + value.replace('"', '\\"') + '"'
        return value

    def compact(when):
        return when.strftime("%Y%m%d")

    def objects(tag):
        return "{" + (style["object"].format(tag) if tag else "") + "}"

    first, last = book.years[year_index]
    first_before, last_before = book.years[year_index - 1]
    years = {0: book.trial_balance(first, last),
             -1: book.trial_balance(first_before, last_before)}
    inside = [voucher for voucher in book.vouchers if first <= voucher.date <= last]
    used = sorted(set(years[0]) | set(years[-1]))

    lines = ["#FLAGGA 0", f"#PROGRAM {text(style['program'])} {style['version']}", "#FORMAT PC8",
             f"#GEN {compact(generated)}", "#SIETYP 4"]
    lines += [f"#ORGNR {style['number']}", "#FTYP EK"] if style["form"] else \
        [f"#ORGNR {style['number']}"]
    lines += [f"#ADRESS {' '.join(text(part) for part in style['address'])}"] \
        if style["address"] else []
    lines += [f"#FNAMN {text(style['name'])}",
              f"#RAR 0 {compact(first)} {compact(last)}",
              f"#RAR -1 {compact(first_before)} {compact(last_before)}",
              f"#TAXAR {last.year + 1}" if style["form"] else "",
              f"#KPTYP {style['chart']}"]
    lines = [line for line in lines if line]
    for account in used:
        lines.append(f"#KONTO {account} {text(book.chart[account])}")
        lines.append(f"#KTYP {account} {account_type(account)}")
    dimension, name = style["dimension"]
    lines.append(f"#DIM {dimension} {text(name)}")
    for code, name in style["objects"]:
        lines.append(f"#OBJEKT {dimension} {text(code)} {text(name)}")
    for label, side in (("#IB", 0), ("#UB", 1)):
        for index in (0, -1):
            for account, pair in years[index].items():
                if account[0] in "12" and (pair[0] or pair[1]):
                    lines.append(f"{label} {index} {account} {amount_text(pair[side])}")
    for index in (0, -1):
        for account, (_, closing) in years[index].items():
            if account[0] not in "12" and closing:
                lines.append(f"#RES {index} {account} {amount_text(closing)}")
    if style["period_balances"]:
        changes = defaultdict(int)
        for voucher in inside:
            for account, amount, tag in voucher.rows:
                key = (voucher.date.strftime("%Y%m"), account)
                changes[key + ("",)] += amount
                if tag:
                    changes[key + (tag,)] += amount
        for (month, account, tag), amount in sorted(changes.items()):
            if amount:
                lines.append(f"#PSALDO 0 {month} {account} {objects(tag)} {amount_text(amount)}")
    for voucher in sorted(inside, key=lambda v: (v.series, v.number)):
        tail = f" {compact(voucher.registered)}" if style["registered"] else ""
        lines.append(f"#VER {text(voucher.series)} {style['number_format'].format(voucher.number)} "
                     f"{compact(voucher.date)} {text(voucher.text)}{tail}")
        lines.append("{")
        for account, amount, tag in voucher.rows:
            lines.append(f"{style['indent']}#TRANS {account} {objects(tag)} {amount_text(amount)}")
        lines.append("}")
    content = style["line_end"].join(lines) + style["line_end"]
    return content.encode(style["encoding"])   # strict: an unknown character stops the script


def short(amount):
    """12500, 12500.5: as short as it gets."""
    text = amount_text(amount)
    return text.rstrip("0").rstrip(".")


def bare_file(book, year_index, head, generated):
    """UTF-8 under #FORMAT PC8, LF, no #KTYP, no year before, a date on every #TRANS."""
    first, last = book.years[year_index]
    trial = book.trial_balance(first, last)
    lines = ["#FLAGGA 0", '#PROGRAM "Låtsas webbokföring" 1.0', "#FORMAT PC8",
             f"#GEN {generated:%Y%m%d}", "#SIETYP 4", f'#FNAMN "{head["name"]}"', f"#ORGNR {head['number']}",
             f"#RAR 0 {first:%Y%m%d} {last:%Y%m%d}", "#KPTYP BAS2014"]
    lines += [f'#KONTO {account} "{book.chart[account]}"' for account in trial]
    for label, side in (("#IB", 0), ("#UB", 1)):
        lines += [f"{label} 0 {account} {short(pair[side])}" for account, pair in trial.items()
                  if account[0] in "12" and pair[side]]
    lines += [f"#RES 0 {account} {short(pair[1])}" for account, pair in trial.items()
              if account[0] not in "12" and pair[1]]
    for voucher in book.vouchers:
        if first <= voucher.date <= last:
            lines += [f'#VER V {voucher.number} {voucher.date:%Y%m%d} "{voucher.text}" '
                      f"{voucher.registered:%Y%m%d}", "{"]
            lines += [f"  #TRANS {account} {{}} {short(amount)} {voucher.date:%Y%m%d}"
                      for account, amount, _ in voucher.rows]
            lines += ["}"]
    return ("\n".join(lines) + "\n").encode("utf-8")


def tabbed_file(book, year_index, head, generated):
    """CP437, CRLF, tabs, two years, quantities, and #KSUMMA around it all."""
    rows = []

    def add(label, *fields, indent=""):
        rows.append((label, fields, indent))

    def quoted(text):
        return '"' + text + '"'

    first, last = book.years[year_index]
    before = book.years[year_index - 1]
    trials = {0: book.trial_balance(first, last), -1: book.trial_balance(*before)}
    add("#PROGRAM", quoted("Påhittad lönsamhet"), "6.00")
    add("#FORMAT", "PC8")
    add("#FTYP", quoted("AB"))
    add("#GEN", f"{generated:%Y%m%d}", "Kassören")
    add("#SIETYP", "4")
    add("#PROSA", quoted(""))
    add("#FNR", "HJULET")
    add("#ORGNR", head["number"])
    add("#FNAMN", quoted(head["name"]))
    add("#ADRESS", quoted(""), quoted("Exempelgatan 1"), quoted("450 00  LYSEKIL"), quoted(""))
    add("#KPTYP", "EUBAS97")
    for index, (start, end) in ((0, (first, last)), (-1, before)):
        add("#RAR", str(index), f"{start:%Y%m%d}", f"{end:%Y%m%d}")
    for account in sorted(set(trials[0]) | set(trials[-1])):
        add("#KONTO", account, quoted(book.chart[account]))
        add("#KTYP", account, account_type(account))
    for index in (0, -1):
        for label, side in (("#IB", 0), ("#UB", 1)):
            for account, pair in trials[index].items():
                if account[0] in "12" and (pair[0] or pair[1]):
                    add(label, str(index), account, amount_text(pair[side]), "0.00")
        for account, pair in trials[index].items():
            if account[0] not in "12" and pair[1]:
                add("#RES", str(index), account, amount_text(pair[1]), "0.00")
    for voucher in sorted(book.vouchers, key=lambda v: (v.series, v.number)):
        if not first <= voucher.date <= last:
            continue
        add("#VER", voucher.series, str(voucher.number), f"{voucher.date:%Y%m%d}",
            quoted(voucher.text))
        add("{")
        for account, amount, _ in voucher.rows:
            add("#TRANS", account, "{}", amount_text(amount), f"{voucher.date:%Y%m%d}",
                quoted(voucher.text), "0.00", indent="\t")
        add("}")
    crc = 0
    for label, fields, _ in rows:
        if label[0] == "#":
            content = label + "".join(field.strip('"') for field in fields if field != "{}")
            crc = zlib.crc32(content.encode("cp437"), crc)
    lines = ["#FLAGGA\t0", "#KSUMMA"]
    lines += [indent + "\t".join((label, *fields)) for label, fields, indent in rows]
    lines += [f"#KSUMMA\t{crc}"]
    return ("\r\n".join(lines) + "\r\n").encode("cp437")


def write(folder, book, year_index, content, suffix="se"):
    """Puts a file in the enterprise's folder under the label of its year."""
    target = folder / "bokforing"
    target.mkdir(parents=True, exist_ok=True)
    (target / f"{book.years[year_index][1].year}.{suffix}").write_bytes(content)
