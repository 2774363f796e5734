"""What the index holds of each statement, and how its words are cut and compared."""

import unicodedata
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import tantivy
from tantivy import Filter, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

from dialogues import filter_keys

# One field for each key of the address, with the address's values. Groups have their database
# keys instead, so that renaming a group does not change the documents of its members.
FILTER_KEYS = tuple(filter_keys.FILTER_KEYS)
COUNTED_KEYS = tuple(filter_keys.COUNTED_KEYS)
GROUP_FIELDS = dict(filter_keys.FILTER_KEYS["group"].fields_by_clock)
# Where words are looked for, and how much a find there weighs in the order by relevance.
TEXT_FIELDS = {
    "said": 1.0,
    "summary": 1.0,
    "names": 2.0,
    "spoken_for": 1.5,
    "themes": 1.0,
    "dialogue_title": 0.5,
    "symbols": 1.0,
}
# Words longer than this, in bytes, are not indexed; no language has them.
MAX_WORD_BYTES = 200


def _analyzer(*filters):
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for one in (Filter.remove_long(MAX_WORD_BYTES), Filter.lowercase(), Filter.ascii_fold()):
        builder = builder.filter(one)
    for one in filters:
        builder = builder.filter(one)
    return builder.build()


STEMMED = _analyzer(Filter.stemmer("english"))
PLAIN = _analyzer()


def without_accents(text):
    """The text without accents and other marks on letters, in the one form the index knows."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def stems(text):
    """The words of a text as the index compares them: lower case, no accents, English stems."""
    return STEMMED.analyze(without_accents(text))


def words(text):
    """The words of a text in lower case without accents, not cut to stems."""
    return PLAIN.analyze(without_accents(text))


def _schema():
    builder = SchemaBuilder()
    builder.add_unsigned_field("pk", indexed=True, fast=True)
    # For the order of the statements: see dialogues.snapshot.sort_keys.
    builder.add_unsigned_field("date_key", fast=True)
    for name in dict.fromkeys([*FILTER_KEYS, *GROUP_FIELDS.values(), "speaker_key"]):
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    for name in TEXT_FIELDS:
        builder.add_text_field(name, tokenizer_name="stemmed")
    # Every word as it is typed, for word* only.
    builder.add_text_field("plain", tokenizer_name="plain", index_option="basic")
    # What a document was made from, for the comparison with the database.
    builder.add_text_field("digest", stored=True, tokenizer_name="raw", index_option="basic")
    return builder.build()


SCHEMA = _schema()


class DamagedIndexError(ValueError):
    """The index cannot be read. It is made anew with the next question."""


@contextmanager
def panics_as_errors():
    """Raise a panic inside tantivy as DamagedError: as it comes, it would pass for no error."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise DamagedIndexError(str(error)) from error
        raise


def open_folder(path, *, new=False):
    """The index in a folder, made there if it is to be new. Raises ValueError if it is damaged."""
    index = tantivy.Index(SCHEMA, path=str(path)) if new else tantivy.Index.open(str(path))
    index.register_tokenizer("stemmed", STEMMED)
    index.register_tokenizer("plain", PLAIN)
    return index


def _version():
    """Changes with the way documents are made: an index made in another way is not used."""
    here = Path(__file__).parent
    made_by = [
        (here / name).read_bytes()
        for name in (
            "schema.py",
            "documents.py",
            "../snapshot/sort_keys.py",
            "../snapshot/registry.py",
            "../snapshot/statement_rows.py",
            "../snapshot/memberships.py",
        )
    ]
    return sha256(b"\0".join([*made_by, tantivy.__version__.encode()])).hexdigest()[:12]


VERSION = _version()
