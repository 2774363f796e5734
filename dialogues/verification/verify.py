"""Check the quotations and addresses in a text against the collection."""

import re
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dialogues.citations.work import SECOND_HAND
from dialogues.models import Redirection, Statement, Version
from dialogues.models.statements import quotations_of
from dialogues.publishing.cited_version import citation_status
from dialogues.publishing.record_diff import Difference, record_differences
from dialogues.references import parse_reference
from dialogues.search.similar import most_similar
from dialogues.snapshot.cache import EditionCache
from dialogues.snapshot.registry import registry_at
from dialogues.text.comparable_text import ComparableText
from dialogues.text.normalise import normalise
from dialogues.text.quotation_match import match_exactly, match_quotation, negations_of
from dialogues.text.word_diff import DiffPiece
from dialogues.verification.extract import passages_of

MAX_LENGTH = 100_000  # characters
MAX_PASSAGES = 200
MAX_CANDIDATES = 6  # statements compared with one quotation
MAX_SUPERSEDED = 1_000  # superseded versions compared with one quotation

# A hyphen at the end of a line belongs to the word or was added by the printer.
BROKEN_WORD = re.compile("(?<=\\w)[-‐\u00ad\ufffe][ \t]*\n[ \t]*(?=\\w)|\ufffe")

LABELS = {
    "exact": _("Exact"),
    "abridged": _("Exact, apart from what is left out or put in"),
    "summary": _("Exact, but from the editors’ summary: these are not the speaker’s words"),
    "summary-abridged": _(
        "Exact, apart from what is left out or put in, but from the editors’ summary: these are "
        "not the speaker’s words"
    ),
    "differs": _("Differs"),
    "superseded": _("Superseded: the text has been corrected since"),
    "not-found": _("Not found"),
    "too-short": _("Too short to check: give two words or more"),
    "unchanged": _("Unchanged since it was cited"),
    "corrected": _("Corrected since it was cited"),
    "undated": _("The address names no version, so we cannot tell whether the text has changed"),
    "moved": _("Moved"),
    "gone": _("Withdrawn or removed"),
    "unknown": _("No such statement or version"),
}
STATEMENT = _("Statement")  # in citations, as a title
# One entry: the superseded versions of an edition are the same for every request.
_superseded_cache = EditionCache(max_items=1)


class TooMuchError(ValueError):
    """The text is longer, or has more passages, than can be checked at once."""


@dataclass(frozen=True)
class PassageResult:
    """The result for one quotation or address; `state` is a key of LABELS.

    `pieces`: how a quotation that differs compares with the record; `differences`: what changed in
    the record since the cited version.
    """

    state: str
    text: str
    statement: Statement | None = None
    version: Version | None = None
    pieces: tuple[DiffPiece, ...] = ()
    differences: tuple[Difference, ...] = ()
    note: str = ""

    @property
    def label(self):
        return LABELS[self.state]

    @property
    def is_exact(self):
        """Whether the words are the record's to the letter, apart from what is shown."""
        return self.state in ("exact", "abridged", "summary", "summary-abridged")


@dataclass
class LoadedStatements:
    """Statements read during one check, and their texts: each is read once."""

    statements: dict[int, Statement] = field(default_factory=dict)
    texts: dict[int, list] = field(default_factory=dict)

    def get(self, pks):
        """The published statements with these keys, in this order."""
        missing = [pk for pk in pks if pk not in self.statements]
        for statement in Statement.objects.published().with_listing().filter(pk__in=missing):
            self.statements[statement.pk] = statement
            self.texts[statement.pk] = _comparable_texts(
                statement.text, statement.translation, statement.summary, statement.provenance
            )
        return [self.statements[pk] for pk in pks if pk in self.statements]


def check_text(text: str, edition: str) -> list[PassageResult]:
    """A PassageResult for each quotation and address in a text, in order.

    Raises TooMuchError for a text of more than MAX_LENGTH characters or MAX_PASSAGES passages.
    """
    if len(text) > MAX_LENGTH:
        message = _("This has %(size)s characters; up to %(max)s are checked at once.")
        raise TooMuchError(message % {"size": len(text), "max": MAX_LENGTH})
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    passages = passages_of(text)
    titles = _titles(edition, {passage.reference for passage in passages})
    passages = [passage for passage in passages if _as_title(passage.text) not in titles]
    if len(passages) > MAX_PASSAGES:
        message = _("This has %(size)s quotations; up to %(max)s are checked at once.")
        raise TooMuchError(message % {"size": len(passages), "max": MAX_PASSAGES})
    loaded = LoadedStatements()
    results = (_check_passage(passage, edition, loaded) for passage in passages)
    return [result for result in results if result]


def _titles(edition, references):
    """Titles, and sections of the cited statements, which a bibliography puts in quotation marks
    though they are no quotations."""
    registry = registry_at(edition)
    titles = [record.title for record in (*registry.sources.values(), *registry.dialogues.values())]
    cited = Statement.objects.published().filter(reference__in=references)
    titles += [*cited.values_list("section", flat=True), STATEMENT]
    return {_as_title(str(title)) for title in titles}


def _as_title(text):
    return normalise(text.strip(" ,.")).casefold()


def _check_passage(passage, edition, loaded):
    """The PassageResult of a passage; None for incidental words that nobody said."""
    if passage.is_address:
        return _check_address(passage)
    if passage.is_too_short:
        return None if passage.is_incidental else PassageResult("too-short", passage.text)
    result = _check_quotation(passage.text, edition, loaded)
    if not result.is_exact:
        shorter = (_check_quotation(words, edition, loaded) for words in passage.shorter)
        result = next((other for other in shorter if other.is_exact), result)
    return None if passage.is_incidental and result.state == "not-found" else result


def _check_address(passage):
    """Whether the text that an address cites is unchanged, corrected, moved or withdrawn."""
    if parse_reference(passage.reference) is None:
        return PassageResult("unknown", passage.text)
    published = Statement.objects.published().with_listing()
    if statement := published.filter(reference=passage.reference).first():
        return _check_citation(passage, statement, passage.was)
    address = reverse("statement-detail", args=[passage.reference])
    redirection, _rest = Redirection.objects.longest_match(address)
    if redirection is None:
        return PassageResult("unknown", passage.text)
    end = Redirection.objects.follow(redirection)
    statement = published.filter(reference=end.new.rstrip("/").rpartition("/")[2]).first()
    if statement is None:
        return PassageResult("gone", passage.text, note=end.reason)
    return _check_citation(passage, statement, passage.reference)


def _check_citation(passage, statement, was):
    """The result for an address of this statement; `was`: the reference it moved from, or ""."""
    status = citation_status({"v": passage.number, "d": passage.digest, "was": was}, statement)
    if status is None:
        return PassageResult("moved" if was else "undated", passage.text, statement)
    if status.problem:
        return PassageResult("unknown", passage.text, statement, note=status.problem)
    return PassageResult(
        status.state, passage.text, statement, status.version, differences=status.differences
    )


def _check_quotation(text, edition, loaded):
    """The statement that has these words, else one that had them, else the most similar one."""
    spellings = [ComparableText.from_quotation(spelling) for spelling in _spellings(text)]
    statements = loaded.get(most_similar(text, edition, MAX_CANDIDATES))
    if exact := _exact_result(text, spellings, statements, loaded):
        return exact
    if version := _superseded_version(spellings, edition):
        return _superseded_result(text, version, spellings, loaded)
    match, statement = _best_match(spellings[-1], statements, loaded)
    if match:
        return PassageResult("differs", text, statement, pieces=match.pieces)
    return PassageResult("not-found", text)


def _exact_result(text, spellings, statements, loaded):
    """The result for a statement that has the words exactly, first one that has them unabridged;
    None if no statement has."""
    abridged = None
    for statement in statements:
        for state, words in loaded.texts[statement.pk]:
            for match in filter(None, (match_exactly(spelling, words) for spelling in spellings)):
                if not match.is_abridged:
                    return PassageResult(state, text, statement)
                abridged = abridged or _abridged_result(state, text, statement, match.pieces)
    return abridged


def _abridged_result(state, text, statement, pieces):
    """The result for a quotation that leaves words out or puts others in, which are shown."""
    if negations := negations_of(pieces):
        words = ", ".join(f"“{word}”" for word in negations)
        note = _("Among what is left out or put in: %s. Does it turn the sense round?") % words
    else:
        note = _("Read whether what is left out or put in changes the sense.")
    state = "abridged" if state == "exact" else f"{state}-abridged"
    return PassageResult(state, text, statement, pieces=pieces, note=note)


def _best_match(quotation, statements, loaded):
    """(QuotationMatch, statement) with the largest share in common; (None, None) without any."""
    best = None, None
    for statement in statements:
        for _state, words in loaded.texts[statement.pk]:
            match = match_quotation(quotation, words)
            if match.pieces and (best[0] is None or match.share > best[0].share):
                best = match, statement
    return best


def _superseded_result(text, version, spellings, loaded):
    """Superseded; exact if the statement still has the words, which were too short for a search."""
    statements = loaded.get([version.statement_id])
    if exact := _exact_result(text, spellings, statements, loaded):
        return exact
    statement = Statement.objects.with_listing().get(pk=version.statement_id)
    later = Version.objects.filter(statement=statement, number__gt=version.number).last()
    changed = record_differences(version.public_record, later.public_record) if later else ()
    return PassageResult("superseded", text, statement, version, differences=tuple(changed))


def _spellings(text):
    """The text with words that a line break divided joined, with their hyphen and without it."""
    return dict.fromkeys((BROKEN_WORD.sub("-", text), BROKEN_WORD.sub("", text)))


def _comparable_texts(text, translation, summary, provenance):
    """[(state of an exact quotation, ComparableText)] of each text of a statement.

    Separate quotations in a summary must not be quoted as one; paragraphs of a speech may.
    """
    is_speech = provenance not in SECOND_HAND
    quotations = [text] if is_speech else quotations_of(text)
    texts = [("exact", quotation) for quotation in (*quotations, translation)]
    texts.append(("summary", summary))
    return [(state, ComparableText.from_record(words)) for state, words in texts if words]


def _superseded_version(spellings, edition):
    """A version that had these words until it was corrected or moved; None if there is none."""
    versions = _superseded_cache.get_or_create(edition, "superseded", _superseded_versions)
    for version, texts in versions:
        for _state, words in texts:
            if any(_contains(words, spelling) for spelling in spellings):
                return version
    return None


def _contains(words, quotation):
    """Whether the text contains the quotation; looking for one word first saves comparisons."""
    word = max((key for key in quotation.folded if key.isalnum()), key=len, default="")
    return word in words.folded and match_exactly(quotation, words) is not None


def _superseded_versions():
    """[(version, comparable texts)] of the latest versions replaced by a correction or merge."""
    later = Version.objects.filter(statement=OuterRef("statement"), number__gt=OuterRef("number"))
    replaced = Exists(later) | ~Q(statement__status=Statement.Status.PUBLISHED)
    versions = Version.objects.filter(
        replaced, statement__in=Statement.objects.with_public_versions()
    )
    latest = versions.select_related("statement").defer("page").order_by("-pk")
    return [
        (version, _texts_of_record(version.public_record))
        for version in latest[:MAX_SUPERSEDED]
        if _has_page(version.statement)
    ]


def _has_page(statement):
    """Whether the statement's address leads to a page, its own or another's."""
    address = statement.get_absolute_url()
    return statement.is_public() or Redirection.objects.leads_to_a_page(address)


def _texts_of_record(record):
    return _comparable_texts(
        record["text"], record["translation"], record["summary"], record["provenance"]
    )
