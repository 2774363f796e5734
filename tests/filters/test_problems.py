"""Whatever an address asks, the page says what it could not use and what to do."""

import pytest
from django.http import QueryDict

from dialogues.filters.filterset import StatementFilter
from dialogues.filters.problems import problems_of
from tests.records import make_dialogue, make_theme

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("query", "problems"),
    [
        ("year=2017&theme=veto&page=2&size=50", []),
        ("year=abc", ["“abc” is not a known year, so it was left out."]),
        (
            "theme=vetto",
            ["“vetto” is not a known theme, so it was left out. Did you mean “veto”?"],
        ),
        (
            "theem=veto",
            ["There is no filter called “theem”. Did you mean “theme”?"],
        ),
        (
            "q=" + "+".join("a" * 61),
            ["Only the first 60 words were used."],
        ),
        ("group=%00", ["“�” is not a known regional group, so it was left out."]),
        ("zzz=1", ["There is no filter called “zzz”."]),
        (
            "sort=best",
            ["“best” is not a known order, so it was left out. Did you mean “oldest”?"],
        ),
        (
            "q=" + "abcdefghi+" * 50 + "x",
            ["Only the first 500 characters were read."],
        ),
        ("q=a%00b", []),
        (
            "sort=relevance",
            ["“Best match first” needs words to search for. The newest come first instead."],
        ),
        (
            "stance=" + "x" * 100,
            [f"“{'x' * 60}…” is not a known stance on the theme, so it was left out."],
        ),
    ],
)
def test_each_problem_is_one_sentence(query, problems):
    make_dialogue()
    make_theme(slug="veto")

    filterset = StatementFilter(QueryDict(query))

    assert list(problems_of(filterset)) == problems


def test_more_values_of_one_key_than_people_choose_are_left_over():
    themes = [make_theme().slug for _ in range(30)]
    query = QueryDict("&".join(f"theme={slug}" for slug in themes))

    filterset = StatementFilter(query)

    assert list(problems_of(filterset)) == ["Only the first 20 values of “Theme” were used."]
    assert filterset.applied_values("theme") == themes[:20]
