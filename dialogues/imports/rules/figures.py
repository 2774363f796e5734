"""Reported figures: printed numbers of states, speakers and members."""

import re
from collections.abc import Iterable

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.dates import days_in
from dialogues.imports.language.names import NameFinder
from dialogues.imports.language.numbers import figures_in
from dialogues.imports.language.sentences import Span, quotations_of, sentences_of
from dialogues.imports.language.subjects import LINK
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal, evidence_of
from dialogues.imports.rules.participations import GROUPS

# "one country" means a state, and counts none.
STATE = re.compile(r"(?:state|country|delegation|delegate|speaker)$", re.I)
VOTE = re.compile(r"^votes: ")
# The names of what is counted: in brackets, after a colon or a dash, or after "including".
LIST_BEGINS = re.compile(r"\s*(?:\(|:\s|[,;]?\s(?:including|namely)\s|\s?[–—\-]\s)")
FIRST = re.compile(r"^\s*(?:the\s+)?$")
OF_GROUP = re.compile(r"\s+of\s+(?:the\s+)?")
AS_OF = re.compile(r"\bas (?:of|at) [^.;,]{4,40}")


def figures_of(pieces: Iterable[Piece], finder: NameFinder) -> list[Proposal]:
    """The figures of a document. The same words printed again are one figure."""
    proposals, seen = [], set()
    for piece in pieces:
        if not piece.is_prose and piece.kind != "note":
            continue
        for sentence in sentences_of(piece.text):
            quoted = quotations_of(piece.text, sentence)
            for figure in figures_in(piece.text, sentence):
                if any(span.start <= figure.span.start < span.end for span in quoted):
                    continue
                if figure.value == 1 and STATE.search(figure.unit):
                    continue
                key = " ".join(figure.span.of(piece.text).casefold().split()), figure.unit
                if key not in seen:
                    seen.add(key)
                    proposals.append(_proposal(piece, sentence, figure, finder))
    return proposals


def _names_after(text, start, end, finder):
    """The participants that a list directly after the unit names."""
    begin = LIST_BEGINS.match(text, start, end)
    if not begin:
        return []
    names, last = [], begin.end()
    for mention in finder.find(text[last:end]):
        span = Span(begin.end() + mention.span.start, begin.end() + mention.span.end)
        between = text[last : span.start]
        if not (LINK.match(between) if names else FIRST.match(between)):
            break
        names.append(mention.known)
        last = span.end
    return list(dict.fromkeys(names))


def _group_after(words, finder):
    """The group whose members are counted: "fifty members of the Group of Friends"."""
    if not (match := OF_GROUP.match(words)):
        return None
    mention = next(iter(finder.find(words[match.end() :])), None)
    is_group = mention and mention.span.start == 0 and mention.known.kind in GROUPS
    return mention.known if is_group else None


def _proposal(piece, sentence, figure, finder):
    values = {
        "value": figure.value,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "as_printed": figure.span.of(piece.text),
        "section": piece.section,
        "paragraph": piece.paragraph,
    }
    names = _names_after(piece.text, figure.span.end, sentence.end, finder)
    if names:
        values["named"] = [known.slug for known in names]
        values["names_are_all"] = len(names) == figure.value
    if group := _group_after(piece.text[figure.span.end : sentence.end], finder):
        values["group"] = group.slug
    if match := AS_OF.search(piece.text[figure.span.end : sentence.end]):
        values["counted_on"] = next((day.isoformat() for day, _span in days_in(match[0])), None)
    rule = "vote-result" if VOTE.match(figure.unit) else "number-and-unit"
    evidence = {"value": evidence_of(piece, figure.span)}
    return Proposal(
        ProposalKind.FIGURE, rule, evidence_of(piece, sentence), values, evidence, Certainty.CHECK
    )
