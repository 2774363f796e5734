"""People named in sources."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues.models.base import CuratedRecord
from dialogues.querysets.people import PersonQuerySet


class Person(CuratedRecord):
    """A person named in a source. The office is on the participation."""

    has_page = True
    is_public_by_others = True

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("Part of permanent links. Do not change it."),
    )
    also_known_as = models.CharField(
        _("also printed as"),
        max_length=300,
        blank=True,
        help_text=_("Other spellings, separated by semicolons."),
    )
    note = models.TextField(_("note"), blank=True, help_text=_("Readers see this."))

    objects = PersonQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("person-detail", args=[self.slug])

    def is_public(self):
        """Whether the person takes part in a published dialogue, or in none at all."""
        return type(self).objects.public().filter(pk=self.pk).exists()

    def affected_statements(self):
        return self.public_statements().filter(participation__person=self.pk)
