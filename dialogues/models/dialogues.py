"""Events at which R2P was discussed."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.participants import Participant
from dialogues.querysets.dialogues import DialogueQuerySet


class Dialogue(CuratedRecord):
    """One event: a dialogue, debate or panel, on one day or several."""

    Forum = choices.Forum
    Format = choices.DialogueFormat
    SpeakerList = choices.SpeakerListState
    Status = choices.DialogueStatus

    has_page = True
    parts = ("further_days", "webcasts")

    title = models.CharField(_("title"), max_length=400)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("Forum and first day, for example unga-2017-09-06. Do not change it."),
    )
    forum = models.CharField(_("forum"), max_length=10, choices=Forum)
    format = models.CharField(_("format"), max_length=40, choices=Format)
    year = models.PositiveSmallIntegerField(
        _("year"),
        help_text=_("Year of the first day. If no dialogue was held: year of the report."),
    )
    held_on = models.DateField(
        _("first day"),
        null=True,
        blank=True,
        help_text=_("Leave empty only if no dialogue was held."),
    )
    session = models.CharField(
        _("session"),
        max_length=60,
        blank=True,
        help_text=_("As printed in the source, for example 71st."),
    )
    series = models.CharField(
        _("series"),
        max_length=60,
        blank=True,
        help_text=_("Shared by dialogues that belong together, for example ga-consideration."),
    )
    ordinals_as_printed = models.TextField(
        _("number in the series, as printed"),
        blank=True,
        help_text=_("One per line, with where it is printed. Never count it yourself."),
    )
    place = models.CharField(_("place"), max_length=100, blank=True)
    report_title = models.CharField(_("report discussed"), max_length=300, blank=True)
    report_symbols = models.TextField(
        _("symbols of the report"), blank=True, help_text=_("One per line.")
    )
    speaker_list = models.CharField(
        _("speaker list"), max_length=12, choices=SpeakerList, default=SpeakerList.NOT_ENTERED
    )
    speaker_list_note = models.TextField(
        _("about the speaker list"), blank=True, help_text=_("Readers see this.")
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("In your own words."))
    situations = models.ManyToManyField(
        Participant,
        blank=True,
        related_name="dialogues_about",
        verbose_name=_("situations discussed"),
        help_text=_("Countries the source discusses. They did not necessarily speak."),
    )
    editor_note = models.TextField(_("editor's note"), blank=True, help_text=_("Readers see this."))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)

    objects = DialogueQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[situations])

    class Meta:
        ordering = ["-year", "-held_on", "slug"]
        verbose_name = _("dialogue")
        verbose_name_plural = _("dialogues")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(format=choices.DialogueFormat.NOT_HELD)
                ^ models.Q(held_on__isnull=False),
                name="dialogue_has_a_day_if_held",
                violation_error_message=_("Give the first day, unless the format is “Not held”."),
            ),
            models.CheckConstraint(
                condition=models.Q(year__gte=2005),
                name="dialogue_not_before_2005",
                violation_error_message=_("Check the year: R2P was agreed in 2005."),
            ),
        ]

    def __str__(self):
        return f"{self.title} ({self.held_on or self.year})"

    def get_absolute_url(self):
        return reverse("dialogue-detail", args=[self.slug])

    def fill_derived_fields(self):
        if self.held_on:
            self.year = self._meta.get_field("held_on").to_python(self.held_on).year

    def clean(self):
        if self.held_on:
            self.year = self.held_on.year
        if not self.is_public() and self.pk and self.affected_statements().exists():
            message = _("Withdraw its published statements before you make it a draft.")
            raise ValidationError({"status": message})

    def is_public(self):
        return self.status == self.Status.PUBLISHED

    def affected_statements(self):
        return self.statements.published()

    @property
    def when(self):
        """The first day, written out; the year if no dialogue was held."""
        return date_format(self.held_on, "j F Y") if self.held_on else str(self.year)

    @property
    def short_title(self):
        """Forum and day: “General Assembly, 6 September 2017”."""
        # Faster than get_forum_display(), which builds a dictionary of all choices.
        return f"{self.Forum(self.forum).label}, {self.when}"

    @property
    def was_held(self):
        return self.format != self.Format.NOT_HELD

    @property
    def has_full_list(self):
        """Whether all speakers are recorded. Only then is it known who did not speak."""
        return self.was_held and self.speaker_list == self.SpeakerList.COMPLETE

    @property
    def sort_key(self):
        """The order in time. A dialogue that was not held comes at the end of its year."""
        return self.year, self.held_on or date.max, self.slug

    @property
    def days(self):
        """Every day of the dialogue, in order. Prefetch `further_days`."""
        further = [day.date for day in self.further_days.all()]
        return sorted([self.held_on, *further]) if self.held_on else []

    @property
    def symbols(self):
        return self.report_symbols.split()

    @property
    def ordinals(self):
        return self.ordinals_as_printed.splitlines()


class FurtherDay(CuratedRecord):
    """A day of a dialogue after its first."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="further_days")
    date = models.DateField(_("day"))

    history = HistoricalRecords()

    class Meta:
        ordering = ["date"]
        verbose_name = _("further day")
        verbose_name_plural = _("further days")
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "date"], name="further_day_once")
        ]

    def __str__(self):
        return str(self.date)

    def is_public(self):
        return self.dialogue.is_public()

    def affected_statements(self):
        return self.dialogue.affected_statements()


class Webcast(CuratedRecord):
    """A recording of a dialogue or of a part of it. The link may be missing or dead."""

    dialogue = models.ForeignKey(Dialogue, models.CASCADE, related_name="webcasts")
    label = models.CharField(
        _("part"), max_length=100, help_text=_("For example: 1st session, 25 June.")
    )
    url = models.URLField(_("link"), blank=True, max_length=500)
    note = models.CharField(_("note"), max_length=300, blank=True)

    history = HistoricalRecords()

    class Meta:
        ordering = ["label"]
        verbose_name = _("webcast")
        verbose_name_plural = _("webcasts")
        constraints = [
            models.UniqueConstraint(fields=["dialogue", "label"], name="webcast_once_per_part")
        ]

    def __str__(self):
        return self.label

    def is_public(self):
        return self.dialogue.is_public()
