"""Many statements are edited on one page, and the last such edit is undone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from dialogues.models import BulkEdit, Edition, Notice, open_edition
from tests.admin.test_roles import LIST, action
from tests.records import make_draft, make_participation, make_statement, make_theme

pytestmark = pytest.mark.django_db
UNDO = "/admin/dialogues/statement/grid/undo/"


@pytest.fixture
def themes():
    return [make_theme("Prevention"), make_theme("Veto")]


def grid_of(client, *statements):
    """The address of the grid of these statements, as the list's action gives it."""
    return client.post(LIST, action("edit_together", *statements))["Location"]


def save(client, address, reason="Tidied up", **changed):
    """Send the grid as shown, with some cells changed: {reference__column: value}."""
    form = {"reason": reason}
    for row in client.get(address).context["rows"]:
        for field in row:
            form[field.html_name] = "" if field.value() is None else field.value()
    form |= {key.replace("__", "-", 1): value for key, value in changed.items()}
    return client.post(address, form, follow=True)


def values(statement):
    statement.refresh_from_db()
    themes = sorted(theme.label for theme in statement.themes.all())
    return statement.section, statement.stance, themes


def statuses(*statements):
    for statement in statements:
        statement.refresh_from_db()
    return [statement.status for statement in statements]


@pytest.fixture
def contributor_entered(contributor):
    with open_edition("Entered", contributor):
        return make_draft(status="in-review")


@pytest.mark.both
def test_cells_of_several_statements_are_saved_in_one_edition(curator_client, themes):
    first, second, third = make_statement(), make_statement(), make_draft()
    before = Edition.objects.current_number()
    address = grid_of(curator_client, first, second, third)

    page = save(
        curator_client,
        address,
        **{
            f"{first.reference}__theme_names": "Prevention, Veto",
            f"{second.reference}__stance": "supports",
            f"{third.reference}__section": "Opening",
        },
    )

    assert "3 statements changed." in page.content.decode()
    assert values(first)[2] == ["Prevention", "Veto"]
    assert values(second)[1] == "supports"
    assert values(third)[0] == "Opening"
    assert Edition.objects.current_number() == before + 1
    assert Edition.objects.first().reason == "Tidied up"


def test_drafts_are_sent_for_review_and_that_is_undone(curator_client):
    first, second, public = make_draft(), make_draft(), make_statement()
    address = grid_of(curator_client, first, second, public)
    changes = {f"{each.reference}__new_status": "in-review" for each in (first, second)}

    page = save(curator_client, address, **changes, **{f"{public.reference}__new_status": "draft"})

    assert "2 statements changed." in page.content.decode()
    assert statuses(first, second, public) == ["in-review", "in-review", "published"]
    curator_client.post(UNDO, {"edit": BulkEdit.objects.get().pk})
    assert statuses(first, second, public) == ["draft", "draft", "published"]


def test_what_is_sent_back_needs_a_reason_and_its_author_is_notified(
    curator_client, contributor, contributor_entered
):
    statement = contributor_entered
    address = grid_of(curator_client, statement)
    back = {f"{statement.reference}__new_status": "draft"}

    refused = save(curator_client, address, reason="", **back)
    assert refused.context["problem"] == "Say what needs to be corrected."
    assert statuses(statement) == ["in-review"]

    save(curator_client, address, reason="Which page?", **back)
    assert statuses(statement) == ["draft"]
    (notice,) = Notice.objects.filter(user=contributor)
    assert "Which page?" in notice.text


@pytest.mark.both
def test_the_last_edit_is_undone_but_for_what_was_changed_since(curator_client, themes):
    first, second = make_statement(themes=[themes[0]]), make_draft()
    as_before = values(first), values(second)
    address = grid_of(curator_client, first, second)
    changes = {f"{each.reference}__section": "Wrong" for each in (first, second)}
    save(curator_client, address, **changes, **{f"{first.reference}__theme_names": "Veto"})
    assert values(first) == ("Wrong", "not-stated", ["Veto"])
    with open_edition("Meanwhile"):
        second.refresh_from_db()
        second.summary = "Another summary"
        second.save()

    shown = {"edit": BulkEdit.objects.get().pk}
    page = curator_client.post(UNDO, shown, follow=True).content.decode()

    assert values(first) == as_before[0]
    assert values(second)[0] == "Wrong"
    assert "1 statement is as before." in page
    assert "1 statement was changed since, and stays unchanged." in page
    again = curator_client.post(UNDO, shown, follow=True).content.decode()
    assert "There is nothing to undo." in again


def test_nobody_undoes_the_edit_of_another(curator_client, editor, themes):
    first = make_draft()
    address = grid_of(curator_client, first)
    save(curator_client, address, **{f"{first.reference}__section": "New"})
    curator_client.force_login(editor, "django.contrib.auth.backends.ModelBackend")

    curator_client.post(UNDO, {"edit": BulkEdit.objects.get().pk})

    assert values(first)[0] == "New"


def test_a_second_press_does_not_undo_the_edit_before(curator_client):
    statement = make_draft()
    for section in ("First", "Second"):
        address = grid_of(curator_client, statement)
        save(curator_client, address, **{f"{statement.reference}__section": section})
    shown = {"edit": BulkEdit.objects.first().pk}

    curator_client.post(UNDO, shown)
    curator_client.post(UNDO, shown)

    assert values(statement)[0] == "First"


def test_the_number_of_queries_does_not_grow(curator_client, django_assert_num_queries):
    single = grid_of(curator_client, make_draft())
    many = grid_of(curator_client, *[make_draft() for _number in range(8)])
    with CaptureQueriesContext(connection) as queries:
        curator_client.get(single)

    with django_assert_num_queries(len(queries)):
        curator_client.get(many)


def test_a_correction_of_published_statements_needs_a_reason(curator_client):
    statement = make_statement()
    address = grid_of(curator_client, statement)

    page = save(curator_client, address, reason=" ", **{f"{statement.reference}__section": "X"})

    assert "Give a reason for the correction." in page.content.decode()
    assert values(statement)[0] != "X"


def test_a_wrong_cell_saves_nothing_and_keeps_the_input(curator_client, themes):
    first, second = make_draft(), make_draft()
    address = grid_of(curator_client, first, second)
    changes = {f"{first.reference}__theme_names": "Nonsense", f"{second.reference}__section": "X"}

    page = save(curator_client, address, **changes).content.decode()

    assert "No theme is called “Nonsense”" in page
    assert 'value="Nonsense"' in page
    assert values(second)[0] != "X"


@pytest.mark.both
def test_what_somebody_changed_meanwhile_is_not_overwritten(curator_client):
    statement = make_draft()
    address = grid_of(curator_client, statement)
    seen = curator_client.get(address).context["rows"][0]["version"].value()
    statement.section = "Meanwhile"
    statement.save()

    changes = {f"{statement.reference}__version": seen, f"{statement.reference}__section": "X"}
    page = save(curator_client, address, **changes).content.decode()

    assert "Somebody changed it meanwhile." in page
    assert values(statement)[0] == "Meanwhile"


@pytest.mark.parametrize("ids", ["", "x", "0", "1,,2", "9" * 30, "\x00"])
def test_nonsense_shows_an_empty_grid(curator_client, ids):
    answer = curator_client.get(reverse("admin:statement-grid"), {"ids": ids})

    assert answer.status_code in (200, 404)


def test_the_number_of_rows_is_limited(curator_client):
    participation = make_participation()
    drafts = [make_draft(participation=participation) for _number in range(101)]

    page = curator_client.get(grid_of(curator_client, *drafts))

    assert len(page.context["rows"]) == 100
