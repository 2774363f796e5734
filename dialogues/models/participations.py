"""Participation in dialogues: who took part, in what capacity, and for whom."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.dialogues import Dialogue
from dialogues.models.editions import Change
from dialogues.models.locators import Located
from dialogues.models.participants import Participant
from dialogues.models.people import Person
from dialogues.models.slugs import slug_of
from dialogues.querysets.participations import ParticipationQuerySet
from dialogues.text.names import name_key


class Participation(Located, CuratedRecord):
    """One participant, person or office in one dialogue, in one capacity.

    A represented participant has a participation of its own, with the status "represented" and the
    speaker's participation in `represented_by`.
    """

    Capacity = choices.Capacity
    Status = choices.ParticipationStatus

    # The speaker, capacity and group are part of a statement, so a change corrects it.
    change_kind = Change.Kind.CORRECTED

    dialogue = models.ForeignKey(
        Dialogue, models.PROTECT, related_name="participations", verbose_name=_("dialogue")
    )
    key = models.SlugField(max_length=250, editable=False)
    participant = models.ForeignKey(
        Participant,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("participant"),
        help_text=_("State, group or organization. Leave empty for a person who represents none."),
    )
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("person"),
        help_text=_("Only if the source names a person."),
    )
    office = models.CharField(
        _("office"), max_length=300, blank=True, help_text=_("As printed in the source.")
    )
    capacity = models.CharField(
        _("capacity"), max_length=16, choices=Capacity, default=Capacity.NATIONAL
    )
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.SPOKE)
    on_behalf_of = models.ForeignKey(
        Participant,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations_for_it",
        verbose_name=_("on behalf of"),
        help_text=_("The group that is represented."),
    )
    on_behalf_of_as_printed = models.CharField(
        _("on behalf of, as printed"), max_length=300, blank=True
    )
    represented_by = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="represents",
        verbose_name=_("represented by"),
        help_text=_("The participation that speaks for it."),
    )
    name_as_printed = models.CharField(_("name as printed"), max_length=300, blank=True)
    group_as_printed = models.CharField(_("regional group as printed"), max_length=100, blank=True)
    printed_group = models.ForeignKey(
        Participant,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations_printed_under_it",
        verbose_name=_("printed under regional group"),
    )
    spoke_on = models.DateField(
        _("spoke on"),
        null=True,
        blank=True,
        help_text=_("The day, if the dialogue has several and a source gives it."),
    )
    position = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("In the list of the source.")
    )
    editor_note = models.TextField(_("editor's note"), blank=True, help_text=_("Readers see this."))

    objects = ParticipationQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["dialogue_id", "position", "pk"]
        verbose_name = _("participation")
        verbose_name_plural = _("participations")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(participant__isnull=False)
                | models.Q(person__isnull=False)
                | ~models.Q(office=""),
                name="participation_says_who",
                violation_error_message=_("Give a participant, a person or an office."),
            ),
            models.CheckConstraint(
                condition=~models.Q(capacity=choices.Capacity.ON_BEHALF)
                | models.Q(on_behalf_of__isnull=False)
                | ~models.Q(on_behalf_of_as_printed=""),
                name="participation_on_behalf_says_of_whom",
                violation_error_message=_("Say on whose behalf: a group, or the words as printed."),
            ),
            models.CheckConstraint(
                condition=models.Q(capacity=choices.Capacity.ON_BEHALF)
                | models.Q(status=choices.ParticipationStatus.DISSOCIATED)
                | models.Q(on_behalf_of=None),
                name="participation_group_only_if_on_behalf",
                violation_error_message=_(
                    "Give a group only with the capacity “on behalf of others”."
                ),
            ),
            models.CheckConstraint(
                condition=~models.Q(status=choices.ParticipationStatus.DISSOCIATED)
                | models.Q(on_behalf_of__isnull=False)
                | ~models.Q(on_behalf_of_as_printed=""),
                name="participation_dissociated_says_of_whom",
                violation_error_message=_(
                    "Say whose statement it is: a group, or the words as printed."
                ),
            ),
            models.CheckConstraint(
                condition=models.Q(status=choices.ParticipationStatus.REPRESENTED)
                ^ models.Q(represented_by=None),
                name="participation_represented_says_by_whom",
                violation_error_message=_(
                    "The status “represented by another” and “represented by” go together."
                ),
            ),
            models.UniqueConstraint(
                fields=["dialogue", "key"], name="participation_key_once_per_dialogue"
            ),
            models.UniqueConstraint(
                "dialogue",
                "participant",
                "capacity",
                Coalesce("on_behalf_of", 0),
                Coalesce("represented_by", 0),
                "on_behalf_of_as_printed",
                name="participation_once_per_capacity_and_group",
            ),
            models.UniqueConstraint(
                fields=["dialogue", "person", "capacity"],
                condition=models.Q(participant=None),
                name="participation_person_once_per_capacity",
            ),
            models.UniqueConstraint(
                fields=["dialogue", "office", "capacity"],
                condition=models.Q(participant=None, person=None),
                name="participation_office_once_per_capacity",
            ),
        ]

    def __str__(self):
        return f"{self.name_as_printed or self.office or self.key} ({self.dialogue.slug})"

    def get_absolute_url(self):
        return f"{self.dialogue.get_absolute_url()}#participation"

    def clean(self):
        """Report broken constraints in words, also on forms that show only some of the fields."""
        needs_group = self.is_joint or self.status == self.Status.DISSOCIATED
        if needs_group and not self.on_behalf_of_name:
            message = _("Say on whose behalf: a group, or the words as printed.")
            raise ValidationError({"on_behalf_of": message})
        if (self.status == self.Status.REPRESENTED) != bool(self.represented_by_id):
            message = _("The status “represented by another” and “represented by” go together.")
            raise ValidationError({"status": message})
        self.check_takes_part(self.participant)
        if self.represented_by and self.represented_by.dialogue_id != self.dialogue_id:
            message = _("The participation that speaks for it belongs to another dialogue.")
            raise ValidationError({"represented_by": message})
        if self.pk and self.statements.exclude(dialogue=self.dialogue_id).exists():
            message = _("It cannot move to another dialogue: it has statements in this one.")
            raise ValidationError({"dialogue": message})
        if self.dialogue_id and self.duplicates().exists():
            raise ValidationError(
                _("This participation is already recorded, in the same capacity.")
            )

    @staticmethod
    def check_takes_part(participant):
        """Raise ValidationError for a UN regional group: a state speaks on its behalf."""
        if participant and participant.is_regional_group:
            message = _("%s is a regional group: choose who spoke for it.")
            raise ValidationError(message % participant)

    def duplicates(self):
        """A queryset of other rows of the dialogue with the same speaker and capacity."""
        columns = ["participant_id", "capacity", "on_behalf_of_id", "represented_by_id"]
        if not self.participant_id:
            columns += ["person_id", "office"]
        values = {name: getattr(self, name) for name in columns}
        return Participation.objects.filter(
            dialogue=self.dialogue_id,
            on_behalf_of_as_printed=self.on_behalf_of_as_printed,
            **values,
        ).exclude(pk=self.pk)

    def duplicate_key(self):
        return self.key or self.new_key()

    def fill_derived_fields(self):
        self.key = self.key or self.new_key()

    def new_key(self):
        """The key in the collection's files, which never changes: latvia-for-baltic-three."""
        speaker = self.speaker.slug if self.speaker else slug_of(self.office)
        if self.represented_by:
            return f"{speaker}-through-{self.represented_by.key}"[:250]
        if self.is_joint:
            group = self.on_behalf_of.slug if self.on_behalf_of else self.on_behalf_of_as_printed
            return f"{speaker}-for-{slug_of(group)}"
        if self.capacity in (self.Capacity.NATIONAL, self.Capacity.OWN_NAME):
            return speaker
        return f"{speaker}-{self.capacity}"

    def is_public(self):
        return self.dialogue.is_public()

    def affected_statements(self):
        is_speaker = models.Q(participation=self.pk)
        is_represented = models.Q(participation__represents=self.pk)
        return self.public_statements().filter(is_speaker | is_represented).distinct()

    @property
    def speaker(self):
        """The participant, or else the person; None for an unnamed holder of an office."""
        return self.participant or self.person

    @property
    def speaker_name(self):
        """The speaker's name today; the office if the speaker is not named."""
        return str(self.speaker or self.office)

    @property
    def is_joint(self):
        return self.capacity == self.Capacity.ON_BEHALF

    @property
    def has_own_role(self):
        """Whether it had a role of its own: chair or panellist, not delegation or guest."""
        return self.capacity not in choices.FLOOR_CAPACITIES

    @property
    def on_behalf_of_name(self):
        """The name of the group it speaks for; empty if it speaks for itself."""
        return str(self.on_behalf_of or self.on_behalf_of_as_printed)

    def is_on_behalf_of(self, group, name):
        """Whether it speaks for a group: the participant, if it is known, or one of this name."""
        if group and self.on_behalf_of_id == group.pk:
            return True
        return bool(name) and name_key(self.on_behalf_of_name) == name_key(name)
