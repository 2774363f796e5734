"""Tags of languages."""

import pytest
from django.core.exceptions import ValidationError

from dialogues.models.languages import is_language_tag


@pytest.mark.parametrize("tag", ["en", "fr", "zh-Hant", "pt-BR", "es-419", "sr-Latn-RS", "haw"])
def test_a_tag_is_accepted(tag):
    is_language_tag(tag)


@pytest.mark.parametrize("text", ["French", "EN", "e", "en_GB", "en-", "english", "fr ", "", "日"])
def test_anything_else_is_refused(text):
    with pytest.raises(ValidationError):
        is_language_tag(text)


def test_a_name_is_answered_with_its_tag():
    with pytest.raises(ValidationError, match="Write “fr” for French."):
        is_language_tag("French")
