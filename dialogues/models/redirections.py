"""Addresses that changed or ended, so that no public link ever breaks."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dialogues import choices
from dialogues.querysets.redirections import RedirectionQuerySet


class Redirection(models.Model):
    """An old public address: where it leads now, if anywhere, and why it changed."""

    Why = choices.RedirectionReason

    old = models.CharField(_("old address"), max_length=300, unique=True)
    new = models.TextField(
        _("new address"),
        blank=True,
        help_text=_("After a split, one address per line. Empty if nothing replaced it."),
    )
    why = models.CharField(_("what happened"), max_length=10, choices=Why)
    reason = models.TextField(_("reason"), blank=True)
    made_at = models.DateTimeField(_("changed at"), default=timezone.now)
    label = models.CharField(_("title of the old page"), max_length=600)
    cited_as = models.TextField(_("how it was cited"), blank=True)

    objects = RedirectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        verbose_name = _("redirection")
        verbose_name_plural = _("redirections")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(old=models.F("new")), name="redirection_not_to_itself"
            )
        ]

    def __str__(self):
        return f"{self.old} → {self.new or self.why}"

    @property
    def new_addresses(self):
        """The addresses that replace this one."""
        return self.new.split()

    def citation_at(self, base):
        """The citation of the old page, with its full address on the site at `base`."""
        return self.cited_as.replace(f" {self.old}", f" {base}{self.old}")

    @classmethod
    def add(cls, old, new, **fields):
        """Redirect an old address to `new`, and return the redirection.

        Redirections to the old address follow it. Redirections of `new` are deleted: it is a page.
        """
        cls.objects.filter(old__in=new.split()).delete()
        if new:
            cls.objects.filter(new=old).update(new=new)
        defaults = fields | {"new": new, "made_at": timezone.now()}
        return cls.objects.update_or_create(old=old, defaults=defaults)[0]
