"""Every admin address for every role: what it answers, and that it changes nothing it must not."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.urls import get_resolver

from dialogues.models import (
    EditorsNote,
    ErrorReport,
    FailedQuery,
    Finding,
    FrozenResult,
    ImportProposal,
    Merging,
    Participation,
    PendingImport,
    Redirection,
    Statement,
    open_edition,
)
from tests.conftest import SIGNED_IN_BY, make_user
from tests.imports.review.imported import import_text
from tests.records import (
    make_dialogue,
    make_draft,
    make_engagement,
    make_figure,
    make_group,
    make_membership,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
    make_vote,
)

pytestmark = [pytest.mark.long, pytest.mark.django_db]

ROLES = ("anonymous", "nobody", "Contributors", "Curators", "Editors")
CURATED = set(
    "participant state organization name person dialogue sourcedocument participation statement "
    "reportedfigure editorsnote engagement vote".split()
)
VOCABULARY = {"theme", "group", "membership"}
ENTERED = {
    "Contributors": {"statement"},
    "Curators": CURATED,
    "Editors": CURATED | VOCABULARY,
}
REMOVED = {
    "Contributors": set(),
    "Curators": CURATED | {"frozenresult", "failedquery"},
    "Editors": CURATED | VOCABULARY | {"frozenresult", "failedquery"},
}
# Status codes of the other addresses for a contributor, a curator and an editor.
OTHERS = {
    "dialogues/dialogue/<int:pk>/enter/": (200, 200, 200),
    "dialogues/dialogue/<int:pk>/officials/": (403, 200, 200),
    "dialogues/dialogue/<int:pk>/figures/": (403, 200, 200),
    "dialogues/dialogue/<int:pk>/enter/find/": (405, 405, 405),
    "dialogues/dialogue/<int:pk>/paste/": (403, 200, 200),
    "dialogues/documentimport/": (403, 200, 200),
    "dialogues/documentimport/add/": (403, 200, 200),
    "dialogues/documentimport/<path:object_id>/change/": (403, 200, 200),
    "dialogues/documentimport/<path:object_id>/delete/": (403, 200, 200),
    "dialogues/documentimport/<path:object_id>/history/": (403, 200, 200),
    "dialogues/documentimport/<int:pk>/decide/": (403, 405, 405),
    "dialogues/documentimport/<int:pk>/class/": (403, 405, 405),
    "dialogues/documentimport/<int:pk>/add-accepted/": (403, 200, 200),
    "dialogues/documentimport/<int:pk>/edit/<int:key>/": (403, 200, 200),
    "dialogues/pendingimport/": (200, 200, 200),
    "dialogues/pendingimport/<slug:table>.<slug:extension>": (200, 200, 200),
    "dialogues/pendingimport/<slug:table>/": (403, 200, 200),
    "dialogues/pendingimport/sent/<int:pk>/": (404, 404, 404),
    "dialogues/pendingimport/sent/<int:pk>/save/": (404, 404, 404),
    "dialogues/pendingimport/sent/<int:pk>/refused.csv": (404, 404, 404),
    "auth/user/": (403, 403, 200),
    "auth/user/add/": (403, 403, 200),
    "auth/user/<path:object_id>/change/": (403, 403, 200),
    "auth/user/<path:object_id>/delete/": (403, 403, 403),
    "auth/user/<path:object_id>/history/": (403, 403, 200),
    "auth/user/<id>/password/": (403, 403, 200),
    "activity/": (200, 200, 200),
    "search/": (200, 200, 200),
    "unsaved/": (200, 200, 200),
    "notices/": (200, 200, 200),
    "dialogues/dialogue/<int:pk>/workbench/": (200, 200, 200),
    "dialogues/statement/review/": (403, 200, 200),
    "dialogues/statement/grid/": (403, 200, 200),
    "dialogues/statement/grid/done/": (403, 200, 200),
    "dialogues/statement/grid/undo/": (403, 405, 405),
    "autocomplete/": (403, 403, 403),
    "jsi18n/": (200, 200, 200),
    "second-factor/": (200, 200, 200),
    "password_change/": (200, 200, 200),
    "password_change/done/": (200, 200, 200),
    "": (200, 200, 200),
}
# Records of other apps, which only superusers see.
FOREIGN = ("axes/", "otp_totp/", "otp_static/")
# Open to everybody: tests/mail/ tests them.
OPEN = ("password_reset/", "reset/", "mail/stop/")
LEFT_OUT = (*OPEN, "login/", "logout/", "r/<", "(?P<url>", "^(?P<app_label>")


def patterns(resolver=None, before=""):
    """The pattern of each admin address, without the leading admin/."""
    for pattern in (resolver or get_resolver()).url_patterns:
        whole = before + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from patterns(pattern, whole)
        elif whole.startswith("admin/"):
            yield whole.removeprefix("admin/")


# Lists with actions other than deletion.
WITH_ACTIONS = "statement|finding|errorreport|merging|user"
ADDRESSES = sorted({address for address in patterns() if not address.startswith(LEFT_OUT)})


@pytest.fixture
def records():
    """A record of each kind. Addresses are filled in with the first of its kind."""
    state, group, theme = make_state(), make_group(), make_theme()
    make_state(kind="civil-society")
    make_membership(group, state)
    state.names.create(name="Another", kind="common")
    make_person(), make_source(), make_figure(), make_vote(), make_engagement(), import_text()
    draft, published = make_draft(themes=[theme]), make_statement()
    EditorsNote.objects.create(code="a", kind="names", text="A", dialogue=draft.dialogue)
    Finding.objects.create(check_name="theme", key="x", text="A", dialogue=draft.dialogue)
    ErrorReport.objects.create(wrong="Wrong", dialogue=draft.dialogue)
    FailedQuery.add("a query")
    FrozenResult.objects.create(edition=1, count=0, visitor="x", title="A", key="x")
    Merging.objects.create(kind="themes", before="A", after="B", reason="Same")
    Redirection.add("/themes/old/", "", why="removed", label="Old")
    owner = User.objects.create_user("owner", is_staff=True)
    PendingImport.objects.create(table="names", name="a.csv", content=b"x", by=owner)
    return draft, published


def model_of(address):
    """The model of an admin address; None for addresses without a model."""
    match = re.match(r"(dialogues|auth)/(\w+)/", address)
    return match and apps.get_model(match[1], match[2])


def filled_in(address):
    """An address with the number of an existing record."""
    model = model_of(address)
    first = model and model._default_manager.order_by("pk").first()
    number = str(first.pk) if first else "1"
    if "simple_history" in address or address.endswith("([^/]+)/$"):
        row = first.history.earliest().pk
        return re.sub(
            r"\^\(\[\^/\]\+\)/history/\(\[\^/\]\+\)/\$", f"{number}/history/{row}/", address
        )
    proposal = ImportProposal.objects.order_by("pk").first()
    address = address.replace("<int:key>", str(proposal.pk) if proposal else "1")
    address = address.replace("<slug:table>", "names").replace("<slug:extension>", "csv")
    return re.sub(r"<[^>]+>", number, address)


def expected(address, role):
    """The status code of an address for a role."""
    if role == "anonymous":
        return 302
    if address in ("", "jsi18n/", "second-factor/", "password_change/", "password_change/done/"):
        return 200
    if role == "nobody":
        return 404 if "/sent/" in address else 403
    if address in OTHERS:
        return OTHERS[address][ROLES.index(role) - 2]
    if address.endswith(("/merge/", "/split/")):
        return 200 if role == "Editors" else 403
    name = address.split("/")[1]
    if address.endswith("/add/"):
        return 200 if name in ENTERED[role] else 403
    if address.endswith("/delete/"):
        return 200 if name in REMOVED[role] else 403
    return 200


def signed_in(client, role):
    if role == "nobody":
        client.force_login(User.objects.create_user("nobody", is_staff=True), SIGNED_IN_BY)
    elif role != "anonymous":
        client.force_login(make_user("One", role), SIGNED_IN_BY)
    return client


@pytest.mark.parametrize("role", ROLES)
def test_each_address_opens_for_the_right_roles(client, records, role):
    client = signed_in(client, role)
    wrong = {}
    for address in ADDRESSES:
        if address.startswith(FOREIGN) or address.endswith("<path:object_id>/"):
            continue
        answer = client.get(f"/admin/{filled_in(address)}").status_code
        if answer != expected(address, role):
            wrong[address] = (answer, expected(address, role))

    assert wrong == {}


@pytest.mark.parametrize("role", ["nobody", "Contributors", "Curators", "Editors"])
def test_records_of_other_apps_are_for_superusers(client, records, role):
    client = signed_in(client, role)
    foreign = [filled_in(address) for address in ADDRESSES if address.startswith(FOREIGN)]

    answers = {client.get(f"/admin/{address}").status_code for address in foreign}

    assert answers <= {302, 403, 404}
    assert 403 in answers


def everything_but_drafts():
    """All rows that only curators and editors may change, with the permissions of users."""
    rows = {}
    for model in apps.get_app_config("dialogues").get_models():
        if not model._meta.model_name.startswith("historical"):
            rows[model] = list(model._base_manager.order_by("pk").values())
    rows[Statement] = [row for row in rows[Statement] if row["published_at"]]
    rows[User] = list(User.objects.order_by("pk").values("pk", "is_superuser", "groups"))
    return rows


@pytest.mark.parametrize("role", ["anonymous", "nobody", "Contributors"])
def test_nobody_below_a_curator_changes_public_records_by_any_address(client, records, role):
    client = signed_in(client, role)
    draft, published = records
    before = everything_but_drafts()
    sent = {
        "_publish": "1", "_withdraw": "1", "_save": "1", "save": "1", "do": "1", "post": "yes",
        "status": "published", "published_at": "2026-01-01", "change_reason": "Why",
        "reason": "Why", "name": "Changed", "label": "Changed", "slug": "changed", "text": "Peru",
        "other": "Changed",
        "is_superuser": "on", "is_staff": "on", "groups": ["1", "2", "3"], "summary": "Changed",
        "password1": "a long password", "password2": "a long password",
        "_selected_action": [draft.pk, published.pk, 1],
    }  # fmt: skip
    actions = "publish withdraw send_back delete_selected ignore reopen accept decline undo".split()

    for address in ADDRESSES:
        for action in [*actions, "remove_second_factor"]:
            has_actions = re.fullmatch(rf"\w+/({WITH_ACTIONS})/", address)
            if has_actions or action == "publish":
                client.post(f"/admin/{filled_in(address)}", sent | {"action": action})

    assert everything_but_drafts() == before


def test_a_contributor_enters_nothing_public_on_the_entry_page(client, records):
    signed_in(client, "Contributors")
    dialogue = make_dialogue()
    with open_edition("x"):
        source = make_source()
        source.dialogues.add(dialogue)
    form = {"attribution": "some", "summary": "It said so.", "source": source.pk, "section": "I"}
    form |= {"provenance": "paraphrased-in-summary", "stance": "not-stated", "act": "states"}
    form |= {"language": "en", "status": "published", "_publish": "1", "review": "1"}

    client.post(f"/admin/dialogues/dialogue/{dialogue.pk}/enter/", form)

    assert [statement.status for statement in dialogue.statements.all()] == ["in-review"]
    assert not Participation.objects.filter(dialogue=dialogue).exists()
