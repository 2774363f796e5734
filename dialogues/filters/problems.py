"""What an address asks that cannot be answered, each in a sentence that says what to do."""

from difflib import get_close_matches

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dialogues.search.search import RELEVANCE

LONGEST_SHOWN = 60


def problems_of(filterset):
    """A sentence for each unknown key, unknown value and bad value of the address."""
    filterset.form.is_valid()
    return [
        *_unknown_keys(filterset),
        *_refused_values(filterset),
        *_left_over(filterset),
        *_about_words(filterset),
        *(
            _("“%(key)s” was left out: %(why)s") % {"key": key, "why": " ".join(errors)}
            for key, errors in filterset.form.errors.items()
        ),
    ]


def _unknown_keys(filterset):
    known = [*filterset.filters, *filterset.OTHER_KEYS]
    for key in filterset.data:
        if key in known:
            continue
        close = get_close_matches(key, known, n=1)
        yield _("There is no filter called “%(key)s”.%(hint)s") % {
            "key": _shown(key),
            "hint": _did_you_mean(close),
        }


def _refused_values(filterset):
    for field in filterset.form.fields.values():
        for value in getattr(field, "refused", []):
            close = get_close_matches(value, [str(name) for name in field.labels], n=1)
            yield _("“%(value)s” is not a known %(what)s, so it was left out.%(hint)s") % {
                "value": _shown(value),
                "what": str(field.label).lower(),
                "hint": _did_you_mean(close),
            }


def _left_over(filterset):
    for field in filterset.form.fields.values():
        if getattr(field, "left_over", 0):
            used = ngettext(
                "Only the first value of “%(what)s” was used.",
                "Only the first %(n)s values of “%(what)s” were used.",
                field.max_values,
            )
            yield used % {"n": field.max_values, "what": field.label}


def _about_words(filterset):
    """What a list of statements could not understand of the words typed."""
    query = getattr(filterset, "resolved_query", None)
    if not query:
        return
    yield from query.problems
    if filterset.applied_values("sort") == [RELEVANCE] != [filterset.sort_now]:
        yield _("Without words there is no best match: the newest come first.")


def _did_you_mean(close):
    return " " + _("Did you mean “%s”?") % close[0] if close else ""


def _shown(text):
    """The text without control characters, cut to a length that fits a sentence."""
    text = "".join(char if char.isprintable() else "�" for char in text)
    return text if len(text) <= LONGEST_SHOWN else text[:LONGEST_SHOWN] + "…"
