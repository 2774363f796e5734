"""Statements of one dialogue that say nearly the same."""

from dialogues.text.normalise import tokens_of

# The share of words that two have in common.
NEARLY = 0.8
# Shorter texts are alike by chance.
FEWEST_WORDS = 6


def words_of(statement):
    """The different words of a statement's text, or of its summary where no text is given."""
    said = statement.text or statement.summary
    return frozenset(one.casefold() for one in tokens_of(said) if one[0].isalnum())


def nearly(one, other):
    """Whether two sets of words are nearly the same."""
    if min(len(one), len(other)) < FEWEST_WORDS:
        return bool(one) and one == other
    return len(one & other) / len(one | other) >= NEARLY


def like(statement, others):
    """Those of the others that say nearly the same as a statement, by the same speaker or not."""
    words = words_of(statement)
    return [one for one in others if one.pk != statement.pk and nearly(words, words_of(one))]
