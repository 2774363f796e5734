"""How much of documents read by hand the importer reads too: precision and recall by kind.

`make measure GOLD=gold.json SOURCES=folder` needs the collection in the database (make prepare).
The file has {"documents": [{"source", "file", "dialogue", "participation", "statements",
"aggregate_positions", "figures"}]}; see `expected_of` for what is read of it.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import django

LISTS = (
    "listed",
    "regional_orgs",
    "observers",
    "ngos",
    "inscribed_not_delivered",
    "named_as_speakers_in_prose_but_absent_from_the_list",
)
# What a gold statement may be that nobody said.
NOT_SAID = "initiative"


class Gold:
    """What a person read of one document, with names and places as the importer has them."""

    def __init__(self, values, document, names, people):
        self.values, self.document = values, document
        self.names, self.people = names, people

    def expected(self) -> dict[str, set]:
        """{kind: what was read}: speakers with the piece they are in, values with theirs.

        Nothing of a document without a dialogue.
        """
        values = self.values if self.values.get("dialogue") else {}
        participation = values.get("participation") or {}
        return {
            "participations": {
                self.label(each) for part in LISTS for each in participation.get(part) or []
            },
            "statements": {
                (self.piece(each["locator"]), self.speaker(speaker))
                for each in values.get("statements") or []
                if each["kind"] != NOT_SAID
                for speaker in each["speakers"]
            },
            "quotations": {
                words_of(_text(quote))
                for each in values.get("statements") or []
                for quote in each["quotes"]
            },
            "figures": {
                (self.piece(each["locator"]), _value(each)) for each in values.get("figures") or []
            },
            "unnamed positions": {
                (self.piece(each["locator"]), quantifier_of(each["quantifier"]))
                for each in values.get("aggregate_positions") or []
            },
            "officials": set(self.officials()),
        }

    def officials(self) -> Iterator[str]:
        dialogue = self.values.get("dialogue") or {}
        for each in [*dialogue.get("opening_speakers", []), *dialogue.get("panel", [])]:
            yield self.person(each)
        for role in ("moderator", "chair"):
            if each := dialogue.get(role):
                yield self.person(each)

    def label(self, name) -> str:
        """The slug of a participant; the name as printed of an unknown one."""
        printed = name if isinstance(name, str) else name.get("name") or name["name_as_printed"]
        known = self.names.resolve(printed) or self.names.resolve(re.sub("^the ", "", printed))
        return known.slug if known else printed

    def speaker(self, name) -> str:
        label = self.label(name)
        if self.names.resolve(label):
            return label
        return self.people.holder(label).name or label

    def person(self, official) -> str:
        from dialogues.imports.language.people import office_key

        return official.get("name") or office_key(official["role"])

    def piece(self, locator) -> int:
        """The number of the piece that has a line of the source."""
        line = locator["source_line"]
        pieces = [each for each in self.document.pieces if each.line and each.line <= line]
        notes = [each for each in pieces if each.kind == "note" and each.line == line]
        others = [each for each in pieces if each.kind != "note"]
        return (notes or [max(others, key=lambda each: each.line)])[0].number


def proposed_by(document) -> dict[str, set]:
    """{kind: what is proposed}, as `Gold.expected` has it."""
    from dialogues.imports.language.people import office_key

    proposed = defaultdict(set)
    for each in document.proposals:
        values, piece = each.values, each.place.piece
        if each.kind == "participation":
            who = values["participant"] or values.get("name_as_printed") or values["person"]
            proposed["participations"].add(who)
        elif each.kind == "statement":
            proposed["statements"] |= {(piece, speaker) for speaker in values["speakers"]}
            proposed["quotations"] |= {words_of(text) for text in values["quotations"]}
        elif each.kind == "figure":
            proposed["figures"].add((piece, values["value"]))
        elif each.kind == "unnamed-position":
            proposed["unnamed positions"].add((piece, quantifier_of(values["quantifier"])))
        elif each.kind == "official":
            proposed["officials"].add(values.get("person") or office_key(values["office"]))
    return proposed


def words_of(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def quantifier_of(text: str) -> str:
    return re.sub(r"^(?:the|for|in general,)\s+", "", text.casefold())


def _text(quote):
    return quote if isinstance(quote, str) else quote["text"]


def _value(figure):
    return round(figure["value"] * (1_000_000 if "million" in figure["unit"] else 1), 2)


def measure(gold: Path, sources: Path) -> None:
    from dialogues.imports.document import read_document
    from dialogues.imports.files.reading import read_blocks
    from dialogues.imports.known import known_names
    from dialogues.imports.language.people import People
    from dialogues.imports.pieces import pieces_of

    names = known_names()
    totals = defaultdict(lambda: [0, 0, 0])
    invented = []
    for values in json.loads(gold.read_text())["documents"]:
        pieces = pieces_of(read_blocks((sources / values["file"]).read_bytes()))
        document = read_document(pieces, names)
        people = People(piece.text for piece in pieces if piece.is_prose)
        expected = Gold(values, document, names, people).expected()
        proposed = proposed_by(document)
        print(f"{values['source']}: {document.recognised.document_class}")
        for kind, wanted in expected.items():
            right = _right(kind, wanted, proposed[kind])
            counts = right, len(proposed[kind]), len(wanted)
            totals[kind] = [sum(pair) for pair in zip(totals[kind], counts, strict=True)]
            print(f"  {kind}: {_ratios(*counts)}")
            for each in sorted(map(str, wanted - proposed[kind])):
                print(f"    missing: {each}")
        speakers = {speaker for _piece, speaker in expected["statements"]}
        speakers |= expected["participations"]
        invented += [
            speaker for _piece, speaker in proposed["statements"] if speaker not in speakers
        ]
    print("All documents")
    for kind, counts in totals.items():
        print(f"  {kind}: {_ratios(*counts)}")
    print(f"  invented speakers: {len(invented)} {invented or ''}")


def _right(kind, wanted, proposed):
    """How many are right. A quotation may be proposed within a longer one."""
    if kind != "quotations":
        return len(wanted & proposed)
    return sum(any(each in other or other in each for other in proposed) for each in wanted)


def _ratios(right, proposed, wanted):
    precision = right / proposed if proposed else 1
    recall = right / wanted if wanted else 1
    return f"precision {precision:.2f} ({right}/{proposed}), recall {recall:.2f} ({right}/{wanted})"


if __name__ == "__main__":
    django.setup()
    measure(Path(sys.argv[1]), Path(sys.argv[2]))
