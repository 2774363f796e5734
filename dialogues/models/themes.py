"""Themes: the subjects of statements."""

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import ProtectedError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from dialogues.models.base import CuratedRecord
from dialogues.models.languages import is_language_tag
from dialogues.models.participants import Participant
from dialogues.querysets.themes import MAX_LEVELS, ThemeQuerySet, lineage
from dialogues.text.names import name_key


class Theme(CuratedRecord):
    """One subject in a tree. A filter on a theme includes its sub-themes."""

    has_page = True
    parts = ("aliases",)

    label = models.CharField(_("label"), max_length=120)
    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("Part of permanent links. Do not change it."),
    )
    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("part of"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    scope_note = models.TextField(
        _("scope note"), blank=True, help_text=_("What belongs to this theme, and what does not.")
    )
    initiators = models.ManyToManyField(
        Participant,
        blank=True,
        related_name="initiatives",
        verbose_name=_("initiative of"),
        help_text=_("States or groups that began the initiative. It is not a statement of theirs."),
    )

    objects = ThemeQuerySet.as_manager()
    history = HistoricalRecords(m2m_fields=[initiators])

    class Meta:
        ordering = ["position", "slug"]
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(parent=None) | ~models.Q(parent=models.F("id")),
                name="theme_not_part_of_itself",
            )
        ]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        return reverse("theme-detail", args=[self.slug])

    def clean(self):
        """Check that the tree has no loop and at most MAX_LEVELS levels."""
        tree = Theme.objects.order_by("pk")
        if connection.in_atomic_block:
            # Two editors who move themes at the same time could make a loop together.
            tree = tree.select_for_update(no_key=True)
        parents = dict(tree.values_list("pk", "parent"))
        parents[self.pk] = self.parent_id
        has_loop = self.pk in lineage(self.parent_id, parents)
        if has_loop or max(len(lineage(pk, parents)) for pk in parents) > MAX_LEVELS:
            message = _("A theme cannot be part of itself, and there are at most %(n)s levels.")
            raise ValidationError({"parent": ValidationError(message, params={"n": MAX_LEVELS})})

    def delete(self, *args, **kwargs):
        """Delete the theme. Raises ProtectedError if it has statements."""
        if statements := set(self.statements.all()):
            raise ProtectedError(_("The theme has statements."), statements)
        return super().delete(*args, **kwargs)

    def affected_statements(self):
        return self.public_statements().within_themes([self.slug])


class ThemeAlias(CuratedRecord):
    """Another label of a theme."""

    theme = models.ForeignKey(
        Theme, models.CASCADE, related_name="aliases", verbose_name=_("theme")
    )
    alias = models.CharField(_("alias"), max_length=200)
    language = models.CharField(
        _("language"), max_length=10, default="en", validators=[is_language_tag]
    )
    key = models.CharField(max_length=400, unique=True, editable=False)

    history = HistoricalRecords()

    class Meta:
        ordering = ["theme_id", "key"]
        verbose_name = _("theme alias")
        verbose_name_plural = _("theme aliases")

    def __str__(self):
        return self.alias

    def clean(self):
        others = ThemeAlias.objects.filter(key=name_key(self.alias)).exclude(pk=self.pk)
        if other := others.select_related("theme").first():
            message = _("“%(alias)s” already leads to %(theme)s.")
            params = {"alias": self.alias, "theme": other.theme}
            raise ValidationError({"alias": ValidationError(message, params=params)})

    def duplicate_key(self):
        return name_key(self.alias)

    def fill_derived_fields(self):
        self.key = name_key(self.alias)

    def affected_statements(self):
        return self.theme.affected_statements()
