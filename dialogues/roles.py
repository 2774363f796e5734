"""The permissions of contributors, curators and editors."""

from django.apps import apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

APPS = ("dialogues", "auth")
# Models that a curator adds, changes and deletes.
CURATED_MODELS = (
    "participant state organization name person dialogue furtherday webcast sourcedocument passage "
    "sourceparagraph participation statement reportedfigure editorsnote engagement vote ballot"
).split()
# Models that many records depend on.
VOCABULARY_MODELS = "theme themealias group membership".split()
# Models that only the program writes.
SYSTEM_MODELS = (
    "edition change version redirection frozenresult finding errorreport merging failedquery"
).split()


def _codenames(verbs, models):
    """The codenames of Django's permissions: “add_statement”."""
    return {f"{verb}_{model}" for verb in verbs.split() for model in models}


CONTRIBUTOR = _codenames("view", [*CURATED_MODELS, *VOCABULARY_MODELS, *SYSTEM_MODELS])
CONTRIBUTOR |= _codenames("add change", ["statement"])
CURATOR = CONTRIBUTOR | _codenames("add change delete", CURATED_MODELS)
CURATOR |= {"publish_statement", "delete_frozenresult", "delete_failedquery", "change_finding"}
CURATOR |= {"change_errorreport"} | _codenames("view add change delete", ["documentimport"])
EDITOR = CURATOR | _codenames("add change delete", VOCABULARY_MODELS)
EDITOR |= _codenames("view add change", ["user"]) | {"merge_records"}
ROLES = {"Contributors": CONTRIBUTOR, "Curators": CURATOR, "Editors": EDITOR}


def grant_roles(using):
    """Give each role exactly its permissions. Runs after every migration."""
    for app in APPS:
        create_permissions(apps.get_app_config(app), verbosity=0, using=using)
    permissions = Permission.objects.using(using).filter(content_type__app_label__in=APPS)
    # Django has a model Group too. No role may change it.
    permissions = permissions.exclude(content_type__app_label="auth", content_type__model="group")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(permissions.filter(codename__in=codenames))


def is_missing_second_factor(user):
    """Whether the site requires a second factor that this staff user has not used yet."""
    return settings.SECOND_FACTOR and user.is_staff and not user.is_verified()
