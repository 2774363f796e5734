"""What a record would have, from what a rule read: the values that a person sees and changes."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format

from dialogues.choices import (
    Act,
    DocumentClass,
    FigureMeasure,
    FigureQualifier,
    ProposalKind,
    Provenance,
    Stance,
)
from dialogues.imports.contradictions import counted_speakers, is_on_behalf
from dialogues.imports.language.sentences import Span, quotations_of
from dialogues.imports.language.verbs import ADVERB, VERB
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal
from dialogues.imports.rules.participations import TOOK_FLOOR
from dialogues.models.languages import UN_LANGUAGES

# In these, a turn or the whole text is what was said.
WORD_FOR_WORD = {
    DocumentClass.VERBATIM: Provenance.VERBATIM,
    DocumentClass.STATEMENT: Provenance.DELIVERED,
}
MEASURES = {
    "state": FigureMeasure.SPEAKERS,
    "civil-society": FigureMeasure.CIVIL_SOCIETY,
    "observer": FigureMeasure.OBSERVERS,
    "regional-organization": FigureMeasure.ORGANIZATIONS,
}
OF_THE = re.compile(r"\b[Oo]f (?:the|its)\s+$")
# "65 countries expressed their support"
POSITION = re.compile(rf"\s+(?:(?:{ADVERB})\s+)?(?:{VERB})\b")
# The record has no "at most".
QUALIFIERS = {
    "exactly": FigureQualifier.EXACT,
    "more-than": FigureQualifier.OVER,
    "at-least": FigureQualifier.AT_LEAST,
}

Values = dict[str, Any]


class Drafts:
    """Turns the values of a document's proposals into those of records.

    `places`: {number of a piece: (section, paragraph)}.
    """

    def __init__(
        self,
        pieces: Sequence[Piece],
        places: Mapping[int, tuple[str, str]],
        document_class: DocumentClass,
    ) -> None:
        self.pieces, self.places, self.document_class = pieces, places, document_class

    def values_of(self, proposal: Proposal) -> Values:
        drafts = {
            ProposalKind.STATEMENT: self._statement,
            ProposalKind.UNNAMED: self._unnamed,
            ProposalKind.FIGURE: self._figure,
        }
        draft = drafts.get(proposal.kind)
        values = draft(proposal) if draft else dict(proposal.values)
        section, paragraph = self.places.get(proposal.place.piece, ("", ""))
        return values | {"section": section, "paragraph": paragraph}

    def _words_of(self, proposal):
        piece, start, end = proposal.place
        return self.pieces[piece].text[start:end].strip()

    def _statement(self, proposal):
        read = proposal.values
        if self.document_class in WORD_FOR_WORD and "pieces" in read:
            text, summary = self._whole_text(proposal), ""
            provenance = WORD_FOR_WORD[self.document_class]
        else:
            text = "\n\n".join(read.get("quotations", ()))
            summary = "" if text else self._words_of(proposal)
            provenance = self._provenance(text)
        language = read.get("language")
        return {
            "speakers": list(read["speakers"]),
            "for_groups": _groups(read),
            "text": text,
            "summary": summary,
            "provenance": provenance,
            "stance": read.get("stance", Stance.NOT_STATED),
            "act": read.get("act", Act.STATES),
            "source_word": read.get("source_word", ""),
            "editor_note": _interpreted(language),
        }

    def _whole_text(self, proposal):
        """The words of a turn or a delivered text, a paragraph for each piece."""
        first, *rest = proposal.values["pieces"]
        begin = proposal.evidence.get("words", proposal.place)
        start = begin.start if begin.piece == first else 0
        texts = [self.pieces[first].text[start:], *(self.pieces[number].text for number in rest)]
        return "\n\n".join(text.strip() for text in texts if text.strip())

    def _provenance(self, text):
        if self.document_class == DocumentClass.PRESS_RELEASE:
            return Provenance.UN_PRESS
        return Provenance.QUOTED if text else Provenance.PARAPHRASED

    def _unnamed(self, proposal):
        piece, start, end = proposal.place
        whole = self.pieces[piece].text
        spans = quotations_of(whole, Span(start, end))
        text = "\n\n".join(span.of(whole).strip() for span in spans)
        return {
            "attribution": proposal.values["quantifier"],
            "text": text,
            "summary": "" if text else self._words_of(proposal),
            "provenance": self._provenance(text),
            "stance": proposal.values.get("stance", Stance.NOT_STATED),
            "act": proposal.values.get("act", Act.STATES),
            "source_word": proposal.values.get("source_word", ""),
        }

    def _figure(self, proposal):
        read = proposal.values
        value = read["value"]
        return {
            "value": str(int(value) if value == int(value) else value),
            "qualifier": QUALIFIERS.get(read["qualifier"], FigureQualifier.ABOUT),
            "unit": read["unit"],
            "measure": self._measure(proposal),
            "group": read.get("group", ""),
            "named": read.get("named", []),
            "names_are_all": read.get("names_are_all", False),
            "as_printed": self._words_of(proposal),
            "editor_note": _as_of(read.get("counted_on")),
        }

    def _measure(self, proposal):
        if proposal.rule == "vote-result":
            return FigureMeasure.VOTE
        is_for_others = is_on_behalf(proposal, self.pieces)
        if proposal.values.get("group"):
            return self._measure_of_group(proposal, is_for_others)
        if is_for_others:
            return FigureMeasure.COVERAGE
        if kind := counted_speakers(proposal, self.pieces):
            return MEASURES[kind]
        piece, _start, end = proposal.evidence["value"]
        is_position = POSITION.match(self.pieces[piece].text, end)
        return FigureMeasure.POSITION if is_position else FigureMeasure.OTHER

    def _measure_of_group(self, proposal, is_for_others):
        """Members that spoke, unless the number says how many the group has."""
        piece, start, _end = proposal.evidence["value"]
        is_all = OF_THE.search(self.pieces[piece].text[:start])
        if is_for_others or is_all or not TOOK_FLOOR.search(self._words_of(proposal)):
            return FigureMeasure.GROUP_SIZE
        return FigureMeasure.MEMBERS


def _groups(read):
    """{speaker: the group in whose name it spoke, its slug or as printed}."""
    if printed := read.get("on_behalf_of_as_printed"):
        return {read["speakers"][0]: printed}
    return dict(read.get("for_groups", {}))


def _as_of(day):
    """A note for readers: the day that the source gives for a number; "" without one."""
    if not day:
        return ""
    return f"The source gives the number as of {date_format(date.fromisoformat(day), 'j F Y')}."


def _interpreted(language):
    """A note for readers: the words are those of the interpretation. "" for English."""
    if language == "en" or language not in UN_LANGUAGES:
        return ""
    name = UN_LANGUAGES[language]
    return f"Spoken in {name}; the words are those of the record’s translation."
