"""Participations in printed lists and tables, read as a pasted list of speakers is."""

import re
from collections.abc import Iterator, Sequence

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.files.blocks import BlockKind
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Evidence, Proposal
from dialogues.speaker_lists.known_names import KnownNames
from dialogues.speaker_lists.parser import ParsedSpeaker, parse_speaker_list

HEADING = re.compile(
    r"\b(?:participation|participants?|speakers?|list of (?:countries|states|speakers|delegations)"
    r"|delivered (?:statements|interventions)|took the floor|orateurs|oradores|liste des)\b",
    re.I,
)
MAX_ITEM = 300  # characters of a line that is no row
# A line of a title or an address, which is no name: with a year or many words.
NO_NAME = re.compile(r"\b(?:19|20)\d\d\b|(?:\S+\s+){9}")
MIN_KNOWN = 0.5  # of the names of a list


def runs_of(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The runs of pieces that may be a list: rows, or short lines after words that announce one."""
    run, is_announced = [], False
    for piece in pieces:
        is_line = len(piece.text) <= MAX_ITEM and not piece.text.endswith((".", ":"))
        is_part = piece.kind == BlockKind.ROW or (
            is_announced and is_line and piece.kind != BlockKind.HEADING
        )
        if is_part:
            run.append(piece)
            continue
        if run:
            yield run
        run = []
        is_announced = bool(HEADING.search(piece.text[-200:])) and len(piece.text) < 2 * MAX_ITEM
    if run:
        yield run


def participations_in(run: Sequence[Piece], known: KnownNames) -> list[Proposal]:
    """The participations that a run prints; none if most of its names are not known.

    Of a numbered list, only what has a number.
    """
    items = [piece for piece in run if piece.paragraph or piece.kind == BlockKind.ITEM]
    run = items if 2 * len(items) > len(run) else run
    text = "\n".join("\t".join(piece.cells) or piece.text for piece in run)
    parsed = parse_speaker_list(text, known)
    number = sum(known.is_name(speaker.name) for speaker in parsed.speakers)
    if not parsed.speakers or number < MIN_KNOWN * len(parsed.speakers):
        return []
    return [
        _proposal(run[speaker.line - 1], speaker, known)
        for speaker in parsed.speakers
        if known.is_name(speaker.name) or not NO_NAME.search(speaker.name)
    ]


def _proposal(piece: Piece, speaker: ParsedSpeaker, known: KnownNames) -> Proposal:
    whole = Evidence(piece.number, 0, len(piece.text))
    at = piece.text.find(speaker.name)
    # A name that goes on in the next line is in no piece as a whole.
    place = whole if at < 0 else Evidence(piece.number, at, at + len(speaker.name))
    values = {
        "participant": speaker.name,
        "status": "spoke",
        "name_as_printed": speaker.name,
        "group_as_printed": speaker.heading,
        "on_behalf_of_as_printed": speaker.on_behalf_of,
        "represented": list(speaker.represented),
        "person": speaker.person,
        "office": speaker.office,
    }
    values = {name: value for name, value in values.items() if value}
    certainty = Certainty.SURE if known.is_name(speaker.name) else Certainty.CANNOT_TELL
    return Proposal(
        ProposalKind.PARTICIPATION, "speaker-list", whole, values, {"participant": place}, certainty
    )
