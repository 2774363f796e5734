"""Run the quality checks."""

from django.core.management.base import BaseCommand, CommandError

from dialogues.models import Dialogue, Finding, Statement
from dialogues.quality.runner import run
from dialogues.quality.scope import Scope


class Command(BaseCommand):
    help = "Check all records, or those of some dialogues, and open or resolve findings."

    def add_arguments(self, parser):
        parser.add_argument("dialogues", nargs="*", help="slugs; all records if there are none")

    def handle(self, *, dialogues, **options):
        scope = self._scope(dialogues) if dialogues else Scope.everything()
        self.stdout.write(f"Open findings: {run(scope)}")
        for finding in self._open(dialogues):
            self.stdout.write(f"{finding.check_name}: {finding.text}")

    def _scope(self, slugs):
        matches = Dialogue.objects.filter(slug__in=slugs)
        if unknown := sorted(set(slugs) - {dialogue.slug for dialogue in matches}):
            raise CommandError(f"No dialogue has the slug {unknown[0]!r}.")
        statements = Statement.objects.filter(dialogue__in=matches).values_list("pk", flat=True)
        keys = set(statements)
        return Scope(keys, keys, dialogues={dialogue.pk for dialogue in matches})

    def _open(self, slugs):
        findings = Finding.objects.filter(status=Finding.Status.OPEN).order_by("check_name", "key")
        return findings.filter(dialogue__slug__in=slugs) if slugs else findings
