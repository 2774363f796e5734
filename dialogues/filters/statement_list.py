"""A filtered list of statements, and all that a page, a file or a feed shows of it."""

from dataclasses import dataclass, replace
from functools import cached_property

from django.conf import settings
from django.http import QueryDict

from dialogues.filters.applied import AppliedFilter, applied_filters, list_title
from dialogues.filters.canonical import canonical_query
from dialogues.filters.days import period_of
from dialogues.filters.facets import facet_of, facets_of
from dialogues.filters.filterset import SORTS, StatementFilter
from dialogues.filters.pagination import page_of
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import Option, address_of, clocks_of, fields_of
from dialogues.filters.results import StatementResults
from dialogues.http.urls import base_of
from dialogues.search.highlight import HighlightTerms
from dialogues.search.named_records import Named, named_in
from dialogues.search.search import RELEVANCE, SearchRequest, search
from dialogues.search.spelling import rewordings
from dialogues.statement_cards import cards_of
from dialogues.statement_filters import DAY_KEYS

FEW = 5  # statements: with more, the words are spelled as they are meant


@dataclass(frozen=True, eq=False)
class StatementList:
    """The statements that request parameters ask for, at one edition.

    Each part is computed when it is first used. `base` is the address of the site.
    """

    params: QueryDict
    edition: str
    base: str = ""

    @classmethod
    def of(cls, request):
        """The list that the address of a request asks for."""
        return cls(request.GET, request.edition, base_of(request))

    @classmethod
    def everything(cls, edition):
        return cls(QueryDict(), edition)

    def without(self, applied):
        """The list without one of its applied filters."""
        return replace(self, params=applied.params_without)

    @cached_property
    def filterset(self):
        return StatementFilter(self.params, self.edition)

    @cached_property
    def results(self):
        return StatementResults(self.filterset)

    @property
    def count(self):
        return len(self.results)

    @property
    def is_filtered(self):
        return bool(self.filterset.search_request.filters or self.words)

    # Addresses

    @cached_property
    def canonical_query(self):
        """The query string with slugs for names and former slugs; None if it has none of these."""
        return canonical_query(self.filterset)

    def canonical(self):
        """The list at its canonical address."""
        if not self.canonical_query:
            return self
        return replace(self, params=QueryDict(self.canonical_query.removeprefix("?")))

    @property
    def query(self):
        """The query string of the list with its page size, without the page number."""
        return address_of(self.params)

    @property
    def own_query(self):
        """The query string of this page."""
        return address_of(self.params, page=self.page.number)

    @property
    def list_query(self):
        """The query string of the whole list, without page number and size."""
        return address_of(self.params, without=["size"])

    @property
    def query_without_expansions(self):
        return address_of(self.params, widen="off")

    # What is shown

    @cached_property
    def page(self):
        return page_of(self.results, self.params)

    @cached_property
    def cards(self):
        """The HTML of each statement on the page."""
        terms = HighlightTerms.from_query(self.filterset.resolved_query.parsed)
        pks, clock = self.page.object_list, self.filterset.clock_in_use
        return cards_of(pks, self.edition, self.base, terms, clock)

    @cached_property
    def applied(self) -> list[AppliedFilter]:
        return applied_filters(self.filterset)

    @property
    def title(self):
        return list_title(self.applied)

    @property
    def words(self):
        """The words that the reader typed; "" for none."""
        return self.filterset.applied_values("q") or ""

    @cached_property
    def named_in_words(self):
        """The records that the words name; a state, or where little is found another record, also
        if they nearly name it."""
        records = named_in(self.words, self.edition)
        is_state = any(record.key == "state" for record in records.records)
        is_doubtful = records.is_near and not is_state and self.count > FEW
        return Named() if is_doubtful else records

    @cached_property
    def corrected(self):
        """The list for the words as they may have been meant; None if that is empty too."""
        if not self.words or self.count:
            return None
        parsed = self.filterset.resolved_query.parsed
        for words in rewordings(self.words, parsed, self.edition):
            params = self.params.copy()
            params["q"] = words
            better = replace(self, params=params)
            if better.count:
                return better
        return None

    @property
    def is_failed_search(self):
        """Whether words without filters, all of them read, find nothing."""
        query, filters = self.filterset.resolved_query, self.filterset.search_request.filters
        return bool(self.words) and not (self.count or filters or query.problems)

    @cached_property
    def named_records(self):
        """(NamedRecord, its number of statements or None) of each."""
        return with_counts(self.named_in_words.records, self.edition)

    @property
    def expansions(self):
        """Other names that are searched for as well."""
        return self.filterset.resolved_query.expansions

    @property
    def hidden_fields(self):
        """(key, value) of each applied filter, for a form that changes the words only."""
        return [(applied.key, applied.value) for applied in self.applied if applied.key != "q"]

    @property
    def sorts(self):
        """An Option for each order that the list can have."""
        return [
            Option(sort.label, address_of(self.params, sort=key), key == self.filterset.sort_now)
            for key, sort in SORTS.items()
            if key != RELEVANCE or self.filterset.resolved_query.parsed.has_words
        ]

    @property
    def clocks(self):
        return clocks_of(self.filterset)

    @cached_property
    def facets(self):
        return facets_of(self.filterset, self.results.numbers)

    def facet(self, key, find=""):
        """The facet of one key, with all its values or those with `find` in their labels."""
        numbers = self.results.numbers[key]
        return facet_of(self.filterset, key, numbers, max_folded=len(numbers), find=find)

    @property
    def first_day(self):
        return self._day("from")

    @property
    def last_day(self):
        return self._day("to")

    def _day(self, key):
        """The day that a key of DAY_KEYS limits the list by; None if it does not."""
        value = self.filterset.applied_value(key)
        return period_of(value).limit(DAY_KEYS[key].lookup) if value else None

    @cached_property
    def fields(self):
        """(key, value) of each request parameter but the page, for a form."""
        return fields_of(self.params)

    @property
    def fields_without_days(self):
        return fields_of(self.params, without=DAY_KEYS)

    # What could not be done

    @cached_property
    def problems(self):
        """A sentence for each part of the filters that could not be used."""
        return problems_of(self.filterset)

    @property
    def page_problems(self):
        """The problems, and those with the number and size of the page."""
        return self.problems + self.page.problems

    @property
    def is_exact_spelling(self):
        """Whether words match only as they are spelled, as they do without the search index."""
        return bool(self.words) and not self.results.is_from_index

    @property
    def is_index_rebuilding(self):
        """Whether words match only as spelled for the moment, until the index is rebuilt."""
        return bool(settings.SEARCH_INDEX) and self.is_exact_spelling


def with_counts(records, edition):
    """[(record, number of its statements)] of NamedRecords.

    The number is None for records whose statements are not counted, and for all of them without the
    search index: the database would count every key to answer.
    """
    everything = search(SearchRequest(), edition) if records else None
    numbers = everything.numbers if everything else {}
    return [
        (record, numbers[record.key][record.slug] if record.key in numbers else None)
        for record in records
    ]
