"""What the responsibility to protect is, its words, and how to use the collection."""

from django.shortcuts import render

from dialogues.models import Dialogue, Person, Theme, Vote
from dialogues.primer.glossary import GLOSSARY
from dialogues.primer.timeline import TIMELINE


def primer(request):
    """What states agreed in 2005, the three pillars and a timeline."""
    known = _known_paths()
    timeline = [
        entry._replace(path=entry.path if entry.path in known else "") for entry in TIMELINE
    ]
    return render(request, "primer/primer.html", {"timeline": timeline})


def glossary(request):
    """The words of the dialogues; each leads to its theme."""
    themes = {theme.slug: theme for theme in Theme.objects.all()}
    groups = [
        (group.heading, [(term, themes.get(term.theme)) for term in group.terms])
        for group in GLOSSARY
    ]
    return render(request, "primer/glossary.html", {"groups": groups})


def using(request):
    """Ways to use the collection: for a student, a journalist, a researcher."""
    return render(request, "primer/using.html")


def _known_paths():
    """The addresses of the timeline whose records are in the collection."""
    paths = [entry.path.strip("/").split("/") for entry in TIMELINE if entry.path]
    records = {
        "themes": Theme.objects.all(),
        "dialogues": Dialogue.objects.published(),
        "people": Person.objects.all(),
        "votes": Vote.objects.public(),
    }
    return {
        record.get_absolute_url()
        for kind, queryset in records.items()
        for record in queryset.filter(slug__in=[slug for name, slug in paths if name == kind])
    }
