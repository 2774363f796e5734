"""Publish and withdraw statements. No other code does either."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.choices import ChangeKind
from dialogues.citations.work import one_line_citation, statement_work
from dialogues.models import (
    Change,
    Dialogue,
    Redirection,
    Statement,
    Version,
    open_edition,
)
from dialogues.models.editions import EditionInProgress
from dialogues.publishing.quotation_check import SourceTexts
from dialogues.serializers import statement_record

# A change of one of these fields may leave a statement with words that its source lacks.
QUOTATION_FIELDS = ("text", "source", "words_checked")


@dataclass(frozen=True)
class Refusal:
    """A statement that a step did not change, and a sentence that says what to do about it."""

    statement: Statement
    reason: str


def submit(statements: Iterable[Statement], reason: str, by=None) -> list[Refusal]:
    """Put drafts in review. Returns a Refusal for each statement that is not a draft."""
    status = Statement.Status

    def problem_of(statement):
        return "" if statement.status == status.DRAFT else _("It is not a draft.")

    return _apply(statements, reason, by, problem_of, _set_status(status.IN_REVIEW))


def send_back(statements: Iterable[Statement], reason: str, by=None) -> list[Refusal]:
    """Turn statements in review into drafts. Returns a Refusal for each that is not in review.

    Raises ValueError without a reason, which tells the contributor what to correct.
    """
    if not reason.strip():
        raise ValueError(_("Say what needs to be corrected."))
    status = Statement.Status

    def problem_of(statement):
        return "" if statement.status == status.IN_REVIEW else _("It is not in review.")

    return _apply(statements, reason, by, problem_of, _set_status(status.DRAFT))


def publish(
    statements: Iterable[Statement], reason: str, by=None, is_restored: bool = False
) -> list[Refusal]:
    """Publish statements in one edition. Returns a Refusal for each that cannot be published.

    `is_restored`: they were public before, so their quotations are not checked again.
    """
    texts = SourceTexts()

    def problem_of(statement):
        if is_restored:
            return publish_problem(statement)
        return (
            publish_problem(statement)
            or missing_quotation(statement, texts)
            or copied_summary(statement, texts)
            or _own_statement(statement, by)
        )

    return _apply(statements, reason, by, problem_of, _release)


def withdraw(statements: Iterable[Statement], reason: str, by=None) -> list[Refusal]:
    """Withdraw statements in one edition. Returns a Refusal for each that is not published.

    Raises ValueError without a reason, which readers who follow an old link see.
    """
    if not reason.strip():
        raise ValueError(_("Say why the statement is withdrawn."))

    def problem_of(statement):
        return "" if statement.is_public() else _("It is not published.")

    def act(statement, edition):
        retire(statement, edition, Change.Kind.WITHDRAWN)

    return _apply(statements, reason, by, problem_of, act)


def _apply(statements, reason, by, problem_of, act):
    """Call `act` for each statement in one edition. Returns a Refusal for each with a problem."""
    refusals = []
    with open_edition(reason, by) as edition:
        for statement in _locked(statements):
            if problem := problem_of(statement):
                refusals.append(Refusal(statement, problem))
            else:
                act(statement, edition)
    return refusals


def _set_status(status):
    """A function that gives a statement a status that is not public."""

    def act(statement, _edition):
        statement.status = status
        statement.save()

    return act


def _release(statement, edition):
    statement.status = Statement.Status.PUBLISHED
    statement.published_at = statement.published_at or timezone.now()
    statement.save()
    edition.set_kind(statement, Change.Kind.PUBLISHED)
    Redirection.objects.filter(old=statement.get_absolute_url()).delete()


def retire(
    statement: Statement, edition: EditionInProgress, kind: ChangeKind, new: str = ""
) -> None:
    """Withdraw one published statement inside an edition; `kind`: withdrawn, merged or split.

    Its address then shows why, how it was cited, and the addresses that replace it: `new`, one per
    line.
    """
    Redirection.add(
        statement.get_absolute_url(),
        new,
        why=Redirection.Why(kind.value),
        reason=edition.reason,
        label=_label(statement),
        cited_as=_citation(statement),
    )
    statement.status = Statement.Status.WITHDRAWN
    statement.save()
    edition.set_kind(statement, kind)


def create_missing_redirects() -> None:
    """Create the Redirection of each statement that was withdrawn before redirections existed."""
    if Redirection._meta.db_table not in connection.introspection.table_names():
        return
    for statement in Statement.objects.filter(status=Statement.Status.WITHDRAWN):
        address = statement.get_absolute_url()
        change = statement.changes.select_related("edition").first()
        if change and not Redirection.objects.filter(old=address).exists():
            Redirection.objects.create(
                old=address,
                why=Redirection.Why.WITHDRAWN,
                reason=change.edition.reason,
                label=_label(statement),
                cited_as=_citation(statement),
                made_at=change.edition.made_at,
            )


def _label(statement):
    return _("Statement %s") % statement.reference


def _citation(statement):
    """How the latest version is cited."""
    version = Version.objects.for_reference(statement.reference).last()
    record = version.public_record if version else statement_record(statement)
    version = version or Version(number=1)
    return one_line_citation(statement_work(record, version, "", timezone.localdate()))


def publish_problem(statement: Statement) -> str:
    """Why a statement cannot be published now, as a sentence; "" if it can."""
    if statement.status == Statement.Status.PUBLISHED:
        return _("It is already published.")
    if not statement.dialogue.is_public():
        return _("Its dialogue is a draft. Publish the dialogue first.")
    if not (statement.participation_id or statement.attribution.strip()):
        return _("It does not say who spoke. Give a speaker, or an attribution as printed.")
    if not statement.locator:
        return _("It does not say where in the source it is. Give a section or paragraph.")
    if statement.provenance not in Statement.Provenance:
        return _("It does not say where the words come from. Choose a provenance.")
    return ""


def _own_statement(statement, by):
    """Why a person may not publish what he or she entered, if the site asks for two people."""
    if settings.FOUR_EYES and by and statement.entered_by_user() == by:
        return _("You entered it: another person has to publish it.")
    return ""


def publish_problems(statement: Statement, by=None) -> list[str]:
    """All sentences that say why a statement cannot be published now, by this user if given."""
    problems = (
        publish_problem(statement),
        missing_quotation(statement),
        copied_summary(statement),
        _own_statement(statement, by),
    )
    return [problem for problem in problems if problem]


def missing_quotation(statement: Statement, texts: SourceTexts | None = None) -> str:
    """Which words its source lacks, as a sentence; "" if none, or if a curator checked the words.

    `texts` are shared by calls for several statements, so that each source is read once.
    """
    texts = texts or SourceTexts()
    missing = [] if statement.words_checked.strip() else texts.missing_quotations(statement)
    if not missing:
        return ""
    if not texts.searchable_text(statement.source):
        return _(
            "The text of its source is not stored here, so its words cannot be checked. "
            "Add the text to the source, or say where the words were checked."
        )
    sentence = _(
        "Its source does not have these words: “%s”. Correct them, or say where they were checked."
    )
    return sentence % missing[0]


def copied_summary(statement: Statement, texts: SourceTexts | None = None) -> str:
    """That its summary is not in the curator's own words, as a sentence; "" if it is."""
    if not (texts or SourceTexts()).has_copied_summary(statement):
        return ""
    return _(
        "Its summary is a sentence of the source: say it in your own words, or quote the sentence."
    )


def _locked(statements):
    """Yield each statement, read again and locked with its dialogue until the transaction ends.

    Locks are taken in one order, so that two transactions never wait for each other.
    """
    statements = list(statements)
    keys = [statement.pk for statement in statements]
    dialogues = Dialogue.objects.filter(statements__in=keys).values("pk")
    _lock(Dialogue.objects.filter(pk__in=dialogues))
    _lock(Statement.objects.filter(pk__among=keys))
    for statement in statements:
        statement.refresh_from_db()
        yield statement


def _lock(records):
    list(records.select_for_update(no_key=True).order_by("pk").values_list("pk"))
