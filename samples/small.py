"""The two small sample enterprises: an ideell förening and an aktiebolag with limited dividends.

Fictional like the others. Their ledgers are plain on purpose, and their SIE files wear two other
programs' dress: UTF-8 under #FORMAT PC8 with amounts as short as they get, and tabs with a checksum.
"""

import zlib
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction

import generate as base
from generate import Book, Chance, MONTH_NAMES, Register, kr, month_end, months_of, rounded

# ---------------------------------------------------------------- Trädgårdsvagnen: the register


def vagnen_register():
    register = Register()
    register.read("deltagare", """
        T001 | 1976 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2019-04-01 | ja
        T002 | 1984 | man | arbetsförmedlingen | aktivitetsstöd |  | 2020-09-01 | ja
        T003 | 1991 | kvinna | kommun | försörjningsstöd |  | 2021-02-01 | nej
        T004 | 1969 | man | kommun | försörjningsstöd |  | 2018-11-01 | ja
        T005 | 1998 | man | kommun | försörjningsstöd |  | 2022-08-01 | nej
        T006 | 1987 | kvinna | försäkringskassan | sjukpenning |  | 2023-05-01 | nej
        T007 | 1979 | man | kommun | försörjningsstöd |  | 2020-01-01 | nej
    """)
    register.employ("""
        T001 | 2023-03-01 |            | 75 | 23500 | lönebidrag | 12800
        T002 | 2024-05-01 |            | 50 | 23500 | lönebidrag | 8700
    """, raises=[(date(2025, 4, 1), 3)])
    register.read("traningsplatser", """
        T002 | 2023-09-01 | 2024-04-30 | 50 | kommun | 4200
        T003 | 2024-01-15 | 2024-12-31 | 50 | kommun | 4200
        T004 | 2024-03-01 |            | 50 | kommun | 4200
        T005 | 2024-08-19 | 2025-05-31 | 75 | kommun | 5400
        T006 | 2025-01-13 |            | 25 | försäkringskassan |
        T007 | 2025-03-01 | 2025-08-31 | 50 | kommun | 4400
    """)
    register.read("overgangar", """
        T003 | 2024-12-31 | arbete | 75 | 25200 | kommun |  | anställningsavtal
        T005 | 2025-05-31 | studier | 100 |  |  |  | myndighetsbeslut
        T007 | 2025-08-31 | avbrott |  |  |  |  | egen uppgift
    """)
    register.read("uppfoljningar", """
        T003 | 2025-05-20 | i arbete | lönespecifikation
        T003 | 2025-11-04 | i arbete | egen uppgift
        T005 | 2025-11-18 | i studier | egen uppgift
        T007 | 2025-11-25 | ej nådd | inget
    """)
    register.check()
    return register


# ---------------------------------------------------------------- Trädgårdsvagnen: the ledger

VAGNEN_CHART = {
    "1220": "Redskap och växthus", "1229": "Avskrivning redskap och växthus",
    "1630": "Skattekonto", "1790": "Upplupna intäkter", "1910": "Kassa", "1930": "Bankkonto",
    "2060": "Föreningskapital", "2067": "Balanserat resultat", "2068": "Förra årets resultat",
    "2069": "Årets resultat", "2071": "Ändamålsbestämda medel, skolträdgården",
    "2710": "Avdragen skatt", "2731": "Arbetsgivaravgifter att betala",
    "2920": "Upplupna semesterlöner", "2941": "Upplupna avgifter på semesterlöner",
    "3011": "Försäljning plantor och grönsaker", "3021": "Trädgårdshjälp",
    "3041": "Träningsplatser kommunen", "3110": "Medlemsavgifter",
    "3210": "Verksamhetsbidrag kommunen", "3220": "Projektbidrag Boverket",
    "3310": "Bidrag från stiftelser", "3410": "Gåvor", "3988": "Lönebidrag",
    "4010": "Frön, plantor och jord", "5010": "Arrende och lokal", "5410": "Förbrukningsinventarier",
    "5611": "Drivmedel", "6110": "Kontorsmateriel", "6211": "Telefon", "6310": "Försäkringar",
    "6570": "Bankkostnader", "6981": "Föreningsavgifter", "6993": "Lämnade bidrag",
    "7010": "Löner", "7015": "Löner arbetsintegration", "7290": "Förändring semesterlöneskuld",
    "7510": "Arbetsgivaravgifter", "7519": "Avgifter på semesterlöneskuld",
    "7570": "Arbetsmarknadsförsäkringar", "7832": "Avskrivning redskap och växthus",
    "8311": "Ränteintäkter", "8999": "Årets resultat",
}

VAGNEN_YEARS = [(date(year, 1, 1), date(year, 12, 31)) for year in (2023, 2024, 2025)]


def vagnen_book(register):
    chance = Chance("trädgårdsvagnen bok")
    book = Book(VAGNEN_CHART, VAGNEN_YEARS, chance)
    book.series_by_use = {use: "V" for use in
                          ("sale", "purchase", "receipt", "payment", "card", "payroll", "memo")}
    book.opening = {account: kr(amount) for account, amount in {
        "1220": 84000, "1229": -33600, "1790": 9600, "1910": 600, "1930": 141500,
        "2060": -60000, "2069": -7400, "2710": -5100, "2731": -7350, "2920": -14200,
        "2941": -4462}.items()}
    book.opening["2067"] = -sum(book.opening.values())
    wages = base.by_month(VAGNEN_YEARS, register.wages)
    subsidies = base.by_month(
        VAGNEN_YEARS, lambda a, b: register.subsidies(a, b, base.SUBSIDIES_ON_3988))
    places = base.by_month(VAGNEN_YEARS, lambda a, b: register.places(a, b, "kommun"))
    open_result(book, date(2023, 1, 1), "2069", "2068")
    for first, last in VAGNEN_YEARS:
        vagnen_meeting(book, first.year)
        for year, month in months_of(first, last):
            vagnen_month(book, chance, year, month, wages[year, month], subsidies[year, month],
                         places[year, month])
        vagnen_year_end(book, first, last)
    book.number_vouchers(gap_days=0)
    return book


def open_result(book, first, holder, before):
    """The new year moves last year's result on."""
    result = book.balance(holder, first - timedelta(days=1))
    book.post("V", first, "Omföring förra årets resultat", [(holder, -result), (before, result)])


def vagnen_meeting(book, year):
    """The annual meeting disposes of the result; a grant's unspent part is set aside."""
    when = date(year, 3, 26)
    result = -book.balance("2068", when)
    aside = kr({2023: 0, 2024: 0, 2025: 30000}[year])
    book.post("V", when, "Årsmötets beslut om resultatet",
              [("2068", result), ("2071", -aside), ("2067", aside - result)])
    used = kr({2023: 0, 2024: 0, 2025: 18000}[year])
    book.post("V", date(year, 12, 31), "Ändamålsbestämda medel använda till skolträdgården",
              [("2071", used), ("2067", -used)])


def vagnen_month(book, chance, year, month, target, subsidy, places):
    end, name = month_end(year, month), f"{MONTH_NAMES[month - 1]} {year}"

    def on(number):
        return base.weekday_on_or_after(date(year, month, number))

    def bank(when, text, account, amount):
        book.post("V", when, text, [("1930", -amount), (account, amount)])

    season = {4: 6, 5: 14, 6: 10, 7: 7, 8: 9, 9: 7, 10: 3}.get(month, 0)
    if season:
        bank(on(27), f"Försäljning vid vagnen {name}", "3011",
             -kr(season * chance.between(900, 1300, 5)))
        bank(on(25), f"Trädgårdshjälp {name}", "3021", -kr(season * chance.between(700, 1000, 10)))
        bank(on(4), f"Frön och jord {name}", "4010", kr(season * chance.between(180, 300)) + 50)
    bank(on(28), f"Vimmerby kommun träningsplatser {name}", "3041", -places)
    if month == 2:
        bank(on(10), "Medlemsavgifter", "3110", -kr(200 * {2023: 41, 2024: 44, 2025: 52}[year]))
        bank(on(14), "Vimmerby kommun verksamhetsbidrag", "3210",
             -kr({2023: 105000, 2024: 115000, 2025: 145000}[year]))
    if month == 4:
        bank(on(9), "Projektbidrag skolträdgården", "3220",
             -kr({2023: 0, 2024: 120000, 2025: 110000}[year]))
        bank(on(21), "Stiftelsen Påhittade Gröningar", "3310", -kr(25000))
    if month in (6, 12):
        bank(on(15), "Gåvor", "3410", -kr(chance.between(1800, 5200, 50)))
    if month == 11:
        bank(on(12), "Bidrag till odlargruppen i grannbyn", "6993", kr(6000 + 500 * (year - 2023)))
        bank(on(20), "Riksförbundet Påhittade Odlare", "6981", kr(1200))
    if month == 1:
        bank(on(18), "Låtsas Försäkring", "6310", kr(5200))
    bank(on(1), f"Arrende och lokal {name}", "5010", kr(3100))
    bank(on(9), f"Telefon {name}", "6211", kr(249))
    bank(on(13), f"Drivmedel {name}", "5611", kr(chance.between(250, 900)) + chance.between(0, 99))
    if chance.happens(0.5):
        account = chance.pick(["5410", "6110"])
        bank(on(17), "Järnhandeln Låtsas", account, kr(chance.between(120, 1400)))
    bank(end, "Bankavgift", "6570", kr(95))
    book.post("V", end, f"Lönebidrag {name}", [("1790", subsidy), ("3988", -subsidy)])
    owed = book.balance("1790", date(year, month, 1) - timedelta(days=1))
    book.post("V", on(22), "Arbetsförmedlingen lönebidrag", [("1930", owed), ("1790", -owed)])
    # Wages, and last month's tax and contributions by the tax account.
    ordinary = rounded(Fraction(kr(27800) * 40, 100) * (100 + 3 * (year - 2023)) / 100)
    gross = ordinary + target
    tax = rounded(Fraction(gross * 17, 100) / 100) * 100
    fees = rounded(gross * base.FEE_RATE)
    insurance = rounded(Fraction(gross * 3, 1000))
    book.post("V", on(25), f"Löner {name}",
              [("7010", ordinary), ("7015", target), ("2710", -tax), ("1930", tax - gross)])
    book.post("V", on(25), f"Arbetsgivaravgifter {name}", [("7510", fees), ("2731", -fees)])
    bank(on(26), f"Arbetsmarknadsförsäkringar {name}", "7570", insurance)
    before = date(year, month, 1) - timedelta(days=1)
    withheld, due = book.balance("2710", before), book.balance("2731", before)
    book.post("V", on(12), "Skattekontot", [("1630", -withheld - due), ("1930", withheld + due)])
    book.post("V", on(12), "Arbetsgivardeklaration",
              [("2710", -withheld), ("2731", -due), ("1630", withheld + due)])


def vagnen_year_end(book, first, last):
    book.post("V", last, "Avskrivning", [("7832", kr(8400)), ("1229", -kr(8400))])
    more = kr({2023: 1500, 2024: 3900, 2025: 2300}[last.year])
    fees = rounded(more * base.FEE_RATE)
    book.post("V", last, "Semesterlöneskuld",
              [("7290", more), ("2920", -more), ("7519", fees), ("2941", -fees)])
    book.post("V", last, "Ränta", [("1930", kr(412)), ("8311", -kr(412))])
    if last.year < 2025:   # 2025 was exported before the year's result was booked
        result = book.result(first, last)
        book.post("V", last, "Årets resultat", [("8999", result), ("2069", -result)])
        open_result(book, last + timedelta(days=1), "2069", "2068")


# ---------------------------------------------------------------- Hjulverkstan: the ledger

HJULET_CHART = {
    "1220": "Inventarier och verktyg", "1229": "Ackumulerade avskrivningar på inventarier",
    "1465": "Lager av varor", "1510": "Kundfordringar", "1630": "Skattekonto",
    "1680": "Fordran Arbetsförmedlingen", "1930": "Företagskonto", "2081": "Aktiekapital",
    "2091": "Balanserad vinst", "2098": "Vinst från föregående år", "2099": "Årets resultat",
    "2123": "Periodiseringsfond 2023", "2124": "Periodiseringsfond 2024",
    "2125": "Periodiseringsfond 2025", "2153": "Ackumulerade överavskrivningar",
    "2440": "Leverantörsskulder", "2512": "Beräknad inkomstskatt",
    "2514": "Beräknad särskild löneskatt", "2518": "Betald F-skatt",
    "2611": "Utgående moms 25 %", "2621": "Utgående moms 12 %", "2641": "Ingående moms",
    "2650": "Redovisningskonto för moms", "2710": "Personalskatt",
    "2731": "Avräkning arbetsgivaravgifter", "2898": "Outtagen vinstutdelning",
    "2920": "Upplupna semesterlöner", "2941": "Upplupna sociala avgifter",
    "3011": "Cyklar och delar", "3021": "Reparationer", "3045": "Träningsplatser Lysekils kommun",
    "3055": "Cykelservice åt kommunen", "3740": "Öresutjämning", "3988": "Lönebidrag",
    "4010": "Inköp cyklar och delar", "4960": "Lagerförändring", "5010": "Lokalhyra",
    "5410": "Förbrukningsinventarier", "5460": "Förbrukningsmateriel", "6110": "Kontorsmateriel",
    "6212": "Mobiltelefon", "6310": "Företagsförsäkringar", "6423": "Revision",
    "6530": "Redovisningstjänster", "6570": "Banktjänster", "7010": "Löner",
    "7015": "Löner arbetsintegration", "7290": "Förändring av semesterlöneskuld",
    "7510": "Arbetsgivaravgifter", "7519": "Sociala avgifter för semesterlöner",
    "7832": "Avskrivningar på inventarier", "8311": "Ränteintäkter", "8423": "Ränta skattekonto",
    "8811": "Avsättning till periodiseringsfond", "8853": "Förändring av överavskrivningar",
    "8910": "Skatt på årets resultat", "8999": "Årets resultat",
}

HJULET_YEARS = [(date(year, 1, 1), date(year, 12, 31)) for year in (2024, 2025)]


def hjulet_book():
    chance = Chance("hjulverkstan bok")
    book = Book(HJULET_CHART, HJULET_YEARS, chance)
    book.series_by_use = {"sale": "B", "purchase": "E", "receipt": "C", "payment": "F",
                          "card": "A", "payroll": "L", "memo": "A"}
    book.opening = {account: kr(amount) for account, amount in {
        "1220": 126000, "1229": -50400, "1465": 88500, "1510": 46250, "1680": 21600,
        "1930": 204300, "2081": -25000, "2099": -31700, "2123": -14000, "2153": -9000,
        "2440": -28750, "2512": -8900, "2518": 6000, "2650": -31200, "2710": -19300,
        "2731": -26600, "2920": -48000, "2941": -15082}.items()}
    book.opening["2091"] = -sum(book.opening.values())
    book.post("C", date(2024, 1, 15), "Inbetalningar äldre fakturor",
              [("1930", kr(46250)), ("1510", -kr(46250))])
    book.post("F", date(2024, 1, 17), "Betalning leverantörer enligt lista",
              [("2440", kr(28750)), ("1930", -kr(28750))])
    for first, last in HJULET_YEARS:
        hjulet_meeting(book, first)
        for year, month in months_of(first, last):
            hjulet_month(book, chance, year, month)
        hjulet_year_end(book, first, last)
    book.number_vouchers(gap_days=4)
    return book


def hjulet_meeting(book, first):
    """All but a small dividend, as särskild vinstutdelningsbegränsning allows, stays in the company."""
    result = -book.balance("2099", first - timedelta(days=1))
    book.post("A", first, "Omföring av föregående års resultat",
              [("2099", result), ("2098", -result)])
    dividend = kr(900)
    when = date(first.year, 5, 14)
    book.post("A", when, "Årsstämmans beslut",
              [("2098", result), ("2898", -dividend), ("2091", dividend - result)])
    book.post("A", when + timedelta(days=14), "Utbetald vinstutdelning",
              [("2898", dividend), ("1930", -dividend)])


def hjulet_month(book, chance, year, month):
    end, name = month_end(year, month), MONTH_NAMES[month - 1]

    def on(number):
        return base.weekday_on_or_after(date(year, month, number))

    season = {3: 120, 4: 165, 5: 170, 6: 140, 7: 95, 8: 125, 9: 110, 10: 90}.get(month, 60)
    for week in (5, 12, 19, 26):
        goods = kr(chance.between(110, 170) * season)
        work = kr(chance.between(70, 115) * season)
        book.post("A", on(week), f"Försäljning över disk vecka {week // 7 + 1}",
                  [("1930", rounded(Fraction((goods + work) * 125, 100))), ("3011", -goods),
                   ("3021", -work), ("2611", -rounded(Fraction((goods + work) * 25, 100)))])
    book.sell(end, "Lysekils kommun", f"träningsplatser {name}", [("3045", kr(4 * 4600), 0, None)])
    book.sell(on(20), "Lysekils kommun", f"cykelservice {name}",
              [("3055", kr(chance.between(2400, 5200, 50)), 25, None)])
    book.post("A", end, f"Lönebidrag {name}", [("1680", kr(21600)), ("3988", -kr(21600))])
    owed = book.balance("1680", date(year, month, 1) - timedelta(days=1))
    book.post("C", on(21), "Arbetsförmedlingen lönebidrag", [("1930", owed), ("1680", -owed)])
    book.buy(on(6), "Cykelgrossisten Påhitt AB", "delar",
             [("4010", kr(chance.between(170, 230) * season), 25)])
    book.buy(on(1), "Exempelhus Fastigheter AB", "hyra", [("5010", kr(9800), 25)], terms=20)
    book.buy(on(8), "Teleexempel AB", "telefon", [("6212", kr(640), 25)])
    book.buy(on(16), "Redovisning Sagan HB", "bokföring", [("6530", kr(2900), 25)])
    for _ in range(2):
        account, shop = chance.pick([("5410", "Verktygsboden Fiktiv"), ("5460", "Lackhuset Låtsas"),
                                     ("6110", "Pappershandeln Exempel")])
        book.pay_by_card(on(chance.between(2, 25)), shop, account, kr(chance.between(150, 1900)))
    book.post("A", end, "Bankavgifter", [("6570", kr(210)), ("1930", -kr(210))])
    if month == 1:
        book.buy(on(18), "Låtsas Försäkring", "försäkring", [("6310", kr(11400), 0)])
    if month == 5:
        book.buy(on(22), "Revisor Påhitt AB", "revision", [("6423", kr(14500), 25)])
    raised = Fraction(100 + 3 * (year - 2024), 100)
    ordinary, target = rounded(kr(31500) * raised), rounded(kr(41200) * raised)
    gross = ordinary + target
    tax = rounded(Fraction(gross * 20, 100) / 100) * 100
    fees = rounded(gross * base.FEE_RATE)
    book.post("L", on(25), f"Löner {name}",
              [("7010", ordinary), ("7015", target), ("2710", -tax), ("1930", tax - gross)])
    book.post("L", on(25), f"Arbetsgivaravgifter {name}", [("7510", fees), ("2731", -fees)])
    book.settle_tax_account(year, month, kr(350))
    if month % 3 == 0:
        book.declare_vat(end)
    if (year, month) == (2025, 4):
        book.final_tax(on(14))


def hjulet_year_end(book, first, last):
    book.post("A", last, "Avskrivningar enligt plan", [("7832", kr(25200)), ("1229", -kr(25200))])
    stock = kr({2024: 93400, 2025: 101250}[last.year])
    change = stock - book.balance("1465", last)
    book.post("A", last, "Inventering", [("1465", change), ("4960", -change)])
    more = kr({2024: 2700, 2025: 3400}[last.year])
    fees = rounded(more * base.FEE_RATE)
    book.post("A", last, "Semesterlöneskuld",
              [("7290", more), ("2920", -more), ("7519", fees), ("2941", -fees)])
    book.post("A", last, "Ränta företagskonto", [("1930", kr(538)), ("8311", -kr(538))])
    extra = kr({2024: 4000, 2025: -3000}[last.year])
    book.post("A", last, "Överavskrivningar", [("8853", extra), ("2153", -extra)])
    # A quarter of the taxable surplus may be put into the fund, in hundreds of kronor here.
    fund = max(0, book.result(first, last) * 20 // 1000000 * 10000)
    account = f"212{last.year % 10}"
    book.post("A", last, "Avsättning till periodiseringsfond", [("8811", fund), (account, -fund)])
    base.close_year(book, last, book.result(first, last))


# ---------------------------------------------------------------- two programs' dress

def short(amount):
    """12500, 12500.5: as short as it gets."""
    text = base.amount_text(amount)
    return text.rstrip("0").rstrip(".")


def bare_file(book, year_index, head, generated):
    """UTF-8 under #FORMAT PC8, LF, no #KTYP, no year before, a date on every #TRANS."""
    first, last = book.years[year_index]
    trial = book.trial_balance(first, last)
    lines = ["#FLAGGA 0", '#PROGRAM "Låtsas webbokföring" 1.0', "#FORMAT PC8", f"#GEN {generated}",
             "#SIETYP 4", f'#FNAMN "{head["name"]}"', f"#ORGNR {head['number']}",
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
    add("#GEN", generated, "Kassören")
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
        add("#KTYP", account, base.account_type(account))
    for index in (0, -1):
        for label, side in (("#IB", 0), ("#UB", 1)):
            for account, pair in trials[index].items():
                if account[0] in "12" and (pair[0] or pair[1]):
                    add(label, str(index), account, base.amount_text(pair[side]), "0.00")
        for account, pair in trials[index].items():
            if account[0] not in "12" and pair[1]:
                add("#RES", str(index), account, base.amount_text(pair[1]), "0.00")
    for voucher in sorted(book.vouchers, key=lambda v: (v.series, v.number)):
        if not first <= voucher.date <= last:
            continue
        add("#VER", voucher.series, str(voucher.number), f"{voucher.date:%Y%m%d}",
            quoted(voucher.text))
        add("{")
        for account, amount, _ in voucher.rows:
            add("#TRANS", account, "{}", base.amount_text(amount), f"{voucher.date:%Y%m%d}",
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


def check_statement(book):
    """Every year ties, and no account of another legal form is used."""
    book.verify()
    for first, last in book.years:
        trial = book.trial_balance(first, last)
        sums = defaultdict(int)
        for account, (_, closing) in trial.items():
            sums[account[0]] += closing
        assert sums["1"] == -sum(amount for digit, amount in sums.items() if digit != "1")


def write(folder):
    register = vagnen_register()
    book = vagnen_book(register)
    base.check_ties("tradgardsvagnen", book, register, register.wages, {"kommun": ("3041", None)})
    check_statement(book)
    target = folder / "tradgardsvagnen"
    head = {"name": "Trädgårdsvagnen ideell förening", "number": "802499-0000"}
    (target / "bokforing").mkdir(parents=True, exist_ok=True)
    for index, generated in ((1, "20250214"), (2, "20260122")):
        name = f"{book.years[index][1].year}.se"
        (target / "bokforing" / name).write_bytes(bare_file(book, index, head, generated))
    register.write(target / "utfall", ";", "\r\n", "\ufeff")

    book = hjulet_book()
    check_statement(book)
    target = folder / "hjulverkstan"
    head = {"name": "Hjulverkstan i Exempelhamn AB (svb)", "number": "559999-0000"}
    (target / "bokforing").mkdir(parents=True, exist_ok=True)
    (target / "bokforing" / "2025.SE").write_bytes(tabbed_file(book, 1, head, "20260210"))
    for first, last in book.years:
        income = -book.change(lambda number: number[0] == "3", first, last)
        print(f"hjulverkstan {last.year}: intäkter {base.amount_text(income)}, resultat "
              f"{base.amount_text(-book.balance('2099', last))}")
