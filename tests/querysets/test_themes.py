"""The tree of themes."""

import pytest
from django.core.exceptions import ValidationError

from dialogues.models import Theme
from dialogues.querysets.themes import MAX_LEVELS
from tests.records import make_theme

pytestmark = pytest.mark.django_db


def make_chain(length):
    """A list of themes, each below the previous one."""
    themes = [make_theme()]
    while len(themes) < length:
        themes.append(make_theme(parent=themes[-1]))
    return themes


def test_within_returns_the_theme_and_its_sub_themes_at_all_levels():
    themes = make_chain(MAX_LEVELS)
    make_theme()

    assert list(Theme.objects.within([themes[0].slug])) == themes
    assert list(Theme.objects.within([themes[2].slug])) == themes[2:]


def test_a_tree_of_max_levels_is_valid():
    make_chain(MAX_LEVELS)[-1].clean()


def test_a_deeper_tree_is_rejected():
    theme = make_chain(MAX_LEVELS + 1)[-1]

    with pytest.raises(ValidationError, match="at most 5 levels"):
        theme.clean()


def test_moving_a_branch_too_deep_is_rejected():
    branch = make_chain(MAX_LEVELS)
    branch[0].parent = make_theme()

    with pytest.raises(ValidationError, match="at most 5 levels"):
        branch[0].clean()


def test_a_loop_is_rejected():
    top, low = make_chain(2)
    top.parent = low

    with pytest.raises(ValidationError, match="cannot be part of itself"):
        top.clean()
