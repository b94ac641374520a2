"""Calendar arithmetic of the samples: month names, months of a period, parts of months."""

from datetime import date, timedelta
from fractions import Fraction

MONTH_NAMES = ["januari", "februari", "mars", "april", "maj", "juni", "juli",
               "augusti", "september", "oktober", "november", "december"]

def day(text):
    """2025-03-01 -> date; blank -> None (still going on)."""
    return date.fromisoformat(text) if text else None


def month_end(year, month):
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1)


def months_of(first, last):
    """The calendar months (year, month) that a period touches, in order."""
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        yield year, month
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def month_fractions(start, end, first, last):
    """Months of a record inside a period: days inside / days in the month, both ends included."""
    begin = max(start, first)
    finish = min(end or last, last)
    total = Fraction(0)
    if begin > finish:
        return total
    for year, month in months_of(begin, finish):
        month_last = month_end(year, month)
        inside = (min(finish, month_last) - max(begin, date(year, month, 1))).days + 1
        total += Fraction(inside, month_last.day)
    return total


def weekday_on_or_after(when):
    while when.weekday() >= 5:
        when += timedelta(days=1)
    return when
