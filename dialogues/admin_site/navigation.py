"""The groups in which the admin's first page and its sidebar list the kinds of record."""

from django.utils.translation import gettext_lazy as _

# Names of models, in the order shown. A model in no group is listed in the last.
GROUPS = (
    (
        _("Work"),
        "Dialogue Statement DocumentImport SourceDocument Finding ErrorReport PendingImport",
    ),
    (
        _("What a source says"),
        "Participation ReportedFigure Person EditorsNote Engagement Vote",
    ),
    (
        _("Participants and themes"),
        "State Group Organization Participant Name Membership Theme",
    ),
    (_("People who sign in"), "User"),
    (_("Written by the site"), "Edition Version Redirection Merging FrozenResult FailedQuery"),
)


def grouped(apps):
    """Django's list of apps, with a group in place of each app; an empty group is left out."""
    models = {model["object_name"]: model for app in apps for model in app["models"]}
    groups = []
    for number, (name, object_names) in enumerate(GROUPS):
        members = [models.pop(key) for key in object_names.split() if key in models]
        groups.append({"name": name, "app_label": f"group-{number}", "models": members})
    groups[-1]["models"] += models.values()
    return [group | _ADDRESS for group in groups if group["models"]]


# Django's templates link a group to the page of its app.
_ADDRESS = {"app_url": "", "has_module_perms": True}
