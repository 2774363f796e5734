"""The list of dialogues, and one dialogue."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView

from dialogues.analysis.coverage import coverage
from dialogues.analysis.dialogue_participation import dialogue_participation
from dialogues.analysis.member_states import member_states_at
from dialogues.analysis.source_ledger import fullness_of, ledgers_of
from dialogues.analysis.speakers_by_group import speakers_by_group
from dialogues.analysis.statement_sections import sections_by_speaker, sections_by_theme
from dialogues.citations.files import FILES
from dialogues.exports.schema_org import event
from dialogues.http.negotiation import redirect_to_file
from dialogues.http.urls import base_of
from dialogues.models import Dialogue, Theme
from dialogues.snapshot.participants import participants_at
from dialogues.views.citations import dialogue_work
from dialogues.views.listing import cards_for, paged_cards

MAX_THEMES = 6
# ?by=: (label, function that arranges the statements in sections). The first is the default.
ARRANGEMENTS = {
    "printed": (gettext_lazy("As printed"), None),
    "theme": (gettext_lazy("By theme"), sections_by_theme),
    "speaker": (gettext_lazy("By speaker"), sections_by_speaker),
}


def dialogue_list(request):
    """Every dialogue, newest first, with what its sources counted."""
    dialogues = list(Dialogue.objects.published().with_listing().newest_first())
    context = {
        "dialogues": dialogues,
        "state_totals": member_states_at(dialogues, participants_at(request.edition).memberships),
        "held": sum(1 for dialogue in dialogues if dialogue.was_held),
        "fullness": fullness_of(dialogues),
    }
    return render(request, "dialogues/dialogue_list.html", context)


class DialogueDetail(DetailView):
    """One dialogue: participants, statements, figures, notes and sources."""

    template_name = "dialogues/dialogue_detail.html"

    def get(self, request, *args, **kwargs):
        redirection = redirect_to_file(request, [*FILES, "json"], "dialogue-file", kwargs["slug"])
        return redirection or super().get(request, *args, **kwargs)

    def get_queryset(self):
        return Dialogue.objects.published().with_page()

    def get_context_data(self, **kwargs):
        statements = self.object.statements.published().in_source_order()
        _groups, (speakers,) = speakers_by_group([self.object], self.request.edition)
        address = base_of(self.request) + self.object.get_absolute_url()
        return super().get_context_data(
            linked=event(self.object, address) if self.object.was_held else None,
            taking_part=dialogue_participation(self.object),
            speakers=speakers,
            **_coverage(self.object),
            positions=cards_for(self.request, statements.unattributed()),
            figures=self.object.figures.with_listing(),
            ledgers=ledgers_of(self.object),
            votes=self.object.votes.with_page(),
            work=dialogue_work(self.request, self.object),
            reports=self.object.reports.answered(),
            themes=Theme.objects.most_used_in(statements)[:MAX_THEMES],
            around=_around(self.object),
            report_address=reverse("dialogue-report", args=[self.object.slug]),
            **self._arranged(statements.attributed()),
            **kwargs,
        )

    def _arranged(self, statements):
        """Context: the statements as `?by=` arranges them, links to each arrangement, problems.

        As printed they are on pages; in sections they are all there, each section folded.
        """
        by = self.request.GET.get("by") or "printed"
        _label, arrange = ARRANGEMENTS.get(by, ARRANGEMENTS["printed"])
        links, problems = _arrangement_links(by), _problems(by)
        if arrange is None:
            paged = paged_cards(self.request, statements)
            page = paged["page"]
            return paged | {
                "arrangements": links,
                "problems": problems + page.problems,
                "total": page.paginator.count,
            }
        loaded = list(statements.with_speaker())
        return {
            "arrangements": links,
            "problems": problems,
            "total": len(loaded),
            "sections": arrange(loaded),
            "by_speaker": arrange is sections_by_speaker,
        }


def _around(dialogue):
    """The dialogues before and after it, as far as there are any."""
    dialogues = list(Dialogue.objects.published().oldest_first())
    at = dialogues.index(dialogue) if dialogue in dialogues else 0
    return [*dialogues[max(at - 1, 0) : at], *dialogues[at + 1 : at + 2]]


def _coverage(dialogue):
    """Context: the Totals of a dialogue, and the groups whose members are not all recorded."""
    if not dialogue.was_held:
        return {}
    ledger = coverage([dialogue])
    groups = ledger.incomplete_groups(dialogue)
    return {"coverage": ledger.totals(dialogue), "incomplete_groups": groups}


def _arrangement_links(by):
    """[(label, address, whether it is the current one)]."""
    current = by if by in ARRANGEMENTS else "printed"
    return [
        (label, "." if key == "printed" else f"?by={key}", key == current)
        for key, (label, _arrange) in ARRANGEMENTS.items()
    ]


def _problems(by):
    if by in ARRANGEMENTS:
        return []
    keys = ", ".join(ARRANGEMENTS)
    return [_("Statements can be arranged by: %s. They are shown as printed.") % keys]
