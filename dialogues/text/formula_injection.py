"""What a spreadsheet program would run as a formula, and how it is kept from that."""

import re

# A cell that begins so is run as a formula by spreadsheet programs (OWASP ASVS 5.0, 1.2.10).
FORMULA = "=+-@＝＋－＠\t\r\n"
BEGINS = re.compile(rf"\0[{re.escape(FORMULA)}]")


def escape_formula(cell):
    """The cell with an apostrophe before it if it would be run, or is written so itself."""
    return "'" + cell if BEGINS.match("\0" + cell.lstrip("'")) else cell


def unescape_formula(cell):
    """What a cell was before `escape_formula`."""
    is_safe = cell[:1] == "'" and BEGINS.match("\0" + cell.lstrip("'"))
    return cell[1:] if is_safe else cell
