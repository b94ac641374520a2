"""Hjulverkstan i Exempelhamn AB (svb), Lysekil: a limited company with untaxed reserves and no
register yet, its two years in one file of an old program."""

from datetime import date, timedelta
from fractions import Fraction

import sie
import ties
from amounts import amount_text, kr, rounded
from book import Book, FEE_RATE, close_year
from chance import Chance
from days import MONTH_NAMES, month_end, months_of, weekday_on_or_after
from shift import Shift


CHART = {
    "1220": "Inventarier och verktyg", "1229": "Ackumulerade avskrivningar på inventarier",
    "1465": "Lager av varor", "1510": "Kundfordringar", "1630": "Skattekonto",
    "1680": "Fordran Arbetsförmedlingen", "1930": "Företagskonto", "2081": "Aktiekapital",
    "2091": "Balanserad vinst", "2098": "Vinst från föregående år", "2099": "Årets resultat",
    "2153": "Ackumulerade överavskrivningar",
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

YEARS = [(date(year, 1, 1), date(year, 12, 31)) for year in (2024, 2025)]


def fund_account(shift, year):
    """BAS numbers the tax allocation reserves by the last digit of their year."""
    return f"212{shift.year(year) % 10}"


def keep_book(shift):
    chance = Chance("hjulverkstan bok")
    funds = {fund_account(shift, year): f"Periodiseringsfond {year}"
             for year in (2023, 2024, 2025)}
    book = Book(CHART | funds, YEARS, chance)
    book.series_by_use = {"sale": "B", "purchase": "E", "receipt": "C", "payment": "F",
                          "card": "A", "payroll": "L", "memo": "A"}
    book.opening = {account: kr(amount) for account, amount in {
        "1220": 126000, "1229": -50400, "1465": 88500, "1510": 46250, "1680": 21600,
        "1930": 204300, "2081": -25000, "2099": -31700, fund_account(shift, 2023): -14000,
        "2153": -9000, "2440": -28750, "2512": -8900, "2518": 6000, "2650": -31200,
        "2710": -19300, "2731": -26600, "2920": -48000, "2941": -15082}.items()}
    book.opening["2091"] = -sum(book.opening.values())
    book.post("C", date(2024, 1, 15), "Inbetalningar äldre fakturor",
              [("1930", kr(46250)), ("1510", -kr(46250))])
    book.post("F", date(2024, 1, 17), "Betalning leverantörer enligt lista",
              [("2440", kr(28750)), ("1930", -kr(28750))])
    for first, last in YEARS:
        hold_meeting(book, first)
        for year, month in months_of(first, last):
            post_month(book, chance, year, month)
        close_books(book, fund_account(shift, last.year), first, last)
    book.number_vouchers(gap_days=4)
    return book


def hold_meeting(book, first):
    """All but a small dividend, as the limit on dividends allows, stays in the company."""
    result = -book.balance("2099", first - timedelta(days=1))
    book.post("A", first, "Omföring av föregående års resultat",
              [("2099", result), ("2098", -result)])
    dividend = kr(900)
    when = date(first.year, 5, 14)
    book.post("A", when, "Årsstämmans beslut",
              [("2098", result), ("2898", -dividend), ("2091", dividend - result)])
    book.post("A", when + timedelta(days=14), "Utbetald vinstutdelning",
              [("2898", dividend), ("1930", -dividend)])


def post_month(book, chance, year, month):
    end, name = month_end(year, month), MONTH_NAMES[month - 1]

    def on(number):
        return weekday_on_or_after(date(year, month, number))

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
    fees = rounded(gross * FEE_RATE)
    book.post("L", on(25), f"Löner {name}",
              [("7010", ordinary), ("7015", target), ("2710", -tax), ("1930", tax - gross)])
    book.post("L", on(25), f"Arbetsgivaravgifter {name}", [("7510", fees), ("2731", -fees)])
    book.settle_tax_account(year, month, kr(350))
    if month % 3 == 0:
        book.declare_vat(end)
    if (year, month) == (2025, 4):
        book.final_tax(on(14))


def close_books(book, fund_account, first, last):
    book.post("A", last, "Avskrivningar enligt plan", [("7832", kr(25200)), ("1229", -kr(25200))])
    stock = kr({2024: 93400, 2025: 101250}[last.year])
    change = stock - book.balance("1465", last)
    book.post("A", last, "Inventering", [("1465", change), ("4960", -change)])
    more = kr({2024: 2700, 2025: 3400}[last.year])
    fees = rounded(more * FEE_RATE)
    book.post("A", last, "Semesterlöneskuld",
              [("7290", more), ("2920", -more), ("7519", fees), ("2941", -fees)])
    book.post("A", last, "Ränta företagskonto", [("1930", kr(538)), ("8311", -kr(538))])
    extra = kr({2024: 4000, 2025: -3000}[last.year])
    book.post("A", last, "Överavskrivningar", [("8853", extra), ("2153", -extra)])
    # A quarter of the taxable surplus may be put into the fund, in hundreds of kronor here.
    fund = max(0, book.result(first, last) * 20 // 1000000 * 10000)
    book.post("A", last, "Avsättning till periodiseringsfond", [("8811", fund), (fund_account, -fund)])
    close_year(book, last, book.result(first, last))


HEAD = {"name": "Hjulverkstan i Exempelhamn AB (svb)", "number": "559999-0000"}


def words(shift):
    """What the README says that follows a year without naming it."""
    return {f"({fund_account(Shift(0), 2025)})": f"({fund_account(shift, 2025)})"}


def write(folder, shift):
    """Writes the ledger of the last year, which holds the year before too."""
    book = keep_book(shift).moved(shift)
    ties.check_statement(book)
    sie.write(folder, book, 1, sie.tabbed_file(book, 1, HEAD, shift.day(date(2026, 2, 10))),
              suffix="SE")
    for first, last in book.years:
        income = -book.change(lambda number: number[0] == "3", first, last)
        print(f"hjulverkstan {last.year}: intäkter {amount_text(income)}, resultat "
              f"{amount_text(-book.balance('2099', last))}")
