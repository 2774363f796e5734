"""Votes: the list, and one vote with its roll-call."""

from typing import NamedTuple

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from dialogues.choices import VoteCast
from dialogues.exports.votes import ballots_table, votes_table
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import toggling
from dialogues.filters.votes import VoteFilter
from dialogues.models import Ballot, Vote
from dialogues.views.analysis.base import file_links, rejection, table_response, with_filterset


class FilterLink(NamedTuple):
    """A value of a filter, and the address that adds or removes it."""

    label: str
    url: str
    is_applied: bool


class CastList(NamedTuple):
    """How many states voted in one way: as printed, and those recorded by name."""

    cast: VoteCast
    printed: int | None
    ballots: list[Ballot]


@with_filterset(VoteFilter)
def vote_list(request, filterset):
    """Votes, newest first."""
    context = {
        "votes": filterset.qs,
        "links": [(_("Body"), _links(filterset, "body")), (_("Year"), _links(filterset, "year"))],
        "files": file_links(request, "vote-list-file"),
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/vote_list.html", context)


@with_filterset(VoteFilter)
def vote_list_file(request, filterset, extension):
    """The same as a file."""
    if response := rejection(filterset):
        return response
    table = votes_table(filterset.qs)
    return table_response(request, extension, table, _("Votes"), reverse("vote-list"))


def vote_detail(request, slug):
    """One vote: its counts as printed, and the roll-call as far as it is recorded."""
    vote = _vote(slug)
    files = [(ext.upper(), reverse("vote-file", args=[slug, ext])) for ext in ("csv", "json")]
    context = {"vote": vote, "lists": _lists(vote), "files": files}
    return render(request, "dialogues/vote_detail.html", context)


def vote_file(request, slug, extension):
    """The roll-call as a file."""
    vote = _vote(slug)
    table = ballots_table(vote, vote.ballots.with_state())
    return table_response(request, extension, table, str(vote), vote.get_absolute_url())


def _vote(slug):
    return get_object_or_404(Vote.objects.public().with_page(), slug=slug)


def _links(filterset, key):
    applied = filterset.applied_values(key)
    return [
        FilterLink(label, toggling(filterset.data, key, value), value in applied)
        for value, label in filterset.form.fields[key].labels.items()
    ]


def _lists(vote):
    """A CastList for each way of voting that is printed or recorded."""
    ballots = {cast: [] for cast in VoteCast}
    for ballot in vote.ballots.with_state():
        ballots[VoteCast(ballot.cast)].append(ballot)
    printed = vote.printed_counts
    lists = [CastList(cast, printed.get(cast), ballots[cast]) for cast in VoteCast]
    return [item for item in lists if item.printed is not None or item.ballots]
