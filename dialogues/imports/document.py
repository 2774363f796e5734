"""A whole document: what it is, and what is proposed from its pieces."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from dialogues.choices import DocumentClass, ProposalKind
from dialogues.imports.contradictions import Count, Spokesmen, counts_of, spokesmen_of
from dialogues.imports.document_class import Recognised, recognise
from dialogues.imports.language.names import Known, NameFinder, short_forms
from dialogues.imports.language.people import People
from dialogues.imports.language.sentences import sentences_of
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal
from dialogues.imports.rules import (
    delivered_statement,
    dialogue,
    engagements,
    figures,
    officials,
    participations,
    printed_lists,
    turns,
    unnamed_positions,
    votes,
)
from dialogues.imports.rules.statements import StatementReader, organizations_in
from dialogues.speaker_lists.known_names import KnownNames

RULES_VERSION = 1


@dataclass(frozen=True)
class Names:
    """What is known of names.

    `participants`: {name: whom it means} for texts; `lists` for printed lists; `resolve` for one
    name or slug.
    """

    participants: Mapping[str, Known]
    lists: KnownNames
    resolve: Callable[[str], Known | None]


@dataclass
class ReadDocument:
    """The pieces of a document, its class, and what is proposed from it in the text's order.

    `counts`: the numbers of speakers it prints next to the numbers proposed; `spokesmen`: groups
    for which it names several.
    """

    pieces: list[Piece]
    recognised: Recognised
    proposals: list[Proposal] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    spokesmen: list[Spokesmen] = field(default_factory=list)


def read_document(
    pieces: Sequence[Piece], names: Names, document_class: DocumentClass | None = None
) -> ReadDocument:
    """Read proposals from pieces; `document_class` overrides the recognised one.

    From a document of an unknown class nothing is proposed, from a background page engagements.
    """
    recognised = recognise(pieces)
    if document_class:
        recognised = recognised._replace(document_class=document_class)
    document = ReadDocument(list(pieces), recognised)
    if recognised.document_class == DocumentClass.BACKGROUND:
        document.proposals = engagements.engagements_of(pieces)
    elif recognised.document_class != DocumentClass.UNKNOWN:
        reader = _Reader(document.pieces, names)
        facts = dialogue.dialogue_of(pieces)
        votes_read = votes.votes_of(pieces, dialogue.beginning_of(pieces)[0])
        proposals = [*facts, *reader.read(recognised.document_class), *votes_read]
        document.proposals = sorted(proposals, key=_in_order)
        document.counts = counts_of(pieces, document.proposals, names.resolve)
        document.spokesmen = spokesmen_of(document.proposals, reader.groups_in)
    return document


def _in_order(proposal):
    """As the document prints them; in one sentence, by the words about each."""
    piece, start, _end = proposal.place
    starts = [span.start for span in proposal.evidence.values() if span.piece == piece]
    return piece, start, min(starts, default=start), proposal.kind, proposal.rule


class _Reader:
    """Reads one document by the rules of its class."""

    def __init__(self, pieces, names):
        self.pieces, self.names = pieces, names
        self.people = People(piece.text for piece in pieces if piece.is_prose)
        text = " ".join(piece.text for piece in pieces)
        self.finder = NameFinder({**short_forms(names.participants, text), **names.participants})
        self.statements = StatementReader(
            self.finder,
            self.people,
            self._spokesman,
            organizations_in(pieces, self.finder),
        )
        self.participations = []

    def read(self, document_class):
        readers = {
            DocumentClass.STATEMENT: self._delivered,
            DocumentClass.VERBATIM: self._verbatim,
            DocumentClass.SPEAKERS_LIST: self._list_of_speakers,
            DocumentClass.PRESS_RELEASE: self._press_release,
        }
        return readers.get(document_class, self._report)()

    def _delivered(self):
        delivered = delivered_statement.proposals_of(self.pieces, self.finder, self.people)
        return [*delivered, *self._each_once(self._aligned())]

    def _verbatim(self):
        record = turns.turns_of(self.pieces, (turns.VERBATIM, turns.PRESIDENT))
        return turns.proposals_of(record, self.finder, "turn-of-a-record")

    def _list_of_speakers(self):
        """A list made before the meeting says who was to speak, not who did."""
        proposals = self._took_part()
        for proposal in proposals:
            proposal.values["status"] = "inscribed"
        return proposals

    def _press_release(self):
        release = turns.turns_of(self.pieces, (turns.PRESS,))
        proposals = turns.proposals_of(release, self.finder, "turn-of-a-press-release")
        self.participations = [
            each for each in proposals if each.kind == ProposalKind.PARTICIPATION
        ]
        return self._report()

    def _report(self):
        self.participations = self._each_once(
            [*self.participations, *self._took_part(), *self._aligned()]
        )
        statements = self.statements.read(self.pieces)
        in_prose = participations.spoke_in_prose(
            statements, self.participations, self.names.resolve
        )
        return [
            *officials.officials_of(self.pieces, self.people),
            *self.participations,
            *statements,
            *in_prose,
            *figures.figures_of(self.pieces, self.finder),
            *unnamed_positions.positions_of(self.pieces),
        ]

    def _took_part(self):
        """The participations that lists print and sentences report, each once."""
        proposals = []
        for run in printed_lists.runs_of(self.pieces):
            proposals += printed_lists.participations_in(run, self.names.lists)
        for piece in self.pieces:
            for sentence in sentences_of(piece.text) if piece.is_prose else ():
                actors = self.statements.actors_in(piece.text, sentence)
                proposals += participations.participations_in(piece, sentence, actors)
                proposals += participations.unknown_in(piece, sentence, actors)
        return self._each_once(proposals)

    def _aligned(self):
        """The participations of those that a sentence says aligned themselves with a statement."""
        return [
            proposal
            for piece in self.pieces
            for sentence in (sentences_of(piece.text) if piece.is_prose else ())
            for proposal in participations.aligned_in(
                piece, sentence, self.statements.actors_in(piece.text, sentence)
            )
        ]

    def _each_once(self, proposals):
        return participations.each_once(proposals, self.names.resolve, self.groups_in)

    def groups_in(self, printed):
        """The known groups that the words after "on behalf of" name."""
        mentions = (mention.known for mention in self.finder.find(printed))
        return [known for known in mentions if known.kind in participations.GROUPS]

    def _spokesman(self, group):
        """The participant that spoke for a group, if the document has exactly one."""
        spokesmen = {
            each.values["participant"]
            for each in self.participations
            if group in self.groups_in(each.values.get("on_behalf_of_as_printed", ""))
        }
        return self.names.resolve(spokesmen.pop()) if len(spokesmen) == 1 else None
