"""The one app: dialogues, statements and states."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class DeskConfig(AdminConfig):
    """Django's admin as the curators' desk."""

    default_site = "dialogues.admin_site.site.CuratorAdminSite"


class DialoguesConfig(AppConfig):
    """Gives the roles their rights after each migration; every edition to the index, and to those
    who freeze what it released; every change to the checks."""

    name = "dialogues"
    verbose_name = _("R2P Dialogues")

    def ready(self):
        from dialogues.index.writer import catch_up_after_commit
        from dialogues.models.editions import edition_made, records_changed
        from dialogues.publishing.versions import freeze_changed, freeze_unfrozen
        from dialogues.publishing.workflow import create_missing_redirects
        from dialogues.quality.runner import check_after_commit
        from dialogues.roles import grant_roles

        post_migrate.connect(grant_roles, sender=self)
        post_migrate.connect(freeze_unfrozen, sender=self)
        post_migrate.connect(create_missing_redirects, sender=self)
        edition_made.connect(freeze_changed)
        records_changed.connect(check_after_commit)
        post_save.connect(catch_up_after_commit, sender="dialogues.Edition")
