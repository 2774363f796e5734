"""What a typed question means in the record: names looked up, other names of the same added."""

from dataclasses import dataclass, replace
from difflib import get_close_matches

from django.utils.translation import gettext as _

from dialogues.index.schema import stems
from dialogues.search.query_parser import (
    All,
    Either,
    Expanded,
    ParsedQuery,
    Value,
    Words,
    parse_query,
)
from dialogues.text.names import name_key

# The longest name that is recognised in what was typed, in words.
LONGEST_NAME = 8
MOST_OTHERS = 20
MOST_HINTS = 3
LONGEST_HINT = 60


@dataclass(frozen=True)
class ResolvedQuery:
    """A question as it is looked for, and what its reader is told of it.

    `expansions`: other names that are looked for as well. `problems`: one sentence each.
    """

    parsed: ParsedQuery = ParsedQuery()
    expansions: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def resolve_names(text, name_index, *, widen=True):
    """The ResolvedQuery of what a reader typed. Never raises."""
    return _Lookup(name_index, widen).resolve(parse_query(text))


class _Lookup:
    def __init__(self, name_index, widen):
        self.name_index = name_index
        self.widen = widen
        self.expansions = {}
        self.problems = {}
        self.unknown = set()

    def resolve(self, parsed):
        wanted = parsed.wanted and self._known(parsed.wanted)
        excluded = tuple(node for one in parsed.excluded if (node := self._known(one)))
        if wanted and self.widen:
            wanted = self._widened(wanted)
        return ResolvedQuery(
            ParsedQuery(wanted, excluded),
            tuple(self.expansions),
            (*parsed.problems, *self.problems),
        )

    def _known(self, node):
        """The same with each state:, theme:, group: and year: looked up; without those unknown."""
        if isinstance(node, Value):
            return self._years(node) if node.key == "year" else self._record(node)
        if isinstance(node, All | Either):
            parts = tuple(known for one in node.parts if (known := self._known(one)))
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
        """A known name like the one typed. It takes a while: for a few, not for a page of them."""
        if len(self.unknown) > MOST_HINTS:
            return ""
        close = get_close_matches(name_key(node.text)[:LONGEST_HINT], slugs, n=1)
        return " " + _("Did you mean “%s”?") % f"{node.key}:{slugs[close[0]]}" if close else ""

    def _years(self, node):
        """year:2016, year:2016..2018, year:2016.. and year:..2018, of the years there are."""
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

    def _widened(self, node):
        """The same with other names added to each run of words that is a name."""
        if isinstance(node, All):
            return replace(node, parts=tuple(self._widened_run(node.parts)))
        if isinstance(node, Either):
            return replace(node, parts=tuple(self._widened(one) for one in node.parts))
        return next(self._widened_run((node,)))

    def _widened_run(self, parts):
        start = 0
        while start < len(parts):
            run = self._longest_name(parts[start:])
            if run:
                yield self._named(run)
            else:
                yield self._widened(parts[start]) if _has_parts(parts[start]) else parts[start]
            start += len(run) or 1

    def _longest_name(self, parts):
        """The first of these parts that together are a name with others; () for none."""
        words = 0
        while words < min(len(parts), LONGEST_NAME) and isinstance(parts[words], Words):
            words += 1
        for length in range(words, 0, -1):
            if self.name_index.names.get(_key(parts[:length])):
                return parts[:length]
        return ()

    def _named(self, run):
        others = []
        typed = [stem for one in run for stem in stems(one.text)]
        for name in self.name_index.names[_key(run)]:
            if len(self.expansions) < MOST_OTHERS and not _one_in_the_other(stems(name), typed):
                self.expansions[name] = None
                others.append(Words(name))
        node = All(run) if len(run) > 1 else run[0]
        return Expanded(node, tuple(others)) if others else node


def _has_parts(node):
    return isinstance(node, All | Either)


def _key(run):
    return name_key(" ".join(one.text for one in run))


def _one_in_the_other(one, other):
    """Whether a name stands in a row in another: it would find nothing more, or far too much."""
    longer, shorter = sorted((one, other), key=len, reverse=True)
    rows = range(len(longer) - len(shorter) + 1)
    return any(longer[at : at + len(shorter)] == shorter for at in rows)
