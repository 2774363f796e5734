"""A single statement as delivered: who gave it, for whom, and its words."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.names import NameFinder
from dialogues.imports.language.people import People
from dialogues.imports.language.sentences import Span
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Evidence, Proposal, evidence_of
from dialogues.imports.rules.turns import ON_BEHALF, group_in, own_participation, voices_of

RULE = "delivered-statement"
BEGINNING = 10  # pieces in which the speaker is printed
# How a speech begins, after its title and who gives it.
SPEECH = re.compile(
    r"^(?:Mr\.?|Mister|Madam|Excellenc|Your Excellenc|Distinguished|Ladies|Dear|Thank|I|We"
    r"|Monsieur|Madame|Mesdames|Nous|Je|Señora?|Excelenc|Gracias|Merci)\b"
)
SPEAKERS = ("state", "observer", "regional-organization")
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
    values, evidence = _speaker(pieces[:BEGINNING], finder)
    if not evidence:
        return []
    for introduction in next(filter(None, people.introductions[:BEGINNING]), [])[:1]:
        values |= {"person": introduction.name, "office": introduction.office}
    certainty = Certainty.SURE if values["participant"] else Certainty.CANNOT_TELL
    place = next(iter(evidence.values()))
    participation = Proposal(ProposalKind.PARTICIPATION, RULE, place, values, evidence, certainty)
    proposals = [participation]
    speech = _speech(pieces)
    for part in voices_of(speech, "on_behalf_of_as_printed" in values) if speech else ():
        spoken = participation
        if part[0] != speech[0]:
            spoken = own_participation(participation, part[0])
            proposals.append(spoken)
        proposals.append(_statement(part, spoken))
    return proposals


def _speech(pieces):
    """The paragraphs of what was said: from the first that speaks to somebody or of itself."""
    prose = [piece for piece in pieces if piece.is_prose]
    starts = (at for at, piece in enumerate(prose) if SPEECH.match(piece.text))
    return prose[next(starts, 0) :]


def _statement(pieces, participation):
    values = participation.values
    statement = {
        "speakers": [values["participant"] or values["on_behalf_of_as_printed"]],
        "pieces": [piece.number for piece in pieces],
        "stance": "not-stated",
    }
    if "on_behalf_of_as_printed" in values:
        statement["on_behalf_of_as_printed"] = values["on_behalf_of_as_printed"]
    words = Evidence(pieces[0].number, 0, len(pieces[0].text))
    return replace(
        participation,
        kind=ProposalKind.STATEMENT,
        place=words,
        values=statement,
    )


def _speaker(pieces, finder):
    """(the values of the participation, their evidence); no evidence if nobody is printed."""
    values = {"status": "spoke", "participant": "", "name_as_printed": ""}
    evidence = {}
    if speaker := _state(pieces, finder):
        piece, mention = speaker
        values |= {
            "participant": mention.known.slug,
            "name_as_printed": mention.span.of(piece.text),
        }
        evidence["participant"] = evidence_of(piece, mention.span)
    groups = ((piece, ON_BEHALF.search(piece.text)) for piece in pieces)
    piece, match = next(((piece, match) for piece, match in groups if match), (None, None))
    if match:
        group = group_in(match, finder)
        values["on_behalf_of_as_printed"] = group.of(piece.text)
        evidence["on_behalf_of_as_printed"] = evidence_of(piece, group)
    return values, evidence


def _state(pieces, finder):
    """(piece, Mention) of the state whose representative speaks; None if none is printed."""
    mentions = [(piece, mention) for piece in pieces for mention in finder.find(piece.text)]
    for piece, mention in mentions:
        if mention.known.kind in SPEAKERS and OF_STATE.search(_before(piece, mention.span)):
            return piece, mention
    for piece, mention in mentions:
        before = _before(piece, mention.span)
        if mention.known.kind in SPEAKERS and BY.search(before) and TITLE.search(before):
            return piece, mention
    return None


def _before(piece: Piece, span: Span) -> str:
    return piece.text[: span.start]
