"""Run the checks, for all records or for those that a save concerns, and save what they find."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from dialogues.models import Finding
from dialogues.quality import dialogues, groups, statements
from dialogues.quality.scope import Scope

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Part:
    """The checks of one part of a scope; `about` is the finding's column for the record."""

    name: str
    about: str
    checks: tuple[Finding.Check, ...]
    find_issues: Callable


PARTS = (
    Part("statements", "statement", statements.CHECKS, statements.check_statements),
    Part("quotations", "statement", statements.QUOTATION_CHECKS, statements.check_quotations),
    Part("dialogues", "dialogue", dialogues.CHECKS, dialogues.check_dialogues),
    Part("groups", "group", groups.CHECKS, groups.check_groups),
)


def run(scope):
    """Check the records in scope and save what is found. Returns how many findings are open there.

    A new issue opens a finding; a finding whose issue is gone is resolved. What a curator ignored
    stays ignored while the issue is the same.
    """
    count = 0
    with transaction.atomic():
        for part in PARTS:
            if pks := list(getattr(scope, part.name)):
                findings = Finding.objects.filter(
                    check_name__in=part.checks, **{f"{part.about}__among": pks}
                )
                count += _update(findings, list(part.find_issues(pks)))
    return count


def _update(findings, issues):
    """Open, reopen and resolve findings to match the issues. Returns how many are open."""
    by_key = {
        (finding.check_name, finding.key): finding for finding in findings.select_for_update()
    }
    for issue in issues:
        finding = by_key.pop((issue.check.value, issue.key), None)
        if finding is None:
            _open(issue)
        elif finding.status == Finding.Status.RESOLVED or finding.text != issue.text:
            finding.text = issue.text
            finding.set_status(Finding.Status.OPEN)
    for finding in by_key.values():
        if finding.status != Finding.Status.RESOLVED:
            finding.set_status(Finding.Status.RESOLVED)
    return findings.filter(status=Finding.Status.OPEN).count()


def _open(issue):
    values = {"text": issue.text, "dialogue": issue.dialogue}
    values |= {"statement": issue.statement, "group": issue.group}
    Finding.objects.get_or_create(check_name=issue.check, key=issue.key, defaults=values)


def check_after_commit(records):
    """Check what these records concern once the transaction is committed.

    An error is logged and does not affect the save.
    """
    scope = Scope.touched_by(records)

    def check():
        try:
            run(scope)
        except Exception:
            log.exception("The checks after a save failed.")

    if scope != Scope():
        transaction.on_commit(check)
