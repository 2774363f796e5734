"""Memberships in groups, with their dates."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.participants import Participant
from dialogues.models.sources import SourceDocument
from dialogues.querysets.participants import MembershipQuerySet


class Membership(CuratedRecord):
    """A participant's membership in a group, with the dates that sources give."""

    Role = choices.MembershipRole

    group = models.ForeignKey(
        Participant, models.PROTECT, related_name="memberships_of_it", verbose_name=_("group")
    )
    member = models.ForeignKey(
        Participant, models.PROTECT, related_name="memberships", verbose_name=_("member")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role, default=Role.MEMBER)
    since = models.DateField(
        _("since"),
        null=True,
        blank=True,
        help_text=_("Leave empty if it began before the first dialogue."),
    )
    until = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The last day. Leave empty if it is still a member."),
    )
    dates_in_words = models.CharField(
        _("dates in words"),
        max_length=200,
        blank=True,
        help_text=_("Shown instead of the dates, if they are not known to the day."),
    )
    is_minimum = models.BooleanField(
        _("at least in this period"),
        default=False,
        help_text=_(
            "Sources show that it was a member in this period, and nothing about before or after."
        ),
    )
    note = models.CharField(_("note"), max_length=300, blank=True)
    source_note = models.CharField(_("source of the dates"), max_length=300, blank=True)
    source = models.ForeignKey(
        SourceDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("source"),
        help_text=_("The document that names the member, if it is recorded here."),
    )

    objects = MembershipQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["group__slug", "member__slug", "since"]
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(since=None)
                | models.Q(until=None)
                | models.Q(since__lte=models.F("until")),
                name="membership_ends_after_it_begins",
                violation_error_message=_("The end is before the beginning."),
            ),
            models.CheckConstraint(
                condition=~models.Q(group=models.F("member")),
                name="membership_not_of_itself",
                violation_error_message=_("A group cannot be a member of itself."),
            ),
            models.CheckConstraint(
                condition=models.Q(is_minimum=False)
                | models.Q(since__isnull=False, until__isnull=False),
                name="membership_minimum_has_both_dates",
                violation_error_message=_("For “at least in this period”, give both dates."),
            ),
            models.UniqueConstraint(
                fields=["group", "member", "since", "role"],
                name="membership_once_per_beginning",
                violation_error_message=_("This membership is already recorded."),
            ),
            models.UniqueConstraint(
                fields=["group", "member", "role"],
                condition=models.Q(since=None),
                name="membership_once_with_open_beginning",
                violation_error_message=_("This membership is already recorded."),
            ),
        ]

    def __str__(self):
        return f"{self.member} in {self.group}"

    def get_absolute_url(self):
        return self.group.get_absolute_url()

    def clean(self):
        if self.group_id and self.group_id == self.member_id:
            raise ValidationError({"member": _("A group cannot be a member of itself.")})

    def duplicate_key(self):
        return self.group_id, self.member_id, self.since, self.role

    def duplicates(self):
        """A queryset of other memberships with the same group, member, role and first day."""
        others = Membership.objects.exclude(pk=self.pk)
        return others.filter(group=self.group, member=self.member, since=self.since, role=self.role)

    def affected_statements(self):
        return self.member.affected_statements()
