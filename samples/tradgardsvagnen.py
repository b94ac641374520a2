"""Trädgårdsvagnen ideell förening, Vimmerby: a plain ledger with fees, gifts and grants, in the
dress of a web program."""

from datetime import date, timedelta
from fractions import Fraction

import sie
import ties
from amounts import by_month, kr, rounded
from book import Book, FEE_RATE
from chance import Chance
from days import MONTH_NAMES, month_end, months_of, weekday_on_or_after
from register import Register, SUBSIDIES_ON_3988


def fill_register():
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
    return register


CHART = {
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

YEARS = [(date(year, 1, 1), date(year, 12, 31)) for year in (2023, 2024, 2025)]


def keep_book(register, shift):
    chance = Chance("trädgårdsvagnen bok")
    book = Book(CHART, YEARS, chance)
    book.series_by_use = {use: "V" for use in
                          ("sale", "purchase", "receipt", "payment", "card", "payroll", "memo")}
    book.opening = {account: kr(amount) for account, amount in {
        "1220": 84000, "1229": -33600, "1790": 9600, "1910": 600, "1930": 141500,
        "2060": -60000, "2069": -7400, "2710": -5100, "2731": -7350, "2920": -14200,
        "2941": -4462}.items()}
    book.opening["2067"] = -sum(book.opening.values())
    wages = by_month(YEARS, shift, register.wages)
    subsidies = by_month(
        YEARS, shift, lambda a, b: register.subsidies(a, b, SUBSIDIES_ON_3988))
    places = by_month(YEARS, shift, lambda a, b: register.places(a, b, "kommun"))
    open_result(book, date(2023, 1, 1), "2069", "2068")
    for first, last in YEARS:
        hold_meeting(book, first.year)
        for year, month in months_of(first, last):
            post_month(book, chance, year, month, wages[year, month], subsidies[year, month],
                         places[year, month])
        close_books(book, first, last)
    book.number_vouchers(gap_days=0)
    return book


def open_result(book, first, holder, before):
    """The new year moves last year's result on."""
    result = book.balance(holder, first - timedelta(days=1))
    book.post("V", first, "Omföring förra årets resultat", [(holder, -result), (before, result)])


def hold_meeting(book, year):
    """The annual meeting disposes of the result; a grant's unspent part is set aside."""
    when = date(year, 3, 26)
    result = -book.balance("2068", when)
    aside = kr({2023: 0, 2024: 0, 2025: 30000}[year])
    book.post("V", when, "Årsmötets beslut om resultatet",
              [("2068", result), ("2071", -aside), ("2067", aside - result)])
    used = kr({2023: 0, 2024: 0, 2025: 18000}[year])
    book.post("V", date(year, 12, 31), "Ändamålsbestämda medel använda till skolträdgården",
              [("2071", used), ("2067", -used)])


def post_month(book, chance, year, month, target, subsidy, places):
    end, name = month_end(year, month), f"{MONTH_NAMES[month - 1]} {year}"

    def on(number):
        return weekday_on_or_after(date(year, month, number))

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
    fees = rounded(gross * FEE_RATE)
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


def close_books(book, first, last):
    book.post("V", last, "Avskrivning", [("7832", kr(8400)), ("1229", -kr(8400))])
    more = kr({2023: 1500, 2024: 3900, 2025: 2300}[last.year])
    fees = rounded(more * FEE_RATE)
    book.post("V", last, "Semesterlöneskuld",
              [("7290", more), ("2920", -more), ("7519", fees), ("2941", -fees)])
    book.post("V", last, "Ränta", [("1930", kr(412)), ("8311", -kr(412))])
    if last.year < 2025:   # 2025 was exported before the year's result was booked
        result = book.result(first, last)
        book.post("V", last, "Årets resultat", [("8999", result), ("2069", -result)])
        open_result(book, last + timedelta(days=1), "2069", "2068")


HEAD = {"name": "Trädgårdsvagnen ideell förening", "number": "802499-0000"}
GENERATED = {1: date(2025, 2, 14), 2: date(2026, 1, 22)}


def write(folder, shift):
    """Writes ledgers and register."""
    register = fill_register().moved(shift)
    book = keep_book(register, shift).moved(shift)
    ties.check("tradgardsvagnen", book, register, register.wages, {"kommun": ("3041", None)})
    ties.check_statement(book)
    for index, generated in GENERATED.items():
        sie.write(folder, book, index, sie.bare_file(book, index, HEAD, shift.day(generated)))
    register.write(folder / "utfall", ";", "\r\n", "\ufeff")
