"""The text of a source next to a form: its paragraphs, with the words that statements quote."""

from collections import Counter
from typing import NamedTuple

from django.contrib.humanize.templatetags.humanize import ordinal
from django.utils.html import format_html, format_html_join

from dialogues.models import Statement
from dialogues.models.locators import locator_of
from dialogues.models.statements import quotations_of
from dialogues.text.source_marks import MarkedText

MAX_LOOKED_UP = 50  # quotations of one statement


class PaneParagraph(NamedTuple):
    """A passage, its place in words, and its text with the words that statements quote marked."""

    section: str
    locator: str
    place: str
    markup: str
    has_current: bool


class SourcePane:
    """The stored text of a source, and where in it the quotations of statements are.

    `current`: the statement that is being reviewed, whose words are marked apart.
    """

    def __init__(self, source, current=None):
        self.source, self.current = source, current
        self.passages = list(source.passages.order_by("position")) if source else []
        self.text = MarkedText(passage.text for passage in self.passages)

    def mark_statements(self):
        """Mark the quotations of all statements from this source that are not withdrawn."""
        statements = self.source.statements.exclude(status=Statement.Status.WITHDRAWN)
        for statement in statements.exclude(text="").only("text"):
            for quotation in statement.quotations:
                self.text.mark(statement.pk, quotation)

    def paragraphs(self):
        """A PaneParagraph for each passage, in order."""
        for number, (section, paragraph) in enumerate(self.places()):
            kinds = [(piece.text, self._kind(piece.keys)) for piece in self.text.pieces(number)]
            markup = format_html_join("", "{}", ((_marked(*pair),) for pair in kinds))
            has_current = any(kind == "current" for _text, kind in kinds)
            place = locator_of(section, paragraph)
            yield PaneParagraph(section, paragraph, place, markup, has_current)

    def _kind(self, keys):
        """Whose words these are: "current", "used" by another statement, or "" for nobody's."""
        if self.current and self.current.pk in keys:
            return "current"
        return "used" if keys else ""

    def places(self):
        """(section, paragraph) of each passage: the printed number, or its place in the section."""
        places, counts = [], Counter()
        for passage in self.passages:
            counts[passage.section] += 1
            paragraph = passage.paragraph or str(ordinal(counts[passage.section]))
            places.append((passage.section, paragraph))
        return places

    def find_all(self, text):
        """Where the first of the quotations in a text is, and which of them the source lacks.

        A dictionary with `place` (in words), `section` and `paragraph` of the first that is found,
        and `missing`, the first that is not. Empty if the text of the source is not stored.
        """
        if not self.passages:
            return {}
        numbers = {
            words: self.text.mark(None, words) for words in quotations_of(text)[:MAX_LOOKED_UP]
        }
        missing = [words for words, number in numbers.items() if number is None]
        places = [number for number in numbers.values() if number is not None]
        result = {"missing": missing[0] if missing else ""}
        if places:
            section, paragraph = self.places()[places[0]]
            result |= {
                "place": locator_of(section, paragraph),
                "section": section,
                "paragraph": paragraph,
            }
        return result


def _marked(text, kind):
    return format_html('<mark class="{}">{}</mark>', kind, text) if kind else text
