"""The text of a source next to a form: its paragraphs, with the words that statements quote."""

from typing import NamedTuple

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from dialogues.models import Statement
from dialogues.models.statements import quotations_of
from dialogues.text.source_marks import MarkedText


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
        places = self.places()
        for number, passage in enumerate(self.passages):
            kinds = [(piece.text, self._kind(piece.keys)) for piece in self.text.pieces(number)]
            markup = format_html_join("", "{}", ((_marked(*pair),) for pair in kinds))
            has_current = any(kind == "current" for _text, kind in kinds)
            yield PaneParagraph(
                passage.section, passage.paragraph, places[number], markup, has_current
            )

    def _kind(self, keys):
        """ "current" for words of the current statement, "used" for others' words, or ""."""
        if self.current and self.current.pk in keys:
            return "current"
        return "used" if keys else ""

    def places(self):
        """Where each passage is, in words: its section, and its printed or counted number."""
        places, counts = [], {}
        for passage in self.passages:
            counts[passage.section] = counts.get(passage.section, 0) + 1
            number = passage.paragraph or _("%d in the section") % counts[passage.section]
            parts = [passage.section, _("paragraph %s") % number]
            places.append(", ".join(part for part in parts if part))
        return places

    def find_all(self, text):
        """Where the first of the quotations in a text is, and which of them the source lacks.

        A dictionary with `place` (in words), `section` and `paragraph` of the first that is found,
        and `missing`, the first that is not. Empty if the text of the source is not stored.
        """
        if not self.passages:
            return {}
        numbers = {words: self.text.mark("typed", words) for words in quotations_of(text)}
        missing = [words for words, number in numbers.items() if number is None]
        places = [number for number in numbers.values() if number is not None]
        result = {"missing": missing[0] if missing else ""}
        if places:
            result |= {
                "place": self.places()[places[0]],
                "section": self.passages[places[0]].section,
                "paragraph": self.passages[places[0]].paragraph,
            }
        return result


def _marked(text, kind):
    return format_html('<mark class="{}">{}</mark>', kind, text) if kind else text
