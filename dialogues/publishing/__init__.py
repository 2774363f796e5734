"""Releasing statements: the steps of the workflow, versions, and what differs between them."""

from dialogues.publishing.workflow import (
    WORDS,
    Refusal,
    missing_quotation,
    publish,
    send_back,
    submit,
    what_is_missing,
    withdraw,
)

__all__ = [
    "WORDS",
    "Refusal",
    "publish",
    "send_back",
    "submit",
    "missing_quotation",
    "what_is_missing",
    "withdraw",
]
