"""The people and offices that a document introduces, and to whom later words refer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dialogues.imports.language.sentences import Span, sentences_of
from dialogues.imports.language.verbs import PLAIN

TITLE = (
    r"(?:(?:H\.E\.|His Excellency|Her Excellency|Mr\.|Ms\.|Mrs\.|Dr\.|Prof\.|Professor|Sir|Dame"
    r"|Ambassador|M\.|Mme|Sr\.|Sra\.)\s+)"
)
PARTICLE = r"(?:bin|ibn|de|del|da|dos|van|von|der|al|el|la|le|ben)\s+"
WORD = r"[A-ZÀ-ÞŠŽČ][\w’'-]*\w"
PERSON = rf"{WORD}(?:\s+(?:{PARTICLE})*(?:{WORD}|[A-Z]\.)){{1,4}}"
HEAD = (
    r"(?:Deputy[- ]Secretary[- ]General|Under[- ]Secretary[- ]General"
    r"|Assistant Secretary[- ]General|Secretary[- ]General|High Commissioner|Special Advis[eo]rs?"
    r"|Special Rapporteurs?|Special Envoys?|Special Representatives?|Vice-President|President"
    r"|Administrator|Deputy Executive Director|Executive Director|Director-General|Director"
    r"|Chair(?:person|man|woman)?|Co-Chairs?|Rapporteur|Commissioner|Permanent Representative"
    r"|Foreign Minister|Prime Minister|Minister|Coordinator)"
)
RANK = r"(?:(?:UN|United Nations|former|Joint|then|two|three|Acting|Deputy|Assistant)\s+)*"
# An office by its first words; its other words begin with a capital or are small.
SMALL = r"(?:to|on|for|of|and|the|in|with|at|minority|issues|situation|session)"
OFFICE = (
    rf"{RANK}{HEAD}(?![\w’'-])"
    rf"(?:\s+{SMALL}(?=\s)|\s+(?:[A-ZÀ-Þ][\w’'/-]*|\d+(?:st|nd|rd|th)|issues|session)){{0,25}}"
)
# An office by all words before the comma in front of its holder's name.
LONG_OFFICE = rf"{RANK}{HEAD}(?![\w’'-])[^,.;:()“”\"]{{0,200}}?"
OFFICE_THEN_NAME = re.compile(
    rf"(?P<office>{LONG_OFFICE}),\s+{TITLE}*(?P<name>{PERSON})(?=[\s,.;)]|$)"
)
HEAD_THEN_NAME = re.compile(rf"(?P<office>{RANK}{HEAD})\s+{TITLE}*(?P<name>{PERSON})")
TITLE_THEN_NAME = re.compile(rf"(?P<office>{OFFICE})\s+{TITLE}+(?P<name>{PERSON})")
NAME_THEN_OFFICE = re.compile(rf"{TITLE}+(?P<name>{PERSON}),\s+(?:the\s+)?(?P<office>{OFFICE})")
NAME_FOR_OTHERS = re.compile(
    rf"{TITLE}+(?P<name>{PERSON})(?=,\s+(?:in (?:his|her|their) statement )?on behalf of)"
)
PATTERNS = (NAME_THEN_OFFICE, OFFICE_THEN_NAME, HEAD_THEN_NAME, TITLE_THEN_NAME, NAME_FOR_OTHERS)
# "…, Mr. Edward Luck and Ms. Jennifer Welsh"
SECOND_NAME = re.compile(rf"\s+and\s+{TITLE}+(?P<name>{PERSON})")
# Parts of an office or institution that look like a name.
NO_PERSON = re.compile(
    rf"\b(?:{HEAD}|General|Assembly|Council|Nations|Protect|Genocide|Advis[eo]r|Summit|Secretary|Office"
    r"|Rights|Human|Minister|Commission|Committee|Prevention|States?|Minorities|Counsel|National"
    r"|International|Union|Security|Affairs|Peace|Department|Centre|Center|Group|Global|European"
    r"|Republic|Kingdom|Institute|Organi[sz]ation|Mission|Development|Programme|Political)\b"
)
ANY_OFFICE = re.compile(
    rf"(?:\b[Tt]he\s+)?(?P<office>{OFFICE})(?<!\s(?:of|on|to|in|at))(?<!\s(?:for|and|the))(?<!\swith)"
)
# "the UN Development Programme's Administrator"
OFFICE_OF = re.compile(
    rf"(?:\b[Tt]he\s+)?(?P<of>(?:[A-Z][\w-]+\s+){{1,6}}?[A-Z][\w-]+)['’]s\s+(?P<office>{HEAD})\b"
)
MODERATED_BY = re.compile(r"\bmoderated by\b")
MODERATOR = re.compile(r"\b[Tt]he moderator\b")
TRAILING = re.compile(rf"(?:\s+{SMALL})+$")
LAST_AND_THE = re.compile(r"^.*\sand the\s+(?=[A-Z])")


class Introduction(NamedTuple):
    """A person introduced with an office, which may be empty."""

    name: str
    office: str
    span: Span
    name_span: Span
    is_moderator: bool = False


@dataclass(frozen=True)
class Somebody:
    """A person or the holder of an office in a document, as introduced."""

    name: str
    office: str

    @property
    def label(self) -> str:
        return self.name or self.office


class Reference(NamedTuple):
    """Words that refer to somebody."""

    span: Span
    who: Somebody


def introductions_in(text: str) -> list[Introduction]:
    """The people that a text introduces with title or office, in its order."""
    return [
        _moved(introduction, sentence.start)
        for sentence in sentences_of(text)
        for introduction in _in_sentence(sentence.of(text))
    ]


def _moved(introduction, by):
    spans = (Span(start + by, end + by) for start, end in introduction[2:4])
    return Introduction(*introduction[:2], *spans, introduction.is_moderator)


def _in_sentence(text):
    introductions, at = [], 0
    while matches := [match for pattern in PATTERNS if (match := _search(pattern, text, at))]:
        match = min(matches, key=lambda each: (each.start(), -each.end()))
        at = match.end()
        office = _office(match.groupdict().get("office") or "")
        is_moderator = bool(MODERATED_BY.search(text[max(0, match.start() - 30) : match.start()]))
        introductions.append(_introduction(match, office, is_moderator))
        if second := SECOND_NAME.match(text, at):
            at = second.end()
            introductions.append(_introduction(second, office, False))
    return introductions


def _introduction(match, office, is_moderator):
    spans = Span(*match.span()), Span(*match.span("name"))
    return Introduction(match["name"], office, *spans, is_moderator)


def _search(pattern, text, at):
    """The next match with a person and an office, and no sentence between them."""
    while match := pattern.search(text, at):
        office = match.groupdict().get("office") or ""
        if (
            not NO_PERSON.search(match["name"])
            and not PLAIN.search(office)
            and " was " not in office
        ):
            return match
        at = match.start() + 1
    return None


def _office(printed):
    """An office as one person holds it."""
    office = LAST_AND_THE.sub("", " ".join(printed.split()))
    if re.match(r"(?:two|three)\s", office):
        office = re.sub(
            r"\b(Advis[eo]r|Rapporteur|Envoy|Representative)s\b", r"\1", office.split(" ", 1)[1]
        )
    return TRAILING.sub("", office)


class People:
    """The people of a document, to whom last names and offices refer."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.by_name: dict[str, Somebody] = {}
        self.moderator: Somebody | None = None
        # Holders of offices in the order in which the text read so far mentions them.
        self.latest: list[Somebody] = []
        offices: set[str] = set()
        self.introductions = []
        for text in texts:
            introductions = introductions_in(text)
            self.introductions.append(introductions)
            for each in introductions:
                self._add(each)
            offices |= {match["office"] for match in ANY_OFFICE.finditer(text)}
        held = [somebody.office for somebody in self.by_name.values() if somebody.office]
        # The longest form of each office whose holder is not named.
        self.offices = {
            office for office in offices if office_key(office) not in map(office_key, held)
        }

    def _add(self, introduction):
        somebody = self.by_name.get(introduction.name)
        if somebody is None or (introduction.office and not somebody.office):
            somebody = Somebody(introduction.name, introduction.office)
            self.by_name[introduction.name] = somebody
        if introduction.is_moderator:
            self.moderator = somebody

    def references_in(self, text: str) -> Iterator[Reference]:
        """Where a text refers to somebody: by name, title and last name, office or role."""
        taken: list[Span] = []
        for span, somebody in [*self._by_name(text), *self._by_office(text)]:
            if not any(span.start < other.end and other.start < span.end for other in taken):
                taken.append(span)
                yield Reference(span, somebody)

    def _by_name(self, text):
        by_length = sorted(self.by_name.values(), key=lambda each: -len(each.name))
        for somebody in by_length:
            names = rf"(?:{re.escape(somebody.name)}|{self._last_names(somebody.name)})"
            for match in re.finditer(rf"{TITLE}*(?:{HEAD}\s+)?{names}(?!\w)", text):
                yield Span(*match.span()), somebody
        for somebody in by_length:
            if len(somebody.office.split()) > 2:
                for match in re.finditer(rf"(?:[Tt]he\s+)?{re.escape(somebody.office)}", text):
                    yield Span(*match.span()), somebody

    def _by_office(self, text):
        if self.moderator:
            for match in MODERATOR.finditer(text):
                yield Span(*match.span()), self.moderator
        for match in OFFICE_OF.finditer(text):
            yield Span(*match.span()), self.holder(f"{match['office']} of the {match['of']}")
        for match in ANY_OFFICE.finditer(text):
            who = self.holder(match["office"])
            self.latest = [each for each in self.latest if each != who] + [who]
            yield Span(*match.span()), who

    @staticmethod
    def _last_names(name):
        """The ends of a name by which it may be called: Serbin Pont, Pont."""
        words = name.split()
        return "|".join(re.escape(" ".join(words[at:])) for at in range(1, len(words)))

    def holder(self, office: str) -> Somebody:
        """The person with this office, or with the only one that begins or ends so.

        Of several, the one mentioned last. Somebody without a name if the document names no
        holder.
        """
        key = office_key(office)
        holders = {
            somebody
            for somebody in self.by_name.values()
            if somebody.office and _is_short_for(key, office_key(somebody.office))
        }
        if len(holders) == 1:
            return holders.pop()
        for somebody in reversed(self.latest):
            if _is_short_for(key, office_key(somebody.office)) and key != office_key(
                somebody.office
            ):
                return somebody
        keys = {office_key(each) for each in self.offices if _is_short_for(key, office_key(each))}
        longest = {
            each for each in keys if not any(_is_short_for(each, other) for other in keys - {each})
        }
        if not holders and len(longest) == 1:
            whole = longest.pop()
            printed = sorted((each for each in self.offices if office_key(each) == whole), key=len)
            return Somebody("", printed[-1])
        return Somebody("", office)


def office_key(office: str) -> str:
    """An office as it is compared."""
    key = office.casefold().replace("advisor", "adviser").replace("-", " ")
    key = re.sub(r"\b(?:un|united nations|the|to secretary general|joint)\b", " ", key)
    key = re.sub(r"\bto\s+secretary general\b", " ", key)
    return " ".join(key.split())


def _is_short_for(key, whole):
    return whole == key or whole.startswith(f"{key} ") or whole.endswith(f" {key}")
