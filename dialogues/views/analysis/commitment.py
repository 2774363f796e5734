"""Do members speak? Members of a group or supporters of an initiative, and what each did."""

from typing import NamedTuple

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analysis.commitment import (
    CommitmentStatus,
    commitment_of_members,
    commitment_of_supporters,
)
from dialogues.charts.coverage import chart_of_commitment
from dialogues.choices import Clock, FigureMeasure
from dialogues.exports.analysis.commitment import commitment_table
from dialogues.filters.analysis import CommitmentFilter
from dialogues.filters.querystring import address_of
from dialogues.models import Dialogue, Participant, ReportedFigure
from dialogues.views.analysis.base import (
    file_links,
    page_of_dialogues,
    rejection,
    table_response,
    with_filterset,
)


class CommitmentColumn(NamedTuple):
    """A dialogue as a column of the table, and its page."""

    dialogue: Dialogue
    url: str


class CommitmentRow(NamedTuple):
    """A state as a row of the table, with its status in each dialogue shown."""

    state: Participant
    statuses: list[CommitmentStatus]


@with_filterset(CommitmentFilter)
def commitment_page(request, filterset):
    """Members or supporters dialogue by dialogue: spoke, mentioned the theme, or not listed."""
    page, dialogues, problems = page_of_dialogues(request, filterset)
    commitment = commitment_of(filterset, dialogues)
    context = {
        "filterset": filterset,
        "page": page,
        "commitment": commitment,
        "title": title_of(filterset),
        "problems": problems + ignored_keys(filterset),
        "query": address_of(request.GET).removesuffix("?"),
    }
    if commitment:
        context |= _table(commitment, dialogues) | {
            "files": file_links(request, "commitment-file"),
            "chart": chart_of_commitment(commitment, title_of(filterset)),
            "sizes": _sizes(filterset),
        }
    return render(request, "dialogues/analysis/commitment.html", context)


@with_filterset(CommitmentFilter)
def commitment_file(request, filterset, extension):
    """The same as a file, of all dialogues."""
    commitment = commitment_of(filterset, list(filterset.qs.oldest_first()))
    nothing = [] if commitment else [_("Choose a group or an initiative.")]
    if response := rejection(filterset, nothing + ignored_keys(filterset)):
        return response
    table, clock = commitment_table(commitment), filterset.clock_in_use.label
    page = reverse("commitment")
    return table_response(request, extension, table, title_of(filterset), page, clock)


def ignored_keys(filterset):
    """A sentence about the filters that do not apply to the supporters of an initiative."""
    unused = [key for key in ("group", "theme") if filterset.applied_value(key)]
    # The form always sends a clock; supporters are those on the day.
    if filterset.clock_in_use != Clock.DATE:
        unused.append("clock")
    if not filterset.initiative_now or not unused:
        return []
    problem = _("Supporters are those of the initiative on the day of each dialogue. Ignored: %s.")
    return [problem % ", ".join(unused)]


def title_of(filterset):
    """Whose commitment the page shows, and to what."""
    if initiative := filterset.initiative_now:
        return _("Supporters of “%s”") % initiative
    if not (group := filterset.group_now):
        return _("Do members speak?")
    if theme := filterset.theme_now:
        return _("Members of %(group)s on “%(theme)s”") % {"group": group, "theme": theme}
    return _("Members of %s") % group


def commitment_of(filterset, dialogues):
    """The Commitment to a group or an initiative; None if neither is selected."""
    if initiative := filterset.initiative_now:
        return commitment_of_supporters(dialogues, initiative)
    if group := filterset.group_now:
        theme, clock = filterset.theme_now, filterset.clock_in_use
        return commitment_of_members(dialogues, group, theme, clock)
    return None


def _table(commitment, dialogues):
    """The columns, rows and legend of the table; only dialogues with a member or supporter."""
    shown = [dialogue for dialogue in dialogues if commitment.totals(dialogue)]
    return {
        "columns": [CommitmentColumn(dialogue, dialogue.get_absolute_url()) for dialogue in shown],
        "rows": [
            CommitmentRow(state, [commitment.status(dialogue, state) for dialogue in shown])
            for state in commitment.states
        ],
        "legend": CommitmentStatus,
    }


def _sizes(filterset):
    """How many members or supporters sources count."""
    figures = ReportedFigure.objects.public().with_listing().by_date()
    if initiative := filterset.initiative_now:
        return figures.of_supporters().filter(theme=initiative)
    return figures.filter(group=filterset.group_now, measure=FigureMeasure.GROUP_SIZE)
