"""The language of a document, by its most frequent small words."""

import re
from collections import Counter
from collections.abc import Iterable

SMALL_WORDS = {
    "en": frozenset("the of and to in that for was with on by".split()),
    "fr": frozenset("le la les des et du une dans que pour est aux".split()),
    "es": frozenset("el los las del y una que en por con para se".split()),
}
MAX_READ = 20_000  # characters


def language_of(texts: Iterable[str]) -> str:
    """The tag of the language of texts, of those that documents are read in: en, fr or es."""
    words = Counter(re.findall(r"\w+", " ".join(texts)[:MAX_READ].casefold()))
    counts = {
        language: sum(words[word] for word in small) for language, small in SMALL_WORDS.items()
    }
    return max(counts, key=lambda language: counts[language])
