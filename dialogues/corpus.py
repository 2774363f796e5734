"""A made-up collection of any size, always the same for one size, to measure the site with.

It looks like what it is: State 17 says invented words at dialogue 4. Words follow Zipf's law as
in any language, with words of the field among them.
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
    """There are records already; a made-up collection is not mixed with them."""


def make_corpus(size, report=lambda done: None):
    """Write `size` statements and all they need into an empty database, as its first edition.

    Raises NotEmptyError. `report` is told now and then how many are written.
    """
    if Edition.objects.exists() or Statement.objects.exists():
        raise NotEmptyError
    with transaction.atomic():
        with open_edition("A made-up collection"):
            corpus = _Corpus(size)
        for block in corpus.blocks():
            corpus.write(block)
            report(block[-1])
        with connection.cursor() as cursor:
            for reset in connection.ops.sequence_reset_sql(no_style(), [Participation, Statement]):
                cursor.execute(reset)
            # As both databases do by themselves after a while: how the values are spread.
            cursor.execute("ANALYZE")


class _Corpus:
    """What the statements name, made at once; then the statements, block by block."""

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
        """The numbers of the statements, in ranges."""
        for start in range(1, self.size + 1, BLOCK):
            yield range(start, min(start + BLOCK, self.size + 1))

    def write(self, numbers):
        """Write the statements with these numbers, and the participations they are the first of."""
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
        """The row of who speaks; for a joint statement also those of two who are spoken for."""
        if capacity == "national":
            yield pk, dialogue, state, f"{state}", capacity, "", "spoke", None
            return
        yield pk, dialogue, state, f"{state}-joint", capacity, "a made-up group", "spoke", None
        for at, other in enumerate(self.random.sample(self.states, 2), 1):
            key = f"{other}-through-{state}"
            yield pk + at, dialogue, other, key, "national", "", "represented", pk

    def _states(self):
        """The keys of the states, each a member of one regional group."""
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
        """The keys of the dialogues, each with the keys of those who speak in it."""
        days = [
            date(FIRST_YEAR + n % YEARS, 1, 1) + timedelta(days=self.random.randrange(360))
            for n in range(how_many)
        ]
        made = models.QuerySet(Dialogue).bulk_create(
            Dialogue(
                title=f"Dialogue {n}",
                slug=f"dialogue-{n}",
                forum=self.random.choice(Dialogue.Forum.values),
                format="plenary-debate",
                held_on=day,
                year=day.year,
                status="published",
                # One dialogue of each year is of the series.
                series="made-up" if n <= YEARS else "",
            )
            for n, day in enumerate(days, 1)
        )
        return [(one.pk, self.random.sample(self.states, SPEAKERS)) for one in made]

    def _figures(self):
        """What a source would count of the dialogues of the series: some sixty figures."""
        theme, measures = self.themes[0], ReportedFigure.Measure
        counted = (measures.SPEAKERS, measures.COVERAGE, measures.POSITION)
        in_series = Dialogue.objects.exclude(series="").order_by("held_on")
        models.QuerySet(ReportedFigure).bulk_create(
            ReportedFigure(
                key=f"{one.slug}-{measure}",
                dialogue=one,
                measure=measure,
                theme_id=theme if measure == measures.POSITION else None,
                value=SPEAKERS,
                unit="states",
                source=self.source,
            )
            for one in in_series
            for measure in counted
        )

    def _statement(self, number):
        random = self.random
        dialogue, states = random.choice(self.dialogues)
        capacity = "national" if random.random() < 0.9 else "on-behalf"
        key = dialogue, random.choice(states), capacity
        # Three keys for each: it, and two that it may speak for.
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
    """Writes rows of a table the shortest way the database has: no models, history or signals."""

    def __init__(self, model, varying, **constants):
        """`varying` names the fields that a row gives; the others have constants or defaults."""
        fields = {field.name: field for field in model._meta.concrete_fields}
        fixed = [
            field for name, field in fields.items() if name not in varying and not field.primary_key
        ]
        columns = [*(fields[name].column for name in varying), *(one.column for one in fixed)]
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
    """A reference for each number below 2^30, scattered: an odd factor permutes them all."""
    scattered = number * 0x2545F491 % 2**30
    body = "".join(ALPHABET[scattered >> shift & 31] for shift in range(25, -1, -5))
    return body + check_character(body)
