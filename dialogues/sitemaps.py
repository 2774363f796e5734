"""The addresses that search engines may index, with the date of the last change."""

from django.contrib.sitemaps import Sitemap
from django.db.models import Max
from django.urls import reverse

from dialogues.models import (
    Dialogue,
    Edition,
    Group,
    Organization,
    Person,
    SourceDocument,
    State,
    Statement,
    Theme,
    Version,
    Vote,
)

PAGES = (
    "home statement-list dialogue-list state-list group-list organization-list person-list "
    "theme-list source-list vote-list engagement-list figure-list analysis coverage series compare "
    "commitment map joint theme-years corrections verify search-help "
    "release-list codebook api-reference primer glossary using about method who privacy "
    "accessibility"
).split()
# Addresses in one file; the protocol allows 50,000.
MAX_ADDRESSES = 10_000


class Pages(Sitemap):
    """Pages that do not show a single record."""

    def items(self):
        return PAGES

    def location(self, item):
        return reverse(item)


class Statements(Sitemap):
    limit = MAX_ADDRESSES

    def items(self):
        statements = Statement.objects.published().annotate(changed_at=Max("versions__made_at"))
        return statements.order_by("pk").only("reference")

    def lastmod(self, statement):
        return statement.changed_at

    def get_latest_lastmod(self):
        return Version.objects.aggregate(at=Max("made_at"))["at"]


class Dialogues(Sitemap):
    def items(self):
        changed_at = Max("statements__changes__edition__made_at")
        return Dialogue.objects.published().annotate(changed_at=changed_at).order_by("slug")

    def lastmod(self, dialogue):
        return dialogue.changed_at

    def get_latest_lastmod(self):
        return Edition.objects.aggregate(at=Max("made_at"))["at"]


class Records(Sitemap):
    """All records of one kind. `records()` returns them."""

    limit = MAX_ADDRESSES

    def __init__(self, records):
        self.records = records

    def items(self):
        return self.records().order_by("slug")


SITEMAPS = {
    "pages": Pages,
    "statements": Statements,
    "dialogues": Dialogues,
    "states": Records(State.objects.all),
    "groups": Records(Group.objects.all),
    "organizations": Records(Organization.objects.all),
    "people": Records(Person.objects.public),
    "themes": Records(Theme.objects.all),
    "sources": Records(SourceDocument.objects.all),
    "votes": Records(Vote.objects.public),
}
