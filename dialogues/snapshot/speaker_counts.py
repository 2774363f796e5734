"""Speakers counted as sources count them: each once, by kind."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import TypeVar

from dialogues.choices import FigureMeasure, ParticipantKind

K = TypeVar("K", bound=Hashable)
S = TypeVar("S", bound=Hashable)

# The kind of participant that each measure of speakers counts.
KIND_BY_MEASURE = {
    FigureMeasure.SPEAKERS: ParticipantKind.STATE,
    FigureMeasure.OBSERVERS: ParticipantKind.OBSERVER,
    FigureMeasure.ORGANIZATIONS: ParticipantKind.REGIONAL,
    FigureMeasure.CIVIL_SOCIETY: ParticipantKind.CIVIL_SOCIETY,
}


def distinct_speakers(pairs: Iterable[tuple[K, S]]) -> defaultdict[K, set[S]]:
    """{kind: its speakers} of (kind, speaker) pairs; no speaker for any other kind.

    A speaker that took the floor twice is one speaker.
    """
    speakers: defaultdict[K, set[S]] = defaultdict(set)
    for kind, speaker in pairs:
        speakers[kind].add(speaker)
    return speakers
