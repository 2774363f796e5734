"""Groups: how many members are known, and what sources count."""

import re
from datetime import date

import pytest

from tests.records import make_dialogue, make_figure, make_group, make_membership, make_state
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

DAY = date(2021, 5, 17)


def cell(client, group):
    """The number of members in the list of groups."""
    row = re.search(
        rf'data-group="{group.slug}".*?class="number"[^>]*>(.*?)</td>',
        client.get("/groups/").content.decode(),
        re.DOTALL,
    )
    return " ".join(row[1].split())


@pytest.mark.parametrize(
    ("roles", "shown"),
    [
        ([], "not recorded"),
        (["member", "member"], "2"),
        (["member", "co-chair", "observer"], "2 + 1 observer"),
        (["member", "observer", "observer", "takes-part"], "1 + 2 observers"),
    ],
)
def test_observers_are_counted_apart(client, roles, shown):
    group = make_group()
    for role in roles:
        make_membership(group, make_state(), role=role)

    assert cell(client, group) == shown


def test_members_named_on_a_day_are_not_members_today(client):
    group = make_group(group_kind="cross-regional")
    for _ in range(2):
        make_membership(group, make_state(), since=DAY, until=DAY, is_minimum=True)

    assert cell(client, group) == "2 named by sources"


def test_only_a_size_is_called_a_size(client):
    group, dialogue = make_group(), make_dialogue()
    make_figure(dialogue=dialogue, group=group, measure="group-size", value=50, unit="members")
    make_figure(
        dialogue=dialogue, group=group, measure="members-speaking", value=40, unit="that spoke"
    )

    text = text_of(client.get(group.get_absolute_url()))

    sizes, _heading, others = text.partition("Members that did something, in numbers")
    assert re.findall(r"<strong>(\d+)</strong>", sizes) == ["50"]
    assert re.findall(r"<strong>(\d+)</strong>", others) == ["40"]


def test_a_co_chair_may_be_a_member_on_the_same_day(client):
    group, state = make_group(), make_state("Morocco")
    for role in ("member", "co-chair"):
        make_membership(group, state, role=role, since=DAY, until=DAY, is_minimum=True)

    text = text_of(client.get(state.get_absolute_url()))

    assert text.count("named as a member on 17 May 2021") == 2
    assert '<span class="printed">co-chair</span>' in text
