"""What is new, for readers of feeds (Atom, RFC 4287)."""

import re
from itertools import islice

from django.contrib.syndication.views import Feed
from django.http import HttpResponseBadRequest
from django.shortcuts import redirect
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from dialogues.filters.applied import applied_filters, list_title
from dialogues.filters.canonical import canonical_query
from dialogues.filters.problems import problems_of
from dialogues.filters.querystring import address_of
from dialogues.filters.results import StatementResults
from dialogues.filters.statements import StatementFilter
from dialogues.models import Change, Statement, Version
from dialogues.serializers import speaker_name

ENTRIES = 50
PLAIN = "text/plain; charset=utf-8"
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Atom(Feed):
    """What both feeds have in common."""

    feed_type = Atom1Feed
    author_name = "R2P Dialogues"

    def item_title(self, entry):
        return _printable(entry.title)

    def item_description(self, entry):
        """As HTML, which it is taken for."""
        return linebreaksbr(_printable(entry.words), autoescape=True)

    def item_link(self, entry):
        return entry.address

    def item_guid(self, entry):
        return entry.id

    def item_updateddate(self, entry):
        return entry.at

    item_pubdate = item_updateddate

    def item_author_name(self, entry):
        return _printable(entry.speaker) or self.author_name

    def get_object(self, request):
        return request


class StatementFeed(Atom):
    """New and corrected statements of a filtered list, the latest first."""

    def __call__(self, request, *args, **kwargs):
        """400 for a filter that is not understood: a feed of everything would say nothing of it."""
        filterset = StatementFilter(request.GET, request.edition)
        if better := canonical_query(filterset):
            return redirect(request.path + better)
        if problems := problems_of(filterset):
            return HttpResponseBadRequest("\n".join(problems), content_type=PLAIN)
        return super().__call__(request, *args, **kwargs)

    def title(self, request):
        heading = list_title(applied_filters(StatementFilter(request.GET, request.edition)))
        return _printable(_("R2P Dialogues: %s") % heading)

    def link(self, request):
        return reverse("statement-list") + self._query(request)

    def feed_url(self, request):
        return reverse("statement-feed") + self._query(request)

    def subtitle(self, request):
        return _("New and corrected statements")

    def items(self, request):
        versions = Version.objects.defer("page").order_by("-pk")
        filterset = StatementFilter(request.GET, request.edition)
        if filterset.search_request.filters or filterset.applied_values("q"):
            found = [pk for block in StatementResults(filterset).blocks() for pk in block]
            versions = versions.filter(statement__among=found)
        else:
            versions = versions.filter(statement__status=Statement.Status.PUBLISHED)
        latest = islice(_each_once(versions), ENTRIES)
        return [Entry.of_version(one, request.build_absolute_uri) for one in latest]

    def _query(self, request):
        return address_of(request.GET).removesuffix("?")


class CorrectionFeed(Atom):
    """Statements that were corrected, merged or withdrawn, the latest first."""

    def title(self, request):
        return _("R2P Dialogues: corrections")

    def link(self, request):
        return reverse("corrections")

    def feed_url(self, request):
        return reverse("correction-feed")

    def subtitle(self, request):
        return _("Statements that were corrected or withdrawn")

    def items(self, request):
        changes = Change.objects.corrections().newest_first().with_names()[:ENTRIES]
        return [Entry.of_change(one, request.build_absolute_uri) for one in changes]


class Entry:
    """One entry of a feed. `absolute` makes a whole address of a path."""

    def __init__(self, id, address, title, words, at, speaker=""):
        self.id, self.address, self.title = id, address, title
        self.words, self.at, self.speaker = words, at, speaker

    @classmethod
    def of_version(cls, version, absolute):
        said = version.public_record
        speaker = speaker_name(said)
        title = f"{speaker}, {said['dialogue']['held_on'] or said['dialogue']['year']}"
        if version.number > 1:
            title += _(": corrected, version %s") % version.number
        words = "\n\n".join(
            part for part in (said["text"], said["summary"], _because(version)) if part
        )
        address = reverse("statement-detail", args=[said["reference"]])
        id = absolute(version.get_absolute_url())
        return cls(id, address, title, words, version.made_at, speaker)

    @classmethod
    def of_change(cls, change, absolute):
        statement = change.statement
        named = statement.speaker_name if statement.is_public() else statement.reference
        title = f"{named}, {statement.dialogue.when}: {change.get_kind_display()}"
        return cls(
            absolute(reverse("corrections") + f"#{change.edition_id}-{statement.reference}"),
            statement.get_absolute_url(),
            title,
            change.edition.reason,
            change.edition.made_at,
        )


def _printable(text):
    """The text without letters that XML cannot hold."""
    return NOT_IN_XML.sub("", text)


def _each_once(versions):
    """The latest version of each statement, of versions with the latest first."""
    seen = set()
    for version in versions.iterator(chunk_size=2 * ENTRIES):
        if version.statement_id not in seen:
            seen.add(version.statement_id)
            yield version


def _because(version):
    is_correction = version.number > 1 and version.reason
    return _("Corrected because: %s") % version.reason if is_correction else ""
