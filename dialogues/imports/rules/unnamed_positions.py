"""Positions of states that a document counts in words and does not name: “many delegations”."""

import re
from collections.abc import Iterable

from dialogues.choices import Certainty, ProposalKind
from dialogues.imports.language.sentences import Span, quotations_of, sentences_of
from dialogues.imports.language.verbs import ADVERB, PARTICIPLE, VERB
from dialogues.imports.pieces import Piece
from dialogues.imports.proposals import Proposal, evidence_of

QUANTIFIER = (
    r"(?:(?:the\s+)?(?:overwhelming|vast|great|large)?\s*majority of"
    r"|an?\s+(?:\w+\s+)?(?:number|minority|array|group|range)\s+of"
    r"|(?:many|several|some|most)(?: of)?|numerous|few|a few|various|certain|other|almost all"
    r"|nearly all|all|both|in general,"
    r"|plusieurs|de nombreux|de nombreuses|certains|quelques|la plupart des|la majorité des"
    r"|muchos|muchas|varios|varias|algunos|algunas|la mayoría de los)"
)
NOUN = (
    r"(?:(?:participating|UN|different|diverse)\s+)?(?:member\s+states|states|countries"
    r"|delegations|delegates|speakers|participants|interventions|governments|members|them"
    r"|États(?: membres)?|délégations|pays|orateurs"
    r"|Estados(?: miembros)?|delegaciones|países|oradores)"
)
ALONE = r"(?:many|others|some|several|most)"
BARE = r"(?:member states|delegations|states|delegates|participants|speakers)(?:\s+largely)?"
SAYING = rf"(?:{VERB}|{PARTICIPLE}|encourage|call|support|acknowledge|welcome|demonstrated|used)"
# Between quantifier and verb: a clause between commas or dashes, and auxiliary words.
BETWEEN = (
    r"(?:\s*[,–-][^.;]{1,200}?[,–-])?(?:\s+(?:who|that|which|have|has|had|largely))?"
    rf"(?:\s+(?:{ADVERB}))*"
)
POSITION = re.compile(
    rf"(?:(?<=^)|(?<=[\s(]))(?P<who>{QUANTIFIER}\s+(?:the\s+)?{NOUN}"
    rf"|{ALONE}(?=\s+(?:also\s+)?(?:{VERB})\b)|(?<![a-z\d]\s){BARE})\b"
    rf"(?P<rest>{BETWEEN}\s+(?P<verb>{SAYING})\b)?",
    re.I,
)
SAID_BY = re.compile(rf"\b(?:{VERB})\s+by\s+(?:the\s+)?$", re.I)
FOR = re.compile(r"^(?:\d+\.\s+)?For\s+$")


def positions_of(pieces: Iterable[Piece]) -> list[Proposal]:
    """The positions of unnamed states in prose, in its order."""
    return [
        proposal
        for piece in pieces
        if piece.is_prose
        for sentence in sentences_of(piece.text)
        for proposal in _in_sentence(piece, sentence)
    ]


def _in_sentence(piece, sentence):
    words = sentence.of(piece.text)
    quoted = quotations_of(piece.text, sentence)
    for match in POSITION.finditer(words):
        span = Span(sentence.start + match.start("who"), sentence.start + match.end("who"))
        rule = _rule(match, words[: match.start()])
        if rule and not any(each.start <= span.start < each.end for each in quoted):
            yield _proposal(piece, sentence, span, rule, match["verb"] or "")


def _rule(match, before):
    """The rule by which the words hold a position; "" if they hold none."""
    if match["verb"]:
        return "quantifier-and-verb"
    if SAID_BY.search(before):
        return "said-by"
    return "for-many" if FOR.match(before) else ""


def _proposal(piece, sentence, span, rule, verb):
    values = {
        "quantifier": span.of(piece.text),
        "source_word": verb,
        "section": piece.section,
        "paragraph": piece.paragraph,
    }
    evidence = {"quantifier": evidence_of(piece, span)}
    place = evidence_of(piece, sentence)
    return Proposal(ProposalKind.UNNAMED, rule, place, values, evidence, Certainty.CHECK)
