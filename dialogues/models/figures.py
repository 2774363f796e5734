"""Numbers that sources print."""

from math import floor

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues import choices
from dialogues.models.base import CuratedRecord
from dialogues.models.dialogues import Dialogue
from dialogues.models.locators import Located
from dialogues.models.participants import Participant
from dialogues.models.themes import Theme
from dialogues.querysets.figures import ReportedFigureQuerySet


class ReportedFigure(Located, CuratedRecord):
    """A number that a source prints. It is never recomputed. A count never becomes names."""

    Qualifier = choices.FigureQualifier
    Measure = choices.FigureMeasure

    key = models.SlugField(
        _("key"),
        max_length=120,
        unique=True,
        help_text=_("Identifies the figure in the collection's files."),
    )
    dialogue = models.ForeignKey(
        Dialogue,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("dialogue"),
    )
    measure = models.CharField(_("what is counted"), max_length=24, choices=Measure)
    theme = models.ForeignKey(
        Theme,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("theme"),
    )
    group = models.ForeignKey(
        Participant,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="figures",
        verbose_name=_("group"),
        help_text=_("The group whose members are counted."),
    )
    counted_on = models.DateField(
        _("as of"), null=True, blank=True, help_text=_("Only if it belongs to no dialogue.")
    )
    value = models.DecimalField(_("value"), max_digits=10, decimal_places=1)
    qualifier = models.CharField(
        _("qualifier"), max_length=10, choices=Qualifier, default=Qualifier.EXACT
    )
    unit = models.CharField(
        _("unit"), max_length=100, help_text=_("As printed, for example countries.")
    )
    as_printed = models.TextField(
        _("as printed"),
        blank=True,
        help_text=_("The words of the source. Leave empty if we know only the number."),
    )
    named = models.ManyToManyField(
        Participant,
        blank=True,
        related_name="named_in_figures",
        verbose_name=_("states and groups the source names"),
    )
    names_are_all = models.BooleanField(
        _("the names are complete"),
        default=False,
        help_text=_("There are as many names as the value says."),
    )
    position = models.PositiveIntegerField(_("order"), default=0)
    editor_note = models.TextField(_("editor's note"), blank=True, help_text=_("Readers see this."))

    objects = ReportedFigureQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[named])

    class Meta:
        ordering = ["position", "key"]
        verbose_name = _("reported figure")
        verbose_name_plural = _("reported figures")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value__gte=0),
                name="figure_is_not_negative",
                violation_error_message=_("The value cannot be negative."),
            ),
            models.CheckConstraint(
                condition=~models.Q(
                    measure__in=[choices.FigureMeasure.GROUP_SIZE, choices.FigureMeasure.MEMBERS]
                )
                | models.Q(group__isnull=False),
                name="figure_of_a_group_names_it",
                violation_error_message=_("Give the group whose members are counted."),
            ),
        ]

    def __str__(self):
        return self.key

    def get_absolute_url(self):
        owner = self.dialogue or self.source
        return f"{owner.get_absolute_url()}#figures"

    def is_public(self):
        return self.dialogue is None or self.dialogue.is_public()

    @property
    def day(self):
        """The day that the number is about; None for a year without a dialogue."""
        return self.counted_on or (self.dialogue.held_on if self.dialogue else None)

    def is_contradicted_by(self, number):
        """Whether this recorded number rules out what the source says."""
        return self.qualifier != self.Qualifier.ABOUT and self.difference_from(number) != 0

    def difference_from(self, number):
        """How many more are recorded than printed. Negative if fewer."""
        difference = number - self.amount
        if self.qualifier == self.Qualifier.AT_LEAST:
            return min(difference, 0)
        if self.qualifier == self.Qualifier.OVER:
            return min(number - floor(self.amount) - 1, 0)
        return difference

    @property
    def unit_kind(self):
        """What the unit counts: "organizations", "states" or ""."""
        unit = self.unit.lower()
        if "organi" in unit:
            return "organizations"
        return "states" if "state" in unit or "countr" in unit else ""

    @property
    def is_group_size(self):
        """Whether it says how many members a group has, and not what some of them did."""
        return self.measure == self.Measure.GROUP_SIZE

    @property
    def display_value(self):
        """The number with its qualifier: “73”, “at least 56”."""
        if self.qualifier == self.Qualifier.EXACT:
            return str(self.amount)
        return f"{self.get_qualifier_display()} {self.amount}"

    @property
    def amount(self):
        """The value without a needless decimal: 73, not 73.0."""
        return int(self.value) if self.value == int(self.value) else self.value
