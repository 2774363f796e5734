"""Tags of languages (BCP 47), as HTML, citations and exports need them."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# The official languages of the United Nations, in which most statements are made.
UN_LANGUAGES = {
    "ar": gettext_lazy("Arabic"),
    "zh": gettext_lazy("Chinese"),
    "en": gettext_lazy("English"),
    "fr": gettext_lazy("French"),
    "ru": gettext_lazy("Russian"),
    "es": gettext_lazy("Spanish"),
}
# A language of two or three letters; then script, region or variant: pt, pt-BR, zh-Hant.
TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?(?:-[a-z\d]{5,8})*")


def is_language_tag(value):
    """Raise ValidationError for what is not a language tag; a name is answered with its tag."""
    if TAG.fullmatch(value):
        return
    tags = {str(name).casefold(): tag for tag, name in UN_LANGUAGES.items()}
    if tag := tags.get(value.strip().casefold()):
        raise ValidationError(_("Write “%(tag)s” for %(name)s.") % {"tag": tag, "name": value})
    raise ValidationError(_("“%s” is not a language tag, such as en, fr or pt-BR.") % value)
