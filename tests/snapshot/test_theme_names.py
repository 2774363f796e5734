"""Which themes a text mentions."""

import pytest

from dialogues.models import ThemeAlias
from dialogues.snapshot.theme_names import ThemeNames
from tests.records import make_theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def names():
    for label, aliases in {
        "Prevention": ["atrocity prevention"],
        "Prevention Agenda": [],
        "Restraint in the use of the veto": ["veto"],
        "ICC": ["International Criminal Court"],
    }.items():
        theme = make_theme(label)
        for alias in aliases:
            ThemeAlias.objects.create(theme=theme, alias=alias)
    return ThemeNames.read()


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("It said so.", []),
        ("", []),
        ("Urged not to use its VETO.", [("Restraint in the use of the veto", "veto")]),
        ("The Prevention   Agenda helps.", [("Prevention Agenda", "Prevention Agenda")]),
        (
            "The Prevention Agenda, then prevention.",
            [("Prevention Agenda", "Prevention Agenda"), ("Prevention", "Prevention")],
        ),
        (
            "“Atrocity-prevention” before the veto: veto!",
            [
                ("Prevention", "atrocity prevention"),
                ("Restraint in the use of the veto", "veto"),
            ],
        ),
        ("Vetoes are not meant, nor preventions.", []),
        ("The ICC, or International Criminal Court", [("ICC", "International Criminal Court")]),
    ],
)
def test_themes_are_mentioned_by_label_or_alias(names, text, mentions):
    assert [(theme.label, words) for theme, words in names.mentioned_in(text)] == mentions
