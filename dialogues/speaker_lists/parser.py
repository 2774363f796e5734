"""Parse a printed table of participation or list of speakers. Text in, names out; no database."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

from dialogues.speaker_lists.behalf import read_behalf, says_for_whom
from dialogues.speaker_lists.cell_names import names_in
from dialogues.speaker_lists.columns import (
    GROUP,
    NAMES,
    OFFICE,
    OTHER,
    PERSON,
    ROLES,
    Column,
    cell_at,
    is_row_of_labels,
    read_columns,
    role_of_cell,
)
from dialogues.speaker_lists.headings import Heading, read_heading, split_heading
from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.lines import read_lines
from dialogues.speaker_lists.people import read_delegate
from dialogues.speaker_lists.prose import around_names, has_known_name, is_furniture, is_prose

MAX_LENGTH = 200_000  # characters
# More names than any dialogue had: the text is not a list of speakers.
MAX_NAMES = 1000
# What a person may answer about a text that was not read.
READ, SKIP = "read", "skip"


@dataclass(frozen=True)
class ParsedSpeaker:
    """One speaker as printed: in which line, under which heading, and for whom."""

    name: str
    heading: str = ""
    line: int = 0
    on_behalf_of: str = ""
    group: str = ""
    represented: tuple[str, ...] = ()
    person: str = ""
    office: str = ""


@dataclass(frozen=True)
class UnreadText:
    """A line or cell from which no name is read, except if the answer is READ.

    `kind`: "prose", "date" (or a number), "cell" or "heading". `answer`: READ, SKIP or "".
    """

    line: int
    text: str
    kind: str
    has_names: bool = False
    answer: str = ""

    @property
    def key(self) -> str:
        return text_key(self.text)

    @property
    def needs_answer(self) -> bool:
        return self.has_names and not self.answer


class ListWarning(NamedTuple):
    """What a person must look at: the kind of warning, and the values of its message."""

    kind: str
    values: dict


@dataclass
class ParsedList:
    """The speakers of a text in its order, what was not read of it, and the warnings.

    `stated`: {heading: the number of names that it states}.
    """

    speakers: list[ParsedSpeaker] = field(default_factory=list)
    unread: list[UnreadText] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    stated: dict[str, int] = field(default_factory=dict)
    warnings: list[ListWarning] = field(default_factory=list)

    def warn(self, kind, **values):
        self.warnings.append(ListWarning(kind, values))


def text_key(text: str) -> str:
    """What identifies a line or cell in the answers about it."""
    return sha256(text.encode()).hexdigest()[:16]


def parse_speaker_list(
    text: str,
    known: KnownNames,
    answers: Mapping[str, str] | None = None,
    roles: Mapping[int, str] | None = None,
) -> ParsedList:
    """The ParsedList of a printed table or list. Every name in it is in the text, and every line
    and cell of the text is in it: as a name, a heading, or among what was not read.

    `answers`: READ or SKIP by `text_key` of a line or cell. `roles`: what a column holds, by its
    number. Kinds of warning: "lost" for more blank lines than elsewhere, "to-the-end" for
    represented names that no parenthesis closes, "too-many" when only the first MAX_NAMES names
    are read.
    """
    parser = _Parser(known, answers or {}, roles or {})
    parser.read(read_lines(text[:MAX_LENGTH], known))
    parsed = parser.parsed
    if len(parsed.speakers) > MAX_NAMES:
        del parsed.speakers[MAX_NAMES:]
        parsed.warnings.insert(0, ListWarning("too-many", {"limit": MAX_NAMES}))
    return parsed


class _Parser:
    """Reads line after line, and knows the heading above."""

    def __init__(self, known, answers, roles):
        self.known, self.answers, self.roles = known, answers, roles
        self.parsed = ParsedList()
        self.heading = ""
        # {heading: the line in which it is first}.
        self.headings = {}

    def read(self, lines):
        rows = [line for line in lines if line.cells]
        self.parsed.columns = read_columns(rows, self.known, self.roles)
        labels = rows[0] if rows and is_row_of_labels(rows[0]) else None
        for line in lines:
            if line.cells:
                if line is not labels:
                    self._read_row(line)
            else:
                self._read_text(line.number, line.text)
        self._add_empty_headings()
        self._warn_of_gaps(lines)

    def _read_row(self, row):
        cells = {role: [] for role in ROLES}
        for column in self.parsed.columns:
            if cell := cell_at(row, column.index):
                cells[role_of_cell(cell, column, self.known)].append(cell)
        self._set_heading_of_row(row, cells[GROUP])
        before = len(self.parsed.speakers)
        for cell in cells[NAMES]:
            self._read_text(row.number, cell)
        rest = cells[OTHER] + self._rest_after_delegate(before, cells[PERSON], cells[OFFICE])
        for cell in rest:
            self._read_other(row.number, cell)

    def _set_heading_of_row(self, row, groups):
        """A group left of the names holds until the next one; right of them, for its row only."""
        roles = [column.role for column in self.parsed.columns]
        comes_first = GROUP in roles and NAMES in roles and roles.index(GROUP) < roles.index(NAMES)
        if not groups and GROUP in roles and not comes_first:
            self.heading = ""
        for group in groups:
            self._begin(row.number, read_heading(group, self.known) or Heading(group))

    def _rest_after_delegate(self, before, people, offices):
        """Give the row's only speaker the person and office; returns the cells left over."""
        if len(self.parsed.speakers) != before + 1:
            return people + offices
        person, _comma, office = ", ".join(people).partition(", ")
        office = ", ".join(filter(None, [office, *offices]))
        speaker = self.parsed.speakers[-1]
        if person or office:
            self.parsed.speakers[-1] = replace(
                speaker, person=person or speaker.person, office=office or speaker.office
            )
        return []

    def _read_other(self, number, cell):
        """Read a cell of a column that holds no names only if a person says so."""
        self._leave_unread(number, cell, "cell")
        if self.answers.get(text_key(cell)) == READ:
            self._read_names(number, cell)

    def _read_text(self, number, text):
        """Read a line or cell: its heading and its names."""
        heading, names = split_heading(text, self.known)
        if heading:
            self._begin(number, heading)
        if not names:
            return
        if kind := self._kind_of_unread(names, text):
            self._leave_unread(number, text, kind)
        if kind == "prose":
            self.heading = ""
        if not kind or self.answers.get(text_key(text)) == READ:
            self._read_names(number, names)

    def _kind_of_unread(self, names, line):
        if is_furniture(names):
            return "date"
        return "prose" if is_prose(names, line, self.known) else ""

    def _read_names(self, number, text):
        """Read names; a label before them that is neither heading nor name is left unread."""
        label, colon, rest = text.partition(":")
        if colon and self._is_only_label(label, rest):
            self._leave_unread(number, label, "cell")
            text = rest
        before, text, after = around_names(text)
        for words in filter(None, (before, after)):
            self._leave_unread(number, words, "cell")
        for name in names_in(text, self.known):
            self._add(name, number)

    def _is_only_label(self, label, rest):
        is_plain = not says_for_whom(label, self.known) and "(" not in label
        has_names = any(self.known.is_name(name) for name in names_in(rest, self.known))
        return is_plain and has_names and not has_known_name(label, self.known)

    def _add(self, text, number):
        behalf = read_behalf(text, self.known)
        delegate = read_delegate(behalf.name, self.known)
        speaker = ParsedSpeaker(
            delegate.name,
            self.heading,
            number,
            behalf.whom,
            behalf.group,
            behalf.represented,
            delegate.person,
            delegate.office,
        )
        self.parsed.speakers.append(speaker)
        if len(speaker.represented) > 1 and not speaker.group and "(" not in text:
            represented = ", ".join(speaker.represented)
            self.parsed.warn("to-the-end", name=speaker.name, names=represented)

    def _begin(self, number, heading):
        self.heading = heading.label
        self.headings.setdefault(heading.label, number)
        if heading.stated is not None:
            self.parsed.stated[heading.label] = heading.stated

    def _leave_unread(self, number, text, kind):
        answer = self.answers.get(text_key(text), "")
        has_names = kind != "date" and has_known_name(text, self.known)
        self.parsed.unread.append(UnreadText(number, text, kind, has_names, answer))

    def _add_empty_headings(self):
        """Headings with no name under them are unread, too."""
        with_names = {speaker.heading for speaker in self.parsed.speakers}
        for label, number in self.headings.items():
            if label not in with_names:
                self.parsed.unread.append(UnreadText(number, label, "heading"))

    def _warn_of_gaps(self, lines):
        """Warn of more blank lines between two names than elsewhere: names may be lost there."""
        unread = {text.line for text in self.parsed.unread if text.kind in ("prose", "date")}
        pairs = [pair for pair in pairwise(lines) if not {line.number for line in pair} & unread]
        usual = min((after.number - before.number for before, after in pairs), default=1)
        for before, after in pairs:
            blank = after.number - before.number - 1
            if blank > max(usual - 1, 0) and blank > 1:
                values = {"before": before.text[:60], "after": after.text[:60]}
                self.parsed.warn("lost", count=blank, **values)
