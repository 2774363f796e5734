"""Resolves the names in a parsed query, and adds other names of the same record."""

from dataclasses import dataclass, replace
from difflib import get_close_matches

from django.utils.translation import gettext as _

from dialogues.index.schema import stems
from dialogues.search.natural_words import value_of, without_stop_words
from dialogues.search.query_parser import (
    All,
    Either,
    Expanded,
    ParsedQuery,
    Value,
    Words,
    parse_query,
)
from dialogues.snapshot.name_index import NameIndex
from dialogues.text.names import name_key

MAX_NAME_WORDS = 8  # of a name that is recognised in a query
MAX_EXPANSIONS = 20
MAX_HINTS = 3
MAX_HINT_LETTERS = 60  # of an unknown name that is compared with known ones


@dataclass(frozen=True)
class ResolvedQuery:
    """A query as it is searched.

    `expansions`: other names that are searched as well.
    `problems`: one sentence for each part that could not be used.
    """

    parsed: ParsedQuery = ParsedQuery()
    expansions: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def resolve_names(text: str, name_index: NameIndex, *, widen: bool = True) -> ResolvedQuery:
    """The ResolvedQuery of what a reader typed; without expansions unless `widen`. Never raises."""
    return _Resolver(name_index, widen).resolve(parse_query(text))


class _Resolver:
    def __init__(self, name_index, widen):
        self.name_index = name_index
        self.widen = widen
        self.is_question = False
        self.expansions = {}
        self.problems = {}
        self.unknown = set()

    def resolve(self, parsed):
        self.is_question = parsed.is_question
        wanted = parsed.wanted and self._known(parsed.wanted)
        excluded = tuple(known for node in parsed.excluded if (known := self._known(node)))
        if wanted and self.widen:
            wanted = self._expand(wanted)
        return ResolvedQuery(
            ParsedQuery(without_stop_words(wanted), excluded),
            tuple(self.expansions),
            (*parsed.problems, *self.problems),
        )

    def _known(self, node):
        """The node with the values of filter keys looked up, and without unknown ones."""
        if isinstance(node, Value):
            return self._years(node) if node.key == "year" else self._record(node)
        if isinstance(node, All | Either):
            parts = tuple(known for part in node.parts if (known := self._known(part)))
            return replace(node, parts=parts) if parts else None
        return node

    def _record(self, node):
        slugs = self.name_index.slugs[node.key]
        slug = slugs.get(node.text.casefold()) or slugs.get(name_key(node.text))
        if slug:
            return replace(node, values=(slug,))
        if node not in self.unknown:
            self.unknown.add(node)
            self._add_problem(node, self._hint(node, slugs))
        return None

    def _hint(self, node, slugs):
        """A similar known name. The comparison is slow, so only the first few get one."""
        if len(self.unknown) > MAX_HINTS:
            return ""
        close = get_close_matches(name_key(node.text)[:MAX_HINT_LETTERS], slugs, n=1)
        return " " + _("Did you mean “%s”?") % f"{node.key}:{slugs[close[0]]}" if close else ""

    def _years(self, node):
        """The dialogues' years in year:2016, year:2016..2018, year:2016.. or year:..2018."""
        first, dots, last = node.text.partition("..")
        if not (first or last) or not (first + last).isdecimal():
            self._add_problem(node, " " + _("Write year:2016 or year:2016..2018."))
            return None
        low = int(first or 0)
        high = int(last or 9999) if dots else low
        years = tuple(str(year) for year in self.name_index.years if low <= year <= high)
        return replace(node, values=years)

    def _add_problem(self, node, hint):
        problem = _("“%(typed)s” is not known here, so it was left out.%(hint)s")
        self.problems[problem % {"typed": f"{node.key}:{node.text}", "hint": hint}] = None

    def _expand(self, node):
        """The node with other names added to each run of words that is a name."""
        if isinstance(node, All):
            return replace(node, parts=tuple(self._expand_run(node.parts)))
        if isinstance(node, Either):
            return replace(node, parts=tuple(self._expand(part) for part in node.parts))
        return next(self._expand_run((node,)))

    def _expand_run(self, parts):
        start = 0
        while start < len(parts):
            run = self._longest_name(parts[start:])
            if run:
                yield self._expand_name(run)
            else:
                yield self._expand_part(parts[start])
            start += len(run) or 1

    def _expand_part(self, part):
        if _has_parts(part):
            return self._expand(part)
        value = (
            value_of(part.text, self.name_index.years, self.is_question)
            if _is_plain(part)
            else None
        )
        if value is None:
            return part
        self.expansions[f"{value.key}:{value.text}"] = None
        return Expanded(part, (value,))

    def _longest_name(self, parts):
        """The longest beginning of the parts that is a name with other names; () if none is."""
        words = 0
        while words < min(len(parts), MAX_NAME_WORDS) and _is_plain(parts[words]):
            words += 1
        for length in range(words, 0, -1):
            if self.name_index.names.get(_key(parts[:length])):
                return parts[:length]
        return ()

    def _expand_name(self, run):
        expansions = []
        original = [stem for words in run for stem in stems(words.text)]
        for name in self.name_index.names[_key(run)]:
            if len(self.expansions) < MAX_EXPANSIONS and not _is_within(stems(name), original):
                self.expansions[name] = None
                expansions.append(Words(name))
        node = All(run) if len(run) > 1 else run[0]
        return Expanded(node, tuple(expansions)) if expansions else node


def _is_plain(node):
    return isinstance(node, Words) and not node.key


def _has_parts(node):
    return isinstance(node, All | Either)


def _key(run):
    return name_key(" ".join(words.text for words in run))


def _is_within(name, original):
    """Whether one list of stems is a run in the other: it would add nothing, or far too much."""
    longer, shorter = sorted((name, original), key=len, reverse=True)
    starts = range(len(longer) - len(shorter) + 1)
    return any(longer[at : at + len(shorter)] == shorter for at in starts)
