"""Checks of one statement each."""

from django.utils.translation import gettext as _

from dialogues.checks.alike import like
from dialogues.checks.found import Found
from dialogues.models import Finding, Statement
from dialogues.quoting import held_text, not_found

CHECKS = (Finding.Check.QUOTATION, Finding.Check.THEME, Finding.Check.ALIKE)


def check_statements(pks):
    """What does not add up in each of these statements: Found."""
    statements = Statement.objects.filter(pk__among=list(pks)).exclude(status="withdrawn")
    texts = {}
    for statement in statements.select_related("dialogue", "source", "participation"):
        source = statement.source
        if source.pk not in texts:
            texts[source.pk] = held_text(source)
        yield from _quotations(statement, texts[source.pk])
        yield from _themes(statement)
        yield from _twins(statement)


def _quotations(statement, text):
    """Words that the held text of the source has not, unless somebody says where they are.

    A source with a checksum and no passages was compared when its statements were loaded.
    """
    if statement.words_checked or (not text and statement.source.text_is_held):
        return
    for number, quotation in enumerate(not_found(statement, text), 1):
        words = _("“%s” is not in the text of the source that is kept here.") % quotation[:200]
        yield _found(Finding.Check.QUOTATION, statement, words, number)


def _themes(statement):
    if not statement.themes.exists():
        yield _found(Finding.Check.THEME, statement, _("It is on no theme."))


def _twins(statement):
    """Earlier statements of the same speaker that say nearly the same."""
    earlier = same_speaker(statement).filter(pk__lt=statement.pk).exclude(status="withdrawn")
    for other in like(statement, earlier):
        words = _("It says nearly the same as %s, of the same speaker.") % other.reference
        yield _found(Finding.Check.ALIKE, statement, words, other.pk)


def same_speaker(statement):
    """The statements of its dialogue by the same speaker, or with the same attribution."""
    others = Statement.objects.filter(dialogue=statement.dialogue_id).exclude(pk=statement.pk)
    speaker = statement.participation
    if speaker is None:
        return others.filter(participation=None, attribution=statement.attribution)
    if speaker.participant_id:
        return others.filter(participation__participant=speaker.participant_id)
    return others.filter(participation=speaker)


def _found(check, statement, words, number=""):
    text = f"{statement.reference}: {words}"
    key = f"{statement.pk}:{number}"
    return Found(check, key, text, statement.dialogue, statement)
