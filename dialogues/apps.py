"""The one app: dialogues, statements and states."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class DialoguesConfig(AppConfig):
    """Names the app and gives the roles their rights after each migration."""

    name = "dialogues"
    verbose_name = _("R2P Dialogues")

    def ready(self):
        from dialogues.roles import grant_roles

        post_migrate.connect(grant_roles, sender=self)
