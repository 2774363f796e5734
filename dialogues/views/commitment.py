"""Commitment and speech: members of a group or supporters of an initiative, and what they said."""

from dataclasses import replace

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.analytics.commitment import members, supporters
from dialogues.charts.coverage import WORDS, chart_of_commitment
from dialogues.exports.computed import commitment_table
from dialogues.filters.aliases import address_with_slugs
from dialogues.filters.asked import CommitmentFilter
from dialogues.filters.problems import problems_of
from dialogues.models import ReportedFigure
from dialogues.views.computed import files_of, refused, table_file
from dialogues.views.pages import page_of


def commitment_page(request):
    """Who is committed, dialogue by dialogue: spoke, mentioned the theme, or in no list."""
    filterset = CommitmentFilter(request.GET)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    page, problems = page_of(filterset.qs.newest_first(), request.GET)
    dialogues = sorted(page.object_list, key=lambda one: (one.held_on, one.slug))
    commitment = _commitment(filterset, dialogues)
    context = {
        "filterset": filterset,
        "page": page,
        "commitment": commitment,
        "title": title_of(filterset),
        "words": WORDS,
        "files": files_of("/commitment", request),
        "problems": problems_of(filterset) + problems,
    }
    if commitment:
        context |= {
            # What the marks mean stands under the table.
            "chart": replace(chart_of_commitment(commitment, title_of(filterset)), legend=[]),
            "totals": [(one, commitment.totals(one)) for one in dialogues],
            "rows": [(one, commitment.row(one)) for one in commitment.states],
            "sizes": _sizes(filterset),
        }
    return render(request, "dialogues/commitment.html", context)


def commitment_file(request, extension):
    """The same as a file, of all dialogues asked for."""
    filterset = CommitmentFilter(request.GET)
    if better := address_with_slugs(filterset):
        return redirect(request.path + better)
    commitment = _commitment(filterset, list(filterset.qs.oldest_first()))
    nothing = [] if commitment else [_("Choose a group or an initiative.")]
    if problem := refused(filterset, nothing):
        return problem
    title, clock = title_of(filterset), filterset.clock_now.label
    table = commitment_table(commitment)
    return table_file(request, extension, table, title, reverse("commitment"), clock)


def title_of(filterset):
    """Who is committed to what, and what they are asked to have spoken on, in words."""
    if initiative := filterset.theme_of("initiative"):
        return _("Supporters of “%s”") % initiative
    if not (group := filterset.group_now):
        return _("Commitment and speech")
    if theme := filterset.theme_of("theme"):
        return _("Members of %(group)s on “%(theme)s”") % {"group": group, "theme": theme}
    return _("Members of %s") % group


def _commitment(filterset, dialogues):
    """The Commitment that is asked for; None where neither group nor initiative is chosen."""
    if initiative := filterset.theme_of("initiative"):
        return supporters(dialogues, initiative)
    if group := filterset.group_now:
        return members(dialogues, group, filterset.theme_of("theme"), filterset.clock_now)
    return None


def _sizes(filterset):
    """What sources count of those who are committed."""
    figures = ReportedFigure.objects.public().with_listing().by_date()
    if initiative := filterset.theme_of("initiative"):
        return figures.filter(theme=initiative, measure=ReportedFigure.Measure.POSITION)
    return figures.filter(group=filterset.group_now, measure=ReportedFigure.Measure.GROUP_SIZE)
