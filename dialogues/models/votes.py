"""Votes on resolutions and agenda items, and how each state voted."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.dialogues import Dialogue
from dialogues.models.locators import Located
from dialogues.models.participants import Participant
from dialogues.querysets.votes import BallotQuerySet, VoteQuerySet


class Vote(Located, CuratedRecord):
    """A decision of a United Nations body. The counts are as printed, never computed."""

    Body = choices.VotingBody
    Precision = choices.DatePrecision

    has_page = True
    parts = ("ballots", "dialogue")

    title = models.CharField(_("title"), max_length=400, help_text=_("What was decided."))
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("For example a-res-75-277. Part of permanent links. Do not change it."),
    )
    body = models.CharField(_("body"), max_length=10, choices=Body)
    held_on = models.DateField(
        _("day"), help_text=_("The first of the month or year if only that is known.")
    )
    precision = models.CharField(
        _("the date is known to the"), max_length=6, choices=Precision, default=Precision.DAY
    )
    agenda_item = models.CharField(
        _("agenda item"), max_length=300, blank=True, help_text=_("As printed.")
    )
    symbols = models.CharField(
        _("symbols"),
        max_length=200,
        blank=True,
        help_text=_("Of the resolution and its draft, separated by spaces."),
    )
    dialogue = models.ForeignKey(
        Dialogue,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="votes",
        verbose_name=_("dialogue"),
        help_text=_("The debate it belongs to, if a source says so."),
    )
    is_without_vote = models.BooleanField(_("adopted without a vote"), default=False)
    in_favour = models.PositiveSmallIntegerField(_("in favour"), null=True, blank=True)
    against = models.PositiveSmallIntegerField(_("against"), null=True, blank=True)
    abstaining = models.PositiveSmallIntegerField(
        _("abstaining"),
        null=True,
        blank=True,
        help_text=_("Leave a number empty if the source does not print it."),
    )
    editor_note = models.TextField(_("editor's note"), blank=True, help_text=_("Readers see this."))

    objects = VoteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["-held_on", "slug"]
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_without_vote=False)
                | models.Q(in_favour=None, against=None, abstaining=None),
                name="vote_without_a_vote_has_no_counts",
                violation_error_message=_("What was adopted without a vote has no counts."),
            )
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("vote-detail", args=[self.slug])

    def is_public(self):
        return self.dialogue is None or self.dialogue.is_public()

    @property
    def when(self):
        """The date in words, as exactly as it is known."""
        return choices.DatePrecision(self.precision).in_words(self.held_on)

    @property
    def printed_counts(self):
        """{VoteCast: number as printed}, of the counts that the source prints."""
        numbers = (self.in_favour, self.against, self.abstaining)
        casts = (choices.VoteCast.YES, choices.VoteCast.NO, choices.VoteCast.ABSTAIN)
        return {
            cast: number for cast, number in zip(casts, numbers, strict=True) if number is not None
        }


class Ballot(CuratedRecord):
    """How one state voted, according to a roll-call."""

    Cast = choices.VoteCast

    vote = models.ForeignKey(Vote, models.CASCADE, related_name="ballots", verbose_name=_("vote"))
    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="ballots", verbose_name=_("state")
    )
    cast = models.CharField(_("vote cast"), max_length=12, choices=Cast)
    name_as_printed = models.CharField(_("name as printed"), max_length=300, blank=True)

    objects = BallotQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["vote_id", "participant__slug"]
        verbose_name = _("roll-call vote")
        verbose_name_plural = _("roll-call votes")
        constraints = [
            models.UniqueConstraint(
                fields=["vote", "participant"],
                name="ballot_once_per_state",
                violation_error_message=_("The vote of this state is already recorded."),
            )
        ]

    def __str__(self):
        return f"{self.participant_id}: {self.get_cast_display()}"

    def clean(self):
        if self.participant_id and self.participant.kind != Participant.Kind.STATE:
            raise ValidationError({"participant": _("Only member states vote.")})

    def is_public(self):
        return self.vote.is_public()
