"""The input of a language tag, which suggests the languages of the United Nations."""

from django import forms
from django.utils.html import format_html, format_html_join

from dialogues.models.languages import UN_LANGUAGES


class LanguageInput(forms.TextInput):
    """A text input with a list of suggestions."""

    def render(self, name, value, attrs=None, renderer=None):
        list_id = f"{name}-languages"
        suggested = super().render(name, value, (attrs or {}) | {"list": list_id}, renderer)
        options = format_html_join("", '<option value="{}">{}</option>', UN_LANGUAGES.items())
        return format_html('{}<datalist id="{}">{}</datalist>', suggested, list_id, options)
