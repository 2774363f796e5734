"""Results of a filtered list, frozen so that they can be cited."""

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues.references import new_reference


class FrozenResult(models.Model):
    """The statements of a filtered list at one edition. It never changes."""

    # One for each query and edition.
    key = models.CharField(max_length=64, unique=True, editable=False)
    code = models.CharField(_("code"), max_length=7, unique=True, default=new_reference)
    query = models.TextField(_("query"), blank=True, help_text=_("The query string of the list."))
    title = models.TextField(_("title"))
    edition = models.PositiveIntegerField(_("edition"))
    made_at = models.DateTimeField(_("made on"), default=timezone.now)
    count = models.PositiveIntegerField(_("count"))
    digest = models.CharField(_("digest"), max_length=64)
    # "w5qsg9b.1 7tq0c2d.3": the statements in the order of the list, each with its version.
    references = models.TextField(_("statements"), blank=True)
    # Distinguishes the clients of one day. Without the site's secret key it identifies nobody.
    visitor = models.CharField(max_length=64, editable=False)

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("frozen result")
        verbose_name_plural = _("frozen results")
        indexes = [models.Index(fields=["visitor"], name="frozen_result_by_visitor")]

    def __str__(self):
        return self.code

    def get_absolute_url(self):
        return reverse("result-detail", args=[self.code])

    @property
    def versions(self):
        """{reference: version number}, in the order of the list."""
        pairs = (pair.split(".") for pair in self.references.split())
        return {reference: int(number) for reference, number in pairs}
