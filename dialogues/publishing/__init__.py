"""Publish and withdraw statements, freeze versions, and compare them."""

from dialogues.publishing.workflow import (
    QUOTATION_FIELDS,
    Refusal,
    missing_quotation,
    publish,
    publish_problem,
    publish_problems,
    send_back,
    submit,
    withdraw,
)

__all__ = [
    "QUOTATION_FIELDS",
    "Refusal",
    "publish",
    "send_back",
    "submit",
    "missing_quotation",
    "publish_problem",
    "publish_problems",
    "withdraw",
]
