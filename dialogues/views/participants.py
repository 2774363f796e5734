"""States, groups and organizations: lists and single pages."""

from django.shortcuts import render
from django.views.generic import DetailView, ListView

from dialogues.analysis.coverage import coverage
from dialogues.analysis.group_history import has_differences, history_by_clock
from dialogues.analysis.speakers_by_group import speakers_by_group
from dialogues.analysis.year_grid import year_grid
from dialogues.charts.coverage import chart_of_coverage
from dialogues.charts.speakers_by_group import chart_of_groups
from dialogues.charts.year_grid import chart_of_year_grid
from dialogues.filters.analysis import GroupsFilter
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of, clocks_of
from dialogues.filters.states import StateFilter
from dialogues.models import (
    Dialogue,
    Engagement,
    Group,
    Organization,
    State,
    Statement,
    Theme,
)
from dialogues.views.listing import cards_for, paged_cards

MAX_STATEMENTS = 10
MAX_DIALOGUES = 25
MAX_THEMES = 6


def state_list(request):
    """States and observers, filtered by regional group or name; those without a record apart."""
    filterset = StateFilter(request.GET, queryset=State.objects.with_listing())
    states = list(filterset.qs)
    context = {
        "filterset": filterset,
        "states": states,
        "recorded": [state for state in states if state.dialogue_count or state.statement_count],
        "unrecorded": [
            state for state in states if not (state.dialogue_count or state.statement_count)
        ],
        "problems": problems_of(filterset),
    }
    return render(request, "dialogues/state_list.html", context)


class GroupList(ListView):
    """Groups, regional groups first, with a chart of how many of their states spoke by year."""

    template_name = "dialogues/group_list.html"
    context_object_name = "groups"

    def get_queryset(self):
        return Group.objects.with_member_count().regional_first()

    def get_context_data(self, **kwargs):
        filterset = GroupsFilter(self.request.GET, self.request.edition)
        clock = filterset.clock_in_use
        dialogues = Dialogue.objects.published().oldest_first()
        speakers = speakers_by_group(dialogues, self.request.edition, clock)
        return super().get_context_data(
            chart=chart_of_groups(*speakers, clock),
            clock=clock,
            clocks=clocks_of(filterset),
            query=address_of(self.request.GET).removesuffix("?"),
            problems=problems_of(filterset),
            **kwargs,
        )


class OrganizationList(ListView):
    """Regional organizations, UN entities and civil society organizations."""

    template_name = "dialogues/organization_list.html"
    context_object_name = "organizations"

    def get_queryset(self):
        return Organization.objects.with_listing().order_by("kind", "slug")


class ParticipantDetail(DetailView):
    """One participant: its statements, memberships, members and names."""

    context_object_name = "participant"

    def get_queryset(self):
        return self.model.objects.prefetch_related("names", "initiatives")

    def get_context_data(self, **kwargs):
        published = Statement.objects.published().newest_first()
        statements = published.filter(participation__participant=self.object)
        figures = self.object.figures.public().with_listing().by_date()
        return super().get_context_data(
            statements=cards_for(self.request, statements[:MAX_STATEMENTS]),
            statement_total=statements.count(),
            memberships=self.object.memberships.with_names().newest_first(),
            engagements=Engagement.objects.of(self.object).with_listing().by_date(),
            members=self.object.memberships_of_it.with_names().by_member(),
            sizes=[figure for figure in figures if figure.is_group_size],
            other_figures=[figure for figure in figures if not figure.is_group_size],
            **kwargs,
        )


class StateDetail(ParticipantDetail):
    """A state by year: also statements on its behalf, figures that name it, dialogues about it."""

    model = State
    template_name = "dialogues/state_detail.html"

    def get_context_data(self, **kwargs):
        spoken_for = Statement.objects.published().representing([self.object.slug])
        own = Statement.objects.published().filter(participation__participant=self.object)
        grid, clocks = year_grid(self.object), history_by_clock(self.object)
        return super().get_context_data(
            grid=grid,
            chart=chart_of_year_grid(self.object, grid),
            themes=Theme.objects.most_used_in(own)[:MAX_THEMES],
            clocks=clocks if has_differences(clocks) else [],
            spoken_for=cards_for(self.request, spoken_for.newest_first()[:MAX_STATEMENTS]),
            spoken_for_total=spoken_for.count(),
            ballots=self.object.ballots.public().with_vote(),
            named_in=self.object.named_in_figures.public().with_listing().by_date(),
            situations=self.object.dialogues_about.published().newest_first(),
            **kwargs,
        )


class OrganizationDetail(ParticipantDetail):
    """An organization by year."""

    model = Organization
    template_name = "dialogues/organization_detail.html"

    def get_context_data(self, **kwargs):
        grid = year_grid(self.object)
        return super().get_context_data(
            grid=grid,
            chart=chart_of_year_grid(self.object, grid),
            coverage=coverage_of(self.object),
            **kwargs,
        )


class GroupDetail(ParticipantDetail):
    """A group: its members with dates, and statements on its behalf."""

    model = Group
    template_name = "dialogues/group_detail.html"

    def get_context_data(self, **kwargs):
        published = Statement.objects.published().newest_first()
        statements = published.filter(participation__on_behalf_of=self.object)
        return super().get_context_data(
            on_its_behalf=paged_cards(self.request, statements),
            coverage=coverage_of(self.object),
            **kwargs,
        )


def coverage_of(group):
    """A Chart of what the members of a group did in the newest dialogues; None without members."""
    if not group.memberships_of_it.exists():
        return None
    dialogues = Dialogue.objects.published().held().newest_first()[:MAX_DIALOGUES]
    return chart_of_coverage(coverage(reversed(dialogues), group=group))
