"""Who says something in a sentence: the names that are the subject of a verb of saying.

Each pattern looks at what is before or after a name, or after a list of names; the whole sentence
is not parsed. So a name within a clause ("noted that Qatar supported…"), after a preposition
("committed in Syria") or in an office ("the Foreign Minister of Qatar") is no speaker.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogues.imports.language.sentences import Span
from dialogues.imports.language.verbs import ADVERB, PARTICIPLE, VERB

# The rule of a Subject that takes the floor without words.
FLOOR = "takes-the-floor"
# Around a name, in characters; longer than what any pattern needs.
LOOK_BACK, LOOK_AHEAD = 200, 600
ARTICLE = r"(?:the\s+|of\s+|its?\s+|all\s+|l[ae]s?\s+|l['’]|el\s+|los\s+)?"
# Between the names of one list.
LINK = re.compile(
    r"^\s*(?:\([^()]*\))?\s*(?:,\s*(?:and\s+)?|\s+(?:and|et|y|e)\s+|\s*&\s*|,?\s+as well as\s+)"
    rf"{ARTICLE}$"
)
# Between a subject and its verb: brackets, "in its statement", "and panellists", between dashes.
ASIDE = (
    r"(?:\s+and\s+(?:the\s+)?panellists|\s*\([^()]*\)"
    r"|,(?!\s*(?:and|while)\b)[^,;:.“\"]{1,140},(?=\s)"
    r"|\s[–—-]\s[^–—;:.]{1,160}\s[–—-](?=\s))"
)
# "opened the dialogue by noting", "spoke on behalf of the group, welcoming"
STEP = (
    r"(?:opened|closed|began|concluded|continued|started|ended)\b[^.;,]{0,60}?\bby\s+"
    rf"(?P<by>{PARTICIPLE})\b"
    rf"|(?:spoke|delivered|made)\b[^.;]{{0,120}}?,\s+(?P<then>{PARTICIPLE})\b"
)
SPOKE = re.compile(
    rf"^{ASIDE}?(?:\s*[,–—-])?(?:\s+(?:who|which|that))?(?:,[^,]{{1,80}},)?"
    rf"(?:\s+(?:{ADVERB}))*,?\s+(?:{STEP}|(?P<plain>{VERB})\b(?!\s+by\b))",
    re.I,
)
SPEAKING = re.compile(rf"^{ASIDE}?,?(?:\s+(?:{ADVERB}))*\s+(?P<verb>{PARTICIPLE})\b", re.I)
# Takes the floor; what is said follows in the next sentence, or not at all.
TAKES_FLOOR = re.compile(
    rf"^(?:\s+(?:{ADVERB}))*\s+(?:delivered|made|gave)\s+(?:a|an|its|his|her|their)?\s*\w*\s*"
    r"(?:statement|remarks|intervention|speech|address)|^\s+(?:took the floor|spoke)\b",
    re.I,
)
# "Switzerland, for its part, was finalizing a manual"
FOR_ITS_PART = re.compile(
    r"^,\s+for (?:its|their|his|her) part,\s+"
    r"(?P<verb>(?:was|were|is|are|had been)\s+(?:\w+ly\s+)?\w+ing)\b"
)
# "has led Mr. Dieng to fear that"
LED = re.compile(r"\bled\s+$")
LED_TO = re.compile(r"^\s+to\s+(?P<verb>fear|believe|conclude|say|think|hope|warn|call)\b")
# "Brazil's views that": words of Brazil follow.
VIEW = re.compile(
    r"^['’]s?\s+(?:\w+\s+){0,2}?(?P<verb>views?|sentiments?|conviction|position|concerns?|calls?"
    r"|opinion|belief|argument|assertion)\s+that\b"
)
# "Cuba's delegation reiterated"
GENITIVE = re.compile(
    r"^['’]s?\s+(?:delegation|statement|representative|ambassador|intervention|delegate)\b"
)
ACCORDING_TO = re.compile(r"\baccording to\s+(?:the\s+)?$", re.I)
# Who does what a subject did: "Chile, who urged", "of Kazakhstan which, having joined, encouraged".
WHO = re.compile(r"^(?:\s*,)?\s+(?:who|which)\b")
# What may be before a subject: the start, a mark, a joining word, or whose representative it is.
BEFORE = re.compile(
    r"(?:^|[,;:–—(]\s*|\s-\s|\b(?:and|while|whereas|as|but|including|both|namely|like"
    r"|representatives?\s+of|ambassadors?\s+of|delegations?\s+of|delegates\s+of"
    rf"|statements?\s+(?:of|by|from|delivered by))\s){ARTICLE}$",
    re.I,
)
# "In his remarks the Secretary-General", "For its part the EU"
INTRODUCED = re.compile(
    r"^(?:in|for|during|at)\s+(?:his|her|their|its)\s+[\w\s-]{2,40}?\s+(?:the\s+)?$", re.I
)
NAMED_LIST = re.compile(r"\b(?:including|with|notably|such as)\s+(?:the\s+)?$", re.I)
# "reflected in the statements delivered by Germany", "was shared by many states, including Chile"
SAID_BY = re.compile(
    r"(?:\bin\s+(?:the\s+|their\s+)?(?:statements?|remarks|interventions?)\s+"
    r"(?:delivered\s+|made\s+|given\s+)?(?:by|of)\s+"
    rf"|\b(?:was|were|been|is|are)\s+(?:\w+\s+){{0,2}}?(?P<verb>{VERB})\s+by\s+)"
    r"(?:[^.;,]{0,80}?,?\s*(?:including|notably)\s+)?(?:the\s+)?$",
    re.I,
)
# Within what somebody said.
SUBORDINATE = re.compile(
    r"\b(?:that|whether|how|if|because|where|when|which|que|qu['’])\s*(?:the\s+|l[ae]s?\s+|el\s+)?$",
    re.I,
)
# Not said here: "the Secretary-General had recognized".
EARLIER = re.compile(r"^\s+(?:\w+ly\s+)?had\b", re.I)


@dataclass(frozen=True)
class Actor:
    """Words of a sentence that name a possible speaker."""

    span: Span
    who: object


@dataclass(frozen=True)
class Subject:
    """Speakers of a sentence, the verb, and the rule by which they were recognised."""

    actors: tuple[Actor, ...]
    verb: str
    verb_span: Span
    rule: str

    @property
    def span(self) -> Span:
        return Span(self.actors[0].span.start, self.actors[-1].span.end)


def subjects_of(text: str, sentence: Span, actors: Sequence[Actor]) -> list[Subject]:
    """The Subjects of a sentence, in its order. An actor is the subject of one verb only."""
    subjects = []
    for chain in chains_of(text, actors):
        start, end = chain[0].span.start, chain[-1].span.end
        before = text[max(sentence.start, start - LOOK_BACK) : start]
        after = text[end : min(sentence.end, end + LOOK_AHEAD)]
        if match := _match(before, after):
            rule, verb, (verb_start, verb_end) = match
            span = Span(verb_start + end, verb_end + end)
            subjects.append(Subject(chain, verb, span, rule))
    return subjects


def chains_of(text: str, actors: Sequence[Actor]) -> list[tuple[Actor, ...]]:
    """Actors that one list names, together: “Chile, Ghana and Costa Rica”."""
    chains: list[list[Actor]] = []
    for actor in actors:
        last = chains[-1][-1] if chains else None
        between = text[last.span.end : actor.span.start] if last else ""
        if last and between == " (" and actor.who == last.who:
            continue  # its abbreviation in brackets
        if last and LINK.match(between):
            chains[-1].append(actor)
        else:
            chains.append([actor])
    return [tuple(chain) for chain in chains]


def verb_of(match: re.Match) -> str:
    """The verb that a pattern with STEP has matched."""
    return match["plain"] or match["by"] or match["then"]


def _match(before, after):
    """(rule, verb, its place after the names) if what is around names makes them a subject."""
    if SUBORDINATE.search(before) or EARLIER.match(after):
        return None
    if said_by := _said_by(before, after):
        return said_by
    if NAMED_LIST.search(before) and (match := SPEAKING.match(after)):
        return "list-and-participle", match["verb"], match.span("verb")
    if BEFORE.search(before) or INTRODUCED.match(before):
        return _subject_and_verb(after)
    return None


def _said_by(before, after):
    """The rules that look at words before the names, or at a genitive."""
    if LED.search(before) and (match := LED_TO.match(after)):
        return "led-to", match["verb"], match.span("verb")
    if WHO.match(after) and (match := SPOKE.match(after)):
        return "subject-and-verb", verb_of(match), _span(match)
    if match := SAID_BY.search(before):
        return "said-by", match["verb"] or "said", (0, 0)
    if match := VIEW.match(after):
        return "view-of", "said", match.span("verb")
    if ACCORDING_TO.search(before):
        return "according-to", "said", (0, 0)
    return None


def _subject_and_verb(after):
    if match := GENITIVE.match(after):
        spoke = SPOKE.match(after[match.end() :])
        start, end = _span(spoke) if spoke else (0, 0)
        span = start + match.end(), end + match.end()
        return ("subject-and-verb", verb_of(spoke), span) if spoke else None
    if match := FOR_ITS_PART.match(after):
        return "for-its-part", match["verb"], match.span("verb")
    if match := SPOKE.match(after):
        return "subject-and-verb", verb_of(match), _span(match)
    if TAKES_FLOOR.match(after):
        return FLOOR, "", (0, 0)
    return None


def _span(match):
    """The place of the verb that SPOKE has matched."""
    return next(match.span(name) for name in ("plain", "by", "then") if match[name])
