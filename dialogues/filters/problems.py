"""The parts of an address that cannot be used, each in a sentence that says what to do."""

from difflib import get_close_matches

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.filters.changed_since import SinceField
from dialogues.search.search import RELEVANCE

MAX_SHOWN = 60  # characters of what the reader wrote


def problems_of(filterset):
    """A sentence for each unknown key, unknown value and bad value of the address."""
    return [*problems_of_keys(filterset), *problems_of_words(filterset)]


def problems_of_keys(filterset):
    """The same without the problems of the words that are searched for."""
    filterset.form.is_valid()
    return [
        *_unknown_keys(filterset),
        *_refused_values(filterset),
        *_left_over(filterset),
        *(
            _("“%(key)s” was left out: %(why)s") % {"key": key, "why": " ".join(errors)}
            for key, errors in filterset.form.errors.items()
        ),
    ]


def strict_problems(filterset):
    """Those of the keys, and what a page forgives but a program has not meant: empty and too many
    values."""
    return [*_careless_values(filterset), *problems_of_keys(filterset)]


def _careless_values(filterset):
    for key, field in filterset.form.fields.items():
        values = filterset.data.getlist(key)
        max_values = getattr(field, "max_values", 1)
        if len(values) > max_values:
            values = {"n": max_values, "key": key}
            yield _("Give “%(key)s” at most %(n)s times.") % values
        elif not _is_free_text(field) and any(text.strip() != text or not text for text in values):
            yield _("“%s” has an empty value, or spaces around it. Leave it out.") % key


def _is_free_text(field):
    """Whether any text is a value, the empty one too."""
    return isinstance(field, forms.CharField) and not isinstance(field, SinceField)


def _unknown_keys(filterset):
    known = [*filterset.filters, *filterset.OTHER_KEYS]
    for key in filterset.data:
        if key not in known:
            yield _("There is no filter called “%(key)s”.%(hint)s") % {
                "key": _shown(key),
                "hint": _did_you_mean(get_close_matches(key, known, n=1)),
            }


def _refused_values(filterset):
    for field in filterset.form.fields.values():
        for value in getattr(field, "refused", []):
            matches = get_close_matches(value, [str(known) for known in field.labels], n=1)
            yield _("“%(value)s” is not a known %(what)s, so it was left out.%(hint)s") % {
                "value": _shown(value),
                "what": field.noun or str(field.label).lower(),
                "hint": _did_you_mean(matches),
            }


def _left_over(filterset):
    for field in filterset.form.fields.values():
        if getattr(field, "left_over", 0):
            message = ngettext(
                "Only the first value of “%(what)s” was used.",
                "Only the first %(n)s values of “%(what)s” were used.",
                field.max_values,
            )
            yield message % {"n": field.max_values, "what": field.label}


def problems_of_words(filterset):
    """Problems with the words of a statement list; none for other filter sets."""
    query = getattr(filterset, "resolved_query", None)
    if not query:
        return
    yield from query.problems
    if filterset.applied_values("sort") == [RELEVANCE] != [filterset.sort_now]:
        yield _("“Best match first” needs words to search for. The newest come first instead.")


def _did_you_mean(matches):
    return " " + _("Did you mean “%s”?") % matches[0] if matches else ""


def _shown(text):
    """The text without control characters, cut to fit a sentence."""
    text = "".join(char if char.isprintable() else "�" for char in text)
    return text if len(text) <= MAX_SHOWN else text[:MAX_SHOWN] + "…"
