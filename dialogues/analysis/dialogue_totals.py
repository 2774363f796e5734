"""How many states spoke in each dialogue, as recorded and as printed, and for how many more."""

from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef

from dialogues.choices import FigureMeasure, ParticipantKind, ParticipationStatus
from dialogues.models import Dialogue, Participation


class DialogueTotals(NamedTuple):
    """How many states spoke in one dialogue.

    `spoke`: recorded as speaking; `represented`: represented by others, and not speaking;
    `printed`: the highest number of speaking states in a source, or None.
    """

    dialogue: Dialogue
    spoke: int
    represented: int
    printed: int | None


def dialogue_totals(dialogues: Iterable[Dialogue]) -> list[DialogueTotals]:
    """The DialogueTotals of each held dialogue, which is loaded with_listing. One query."""
    represented = _represented_states()
    return [
        DialogueTotals(
            dialogue,
            dialogue.recorded_states,
            represented.get(dialogue.pk, 0),
            _printed_states(dialogue),
        )
        for dialogue in dialogues
        if dialogue.was_held
    ]


def _represented_states():
    """{dialogue: how many states were represented and did not take the floor}."""
    spoke = Participation.objects.took_the_floor().filter(
        dialogue=OuterRef("dialogue"), participant=OuterRef("participant")
    )
    states = Participation.objects.public().filter(
        status=ParticipationStatus.REPRESENTED, participant__kind=ParticipantKind.STATE
    )
    numbers = states.exclude(Exists(spoke)).order_by().values_list("dialogue")
    return dict(numbers.annotate(n=Count("participant", distinct=True)))


def _printed_states(dialogue):
    figures = dialogue.figures.all()
    numbers = [figure.value for figure in figures if figure.measure == FigureMeasure.SPEAKERS]
    return int(max(numbers)) if numbers else None
