"""The twelve requests that the site is measured by, each with as many different questions."""

from collections import Counter
from itertools import islice

from django.urls import reverse

from dialogues.models import Statement
from tests.bench.corpus import (
    FIRST_YEAR,
    GROUPS,
    THEMES,
    YEARS,
)

SAMPLES = 10


def twelve():
    """{name: addresses}. Questions differ, so that none is answered by what was kept of another."""
    listed = reverse("statement-list")
    years = [FIRST_YEAR + n for n in range(YEARS)]
    rare = _rare_words()
    last = max(Statement.objects.count() // 25, 1)
    samples = range(1, SAMPLES + 1)
    references = Statement.objects.order_by("pk").values_list("reference", flat=True)[:SAMPLES]
    return {
        "unfiltered list": [f"{listed}?page={min(n, last)}" for n in samples],
        "year": [f"{listed}?year={years[n]}" for n in samples],
        "group": [f"{listed}?group=group-{1 + n % GROUPS}" for n in samples],
        "theme": [f"{listed}?theme=theme-{1 + n % THEMES}" for n in samples],
        "the three together": [
            f"{listed}?year={years[n]}&group=group-{1 + n % GROUPS}&theme=theme-{n}"
            for n in samples
        ],
        "rare word": [f"{listed}?q={word}" for word in rare],
        "word in half of all": [f"{listed}?q=protection&page={min(n, last)}" for n in samples],
        "phrase": [
            f"{listed}?q=%22early+warning%22&page={n if last > 400 else 1}" for n in samples
        ],
        "word and filters": [f"{listed}?q=veto&year={years[n]}&group=group-2" for n in samples],
        "page 1000": [f"{listed}?page={min(999 + n, last)}" for n in samples],
        "permalink": [reverse("statement-detail", args=[reference]) for reference in references],
        "CSV of one year": [f"{reverse('statement-export', args=['csv'])}?year={years[3]}"],
    }


def _rare_words():
    """Words of about one statement in a thousand: each is in one of five hundred."""
    texts = Statement.objects.order_by("pk").values_list("summary", flat=True)[:500]
    counts = Counter(word for text in texts for word in text.lower().strip(".").split())
    rare = [word for word, count in counts.items() if count == 1]
    return list(islice(rare, SAMPLES))
