"""The list of analyses."""

from django.shortcuts import render


def analysis(request):
    """Each analysis with the question it answers."""
    return render(request, "dialogues/analysis/index.html")
