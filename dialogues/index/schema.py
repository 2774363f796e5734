"""What the index holds of each statement, and how its words are cut and compared."""

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

import tantivy
from tantivy import Filter, SchemaBuilder, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from dialogues import statement_filters
from dialogues.text.normalise import SIGN, without_accents

# Raise it when a document holds something else for the same records, or when words are cut or
# compared in another way: the site then builds a new index. tests/index/test_version.py fails if
# it was not raised.
INDEX_VERSION = 4
# The name of the folder. Another version of tantivy may not read the files of this one.
VERSION = f"{INDEX_VERSION}-tantivy-{metadata.version('tantivy')}"

# One field for each key of the address, with the address's values. Groups have their database
# keys instead, so that renaming a group does not change the documents of its members.
FILTER_KEYS = tuple(statement_filters.FILTER_KEYS)
COUNTED_KEYS = tuple(statement_filters.COUNTED_KEYS)
GROUP_FIELDS = dict(statement_filters.FILTER_KEYS["group"].fields_by_clock)
# The fields that are searched for words, and their weight in the order by relevance.
TEXT_FIELDS = {
    "said": 2.0,
    "said_es": 2.0,
    "said_fr": 2.0,
    "summary": 2.0,
    "names": 2.0,
    "spoken_for": 1.5,
    "themes": 1.0,
    "symbols": 1.0,
}
# The fields that are searched only by their key: note:veto, dialogue:anniversary.
KEYED_FIELDS = {"note": "note", "dialogue": "dialogue_title"}
# Longer words are not indexed; no language has them.
MAX_WORD_BYTES = 200
# A Russian letter of its own, which Unicode takes for one with an accent.
SHORT_I = re.compile("[йЙ]")


def _analyzer(*filters):
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (Filter.remove_long(MAX_WORD_BYTES), Filter.lowercase(), Filter.ascii_fold()):
        builder = builder.filter(step)
    for step in filters:
        builder = builder.filter(step)
    return builder.build()


# A stemmer leaves words in another script as they are, so each word meets that of its own.
STEMMED: TextAnalyzer = _analyzer(*map(Filter.stemmer, ("english", "russian", "arabic")))
PLAIN: TextAnalyzer = _analyzer()
# Languages in the script of English: texts in them have fields of their own.
STEMMED_IN: dict[str, TextAnalyzer] = {
    "es": _analyzer(Filter.stemmer("spanish")),
    "fr": _analyzer(Filter.stemmer("french")),
}


def said_field(language: str) -> str:
    """The field of a quotation or full text in a language, given by its tag."""
    tag = language.partition("-")[0]
    return f"said_{tag}" if tag in STEMMED_IN else "said"


def stems(text: str, language: str = "") -> list[str]:
    """The words of a text as the index compares them: lower case, no accents, cut to stems.

    In Spanish and French by the tag of the language; other words by their script, as English,
    Russian or Arabic.
    """
    analyzer = STEMMED_IN.get(language.partition("-")[0], STEMMED)
    return analyzer.analyze(searchable(text))


def stems_in(field: str, text: str) -> list[str]:
    """The words of a text as a field has them."""
    return stems(text, field.removeprefix("said_"))


def words(text: str) -> list[str]:
    """The words of a text in lower case without accents, not cut to stems."""
    return PLAIN.analyze(searchable(text))


def searchable(text: str) -> str:
    """The text as it is indexed: without accents, each sign of scripts without spaces a word."""
    parts = (without_accents(part) for part in SHORT_I.split(unicodedata.normalize("NFC", text)))
    return SIGN.sub(r" \g<0> ", "й".join(parts))


def _tokenizer_of(field):
    language = field.removeprefix("said_")
    return f"stemmed_{language}" if language in STEMMED_IN else "stemmed"


def _schema():
    builder = SchemaBuilder()
    builder.add_unsigned_field("pk", indexed=True, fast=True)
    # For the order of the statements: see dialogues.snapshot.sort_keys.
    builder.add_unsigned_field("date_key", fast=True)
    for name in dict.fromkeys([*FILTER_KEYS, *GROUP_FIELDS.values(), "speaker_key"]):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in [*TEXT_FIELDS, *KEYED_FIELDS.values()]:
        builder.add_text_field(name, tokenizer_name=_tokenizer_of(name))
    # Every word without stemming, for word* only.
    builder.add_text_field("plain", tokenizer_name="plain", index_option="basic")
    # A digest of the whole document, for the comparison with the database.
    builder.add_text_field("digest", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


SCHEMA = _schema()


class DamagedIndexError(ValueError):
    """The index cannot be read. The next search rebuilds it."""


@contextmanager
def panics_as_errors() -> Iterator[None]:
    """Raise a panic inside tantivy as DamagedIndexError: it is no subclass of Exception."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise DamagedIndexError(str(error)) from error
        raise


def open_folder(path: Path, *, new: bool = False) -> tantivy.Index:
    """The index in a folder; a new one if `new`. Raises ValueError if it is damaged."""
    index = tantivy.Index(SCHEMA, path=str(path)) if new else tantivy.Index.open(str(path))
    index.register_tokenizer("stemmed", STEMMED)
    index.register_tokenizer("plain", PLAIN)
    for language, analyzer in STEMMED_IN.items():
        index.register_tokenizer(f"stemmed_{language}", analyzer)
    return index
