"""Commitment and speech: members of a group or supporters of an initiative, and what they said."""

from dataclasses import replace
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
from dialogues.choices import Clock
from dialogues.exports.analysis.commitment import commitment_table
from dialogues.filters.analysis import CommitmentFilter
from dialogues.models import Dialogue, ReportedFigure
from dialogues.views.analysis.base import (
    file_links,
    page_of_dialogues,
    rejection,
    table_response,
    with_filterset,
)


class Column(NamedTuple):
    """A dialogue over the table, and its page."""

    dialogue: Dialogue
    url: str


@with_filterset(CommitmentFilter)
def commitment_page(request, filterset):
    """Who is committed, dialogue by dialogue: spoke, mentioned the theme, or in no list."""
    page, dialogues, problems = page_of_dialogues(request, filterset)
    commitment = _commitment(filterset, dialogues)
    title = title_of(filterset)
    context = {
        "filterset": filterset,
        "page": page,
        "commitment": commitment,
        "title": title,
        "words": CommitmentStatus,
        "problems": problems + left_out(filterset),
    }
    if commitment:
        told = [one for one in dialogues if commitment.totals(one)]
        context |= {
            "files": file_links(request, "commitment-file"),
            # What the words mean stands over the table.
            "chart": replace(chart_of_commitment(commitment, title), legend=[]),
            "columns": [Column(one, one.get_absolute_url()) for one in told],
            "rows": [(one, [commitment.word(at, one) for at in told]) for one in commitment.states],
            "sizes": _sizes(filterset),
        }
    return render(request, "dialogues/analysis/commitment.html", context)


@with_filterset(CommitmentFilter)
def commitment_file(request, filterset, extension):
    """The same as a file, of all dialogues."""
    commitment = _commitment(filterset, list(filterset.qs.oldest_first()))
    nothing = [] if commitment else [_("Choose a group or an initiative.")]
    if problem := rejection(filterset, nothing + left_out(filterset)):
        return problem
    table, clock = commitment_table(commitment), filterset.clock_now.label
    page = reverse("commitment")
    return table_response(request, extension, table, title_of(filterset), page, clock)


def left_out(filterset):
    """A sentence about the choices that are not used of the supporters of an initiative."""
    unused = [key for key in ("group", "theme") if filterset.applied_value(key)]
    # The form always says a clock; supporters are told by that at the date.
    if filterset.clock_now != Clock.DATE:
        unused.append("clock")
    if not filterset.initiative_now or not unused:
        return []
    said = _("Supporters are told at the date and on their initiative: left out were %s.")
    return [said % ", ".join(unused)]


def title_of(filterset):
    """Who is committed to what, and what they are asked to have spoken on, in words."""
    if initiative := filterset.initiative_now:
        return _("Supporters of “%s”") % initiative
    if not (group := filterset.group_now):
        return _("Commitment and speech")
    if theme := filterset.theme_now:
        return _("Members of %(group)s on “%(theme)s”") % {"group": group, "theme": theme}
    return _("Members of %s") % group


def _commitment(filterset, dialogues):
    """The Commitment that is asked for; None where neither group nor initiative is chosen."""
    if initiative := filterset.initiative_now:
        return commitment_of_supporters(dialogues, initiative)
    if group := filterset.group_now:
        return commitment_of_members(dialogues, group, filterset.theme_now, filterset.clock_now)
    return None


def _sizes(filterset):
    """What sources count of those who are committed."""
    figures = ReportedFigure.objects.public().with_listing().by_date()
    if initiative := filterset.initiative_now:
        return figures.of_supporters().filter(theme=initiative)
    return figures.filter(group=filterset.group_now, measure=ReportedFigure.Measure.GROUP_SIZE)
