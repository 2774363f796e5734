"""The filters of the statements page, its exports and its programs."""

import django_filters as filters
from django import forms
from django.utils.translation import gettext_lazy as _

from dialogues.filters.listed import ForgivingFilterSet, ListedFilter
from dialogues.models import Dialogue, Participant, Person, Statement, Theme

NEWEST = "newest"
SORTS = {
    NEWEST: (_("Newest first"), "newest_first"),
    "oldest": (_("Oldest first"), "oldest_first"),
    "speaker": (_("By speaker"), "by_speaker"),
}
KINDS = [
    *Participant.Kind.choices,
    ("person", _("Official or panellist")),
    ("unnamed", _("Nobody named")),
]
VOICES = [
    ("own", _("In the speaker's own name")),
    ("joint", _("Joint, on behalf of others")),
    ("unnamed", _("Of nobody who is named")),
]


def years():
    found = Dialogue.objects.published().order_by("-year").values_list("year", flat=True)
    return [(str(year), str(year)) for year in dict.fromkeys(found)]


def dialogues():
    found = Dialogue.objects.published().newest_first()
    return [(one.slug, f"{one.held_on or one.year}, {one.title}") for one in found]


def themes():
    return Theme.objects.in_order().values_list("slug", "label")


def regional_groups():
    return Participant.objects.regional_groups().values_list("slug", "name")


def states():
    return Participant.objects.filter(kind__in=Participant.STATE_KINDS).values_list("slug", "name")


def participants():
    return Participant.objects.values_list("slug", "name")


def speakers():
    return [*participants(), *Person.objects.values_list("slug", "name")]


class StatementFilter(ForgivingFilterSet):
    """Each field here is one key in the address of a list of statements."""

    year = ListedFilter(label=_("Year"), choices=years, field_name="dialogue__year")
    group = ListedFilter(label=_("Regional group"), choices=regional_groups, means="in_groups")
    theme = ListedFilter(label=_("Theme"), choices=themes, means="within_themes")
    state = ListedFilter(label=_("State"), choices=states, means="by_participants")
    represented = ListedFilter(
        label=_("Spoken for by another"), choices=participants, means="representing"
    )
    situation = ListedFilter(
        label=_("Situation spoken about"), choices=participants, means="about_situations"
    )
    speaker = ListedFilter(label=_("Speaker"), choices=speakers, means="by_speakers")
    kind = ListedFilter(label=_("Kind of speaker"), choices=KINDS, means="by_kinds")
    voice = ListedFilter(label=_("Voice"), choices=VOICES, means="in_voices")
    forum = ListedFilter(
        label=_("Forum"), choices=Dialogue.Forum.choices, field_name="dialogue__forum"
    )
    dialogue = ListedFilter(label=_("Dialogue"), choices=dialogues, field_name="dialogue__slug")
    stance = ListedFilter(label=_("Stance on the theme"), choices=Statement.Stance.choices)
    provenance = ListedFilter(label=_("Provenance"), choices=Statement.Provenance.choices)
    q = filters.CharFilter(
        label=_("Words"), method="with_words", max_length=500, widget=forms.TextInput
    )
    sort = ListedFilter(
        label=_("Order"),
        choices=[(key, label) for key, (label, _method) in SORTS.items()],
        method="in_order",
    )

    class Meta:
        model = Statement
        fields = []

    def with_words(self, statements, name, value):
        return statements.with_words(value)

    def in_order(self, statements, name, value):
        return getattr(statements, SORTS[value[0]][1])()
