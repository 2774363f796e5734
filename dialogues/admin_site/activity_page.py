"""The page of what one person, or everybody, did on a day."""

from datetime import date, timedelta

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from dialogues.admin_site.activity import MAX_LISTED, day_counts, day_entries


@permission_required("dialogues.view_statement", raise_exception=True)
def activity(request):
    """The entries of ?day=, by default today, of ?person= or of all; an invalid day is today."""
    today = timezone.localdate()
    day = min(_day(request.GET.get("day", "")) or today, today)
    person = request.GET.get("person", "").replace("\0", "")
    context = admin.site.each_context(request) | {
        "title": _("Activity"),
        "day": day,
        "before": day - timedelta(days=1) if day > date.min else None,
        "after": day + timedelta(days=1) if day < today else None,
        "person": person,
        "counts": {
            name: counts for name, counts in day_counts(day).items() if person in ("", name)
        },
        "limit": MAX_LISTED,
        "entries": day_entries(day, person),
    }
    return render(request, "admin/dialogues/activity.html", context)


def _of_person(counts, person):
    """The counts of one person; of all if `person` is empty."""
    return {person: counts[person]} if person in counts else {} if person else counts


def _day(text):
    """The date of an ISO 8601 day; None if it is not one."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
