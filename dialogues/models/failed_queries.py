"""Queries that found nothing, counted without anything about the visitor."""

from contextlib import suppress

from django.db import DatabaseError, models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MAX_QUERIES = 5_000
MAX_WORDS = 100  # characters


class FailedQuery(models.Model):
    """Words that somebody searched for and that no statement has, for editors to learn from.

    A page that is answered from a cache is not counted again.
    """

    words = models.CharField(_("words"), max_length=MAX_WORDS, unique=True)
    count = models.PositiveIntegerField(_("times"), default=1)
    # The day, not the time: it does not show which queries belong to one visit.
    last_on = models.DateField(_("last searched on"), default=timezone.localdate)

    class Meta:
        ordering = ["-count", "words"]
        verbose_name = _("query without results")
        verbose_name_plural = _("queries without results")

    def __str__(self):
        return self.words

    @classmethod
    def add(cls, words):
        """Count a query once more. New ones are not counted if MAX_QUERIES are.

        A page that cannot count is answered all the same.
        """
        words = " ".join(words.casefold().split())
        if not words or len(words) > MAX_WORDS:
            return
        with suppress(DatabaseError), transaction.atomic():
            known = cls.objects.filter(words=words)
            if known.update(count=F("count") + 1, last_on=timezone.localdate()):
                return
            if cls.objects.count() < MAX_QUERIES:
                cls.objects.create(words=words)
