"""The curators' desk: one module per kind of record, each screen in the order one works."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialogues.admin import (  # noqa: F401  (registers the screens)
    dialogues,
    editions,
    figures,
    participants,
    people,
    sources,
    statements,
    themes,
)

admin.site.site_header = _("R2P Dialogues: curators' desk")
admin.site.site_title = _("Curators' desk")
admin.site.index_title = _("Records")
