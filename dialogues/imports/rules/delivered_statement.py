"""A single statement as delivered: who gave it, for whom, and its words."""

import re
from collections.abc import Sequence

from dialogues.imports.language.names import NameFinder
from dialogues.imports.language.people import People
from dialogues.imports.language.sentences import Span
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Certainty, Evidence, Proposal, ProposalKind, evidence_of
from dialogues.imports.rules.turns import ON_BEHALF, OWN_NAME

BEGINNING = 10  # pieces in which the speaker is printed
TITLE = re.compile(
    r"\b(?:statement|remarks|intervention|address|déclaration|declaración|discurso|intervención)\b",
    re.I,
)
OF_STATE = re.compile(
    r"\b(?:Permanent Representative|Representative|Ambassador|Permanent Mission|Mission"
    r"|Minister[\w\s]{0,60}|Delegation|Représentante? permanente?|Mission permanente"
    r"|Representante Permanente|Misión Permanente)\s+"
    r"(?:of|de|du|del|d[’'])\s*(?:la\s+|l[’']|the\s+|the Republic of\s+)?$",
    re.I,
)
BY = re.compile(
    r"\b(?:by|of|from|de|du|del|par|por)\s+(?:the\s+|la\s+|l[’'])?(?:delegation of\s+)?$", re.I
)


def proposals_of(pieces: Sequence[Piece], finder: NameFinder, people: People) -> list[Proposal]:
    """The participation and the statement of a delivered text; none if no speaker is printed."""
    beginning = pieces[:BEGINNING]
    speaker = _speaker(beginning, finder)
    group = _group(beginning)
    if speaker is None and group is None:
        return []
    values: dict[str, object] = {"status": "spoke", "participant": "", "name_as_printed": ""}
    evidence = {}
    if speaker:
        piece, mention = speaker
        values |= {
            "participant": mention.known.slug,
            "name_as_printed": mention.span.of(piece.text),
        }
        evidence["participant"] = evidence_of(piece, mention.span)
    if group:
        piece, match = group
        values["on_behalf_of_as_printed"] = match["group"].strip()
        evidence["on_behalf_of_as_printed"] = evidence_of(piece, Span(*match.span("group")))
    for introductions in people.introductions[:BEGINNING]:
        for introduction in introductions[:1]:
            values.setdefault("person", introduction.name)
            values.setdefault("office", introduction.office)
    certainty = Certainty.SURE if speaker else Certainty.CANNOT_TELL
    place = next(iter(evidence.values()))
    rule = "delivered-statement"
    prose = [piece for piece in pieces if piece.is_prose]
    statement = {
        "speakers": [values["participant"] or values["on_behalf_of_as_printed"]],
        "pieces": [piece.number for piece in prose],
        "stance": "not-stated",
        "is_also_national": bool(OWN_NAME.search(" ".join(piece.text for piece in prose))),
    }
    whole = Evidence(prose[0].number, 0, len(prose[0].text)) if prose else place
    return [
        Proposal(ProposalKind.PARTICIPATION, rule, place, values, evidence, certainty),
        Proposal(ProposalKind.STATEMENT, rule, whole, statement, evidence, certainty),
    ]


def _speaker(pieces, finder):
    """(piece, Mention) of the state whose representative speaks; None if none is printed."""
    for pattern in (OF_STATE, BY):
        for piece in pieces:
            for mention in finder.find(piece.text):
                before = piece.text[: mention.span.start]
                is_title = pattern is OF_STATE or TITLE.search(before)
                if (
                    mention.known.kind in ("state", "observer", "regional")
                    and pattern.search(before)
                    and is_title
                ):
                    return piece, mention
    return None


def _group(pieces):
    for piece in pieces:
        if match := ON_BEHALF.search(piece.text):
            return piece, match
    return None
