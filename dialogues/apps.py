"""The one app: dialogues, statements and states."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class DialoguesConfig(AppConfig):
    """Gives the roles their rights after each migration, and the index every edition."""

    name = "dialogues"
    verbose_name = _("R2P Dialogues")

    def ready(self):
        from dialogues.roles import grant_roles
        from dialogues.search.writer import catch_up_after_commit

        post_migrate.connect(grant_roles, sender=self)
        post_save.connect(catch_up_after_commit, sender="dialogues.Edition")
