"""What is proposed from a document: values, each with the words it was read from."""

from dataclasses import dataclass, field
from typing import NamedTuple

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.sentences import Span
from dialogues.imports.pieces import Piece


class Evidence(NamedTuple):
    """The words of a piece, by its number, from which a value was read."""

    piece: int
    start: int
    end: int


@dataclass(frozen=True)
class Proposal:
    """Values of a record to be, the evidence of each, and the rule that read them.

    `values`: {field: value}; `evidence`: {field: Evidence}. `place`: the evidence of the whole.
    """

    kind: ProposalKind
    rule: str
    place: Evidence
    values: dict[str, object]
    evidence: dict[str, Evidence] = field(default_factory=dict)
    certainty: Certainty = Certainty.SURE
    note: str = ""


def evidence_of(piece: Piece, span: Span) -> Evidence:
    return Evidence(piece.number, *span)
