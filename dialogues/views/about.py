"""Pages about the collection: what it is and how its records are made."""

from django.shortcuts import render


def about(request):
    """What the collection contains and who maintains it."""
    return render(request, "dialogues/about.html")


def method(request):
    """How records are made and how to read them."""
    return render(request, "dialogues/method.html")
