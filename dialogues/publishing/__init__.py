"""Releasing statements: the steps of the workflow, versions, and what differs between them."""

from dialogues.publishing.workflow import (
    WORDS,
    Refusal,
    publish,
    send_back,
    submit,
    unfound,
    what_is_missing,
    withdraw,
)

__all__ = [
    "WORDS",
    "Refusal",
    "publish",
    "send_back",
    "submit",
    "unfound",
    "what_is_missing",
    "withdraw",
]
