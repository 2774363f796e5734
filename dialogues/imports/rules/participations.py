"""Participations in prose: who took the floor, for whom, and who could not."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.behalf import FOR_OTHERS
from dialogues.imports.language.names import Known
from dialogues.imports.language.sentences import Span
from dialogues.imports.language.subjects import LINK, Actor
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal, evidence_of

TOOK_FLOOR = re.compile(
    r"\b(?:took the floor|spoke|intervened|speaking (?:today |yesterday )?were"
    r"|were speaking|speakers (?:were|included)"
    r"|(?:delivered|made|gave|given|delivering)\s+(?:also\s+)?"
    r"(?:(?:an?|their|national|joint)\s+){0,3}(?:statements?|interventions?|remarks)"
    r"|interventions? (?:from|by)|statements? (?:from|by)"
    r"|statements? (?:were|was) (?:also )?(?:made|delivered) by"
    r"|participated in the (?:debate|discussion|dialogue)"
    r"|ont pris la parole|sont intervenus|hicieron uso de la palabra|intervinieron)\b",
    re.I,
)
NOT_DELIVERED = re.compile(
    r"\b(?:not able to|unable to|could not)\b[^.;]{0,60}\b(?:deliver|speak|take the floor)\b"
    r"|\bdid not deliver|\bnot delivered|\binscribed on the list of speakers, but\b",
    re.I,
)
# "Albania and Ukraine aligned themselves with this statement"
ALIGNED = re.compile(
    r"\b(?:(?:also )?(?:align(?:s|ed)?|associat(?:es?|ed))\s+(?:themselves|itself|himself|herself)"
    r"|s['’]associent|se sont associés|se suman|se sumaron)\b",
    re.I,
)
# What may be before the first name of the speakers.
BEFORE = re.compile(
    r"(?:^|[,;:–—]\s*|\s-\s|\b(?:and|including|by|from|followed by|as well as|both|namely|were"
    r"|representatives?\s+(?:of|from)|delegations?\s+of|delegates?\s+(?:of|from)|par|de|por)\s)"
    r"(?:the\s+|les?\s+|la\s+|el\s+)?$",
    re.I,
)
BEHALF = re.compile(
    rf"^\s*\(\s*(?:also\s+)?(?:speaking\s+)?{FOR_OTHERS}\s+(?P<within>[^()]+)\)"
    rf"|^\s*[,(]?\s*(?:also\s+)?(?:speaking\s+)?{FOR_OTHERS}\s+"
    r"(?P<group>(?:the\s+)?[^,;.()]+?)"
    r"(?=\s*(?:[,;.()]|$|\s+and\s+[A-Z]|\s+(?:also|took|spoke|delivered)\b))",
    re.I,
)
DELIVERED_FOR = re.compile(
    r"^(?:\s+also)?\s+(?:delivered|made|gave)\s+a\s+(?:joint\s+)?statement\s+"
    rf"{FOR_OTHERS}\s+"
    r"(?P<group>[^,;.()]+)",
    re.I,
)
# Kinds of participant that others speak for.
GROUPS = ("group", "regional-group")
# After a colon, names that nobody knows yet: "the following organizations took the floor: …"
LISTED = re.compile(r"\bfollowing\b[^:]{0,120}:\s*(?P<names>.+?)\.?$")
BRACKETS = re.compile(r"\([^()]*\)")
APART = re.compile(r",\s+(?:and\s+)?(?=[A-ZÀ-Þ“])|;\s*(?:and\s+)?|\s+and\s+(?=[A-ZÀ-Þ“])")


def participations_in(piece: Piece, sentence: Span, actors: Sequence[Actor]) -> list[Proposal]:
    """The participations that a sentence reports; none if it does not say that anybody spoke."""
    words = sentence.of(piece.text)
    is_left_out = NOT_DELIVERED.search(words)
    if not is_left_out and not TOOK_FLOOR.search(words):
        return []
    status = "inscribed" if is_left_out else "spoke"
    proposals, last_end, is_in_list = [], -1, False
    for actor in actors:
        between = piece.text[max(last_end, sentence.start) : actor.span.start]
        is_in_list = bool(is_in_list and LINK.match(_without_behalf(between))) or bool(
            BEFORE.search(between)
        )
        last_end = actor.span.end
        if not is_in_list or not isinstance(actor.who, Known) or actor.who.kind == "regional-group":
            continue
        proposals.append(_proposal(piece, sentence, actor, status))
    return proposals


def _without_behalf(between):
    return BEHALF.sub("", between)


def _proposal(piece, sentence, actor, status):
    after = piece.text[actor.span.end : sentence.end]
    values = {
        "participant": actor.who.slug,
        "status": status,
        "name_as_printed": actor.span.of(piece.text),
    }
    evidence = {"participant": evidence_of(piece, actor.span)}
    if match := BEHALF.match(after) or DELIVERED_FOR.match(after):
        name = "within" if match.groupdict().get("within") else "group"
        values["on_behalf_of_as_printed"] = match[name].strip()
        start, end = (actor.span.end + place for place in match.span(name))
        evidence["on_behalf_of_as_printed"] = evidence_of(piece, Span(start, end))
    rule = "inscribed-not-delivered" if status == "inscribed" else "took-the-floor"
    place = evidence_of(piece, sentence)
    return Proposal(ProposalKind.PARTICIPATION, rule, place, values, evidence, Certainty.SURE)


def aligned_in(piece: Piece, sentence: Span, actors: Sequence[Actor]) -> list[Proposal]:
    """The participants that a sentence says aligned themselves with a statement: who is before."""
    match = ALIGNED.search(piece.text, sentence.start, sentence.end)
    place = evidence_of(piece, sentence)
    return [
        Proposal(
            ProposalKind.PARTICIPATION,
            "aligned-itself",
            place,
            {
                "participant": actor.who.slug,
                "status": "aligned",
                "name_as_printed": actor.span.of(piece.text),
            },
            {"participant": evidence_of(piece, actor.span)},
            Certainty.CHECK,
        )
        for actor in actors
        if match and actor.span.end <= match.start() and _speaks_itself(actor)
    ]


def _speaks_itself(actor):
    return isinstance(actor.who, Known) and actor.who.kind not in GROUPS


def unknown_in(piece: Piece, sentence: Span, actors: Sequence[Actor]) -> list[Proposal]:
    """Names after "the following … took the floor:" that are not known, as printed."""
    words = sentence.of(piece.text)
    match = LISTED.search(words)
    if not match or not TOOK_FLOOR.search(words):
        return []
    offset = sentence.start + match.start("names")
    names = (Span(offset + start, offset + end) for start, end in _names_apart(match["names"]))
    known = [actor.span for actor in actors]
    return [
        _unknown(piece, sentence, span)
        for span in names
        if not any(span.start < other.end and other.start < span.end for other in known)
    ]


def _names_apart(names):
    """The places of names that commas, semicolons or "and" separate, outside brackets."""
    text = BRACKETS.sub(lambda part: " " * len(part[0]), names)
    breaks = [(0, 0), *(match.span() for match in APART.finditer(text)), (len(text), len(text))]
    for (_start, start), (end, _end) in pairwise(breaks):
        part = text[start:end]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _unknown(piece, sentence, span):
    values = {"participant": "", "status": "spoke", "name_as_printed": span.of(piece.text)}
    return Proposal(
        ProposalKind.PARTICIPATION,
        "listed-name",
        evidence_of(piece, sentence),
        values,
        {"participant": evidence_of(piece, span)},
        Certainty.CANNOT_TELL,
    )


def each_once(
    proposals: Iterable[Proposal],
    resolve: Callable[[str], Known | None],
    groups_in: Callable[[str], list[Known]],
) -> list[Proposal]:
    """The first of each participation, with the slug of its participant, "" if it is not known.

    For two groups it is two; for one group in two wordings it is one.
    """
    once = {}
    for proposal in proposals:
        name = proposal.values["participant"] or proposal.values.get("name_as_printed", "")
        known = resolve(name)
        proposal.values["participant"] = known.slug if known else ""
        who = proposal.values["participant"] or proposal.values.get("name_as_printed")
        printed = proposal.values.get("on_behalf_of_as_printed", "")
        groups = tuple(sorted({group.slug for group in groups_in(printed)}))
        once.setdefault((who, groups or printed), proposal)
    return list(once.values())


def spoke_in_prose(
    statements: Iterable[Proposal],
    listed: Iterable[Proposal],
    resolve: Callable[[str], Known | None],
) -> list[Proposal]:
    """A participation to check for each speaker of a statement that no list has."""
    known_slugs = {each.values["participant"] for each in listed}
    proposals = {}
    for statement in statements:
        for speaker in statement.values["speakers"]:
            known, evidence = resolve(speaker), statement.evidence.get("speakers")
            is_new = known and known.slug not in known_slugs and known.kind not in GROUPS
            if is_new and evidence:
                proposals.setdefault(known.slug, _in_prose(statement, known, evidence))
    return list(proposals.values())


def _in_prose(statement, known, evidence):
    values = {"participant": known.slug, "status": "spoke"}
    spans = {"participant": evidence}
    return Proposal(
        ProposalKind.PARTICIPATION,
        "spoke-in-prose",
        statement.place,
        values,
        spans,
        Certainty.CHECK,
    )
