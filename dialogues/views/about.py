"""Pages about the collection: what it is, how its records are made, and who runs the site."""

from django.conf import settings
from django.shortcuts import render

from dialogues.http.urls import contact_address


def about(request):
    """What the collection contains and does not contain."""
    return render(request, "dialogues/about.html")


def method(request):
    """How records are made and how to read them."""
    return render(request, "dialogues/method.html")


def who(request):
    """Who runs the site, how to reach them, and the licences. The operator sets the names."""
    context = {
        "operator": settings.OPERATOR,
        "editors": settings.EDITORS,
        "contact": settings.CONTACT,
        "contact_address": contact_address(settings.CONTACT),
        "licence": settings.DATA_LICENCE,
        "licence_address": settings.DATA_LICENCE_URL,
    }
    return render(request, "about/who.html", context)


def privacy(request):
    """What the site stores of its readers."""
    return render(request, "about/privacy.html")


def accessibility(request):
    """What the site promises to readers with disabilities, and how it is tested."""
    return render(request, "about/accessibility.html", {"has_contact": bool(settings.CONTACT)})
