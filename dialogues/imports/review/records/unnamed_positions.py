"""Drafts of statements of unnamed states: “many delegations”, as printed."""

from dialogues.imports.review.records.statements import add_draft, same_words
from dialogues.text.names import name_key


def existing(record, values):
    """The statement with the same attribution that says the same."""
    key = name_key(values["attribution"])
    match = same_words(record, values, lambda each: name_key(each.attribution) == key)
    return [match] if match else []


def make(record, proposal):
    return [add_draft(record, proposal.values, record.place_of(proposal))]
