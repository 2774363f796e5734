"""Keeps text cells from being run as formulas by spreadsheet programs (OWASP ASVS 5.0, 1.2.10)."""

import re

# A cell that begins with one of these is run as a formula.
FORMULA = "=+-@＝＋－＠\t\r\n"
BEGINS = re.compile(rf"\0[{re.escape(FORMULA)}]")


def escape_formula(cell: str) -> str:
    """The cell with an apostrophe before a formula, or before an apostrophe and a formula."""
    return "'" + cell if BEGINS.match("\0" + cell.lstrip("'")) else cell


def unescape_formula(cell: str) -> str:
    """The cell before `escape_formula`."""
    is_escaped = cell[:1] == "'" and BEGINS.match("\0" + cell.lstrip("'"))
    return cell[1:] if is_escaped else cell
