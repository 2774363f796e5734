"""Reported figures as data."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from dialogues.choices import FigureMeasure, FigureQualifier
from dialogues.exports.records.base import (
    Address,
    Note,
    Reference,
    Source,
    one_of,
    refer,
    refer_to,
)
from dialogues.models import ReportedFigure


class FigureRecord(Struct):
    """A number that a source prints. Sources may disagree: no number is made of several."""

    key: Annotated[str, Meta(description="It does not change.")]
    address: Address
    dialogue: Annotated[Reference | None, Meta(description="The dialogue it is about.")]
    theme: Annotated[Reference | None, Meta(description="The initiative it is about.")]
    group: Annotated[Reference | None, Meta(description="The group whose members it counts.")]
    measure: Annotated[str, one_of(FigureMeasure, "What is counted.")]
    counted_on: Annotated[date | None, Meta(description="The day, if it is not the dialogue's.")]
    value: Annotated[float, Meta(description="The number; what it counts is in unit.")]
    qualifier: Annotated[str, one_of(FigureQualifier, "How exact the source says it is.")]
    unit: Annotated[str, Meta(description="The source's word for what is counted.")]
    as_printed: Annotated[str, Meta(description="The words of the source.")]
    participants_named: Annotated[list[Reference], Meta(description="Those that the source names.")]
    names_are_all: Annotated[bool, Meta(description="Whether it names all that it counts.")]
    source: Source
    section: Annotated[str, Meta(description="Where in the source.")]
    paragraph: Annotated[str, Meta(description="Where in the section.")]
    editor_note: Note


def figure_record(figure: ReportedFigure, base: str) -> FigureRecord:
    """The record of a figure loaded with_listing."""
    dialogue = figure.dialogue
    return FigureRecord(
        key=figure.key,
        address=base + figure.get_absolute_url(),
        dialogue=Reference(dialogue.slug, dialogue.title) if dialogue else None,
        theme=refer(figure.theme),
        group=refer(figure.group),
        measure=figure.measure,
        counted_on=figure.counted_on,
        value=float(figure.value),
        qualifier=figure.qualifier,
        unit=figure.unit,
        as_printed=figure.as_printed,
        participants_named=refer_to(figure.named.all()),
        names_are_all=figure.names_are_all,
        source=refer(figure.source),
        section=figure.section,
        paragraph=figure.paragraph,
        editor_note=figure.editor_note,
    )
