"""One door: a text goes in, what became of each quotation and address in it comes out."""

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
from dialogues.text.normalise import normalise
from dialogues.text.quotation_match import (
    ComparableText,
    has_omissions,
    is_exact_quotation,
    match_quotation,
)
from dialogues.text.word_diff import DiffPiece
from dialogues.verification.extract import passages_of

LONGEST = 100_000  # characters
MOST_PASSAGES = 200
CANDIDATES = 6
# How many of the versions that others replaced are compared.
MOST_SUPERSEDED = 1_000

# A word broken at the end of a line has a hyphen of its own, or one of the printer's.
BROKEN_WORD = re.compile(r"(?<=\w)-[ \t]*\n[ \t]*(?=\w)")

LABELS = {
    "exact": _("Exact"),
    "summary": _("Exact, of the editors’ summary: these are not the speaker’s words"),
    "differs": _("Differs"),
    "superseded": _("Superseded: it stood so until it was corrected"),
    "not-found": _("Not found"),
    "unchanged": _("Unchanged since it was cited"),
    "corrected": _("Corrected since it was cited"),
    "undated": _("It names no version: whether the text has changed cannot be told"),
    "moved": _("Moved"),
    "gone": _("Withdrawn or removed"),
    "unknown": _("No such statement or version"),
}
# One entry: old words are the same for every question put to an edition.
_superseded_versions = EditionCache(max_items=1)


class TooMuchError(ValueError):
    """More was pasted than is checked at once."""


@dataclass(frozen=True)
class Verdict:
    """What became of one passage.

    `pieces`: a quotation that differs, with what was said instead; `differences`: what changed in
    the record since.
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


@dataclass
class Found:
    """What one check has read already: a statement is asked for by several quotations."""

    statements: dict = field(default_factory=dict)
    words: dict = field(default_factory=dict)


def check(text, edition):
    """A Verdict for each quotation and address of a text, in their order.

    Raises TooMuchError for a text of more than LONGEST characters or MOST_PASSAGES passages.
    """
    if len(text) > LONGEST:
        raise TooMuchError(
            _("This has %(size)s characters; up to %(most)s are checked at once.")
            % {"size": len(text), "most": LONGEST}
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    titles = _titles(edition)
    passages = [one for one in passages_of(text) if normalise(one.text) not in titles]
    if len(passages) > MOST_PASSAGES:
        raise TooMuchError(
            _("This has %(size)s quotations; up to %(most)s are checked at once.")
            % {"size": len(passages), "most": MOST_PASSAGES}
        )
    found = Found()
    return [
        _of_address(one) if one.is_address else _of_quotation(one.text, edition, found)
        for one in passages
    ]


def _titles(edition):
    """What stands in quotation marks in a bibliography without being a quotation."""
    around = registry_at(edition)
    records = [*around.sources.values(), *around.dialogues.values()]
    return {normalise(one.title) for one in records}


def _of_address(passage):
    """What became of the text that an address was made for."""
    if parse_reference(passage.reference) is None:
        return Verdict("unknown", passage.text)
    known = Statement.objects.published().with_listing()
    if statement := known.filter(reference=passage.reference).first():
        return _of_citation(passage, statement, passage.was)
    address = reverse("statement-detail", args=[passage.reference])
    redirection, _rest = Redirection.objects.longest_match(address)
    if redirection is None:
        return Verdict("unknown", passage.text)
    end = Redirection.objects.follow(redirection)
    statement = known.filter(reference=end.new.rstrip("/").rpartition("/")[2]).first()
    if statement is None:
        return Verdict("gone", passage.text, note=end.reason)
    return _of_citation(passage, statement, passage.reference)


def _of_citation(passage, statement, was):
    """The same of an address that leads to a statement; `was`: the reference it moved from."""
    cited = citation_status({"v": passage.number, "d": passage.digest, "was": was}, statement)
    if cited is None:
        return Verdict("moved" if was else "undated", passage.text, statement)
    if cited.problem:
        return Verdict("unknown", passage.text, statement, note=cited.problem)
    return Verdict(
        cited.state, passage.text, statement, cited.version, differences=cited.differences
    )


def _of_quotation(text, edition, found):
    """The statement that has the words, the one that had them, or the one that is the likest."""
    spellings = [ComparableText.from_quotation(one) for one in _spellings(text)]
    best = None
    for statement in _candidates(text, edition, found):
        for state, words in found.words[statement.pk]:
            if any(is_exact_quotation(one, words) for one in spellings):
                return Verdict(state, text, statement, note=_note(spellings[0]))
            like = match_quotation(spellings[-1], words)
            if like.pieces and (best is None or like.share > best[0].share):
                best = like, statement
    if version := _superseded(spellings, edition):
        return _of_old_words(text, version, spellings, found)
    if best:
        return Verdict("differs", text, best[1], pieces=best[0].pieces)
    return Verdict("not-found", text)


def _of_old_words(text, version, spellings, found):
    """Superseded; but for words that still stand there, which were only too short to be found."""
    for statement in _read([version.statement_id], found):
        for state, words in found.words[statement.pk]:
            if any(is_exact_quotation(one, words) for one in spellings):
                return Verdict(state, text, statement, note=_note(spellings[0]))
    statement = Statement.objects.with_listing().get(pk=version.statement_id)
    later = Version.objects.filter(statement=statement, number__gt=version.number).last()
    changed = record_differences(version.public_record, later.public_record) if later else ()
    return Verdict("superseded", text, statement, version, differences=tuple(changed))


def _spellings(text):
    """The text with words that a line broke joined, with their hyphen and without it."""
    return dict.fromkeys((BROKEN_WORD.sub("-", text), BROKEN_WORD.sub("", text)))


def _note(quotation):
    if has_omissions(quotation):
        return _("The quotation leaves words out or puts others in: read what they are.")
    return ""


def _candidates(text, edition, found):
    return _read(most_similar(text, edition, CANDIDATES), found)


def _read(pks, found):
    """The statements with these keys in their order, with their words; each read once."""
    missing = [pk for pk in pks if pk not in found.statements]
    for one in Statement.objects.published().with_listing().filter(pk__in=missing):
        found.statements[one.pk] = one
        found.words[one.pk] = _words_of(one.text, one.translation, one.summary, one.provenance)
    return [found.statements[pk] for pk in pks if pk in found.statements]


def _words_of(text, translation, summary, provenance):
    """(what an exact quotation of it is, ComparableText) of each text of a statement.

    What a summary quotes apart is not quoted as one; the paragraphs of a speech are.
    """
    is_speech = provenance not in SECOND_HAND
    said = [text] if is_speech else quotations_of(text)
    texts = [("exact", one) for one in (*said, translation)] + [("summary", summary)]
    return [(state, ComparableText.from_record(one)) for state, one in texts if one]


def _superseded(spellings, edition):
    """The version that had these words until it was corrected or moved; None if there is none."""
    for version, texts in _superseded_versions.get_or_create(edition, "superseded", _old_words):
        if any(_has(words, one) for _state, words in texts for one in spellings):
            return version
    return None


def _has(words, quotation):
    """Whether the words stand there; a look at one of them saves most comparisons."""
    word = max((key for key in quotation.folded if key.isalnum()), key=len, default="")
    return word in words.folded and is_exact_quotation(quotation, words)


def _old_words():
    """(version, its texts) of the latest versions that others replaced, and of statements for which
    another stands now."""
    later = Version.objects.filter(statement=OuterRef("statement"), number__gt=OuterRef("number"))
    read = Statement.objects.with_public_versions()
    replaced = Exists(later) | ~Q(statement__status=Statement.Status.PUBLISHED)
    versions = Version.objects.filter(replaced, statement__in=read).select_related("statement")
    latest = versions.defer("page").order_by("-pk")[:MOST_SUPERSEDED]
    return [(one, _texts_of(one.public_record)) for one in latest if _still_stands(one.statement)]


def _still_stands(statement):
    return statement.is_public() or Redirection.objects.leads_to_a_page(
        statement.get_absolute_url()
    )


def _texts_of(said):
    return _words_of(said["text"], said["translation"], said["summary"], said["provenance"])
