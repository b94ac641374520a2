"""The outcome register of a sample: its tables, what they come to, and the CSV files."""

import csv
import io
from datetime import date, timedelta
from fractions import Fraction

from amounts import kr, rounded
from days import day, month_fractions

SUBSIDIES_ON_3988 = {"lönebidrag", "OSA", "utvecklingsanställning", "trygghetsanställning",
                     "introduktionsjobb"}

HEADINGS = {
    "deltagare": ["Deltagare", "Födelseår", "Kön", "Anvisad av", "Försörjning före",
                  "Belopp före", "Utan arbete sedan", "Medlem", "Kommun"],
    "anstallningar": ["Deltagare", "Start", "Slut", "Omfattning", "Månadslön", "Stöd", "Bidrag"],
    "traningsplatser": ["Deltagare", "Start", "Slut", "Omfattning", "Beställare", "Pris",
                        "Närvaro"],
    "overgangar": ["Deltagare", "Datum", "Till", "Omfattning", "Månadslön", "Arbetsgivare",
                   "Bidrag", "Underlag"],
    "uppfoljningar": ["Deltagare", "Datum", "Läge", "Underlag"],
    "loner": ["Deltagare", "Från", "Till", "Belopp"],
}

DAYS = {"Start", "Slut", "Datum", "Från", "Till", "Utan arbete sedan"}


class Register:
    """The outcome tables, as lists of dictionaries with the headings as keys."""

    def __init__(self):
        self.tables = {name: [] for name in HEADINGS}

    def read(self, name, text):
        """Adds rows written below as `field | field | ...`; missing last fields are blank."""
        columns = HEADINGS[name]
        for line in text.strip().splitlines():
            fields = [field.strip() for field in line.split("|")]
            fields += [""] * (len(columns) - len(fields))
            assert len(fields) == len(columns), line
            self.tables[name].append(dict(zip(columns, fields)))

    def employ(self, text, raises):
        """Adds employments; a wage revision ends the row and starts a new one."""
        for line in text.strip().splitlines():
            person, start, end, extent, wage, support, amount = \
                [field.strip() for field in line.split("|")]
            start, end, wage = day(start), day(end), int(wage)
            for revision, percent in raises:
                if start >= revision or (end and end < revision):
                    continue
                self._employment(person, start, revision - timedelta(days=1), extent, wage,
                                 support, amount)
                start, wage = revision, rounded(Fraction(wage) * (100 + percent) / 5000) * 50
            self._employment(person, start, end, extent, wage, support, amount)

    def _employment(self, person, start, end, extent, wage, support, amount):
        self.tables["anstallningar"].append({
            "Deltagare": person, "Start": start.isoformat(), "Slut": end.isoformat() if end else "",
            "Omfattning": extent, "Månadslön": str(wage), "Stöd": support, "Bidrag": amount})

    def fill_attendance(self, chance):
        """Attended hours of the places that have ended; now and then nobody wrote them down."""
        for row in self.tables["traningsplatser"]:
            if row["Slut"] and chance.happens(0.85):
                start, end = day(row["Start"]), day(row["Slut"])
                hours = month_fractions(start, end, start, end) * int(row["Omfattning"]) * 165 / 100
                row["Närvaro"] = str(rounded(hours * chance.between(62, 94) / 100))

    # Quantities, exact, in öre.

    def wages(self, first, last, people=None):
        return sum((month_fractions(day(row["Start"]), day(row["Slut"]), first, last)
                    * int(row["Omfattning"]) / 100 * int(row["Månadslön"]) * 100
                    for row in self.tables["anstallningar"]
                    if people is None or row["Deltagare"] in people), Fraction(0))

    def subsidies(self, first, last, kinds):
        return sum((month_fractions(day(row["Start"]), day(row["Slut"]), first, last)
                    * int(row["Bidrag"]) * 100
                    for row in self.tables["anstallningar"] if row["Stöd"] in kinds), Fraction(0))

    def places(self, first, last, buyer):
        return sum((month_fractions(day(row["Start"]), day(row["Slut"]), first, last)
                    * int(row["Pris"]) * 100
                    for row in self.tables["traningsplatser"]
                    if row["Beställare"] == buyer and row["Pris"]), Fraction(0))

    def paid_wages(self, first, last):
        """The table of paid wages; its rows never cross a month's end here."""
        return sum(kr(row["Belopp"]) for row in self.tables["loner"]
                   if first <= day(row["Från"]) and day(row["Till"]) <= last)

    def places_running(self, first, last, buyer):
        return sum(1 for row in self.tables["traningsplatser"]
                   if row["Beställare"] == buyer and row["Pris"] and day(row["Start"]) <= last
                   and (not row["Slut"] or day(row["Slut"]) >= first))

    def employed_on(self, when):
        return {row["Deltagare"] for row in self.tables["anstallningar"]
                if day(row["Start"]) <= when and (not row["Slut"] or day(row["Slut"]) >= when)}

    def moved(self, shift):
        """The same register some years away: days and years of birth."""
        register = Register()
        for name, rows in self.tables.items():
            register.tables[name] = [
                {heading: moved_cell(heading, text, shift) for heading, text in row.items()}
                for row in rows]
        register.check()
        return register

    def check(self):
        """The rules of the register: a sample must not be the one that breaks them."""
        people = {row["Deltagare"] for row in self.tables["deltagare"]}
        assert len(people) == len(self.tables["deltagare"])
        for rows in self.tables.values():
            assert all(row["Deltagare"] in people for row in rows)
        for person in people:
            records = [(day(row["Start"]), day(row["Slut"]) or date.max,
                        int(row["Omfattning"]))
                       for name in ("anstallningar", "traningsplatser")
                       for row in self.tables[name] if row["Deltagare"] == person]
            for start, end, _ in records:
                assert start <= end, person
                assert sum(extent for s, e, extent in records if s <= start <= e) <= 100, person
            leaving = [day(row["Datum"]) for row in self.tables["overgangar"]
                       if row["Deltagare"] == person]
            assert len(leaving) == len(set(leaving)), person
            for when in leaving:
                assert not any(s <= when < e for s, e, _ in records), (person, when)
                assert not any(s == when + timedelta(days=1) for s, _, _ in records), person
            for row in self.tables["uppfoljningar"]:
                if row["Deltagare"] == person:
                    assert any(when < day(row["Datum"]) for when in leaving), row
        for row in self.tables["overgangar"]:
            if row["Till"] in ("arbete", "arbete med stöd", "nystartsjobb", "eget företag",
                               "studier"):
                assert row["Omfattning"], row
            if row["Till"] in ("arbete med stöd", "nystartsjobb"):
                assert row["Bidrag"], row

    def write(self, folder, separator, line_end, mark):
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in self.tables.items():
            if not rows:
                continue
            columns = [column for column in HEADINGS[name] if any(row[column] for row in rows)]
            out = io.StringIO()
            writer = csv.writer(out, delimiter=separator, lineterminator=line_end)
            writer.writerow(columns)
            writer.writerows([row[column] for column in columns] for row in rows)
            (folder / f"{name}.csv").write_bytes((mark + out.getvalue()).encode("utf-8"))


def moved_cell(heading, text, shift):
    if not text:
        return text
    if heading == "Födelseår":
        return str(shift.year(int(text)))
    # "Till" is a day among wages and an outcome among transitions.
    return shift.day(day(text)).isoformat() if heading in DAYS and text[0].isdigit() else text
