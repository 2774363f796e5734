"""A read document as plain values, for files and commands. The same document gives the same."""

import json

from dialogues.imports.document import RULES_VERSION, ReadDocument
from dialogues.imports.proposals import Evidence, Proposal


def as_json(document: ReadDocument) -> str:
    """Class, pieces and proposals, each value with its evidence: piece, from, to, words."""
    values = {
        "rules": RULES_VERSION,
        "class": document.recognised.document_class,
        "grounds": document.recognised.grounds,
        "pieces": [
            {
                "number": piece.number,
                "kind": piece.kind,
                "section": piece.section,
                "paragraph": piece.paragraph,
                "page": piece.page,
                "line": piece.line,
                "text": piece.text,
            }
            for piece in document.pieces
        ],
        "counts": [
            {**count._asdict(), "place": _evidence(document, count.place)}
            for count in document.counts
        ],
        "spokesmen": [
            {
                "group": each.group,
                "participants": each.participants,
                "places": [_evidence(document, place) for place in each.places],
            }
            for each in document.spokesmen
        ],
        "proposals": [_proposal(document, proposal) for proposal in document.proposals],
    }
    return json.dumps(values, ensure_ascii=False, indent=1)


def _proposal(document: ReadDocument, proposal: Proposal) -> dict:
    return {
        "kind": proposal.kind,
        "rule": proposal.rule,
        "certainty": proposal.certainty,
        "values": proposal.values,
        "place": _evidence(document, proposal.place),
        "evidence": {
            name: _evidence(document, evidence) for name, evidence in proposal.evidence.items()
        },
    }


def _evidence(document: ReadDocument, evidence: Evidence) -> dict:
    text = document.pieces[evidence.piece].text
    return {**evidence._asdict(), "words": text[evidence.start : evidence.end]}
