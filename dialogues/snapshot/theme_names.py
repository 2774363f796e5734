"""Which themes a typed text means, and which a text mentions."""

import re
from difflib import get_close_matches
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.models import Theme
from dialogues.snapshot.participant_names import joined_by_or
from dialogues.snapshot.themes import Themes
from dialogues.text.names import name_key
from dialogues.text.normalise import without_accents

MAX_MENTIONED = 6
MAX_SUGGESTIONS = 3
MIN_SIMILARITY = 0.6  # of difflib, 0 to 1
MAX_COMMAS = 2  # in the label of a theme


class Mention(NamedTuple):
    """A theme, and the label or alias of it that a text has."""

    theme: Theme
    words: str


class ThemeNames:
    """Looks up themes by label or alias."""

    def __init__(self, themes: Themes) -> None:
        self.themes = list(themes.by_pk.values())
        self.aliases = {
            theme.pk: [alias.alias for alias in themes.aliases_of(theme.pk)]
            for theme in self.themes
        }
        self.by_key = {name_key(theme.label): theme for theme in self.themes}
        for pk, theme in themes.by_pk.items():
            for alias in themes.aliases_of(pk):
                self.by_key.setdefault(alias.key, theme)

    @classmethod
    def read(cls) -> "ThemeNames":
        """The names as the database has them now, changes of this transaction included.

        Two queries.
        """
        return cls(Themes())

    def with_aliases(self) -> list[tuple[Theme, list[str]]]:
        """Each theme and its aliases, in the order of lists."""
        return [(theme, self.aliases[theme.pk]) for theme in self.themes]

    def find_all(self, text: str) -> list[Theme]:
        """The themes named in a text, separated by commas or semicolons, each once.

        A label may contain commas. Raises ValidationError for the first name that is not known.
        """
        parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
        themes = {}
        while parts:
            lengths = range(MAX_COMMAS + 1, 1, -1)
            length = next((n for n in lengths if self._is_name(parts[:n])), 1)
            name, parts = ", ".join(parts[:length]), parts[length:]
            theme = self.by_key.get(name_key(name))
            if theme is None:
                raise ValidationError(self._unknown(name))
            themes[theme.pk] = theme
        return list(themes.values())

    def mentioned_in(self, text: str) -> list[Mention]:
        """The themes whose label or an alias is in a text, in its order; of two names that overlap,
        the longer."""
        text = f" {_words(text)} "
        names = [(theme, name) for theme in self.themes for name in self._names_of(theme)]
        places = {}
        for theme, name in sorted(names, key=lambda pair: len(_words(pair[1])), reverse=True):
            words = f" {_words(name)} "
            if words in text:
                places.setdefault(theme, (text.index(words), name))
                # As long as before, so that places stay comparable.
                text = text.replace(words, f" {'|' * (len(words) - 2)} ")
        in_order = sorted(places, key=lambda theme: places[theme][0])
        return [Mention(theme, places[theme][1]) for theme in in_order[:MAX_MENTIONED]]

    def _names_of(self, theme):
        return [theme.label, *self.aliases[theme.pk]]

    def _is_name(self, parts):
        return len(parts) > 1 and name_key(", ".join(parts)) in self.by_key

    def _with_words(self, name):
        """The themes with a name that has all these words, or their beginnings, in any order."""
        words = name_key(name).split()
        return [
            theme
            for key, theme in self.by_key.items()
            if all(any(part.startswith(word) for part in key.split()) for word in words)
        ]

    def _unknown(self, name):
        close = get_close_matches(name_key(name), self.by_key, MAX_SUGGESTIONS, MIN_SIMILARITY)
        themes = dict.fromkeys([*self._with_words(name), *(self.by_key[key] for key in close)])
        if not themes:
            return _("No theme is called “%s”. An editor can add one.") % name
        suggestions = joined_by_or(list(themes)[:MAX_SUGGESTIONS])
        params = {"name": name, "suggestions": suggestions}
        return _("No theme is called “%(name)s”. Did you mean %(suggestions)s?") % params


def _words(text):
    """The words of a text without case, accents and punctuation, separated by single spaces."""
    return " ".join(re.findall(r"\w+", without_accents(text).casefold()))
