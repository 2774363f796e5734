"""The first page, and the pages about the collection itself."""

from django.shortcuts import redirect, render
from django.templatetags.static import static

from dialogues.models import Dialogue, Participant, Statement, Theme


def home(request):
    """What this is, the years, and the ways in."""
    dialogues = list(Dialogue.objects.published().with_listing().newest_first())
    context = {
        "dialogues": dialogues,
        "years": sorted({one.year for one in dialogues if one.statement_count}, reverse=True),
        "statement_total": Statement.objects.published().count(),
        "state_total": Participant.objects.states().count(),
        "regional_groups": Participant.objects.regional_groups(),
        "themes": Theme.objects.roots().in_order(),
    }
    return render(request, "dialogues/home.html", context)


def about(request):
    return render(request, "dialogues/about.html")


def method(request):
    """How records are made and read."""
    return render(request, "dialogues/method.html")


def not_found(request, exception):
    """404, with the way back and the reason where one was given."""
    reason = str(exception) if exception.args and isinstance(exception.args[0], str) else ""
    return render(request, "404.html", {"reason": reason}, status=404)


def icon(request):
    """Where browsers look for an icon that no page names, as on the curators' desk."""
    return redirect(static("icon.svg"), permanent=True)
