"""A made-up summary, and its import into a draft dialogue."""

from dataclasses import asdict
from datetime import date
from hashlib import sha256

from dialogues.imports.document_class import recognise
from dialogues.imports.files.reading import read_blocks
from dialogues.imports.pieces import pieces_of
from dialogues.imports.review import storing
from dialogues.models import DocumentImport
from tests.records import make_dialogue, make_group, make_source, make_state

TEXT = """\
Summary of the interactive dialogue of the General Assembly, 1 July 2024

Ms. Ann Example, President of the General Assembly, opened the dialogue. \
Three states took the floor.

# Debate

Peru said that it rained. Many delegations noted the rain. Mexico stressed that “rain is no excuse”.

Chile and Peru recalled the sun. Chile said: “we agree”, “we insist”. It asked for an umbrella.

# List of speakers

Chile (on behalf of the Group of Friends)

Mexico

Peru
"""


def make_names():
    """The participants that the text names."""
    friends = make_group("Group of Friends", group_kind="cross-regional")
    return {name: make_state(name) for name in ("Chile", "Mexico", "Peru")} | {"Friends": friends}


def import_text(text=TEXT, source=None, dialogue=None, document_class=None, by=None):
    """The stored import of a text, read without a process of its own.

    Of a new source, in a draft dialogue. A dialogue of False: none.
    """
    data = text.encode()
    pieces = pieces_of(read_blocks(data))
    if dialogue is None:
        dialogue = make_dialogue(status="draft", held_on=date(2024, 7, 1), slug="test-dialogue")
    document_import = DocumentImport.objects.create(
        file_name="summary.txt",
        digest=sha256(data).hexdigest(),
        step="read",
        pieces=[asdict(piece) for piece in pieces],
        document_class=document_class or recognise(pieces).document_class,
        source=source or make_source(title="Test summary"),
        dialogue=dialogue or None,
        by=by,
    )
    storing.store(document_import, by)
    return document_import


def proposal_of(document_import, kind, words):
    """The proposal of a kind with these words in its values."""
    matches = [
        proposal
        for proposal in document_import.proposals.filter(kind=kind)
        if words in str(proposal.values)
    ]
    assert len(matches) == 1, (kind, words, [proposal.values for proposal in matches])
    return matches[0]


def states_of(document_import, *kinds):
    """[(kind, state, what it is about)] of the proposals, in order."""
    proposals = document_import.proposals.all()
    return [
        (proposal.kind, proposal.state, about(proposal))
        for proposal in proposals
        if proposal.kind in kinds or not kinds
    ]


def about(proposal):
    """What a proposal is about, in few words."""
    values = proposal.values
    names = ("participant", "person", "attribution", "text", "summary", "title", "value")
    return next((values[name] for name in names if values.get(name)), "")
