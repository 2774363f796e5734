import pytest
from django.core.exceptions import ValidationError

from dialogues.models import Theme
from dialogues.querysets.themes import MAX_LEVELS
from tests.records import make_theme

pytestmark = pytest.mark.django_db


def chain(length):
    """Themes each below the one before."""
    themes = [make_theme()]
    while len(themes) < length:
        themes.append(make_theme(parent=themes[-1]))
    return themes


def test_within_has_the_theme_and_all_below_it_at_the_greatest_depth():
    themes = chain(MAX_LEVELS)
    make_theme()

    assert list(Theme.objects.within([themes[0].slug])) == themes
    assert list(Theme.objects.within([themes[2].slug])) == themes[2:]


def test_the_tree_can_be_as_deep_as_within_looks():
    chain(MAX_LEVELS)[-1].clean()


def test_a_deeper_tree_is_refused():
    theme = chain(MAX_LEVELS + 1)[-1]

    with pytest.raises(ValidationError, match="at most 5 levels"):
        theme.clean()


def test_a_branch_that_would_become_too_deep_is_refused():
    branch = chain(MAX_LEVELS)
    branch[0].parent = make_theme()

    with pytest.raises(ValidationError, match="at most 5 levels"):
        branch[0].clean()


def test_a_ring_is_refused():
    top, low = chain(2)
    top.parent = low

    with pytest.raises(ValidationError, match="cannot be part of itself"):
        top.clean()
