"""Printed lists, which are accepted together: never statements."""

from dialogues.choices import Certainty, ProposalKind
from dialogues.models import DocumentImport, ImportProposal

# A table or lines of names.
TABLE = "speaker-list"
# Names in one sentence.
SENTENCES = ("took-the-floor", "inscribed-not-delivered")
# So many are accepted within the time that a request may take.
MAX_TOGETHER = 300


def rest_of_list(document_import: DocumentImport, proposal: ImportProposal) -> list[ImportProposal]:
    """The open and sure participations of the same list, from this one on, at most MAX_TOGETHER.

    None if the proposal is in no list.
    """
    if proposal.kind != ProposalKind.PARTICIPATION or proposal.rule not in (TABLE, *SENTENCES):
        return []
    same = document_import.proposals.open().filter(
        kind=proposal.kind,
        rule=proposal.rule,
        certainty=Certainty.SURE,
        position__gte=proposal.position,
    )
    rest = [each for each in same if each.rule == TABLE or each.place == proposal.place]
    return rest[:MAX_TOGETHER]
