"""For any filters, index and database return the same statements and counts."""

from datetime import date
from itertools import product
from random import Random

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogues.choices import Clock
from dialogues.filters.filterset import StatementFilter
from dialogues.filters.results import FromDatabase
from dialogues.index.schema import FILTER_KEYS
from dialogues.models import Edition, Participation, Statement, open_edition
from dialogues.search.search import search
from dialogues.snapshot.labels import labels_at
from dialogues.statement_filters import DAY_KEYS
from tests.records import (
    make_dialogue,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

# The database is created only if a test has this mark.
pytestmark = [pytest.mark.long, pytest.mark.django_db]

SIZE = 120
KEYS = [*FILTER_KEYS, *DAY_KEYS, "sort", "clock"]


@pytest.fixture(scope="module")
def collection(django_db_setup, django_db_blocker):
    """A random collection, always the same, in which any values may occur together."""
    with django_db_blocker.unblock(), transaction.atomic():
        with open_edition("Made for a test"):
            fill(Random(2005))
        connection.cursor().execute("ANALYZE")
        yield
        transaction.set_rollback(True)


def fill(random):
    groups = [make_group() for _ in range(5)]
    states = [make_state() for _ in range(12)] + [make_state(kind="observer")]
    for state, year in product(states, (None, 2012)):
        since = date(year, 5, 1) if year else None
        until = date(random.choice([2011, 2012, 2030]), 4, 30) if not year else None
        make_membership(random.choice(groups), state, since=since, until=until)
    make_membership(groups[0], states[0], role="takes-part", since=date(2001, 1, 1))
    speakers = [*states, make_state(kind="civil-society"), make_state(kind="un-entity")]
    themes = [make_theme() for _ in range(4)]
    themes += [make_theme(parent=random.choice(themes)) for _ in range(5)]
    themes += [make_theme(parent=random.choice(themes)) for _ in range(5)]
    people = [make_person() for _ in range(3)]
    dialogues = [
        make_dialogue(held_on=date(year, 6, 1), forum=random.choice(["unga", "hrc"]))
        for year in (2009, 2011, 2012, 2012, 2017)
    ] + [make_dialogue(held_on=None, year=2020, format="not-held")]
    sources = [make_source(kind=kind) for kind in ("un-report", "press", "press")]
    pool = [participation(random, dialogue, speakers, people, groups) for dialogue in dialogues * 8]
    for _ in range(SIZE):
        speaks = random.choice([*pool, None])
        make_statement(
            random.choice(dialogues) if speaks is None else None,
            participation=speaks,
            themes=random.sample(themes, random.randint(0, 4)),
            situations=random.sample(states, random.randint(0, 2)),
            stance=random.choice(Statement.Stance.values),
            **words(random),
            summary="A summary.",
            language=random.choice(["en", "fr", "ar", "pt"]),
            source=random.choice(sources),
            position=random.randint(0, 5),
            **({} if speaks else {"attribution": "some"}),
        )


def words(random):
    """A provenance, and a text: a quotation must have one, and a statement may."""
    provenance = random.choice(Statement.Provenance.values)
    texts = ["Words.", "Words. " * 50, "Words. " * 400]
    if provenance != Statement.Provenance.QUOTED:
        texts.append("")
    return {"provenance": provenance, "text": random.choice(texts)}


def participation(random, dialogue, speakers, people, groups):
    """A speaker in a dialogue, perhaps on behalf of others, which are then recorded too."""
    if random.random() < 0.2:
        taken = Participation.objects.filter(dialogue=dialogue, person__isnull=False)
        person = random.choice(people)
        if not taken.filter(person=person).exists():
            return make_participation(dialogue, person=person, capacity="panel")
    free = [
        speaker
        for speaker in speakers
        if not speaker.participations.filter(dialogue=dialogue).exists()
    ] or [make_state()]
    if random.random() < 0.3:
        joint = make_participation(
            dialogue, random.choice(free), capacity="on-behalf", on_behalf_of=random.choice(groups)
        )
        for speaker in random.sample(speakers, 2):
            make_participation(dialogue, speaker, status="represented", represented_by=joint)
        return joint
    printed = random.choice([None, *groups])
    return make_participation(
        dialogue,
        random.choice(free),
        printed_group=printed,
        office=random.choice(["", "", "Minister", "President"]),
        spoke_on=random.choice([None, None, None, date(2012, 6, random.randint(1, 5))]),
    )


CHOICES = st.lists(
    st.tuples(st.sampled_from(KEYS), st.lists(st.integers(0, 40), min_size=1, max_size=3)),
    max_size=5,
)


@settings(
    max_examples=100,  # on each of two databases
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(choices=CHOICES)
def test_index_and_database_return_the_same(collection, django_db_blocker, choices):
    with django_db_blocker.unblock():
        edition = Edition.objects.current_stamp()
        filterset = StatementFilter(address(choices, edition), edition)
        index, database = search(filterset.search_request, edition), FromDatabase(filterset)

        assert index.pks(0, SIZE) == database.pks(0, SIZE)
        for start in (1, 10, 60):
            assert index.pks(start, start + 25) == database.pks(start, start + 25)
        assert index.total == database.total
        assert counts(index) == counts(database)


def address(choices, edition):
    """The query of an address, from choices: each a key and the places of its values."""
    values = {key: list(labels) for key, labels in labels_at(edition).items()}
    values["sort"] = ["newest", "oldest", "speaker"]
    values["clock"] = Clock.values
    values |= {key: ["2010", "2012-06", "2012-06-03", "2017"] for key in DAY_KEYS}
    data = QueryDict(mutable=True)
    for key, places in choices:
        data.setlist(key, [values[key][place % len(values[key])] for place in places])
    return data


def counts(results):
    """The numbers of results without zeros, which one side may leave out."""
    return {
        key: {value: n for value, n in numbers.items() if n}
        for key, numbers in results.numbers.items()
    }
