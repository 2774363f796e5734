"""One door: a text goes in, what became of each quotation and address in it comes out."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from dialogues.around import around_at
from dialogues.cited import cited_by
from dialogues.differences import Piece
from dialogues.kept import Kept
from dialogues.models import Redirection, Statement, Version
from dialogues.references import read_reference
from dialogues.search.likest import likest
from dialogues.verifying.comparing import Words, compared
from dialogues.verifying.passages import passages_of
from dialogues.wording import normalised

LONGEST = 100_000  # characters
MOST_PASSAGES = 200
CANDIDATES = 6
# How many of the versions that others replaced are compared.
MOST_SUPERSEDED = 2_000

LABELS = {
    "exact": _("Exact"),
    "differs": _("Differs"),
    "superseded": _("Superseded: it stood so until it was corrected"),
    "not-found": _("Not found"),
    "unchanged": _("Unchanged since it was cited"),
    "corrected": _("Corrected since it was cited"),
    "moved": _("Moved"),
    "gone": _("Withdrawn or removed"),
    "unknown": _("No such statement or version"),
}
_kept_superseded = Kept(most=2)


class TooMuchError(ValueError):
    """More was pasted than is checked at once."""


@dataclass(frozen=True)
class Verdict:
    """What became of one passage. `pieces`: the quotation with each word that differs."""

    state: str
    text: str
    statement: Statement | None = None
    version: Version | None = None
    pieces: tuple[Piece, ...] = ()
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
    titles = _titles(edition)
    passages = [one for one in passages_of(text) if normalised(one.text) not in titles]
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
    around = around_at(edition)
    records = [*around.sources.values(), *around.dialogues.values()]
    return {normalised(one.title) for one in records}


def _of_address(passage):
    """What an address that was cited leads to."""
    path = f"/statements/{passage.reference}/"
    if read_reference(passage.reference) is None:
        return Verdict("unknown", passage.text)
    statement = Statement.objects.published().with_listing().filter(reference=passage.reference)
    if not statement:
        return _of_old_address(passage, path)
    asked = {"v": passage.number or "", "d": passage.digest}
    cited = cited_by(asked, statement[0])
    if cited is None:
        return Verdict("unchanged", passage.text, statement[0], note=_("It names no version."))
    if cited.problem:
        return Verdict("unknown", passage.text, statement[0], note=cited.problem)
    pieces = cited.differences[0].pieces if cited.differences else ()
    return Verdict(cited.state, passage.text, statement[0], cited.version, tuple(pieces))


def _of_old_address(passage, path):
    redirection, _rest = Redirection.objects.answering(path)
    if redirection is None:
        return Verdict("unknown", passage.text)
    end = Redirection.objects.end_of(redirection)
    if not end.new:
        return Verdict("gone", passage.text, note=end.reason)
    reference = end.new.rstrip("/").rpartition("/")[2]
    statement = Statement.objects.published().with_listing().filter(reference=reference).first()
    return Verdict("moved", passage.text, statement, note=redirection.reason)


def _of_quotation(text, edition, found):
    """The statement that has the words, the one that had them, or the one that is the likest."""
    quotation = Words.of(text)
    best = None
    for statement in _candidates(text, edition, found):
        for words in found.words[statement.pk]:
            comparison = compared(quotation, words)
            if comparison.is_exact:
                return Verdict("exact", text, statement)
            if comparison.pieces and (best is None or comparison.share > best[0].share):
                best = comparison, statement
    if version := _superseded(quotation, edition):
        statement = _read([version.statement_id], found)[0]
        return Verdict("superseded", text, statement, version, best[0].pieces if best else ())
    if best:
        return Verdict("differs", text, best[1], pieces=best[0].pieces)
    return Verdict("not-found", text)


def _candidates(text, edition, found):
    return _read(likest(text, edition, CANDIDATES), found)


def _read(pks, found):
    """The statements with these keys in their order, with their words; each read once."""
    missing = [pk for pk in pks if pk not in found.statements]
    for one in Statement.objects.published().with_listing().filter(pk__in=missing):
        found.statements[one.pk] = one
        texts = (one.text, one.translation, one.summary)
        found.words[one.pk] = [Words.of(text) for text in texts if text]
    return [found.statements[pk] for pk in pks if pk in found.statements]


def _superseded(quotation, edition):
    """The version that had these words until it was corrected; None if there is none."""
    for version, texts in _kept_superseded.get(edition, "superseded", _old_words):
        if any(compared_exactly(quotation, words) for words in texts):
            return version
    return None


def compared_exactly(quotation, words):
    """Whether the words stand there; a look at the first saves most comparisons."""
    first = next((key for key in quotation.keys if key.isalnum()), "")
    return first in words.keys and compared(quotation, words).is_exact


def _old_words():
    """(version, its texts as Words) of the latest versions that others replaced."""
    later = Version.objects.filter(statement=OuterRef("statement"), number__gt=OuterRef("number"))
    replaced = Version.objects.filter(Exists(later), statement__status="published")
    versions = replaced.defer("page").order_by("-pk")[:MOST_SUPERSEDED]
    return [
        (one, [Words.of(one.said[key]) for key in ("text", "translation", "summary")])
        for one in versions
    ]
