"""Kafé Kardemumma ekonomisk förening, Söderhamn: a café with a split fiscal year, a table of paid
wages and an employee over 66, whose last file was made before the year was closed."""

from datetime import date, timedelta
from fractions import Fraction

import sie
import ties
from amounts import amount_text, by_month, kr, rounded
from book import (Book, COMPANY_TAX_RATE, FEE_RATE, FEE_RATE_SENIOR, PENSION_TAX_RATE,
                  close_year)
from chance import Chance
from days import MONTH_NAMES, day, month_end, months_of, weekday_on_or_after
from register import Register, SUBSIDIES_ON_3988


def fill_register():
    register = Register()
    register.read("deltagare", """
        K001 | 1969 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2014-09-01 | ja |
        K002 | 1957 | kvinna | kommun | försörjningsstöd |  | 2010-03-01 | ja |
        K003 | 1992 | kvinna | försäkringskassan | sjukersättning |  | 2013-01-01 | ja |
        K004 | 1999 | man | arbetsförmedlingen | aktivitetsstöd |  | 2021-05-01 | nej |
        K005 | 1987 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2022-10-01 | ja | Bollnäs
        K006 | 1978 | man | kommun | försörjningsstöd |  | 2019-02-01 | nej |
        K007 | 1996 | kvinna | kommun | försörjningsstöd |  | 2021-11-01 | nej |
        K008 | 2003 | kvinna | arbetsförmedlingen | utvecklingsersättning |  | 2022-08-15 | nej |
        K009 | 1983 | man | arbetsförmedlingen | etableringsersättning |  | 2022-04-01 | nej | Hudiksvall
        K010 | 1974 | kvinna | kommun | försörjningsstöd | 9100 | 2016-06-01 | nej |
        K011 | 2000 | annat | kommun | aktivitetsersättning |  | 2019-07-01 | nej |
        K012 | 1966 | man | kommun | försörjningsstöd |  | 2013-05-01 | nej |
        K013 | 1990 | kvinna | försäkringskassan | sjukpenning | 12100 | 2023-09-11 | nej |
        K014 | 1988 | man | kommun | försörjningsstöd |  | 2020-01-01 | ja |
        K015 | 1981 | kvinna | arbetsförmedlingen | aktivitetsstöd |  | 2023-02-01 | nej | Bollnäs
        K016 | 1995 | man | kommun | okänd |  |  | nej |
        K017 | 1977 | kvinna | kommun | försörjningsstöd |  | 2018-10-01 | nej |
        K018 | 2002 | man | arbetsförmedlingen | utvecklingsersättning |  | 2022-06-10 | nej |
    """)
    register.employ("""
        K001 | 2019-05-01 |            | 60 | 21400 | lönebidrag | 9100
        K002 | 2019-09-01 | 2023-12-31 | 25 | 21400 | lönebidrag | 3600
        K002 | 2024-01-01 |            | 20 | 23300 | ingen |
        K003 | 2021-02-01 |            | 50 | 21900 | trygghetsanställning | 8000
        K004 | 2022-09-01 | 2024-10-31 | 50 | 22300 | utvecklingsanställning | 8200
        K005 | 2024-11-01 |            | 50 | 23800 | lönebidrag | 7900
    """, raises=[(date(2022, 4, 1), 2), (date(2023, 4, 1), 4), (date(2024, 4, 1), 3),
                 (date(2025, 4, 1), 3)])
    register.read("traningsplatser", """
        K004 | 2022-03-01 | 2022-08-31 | 50 | arbetsförmedlingen | 4700
        K006 | 2022-10-01 | 2023-12-31 | 50 | kommun | 6200
        K018 | 2022-11-01 | 2023-06-15 | 75 | arbetsförmedlingen | 4700
        K009 | 2023-07-01 | 2023-12-31 | 75 | arbetsförmedlingen | 4700
        K007 | 2022-11-07 | 2024-03-31 | 50 | kommun | 6200
        K008 | 2023-01-09 | 2024-02-29 | 75 | arbetsförmedlingen | 4700
        K010 | 2022-09-01 | 2025-02-28 | 40 | kommun | 6200
        K011 | 2024-01-08 |            | 50 | kommun | 6400
        K005 | 2024-01-15 | 2024-10-31 | 50 | arbetsförmedlingen | 4800
        K017 | 2024-02-01 | 2024-06-14 | 50 | kommun | 6400
        K012 | 2024-04-01 | 2024-12-31 | 50 | kommun | 6400
        K013 | 2024-08-19 | 2025-02-16 | 25 | försäkringskassan |
        K014 | 2024-09-01 |            | 60 | kommun | 6500
        K015 | 2024-11-04 | 2025-05-31 | 75 | arbetsförmedlingen | 4900
        K009 | 2025-01-07 | 2025-06-30 | 75 | arbetsförmedlingen | 4900
        K016 | 2025-03-03 |            | 50 | kommun | 6500
    """)
    register.read("overgangar", """
        K018 | 2023-06-15 | avbrott |  |  |  |  | inget
        K006 | 2023-12-31 | arbete | 50 | 24800 | kommun |  | anställningsavtal
        K009 | 2023-12-31 | nystartsjobb | 100 | 25900 | privat | 9000 | anställningsavtal
        K008 | 2024-02-29 | studier | 100 |  |  |  | egen uppgift
        K007 | 2024-03-31 | avbrott |  |  |  |  | egen uppgift
        K017 | 2024-06-14 | flytt |  |  |  |  | egen uppgift
        K004 | 2024-10-31 | arbete | 75 | 26100 | privat |  | anställningsavtal
        K012 | 2024-12-31 | försörjning |  |  |  |  | myndighetsbeslut
        K013 | 2025-02-16 | annan insats |  |  |  |  | myndighetsbeslut
        K010 | 2025-02-28 | sjukskrivning |  |  |  |  | egen uppgift
        K015 | 2025-05-31 | arbete | 60 | 25000 | privat |  | arbetsgivarens uppgift
        K009 | 2025-06-30 | okänt |  |  |  |  | inget
    """)
    register.read("uppfoljningar", """
        K006 | 2024-04-15 | i arbete | arbetsgivarens uppgift
        K009 | 2024-05-06 | i arbete | lönespecifikation
        K008 | 2024-08-26 | i studier | egen uppgift
        K006 | 2024-10-01 | i arbete | egen uppgift
        K009 | 2024-10-14 | arbetslös | egen uppgift
        K004 | 2025-01-20 | i arbete | lönespecifikation
        K008 | 2025-01-27 | i studier | myndighetsbeslut
        K007 | 2025-02-10 | ej nådd | inget
        K006 | 2025-03-03 | annat arbete | egen uppgift
        K010 | 2025-05-05 | sjuk | egen uppgift
        K004 | 2025-05-12 | i arbete |
        K008 | 2025-06-09 | okänt | inget
    """)
    register.fill_attendance(Chance("kardemumma närvaro"))
    add_paid_wages(register)
    return register


def add_paid_wages(register):
    """What payroll really paid, month by month, sick days and unpaid leave deducted."""
    chance = Chance("kardemumma löner")
    for year, month in months_of(date(2023, 7, 1), date(2025, 6, 30)):
        first, last = date(year, month, 1), month_end(year, month)
        for person in sorted(register.employed_on(first) | register.employed_on(last)):
            amount = register.wages(first, last, {person})
            if chance.happens(0.25):
                amount -= amount * chance.between(3, 14) / 100
            register.tables["loner"].append({
                "Deltagare": person, "Från": first.isoformat(), "Till": last.isoformat(),
                "Belopp": amount_text(rounded(amount / 100) * 100)})


CHART = {
    "1220": "Inventarier och verktyg",
    "1229": "Ack avskrivningar inventarier",
    "1460": "Lager av handelsvaror",
    "1510": "Kundfordringar",
    "1580": "Fordringar för kontokort",
    "1630": "Skattekonto",
    "1680": "Andra kortfristiga fordringar",
    "1910": "Kassa",
    "1930": "Bank",
    "2083": "Medlemsinsatser",
    "2086": "Reservfond",
    "2091": "Balanserat resultat",
    "2098": "Föregående års resultat",
    "2099": "Årets resultat",
    "2440": "Leverantörsskulder",
    "2512": "Beräknad inkomstskatt",
    "2514": "Beräknad särskild löneskatt",
    "2518": "Betald F-skatt",
    "2611": "Utgående moms 25 %",
    "2621": "Utgående moms 12 %",
    "2641": "Ingående moms",
    "2650": "Momsredovisning",
    "2710": "Personalskatt",
    "2731": "Arbetsgivaravgifter att betala",
    "2920": "Upplupna semesterlöner",
    "2941": "Upplupna sociala avgifter",
    "2950": "Upplupna pensionspremier",
    "3041": "Träningsplatser Söderhamns kommun",
    "3042": "Träningsplatser Arbetsförmedlingen",
    "3051": "Försäljning porslin och hantverk 25 %",
    "3052": "Kaféförsäljning 12 %",
    "3053": "Catering till kommunen 12 %",
    "3054": "Catering till företag och föreningar 12 %",
    "3061": "Medlemsavgifter",
    "3740": "Öresavrundning",
    "3987": "Kommunalt föreningsbidrag",
    "3988": "Lönestöd",
    "3993": "Gåvor",
    "3997": "Sjuklöneersättning",
    "4010": "Inköp livsmedel",
    "4011": "Inköp porslin och hantverk",
    "4960": "Lagerförändring",
    "5010": "Lokalhyra",
    "5020": "El",
    "5062": "Sophämtning",
    "5410": "Förbrukningsinventarier",
    "5460": "Förbrukningsmaterial",
    "5520": "Reparationer",
    "5580": "Tvätt av arbetskläder",
    "5910": "Annonsering",
    "6040": "Kontokortsavgifter",
    "6110": "Kontorsmateriel",
    "6210": "Telefon och bredband",
    "6310": "Försäkringar",
    "6530": "Redovisning",
    "6540": "Kassasystem",
    "6570": "Bankkostnader",
    "6950": "Livsmedelskontroll",
    "6981": "Föreningsavgifter",
    "7010": "Löner",
    "7015": "Löner arbetsintegration",
    "7081": "Sjuklöner",
    "7290": "Förändring semesterlöneskuld",
    "7411": "Pensionspremier",
    "7510": "Arbetsgivaravgifter 31,42 %",
    "7511": "Arbetsgivaravgifter 10,21 %",
    "7519": "Sociala avgifter semesterlöneskuld",
    "7533": "Särskild löneskatt",
    "7571": "Arbetsmarknadsförsäkringar",
    "7610": "Utbildning",
    "7832": "Avskrivningar inventarier",
    "8311": "Ränteintäkter",
    "8314": "Skattefria ränteintäkter",
    "8910": "Skatt",
    "8999": "Årets resultat",
}

YEARS = [(date(y, 7, 1), date(y + 1, 6, 30)) for y in (2022, 2023, 2024)]
LOW_FEE_FROM = date(2024, 1, 1)
STAFF = [("7010", 31800, 65), ("7010", 28300, 50)]


def keep_book(register, shift):
    chance = Chance("kardemumma bok")
    book = Book(CHART, YEARS, chance)
    book.series_by_use = {"sale": "V", "purchase": "V", "receipt": "V", "payment": "V",
                          "card": "V", "payroll": "V", "memo": "V"}
    book.opening = {account: kr(amount) for account, amount in {
        "1220": 148000, "1229": -71000, "1460": 14200, "1580": 3900, "1680": 26500,
        "1910": 2500, "1930": 236000, "2083": -7000, "2086": -9000, "2099": -8200,
        "2440": -31000, "2514": -6100, "2518": 4000, "2650": -19400, "2710": -14800,
        "2731": -22300, "2920": -41000, "2941": -12882, "2950": -7500}.items()}
    book.opening["2091"] = -sum(book.opening.values())
    book.post("V", date(2022, 7, 18), "Betalning leverantörsskulder från juni",
              [("2440", kr(31000)), ("1930", -kr(31000))])
    book.post("V", date(2022, 7, 22), "Arbetsförmedlingen lönestöd juni",
              [("1930", kr(26500)), ("1680", -kr(26500))])

    def paid(first, last):
        known = register.paid_wages(first, last)
        return Fraction(known) if known else register.wages(first, last)

    def paid_to_senior(first, last):
        """K002 turned 66 the year before: the lower contribution applies from the new year."""
        if first < shift.day(LOW_FEE_FROM):
            return Fraction(0)
        return Fraction(sum(kr(row["Belopp"]) for row in register.tables["loner"]
                            if row["Deltagare"] == "K002" and first <= day(row["Från"])
                            and day(row["Till"]) <= last))

    quantities = {
        "wages": by_month(YEARS, shift, paid),
        "senior": by_month(YEARS, shift, paid_to_senior),
        "subsidies": by_month(YEARS, shift,
                              lambda a, b: register.subsidies(a, b, SUBSIDIES_ON_3988)),
        "kommun": by_month(YEARS, shift, lambda a, b: register.places(a, b, "kommun")),
        "arbetsförmedlingen": by_month(
            YEARS, shift, lambda a, b: register.places(a, b, "arbetsförmedlingen"))}

    for first, last in YEARS:
        for year, month in months_of(first, last):
            post_till(book, chance, year, month)
            post_income(book, chance, quantities, year, month)
            post_purchases(book, chance, year, month)
            post_payroll(book, chance, quantities, year, month)
            if month % 3 == 0:
                book.declare_vat(month_end(year, month))
            book.settle_tax_account(year, month, advance_tax=kr(1000))
            if month == 11:
                book.final_tax(weekday_on_or_after(date(year, 11, 14)))
        close_books(book, first, last)
    book.number_vouchers(gap_days=0)
    return book


def post_till(book, chance, year, month):
    """One voucher a day from the till; cards reach the bank weekly, cash monthly."""
    growth = {2022: 92, 2023: 97, 2024: 103, 2025: 107}[year]
    season = {7: 120, 8: 112, 12: 108, 1: 84, 2: 88}.get(month, 100)
    end = month_end(year, month)
    for number in range(1, end.day + 1):
        when = date(year, month, number)
        closed = when.weekday() >= 5 or (month, number) in {
            (1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)} \
            or (month == 7 and number >= 15)
        if not closed:
            food = kr(chance.between(2900, 4600, 5)) * growth * season // 1000000 * 100
            food_vat = rounded(Fraction(food * 12, 112))
            craft = kr(chance.between(60, 480, 10)) if chance.happens(0.4) else 0
            craft_vat = rounded(Fraction(craft * 25, 125))
            cash = kr(chance.between(60, 420, 5))
            book.post("K", when, "Dagskassa",
                      [("1580", food + craft - cash), ("1910", cash),
                       ("3052", food_vat - food, "10"), ("2621", -food_vat),
                       ("3051", craft_vat - craft, "10"), ("2611", -craft_vat)])
        if when.weekday() == 4 or when == end:
            owed = book.balance("1580", when)
            fee = rounded(Fraction(owed * 145, 10000))
            book.post("K", when, "Kortinlösen Exempelbetalningar",
                      [("1930", owed - fee), ("6040", fee), ("1580", -owed)])
    cash = book.balance("1910", end) // 10000 * 10000 - kr(2000)
    if cash > 0:
        book.post("K", end, "Dagskassor insatta på bank", [("1930", cash), ("1910", -cash)])


def post_income(book, chance, quantities, year, month):
    end, name = month_end(year, month), MONTH_NAMES[month - 1]
    for _ in range(chance.between(3, 5) if month != 7 else 1):
        when = weekday_on_or_after(date(year, month, chance.between(2, 24)))
        net = kr(chance.between(1600, 6200, 50))
        customer, account = chance.pick([
            ("Söderhamns kommun", "3053"), ("Exempelskolan", "3053"),
            ("Biblioteket Påhittet", "3053"), ("Låtsas Advokatbyrå", "3054"),
            ("Föreningen Fiktiva", "3054")])
        book.sell(when, customer, "catering", [(account, net, 12, "20")])
    for buyer, customer, account in (
            ("kommun", "Söderhamns kommun", "3041"),
            ("arbetsförmedlingen", "Arbetsförmedlingen", "3042")):
        net = quantities[buyer][year, month]
        if net:
            book.sell(end, customer, f"träningsplatser {name}", [(account, net, 0, "30")])
    amount = quantities["subsidies"][year, month]
    book.post("V", end, f"Lönestöd {name}", [("1680", amount), ("3988", -amount)])
    book.post("V", weekday_on_or_after(end + timedelta(days=22)),
              f"Arbetsförmedlingen lönestöd {name}", [("1930", amount), ("1680", -amount)])
    if month in (9, 3):
        book.post("V", weekday_on_or_after(date(year, month, 20)),
                  "Gåva från Stiftelsen Påhittade Vänner", [("1930", kr(30000)), ("3993", -kr(30000))])
    if chance.happens(0.5):
        gift = kr(chance.between(200, 2500, 50))
        book.post("V", weekday_on_or_after(date(year, month, 11)), "Gåvor insamlade i kaféet",
                  [("1930", gift), ("3993", -gift)])
    if month == 10:
        grant = {2022: 90000, 2023: 45000, 2024: 50000}[year]
        book.post("V", weekday_on_or_after(date(year, 10, 25)), "Söderhamns kommun föreningsbidrag",
                  [("1930", kr(grant)), ("3987", -kr(grant))])
        members = {2022: 14, 2023: 15, 2024: 17}[year]
        book.post("V", weekday_on_or_after(date(year, 10, 28)), "Medlemsavgifter",
                  [("1930", kr(150 * members)), ("3061", -kr(150 * members))])
        joined = {2022: 0, 2023: 1, 2024: 2}[year]
        book.post("V", weekday_on_or_after(date(year, 10, 28)), "Medlemsinsatser",
                  [("1930", kr(500 * joined)), ("2083", -kr(500 * joined))])
    if month == 5:
        sick = kr({2023: 8140, 2024: 9630, 2025: 11275}[year])
        book.post("V", weekday_on_or_after(date(year, 5, 19)),
                  "Ersättning för höga sjuklönekostnader", [("1630", sick), ("3997", -sick)])


def post_purchases(book, chance, year, month):
    def on(number):
        return weekday_on_or_after(date(year, month, number))

    def about(amount, spread):
        return kr(amount) + kr(chance.between(-spread, spread)) + chance.between(0, 99)

    share = Fraction(6, 10) if month == 7 else 1
    for number in (3, 10, 17, 24):
        book.buy(on(number), chance.pick(["Grossisten Påhitt AB", "Sagomejeriet",
                                          "Grossisten Påhitt AB"]), "livsmedel",
                 [("4010", rounded(about(4100, 700) * share), 12, "10")], terms=15)
    book.buy(on(6), "Kafferosteriet Fantasi AB", "kaffe",
             [("4010", rounded(about(2650, 400) * share), 12, "10")], terms=20)
    if month in (9, 11, 3, 5):
        book.buy(on(12), "Drejeriet Låtsas", "porslin", [("4011", about(2700, 500), 25, "10")])
    book.buy(on(1), "Exempelhus Fastigheter AB", "hyra",
             [("5010", kr(8200 + 250 * (year - 2022)), 25)], terms=25)
    book.buy(on(8), "Kraftbolaget Exempel", "el",
             [("5020", about(3300 if month in (1, 2, 11, 12) else 2300, 250), 25)])
    book.buy(on(15), "Renhållningen Påhitt", "sophämtning", [("5062", kr(690), 25)])
    book.buy(on(9), "Teleexempel AB", "telefon", [("6210", about(780, 40), 25)])
    book.buy(on(5), "Kassasystem Fiktion AB", "kassasystem", [("6540", kr(595), 25)])
    book.buy(on(20), "Redovisning Sagan HB", "bokföring", [("6530", kr(3400), 25)])
    book.buy(on(22), "Tvätteriet Exempel", "tvätt", [("5580", about(640, 120), 25)])
    for _ in range(chance.between(2, 3)):
        account, shop, low, high = chance.pick([
            ("5460", "Servetter och engångsmaterial", 120, 800),
            ("5410", "Köksboden Fiktiv", 200, 1900),
            ("6110", "Pappershandeln Låtsas", 80, 450)])
        book.pay_by_card(weekday_on_or_after(date(year, month, chance.between(2, 25))), shop,
                         account, kr(chance.between(low, high)))
    book.post("V", month_end(year, month), "Bankavgifter",
              [("6570", kr(195)), ("1930", -kr(195))])
    if month == 1:
        book.buy(on(16), "Låtsas Försäkring", "försäkring", [("6310", kr(9800), 0)])
        book.buy(on(18), "Söderhamns kommun", "livsmedelskontroll", [("6950", kr(2450), 0)])
    if month == 2:
        book.buy(on(14), "Intresseföreningen för Påhittade Företag", "medlemsavgift",
                 [("6981", kr(3000), 0)])
    if month in (4, 9):
        book.buy(on(14), "Kylservice Fantasi AB", "reparation kyldisk",
                 [("5520", about(3900, 1500), 25)])
        book.buy(on(21), "Exempelbladet", "annons", [("5910", about(1900, 300), 25)])
    if month == 10:
        book.buy(on(19), "Kursgården Fantasi AB", "livsmedelshygien",
                 [("7610", about(4200, 600), 25)])
    if (year, month) == (2024, 2):
        book.buy(on(7), "Storkök Exempel AB", "ugn", [("1220", kr(46000), 25)])
    if month in (1, 4, 7, 10):
        owed = -book.balance("2950", date(year, month, 1) - timedelta(days=1))
        book.buy(on(15), "Pensionsvalet Exempel", "pension", [("2950", owed, 0)])


def post_payroll(book, chance, quantities, year, month):
    pay_day = date(year, month, 27)
    while pay_day.weekday() >= 5:
        pay_day -= timedelta(days=1)
    name = MONTH_NAMES[month - 1]
    level = {2022: 93, 2023: 96, 2024: 98, 2025: 100}[year]
    ordinary = sum(rounded(Fraction(kr(wage) * extent * level, 10000))
                   for _, wage, extent in STAFF)
    sick = kr(chance.between(700, 2600, 10)) if chance.happens(0.4) else 0
    target, senior = quantities["wages"][year, month], quantities["senior"][year, month]
    gross = {"7010": ordinary - rounded(Fraction(sick * 5, 4)), "7015": target, "7081": sick}
    total = sum(gross.values())
    tax = rounded((Fraction(total - target) * 22 / 100 + Fraction(target) * 13 / 100) / 100) * 100
    book.post("V", pay_day, f"Löner {name}",
              list(gross.items()) + [("2710", -tax), ("1930", tax - total)])
    full, low = rounded((total - senior) * FEE_RATE), rounded(senior * FEE_RATE_SENIOR)
    book.post("V", pay_day, f"Arbetsgivaravgifter {name}",
              [("7510", full), ("7511", low), ("2731", -full - low)])
    pension = rounded(Fraction((total - senior) * 4, 100))
    insurance = rounded(Fraction(total * 3, 1000))
    book.post("V", pay_day, f"Pension {name}",
              [("7411", pension), ("7571", insurance), ("2950", -pension - insurance)])


def close_books(book, first, last):
    monthly = kr(1850) + (kr(770) if last > date(2024, 2, 1) else 0)
    for year, month in months_of(first, last):
        amount = monthly if (year, month) >= (2024, 2) or last < date(2024, 2, 1) else kr(1850)
        book.post("V", month_end(year, month), f"Avskrivning {MONTH_NAMES[month - 1]}",
                  [("7832", amount), ("1229", -amount)])
    stock = kr({2023: 12900, 2024: 15350, 2025: 14600}[last.year])
    change = stock - book.balance("1460", last)
    book.post("V", last, "Inventering av varulager", [("1460", change), ("4960", -change)])
    more = kr({2023: 2600, 2024: 3900, 2025: 1700}[last.year])
    fees = rounded(more * FEE_RATE)
    book.post("V", last, "Semesterlöneskuld",
              [("7290", more), ("2920", -more), ("7519", fees), ("2941", -fees)])
    book.post("V", last, "Bankränta", [("1930", kr(318)), ("8311", -kr(318))])
    book.post("V", last, "Skattekontots ränta", [("1630", kr(64)), ("8314", -kr(64))])
    pension = book.change(lambda number: number == "7411", first, last)
    special = rounded(pension * PENSION_TAX_RATE / 100) * 100
    book.post("V", last, "Särskild löneskatt", [("7533", special), ("2514", -special)])
    if last < book.years[-1][1]:
        close_year(book, last, book.result(first, last))
        result = -book.balance("2099", last)
        book.post("V", last + timedelta(days=1), "Omföring av resultat",
                  [("2099", result), ("2098", -result)])
        reserve = max(0, rounded(result * Fraction(5, 100) / 10000) * 10000)
        book.post("V", date(last.year, 11, 20), "Resultatdisposition enligt stämman",
                  [("2098", result), ("2086", -reserve), ("2091", reserve - result)])
    else:
        # The file was exported before the annual accounts were finished: no closing entry yet,
        # the year's result is still in the result accounts. Tax has been estimated.
        tax = rounded(max(0, book.result(first, last)) // 1000 * 1000 * COMPANY_TAX_RATE
                      / 100) * 100
        book.post("V", last, "Beräknad skatt", [("8910", tax), ("2512", -tax)])


STYLE = {
    "program": "Låtsasbokföring", "version": "2024.11", "quoted": False, "form": False,
    "number": "7696990000",
    "name": "Kafé Kardemumma ekonomisk förening", "chart": "BAS2014", "address": [],
    "dimension": (1, "Kostnadsställe"), "object": "1 {}",
    "objects": [("10", "Kaféet"), ("20", "Catering"), ("30", "Arbetsträning")],
    "period_balances": False, "registered": False, "number_format": "{}", "indent": "",
    "line_end": "\n", "encoding": "utf-8",
}


GENERATED = {1: date(2024, 11, 18), 2: date(2025, 8, 26)}


def write(folder, shift):
    """Writes ledgers and register, the register as a web spreadsheet saves it."""
    register = fill_register().moved(shift)
    book = keep_book(register, shift).moved(shift)

    def fees(first, last, payroll):
        low = sum(kr(row["Belopp"]) for row in register.tables["loner"]
                  if row["Deltagare"] == "K002" and day(row["Från"]) >= shift.day(LOW_FEE_FROM)
                  and first <= day(row["Från"]) <= last)
        return (payroll - low) * FEE_RATE + low * FEE_RATE_SENIOR

    ties.check("kafe-kardemumma", book, register, register.paid_wages,
               {"kommun": ("3041", None), "arbetsförmedlingen": ("3042", None)}, fees)
    style = STYLE | {"version": shift.text(STYLE["version"])}
    for index, generated in GENERATED.items():
        sie.write(folder, book, index,
                  sie.styled_file(book, index, style, shift.day(generated)))
    register.write(folder / "utfall", ",", "\n", "")   # commas, no byte-order mark, LF
