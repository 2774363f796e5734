"""The first page of the admin: what waits, what is mine, and how far each dialogue is."""

from django.utils import timezone

from dialogues.admin_site.activity import day_counts
from dialogues.admin_site.progress import next_step
from dialogues.admin_site.queues import work_queues
from dialogues.models import Dialogue, Statement

MAX_OWN = 20  # drafts of the user that are listed


def first_page(user):
    """The context of the first page."""
    drafts = Statement.objects.drafts_of(user).with_speaker()
    if not user.has_perm(VIEW):
        drafts = drafts.none()
    return {
        "queues": work_queues(user),
        "sent_back": list(drafts.filter(last_review__isnull=False)),
        "own_drafts": list(drafts.filter(last_review=None)[:MAX_OWN]),
        "dialogues": dialogues_with_steps(user) if user.has_perm("dialogues.view_dialogue") else [],
        "today": day_counts(timezone.localdate()) if user.has_perm(VIEW) else {},
    }


VIEW = "dialogues.view_statement"


def dialogues_with_steps(user):
    """[(dialogue with its progress, next Step or None)], those with something open first."""
    dialogues = Dialogue.objects.with_progress().newest_first()
    pairs = [(dialogue, next_step(dialogue, user)) for dialogue in dialogues]
    return sorted(pairs, key=lambda pair: pair[1] is None)
