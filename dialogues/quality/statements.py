"""Checks of one statement each."""

from django.utils.translation import gettext as _

from dialogues.choices import StatementStatus
from dialogues.models import Finding, Statement
from dialogues.publishing.quotation_check import SourceTexts
from dialogues.quality.near_duplicates import nearly, words_of
from dialogues.quality.result import Found
from dialogues.text.normalise import digest_of

CHECKS = (Finding.Check.THEME, Finding.Check.ALIKE)
QUOTATION_CHECKS = (Finding.Check.QUOTATION,)
# A speaker with more statements in one dialogue is compared with the latest of them only.
MOST_COMPARED = 500


def check_quotations(pks):
    """The quotations of these statements that their sources have not: Found."""
    texts = SourceTexts()
    for statement in _statements(pks).exclude(text="").select_related("dialogue", "source"):
        yield from _quotations(statement, texts)


def check_statements(pks):
    """Which of these statements are on no theme, or say nearly the same as another: Found."""
    for statement in _statements(pks).filter(themes=None).select_related("dialogue"):
        yield _found(Finding.Check.THEME, statement, _("It is on no theme."))
    yield from _twins(_statements(pks).select_related("dialogue", "participation"))


def _statements(pks):
    return Statement.objects.filter(pk__among=list(pks)).exclude(status=StatementStatus.WITHDRAWN)


def _quotations(statement, texts):
    """Words that the held text of the source has not, unless somebody says where they are.

    A source with a checksum and no passages was compared when its statements were loaded.
    """
    was_compared = statement.source.has_text and not texts.searchable_text(statement.source)
    if statement.words_checked or was_compared:
        return
    for quotation in texts.missing_quotations(statement):
        words = _("“%s” is not in the text of the source that is kept here.") % quotation[:200]
        yield _found(Finding.Check.QUOTATION, statement, words, digest_of(quotation)[:12])


def _twins(statements):
    """Statements that say nearly the same as an earlier one of the same speaker."""
    said = {}
    for statement in statements:
        speaker = _speaker_of(statement)
        if speaker not in said:
            earlier = same_speaker(statement, with_itself=True).exclude(
                status=StatementStatus.WITHDRAWN
            )
            latest = earlier.order_by("-pk")[:MOST_COMPARED]
            said[speaker] = [(one, words_of(one)) for one in latest]
        words = words_of(statement)
        for other, others in said[speaker]:
            if other.pk < statement.pk and nearly(words, others):
                sentence = _("It says nearly the same as %s, of the same speaker.")
                key = other.pk
                yield _found(Finding.Check.ALIKE, statement, sentence % other.reference, key)


def _speaker_of(statement):
    """What tells the speakers of a dialogue apart."""
    spoke = statement.participation
    who = (spoke.participant_id or -spoke.pk) if spoke else statement.attribution
    return statement.dialogue_id, who


def same_speaker(statement, with_itself=False):
    """The statements of its dialogue by the same speaker, or with the same attribution."""
    others = Statement.objects.filter(dialogue=statement.dialogue_id)
    if not with_itself:
        others = others.exclude(pk=statement.pk)
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
