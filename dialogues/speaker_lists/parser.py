"""Parse a printed table of participation or list of speakers. Text in, names out; no database."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

ON_BEHALF = re.compile(
    r"^(?P<name>.+?)[\s,(–-]*(?:\b(?:also|speaking|and)\s+)*\bon behalf of\s+(?P<whom>.+)$",
    re.I | re.S,
)
BEHALF_ALONE = re.compile(r"^(?:(?:also|speaking|and)\s+)*on behalf of\b", re.I)
BEHALF = re.compile(r"\bon behalf of\s+", re.I)
INCLUDING = re.compile(r"^(?P<group>.*?)[\s,]*(?:,?\s*\bincluding\b:?|:|\()\s*(?P<names>.+)$", re.I)
BULLET = re.compile(r"^\s*(?:[•●▪*–-]|\d{1,3}[.)])\s+")
COLUMNS = re.compile(r"\t+| {2,}")
# Marks that only notes have, and digits and brackets that names may have, too.
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹*†‡§"
FOOTNOTE = re.compile(r"\s?(?:\d{1,3}|\[\w{1,3}\]|\(\d{1,3}\))$")
AFTER_BRACKET = re.compile(r"\s*(?:,?\s*(?:and|&)\s+)?(?=\w)", re.I)
AND_AFTER_BRACKET = re.compile(r"\s*,?\s*(?:and|&)\s+(?=\w)", re.I)
NUMBER_BEFORE = re.compile(r"^\d{1,2}\s+")
AND = re.compile(r",?\s+and\s+", re.I)
QUOTES = '“”"«»„'
# A longer part is prose, not a name.
MAX_WORDS_IN_NAME = 14
# A line with this many lower-case words is prose; SMALL_WORDS occur in names and do not count.
MIN_WORDS_OF_PROSE = 6
SMALL_WORDS = set("of the and for in on to de la du et with behalf including".split())
# The end of a sentence and the beginning of the next.
SENTENCES = re.compile(r"[a-z)”]\. +[A-Z“]")
MAX_LENGTH = 200_000  # characters
# More names than any dialogue had: the text is not a list of speakers.
MAX_NAMES = 1000


@dataclass(frozen=True)
class ParsedSpeaker:
    """One speaker as printed: in which line, under which heading, and for whom."""

    name: str
    heading: str = ""
    line: int = 0
    on_behalf_of: str = ""
    group: str = ""
    represented: tuple[str, ...] = ()


class ListWarning(NamedTuple):
    """What a person must look at: the kind of warning, and the values of its message."""

    kind: str
    values: dict


@dataclass
class ParsedList:
    """The speakers of a text, in its order, and the warnings."""

    speakers: list[ParsedSpeaker] = field(default_factory=list)
    warnings: list[ListWarning] = field(default_factory=list)

    def warn(self, kind, **values):
        self.warnings.append(ListWarning(kind, values))


def parse_speaker_list(text, is_name, is_heading, is_group=lambda text: False):
    """The ParsedList of a printed table or list. Every name in it is in the text.

    `is_name`, `is_heading` and `is_group` tell whether a string is a known name, a heading above or
    next to names (a regional group, "Observer Missions"), or a known group. Kinds of warning:
    "lost" for more blank lines than elsewhere, "sentence" for a line of prose, "to-the-end" for
    represented names that no parenthesis closes, "too-many" when only the first MAX_NAMES names are
    read.
    """
    parsed = ParsedList()
    lines = _whole_lines(text[:MAX_LENGTH])
    sentences = {line for line in lines if _is_sentence(line[1], is_heading)}
    for number, line in sorted(sentences):
        parsed.warn("sentence", line=number, text=line[:80])
    _warn_of_gaps(parsed, lines, sentences)
    heading = ""
    for number, line in lines:
        if (number, line) in sentences:
            continue
        heading, names = _heading_and_names(line, heading, is_heading)
        for name in _names(names, is_name, is_group):
            speaker = _speaker(name, heading, number, is_name, is_group)
            parsed.speakers.append(speaker)
            if len(speaker.represented) > 1 and not speaker.group and "(" not in name:
                represented = ", ".join(speaker.represented)
                parsed.warn("to-the-end", name=speaker.name, names=represented)
    if len(parsed.speakers) > MAX_NAMES:
        del parsed.speakers[MAX_NAMES:]
        parsed.warnings.insert(0, ListWarning("too-many", {"limit": MAX_NAMES}))
    return parsed


def _is_sentence(line, is_heading):
    """Whether a line is prose. No name is read from prose."""
    _heading, names = _heading_and_names(line, "", is_heading)
    outside = re.sub(r"\([^()]*\)?", "", names)
    prose = [word for word in outside.split() if word[:1].islower() and word not in SMALL_WORDS]
    longest = max((len(part.split()) for part in _split(outside)), default=0)
    introduces = line.endswith(":") and not is_heading(line.rstrip(": "))
    is_prose = longest > MAX_WORDS_IN_NAME or len(prose) >= MIN_WORDS_OF_PROSE
    return is_prose or introduces or bool(SENTENCES.search(line))


def _whole_lines(text):
    """(number, line) of the lines with text; a line that continues in the next is joined to it."""
    lines = []
    for number, line in enumerate(text.splitlines(), 1):
        line = BULLET.sub("", line).strip(" \r\n")
        if not line:
            continue
        if lines and _is_continued(lines[-1][1]):
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line}")
        else:
            lines.append((number, line))
    return lines


def _is_continued(line):
    return line.endswith(",") or line.count("(") > line.count(")")


def _warn_of_gaps(parsed, lines, sentences):
    """Warn of more blank lines between two names than elsewhere: names may be lost there."""
    pairs = zip(lines, lines[1:], strict=False)
    pairs = [pair for pair in pairs if not set(pair) & sentences]
    usual = min((after[0] - before[0] for before, after in pairs), default=1)
    for before, after in pairs:
        blank = after[0] - before[0] - 1
        if blank > max(usual - 1, 0) and blank > 1:
            parsed.warn("lost", count=blank, before=before[1][:60], after=after[1][:60])


def _heading_and_names(line, heading, is_heading):
    """(heading, names) of a line: of a table's row, "Heading: names", or a heading alone."""
    first, rest = (part.strip() for part in _partition(line, is_heading))
    if rest:
        return first, rest
    if is_heading(first.rstrip(":")):
        return first.rstrip(":"), ""
    return heading, first


def _partition(line, is_heading):
    columns = COLUMNS.split(line.strip(), maxsplit=1)
    if len(columns) == 2 and ("\t" in line or is_heading(columns[0].rstrip(":"))):
        return columns[0].rstrip(":"), columns[1]
    label, colon, names = line.partition(":")
    return (label, names) if colon and is_heading(label.strip()) else (line, "")


def _names(text, is_name, is_group):
    """The names of a cell or line, each with the words after it that say for whom it speaks."""
    text = _divided_after_brackets(text.rstrip(" ."), is_name)
    parts = [_without_marks(part, is_name) for part in _parts(text, is_name, is_group)]
    parts = [part for part in parts if part]
    names = []
    while parts:
        # A name may have commas of its own: "Iran, Islamic Republic of".
        length = next((n for n in (3, 2) if is_name(", ".join(parts[:n]))), 1)
        name, parts = ", ".join(parts[:length]), parts[length:]
        names += _names_joined_by_and(name, is_name)
    return names


def _parts(text, is_name, is_group):
    """The parts between commas and semicolons. "On behalf of" keeps what follows it: a group up to
    the next comma, names of states up to the next semicolon or the end."""
    parts = []
    for block in _split(text, ";"):
        pieces = _split(block, ",")
        while pieces:
            piece = pieces.pop(0)
            has_behalf = BEHALF.search(re.sub(r"\([^()]*\)", "", piece))
            if has_behalf and parts and BEHALF_ALONE.match(piece.strip()):
                piece = f"{parts.pop()},{piece}"
            whom = BEHALF.split(piece)[-1].strip() if has_behalf else ""
            if whom and is_name(whom) and not is_group(whom):
                piece, pieces = ",".join([piece, *pieces]), []
            parts.append(piece)
    return parts


def _divided_after_brackets(text, is_name):
    """The text with a semicolon where another name follows a bracket: “A (on behalf of B) and C”.

    After a bracket that says for whom, whatever follows is another name; after others, what an
    "and" joins.
    """
    if is_name(text):
        return text
    depth, opened, begin, divided = 0, 0, 0, ""
    for at, char in enumerate(text):
        if char == "(" and depth == 0:
            opened = at
        depth = max(0, depth + (char == "(") - (char == ")"))
        if char == ")" and depth == 0:
            says_for_whom = BEHALF.search(text, opened, at)
            follows = AFTER_BRACKET if says_for_whom else AND_AFTER_BRACKET
            if match := follows.match(text, at + 1):
                divided += text[begin : at + 1] + "; "
                begin = match.end()
    return divided + text[begin:]


def _split(text, marks=",;"):
    """The parts between marks that are outside parentheses."""
    depth, part, parts = 0, "", []
    for char in text:
        depth += (char in "([") - (char in ")]")
        if char in marks and depth <= 0:
            parts.append(part)
            part = ""
        else:
            part += char
    return [*parts, part]


def _without_marks(name, is_name):
    """A name without a leading "and" or number, and without the mark of a footnote.

    Digits belong to the name unless it is known without them: "NB8", but "Denmark 4".
    """
    name = re.sub(r"^\s*(?:and|&)\s+", "", name.strip(), flags=re.I)
    name = NUMBER_BEFORE.sub("", name).rstrip(SUPERSCRIPTS + " ")
    shorter = FOOTNOTE.sub("", name)
    return shorter if not is_name(name) and (not shorter or is_name(shorter)) else name


def _names_joined_by_and(name, is_name):
    """The names that "and" joins if all are known; otherwise the text as one name."""
    names = _split_at_and(name, is_name)
    return names if all(is_name(part) for part in names) else [name]


def _split_at_and(text, is_name):
    """The parts between "and", where a known name keeps an "and" of its own."""
    if is_name(text):
        return [text]
    for match in AND.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if is_name(before):
            return [before, *_split_at_and(after, is_name)]
    return AND.split(text)


def _speaker(text, heading, number, is_name, is_group):
    match = ON_BEHALF.match(text)
    if not match:
        return ParsedSpeaker(text, heading, number)
    whom = match["whom"].strip()
    if whom.endswith(")") and whom.count(")") > whom.count("("):
        whom = whom[:-1]
    group, represented = _group_and_represented(whom, is_name, is_group)
    name = _without_marks(match["name"].strip(" (,"), is_name)
    return ParsedSpeaker(name, heading, number, whom, group, represented)


def _group_and_represented(whom, is_name, is_group):
    """(the group represented, the names printed of those represented)."""
    names = _list_of_names(whom, is_name)
    if all(is_name(name) and not is_group(name) for name in names):
        return "", tuple(names)
    if match := INCLUDING.match(whom):
        members = match["names"].strip().rstrip(".")
        if members.count(")") > members.count("("):
            members = members.rstrip(")")
        return _group_name(match["group"]), tuple(_list_of_names(members, is_name))
    return _group_name(whom), ()


def _list_of_names(text, is_name):
    parts = [_without_marks(part, is_name) for part in _split(text)]
    return [name for part in parts if part for name in _split_at_and(part, is_name)]


def _group_name(text):
    """The name of a group without quotation marks and the punctuation around it."""
    return "".join(char for char in text if char not in QUOTES).strip(" ,.")
