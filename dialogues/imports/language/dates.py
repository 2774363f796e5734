"""Dates as documents print them, in English, French and Spanish."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from dialogues.choices import DatePrecision
from dialogues.imports.language.sentences import Span

LANGUAGES = (
    "January February March April May June July August September October November December",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
)
MONTHS = {
    name.casefold(): number for names in LANGUAGES for number, name in enumerate(names.split(), 1)
}
MONTH = "|".join(MONTHS)
YEAR = r"(?:19|20)\d\d"
DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er)?\s+(?:de\s+)?(?P<month>{MONTH})\s+(?:de\s+)?"
    rf"(?P<year>{YEAR})\b"
    rf"|\b(?P<month2>{MONTH})\s+(?P<day2>\d{{1,2}}),?\s+(?P<year2>{YEAR})\b",
    re.I,
)
# "27 June and 28 June 2019", "27-28 June 2019": the first day comes without its year.
FIRST_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<month>{MONTH}))?\s*(?:and|to|[-–])\s*$", re.I
)
# "15-16 October 2012", "21-23 August", "May 2012": days, a month and a year, as far as printed.
PERIOD = re.compile(
    rf"\b(?:(?P<first>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*(?:[-–]|to|and)\s*(?P<last>\d{{1,2}})"
    rf"(?:st|nd|rd|th)?)?\s+(?:de\s+)?)?(?P<month>{MONTH})(?:\s+(?:de\s+)?(?P<year>{YEAR}))?\b",
    re.I,
)


class Period(NamedTuple):
    """A printed period; without a year it has no days."""

    span: Span
    begins_on: date | None
    ends_on: date | None
    precision: DatePrecision


def periods_in(text: str) -> Iterator[Period]:
    """The periods of a text: a day, days of one month, or a month of a year."""
    for match in PERIOD.finditer(text):
        if match["first"] or match["year"]:
            precision = DatePrecision.DAY if match["first"] else DatePrecision.MONTH
            begins = _date(match, match["first"] or "1")
            ends = _date(match, match["last"]) if match["last"] else None
            yield Period(Span(*match.span()), begins, ends, precision)


def _date(match, day):
    try:
        return date(int(match["year"]), MONTHS[match["month"].casefold()], int(day))
    except (TypeError, ValueError):
        return None


def days_in(text: str) -> Iterator[tuple[date, Span]]:
    """(day, span) of each date in a text that exists; of two days, the first."""
    for match in DAY.finditer(text):
        numbers = match.groupdict()
        day, month, year = (
            numbers[name] or numbers[f"{name}2"] for name in ("day", "month", "year")
        )
        span = Span(*match.span())
        if first := FIRST_DAY.search(text[max(0, span.start - 30) : span.start]):
            day, month = first["day"], first["month"] or month
            span = Span(span.start - len(first[0]), span.end)
        try:
            yield date(int(year), MONTHS[month.casefold()], int(day)), span
        except ValueError:
            continue
