"""Statements in prose: who said what, with the sentence as evidence."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.behalf import FOR_OTHERS
from dialogues.imports.language.names import Known, NameFinder
from dialogues.imports.language.people import NAME_FOR_OTHERS, People, Somebody
from dialogues.imports.language.sentences import Span, quotations_of, sentences_of
from dialogues.imports.language.subjects import FLOOR, LOOK_BACK, STEP, Actor, subjects_of, verb_of
from dialogues.imports.language.verbs import ADVERB, VERB, act_of, stance_of
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal, evidence_of
from dialogues.imports.rules.participations import BEHALF, GROUPS
from dialogues.imports.rules.turns import OWN_NAME, PRESS

# Words before the subject of a sentence: "In closing, ", "While insisting on…, ".
OPENING = (
    r"(?:(?:In|As|For|While|Though|Although|With|On|At|From|By|To|Noting|Responding|Finally"
    r"|Furthermore|Moreover|Additionally)\b[^.;]{0,160}?,\s+)?"
)
# A sentence whose subject is the speaker of the sentence before.
PRONOUN = re.compile(
    rf"^{OPENING}(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t|Elle|Il|Ils|Elles"
    r"|(?:His|Her|Their|Its) (?:country|delegation|government|Government)"
    r"|The (?:Group|representative|delegation|statement|speaker))"
    rf"(?:\s+(?:{ADVERB}))*\s+(?:{STEP}|(?P<plain>{VERB})\b)"
)
# “We must act,” she stressed. It was, he said, no use.
AFTER_WORDS = re.compile(
    rf"[”\"»,]\s*(?:he|she|they|it)\s+(?:{ADVERB}\s+)?(?P<verb>{VERB})\b", re.I
)
ACCORDING = re.compile(r"^(?:According to (?:them|him|her|it)|In (?:their|his|her|its) view)\b")
# "Dr. Ann Example, in her statement on behalf of the Test Centre"
FOR_ORGANIZATION = re.compile(
    rf"{NAME_FOR_OTHERS.pattern}[^.;]*?{FOR_OTHERS} (?P<organization>[^,;.]+)"
)
# Who is spoken for does not speak.
ON_BEHALF = re.compile(
    rf"\b{FOR_OTHERS}\s+"
    r"(?:the\s+|its\s+)?(?:\w+\s+){0,3}$",
    re.I,
)


class Speaker(NamedTuple):
    """Who speaks, and the slug of the group in whose name, if the words name the group."""

    who: Known | Somebody
    group: str = ""


class StatementReader:
    """Reads the statements of a document's prose, piece after piece.

    `spokesman(group)`: the participant that spoke for a group, or None. `organizations`: {name of a
    person: the organization in whose name the document says that it spoke}.
    """

    def __init__(
        self,
        finder: NameFinder,
        people: People,
        spokesman: Callable[[Known], Known | None],
        organizations: Mapping[str, Known],
    ) -> None:
        self.finder, self.people, self.spokesman = finder, people, spokesman
        self.organizations = organizations

    def read(self, pieces: Iterable[Piece]) -> list[Proposal]:
        return [proposal for piece in pieces if piece.is_prose for proposal in self._piece(piece)]

    def _piece(self, piece):
        last, is_turn = (), bool(PRESS.match(piece.text))
        for sentence in sentences_of(piece.text):
            actors = self.actors_in(piece.text, sentence)
            subjects = subjects_of(piece.text, sentence, actors)
            if subjects:
                speakers = [
                    [self._speaker(actor, piece.text) for actor in each.actors] for each in subjects
                ]
                yield from self._of_subjects(piece, sentence, subjects, speakers)
                last = speakers[-1][-1:] if len(subjects) > 1 else speakers[-1]
            elif last and (verb := _continued(sentence.of(piece.text))):
                last = _in_own_name(last, sentence.of(piece.text))
                yield self._proposal(piece, sentence, last, verb, "pronoun")
            elif not is_turn:
                # "They" may be those of whom the sentence between speaks.
                last = ()

    def _of_subjects(self, piece, sentence, subjects, speakers):
        """A statement for each subject, up to where the next begins."""
        starts = [sentence.start, *(subject.span.start for subject in subjects[1:]), sentence.end]
        for at, subject in enumerate(subjects):
            if subject.rule != FLOOR:
                part = Span(starts[at], starts[at + 1])
                evidence = {"speakers": evidence_of(piece, subject.span)}
                if subject.verb_span.end > subject.verb_span.start:
                    evidence["act"] = evidence_of(piece, subject.verb_span)
                yield self._proposal(
                    piece, part, speakers[at], subject.verb, subject.rule, evidence
                )

    def actors_in(self, text: str, sentence: Span) -> list[Actor]:
        """The known participants and people in a sentence; not those within quotations.

        Who begins a paragraph of a press release is the state in brackets: "ANN EXAMPLE (Chile)".
        """
        part = sentence.of(text)
        taken = list(quotations_of(text, sentence))
        actors = []
        for span, who in [*self._turn(part), *self.people.references_in(part), *self._names(part)]:
            span = Span(span.start + sentence.start, span.end + sentence.start)
            is_free = not any(span.start < each.end and each.start < span.end for each in taken)
            if is_free and not ON_BEHALF.search(
                text[max(sentence.start, span.start - LOOK_BACK) : span.start]
            ):
                actors.append(Actor(span, who))
            taken.append(span)
        return sorted(actors, key=lambda actor: actor.span)

    def _turn(self, part):
        match = PRESS.match(part)
        state = self.finder.whole(match["for"]) if match else None
        is_person = state and not self.finder.find(match["person"])
        return [(Span(*match.span()), state)] if is_person else []

    def _names(self, part):
        return [(mention.span, mention.known) for mention in self.finder.find(part)]

    def _speaker(self, actor, text):
        """The Speaker that an actor means: of a group, the state that spoke for it."""
        who = actor.who
        if isinstance(who, Somebody):
            organization = self.organizations.get(who.name)
            return Speaker(who, organization.slug if organization else "")
        is_group = who.kind in GROUPS
        spokesman = self.spokesman(who) if is_group else None
        if spokesman:
            return Speaker(spokesman, who.slug)
        return Speaker(who, self._group_after(text[actor.span.end :]))

    def _group_after(self, text):
        """The group in whose name a speaker just before these words speaks; "" for its own."""
        behalf = BEHALF.match(text)
        if not behalf:
            return ""
        printed = behalf["within"] or behalf["group"]
        groups = [each.known for each in self.finder.find(printed) if each.known.kind in GROUPS]
        return groups[0].slug if groups else printed

    def _proposal(self, piece, part, speakers, verb, rule, evidence=None):
        quotations = quotations_of(piece.text, part)
        values = {
            "speakers": [label_of(speaker.who) for speaker in speakers],
            "quotations": [span.of(piece.text).strip() for span in quotations],
            "act": act_of(verb),
            "stance": stance_of(verb),
            "source_word": verb,
            "section": piece.section,
            "paragraph": piece.paragraph,
        }
        if groups := {label_of(each.who): each.group for each in speakers if each.group}:
            values["for_groups"] = groups
        spans = {f"quotations.{at}": evidence_of(piece, span) for at, span in enumerate(quotations)}
        is_known = all(isinstance(each.who, Known) or each.who.name for each in speakers)
        is_sure = rule == "subject-and-verb" and is_known
        certainty = Certainty.SURE if is_sure else Certainty.CHECK
        place = evidence_of(piece, part)
        spans |= evidence or {}
        return Proposal(ProposalKind.STATEMENT, rule, place, values, spans, certainty)


def organizations_in(pieces: Iterable[Piece], finder: NameFinder) -> dict[str, Known]:
    """{name of a person: the known participant in whose name a sentence says that it spoke}."""
    organizations = {}
    for piece in pieces:
        for match in FOR_ORGANIZATION.finditer(piece.text) if piece.is_prose else ():
            mentions = finder.find(match["organization"])
            if mentions and mentions[0].span.start <= len("the "):
                organizations.setdefault(match["name"], mentions[0].known)
    return organizations


def label_of(speaker: Known | Somebody) -> str:
    """What identifies a speaker: the slug of a participant, the name or office of a person."""
    return speaker.slug if isinstance(speaker, Known) else speaker.label


def _in_own_name(speakers, words):
    """The speakers, without the group if they go on in a national capacity."""
    if not OWN_NAME.search(words):
        return speakers
    return [speaker._replace(group="") for speaker in speakers]


def _continued(words):
    """The verb of a sentence that goes on with what the last speaker said; "" for another."""
    if match := PRONOUN.match(words):
        return verb_of(match)
    if match := AFTER_WORDS.search(words):
        return match["verb"]
    return "said" if ACCORDING.match(words) else ""
