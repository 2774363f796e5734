"""The review screen: the text of a document next to what is proposed from it."""

from django.contrib import admin
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dialogues.admin.document_imports.items import Items
from dialogues.admin.document_imports.text_pane import text_pieces
from dialogues.choices import Certainty, DocumentClass, ProposalState
from dialogues.http.urls import record_key
from dialogues.imports.pieces import MAX_PROSE
from dialogues.imports.review.accepting import waiting_in
from dialogues.imports.review.counts import kind_counts, printed_counts
from dialogues.imports.review.dialogue_record import DialogueRecord
from dialogues.imports.review.undoing import last_decision
from dialogues.snapshot.theme_names import ThemeNames

PER_PAGE = 200  # proposals
AROUND = 3  # pieces of the text before and after those of the page
# ?show=, and the states and certainties of the proposals that are shown then.
SHOWN = {
    "all": (ProposalState, Certainty),
    "open": ([ProposalState.OPEN], Certainty),
    "check": ([ProposalState.OPEN], [Certainty.CHECK, Certainty.CANNOT_TELL]),
    "rejected": ([ProposalState.REJECTED], Certainty),
}
FILTERS = {
    "all": gettext_lazy("All"),
    "open": gettext_lazy("Open"),
    "check": gettext_lazy("To check"),
    "rejected": gettext_lazy("Rejected"),
}
HIDDEN = (ProposalState.OBSOLETE, ProposalState.REPLACED)


def review(request, document_import):
    """The proposals of a document. ?show= filters them, ?page= pages, ?at= is the one in focus."""
    proposals = proposals_of(document_import)
    show = request.GET.get("show", "all")
    shown = _filtered(proposals, show)
    page = Paginator(shown, PER_PAGE).get_page(_page_number(request, shown))
    record = DialogueRecord(document_import)
    items = Items(record, ThemeNames.read(), may_create(request))
    context = admin.site.each_context(request) | {
        # The two panes need the room.
        "is_nav_sidebar_enabled": False,
        "title": _("Review what the document says"),
        "subtitle": document_import.file_name,
        "import": document_import,
        "items": [items.item(proposal) for proposal in page],
        "page": page,
        "show": show if show in SHOWN else "all",
        "filters": FILTERS.items(),
        "text": _text(document_import, page),
        "names": sorted(map(str, record.names.participants.values())),
        "speakers": sorted({each.speaker_name for each in record.speakers()}),
        "themes": items.themes,
        "classes": DocumentClass.choices,
        "may_delete": not any(each.records.all() for each in proposals if each.is_accepted),
        "unread": sum(len(piece["text"]) > MAX_PROSE for piece in document_import.pieces),
        "spokesmen": _spokesmen(document_import, record),
    }
    context |= counts_of(request, document_import, proposals, record)
    return render(request, "admin/dialogues/imports/review.html", context)


def proposals_of(document_import):
    """The proposals of the latest file of a source that are not replaced by others."""
    proposals = document_import.proposals.exclude(state__in=HIDDEN)
    return list(proposals.prefetch_related("records"))


def _filtered(proposals, show):
    """Those of a list that ?show= asks for."""
    states, certainties = SHOWN.get(show, SHOWN["all"])
    return [
        proposal
        for proposal in proposals
        if proposal.state in states and proposal.certainty in certainties
    ]


def _page_number(request, shown):
    """The page of ?at=, or ?page=."""
    at = record_key(request.GET.get("at", ""))
    place = next((n for n, proposal in enumerate(shown) if proposal.pk == at), None)
    return request.GET.get("page") if place is None else place // PER_PAGE + 1


def _text(document_import, page):
    """The pieces of the text around the proposals of a page; the whole text if it is one page."""
    last = len(document_import.pieces) - 1
    numbers = [proposal.place[0] for proposal in page]
    is_first, is_last = not page.has_previous(), not page.has_next()
    first = 0 if is_first or not numbers else max(0, min(numbers) - AROUND)
    end = last if is_last or not numbers else min(last, max(numbers) + AROUND)
    return text_pieces(document_import.pieces, page, first, end)


def counts_of(request, document_import, proposals, record):
    """The part of the context that says how far the review is."""
    return {
        "import": document_import,
        "kinds": kind_counts(proposals),
        "printed": printed_counts(document_import, proposals, record.by_slug),
        "waiting": waiting_in(document_import).count(),
        "undoable": last_decision(document_import, request.user),
    }


def _spokesmen(document_import, record):
    """(group, names) of the groups for which several participants are said to have spoken."""

    def name(slug):
        return str(record.by_slug.get(slug, slug))

    return [
        (name(each["group"]), ", ".join(map(name, each["participants"])))
        for each in document_import.spokesmen
    ]


def may_create(request):
    """Whether the person may enter participants that are not known."""
    return request.user.has_perm("dialogues.add_participant")
