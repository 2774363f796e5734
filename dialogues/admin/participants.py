"""States, groups and organizations, with their names and memberships."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dialogues.admin.base import CuratedAdmin, CuratedInline, NoDuplicatesFormSet
from dialogues.admin.merge_split import Mergeable
from dialogues.models import (
    Group,
    Membership,
    Name,
    Organization,
    Participant,
    State,
)


class NameInline(CuratedInline, admin.TabularInline):
    model = Name
    formset = NoDuplicatesFormSet
    fields = ["name", "kind", "language", "since", "until", "note"]


class MembershipInline(CuratedInline, admin.TabularInline):
    """The groups a participant belongs to."""

    model = Membership
    formset = NoDuplicatesFormSet
    fk_name = "member"
    fields = [
        "group",
        "role",
        "since",
        "until",
        "dates_in_words",
        "is_minimum",
        "note",
        "source",
        "source_note",
    ]
    autocomplete_fields = ["group", "source"]


class MemberInline(CuratedInline, admin.TabularInline):
    """The members of a group."""

    model = Membership
    formset = NoDuplicatesFormSet
    fk_name = "group"
    fields = [
        "member",
        "role",
        "since",
        "until",
        "dates_in_words",
        "is_minimum",
        "note",
        "source",
        "source_note",
    ]
    autocomplete_fields = ["member", "source"]


@admin.register(Participant)
class ParticipantAdmin(Mergeable, CuratedAdmin):
    """All participants. Hidden from the menu: it serves the autocomplete fields."""

    list_display = ["name", "kind", "slug"]
    list_filter = ["kind"]
    search_fields = ["key", "names__key"]
    search_help_text = _("Any current, former or short name, in any spelling.")
    fields = ["kind", "group_kind", "name", "short_name", "slug", "note", "source_note"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [NameInline, MembershipInline]
    kinds = Participant.Kind.values
    merged_model = Participant

    def get_search_results(self, request, queryset, search_term):
        return queryset.matching(search_term.replace("\x00", "")), False

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._is_allowed(
            request, "change", obj
        )

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self._is_allowed(
            request, "delete", obj
        )

    def _is_allowed(self, request, verb, participant):
        """Groups belong to the vocabulary, which only editors change."""
        is_group = participant is not None and participant.kind == Participant.Kind.GROUP
        return not is_group or request.user.has_perm(f"dialogues.{verb}_group")

    def get_model_perms(self, request):
        return super().get_model_perms(request) if type(self) is not ParticipantAdmin else {}

    def formfield_for_choice_field(self, db_field, request, **kwargs):
        if db_field.name == "kind":
            kinds = set(self.kinds)
            if not request.user.has_perm("dialogues.add_group"):
                kinds.discard(Participant.Kind.GROUP)
            kwargs["choices"] = [
                (value, label) for value, label in Participant.Kind.choices if value in kinds
            ]
        return super().formfield_for_choice_field(db_field, request, **kwargs)


@admin.register(State)
class StateAdmin(ParticipantAdmin):
    list_display = ["name", "kind", "iso3", "m49", "member_since"]
    fields = [
        "kind",
        "name",
        "short_name",
        "slug",
        ("iso2", "iso3", "m49"),
        "member_since",
        "note",
        "source_note",
    ]
    kinds = Participant.STATE_KINDS


@admin.register(Group)
class GroupAdmin(ParticipantAdmin):
    list_display = ["name", "group_kind", "slug"]
    list_filter = ["group_kind"]
    fields = ["kind", "group_kind", "name", "short_name", "slug", "note", "source_note"]
    inlines = [NameInline, MemberInline]
    kinds = [Participant.Kind.GROUP]


@admin.register(Organization)
class OrganizationAdmin(ParticipantAdmin):
    fields = ["kind", "name", "short_name", "slug", "note", "source_note"]
    inlines = [NameInline, MembershipInline, MemberInline]
    kinds = Participant.ORGANIZATION_KINDS


@admin.register(Membership)
class MembershipAdmin(CuratedAdmin):
    list_display = ["group", "member", "role", "since", "until", "is_minimum"]
    list_filter = ["role", "is_minimum", ("group", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["group", "member"]
    search_fields = ["group__key", "member__key", "member__names__key"]
    fields = [
        "group",
        "member",
        "role",
        ("since", "until", "dates_in_words"),
        "is_minimum",
        "note",
        "source_note",
    ]
    autocomplete_fields = ["group", "member"]


@admin.register(Name)
class NameAdmin(CuratedAdmin):
    list_display = ["name", "participant", "kind", "language", "since", "until"]
    list_filter = ["kind", "language"]
    list_select_related = ["participant"]
    search_fields = ["key", "participant__key"]
    fields = ["participant", "name", ("kind", "language"), ("since", "until"), "note"]
    autocomplete_fields = ["participant"]
