"""The records that proposals become: which the dialogue has already, and how new ones are made.

Each module has `existing(record, values)`, the records that say the same, and
`make(record, proposal)`, which adds them and raises ValidationError where they cannot be.
"""

from dialogues.choices import ProposalKind
from dialogues.imports.review.records import (
    engagements,
    figures,
    officials,
    participations,
    statements,
    unnamed_positions,
    votes,
)

MODULES = {
    ProposalKind.OFFICIAL: officials,
    ProposalKind.PARTICIPATION: participations,
    ProposalKind.STATEMENT: statements,
    ProposalKind.UNNAMED: unnamed_positions,
    ProposalKind.FIGURE: figures,
    ProposalKind.VOTE: votes,
    ProposalKind.ENGAGEMENT: engagements,
}
