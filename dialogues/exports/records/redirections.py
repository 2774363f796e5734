"""Addresses that changed or ended, as data."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

from dialogues.choices import RedirectionReason
from dialogues.exports.records.base import one_of
from dialogues.models import Redirection


class RedirectionRecord(Struct):
    """An address that changed or ended, and why."""

    address: Annotated[str, Meta(description="The old address.")]
    replaced_by: Annotated[
        list[str], Meta(description="The addresses that replace it; empty if it ended.")
    ]
    why: Annotated[str, one_of(RedirectionReason, "What happened.")]
    reason: Annotated[str, Meta(description="The reason in words.")]
    changed_at: Annotated[datetime, Meta(description="When, in UTC.")]


def redirection_record(redirection: Redirection, base: str) -> RedirectionRecord:
    return RedirectionRecord(
        address=base + redirection.old,
        replaced_by=[base + new for new in redirection.new_addresses],
        why=redirection.why,
        reason=redirection.reason,
        changed_at=redirection.made_at,
    )
