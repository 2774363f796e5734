"""Reading a printed table of participation or list of speakers. Text in, names out; no database."""

import re
from dataclasses import dataclass, field

ON_BEHALF = re.compile(
    r"^(?P<name>.+?)[\s,(–-]*(?:\b(?:also|speaking|and)\s+)*\bon behalf of\s+(?P<whom>.+)$",
    re.I | re.S,
)
BEHALF_ALONE = re.compile(r"^(?:(?:also|speaking|and)\s+)*on behalf of\b", re.I)
BEHALF = re.compile(r"\bon behalf of\s+", re.I)
INCLUDING = re.compile(r"^(?P<group>.*?)[\s,]*(?:,?\s*\bincluding\b:?|:|\()\s*(?P<named>.+)$", re.I)
BULLET = re.compile(r"^\s*(?:[•●▪*–-]|\d{1,3}[.)])\s+")
COLUMNS = re.compile(r"\t+| {2,}")
# What a footnote leaves behind a name: "Netherlands,3" and "Denmark 4".
FOOTNOTE = "0123456789¹²³" + "".join(map(chr, range(0x2074, 0x207A)))
NUMBER_BEFORE = re.compile(r"^\d{1,2}\s+")
AND = re.compile(r",?\s+and\s+", re.I)
QUOTES = '“”"«»„'
# Longer than any name.
MOST_WORDS = 14
# As many words in small letters as no list has, besides those that names have too.
MANY_WORDS = 6
SMALL_WORDS = set("of the and for in on to de la du et with behalf including".split())
# The end of a sentence and the beginning of the next.
SENTENCES = re.compile(r"[a-z)”]\. +[A-Z“]")
LARGEST = 200_000  # characters
# More than ever spoke: what is longer is something else.
MOST_NAMES = 1000


@dataclass(frozen=True)
class Printed:
    """One speaker as printed: under which heading, and for whom."""

    name: str
    heading: str = ""
    line: int = 0
    spoken_for: str = ""
    group: str = ""
    represented: tuple[str, ...] = ()


@dataclass
class Reading:
    """What a text was read as, and what a person must look at."""

    printed: list[Printed] = field(default_factory=list)
    warnings: list[tuple[str, dict]] = field(default_factory=list)


def read_list(text, is_name, is_heading, is_group=lambda text: False):
    """The speakers of a printed table or list, as a Reading; it names nobody the text does not.

    `is_name`, `is_heading` and `is_group` say of a string whether it is known as a name, as what
    stands above or before names (a regional group, "Observer Missions"), or as a group. Warnings
    are (what, values): "lost" for more blank lines than elsewhere, "sentence" for a line that is
    none of a list, "to-the-end" for names that are read as spoken for because nothing ends them,
    "too-many" for a list of which only the first MOST_NAMES are read.
    """
    reading = Reading()
    lines = _whole_lines(text[:LARGEST])
    sentences = {one for one in lines if _is_sentence(one[1], is_heading)}
    for number, line in sorted(sentences):
        reading.warnings.append(("sentence", {"line": number, "text": line[:80]}))
    _warn_of_gaps(reading, lines, sentences)
    heading = ""
    for number, line in lines:
        if (number, line) in sentences:
            continue
        heading, names = _cells(line, heading, is_heading)
        for chunk in _names(names, is_name, is_group):
            printed = _printed(chunk, heading, number, is_name, is_group)
            reading.printed.append(printed)
            if len(printed.represented) > 1 and not printed.group and "(" not in chunk:
                named = {"name": printed.name, "named": ", ".join(printed.represented)}
                reading.warnings.append(("to-the-end", named))
    if len(reading.printed) > MOST_NAMES:
        del reading.printed[MOST_NAMES:]
        reading.warnings.insert(0, ("too-many", {"most": MOST_NAMES}))
    return reading


def _is_sentence(line, is_heading):
    """Whether a line tells something instead of listing names: none is taken from it."""
    _heading, names = _cells(line, "", is_heading)
    plain = re.sub(r"\([^()]*\)?", "", names)
    told = [one for one in plain.split() if one[:1].islower() and one not in SMALL_WORDS]
    longest = max((len(one.split()) for one in _split(plain)), default=0)
    ends_open = line.endswith(":") and not is_heading(line.rstrip(": "))
    is_told = longest > MOST_WORDS or len(told) >= MANY_WORDS
    return is_told or ends_open or bool(SENTENCES.search(line))


def _whole_lines(text):
    """(number, line) of the lines with text; a line that goes on in the next is one with it."""
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        line = BULLET.sub("", line).strip(" \r\n")
        if not line:
            continue
        if lines and _goes_on(lines[-1][1]):
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line}")
        else:
            lines.append((number, line))
    return lines


def _goes_on(line):
    return line.endswith(",") or line.count("(") > line.count(")")


def _warn_of_gaps(reading, lines, sentences):
    """More blank lines between two names than elsewhere: the names between may have been lost."""
    pairs = zip(lines, lines[1:], strict=False)
    pairs = [one for one in pairs if not set(one) & sentences]
    usual = min((after[0] - before[0] for before, after in pairs), default=1)
    for before, after in pairs:
        blank = after[0] - before[0] - 1
        if blank > max(usual - 1, 0) and blank > 1:
            gap = {"count": blank, "before": before[1][:60], "after": after[1][:60]}
            reading.warnings.append(("lost", gap))


def _cells(line, heading, is_heading):
    """(heading, names) of a line: of a table's row, "Heading: names", or a heading alone."""
    first, _tab, rest = (part.strip() for part in _partition(line, is_heading))
    if rest:
        return first, rest
    if is_heading(first.rstrip(":")):
        return first.rstrip(":"), ""
    return heading, first


def _partition(line, is_heading):
    columns = COLUMNS.split(line.strip(), maxsplit=1)
    if len(columns) == 2 and ("\t" in line or is_heading(columns[0].rstrip(":"))):
        return columns[0].rstrip(":"), "", columns[1]
    label, colon, names = line.partition(":")
    return (label, colon, names) if colon and is_heading(label.strip()) else (line, "", "")


def _names(text, is_name, is_group):
    """The names of a cell or line, each with what stands behind it of whom it speaks for."""
    parts = [
        one for one in (_bare(one) for one in _parts(text.rstrip(" ."), is_name, is_group)) if one
    ]
    names = []
    while parts:
        length = next((n for n in (3, 2) if is_name(", ".join(parts[:n]))), 1)
        name, parts = ", ".join(parts[:length]), parts[length:]
        names += _two_names(name, is_name)
    return names


def _parts(text, is_name, is_group):
    """The parts between commas and semicolons. One who speaks "on behalf of" others keeps them: a
    group up to the next comma, names of states up to the next semicolon or the end."""
    parts = []
    for block in _split(text, ";"):
        pieces = _split(block, ",")
        while pieces:
            piece = pieces.pop(0)
            found = BEHALF.search(re.sub(r"\([^()]*\)", "", piece))
            if found and parts and BEHALF_ALONE.match(piece.strip()):
                piece = f"{parts.pop()},{piece}"
            whom = BEHALF.split(piece)[-1].strip() if found else ""
            if whom and is_name(whom) and not is_group(whom):
                piece, pieces = ",".join([piece, *pieces]), []
            parts.append(piece)
    return parts


def _split(text, marks=",;"):
    """The parts between marks that stand in no parentheses."""
    depth, part, parts = 0, "", []
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char in marks and depth <= 0:
            parts.append(part)
            part = ""
        else:
            part += char
    return [*parts, part]


def _bare(name):
    name = re.sub(r"^\s*and\s+", "", name.strip(), flags=re.I)
    return NUMBER_BEFORE.sub("", name).rstrip(FOOTNOTE + " ")


def _two_names(name, is_name):
    """Names that "and" joins; the one name, when it has an "and" of its own."""
    names = _joined_names(name, is_name)
    return names if all(is_name(one) for one in names) else [name]


def _joined_names(text, is_name):
    """The names that "and" joins, as far as they are known; some have an "and" of their own."""
    if is_name(text):
        return [text]
    for found in AND.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if is_name(before):
            return [before, *_joined_names(after, is_name)]
    return AND.split(text)


def _printed(chunk, heading, number, is_name, is_group):
    found = ON_BEHALF.match(chunk)
    if not found:
        return Printed(chunk, heading, number)
    whom = found["whom"].strip()
    if whom.endswith(")") and whom.count(")") > whom.count("("):
        whom = whom[:-1]
    group, represented = _represented(whom, is_name, is_group)
    return Printed(found["name"].strip(" (,"), heading, number, whom, group, represented)


def _represented(whom, is_name, is_group):
    """(the group spoken for, the names printed of those spoken for)."""
    names = _list_of_names(whom, is_name)
    if all(is_name(one) and not is_group(one) for one in names):
        return "", tuple(names)
    if found := INCLUDING.match(whom):
        named = found["named"].strip().rstrip(".")
        if named.count(")") > named.count("("):
            named = named.rstrip(")")
        return _phrase(found["group"]), tuple(_list_of_names(named, is_name))
    return _phrase(whom), ()


def _list_of_names(text, is_name):
    parts = [_bare(one) for one in _split(text)]
    return [one for part in parts if part for one in _joined_names(part, is_name)]


def _phrase(text):
    """The name of a group without its article, marks and quotation marks."""
    return "".join(char for char in text if char not in QUOTES).strip(" ,.")
