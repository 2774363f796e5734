"""Which themes are meant by words that were typed."""

from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from dialogues.models import Theme, ThemeAlias
from dialogues.snapshot.participant_names import joined_by_or
from dialogues.text.names import name_key


class ThemeNames:
    """All labels and aliases of themes at one moment, read in two queries."""

    def __init__(self):
        self.themes = list(Theme.objects.all())
        by_pk = {one.pk: one for one in self.themes}
        self.by_key = {name_key(one.label): one for one in self.themes}
        for key, pk in ThemeAlias.objects.values_list("key", "theme"):
            self.by_key.setdefault(key, by_pk[pk])

    def labels(self):
        return [one.label for one in self.themes]

    def find_all(self, typed):
        """The themes named, separated by commas or semicolons, each once.

        A label may have a comma of its own. Raises ValidationError naming what is no theme.
        """
        parts = [one.strip() for one in typed.replace(";", ",").split(",") if one.strip()]
        found = {}
        while parts:
            length = next((n for n in (3, 2) if self._named(parts[:n])), 1)
            words, parts = ", ".join(parts[:length]), parts[length:]
            theme = self.by_key.get(name_key(words))
            if theme is None:
                raise ValidationError(self._unknown(words))
            found[theme.pk] = theme
        return list(found.values())

    def _named(self, parts):
        return len(parts) > 1 and name_key(", ".join(parts)) in self.by_key

    def _unknown(self, words):
        close = get_close_matches(name_key(words), self.by_key, 3, 0.6)
        if not close:
            return _("No theme is called “%s”. An editor can add one.") % words
        likely = joined_by_or(dict.fromkeys(self.by_key[one] for one in close))
        params = {"words": words, "likely": likely}
        return _("No theme is called “%(words)s”. Did you mean %(likely)s?") % params
