"""States, groups and organizations as data, and who belongs to which group."""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from dialogues.choices import GroupKind, MembershipRole, NameKind, ParticipantKind
from dialogues.exports.records.base import Address, Note, Reference, Slug, one_of, refer
from dialogues.models import Membership, Participant


class NameRecord(Struct):
    """Another name of a participant."""

    name: Annotated[str, Meta(description="The name.")]
    kind: Annotated[str, one_of(NameKind, "What kind of name it is.")]
    language: Annotated[str, Meta(description="A language tag (BCP 47).")]
    since: Annotated[str, Meta(description="Used since: 2019, 2019-02 or 2019-02-12.")]
    until: Annotated[str, Meta(description="Used until, as exactly as known.")]
    note: Note


class MembershipRecord(Struct):
    """A participant in a group, as far as a source names the dates."""

    group: Annotated[Reference, Meta(description="The group.")]
    member: Annotated[Reference, Meta(description="The member.")]
    role: Annotated[str, one_of(MembershipRole, "As what it belongs to the group.")]
    since: Annotated[date | None, Meta(description="The first day; null if not known.")]
    until: Annotated[date | None, Meta(description="The last day; null if open or not known.")]
    dates_in_words: Annotated[str, Meta(description="The dates if they are not exact.")]
    is_minimum: Annotated[
        bool, Meta(description="Whether more than these days is possible: named on them only.")
    ]
    note: Note
    source: Annotated[Reference | None, Meta(description="The source that names it.")]
    source_note: Annotated[str, Meta(description="Where else the dates are from.")]


class ParticipantRecord(Struct):
    """A state, group or organization that can speak or be spoken for."""

    slug: Slug
    address: Address
    kind: Annotated[str, one_of(ParticipantKind, "What it is.")]
    name: Annotated[str, Meta(description="Today's name; of a state, the United Nations' name.")]
    short_name: Annotated[str, Meta(description="The name in common use.")]
    group_kind: Annotated[str, Meta(description=f"Of a group: {', '.join(GroupKind.values)}.")]
    iso2: Annotated[str, Meta(description="ISO 3166-1 alpha-2 code.")]
    iso3: Annotated[str, Meta(description="ISO 3166-1 alpha-3 code.")]
    m49: Annotated[str, Meta(description="United Nations M49 code.")]
    member_since: Annotated[
        int | None, Meta(description="Year of joining the United Nations; null for no member.")
    ]
    names: Annotated[list[NameRecord], Meta(description="Its other names.")]
    memberships: Annotated[list[MembershipRecord], Meta(description="The groups it belongs to.")]
    note: Note
    source_note: Annotated[str, Meta(description="Where codes and years are from.")]


def participant_record(participant: Participant, base: str) -> ParticipantRecord:
    """The record of a participant loaded with_record."""
    return ParticipantRecord(
        slug=participant.slug,
        address=base + participant.get_absolute_url(),
        kind=participant.kind,
        name=participant.name,
        short_name=participant.short_name,
        group_kind=participant.group_kind,
        iso2=participant.iso2,
        iso3=participant.iso3,
        m49=participant.m49,
        member_since=participant.member_since,
        names=[
            NameRecord(name.name, name.kind, name.language, name.since, name.until, name.note)
            for name in participant.names.all()
        ],
        memberships=[membership_record(each, base) for each in participant.memberships.all()],
        note=participant.note,
        source_note=participant.source_note,
    )


def membership_record(membership: Membership, _base: str) -> MembershipRecord:
    """The record of a membership loaded with_names."""
    return MembershipRecord(
        group=Reference(membership.group.slug, membership.group.name),
        member=Reference(membership.member.slug, membership.member.name),
        role=membership.role,
        since=membership.since,
        until=membership.until,
        dates_in_words=membership.dates_in_words,
        is_minimum=membership.is_minimum,
        note=membership.note,
        source=refer(membership.source),
        source_note=membership.source_note,
    )
