"""A made-up collection of any size to measure the site with, the same each time for a size.

It cannot be taken for a real one: State 17 says invented words at dialogue 4. Words follow Zipf's
law, and words of the field are among them.
"""

from datetime import date, timedelta
from itertools import accumulate, islice
from random import Random

from django.core.management.color import no_style
from django.db import connection, models, transaction
from django.utils import timezone

from dialogues.models import (
    Dialogue,
    Edition,
    Membership,
    Participant,
    Participation,
    ReportedFigure,
    SourceDocument,
    Statement,
    Theme,
    open_edition,
)
from dialogues.references import ALPHABET, check_character

STATES, GROUPS, YEARS, FIRST_YEAR = 193, 5, 20, 2006
THEMES, ROOTS = 50, 10
DIALOGUES_PER_STATEMENT = 60 / 10_000
SPEAKERS = 80  # of a dialogue
BLOCK = 5_000

SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu".split()
VOCABULARY = 20_000
LENGTH = 30  # words
# Words of the field, with the share of statements that has them.
FIELD_WORDS = {
    "protection": 0.5,
    "prevention": 0.2,
    "early warning": 0.05,
    "veto": 0.04,
    "genocide": 0.03,
    "accountability": 0.02,
    "focal points": 0.01,
}


class NotEmptyError(Exception):
    """The database has records, which must not be mixed with made-up ones."""


def make_corpus(size, report=lambda done: None):
    """Write `size` statements and the records they need into an empty database, as edition 1.

    Calls `report` with the number of statements written so far. Raises NotEmptyError.
    """
    if Edition.objects.exists() or Statement.objects.exists():
        raise NotEmptyError("This database has records.")
    with transaction.atomic():
        with open_edition("A made-up collection"):
            corpus = _Corpus(size)
        for block in corpus.blocks():
            corpus.write(block)
            report(block[-1])
        with connection.cursor() as cursor:
            for reset in connection.ops.sequence_reset_sql(no_style(), [Participation, Statement]):
                cursor.execute(reset)
            # Gathers statistics for the query planner, as a database in use does by itself.
            cursor.execute("ANALYZE")


class _Corpus:
    """The records that statements refer to, made first; then the statements, block by block."""

    def __init__(self, size):
        self.size = size
        self.random = Random(size)  # noqa: S311 made up, not secret
        self.source = SourceDocument.objects.create(
            title="A made-up source", slug="made-up", kind="un-report", publisher="Nobody"
        )
        self.states = self._states()
        self.themes = self._themes()
        self.dialogues = self._dialogues(max(YEARS, round(size * DIALOGUES_PER_STATEMENT)))
        self._figures()
        self.words = ["".join(self.random.choices(SYLLABLES, k=3)) for _ in range(VOCABULARY)]
        self.weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
        self.speaking = {}
        self.statement = Writer(
            Statement,
            "id reference dialogue participation position summary stance provenance".split(),
            source=self.source.pk,
            section="Debate",
            status="published",
            published_at=timezone.now(),
        )
        self.participation = Writer(
            Participation,
            "id dialogue participant key capacity on_behalf_of_as_printed status "
            "represented_by".split(),
            source=self.source.pk,
            section="Speakers",
        )
        self.tagged = Writer(Statement.themes.through, ["statement", "theme"])

    def blocks(self):
        """Ranges of the statements' numbers."""
        for start in range(1, self.size + 1, BLOCK):
            yield range(start, min(start + BLOCK, self.size + 1))

    def write(self, numbers):
        """Write the statements with these numbers, and the participations not yet written."""
        known = len(self.speaking)
        statements = [self._statement(number) for number in numbers]
        new = list(islice(self.speaking.items(), known, None))
        self.participation.write(
            row
            for (dialogue, state, capacity), pk in new
            for row in self._participations(pk, dialogue, state, capacity)
        )
        self.statement.write(statements)
        self.tagged.write(
            (number, theme)
            for number in numbers
            for theme in self.random.sample(self.themes, self.random.randint(1, 5))
        )

    def _participations(self, pk, dialogue, state, capacity):
        """The row of the speaker; for a joint statement also the rows of two states represented."""
        if capacity == "national":
            yield pk, dialogue, state, f"{state}", capacity, "", "spoke", None
            return
        yield pk, dialogue, state, f"{state}-joint", capacity, "a made-up group", "spoke", None
        for at, other in enumerate(self.random.sample(self.states, 2), 1):
            key = f"{other}-through-{state}"
            yield pk + at, dialogue, other, key, "national", "", "represented", pk

    def _states(self):
        """Primary keys of the states, each a member of one regional group."""
        groups = [
            Participant.objects.create(
                kind="group", group_kind="regional", name=f"Group {n}", slug=f"group-{n}"
            )
            for n in range(1, GROUPS + 1)
        ]
        states = [
            Participant.objects.create(kind="state", name=f"State {n}", slug=f"state-{n}")
            for n in range(1, STATES + 1)
        ]
        for at, state in enumerate(states):
            Membership.objects.create(group=groups[at % GROUPS], member=state)
        return [state.pk for state in states]

    def _themes(self):
        themes = []
        for n in range(1, THEMES + 1):
            parent = themes[self.random.randrange(ROOTS)] if n > ROOTS else None
            themes.append(
                Theme.objects.create(
                    label=f"Theme {n}", slug=f"theme-{n}", parent=parent, position=n
                )
            )
        return [theme.pk for theme in themes]

    def _dialogues(self, how_many):
        """(primary key, primary keys of the states that speak in it) of each dialogue."""
        days = [
            date(FIRST_YEAR + n % YEARS, 1, 1) + timedelta(days=self.random.randrange(360))
            for n in range(how_many)
        ]
        dialogues = models.QuerySet(Dialogue).bulk_create(
            Dialogue(
                title=f"Dialogue {n}",
                slug=f"dialogue-{n}",
                forum=self.random.choice(Dialogue.Forum.values),
                format="plenary-debate",
                held_on=day,
                year=day.year,
                status="published",
                # One dialogue of each year belongs to the series.
                series="made-up" if n <= YEARS else "",
            )
            for n, day in enumerate(days, 1)
        )
        return [(dialogue.pk, self.random.sample(self.states, SPEAKERS)) for dialogue in dialogues]

    def _figures(self):
        """Printed figures about the dialogues of the series: about sixty."""
        theme, measures = self.themes[0], ReportedFigure.Measure
        counted = (measures.SPEAKERS, measures.COVERAGE, measures.POSITION)
        in_series = Dialogue.objects.exclude(series="").order_by("held_on")
        models.QuerySet(ReportedFigure).bulk_create(
            ReportedFigure(
                key=f"{dialogue.slug}-{measure}",
                dialogue=dialogue,
                measure=measure,
                theme_id=theme if measure == measures.POSITION else None,
                value=SPEAKERS,
                unit="states",
                source=self.source,
            )
            for dialogue in in_series
            for measure in counted
        )

    def _statement(self, number):
        random = self.random
        dialogue, states = random.choice(self.dialogues)
        capacity = "national" if random.random() < 0.9 else "on-behalf"
        key = dialogue, random.choice(states), capacity
        # Three primary keys for each: its own, and two for the states it may represent.
        participation = self.speaking.setdefault(key, 3 * len(self.speaking) + 1)
        words = random.choices(self.words, cum_weights=self.weights, k=LENGTH)
        for word, share in FIELD_WORDS.items():
            if random.random() < share:
                words.insert(random.randrange(LENGTH), word)
        return (
            number,
            _reference(number),
            dialogue,
            participation,
            number,
            " ".join(words).capitalize() + ".",
            random.choice(Statement.Stance.values),
            random.choice(("paraphrased-in-summary", "reflected-not-delivered")),
        )


class Writer:
    """Writes rows of a table in bulk, without models, history or signals."""

    def __init__(self, model, varying, **constants):
        """`varying`: the fields whose values are in the rows; others get constants or defaults."""
        fields = {field.name: field for field in model._meta.concrete_fields}
        fixed = [
            field for name, field in fields.items() if name not in varying and not field.primary_key
        ]
        columns = [*(fields[name].column for name in varying), *(field.column for field in fixed)]
        quoted = map(connection.ops.quote_name, columns)
        self.into = f"{connection.ops.quote_name(model._meta.db_table)} ({', '.join(quoted)})"
        self.values = ", ".join(["%s"] * len(columns))
        self.fixed = tuple(
            field.get_db_prep_save(constants.get(field.name, field.get_default()), connection)
            for field in fixed
        )

    def write(self, rows):
        rows = (row + self.fixed for row in rows)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {self.into} FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)
            else:
                insert = f"INSERT INTO {self.into} VALUES ({self.values})"  # noqa: S608 our names
                cursor.executemany(insert, rows)


def _reference(number):
    """The reference of a number below 2^30. An odd factor permutes the numbers, so none collide."""
    scattered = number * 0x2545F491 % 2**30
    body = "".join(ALPHABET[scattered >> shift & 31] for shift in range(25, -1, -5))
    return body + check_character(body)
