"""How far the review of a document is, and what it counts itself."""

from collections import Counter
from typing import NamedTuple

from django.utils.translation import gettext as _

from dialogues.choices import ParticipantKind, ProposalKind, ProposalState

DECIDED = (ProposalState.ACCEPTED, ProposalState.RECORDED)


class KindCount(NamedTuple):
    """The proposals of a kind: how many there are, and how many in each state."""

    label: str
    proposed: int
    accepted: int
    rejected: int
    recorded: int
    open: int

    @property
    def in_words(self):
        """How many are open and accepted; of the others only what there is."""
        words = _("%(open)s of %(proposed)s open, %(accepted)s accepted") % self._asdict()
        words += _(", %s rejected") % self.rejected if self.rejected else ""
        return words + (_(", %s recorded before") % self.recorded if self.recorded else "")


class PrintedCount(NamedTuple):
    """A number of speakers that the document prints, next to those proposed and accepted."""

    label: str
    printed: int
    proposed: int
    accepted: int
    piece: int

    @property
    def agrees(self):
        return self.printed == self.proposed


def kind_counts(proposals) -> list[KindCount]:
    """A KindCount for each kind of which something is proposed."""
    states = Counter((proposal.kind, proposal.state) for proposal in proposals)
    return [
        KindCount(
            kind.label,
            sum(number for (each, _state), number in states.items() if each == kind),
            states[kind, ProposalState.ACCEPTED],
            states[kind, ProposalState.REJECTED],
            states[kind, ProposalState.RECORDED],
            states[kind, ProposalState.OPEN],
        )
        for kind in ProposalKind
        if any(each == kind for each, _state in states)
    ]


def printed_counts(document_import, proposals, by_slug) -> list[PrintedCount]:
    """A PrintedCount for each number of speakers that the document prints.

    `by_slug`: {slug: participant}.
    """
    proposed, accepted = Counter(), Counter()
    seen = set()
    for proposal in proposals:
        participant = by_slug.get(proposal.values.get("participant"))
        is_speaker = proposal.kind == ProposalKind.PARTICIPATION and participant
        if not is_speaker or proposal.values["status"] != "spoke" or participant.pk in seen:
            continue
        if proposal.state == ProposalState.REJECTED:
            continue
        seen.add(participant.pk)
        proposed[participant.kind] += 1
        accepted[participant.kind] += proposal.state in DECIDED
    return [
        PrintedCount(
            ParticipantKind(count["kind"]).label,
            int(count["printed"]),
            proposed[count["kind"]],
            accepted[count["kind"]],
            count["place"][0],
        )
        for count in document_import.counts
    ]
