"""Checks of one statement: its themes, its quotations, and near-duplicates."""

from django.utils.translation import gettext as _

from dialogues.choices import StatementStatus
from dialogues.models import Finding, Statement
from dialogues.publishing.quotation_check import SourceTexts
from dialogues.quality.issue import Issue
from dialogues.quality.near_duplicates import is_nearly_same, words_of
from dialogues.text.normalise import digest_of

CHECKS = (Finding.Check.THEME, Finding.Check.ALIKE)
QUOTATION_CHECKS = (Finding.Check.QUOTATION,)
# How many of a speaker's statements in one dialogue are compared, the latest first.
MAX_COMPARED = 500


def check_quotations(pks):
    """An Issue for each quotation of these statements that its source does not contain."""
    texts = SourceTexts()
    for statement in _statements(pks).exclude(text="").select_related("dialogue", "source"):
        yield from _check_quotations_of(statement, texts)


def check_statements(pks):
    """An Issue for each of these statements without a theme, or nearly the same as another."""
    for statement in _statements(pks).filter(themes=None).select_related("dialogue"):
        yield _issue(Finding.Check.THEME, statement, _("It is on no theme."))
    yield from _check_near_duplicates(_statements(pks).select_related("dialogue", "participation"))


def _statements(pks):
    return Statement.objects.filter(pk__among=list(pks)).exclude(status=StatementStatus.WITHDRAWN)


def _check_quotations_of(statement, texts):
    """Quotations that the stored text of the source does not contain and no curator checked.

    A source with a checksum and no passages was compared when its statements were loaded.
    """
    was_compared = statement.source.has_text and not texts.searchable_text(statement.source)
    if statement.words_checked or was_compared:
        return
    for quotation in texts.missing_quotations(statement):
        sentence = _("“%s” is not in the text of the source that is kept here.") % quotation[:200]
        yield _issue(Finding.Check.QUOTATION, statement, sentence, digest_of(quotation)[:12])


def _check_near_duplicates(statements):
    """Statements that say nearly the same as an earlier one by the same speaker."""
    by_speaker = {}
    for statement in statements:
        speaker = _speaker_key(statement)
        if speaker not in by_speaker:
            earlier = same_speaker(statement, with_itself=True).exclude(
                status=StatementStatus.WITHDRAWN
            )
            latest = earlier.order_by("-pk")[:MAX_COMPARED]
            by_speaker[speaker] = [(other, words_of(other)) for other in latest]
        words = words_of(statement)
        for other, other_words in by_speaker[speaker]:
            if other.pk < statement.pk and is_nearly_same(words, other_words):
                sentence = _("It says nearly the same as %s, of the same speaker.")
                text = sentence % other.reference
                yield _issue(Finding.Check.ALIKE, statement, text, other.pk)


def _speaker_key(statement):
    """(dialogue, speaker): the same for all statements that same_speaker finds."""
    speech = statement.participation
    speaker = (speech.participant_id or -speech.pk) if speech else statement.attribution
    return statement.dialogue_id, speaker


def same_speaker(statement, with_itself=False):
    """The other statements of its dialogue by the same speaker or with the same attribution."""
    others = Statement.objects.filter(dialogue=statement.dialogue_id)
    if not with_itself:
        others = others.exclude(pk=statement.pk)
    speaker = statement.participation
    if speaker is None:
        return others.filter(participation=None, attribution=statement.attribution)
    if speaker.participant_id:
        return others.filter(participation__participant=speaker.participant_id)
    return others.filter(participation=speaker)


def _issue(check, statement, sentence, key=""):
    text = f"{statement.reference}: {sentence}"
    return Issue(check, f"{statement.pk}:{key}", text, statement.dialogue, statement)
