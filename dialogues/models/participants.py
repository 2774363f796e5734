"""States, groups and organizations: all that can take the floor or be represented."""

from functools import lru_cache

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import signals
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.slugs import free_slug
from dialogues.querysets.participants import ParticipantQuerySet
from dialogues.text.names import name_key


@lru_cache(maxsize=1_000)
def _address(page, slug):
    """The address of a participant's page. Cached, because some pages link hundreds many times."""
    return reverse(page, args=[slug])


class Participant(CuratedRecord):
    """A state, observer, group, organization, UN entity or civil society organization."""

    Kind = choices.ParticipantKind
    GroupKind = choices.GroupKind

    STATE_KINDS = choices.STATE_KINDS
    ORGANIZATION_KINDS = choices.ORGANIZATION_KINDS

    has_page = True
    parts = ("names", "memberships")

    kind = models.CharField(_("kind"), max_length=24, choices=Kind)
    name = models.CharField(
        _("name"),
        max_length=200,
        help_text=_("Today's name. For a state, the name that the United Nations uses."),
    )
    short_name = models.CharField(
        _("short name"),
        max_length=100,
        blank=True,
        help_text=_("In common use, for example Iran or Bolivia."),
    )
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("Part of permanent links. Do not change it, even if the name changes."),
    )
    key = models.CharField(max_length=400, unique=True, editable=False)
    iso2 = models.CharField(_("ISO 3166 code, two letters"), max_length=2, blank=True)
    iso3 = models.CharField(_("ISO 3166 code, three letters"), max_length=3, blank=True)
    m49 = models.CharField(_("UN M49 code"), max_length=3, blank=True)
    member_since = models.PositiveSmallIntegerField(
        _("UN member since"), null=True, blank=True, help_text=_("Year of joining.")
    )
    group_kind = models.CharField(_("kind of group"), max_length=16, choices=GroupKind, blank=True)
    note = models.TextField(
        _("note"), blank=True, help_text=_("Readers see this. Name your source.")
    )
    source_note = models.TextField(
        _("sources of these facts"), blank=True, help_text=_("Readers see this.")
    )

    objects = ParticipantQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        permissions = [("merge_records", _("Can merge and split records"))]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind=choices.ParticipantKind.GROUP) ^ models.Q(group_kind=""),
                name="participant_groups_have_a_group_kind",
                violation_error_message=_(
                    "Give the kind of group for a group, and for nothing else."
                ),
            ),
            models.UniqueConstraint(
                fields=["iso3"],
                condition=~models.Q(iso3=""),
                name="participant_iso3_belongs_to_one",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def names_in_english(self):
        """Its other names in English; prefetch `names`."""
        return [name for name in self.names.all() if name.language == "en"]

    @property
    def names_in_other_languages(self):
        """Its names in other languages, by language; prefetch `names`."""
        names = (name for name in self.names.all() if name.language != "en")
        return sorted(names, key=lambda name: (str(name.language_name), name.key))

    @property
    def is_regional_group(self):
        """Whether it is one of the five UN regional groups."""
        return self.group_kind == self.GroupKind.REGIONAL

    def get_absolute_url(self):
        if self.kind in self.STATE_KINDS:
            return _address("state-detail", self.slug)
        if self.kind == self.Kind.GROUP:
            return _address("group-detail", self.slug)
        return _address("organization-detail", self.slug)

    def clean(self):
        """Check that the name leads to this participant only, so that it can be looked up."""
        self.check_name_is_free("name", self.name, self.pk)

    @staticmethod
    def check_name_is_free(field, name, pk):
        """Raise ValidationError if a name belongs to a participant with another key."""
        if other := Participant.objects.by_name(name).exclude(pk=pk).first():
            message = _("“%(name)s” already leads to %(other)s.")
            params = {"name": name, "other": other}
            raise ValidationError({field: ValidationError(message, params=params)})

    def fill_derived_fields(self):
        self.slug = self.slug or free_slug(Participant, self.name)
        self.key = name_key(self.name)

    def affected_statements(self):
        return self.public_statements().showing_participant(self.pk)


class State(Participant):
    """A member state or an observer."""

    objects = ParticipantQuerySet.manager_for(Participant.STATE_KINDS)

    class Meta:
        proxy = True
        ordering = ["slug"]
        verbose_name = _("state")
        verbose_name_plural = _("states")


class Group(Participant):
    """States that speak together or are counted together: regional groups, coalitions, networks."""

    objects = ParticipantQuerySet.manager_for([Participant.Kind.GROUP])

    class Meta:
        proxy = True
        ordering = ["slug"]
        verbose_name = _("group")
        verbose_name_plural = _("groups")


class Organization(Participant):
    """A regional organization, UN entity or civil society organization."""

    objects = ParticipantQuerySet.manager_for(Participant.ORGANIZATION_KINDS)

    class Meta:
        proxy = True
        ordering = ["slug"]
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")


def _as_participant(signal):
    """A receiver that sends the signal of a proxy model again, with Participant as its sender."""

    def forward(sender, instance, **kwargs):
        kwargs.pop("signal")
        signal.send(sender=Participant, instance=instance, **kwargs)

    return forward


# History listens to Participant, but Django sends the proxy model as the sender.
for _proxy in (State, Group, Organization):
    for _signal in (signals.post_save, signals.pre_delete, signals.post_delete):
        _signal.connect(_as_participant(_signal), sender=_proxy, weak=False)
    _proxy._meta.simple_history_manager_attribute = "history"
