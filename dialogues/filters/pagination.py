"""The page of a long list that an address asks for."""

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.utils.translation import gettext as _

from dialogues.filters.querystring import address_of

PAGE_SIZES = (15, 25, 50, 100)
MAX_SHOWN = 20  # characters of a page number that is not one


class ListPage(Page):
    """A page with the addresses of its neighbours; "" where there is none."""

    @property
    def previous_url(self):
        return self._url(self.previous_page_number()) if self.has_previous() else ""

    @property
    def next_url(self):
        return self._url(self.next_page_number()) if self.has_next() else ""

    @property
    def problems(self):
        """A sentence for each part of the address that could not be used for this page."""
        return self.paginator.problems

    def _url(self, number):
        return address_of(self.paginator.params, page=number)


class ListPaginator(Paginator):
    """Reads the number and size of a page from request parameters."""

    def __init__(self, records, params, size):
        self.params, self.default_size = params, size
        self.problems = []
        super().__init__(records, self._size())

    def requested_page(self):
        """The page that the address asks for; the first one if there is no such page."""
        number = self.params.get("page") or 1
        try:
            return self.page(number)
        except (EmptyPage, PageNotAnInteger):
            message = _(
                "There is no page “%(page)s”. Pages run from 1 to %(last)s; this is page 1."
            )
            values = {"page": str(number)[:MAX_SHOWN], "last": self.num_pages}
            self.problems.append(message % values)
            return self.page(1)

    def _size(self):
        size = self.params.get("size")
        if not size:
            return self.default_size
        if size in map(str, PAGE_SIZES):
            return int(size)
        *sizes, largest = PAGE_SIZES
        message = _("A page can have %(sizes)s or %(largest)s entries. This one has %(first)s.")
        values = {
            "sizes": ", ".join(map(str, sizes)),
            "largest": largest,
            "first": self.default_size,
        }
        self.problems.append(message % values)
        return self.default_size

    def _get_page(self, *args, **kwargs):
        return ListPage(*args, **kwargs)


def page_of(records, params, size=PAGE_SIZES[0]):
    """The ListPage of these records that the address asks for; without one, `size` a page."""
    return ListPaginator(records, params, size).requested_page()
