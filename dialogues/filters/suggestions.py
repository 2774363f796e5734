"""Records to suggest while a reader types: states, groups, people, themes and dialogues."""

from collections import Counter
from typing import NamedTuple

from dialogues.filters.querystring import statements_at
from dialogues.filters.statement_list import with_counts
from dialogues.snapshot.record_names import NamedRecord, record_names_at

MIN_LETTERS = 2
MAX_PER_KIND = 4
MAX_SUGGESTIONS = 12


class Suggestion(NamedTuple):
    """A record to suggest, with the number of its statements; None if they are not counted."""

    record: NamedRecord
    count: int | None

    @property
    def url(self):
        """The statements of the record; its own page if it has none, which says what is known."""
        record = self.record
        return statements_at(**{record.key: record.slug}) if self.count else record.address


def suggestions_for(text: str, edition: str) -> list[Suggestion]:
    """The Suggestions for what is being typed: of each kind a few, exact spellings first."""
    text = text.strip()
    if len(text) < MIN_LETTERS:
        return []
    records, kinds = [], Counter()
    for record in record_names_at(edition).beginning_with(text):
        kinds[record.kind] += 1
        if record.key and kinds[record.kind] <= MAX_PER_KIND:
            records.append(record)
    return [Suggestion(*each) for each in with_counts(records[:MAX_SUGGESTIONS], edition)]
