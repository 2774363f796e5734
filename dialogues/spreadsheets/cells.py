"""A cell of a workbook read as text. What programs make of a text on their own is refused."""

import re
from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl.utils.escape import unescape

# Quoted text, colours and escaped signs in a format of numbers.
NOT_IN_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')


class DayCell(str):
    """The text of a cell that a program holds as a date: 2017-09-06, or 2017-09 if it shows a month
    only. Where a column is no date, the program made it of something else that a person typed."""


def text_of_cell(cell) -> str:
    """A cell as text. Raises ValidationError for a formula, an error and a time.

    A formula's value depends on the program; a time is what it made of a text such as "10:12".
    """
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        _refuse(cell, _("Cell %s is a formula. Paste its value instead, and upload it again."))
    if cell.data_type == "e":
        _refuse(cell, _("Cell %s is an error of a formula. Correct it, and upload it again."))
    if isinstance(value, (date, time, timedelta)):
        return _day(cell, value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return unescape(value) if isinstance(value, str) else str(value)


def _day(cell, value):
    """A date as far as the cell shows it."""
    has_time = isinstance(value, (time, timedelta)) or (
        isinstance(value, datetime) and value.time() != time()
    )
    if has_time:
        message = _("Cell %s holds a time. Format it as text, type it again, and upload the file.")
        _refuse(cell, message)
    shown = NOT_IN_FORMAT.sub("", cell.number_format).casefold()
    if "d" in shown or "y" not in shown:
        return DayCell(value.strftime("%Y-%m-%d"))
    return DayCell(value.strftime("%Y-%m" if "m" in shown else "%Y"))


def _refuse(cell, message):
    raise ValidationError(message % f"{cell.column_letter}{cell.row}")
