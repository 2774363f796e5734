"""Engagements: meetings of an office with others, which are not dialogues."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.locators import Located
from dialogues.models.participants import Participant
from dialogues.models.people import Person
from dialogues.querysets.engagements import EngagementQuerySet


class Engagement(Located, CuratedRecord):
    """A workshop, meeting or mission. It is never counted as a dialogue and has no statements."""

    Kind = choices.EngagementKind
    Precision = choices.DatePrecision

    key = models.SlugField(
        _("key"),
        max_length=100,
        unique=True,
        help_text=_("Identifies the engagement in the collection's files, and on its page."),
    )
    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    date_as_printed = models.CharField(_("date as printed"), max_length=100, blank=True)
    begins_on = models.DateField(
        _("first day"),
        null=True,
        blank=True,
        help_text=_("The first of the month or year if only that is known; empty without a year."),
    )
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    precision = models.CharField(
        _("the date is known to the"), max_length=6, choices=Precision, default=Precision.DAY
    )
    place = models.CharField(_("place"), max_length=100, blank=True)
    country = models.ForeignKey(
        Participant,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="engagements_in_it",
        verbose_name=_("country"),
        help_text=_("Where it took place. Being the place does not make a state a participant."),
    )
    organizations = models.ManyToManyField(
        Participant,
        blank=True,
        related_name="engagements",
        verbose_name=_("organizations"),
    )
    people = models.ManyToManyField(
        Person, blank=True, related_name="engagements", verbose_name=_("people")
    )
    summary = models.TextField(_("summary"), help_text=_("In your own words."))
    position = models.PositiveIntegerField(_("order"), default=0, help_text=_("In the source."))
    editor_note = models.TextField(_("editor's note"), blank=True, help_text=_("Readers see this."))

    objects = EngagementQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[organizations, people])

    class Meta:
        ordering = ["source_id", "position", "key"]
        verbose_name = _("engagement")
        verbose_name_plural = _("engagements")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(begins_on__lte=models.F("ends_on")),
                name="engagement_ends_after_it_begins",
                violation_error_message=_("The last day is before the first."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{self.source.get_absolute_url()}#{self.key}"

    @property
    def when(self):
        """The dates in words, as exactly as they are known; as printed without a year."""
        if not self.begins_on:
            return self.date_as_printed
        days = dict.fromkeys([self.begins_on, self.ends_on or self.begins_on])
        return " – ".join(choices.DatePrecision(self.precision).in_words(day) for day in days)
