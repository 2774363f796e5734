"""Feeds of new and corrected statements (Atom, RFC 4287)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.shortcuts import redirect
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from dialogues.filters.statement_list import StatementList
from dialogues.http.responses import bad_request
from dialogues.models import Change, Statement, Version
from dialogues.serializers import speaker_name
from dialogues.text.characters import clean_text

ENTRIES = 50


class Atom(Feed):
    """What both feeds have in common."""

    feed_type = Atom1Feed
    author_name = "R2P Dialogues"

    def feed_copyright(self):
        return settings.DATA_LICENCE

    def item_title(self, entry):
        return clean_text(entry.title)

    def item_description(self, entry):
        """As HTML, which feed readers expect here."""
        return linebreaksbr(clean_text(entry.text), autoescape=True)

    def item_link(self, entry):
        return entry.url

    def item_guid(self, entry):
        return entry.id

    def item_updateddate(self, entry):
        return entry.updated_at

    item_pubdate = item_updateddate

    def item_author_name(self, entry):
        return clean_text(entry.speaker) or self.author_name

    def get_object(self, request):
        return request


def statement_feed(request):
    """The feed of a filtered list. Any filter that cannot be used is a 400."""
    statements = StatementList.of(request)
    if better := statements.canonical_query:
        return redirect(request.path + better)
    if statements.problems:
        return bad_request(statements.problems)
    return StatementFeed(statements)(request)


class StatementFeed(Atom):
    """New and corrected statements of a StatementList, the latest first."""

    def __init__(self, statements):
        self.statements = statements
        self.query = statements.query.removesuffix("?")

    def title(self, request):
        return clean_text(_("R2P Dialogues: %s") % self.statements.title)

    def link(self, request):
        return reverse("statement-list") + self.query

    def feed_url(self, request):
        return reverse("statement-feed") + self.query

    def subtitle(self, request):
        return _("New and corrected statements")

    def items(self, request):
        versions = Version.objects.defer("page").order_by("-pk")
        if self.statements.is_filtered:
            pks = [pk for block in self.statements.results.blocks() for pk in block]
            versions = versions.filter(statement__among=pks)
        else:
            versions = versions.filter(statement__status=Statement.Status.PUBLISHED)
        latest = islice(_latest_versions(versions), ENTRIES)
        return [Entry.of_version(version, request.build_absolute_uri) for version in latest]


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
        return [Entry.of_change(change, request.build_absolute_uri) for change in changes]


@dataclass(frozen=True)
class Entry:
    """One entry of a feed. The id is a whole address that never changes."""

    id: str
    url: str
    title: str
    text: str
    updated_at: datetime
    speaker: str = ""

    @classmethod
    def of_version(cls, version, build_absolute_uri):
        record = version.public_record
        speaker = speaker_name(record)
        title = f"{speaker}, {record['dialogue']['held_on'] or record['dialogue']['year']}"
        if version.number > 1:
            title += _(": corrected, version %s") % version.number
        parts = record["text"], record["summary"], _correction_reason(version)
        return cls(
            build_absolute_uri(version.get_absolute_url()),
            reverse("statement-detail", args=[record["reference"]]),
            title,
            "\n\n".join(part for part in parts if part),
            version.made_at,
            speaker,
        )

    @classmethod
    def of_change(cls, change, build_absolute_uri):
        statement = change.statement
        name = statement.speaker_name if statement.is_public() else statement.reference
        anchor = f"#{change.edition_id}-{statement.reference}"
        return cls(
            build_absolute_uri(reverse("corrections") + anchor),
            statement.get_absolute_url(),
            f"{name}, {statement.dialogue.when}: {change.get_kind_display()}",
            change.edition.reason,
            change.edition.made_at,
        )


def _latest_versions(versions):
    """The latest version of each statement, from versions in descending order."""
    seen = set()
    for version in versions.iterator(chunk_size=2 * ENTRIES):
        if version.statement_id not in seen:
            seen.add(version.statement_id)
            yield version


def _correction_reason(version):
    is_correction = version.number > 1 and version.reason
    return _("Corrected because: %s") % version.reason if is_correction else ""
