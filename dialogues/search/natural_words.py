"""What words of a sentence mean in a query: nothing, a year, or a stance."""

from collections.abc import Collection
from dataclasses import replace

from dialogues.choices import Stance
from dialogues.index.schema import stems
from dialogues.search.query_parser import All, Node, Value, Words

# They do not decide what is found: “what Ghana said about the veto”.
STOP_WORDS = frozenset(
    "a about an and are as at be been by did do does for from had has have in is it its of on or "
    "that the their these this those to was were will with".split()
)
# In a question, verbs ask for a stance: “who challenged R2P”.
VERBS = {
    Stance.OPPOSES: "against challenge object oppose reject",
    Stance.SUPPORTS: "endorse favour support welcome",
    Stance.QUESTIONS: "doubt query question",
}
STANCES = {stem: stance for stance, verbs in VERBS.items() for stem in stems(verbs)}


def without_stop_words(wanted: Node | None) -> Node | None:
    """A query without single words that say nothing, if others are left. Names stay whole."""
    if not isinstance(wanted, All):
        return wanted
    parts = tuple(part for part in wanted.parts if not _is_stop_word(part))
    if not parts:
        return wanted
    return replace(wanted, parts=parts) if len(parts) > 1 else parts[0]


def _is_stop_word(node):
    return isinstance(node, Words) and not node.key and node.text.casefold() in STOP_WORDS


def value_of(word: str, years: Collection[int], is_question: bool) -> Value | None:
    """The year of a dialogue that a word is, or the stance that a verb of a question asks for."""
    if word.isascii() and word.isdecimal() and int(word) in years:
        return Value("year", word, (word,))
    if is_question and (stance := STANCES.get("".join(stems(word)))):
        return Value("stance", stance.value, (stance.value,))
    return None
