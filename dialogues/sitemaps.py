"""All addresses that search engines may keep, with the day of their last change."""

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
)

PAGES = (
    "home statement-list dialogue-list state-list group-list organization-list person-list "
    "theme-list source-list figure-list analysis coverage series compare commitment corrections "
    "verify about method search-help"
).split()
# A file of the index has at most so many addresses; the protocol allows 50,000.
MOST = 10_000


class Pages(Sitemap):
    """Pages that are not of one record."""

    def items(self):
        return PAGES

    def location(self, item):
        return reverse(item)


class Statements(Sitemap):
    limit = MOST

    def items(self):
        found = Statement.objects.published().annotate(at=Max("versions__made_at"))
        return found.order_by("pk").only("reference")

    def lastmod(self, statement):
        return statement.at

    def get_latest_lastmod(self):
        return Version.objects.aggregate(at=Max("made_at"))["at"]


class Dialogues(Sitemap):
    def items(self):
        changed = Max("statements__changes__edition__made_at")
        return Dialogue.objects.published().annotate(at=changed).order_by("slug")

    def lastmod(self, dialogue):
        return dialogue.at

    def get_latest_lastmod(self):
        return Edition.objects.aggregate(at=Max("made_at"))["at"]


class Records(Sitemap):
    """Every record of one kind."""

    limit = MOST

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
}
