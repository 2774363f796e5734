"""Finds statements of one dialogue that share nearly all words, in any order."""

from dialogues.text.normalise import tokens_of

# Share of their words that two texts have in common.
MIN_SHARED = 0.8
# Shorter texts are similar by chance.
MIN_WORDS = 6


def words_of(statement):
    """The different words of a statement's text, or of its summary if it has no text."""
    text = statement.text or statement.summary
    return frozenset(token.casefold() for token in tokens_of(text) if token[0].isalnum())


def is_nearly_same(words, other_words):
    """Whether two sets of words are nearly the same; short ones must be equal."""
    if min(len(words), len(other_words)) < MIN_WORDS:
        return bool(words) and words == other_words
    return len(words & other_words) / len(words | other_words) >= MIN_SHARED


def near_duplicates(statement, others):
    """The other statements that say nearly the same, by any speaker."""
    words = words_of(statement)
    return [
        other
        for other in others
        if other.pk != statement.pk and is_nearly_same(words, words_of(other))
    ]
