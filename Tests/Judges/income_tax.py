"""The income tax of one person and year (section 7, X), written from the law and the method alone.

Every number of a law stands here, by income year, not in the program's files; only prisbasbelopp
and what an enterprise states itself come from outside. Kronor are fractions; rounding is by floor
and ceiling, one step after the other.
"""
from fractions import Fraction as F

# 67 kap. 34 § IL and its annex: the municipalities with the regional credit, from 2020.
REGIONAL = set("""
    Arjeplog, Arvidsjaur, Arvika, Avesta, Bengtsfors, Berg, Bjurholm, Boden, Bollnäs, Bräcke,
    Dals-Ed, Dorotea, Eda, Filipstad, Färgelanda, Gagnef, Gällivare, Hagfors, Haparanda,
    Hedemora, Hudiksvall, Härjedalen, Härnösand, Jokkmokk, Kalix, Kiruna, Kramfors, Krokom,
    Leksand, Ljusdal, Ludvika, Lycksele, Malung-Sälen, Malå, Mellerud, Mora, Munkfors,
    Nordanstig, Nordmaling, Norsjö, Ockelbo, Orsa, Ovanåker, Pajala, Piteå, Ragunda,
    Robertsfors, Rättvik, Skellefteå, Smedjebacken, Sollefteå, Sorsele, Storfors, Storuman,
    Strömsund, Sunne, Säffle, Säter, Söderhamn, Timrå, Torsby, Vansbro, Vilhelmina, Vindeln,
    Vännäs, Älvdalen, Älvsbyn, Åmål, Ånge, Åre, Årjäng, Åsele, Örnsköldsvik, Östersund,
    Överkalix, Övertorneå
""".replace("\n", " ").strip().split(", "))
REGIONAL = {" ".join(name.split()) for name in REGIONAL}


def down(x, step=1):
    return F(x // step * step)


def up(x, step):
    return F(-((-x) // step) * step)


def basic_allowance(x, p):
    """63 kap. 3 § IL, of a fastställd förvärvsinkomst (already whole hundreds)."""
    if x <= F("0.99") * p:
        g = F("0.423") * p
    elif x <= F("2.72") * p:
        g = F("0.423") * p + F("0.2") * (x - F("0.99") * p)
    elif x <= F("3.11") * p:
        g = F("0.77") * p
    elif x <= F("7.88") * p:
        g = F("0.77") * p - F("0.1") * (x - F("3.11") * p)
    else:
        g = F("0.293") * p
    return min(up(g, 100), x)


def job_law(year):
    """67 kap. 7 §: (share over 0.91p, what 3.24p gives, share over 3.24p, what 8.08p gives).

    None before the laws that are known; a year after the last of them takes that.
    """
    if year < 2019:
        return None
    if year <= 2021:
        return F("0.3405"), F("1.703"), F("0.128"), F("2.323")
    if year <= 2023:
        return F("0.3874"), F("1.812"), F("0.128"), F("2.432")
    last = {2024: ("0.1643", "2.608"), 2025: ("0.199", "2.776")}.get(year, ("0.251", "3.027"))
    return F("0.3874"), F("1.813"), F(last[0]), F(last[1])


def job_base(e, p, law):
    first, at_second, second, top = law
    if e <= F("0.91") * p:
        return e
    if e <= F("3.24") * p:
        return F("0.91") * p + first * (e - F("0.91") * p)
    if e <= F("8.08") * p:
        return at_second * p + second * (e - F("3.24") * p)
    return top * p


def job_credit(e, allowance, p, year, rate, law):
    """`e` is whole hundreds."""
    if law is None:
        return F(0)
    credit = max(F(0), down((job_base(e, p, law) - allowance) * rate))
    if year <= 2024 and e > F("13.54") * p:     # tapers off: 3 % of what exceeds 13.54p
        credit -= down(F("0.03") * (e - F("13.54") * p))
    return max(F(0), credit)


def sickness_credit(s, allowance, p, year, rate, law):
    """67 kap. 9 a-d §§, on sjukersättning and aktivitetsersättning as paid."""
    if s <= 0 or year < 2018:
        return F(0)
    if year <= 2021:            # a share of the benefit, whatever the allowance
        limit = F("2.53") * p
        worth = F("0.045") * min(s, limit) + F("0.025") * max(F(0), s - limit)
    elif year <= 2025:          # a table of its own, without an upper bound
        if s <= F("0.91") * p:
            worth = s
        elif s <= F("3.24") * p:
            worth = F("0.91") * p + F("0.3405") * (s - F("0.91") * p)
        else:
            worth = F("1.703") * p + F("0.128") * (s - F("3.24") * p)
        worth = max(worth - allowance, F("0.045") * s)
    else:                       # the job tax credit's table
        worth = job_base(down(s, 100), p, law) - allowance
    return max(F(0), down(worth * rate))


def temporary_credit(e, year):
    """Prop. 2020/21:200: income years 2021 and 2022 only."""
    if year not in (2021, 2022) or e <= 60000:
        return F(0)
    if e <= 240000:
        return down(F("0.0125") * (e - 60000))
    return max(F(0), min(F(2250), down(2250 - F("0.01125") * (e - 300000))))


class Law:
    """All that one person's tax depends on beside the incomes."""

    def __init__(self, year, p, rate, municipality="", slope=None, cap=None):
        self.year, self.p, self.rate = year, p, rate
        self.job = job_law(year)
        if self.job and (slope is not None or cap is not None):     # the enterprise's own values
            first, at_second, second, top = self.job
            self.job = (first, at_second, second if slope is None else slope,
                        top if cap is None else cap)
        self.regional = F(1675) if year >= 2020 and municipality in REGIONAL else F(0)

    def steps(self, income, earnings=F(0), sickness=F(0)):
        """Every step of the tax on an income, of which some is earned and some a benefit."""
        x, e = down(income, 100), down(earnings, 100)
        g = basic_allowance(x, self.p)
        t = max(F(0), x - g)
        tax = down(t * self.rate)
        with_fee = down(income - sickness, 100)
        fee = F(0)
        if with_fee >= F("0.423") * self.p:
            fee = up(with_fee * F("0.07") - 50, 100)    # to the nearest hundred, 50 goes down
        credits = [
            ("fee", fee),
            ("job", job_credit(e, g, self.p, self.year, self.rate, self.job)),
            ("sickness", sickness_credit(sickness, g, self.p, self.year, self.rate, self.job)),
            ("earned", min(F(1500), down(F("0.0075") * max(F(0), t - 40000)))
             if self.year >= 2021 else F(0)),
            ("regional", self.regional),
            ("temporary", temporary_credit(e, self.year))]
        left, used = tax, {}
        for name, credit in credits:
            used[name] = min(credit, left)
            left -= used[name]
        return {"x": x, "allowance": g, "taxable": t, "tax": tax, "fee": fee,
                "granted": dict(credits), "used": used, "net": sum(used.values()) - fee}


def is_too_old(birth_year, begins_in, law_of):
    """Reached the credit's age limit when a year begins: 65 through 2023, 66 from 2024."""
    return begins_in - birth_year - 1 >= (65 if law_of <= 2023 else 66)
