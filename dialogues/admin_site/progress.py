"""How far a dialogue is entered, and what comes next."""

from typing import NamedTuple
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.models import Dialogue


class Step(NamedTuple):
    """What to do next with a dialogue, and the page on which to do it."""

    label: str
    address: str
    permission: str


def next_step(dialogue, user):
    """What comes next in a dialogue, of what a user may do; None if nothing is left."""
    steps = _open_steps(dialogue)
    return next((step for step in steps if user.has_perm(f"dialogues.{step.permission}")), None)


def _open_steps(dialogue):
    """What is open, in the order in which a dialogue is entered."""
    yield from _what_is_missing(dialogue)
    yield from _what_waits(dialogue)


def _what_is_missing(dialogue):
    pk = dialogue.pk
    if not dialogue.source_count:
        yield Step(
            _("Add a source"), add_address("sourcedocument", dialogues=pk), "add_sourcedocument"
        )
    if dialogue.was_held and not dialogue.speaker_count:
        yield Step(
            _("Paste its list of speakers"),
            reverse("admin:dialogue-paste", args=[pk]),
            "add_participation",
        )
    if dialogue.was_held and not statement_count(dialogue):
        address = reverse("admin:dialogue-enter", args=[pk])
        yield Step(_("Enter its statements"), address, "add_statement")


def _what_waits(dialogue):
    pk = dialogue.pk
    if count := dialogue.draft_count:
        label = ngettext("Finish %d draft", "Finish %d drafts", count) % count
        yield Step(
            label, list_address("statement", dialogue=pk, status="draft"), "change_statement"
        )
    # Before the review: statements of a draft cannot be published.
    if dialogue.status == Dialogue.Status.DRAFT:
        yield Step(_("Publish the dialogue"), change_address(dialogue), "change_dialogue")
    if count := dialogue.in_review_count:
        label = ngettext("Review %d statement", "Review %d statements", count) % count
        yield Step(label, f"{reverse('admin:review')}?dialogue={pk}", "publish_statement")
    if count := dialogue.finding_count:
        label = ngettext("Resolve %d finding", "Resolve %d findings", count) % count
        yield Step(label, list_address("finding", dialogue=pk), "change_finding")
    if count := dialogue.open_paragraph_count:
        label = ngettext("Enter %d paragraph", "Enter %d paragraphs", count) % count
        yield Step(label, reverse("admin:dialogue-enter", args=[pk]), "add_statement")


def statement_count(dialogue):
    """Drafts, statements in review and published ones."""
    return dialogue.draft_count + dialogue.in_review_count + dialogue.published_count


def add_address(model, **values):
    """The form for a new record with some fields filled in."""
    return f"{reverse(f'admin:dialogues_{model}_add')}?{urlencode(values)}"


def list_address(model, dialogue, **values):
    """The list of a dialogue's records, filtered by the values of other columns."""
    query = {f"{name}__exact": value for name, value in values.items()}
    query = urlencode({"dialogue__id__exact": dialogue} | query)
    return f"{reverse(f'admin:dialogues_{model}_changelist')}?{query}"


def change_address(record):
    return reverse(f"admin:dialogues_{record._meta.model_name}_change", args=[record.pk])
