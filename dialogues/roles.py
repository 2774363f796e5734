"""What contributors, curators and editors may do."""

from django.apps import apps
from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission

APPS = ("dialogues", "auth")
# What a curator enters and corrects.
CURATED = (
    "participant state organization name person dialogue furtherday webcast sourcedocument passage "
    "participation statement reportedfigure editorsnote"
).split()
# What many records hang on: the vocabulary of the collection.
VOCABULARY = "theme themealias group membership".split()
# What the program writes.
WRITTEN = "edition change version redirection frozenresult finding errorreport merging".split()


def _verbs(verbs, records):
    return {f"{verb}_{record}" for verb in verbs.split() for record in records}


CONTRIBUTOR = _verbs("view", [*CURATED, *VOCABULARY, *WRITTEN]) | _verbs(
    "add change", ["statement"]
)
CURATOR = CONTRIBUTOR | _verbs("add change delete", CURATED)
CURATOR |= {"publish_statement", "delete_frozenresult", "change_finding"}
CURATOR |= {"change_errorreport"}
EDITOR = CURATOR | _verbs("add change delete", VOCABULARY) | _verbs("view add change", ["user"])
EDITOR |= {"merge_records"}
ROLES = {"Contributors": CONTRIBUTOR, "Curators": CURATOR, "Editors": EDITOR}


def grant_roles(using):
    """Give each role exactly its rights. Runs after every migration, so roles follow the code."""
    for app in APPS:
        create_permissions(apps.get_app_config(app), verbosity=0, using=using)
    known = Permission.objects.using(using).filter(content_type__app_label__in=APPS)
    # Django has a Group too, and no role may change those.
    known = known.exclude(content_type__app_label="auth", content_type__model="group")
    for name, codenames in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(known.filter(codename__in=codenames))


def is_missing_second_factor(user):
    """Whether the operator asks for a second factor that somebody signed in has not shown."""
    return settings.SECOND_FACTOR and user.is_staff and not user.is_verified()
