"""What a reader typed, read into a tree of what is wanted and a list of what is not.

    question  = every part, joined by AND or by nothing, or by OR, which binds less
    part      = word, word*, "a phrase", key:value, ( question ), each after - or NOT: excluded

Nothing that can be typed is an error: what makes no sense is left out and said. What is excluded
is excluded from the whole question, wherever it stands.
"""

import re
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from dialogues.index.schema import words

LONGEST = 500
MOST_PARTS = 60
LONGEST_SHOWN = 61
KEYS = ("state", "theme", "group", "year")


@dataclass(frozen=True)
class Words:
    """Words that follow each other directly: one word, a phrase, or 60/1."""

    text: str


@dataclass(frozen=True)
class Prefix:
    """A word that begins so."""

    letters: str


@dataclass(frozen=True)
class Expanded:
    """Words that are a name, and the other names of the same that are looked for as well."""

    wanted: "Node"
    others: tuple[Words, ...]


@dataclass(frozen=True)
class Value:
    """One of these values of a filter: state:france. `text` until it is looked up."""

    key: str
    text: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class All:
    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Either:
    parts: tuple["Node", ...]


Node = Words | Prefix | Expanded | Value | All | Either


@dataclass(frozen=True)
class ParsedQuery:
    """A question: what to find (None: anything), what to leave out, and what made no sense."""

    wanted: Node | None = None
    excluded: tuple[Node, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def has_words(self):
        """Whether it wants words, which some statements match better than others."""
        return any(isinstance(leaf, Words) for leaf in self.leaves())

    def leaves(self):
        """All that is wanted, out of the tree: words, beginnings of words and values."""
        return _leaves(self.wanted) if self.wanted else iter(())


TOKEN = re.compile(
    r"""
    (?P<space>\s+)
    | (?P<open>\() | (?P<close>\))
    | (?P<minus>-+(?=[^\s-]))
    | (?P<key>(?:state|theme|group|year)):(?:"(?P<quoted>[^"]*)(?:"|$)|(?P<value>[^\s()"]*))
    | "(?P<phrase>[^"]*)(?P<closed>"?)
    | (?P<word>[^\s()"]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# People paste other quotation marks than the keyboard's.
QUOTES = str.maketrans("“”„«»″", '""""""')


def parse_query(text):
    """The question that a reader typed. Never raises."""
    return _Parser(text).parse()


class _Parser:
    """Goes through the tokens once, from left to right."""

    def __init__(self, text):
        self.problems = {}
        self.excluded = []
        if len(text) > LONGEST:
            self._add_problem(_("Only the first %s characters were read.") % LONGEST)
        tokens = [
            one for one in TOKEN.finditer(text[:LONGEST].translate(QUOTES)) if not one["space"]
        ]
        if len(tokens) > MOST_PARTS:
            self._add_problem(_("Only the first %s words were looked for.") % MOST_PARTS)
        self.tokens = tokens[:MOST_PARTS]
        self.at = 0

    def parse(self):
        parts = []
        while self._peek():
            parts += self._alternatives()
            if self._peek():  # a closing bracket that none opened
                self._add_problem(_("A bracket without its other one was left out."))
                self.at += 1
        return ParsedQuery(_joined(All, parts), tuple(self.excluded), tuple(self.problems))

    def _alternatives(self):
        """Parts joined by OR, as a list of at most one node."""
        found = [self._together()]
        while self._is_operator("OR"):
            self.at += 1
            found.append(self._together())
            if not found[-1] or not found[-2]:
                self._add_problem(_("OR needs something on both of its sides."))
        node = _joined(Either, [one for one in found if one])
        return [node] if node else []

    def _together(self):
        """Parts joined by AND or by nothing, as one node; None where there is none."""
        parts = []
        joining = False
        while (token := self._peek()) and not token["close"] and not self._is_operator("OR"):
            if self._is_operator("AND"):
                self._check_and(joining or not parts)
                joining = True
                self.at += 1
                continue
            joining = False
            parts += self._part()
        self._check_and(joining)
        return _joined(All, parts)

    def _part(self):
        """What the next part wants, to be joined; what is excluded is put aside as a whole."""
        is_excluded = False
        while (token := self._peek()) and (token["minus"] or self._is_operator("NOT")):
            is_excluded = True
            self.at += 1
        if not token or token["close"] or self._is_operator("OR", "AND"):
            self._add_problem(_("NOT needs something after it."))
            return []
        found = self._bracket() if token["open"] else self._leaf(token)
        if not is_excluded:
            return found
        if found:
            self.excluded.append(_joined(All, found))
        return []

    def _bracket(self):
        self.at += 1
        found = self._alternatives()
        if not self._peek():
            self._add_problem(_("A bracket without its other one was left out."))
        elif not found and self.tokens[self.at - 1]["open"]:
            self._add_problem(_("The brackets have nothing in them."))
        self.at += 1
        return found

    def _leaf(self, token):
        """A word, phrase or value as a list of one; empty, and said, where nothing is in it."""
        self.at += 1
        if token["key"]:
            value = token["quoted"] or token["value"] or ""
            return [Value(token["key"].lower(), value.strip())]
        if token["word"] and token["word"].endswith("*"):
            return self._prefix(token["word"])
        if token["closed"] == "":
            self._add_problem(
                _("A quotation mark is missing at the end of “%s”.") % token["phrase"]
            )
        text = token["word"] or token["phrase"] or ""
        if words(text):
            return [Words(" ".join(text.split()))]
        shown = Truncator(text).chars(LONGEST_SHOWN)
        self._add_problem(_("“%s” has no letters or numbers that could be looked for.") % shown)
        return []

    def _prefix(self, typed):
        """What is before the star: its last word may go on, those before it are whole."""
        *whole, letters = words(typed) or [""]
        if len(letters) < 2:
            self._add_problem(_("“%s” needs at least two letters before the star.") % typed)
            return []
        return [*([Words(" ".join(whole))] if whole else []), Prefix(letters)]

    def _peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def _is_operator(self, *operators):
        token = self._peek()
        return bool(token) and token["word"] in operators

    def _add_problem(self, problem):
        self.problems[problem] = None

    def _check_and(self, is_wrong):
        if is_wrong:
            self._add_problem(_("AND needs something on both of its sides."))


def _joined(kind, parts):
    """The parts as one node; None for none."""
    if len(parts) > 1:
        return kind(tuple(parts))
    return parts[0] if parts else None


def _leaves(node):
    match node:
        case All(parts) | Either(parts):
            for one in parts:
                yield from _leaves(one)
        case Expanded(wanted, others):
            yield from _leaves(wanted)
            yield from others
        case _:
            yield node
