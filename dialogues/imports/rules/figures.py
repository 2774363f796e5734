"""Reported figures: printed numbers of states, speakers and members."""

import re
from collections.abc import Iterable

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.numbers import figures_in
from dialogues.imports.language.sentences import quotations_of, sentences_of
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal, evidence_of

# "one country" means a state, and counts none.
STATE = re.compile(r"(?:state|country|delegation|delegate|speaker)$", re.I)
VOTE = re.compile(r"^votes: ")


def figures_of(pieces: Iterable[Piece]) -> list[Proposal]:
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
                    proposals.append(_proposal(piece, sentence, figure))
    return proposals


def _proposal(piece, sentence, figure):
    values = {
        "value": figure.value,
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "as_printed": figure.span.of(piece.text),
        "section": piece.section,
        "paragraph": piece.paragraph,
    }
    rule = "vote-result" if VOTE.match(figure.unit) else "number-and-unit"
    evidence = {"value": evidence_of(piece, figure.span)}
    return Proposal(
        ProposalKind.FIGURE, rule, evidence_of(piece, sentence), values, evidence, Certainty.CHECK
    )
