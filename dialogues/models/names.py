"""Other names of participants."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.languages import UN_LANGUAGES, is_language_tag
from dialogues.models.participants import Participant
from dialogues.text.names import name_key

partial_date = RegexValidator(
    r"^\d{4}(-\d{2}(-\d{2})?)?$", _("Write a year, a month or a day: 2019, 2019-02 or 2019-02-12.")
)


class Name(CuratedRecord):
    """Another name of a participant: an alias, a former name or a misprint."""

    Kind = choices.NameKind

    participant = models.ForeignKey(
        Participant, models.CASCADE, related_name="names", verbose_name=_("participant")
    )
    name = models.CharField(_("name"), max_length=200)
    key = models.CharField(max_length=400, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=Kind)
    language = models.CharField(
        _("language"), max_length=10, default="en", validators=[is_language_tag]
    )
    since = models.CharField(
        _("used since"),
        max_length=10,
        blank=True,
        validators=[partial_date],
        help_text=_("As exactly as known: 2019, 2019-02 or 2019-02-12."),
    )
    until = models.CharField(_("used until"), max_length=10, blank=True, validators=[partial_date])
    note = models.CharField(
        _("note"), max_length=300, blank=True, help_text=_("Where it is used, or why it changed.")
    )

    history = HistoricalRecords()

    class Meta:
        ordering = ["participant__slug", "key"]
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(since="")
                | models.Q(until="")
                | models.Q(since__lte=models.F("until")),
                name="name_ends_after_it_begins",
                violation_error_message=_("The end is before the beginning."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def language_name(self):
        return UN_LANGUAGES.get(self.language, self.language)

    def get_absolute_url(self):
        return self.participant.get_absolute_url()

    def clean(self):
        Participant.check_name_is_free("name", self.name, self.participant_id)
        if Name.objects.filter(key=name_key(self.name)).exclude(pk=self.pk).exists():
            raise ValidationError(
                {"name": _("This name is already recorded, perhaps in another spelling.")}
            )

    def duplicate_key(self):
        return name_key(self.name)

    def fill_derived_fields(self):
        self.key = name_key(self.name)

    def affected_statements(self):
        return self.participant.affected_statements()
