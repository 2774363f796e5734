"""Parses what a reader typed into a tree of what is wanted and a list of what is excluded.

    query  = all its parts, joined by AND or by nothing, or by OR, which binds less
    part   = word, word*, "a phrase", key:value, ( query ), each after - or NOT: excluded
    key    = state, theme, group, year or stance, with a name; note or dialogue, with words in it

No text is an error: a part that cannot be read is ignored and named as a problem. An excluded part
is excluded from the whole query, wherever it is.

Tantivy's parse_query_lenient is not used: it returns a finished query, so names could not be
resolved or expanded, the database could not answer the same query, and its errors are positions
in a syntax (fields, boosts, ranges) that readers do not know.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from dialogues.index.schema import KEYED_FIELDS, words

MAX_QUERY_LENGTH = 500
MAX_PARTS = 60
# The filter keys that can be typed, besides those that search a field for words.
KEYS = ("state", "theme", "group", "year", "stance")
MAX_SHOWN_LENGTH = 61  # of a part in a problem


@dataclass(frozen=True)
class Words:
    """Words in a row: one word, a phrase, or 60/1. With a key in the field of this key only."""

    text: str
    key: str = ""


@dataclass(frozen=True)
class Prefix:
    """A word that begins with these letters."""

    letters: str


@dataclass(frozen=True)
class Expanded:
    """Words, and other names or the values that they may mean; any of them matches."""

    original: "Node"
    expansions: tuple["Words | Value", ...]


@dataclass(frozen=True)
class Value:
    """One of these values of a filter key. Until it is looked up, only its text: state:france."""

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
    """What to find (None: anything), what to exclude, and what could not be used.

    `is_question`: it began with words such as “who”, which are in no statement.
    """

    wanted: Node | None = None
    excluded: tuple[Node, ...] = ()
    problems: tuple[str, ...] = ()
    is_question: bool = False

    @property
    def has_words(self) -> bool:
        """Whether it wants words, which some statements match better than others."""
        return any(isinstance(leaf, Words) for leaf in self.leaves())

    def leaves(self) -> Iterator[Words | Prefix | Value]:
        """All words, prefixes and values that are wanted."""
        return _leaves(self.wanted) if self.wanted else iter(())


TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
    | (?P<open>\() | (?P<close>\))
    | (?P<minus>-+(?=[^\s-]))
    | (?P<key>{"|".join((*KEYS, *KEYED_FIELDS))}):
      (?:"(?P<quoted>[^"]*)(?:"|$)|(?P<value>[^\s()"]*))
    | "(?P<phrase>[^"]*)(?P<closed>"?)
    | (?P<word>[^\s()"]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
# What other search engines read in a word: title:veto, veto^2, veto~1.
FIELD = re.compile(
    r"^(?:title|intitle|text|body|author|by|speaker|country|date|from|to|before|after"
    r"|source|subject|site|url|lang|language):(?=\w)",
    re.I,
)
WEIGHT = re.compile(r"(?:\^\d+(?:\.\d+)?|~\d*)$")
# Words that begin a question, and are in no statement: “who challenged R2P”.
QUESTION_WORDS = set("who whom whose what which when where why how did does do has have".split())
# Pasted text has other quotation marks than the keyboard.
QUOTES = str.maketrans("“”„«»″", '""""""')


def parse_query(text: str) -> ParsedQuery:
    """The ParsedQuery of what a reader typed. Never raises."""
    return _Parser(text).parse()


def _without_question(tokens):
    """The tokens after the words that begin a question; all of them if there are no others."""
    for at, token in enumerate(tokens):
        if (token["word"] or "").lower() not in QUESTION_WORDS:
            return tokens[at:]
    return tokens


class _Parser:
    """Goes through the tokens once, from left to right."""

    def __init__(self, text):
        self.problems = {}
        self.excluded = []
        if len(text) > MAX_QUERY_LENGTH:
            self._add_problem(_("Only the first %s characters were read.") % MAX_QUERY_LENGTH)
        matches = TOKEN.finditer(text[:MAX_QUERY_LENGTH].translate(QUOTES))
        all_tokens = [token for token in matches if not token["space"]]
        tokens = _without_question(all_tokens)
        self.is_question = len(tokens) < len(all_tokens)
        if len(tokens) > MAX_PARTS:
            self._add_problem(_("Only the first %s words were used.") % MAX_PARTS)
        self.tokens = tokens[:MAX_PARTS]
        self.at = 0

    def parse(self):
        parts = []
        while self._peek():
            parts += self._alternatives()
            if self._peek():  # a closing bracket without an opening one
                self._add_problem(_("A bracket without its pair was ignored."))
                self.at += 1
        wanted, problems = _joined(All, parts), tuple(self.problems)
        return ParsedQuery(wanted, tuple(self.excluded), problems, self.is_question)

    def _alternatives(self):
        """Parts joined by OR, as a list of at most one node."""
        nodes = [self._conjunction()]
        while self._is_operator("OR"):
            self.at += 1
            nodes.append(self._conjunction())
            if not nodes[-1] or not nodes[-2]:
                self._add_problem(_("OR needs a word on both sides."))
        node = _joined(Either, [node for node in nodes if node])
        return [node] if node else []

    def _conjunction(self):
        """Parts joined by AND or by nothing, as one node; None if there are none."""
        parts = []
        follows_and = False
        while (token := self._peek()) and not token["close"] and not self._is_operator("OR"):
            if self._is_operator("AND"):
                self._check_and(follows_and or not parts)
                follows_and = True
                self.at += 1
                continue
            follows_and = False
            parts += self._part()
        self._check_and(follows_and)
        return _joined(All, parts)

    def _part(self):
        """The nodes that the next part wants; if it is excluded, they go to `excluded` as one."""
        is_excluded = False
        while (token := self._peek()) and (token["minus"] or self._is_operator("NOT")):
            is_excluded = True
            self.at += 1
        if not token or token["close"] or self._is_operator("OR", "AND"):
            self._add_problem(_("NOT needs a word after it."))
            return []
        nodes = self._bracket() if token["open"] else self._leaf(token)
        if not is_excluded:
            return nodes
        if nodes:
            self.excluded.append(_joined(All, nodes))
        return []

    def _bracket(self):
        self.at += 1
        nodes = self._alternatives()
        if not self._peek():
            self._add_problem(_("A bracket without its pair was ignored."))
        elif not nodes and self.tokens[self.at - 1]["open"]:
            self._add_problem(_("The brackets are empty."))
        self.at += 1
        return nodes

    def _leaf(self, token):
        """The nodes of a word, phrase or value; empty, with a problem, if it has no letters."""
        self.at += 1
        if token["key"]:
            return self._keyed(token["key"].lower(), token["quoted"] or token["value"] or "")
        if token["word"] and token["word"].endswith("*"):
            return self._prefix(token["word"])
        if token["closed"] == "":
            problem = _("A quotation mark is missing at the end of “%s”.")
            self._add_problem(problem % token["phrase"])
        text = self._without_syntax(token["word"]) if token["word"] else token["phrase"] or ""
        return self._words(text)

    def _keyed(self, key, text):
        """The nodes of key:text."""
        return self._words(text, key) if key in KEYED_FIELDS else [Value(key, text.strip())]

    def _words(self, text, key=""):
        if words(text):
            return [Words(" ".join(text.split()), key)]
        shown = Truncator(text).chars(MAX_SHOWN_LENGTH)
        self._add_problem(_("“%s” has no letters or digits to search for.") % shown)
        return []

    def _without_syntax(self, text):
        """A word without what other search engines read in it, each part with a problem."""
        for part in (FIELD, WEIGHT):
            if (match := part.search(text)) and words(text[: match.start()] + text[match.end() :]):
                problem = _("“%s” means nothing here, so it was left out.")
                self._add_problem(problem % match[0])
                text = text[: match.start()] + text[match.end() :]
        return text

    def _prefix(self, text):
        """The nodes of a text before a star: the last word is a prefix, the others are whole."""
        *whole, letters = words(text) or [""]
        if len(letters) < 2:
            self._add_problem(_("“%s” needs at least two letters before the star.") % text)
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
            self._add_problem(_("AND needs a word on both sides."))


def _joined(kind: type[All] | type[Either], parts: list[Node]) -> Node | None:
    """The parts as one node; None if there are none."""
    if len(parts) > 1:
        return kind(tuple(parts))
    return parts[0] if parts else None


def _leaves(node):
    match node:
        case All(parts) | Either(parts):
            for part in parts:
                yield from _leaves(part)
        case Expanded(original, expansions):
            yield from _leaves(original)
            yield from expansions
        case _:
            yield node
