"""Picture cards: what other sites show with a link to a statement, dialogue or state."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.http.urls import base_of
from dialogues.models import Dialogue, State, Statement
from dialogues.pictures.cards import PictureCard
from dialogues.pictures.text import is_latin
from dialogues.views.listing import get_published


def statement_card(request, reference):
    """The words of a statement, with its speaker and day."""
    statement = get_published(Statement.objects.with_listing(), reference)
    return _as_png(card_of_statement(statement, base_of(request)))


def dialogue_card(request, slug):
    """The title of a dialogue, with its forum and day."""
    dialogue = get_object_or_404(Dialogue.objects.published(), slug=slug)
    return _as_png(card_of_dialogue(dialogue, base_of(request)))


def state_card(request, slug):
    """A state, with how many of its statements are recorded."""
    return _as_png(card_of_state(get_object_or_404(State, slug=slug), base_of(request)))


def card_of_statement(statement, base):
    quotations = [f"“{quotation}”" for quotation in statement.quotations]
    texts = [*quotations[:1], statement.translation, statement.summary]
    text = next((text for text in texts if text and is_latin(text)), "")
    details = [statement.dialogue.get_forum_display(), statement.when]
    speech = statement.participation
    if speech and speech.status == speech.Status.INSCRIBED:
        details.append(_("on the speakers’ list, did not take the floor"))
    return PictureCard(
        text=text,
        heading=statement.speaker_name,
        details=", ".join(details),
        address=base + statement.get_absolute_url(),
        label="" if text in quotations else _("Summary, in the editors’ words"),
    )


def card_of_dialogue(dialogue, base):
    total = dialogue.statements.published().count()
    count = ngettext("%s statement", "%s statements", total) % total
    return PictureCard(
        text=dialogue.title,
        heading=dialogue.short_title,
        details=f"{dialogue.get_format_display()}, {count}",
        address=base + dialogue.get_absolute_url(),
    )


def card_of_state(state, base):
    total = Statement.objects.published().filter(participation__participant=state).count()
    return PictureCard(
        text=state.name,
        heading=ngettext("%s statement", "%s statements", total) % total,
        details=_("on the responsibility to protect, each with its source"),
        address=base + state.get_absolute_url(),
    )


def _as_png(card):
    return HttpResponse(card.png(), content_type="image/png")
