"""Moves a sample by whole years: days, years in texts and names of files, all together.

The enterprises are told in the years they were written for. Their calendar is that of those years
too, so a day that was a Friday may fall on any day of the week once it is moved.
"""

import re
from datetime import date
from pathlib import Path

# A day, a split year (2024/25) or a year. Sources named by number (IFAU 2012:6) stay, and so does
# the goals' own name, Agenda 2030. No sample writes of an account 2000-2039.
YEAR_WORDS = re.compile(
    r"(?<!agenda )\b(20[0-3]\d)(?:-(\d\d)-(\d\d)|/(\d\d))?\b(?!:\d)", re.IGNORECASE)
BY_HAND = {".yaml", ".md"}
GENERATED = {"bokforing", "utfall", "utfall.xlsx"}


class Shift:
    """A number of years, forward or (negative) back."""

    def __init__(self, years):
        self.years = years

    def year(self, year):
        return year + self.years

    def day(self, when):
        """The same day of the other year; the last of February stays the last of February."""
        if (when.month, when.day) >= (3, 1) or (when.month, when.day) < (2, 28):
            return when.replace(year=self.year(when.year))
        leap, leap_then = is_leap(when.year), is_leap(self.year(when.year))
        last = when.day == (29 if leap else 28)
        return date(self.year(when.year), 2, 29 if last and leap_then else 28)

    def text(self, text):
        """A text with every year that it names moved."""
        def moved(match):
            year, month, number, tail = match.groups()
            if month:
                return self.day(date(int(year), int(month), int(number))).isoformat()
            if tail:
                return f"{self.year(int(year))}/{(int(tail) + self.years) % 100:02d}"
            return str(self.year(int(year)))

        return YEAR_WORDS.sub(moved, text) if self.years else text

    def copy_by_hand(self, source, target, words=None):
        """Copies what is written by hand in an enterprise's folder: settings, stories, README.
        `words` are further replacements, for what follows a year without naming it."""
        if source == target:
            return
        target.mkdir(parents=True, exist_ok=True)
        for file in sorted(Path(source).iterdir()):
            if file.name in GENERATED or file.is_dir():
                continue
            content = file.read_bytes()
            if file.suffix in BY_HAND:
                text = self.text(content.decode("utf-8"))
                for old, new in (words or {}).items():
                    text = text.replace(old, new)
                if self.years and file.name == "README.md":
                    text = self.marked(text)
                content = text.encode("utf-8")
            (target / self.text(file.name)).write_bytes(content)

    def marked(self, text):
        """A README that says that it is moved; its figures are those of the years it came from."""
        heading, _, rest = text.partition("\n")
        size = abs(self.years)
        way = "framåt" if self.years > 0 else "bakåt"
        return (f"{heading}\n\n*Flyttat {size} år {way} från exemplet i samples/. Beloppen nedan är "
                "exemplets egna; där februari har fått eller mist en dag kan filerna skilja sig med "
                f"några kronor.*\n{rest}")


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
