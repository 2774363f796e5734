"""How many matches of a query have each value of each filter key, counted by the search index."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping

from tantivy import Query, Searcher

from dialogues.choices import Capacity, Clock, HasQuotation, SpeakerKind, Voice
from dialogues.index.schema import GROUP_FIELDS
from dialogues.snapshot.name_index import NameIndex
from dialogues.statement_filters import FILTER_KEYS

MAX_VALUES = 60_000  # counted of one key; more than any key has

Numbers = Mapping[str, Counter]


def numbers_of(
    searcher: Searcher,
    query: Query,
    keys: Collection[str],
    name_index: NameIndex,
    clock: Clock,
) -> dict[str, Counter]:
    """{key: how many matches have each of its values, most first}.

    Keys that other counts add up to are not counted themselves: each costs a pass over the matches.
    """
    numbers = _counted(searcher, query, {part for key in keys for part in _parts_of(key)}, clock)
    if "group" in numbers:
        numbers["group"] = _by_group(numbers["group"], name_index, clock)
    return {key: +_added_up(key, numbers, name_index) for key in keys}


def _parts_of(key):
    """The keys that are counted for a key."""
    return (key in FILTER_KEYS and FILTER_KEYS[key].adds_up) or (key,)


def _counted(searcher, query, keys, clock):
    fields = {key: GROUP_FIELDS[clock] if key == "group" else key for key in keys}
    terms = {key: {"terms": {"field": name, "size": MAX_VALUES}} for key, name in fields.items()}
    results = searcher.aggregate(query, terms) if terms else {}
    return {
        key: Counter({bucket["key"]: bucket["doc_count"] for bucket in result["buckets"]})
        for key, result in results.items()
    }


def _by_group(numbers, name_index, clock):
    """The numbers of each group, from those of its database key or of its members today."""
    if clock != Clock.TODAY:
        return Counter({slug: numbers[pk] for slug, pk in name_index.group_keys.items()})
    return Counter(
        {
            slug: sum(numbers[member] for member in name_index.members_today(slug))
            for slug in name_index.group_keys
        }
    )


def _added_up(key, numbers, name_index):
    if key in name_index.values_of:
        (part,) = _parts_of(key)
        values, added = name_index.values_of[key], Counter()
        for slug, number in numbers[part].items():
            # A record whose slug changes at this moment is counted from the next request on.
            if slug in values:
                added[values[slug]] += number
        return added
    return ADDITIONS[key](numbers) if key in ADDITIONS else numbers[key]


def _voices(numbers: Numbers) -> Counter:
    """Every statement has a kind of speaker, and every speaker a capacity."""
    joint, unnamed = numbers["capacity"][Capacity.ON_BEHALF], numbers["kind"][SpeakerKind.UNNAMED]
    own = numbers["kind"].total() - joint - unnamed
    return Counter({Voice.OWN: own, Voice.JOINT: joint, Voice.UNNAMED: unnamed})


def _quotations(numbers: Numbers) -> Counter:
    """Every statement has a kind of speaker, and every text a length."""
    quoted = numbers["length"].total()
    return Counter({HasQuotation.YES: quoted, HasQuotation.NO: numbers["kind"].total() - quoted})


ADDITIONS: dict[str, Callable[[Numbers], Counter]] = {"voice": _voices, "quotation": _quotations}
