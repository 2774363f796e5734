"""What contributors and curators may do."""

from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

APP = "dialogues"
DESK_RECORDS = (
    "participant state group organization name membership person dialogue furtherday webcast "
    "sourcedocument passage participation statement theme themealias reportedfigure editorsnote"
).split()

WRITTEN_RECORDS = "edition change version redirection frozenresult".split()

CONTRIBUTOR = {
    *(f"view_{record}" for record in [*DESK_RECORDS, *WRITTEN_RECORDS]),
    "add_statement",
    "change_statement",
}
CURATOR = CONTRIBUTOR | {
    *(f"{verb}_{record}" for verb in ("add", "change", "delete") for record in DESK_RECORDS),
    "publish_statement",
    "delete_frozenresult",
}
ROLES = {"Contributors": CONTRIBUTOR, "Curators": CURATOR}


def grant_roles(sender, using, **kwargs):
    """Give each role exactly its rights. Runs after every migration, so roles follow the code."""
    create_permissions(sender, verbosity=0, using=using)
    for name, codenames in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(
            Permission.objects.using(using).filter(
                content_type__app_label=APP, codename__in=codenames
            )
        )
