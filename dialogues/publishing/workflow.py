"""Releasing statements to the public, and taking them back. Nothing else does either."""

from dataclasses import dataclass

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.citations.work import one_line_citation, statement_work
from dialogues.models import (
    Change,
    Dialogue,
    Redirection,
    Statement,
    Version,
    open_edition,
)
from dialogues.publishing.quotation_check import SourceTexts
from dialogues.serializers import statement_record

# A change of any of these may leave a statement with words that its source has not.
QUOTATION_FIELDS = ("text", "source", "words_checked")


@dataclass(frozen=True)
class Refusal:
    """A statement that was not published or withdrawn, and what to do about it."""

    statement: Statement
    reason: str


def submit(statements, reason, by=None):
    """Ask for a review of drafts. Returns a Refusal for each that was not a draft."""
    status = Statement.Status

    def problem_of(statement):
        return "" if statement.status == status.DRAFT else _("It is not a draft.")

    return _apply(statements, reason, by, problem_of, _set_status(status.IN_REVIEW))


def send_back(statements, reason, by=None):
    """Make drafts again of what is in review. Returns a Refusal for each that was not in review.

    Raises ValueError without a reason: who entered it is told what to mend.
    """
    if not reason.strip():
        raise ValueError(_("Say what is to be mended."))
    status = Statement.Status

    def problem_of(statement):
        return "" if statement.status == status.IN_REVIEW else _("It is not in review.")

    return _apply(statements, reason, by, problem_of, _set_status(status.DRAFT))


def publish(statements, reason, by=None, is_restored=False):
    """Release drafts in one edition. Returns a Refusal for each that was not released.

    `is_restored`: they were public before, so that their words were checked then.
    """
    texts = SourceTexts()

    def problem_of(statement):
        return publish_problem(statement) or (
            "" if is_restored else missing_quotation(statement, texts)
        )

    return _apply(statements, reason, by, problem_of, _release)


def withdraw(statements, reason, by=None):
    """Take statements back in one edition; they stay on record with the reason.

    Returns a Refusal for each that was not published. Raises ValueError without a reason: readers
    who follow a link are told why it ended.
    """
    if not reason.strip():
        raise ValueError(_("Say why the statement is withdrawn."))

    def problem_of(statement):
        return "" if statement.is_public() else _("It is not published.")

    def act(statement, edition):
        retire(statement, edition, Change.Kind.WITHDRAWN)

    return _apply(statements, reason, by, problem_of, act)


def _apply(statements, reason, by, problem_of, act):
    """Do something to each statement, in one edition. Returns a Refusal for each with a problem."""
    refusals = []
    with open_edition(reason, by) as edition:
        for statement in _locked(statements):
            if problem := problem_of(statement):
                refusals.append(Refusal(statement, problem))
            else:
                act(statement, edition)
    return refusals


def _set_status(status):
    """What gives a statement another status that the public does not see."""

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


def retire(statement, edition, kind, new=""):
    """Take one published statement back, inside an edition, as what a Change.Kind says.

    Its address says why, how it was cited, and what stands for it: `new`, addresses of others.
    """
    Redirection.add(
        statement.get_absolute_url(),
        new,
        why=Redirection.Why(kind.value),
        reason=edition.reason,
        label=_label(statement),
        cited_as=_cited_as(statement),
    )
    statement.status = Statement.Status.WITHDRAWN
    statement.save()
    edition.set_kind(statement, kind)


def create_missing_redirects():
    """Give a Redirection to what was withdrawn before there were any, after a migration."""
    if Redirection._meta.db_table not in connection.introspection.table_names():
        return
    for statement in Statement.objects.filter(status=Statement.Status.WITHDRAWN):
        address = statement.get_absolute_url()
        change = statement.changes.select_related("edition").first()
        if change and not Redirection.objects.filter(old=address).exists():
            said = {"why": Redirection.Why.WITHDRAWN, "reason": change.edition.reason}
            said |= {"label": _label(statement), "cited_as": _cited_as(statement)}
            Redirection.objects.create(old=address, made_at=change.edition.made_at, **said)


def _label(statement):
    return _("Statement %s") % statement.reference


def _cited_as(statement):
    """How the latest version was cited."""
    version = Version.objects.for_reference(statement.reference).last()
    record = version.public_record if version else statement_record(statement)
    version = version or Version(number=1)
    return one_line_citation(statement_work(record, version, "", timezone.localdate()))


def publish_problem(statement):
    """Why a statement cannot be published now, as a sentence; empty when it can."""
    if statement.status == Statement.Status.PUBLISHED:
        return _("It is already published.")
    if not statement.dialogue.is_public():
        return _("Its dialogue is a draft. Publish the dialogue first.")
    if not (statement.participation_id or statement.attribution.strip()):
        return _("It does not say who spoke. Give a speaker, or an attribution as printed.")
    if not statement.locator:
        return _("It does not say where in the source it stands. Give a section or paragraph.")
    if statement.provenance not in Statement.Provenance:
        return _("It does not say how the words came down to us. Choose a provenance.")
    return ""


def missing_quotation(statement, texts=None):
    """Which words its source does not have, as a sentence; empty when a curator says where they
    were checked. `texts`, SourceTexts, for who asks of many."""
    texts = texts or SourceTexts()
    missing = [] if statement.words_checked.strip() else texts.missing_quotations(statement)
    if not missing:
        return ""
    if not texts.searchable_text(statement.source):
        return _(
            "The text of its source is not kept here, so its words cannot be found. Add the text "
            "to the source, or say where the words were checked."
        )
    sentence = _(
        "Its source does not have these words: “%s”. Correct them, or say where they were checked."
    )
    return sentence % missing[0]


def _locked(statements):
    """Each statement as it is now; nobody else changes it, or makes a draft of its dialogue, until
    the transaction ends. Locks are taken in one order, so that no two wait for each other."""
    statements = list(statements)
    keys = [one.pk for one in statements]
    dialogues = Dialogue.objects.filter(statements__in=keys).values("pk")
    _lock(Dialogue.objects.filter(pk__in=dialogues))
    _lock(Statement.objects.filter(pk__among=keys))
    for statement in statements:
        statement.refresh_from_db()
        yield statement


def _lock(records):
    list(records.select_for_update(no_key=True).order_by("pk").values_list("pk"))
