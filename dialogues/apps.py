"""The one app: dialogues, statements and states."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class CuratorAdminConfig(AdminConfig):
    """Django's admin, with the sign-in and the first page that curators get."""

    default_site = "dialogues.admin_site.site.CuratorAdminSite"


class DialoguesConfig(AppConfig):
    """The app; receivers.py says what follows each change and each migration."""

    name = "dialogues"
    verbose_name = _("R2P Dialogues")

    def ready(self):
        from dialogues import receivers

        receivers.connect(self)
