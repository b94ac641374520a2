"""Money of the samples: whole öre, rounded once, and as SIE files write it."""

from datetime import date
from fractions import Fraction

from days import month_end, months_of


def rounded(value):
    """An exact amount to whole öre (or whole anything), halves away from zero."""
    value = Fraction(value)
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


def kr(amount):
    """Kronor to öre."""
    return rounded(Fraction(str(amount)) * 100)


def vat_of(net, rate):
    return rounded(Fraction(net * rate, 100))


def amount_text(amount):
    sign = "-" if amount < 0 else ""
    return f"{sign}{abs(amount) // 100}.{abs(amount) % 100:02d}"


def rounded_parts(exact_by_month):
    """Monthly amounts in whole öre whose sum is the exact sum, rounded once."""
    parts, total, given = [], Fraction(0), 0
    for exact in exact_by_month:
        total += exact
        parts.append(rounded(total) - given)
        given += parts[-1]
    return parts


def by_month(years, shift, quantity):
    """(year, month) -> whole öre of a quantity of the moved register, tied year by year. Months
    are those that the ledger is told in."""
    result = {}
    for first, last in years:
        months = list(months_of(first, last))
        exact = [quantity(shift.day(date(y, m, 1)), shift.day(month_end(y, m)))
                 for y, m in months]
        result.update(zip(months, rounded_parts(exact)))
    return result
