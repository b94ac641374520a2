"""Tiny cases worked out by hand; `second_bokslut.py --self-test` runs them."""
import os
import tempfile
from datetime import date
from fractions import Fraction as F

import income_tax
import indicators
import reconciliation
import second_bokslut as sb
import sensitivity
import social_balance

BANK = """id,name_sv,unit,value,valid_from,valid_to,source,status
prisbasbelopp,p,kr/år,57300,2024-01-01,2024-12-31,s,t
prisbasbelopp,p,kr/år,58800,2025-01-01,2025-12-31,s,t
prisbasbelopp,p,kr/år,59200,2026-01-01,2026-12-31,s,t
arbetsgivaravgift,a,%,31.42,2019-01-01,,s,t
aktivitetsstod.lagsta,a,kr/dag5,223,2019-01-01,2025-09-30,s,t
aktivitetsstod.lagsta,a,kr/dag5,365,2025-10-01,,s,t
"""
MUNICIPAL = """code,municipality,municipal_rate_percent,regional_rate_percent,year,source,status
1080,Karlskrona,21.65,12.04,2025,s,t
"""
SETTINGS = """organisation:
  id: liten
  kommun: Karlskrona
bokföring: bokforing/*.se
utfall: utfall
träningsplatser: obetalda
kopplingar:
  - objekt: {dimension: 6, kod: P12}
    konton: 3000-3799
    slag: bidrag
    aktör: kommun
försörjning:
  försörjningsstöd:
    längst: obegränsat
  aktivitetsstöd:
    längst: 10 månader
    sedan: försörjningsstöd
antaganden:
  anställning:
    dödvikt: 30 %
    undanträngning: 5 %
    andras bidrag: 20 %
  övergång:
    dödvikt:
      bas: 40 %
      låg: 20 %
    undanträngning: 0.10
    andras bidrag: 30 %
    horisont: 5 år
    bekräftelsetid: 6 månader
    avtagande: 15 %
  träningsplats:
    dödvikt: 20 %
    undanträngning: 0 %
    andras bidrag: 0 %
  diskonteringsränta:
    bas: 3,5 %
    låg: 0 %
värden:
  - id: försörjningsstöd
    värde: 9850
    enhet: kr/månad
    från: 2019-01-01
  - id: aktivitetsstöd
    värde: =aktivitetsstod.lagsta
    från: 2019-01-01
"""
SIE = """#RAR 0 {year}0101 {year}1231
#GEN {after}0215
#RES 0 3010 -500000.00
#RES 0 7010 {wages}
#RES 0 7510 200000
#VER A 1 {year}0301 "x"
{{
#TRANS 3010 {{6 P12 1 100}} -120000.50
#TRANS 3010 {{1 100}} -379999.50
}}
"""


def compute(tables, year=2025, wages=600000, change=("", ""), then=lambda b: b):
    """The bokslut of a folder that holds these tables (file name -> text).

    `change` replaces a text of the settings; `then` runs while the folder is there.
    """
    with tempfile.TemporaryDirectory() as folder:
        settings = SETTINGS.replace(*change)
        files = {"dualbokslut.yaml": settings, "bank.csv": BANK, "municipal.csv": MUNICIPAL,
                 "bokforing/a.se": SIE.format(year=year, after=year + 1,
                                              wages=wages)}
        files.update({f"utfall/{k}.csv": v for k, v in tables.items()})
        for name, text in files.items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as f:
                f.write(text)
        return then(sb.Bokslut(folder, os.path.join(folder, "bank.csv"),
                               os.path.join(folder, "municipal.csv")))


def cell(b, series, kind, actor, outcome=None):
    return sum(v for (s, k, o, a), v in b.matrix().items()
               if (s, k, a) == (series, kind, actor) and outcome in (None, o))


def test_rounding():
    assert sb.rounded(F("2.345"), 2) == F("2.35") and sb.rounded(F("-2.345"), 2) == F("-2.35")
    assert sb.decimal(F("-0.05"), 2) == "-0.05" and sb.decimal(F(7), 6) == "7.000000"
    assert sb.iso(sb.add_months(sb.day("2024-08-31"), 6)) == "2025-02-28"
    assert sb.iso(sb.add_months(sb.day("2024-02-29"), 12)) == "2025-02-28"


def test_yaml():
    y = sb.parse_yaml("a b: 1 # c\nlåda:\n- x: '3 # 4'\n  y:\n    z: [1, 8]\n- {k: v, n: 2}\n")
    assert y == {"a b": "1", "lada": [{"x": "3 # 4", "y": {"z": ["1", "8"]}}, {"k": "v", "n": "2"}]}


def test_tax_rules():
    """2025, p = 58 800. 306 000 kr: 0.77p - 10 % x (306 000 - 182 868) = 32 962.80, up to 33 000."""
    p, rate = F(58800), F("0.3369")
    assert income_tax.basic_allowance(F(306000), p) == 33000
    assert income_tax.basic_allowance(F(20000), p) == 20000     # never above the income
    assert income_tax.basic_allowance(F(60000), p) == 25300     # 24 872.40 + 357.60 = 25 230
    assert income_tax.basic_allowance(F(170000), p) == 45300    # 45 276
    assert income_tax.basic_allowance(F(600000), p) == 17300    # 17 228.40
    law = income_tax.Law(2025, p, rate)
    # u = 106 604.40 + 0.199 x 115 488 = 129 586.512; (u - 33 000) x 0.3369 = 32 539.99...
    # T = 273 000, tax 91 973, fee 21 420 -> 21 400, earned income at its most
    got = law.steps(F(306099), F(306000))
    assert (got["taxable"], got["tax"], got["fee"]) == (273000, 91973, 21400)
    assert (got["used"]["job"], got["used"]["earned"], got["net"]) == (32539, 1500, 34039)
    # 24 800 < 0.423p: no fee; tax 0, credits limited by the tax
    assert law.steps(F(24800), F(24800))["net"] == 0
    # 30 000: fee 2 100; allowance 24 900; tax floor(5 100 x 0.3369) = 1 718, all of it for the fee
    assert law.steps(F(30000), F(30000))["net"] == 1718 - 2100
    # 45 000: 3 150 ends on 50 and goes down. Tax 6 771, credit 6 771, 3 671 of it used
    assert law.steps(F(45000), F(45000))["net"] == 3671
    assert law.steps(F(45000), F(45000))["fee"] == 3100


def test_sickness_credit():
    """No pension fee on the benefit, and a credit by the law of its year."""
    rate = F("0.3369")
    # 2025: allowance 24 872.40 + 0.2 x 91 788 = 43 230 -> 43 300; 53 508 + 0.3405 x 96 492
    # = 86 363.526; less 43 300, x 0.3369 = 14 508.10. T = 106 700; 0.75 % of 66 700 = 500.25.
    got = income_tax.Law(2025, F(58800), rate).steps(F(150000), sickness=F(150000))
    assert (got["fee"], got["used"]["sickness"], got["net"]) == (0, 14508, 15008)
    # 2026: 150 050 down to 150 000; 53 872 + 0.3874 x 96 128 = 91 111.9872; less 43 400;
    # x 0.3369 = 16 074.17. T = 106 600; 0.75 % of 66 600 = 499.50.
    got = income_tax.Law(2026, F(59200), rate).steps(F(150050), sickness=F(150050))
    assert (got["used"]["sickness"], got["net"]) == (16074, 16573)
    # 2021, p = 47 600: 0.045 x 120 428 + 0.025 x 9 572 = 5 658.56; x 0.3369 = 1 906.37.
    # Allowance 36 652 -> 36 700, T = 93 300; 0.75 % of 53 300 = 399.75.
    got = income_tax.Law(2021, F(47600), rate).steps(F(130000), sickness=F(130000))
    assert (got["used"]["sickness"], got["net"]) == (1906, 2305)
    # 2024, p = 57 300: of 20 000 the floor, 0.045 x 20 000 x 0.3369 = 303.21, but no tax to take
    got = income_tax.Law(2024, F(57300), rate).steps(F(20000), sickness=F(20000))
    assert (got["granted"]["sickness"], got["used"]["sickness"]) == (303, 0)


def test_credits_of_their_time():
    """250 000 kr of wage in Kiruna 2021: every credit but the sick's; high wages taper off."""
    # Allowance 36 652 - 0.1 x 101 964 = 26 455.60 -> 26 500; T = 223 500; tax 75 297.
    # Job: 81 062.80 + 0.128 x 95 776 = 93 322.128; less 26 500; x 0.3369 = 22 512.37.
    # Earned income 0.75 % of 183 500 = 1 376.25; temporary 2 250 at its most.
    got = income_tax.Law(2021, F(47600), F("0.3369"), "Kiruna").steps(F(250000), F(250000))
    assert got["used"] == {"fee": 17500, "job": 22512, "sickness": 0, "earned": 1376,
                           "regional": 1675, "temporary": 2250}
    assert got["net"] == 22512 + 1376 + 1675 + 2250
    # 2024, 1 000 000 kr: 2.608 x 57 300 = 149 438.40; less 16 800 (0.293p = 16 788.90);
    # x 0.3369 = 44 685.87. Less 3 % of 1 000 000 - 775 842 = 6 724.74: 44 685 - 6 724.
    got = income_tax.Law(2024, F(57300), F("0.3369")).steps(F(1000000), F(1000000))
    assert got["used"]["job"] == 44685 - 6724
    assert [income_tax.is_too_old(1958, y, y) for y in (2023, 2024, 2025)] == [False, False, True]


def test_rates():
    """The year's rates go before a nearest year's, the settings' own before the table's."""
    def rates(skatt, year, kommun="Karlskrona"):
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as f:
            f.write(MUNICIPAL + "1080,Karlskrona,21.18,11.19,2023,s,t\n")
            f.flush()
            settings = {"organisation": {"kommun": kommun}, "skatt": skatt}
            return sb.TaxRates(f.name, settings, year).rates("")[:2]

    own = [{"fran": "2026-01-01", "kommun": "20 %", "region": "10 %"}]
    assert rates(None, 2024) == (F("0.2118"), F("0.1119"))      # the earlier of two as near
    assert rates(own, 2025) == (F("0.2165"), F("0.1204"))       # the year's own row
    assert rates(own, 2024) == rates(own, 2027) == (F("0.2"), F("0.1"))
    assert rates(own, 2024, "Påhittad") == (F("0.2"), F("0.1"))


def test_full_year():
    """One person, 25 500 kr all of 2025, försörjningsstöd before."""
    b = compute({
        "deltagare": "Deltagare;Födelseår;Kön;Försörjning före\nP1;1980;man;försörjningsstöd\n",
        "anstallningar": "Deltagare;Start;Slut;Omfattning;Månadslön\n"
                         "P1;2025-01-01;2025-12-31;100;25500\n"})
    assert cell(b, "L", "wageTarget", "participant") == 306000
    assert cell(b, "L", "feesTarget", "state") == F("96145.20")
    assert cell(b, "L", "wageOrdinary", "widerEconomy") == 294000
    assert cell(b, "L", "grant", "municipality") == F("-120000.50")
    assert cell(b, "L", "sale", "widerEconomy") == F("-379999.50")
    assert b.actor_sum("L", ["enterprise"]) == -300000
    assert cell(b, "A", "support.försörjningsstöd", "municipality") == 118200
    assert cell(b, "A", "municipalTax", "municipality") == F("59104.50")    # 273 000 x 21.65 %
    assert cell(b, "A", "regionalTax", "region") == F("32869.20")
    assert cell(b, "A", "netCredit", "participant") == 34039
    assert cell(b, "D", "support.försörjningsstöd", "municipality") == -35460
    assert cell(b, "D", "earnings", "participant") == -91800
    # -0.3 x 0.3142 = -0.094260; -0.7 x 0.05 x 0.3142 = -0.010997; -0.7 x 0.95 x 0.2 x 0.3142
    # = -0.04178860, printed -0.041789
    assert cell(b, "D", "employerContribution", "state") == F("-28843.56")
    assert cell(b, "U", "employerContribution", "state") == F("-3365.08")
    assert cell(b, "T", "employerContribution", "state") == F("-12787.43")


def test_months_and_dated_values():
    """50 % from 2024-02-15 to 2024-03-15: 0.5 x (15/29 + 15/31) = 0.50; 223 x 260/12 = 4 831.67."""
    b = compute({
        "deltagare": "Deltagare,Födelseår,Kön,Försörjning före\nP1,1980,man,aktivitetsstöd\n",
        "anstallningar": "Deltagare,Start,Slut,Omfattning,Månadslön\n"
                         'P1,2024-02-15,2024-03-15,"50,0",25000\n'}, year=2024)
    (line,) = [l for l in b.lines if l.kind == "support.aktivitetsstöd" and l.series == "A"]
    assert (line.basis, line.unit_value, line.amount) == (F("0.50"), F("4831.67"), F("2415.84"))
    # 2025 from 1 January: 223 to 30 September, 365 in October, försörjningsstöd from 1 November.
    b = compute({
        "deltagare": "Deltagare,Födelseår,Kön,Försörjning före\nP1,1980,man,aktivitetsstöd\n",
        "anstallningar": "Deltagare,Start,Slut,Omfattning,Månadslön\n"
                         "P1,2025-01-01,,100,25000\n"})
    found = sorted((l.kind, l.basis, l.unit_value) for l in b.lines
                   if l.series == "A" and l.kind.startswith("support"))
    assert found == [("support.aktivitetsstöd", 1, F("7908.33")),
                     ("support.aktivitetsstöd", 9, F("4831.67")),
                     ("support.försörjningsstöd", 2, 9850)]
    # a = 9 x 4 831.67 + 7 908.33 = 51 393.36, down to 51 300, allowance 24 872.40 up to 24 900
    # b = 300 000, allowance 45 276 - 11 713.20 = 33 562.80 up to 33 600: 266 400 - 26 400
    assert cell(b, "A", "municipalTax", "municipality") == 51960            # 240 000 x 21.65 %


def test_paid_wages_and_scaling():
    """31 000 paid over 1 January - 31 March, but employed only to 31 January: all of it there."""
    tables = {
        "deltagare": "Deltagare;Födelseår;Kön;Försörjning före\nP1;1980;man;ingen\n",
        "anstallningar": "Deltagare;Start;Slut;Omfattning;Månadslön\n"
                         "P1;2025-01-01;2025-01-31;50;20000\n"
                         "P1;2025-01-16;2025-01-31;25;40000\nP1;2025-06-01;2025-06-30;100;10000\n",
        "loner": "Deltagare;Från;Till;Belopp\nP1;2024-12-01;2025-03-31;31000\n"}
    b = compute(tables)
    assert b.wages_total == 41000
    b = compute(tables, wages=40000)        # over by 2.5 %
    assert b.wage_ratio == F(40, 41) and b.wages_total == 40000
    assert cell(b, "L", "feesTarget", "state") == 12568
    try:
        compute(tables, wages=39000)        # over by 5.1 %
        assert False
    except sb.InputError:
        pass


def test_holding():
    """Lapse, bridge, known ending, new start; 6 calendar months from the last confirmation."""
    b = compute({
        "deltagare": "Deltagare;Födelseår;Kön;Försörjning före\nP1;1980;man;ingen\n",
        "traningsplatser": "Deltagare;Start;Slut;Omfattning;Beställare\n"
                           "P1;2024-01-01;2024-08-30;50;kommun\n",
        "overgangar": "Deltagare;Datum;Till;Omfattning;Månadslön;Bidrag;Underlag\n"
                      "P1;2024-08-30;nystartsjobb;50;20000;3000;anställningsavtal\n",
        "uppfoljningar": "Deltagare;Datum;Läge;Underlag\n"
                         "P1;2025-05-10;i arbete;\nP1;2025-03-01;ej nådd;\n"
                         "P1;2025-07-01;arbetslös;\nP1;2025-06-20;i arbete;inget\n"
                         "P1;2025-09-15;annat arbete;egen uppgift\n"})
    (t,) = b.register.transitions
    assert sb.iso(t.effective) == "2024-08-31"
    end = date(2025, 12, 31).toordinal()
    got = [(sb.iso(a), sb.iso(z)) for a, z in sb.held_intervals(t, b.register, end, 6, 5)]
    assert got == [("2024-08-31", "2025-06-30"), ("2025-09-15", "2025-12-31")]
    early = date(2025, 4, 30).toordinal()   # what is not known yet is not used: a lapse
    got = [(sb.iso(a), sb.iso(z)) for a, z in sb.held_intervals(t, b.register, early, 6, 5)]
    assert got == [("2024-08-31", "2025-02-27")]
    # 2025: 6 + 16/30 + 3 months = 9.53...; J on 50 %, the subsidy on whole months
    assert cell(b, "O", "earnings", "participant") == F("95333.33")
    assert cell(b, "O", "jobSubsidy", "employmentService") == -28600
    assert cell(b, "D", "jobSubsidy", "employmentService") == 11440         # 0.4
    assert cell(b, "U", "jobSubsidy", "employmentService") == 0
    assert cell(b, "T", "jobSubsidy", "employmentService") == 5148          # 0.6 x 0.3


PROJECTED = {
    "deltagare": "Deltagare;Födelseår;Kön;Försörjning före\nP1;1950;man;ingen\n",
    "overgangar": "Deltagare;Datum;Till;Omfattning;Månadslön;Bidrag;Underlag\n"
                  "P1;2025-07-01;nystartsjobb;50;20000;3000;anställningsavtal\n"}


def balance(tables, year, years, previous=None):
    return compute(tables, year, then=lambda b: social_balance.SocialBalance(b, previous),
                   change=("    horisont: 5 år", f"    horisont: {years} år"))


def test_closing():
    """Two years' horizon from 2025-07-01: 12 months, then 6, at 50 %; held to 31 December."""
    s = balance(PROJECTED, 2025, 2)
    # k = 1: factor 0.85 x 0.6 x 0.9 x 0.7 = 0.3213, discount 0.966184; k = 2: 0.273105, 0.933511.
    # 120 000 x 0.3213 x 0.966184 = 37 252.19; 60 000 x 0.273105 x 0.933511 = 15 296.79.
    assert s.steps["closing"]["participant"] == F("52548.98")
    # x 0.3142: factors 0.100952 and 0.085810; 11 704.58 + 4 806.27.
    assert s.steps["closing"]["state"] == F("16510.85")
    # The subsidy by months, no displacement: 36 000 x 0.357 and 18 000 x 0.30345 give
    # 12 417.40 + 5 098.93.
    assert s.steps["closing"]["employmentService"] == F("-17516.33")
    assert s.total("closing", s.b.actors) == 0
    assert s.steps["opening"] == {} and s.steps["new"]["participant"] == F("52548.98")


def test_closing_tax_and_support():
    """Eleven months left; försörjningsstöd without end; X of test_full_year x 11/12."""
    s = balance({
        "deltagare": "Deltagare;Födelseår;Kön;Försörjning före\nP1;1980;man;försörjningsstöd\n",
        "overgangar": "Deltagare;Datum;Till;Omfattning;Månadslön;Bidrag;Underlag\n"
                      "P1;2025-12-01;arbete;100;25500;;anställningsavtal\n"}, 2025, 1)
    discount = F("0.966184")
    # 11 x 9 850 x 0.3213; 273 000 x 11/12 = 250 250; 0.2165 x 0.3213 = 0.06956145.
    assert s.steps["closing"]["municipality"] == (
        sb.rounded(F(11) * 9850 * F("0.3213") * discount, 2)
        + sb.rounded(F(250250) * F("0.069561") * discount, 2))
    # 0.1204 x 0.3213 = 0.03868452; 34 039 x 11/12 = 31 202.42.
    assert s.steps["closing"]["region"] == sb.rounded(F(250250) * F("0.038685") * discount, 2)
    (line,) = [l for l in s.valuations["closing"] if l.kind == "netCredit"]
    assert (line.basis, line.factor) == (F("31202.42"), F("0.3213"))


def test_roll_forward():
    """2026 of test_closing's person: known to be at work on 15 December, then without any word."""
    held = dict(PROJECTED, uppfoljningar="Deltagare;Datum;Läge;Underlag\n"
                                         "P1;2026-12-15;i arbete;egen uppgift\n")
    s = balance(held, 2026, 2)
    got = {step: s.steps[step].get("participant", F(0)) for step in social_balance.STEPS}
    assert got == {
        "opening": F("52548.98"), "correction": 0,
        # 38 556 - 37 252.19, and 60 000 x 0.273105 x 0.966184 = 15 832.18, less 15 296.79
        "interest": F("1839.20"), "expired": F("-38556.00"), "lost": 0,
        "held": F("2793.92"),       # 60 000 x 0.3213 x 0.966184 = 18 626.10, less 15 832.18
        "records": 0, "values": 0, "assumptions": 0, "regained": 0, "new": 0,
        "closing": F("18626.10")}
    s = balance(PROJECTED, 2026, 2)
    assert s.steps["lost"]["participant"] == F("-15832.18") and not s.steps["closing"]
    # A package that said something else, with another deadweight then: 0.5/0.6 of the value.
    s = balance(held, 2026, 2, {"year_end": "2025-12-31", "closing": {"participant": "50000.00"},
                                "assumptions": {"dödvikt": "50 %"}})
    # 120 000 x 0.26775 x 0.966184 = 31 043.49, 60 000 x 0.227588 x 0.933511 = 12 747.35
    assert s.steps["correction"]["participant"] == F("-6209.16")
    # From 60 000 x 0.26775 x 0.966184 = 15 521.75
    assert s.steps["assumptions"]["participant"] == F("18626.10") - F("15521.75")
    assert s.steps["closing"]["participant"] == F("18626.10")


def test_break_even():
    """The year of test_full_year: the public net is zero at a deadweight of some 42 %."""
    ranges = ("anställning:\n    dödvikt: 30 %", "anställning:\n    dödvikt:\n      bas: 30 %\n"
              "      låg: 10 %\n      hög: 60 %")
    tables = {
        "deltagare": "Deltagare;Födelseår;Kön;Försörjning före\nP1;1980;man;försörjningsstöd\n",
        "anstallningar": "Deltagare;Start;Slut;Omfattning;Månadslön\n"
                         "P1;2025-01-01;2025-12-31;100;25500\n"}

    def then(b):
        found = sensitivity.Sensitivity(b.folder, os.path.join(b.folder, "bank.csv"), b.municipal)
        return found, {r[:2]: r[2:] for r in found.rows()}

    s, rows = compute(tables, change=ranges, then=then)
    # Public: L 96 145.20 - 120 000.50 = -23 855.30; A 118 200 + 273 000 x 0.3369 - 34 039
    # = 176 134.70; J 96 145.20, so B = 272 279.90 and K = (0.05 + 0.95 x 0.2) x B = 0.24 B.
    # Net at dw: -23 855.30 + 176 134.70 - 0.24 B - dw 0.76 B = 0.
    b = F("272279.90")
    expected = (F("152279.40") - F("0.24") * b) / (F("0.76") * b)
    assert s.break_even(s.b.public, ["anställning"]) == expected
    # Society: L is 306 000 - 23 855.30 and the result; A moves kronor between its own actors;
    # J brings 306 000 + 96 145.20 from outside.
    b = F("402145.20")
    net = F("306000") - F("23855.30") + s.b.result
    wanted = (net - F("0.24") * b) / (F("0.76") * b)
    assert s.break_even(s.b.society(), ["anställning"]) == (wanted if 0 <= wanted <= 1 else None)
    assert rows["dödvikt", "break-even"][1] == rows["anställning.dödvikt", "break-even"][1] \
        == sb.decimal(sb.rounded(expected, 6), 6)
    assert [rows["anställning.dödvikt", c][0] for c in ("low", "base", "high")] \
        == ["0.100000", "0.300000", "0.600000"]
    assert rows["scenario", "low"] == rows["scenario.values", "high"]
    assert rows["scenario", "low"][1:] == rows["anställning.dödvikt", "high"][1:]
    # Public net at 10 %: -23 855.30 + 176 134.70 - (0.1 + 0.9 x 0.24) x 272 279.90, within a few
    # öre of rounded lines.
    low = F(rows["anställning.dödvikt", "low"][1])
    assert abs(low - (F("152279.40") - F("0.316") * F("272279.90"))) < F("0.5")
    assert rows["diskonteringsränta", "low"][1:] == rows["scenario", "base"][1:]


SMALL_REGISTER = {
    "deltagare": "Deltagare;Födelseår;Kön;Försörjning före;Medlem\n"
                 "P1;1990;kvinna;försörjningsstöd;ja\nP2;1965;man;ingen;nej\n"
                 "P3;2001;kvinna;ingen;\n",
    "anstallningar": "Deltagare;Start;Slut;Omfattning;Månadslön;Stöd;Bidrag\n"
                     "P1;2024-07-01;2025-03-31;50;20000;lönebidrag;5000\n"
                     "P2;2025-12-31;;100;20000;ingen;\n",
    "traningsplatser": "Deltagare;Start;Slut;Omfattning;Beställare;Pris\n"
                       "P3;2025-01-01;2025-01-31;50;kommun;4000\n",
    "overgangar": "Deltagare;Datum;Till;Omfattning;Månadslön;Bidrag;Underlag\n"
                  "P1;2025-03-31;arbete;50;20000;;anställningsavtal\n"
                  "P3;2025-02-15;avbrott;;;;inget\n",
    "uppfoljningar": "Deltagare;Datum;Läge;Underlag\nP1;2025-09-30;i arbete;egen uppgift\n"}


def test_indicators():
    """P1 employed to March, then at work; P2 employed on the last day; P3 trained, dropped out."""
    rows = {r[:2]: r[2] for r in indicators.Indicators(compute(SMALL_REGISTER)).rows()}
    wanted = {
        "participants": "3", "trained": "1", "employed-during-year": "2", "members": "1",
        "employed-year-end": "1", "transitions.arbete": "1", "transitions.avbrott": "1",
        "place-years": "0.04",              # 0.5 / 12
        "fte": "0.13",                      # (3 x 0.5 + 1/31) / 12 = 0.1277
        "placement-rate-iris": "0.333333", "placement-rate-strict": "0.500000",
        # Due on 2025-10-01; 12 months fall in 2026. Held from 1 April by the word of 30 September.
        "held-6": "1.000000", "followed-up-6": "1.000000",
        # 9 months (July to March), and 1 + 14/28: the median of two is their middle.
        "months-to-transition": "5.25",
        # 600 000 + 200 000 / (1.5 + 1/31 + 0.5)
        "cost-per-month": "393650.79", "cost-per-transition": "800000.00",
        "evidence-months.anställningsavtal": "4.50"}
    assert {k[0]: v for k, v in rows.items() if k[1] == "all"} == wanted
    assert rows["participants", "gender=kvinna"] == "2" and rows["fte", "gender=man"] == "0.00"
    assert rows["members", "age=35-44"] == rows["participants", "age=-24"] == "1"
    assert rows["participants", "support=ingen"] == "2"


def test_left_out():
    """A kind that the year has and that is left out is not valued, and there is no net."""
    b = compute(SMALL_REGISTER, change=("    dödvikt: 30 %\n", ""))
    assert b.unvalued == ["anställning"] and not b.bridge_rows()
    assert {m for m, _, _ in b.net_rows()} <= {"public_input", "ledger"}
    assert not any(l.outcome == "anställning" for l in b.lines)


def test_reconciliation():
    rows = compute(SMALL_REGISTER, then=lambda b: reconciliation.rows_of(
        b, social_balance.SocialBalance(b)))
    found = {r[0]: r for r in rows}
    # 3 x 0.5 x 20 000 + 20 000 / 31; the accounts are 600 000.
    assert found["target-wages"][1:3] == ("30645.16", "600000.00")
    assert found["contribution-rate"] == ("contribution-rate", "0.333333", "0.314200",
                                          "0.019133", "0.015710", "warning", "books")
    assert found["wage-subsidy"][1:] == ("15000.00", "0.00", "15000.00", "0.00", "warning",
                                         "register")
    assert found["placement-income"][1:] == ("0.00", "4000.00", "-4000.00", "200.00", "warning",
                                            "register")
    assert found["roll-forward"][5] == found["bridge"][5] == found["result-column"][5] == "ok"
    before, now = (sb.Sie(text.encode()) for text in (
        "#RAR 0 20240101 20241231\n#UB 0 1930 100.00\n#UB 0 2091 -100\n#IB 0 1510 5\n",
        "#RAR 0 20250101 20251231\n#IB 0 1930 100.00\n#IB 0 2091 -90\n#IB 0 2099 -10\n"))
    assert reconciliation.balance_sheet(before) == (105, 100)
    assert reconciliation.opening_check(now, before)[1:] == (200, 205, -5, 0, "warning")


def test_channels():
    b = compute(SMALL_REGISTER)
    assert indicators.channel_rows(b) == [("ej fördelat", "500000.00", "1.000000")]
    b = compute(SMALL_REGISTER, change=("slag: bidrag", "slag: bidrag\n    kanal: IOP"))
    assert indicators.channel_rows(b) == [("IOP", "120000.50", "0.240001"),
                                          ("ej fördelat", "379999.50", "0.759999")]


def run():
    tests = [v for k, v in sorted(globals().items()) if k.startswith("test_")]
    for test in tests:
        test()
        print(f"ok {test.__name__}")
    return 0
