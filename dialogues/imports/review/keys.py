"""What identifies a proposal: the same words saying the same thing are the same proposal."""

import json
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from dialogues.choices import ProposalKind
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal
from dialogues.text.names import name_key
from dialogues.text.normalise import normalise

# The values that say what a proposal of a kind is about.
IDENTITY = {
    ProposalKind.PARTICIPATION: ("participant", "on_behalf_of_as_printed", "status"),
    ProposalKind.OFFICIAL: ("person", "office", "capacity"),
    ProposalKind.STATEMENT: ("speakers",),
    ProposalKind.UNNAMED: ("quantifier",),
    ProposalKind.FIGURE: ("value", "unit", "as_printed"),
}
# Kinds that are the same wherever the document prints them.
WITHOUT_WORDS = (ProposalKind.PARTICIPATION, ProposalKind.OFFICIAL)


def keys_of(pieces: Sequence[Piece], proposals: Sequence[Proposal]) -> list[str]:
    """The key of each proposal. What a document says twice in the same words has two keys."""
    keys, times = [], Counter()
    for proposal in proposals:
        identity = _identity(pieces, proposal)
        times[identity] += 1
        text = json.dumps([identity, times[identity]], ensure_ascii=False)
        keys.append(sha256(text.encode()).hexdigest())
    return keys


def _identity(pieces, proposal):
    values = proposal.values
    parts = [str(values.get(name) or "") for name in IDENTITY.get(proposal.kind, ())]
    if proposal.kind == ProposalKind.PARTICIPATION and not values.get("participant"):
        parts.append(values.get("name_as_printed") or values.get("person") or "")
    parts = [name_key(part) for part in parts]
    if proposal.kind not in WITHOUT_WORDS:
        piece, start, end = proposal.place
        parts.append(normalise(pieces[piece].text[start:end]))
    return json.dumps([proposal.kind, *parts], ensure_ascii=False)
