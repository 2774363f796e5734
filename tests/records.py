"""Functions that make test records. A test gives only the fields it is about."""

from datetime import date
from itertools import count

from dialogues import publishing
from dialogues.models import (
    Dialogue,
    Engagement,
    Membership,
    Participant,
    Participation,
    Person,
    ReportedFigure,
    SourceDocument,
    Statement,
    Theme,
    Vote,
    open_edition,
)

number = count(1)
POSITIONS = 30_000  # positions are small integers


def make_template(make):
    """Call a function that makes records, with numbers that no test uses.

    Other processes, which count for themselves, add records to copies of what it makes.
    """
    global number
    own, number = number, count(1_000_000)
    try:
        return make()
    finally:
        number = own


def make_state(name=None, **fields):
    n = next(number)
    defaults = {"kind": "state", "name": name or f"State {n}"}
    return Participant.objects.create(**defaults | fields)


def make_group(name=None, **fields):
    n = next(number)
    defaults = {"kind": "group", "group_kind": "regional", "name": name or f"Group {n}"}
    return Participant.objects.create(**defaults | fields)


def make_membership(group, member, **fields):
    return Membership.objects.create(group=group, member=member, **fields)


def make_person(name=None, **fields):
    n = next(number)
    name = name or f"Person {n}"
    return Person.objects.create(**{"name": name, "slug": f"person-{n}"} | fields)


def make_theme(label=None, **fields):
    n = next(number)
    defaults = {"label": label or f"Theme {n}", "slug": f"theme-{n}", "position": n % POSITIONS}
    return Theme.objects.create(**defaults | fields)


def make_source(**fields):
    n = next(number)
    defaults = {"title": f"Source {n}", "slug": f"source-{n}", "kind": "un-report"}
    return SourceDocument.objects.create(**defaults | fields)


def make_dialogue(**fields):
    n = next(number)
    defaults = {
        "title": f"Dialogue {n}",
        "slug": f"dialogue-{n}",
        "forum": "unga",
        "format": "plenary-debate",
        "held_on": date(2017, 9, 6),
        "speaker_list": "complete",
        "status": "published",
    }
    fields = defaults | fields
    if fields["held_on"] is not None:
        fields.setdefault("year", fields["held_on"].year)
    return Dialogue.objects.create(**fields)


def make_participation(dialogue=None, participant=None, **fields):
    defaults = {"section": "Speakers", "name_as_printed": "As printed"}
    if participant is None and "person" not in fields and "office" not in fields:
        participant = make_state()
    return Participation.objects.create(
        dialogue=dialogue or make_dialogue(),
        participant=participant,
        source=fields.pop("source", None) or make_source(),
        **defaults | fields,
    )


def make_draft(dialogue=None, participation=None, themes=(), situations=(), **fields):
    """A statement that is not published."""
    n = next(number)
    source = fields.pop("source", None) or make_source()
    if participation is None and "attribution" not in fields:
        participation = make_participation(dialogue, source=source)
    dialogue = dialogue or (participation.dialogue if participation else make_dialogue())
    defaults = {
        "summary": f"Summary {n}.",
        "provenance": "paraphrased-in-summary",
        "section": "Debate",
        "position": n % POSITIONS,
    }
    statement = Statement.objects.create(
        dialogue=dialogue,
        participation=participation,
        source=source,
        **defaults | fields,
    )
    statement.themes.set(themes)
    statement.situations.set(situations)
    return statement


def make_statement(*args, **fields):
    """A published statement. With the records made for it, it is one edition."""
    with open_edition("Made for a test"):
        checked = {"words_checked": "Made up for a test"} if fields.get("text") else {}
        statement = make_draft(*args, **checked | fields)
        assert publishing.publish([statement], "Made for a test") == []
    return statement


def make_vote(**fields):
    n = next(number)
    defaults = {"title": f"Vote {n}", "slug": f"vote-{n}", "body": "unga", "held_on": "2021-05-18"}
    source = fields.pop("source", None) or make_source()
    return Vote.objects.create(source=source, **defaults | fields)


def make_engagement(organizations=(), people=(), **fields):
    n = next(number)
    defaults = {"title": f"Engagement {n}", "key": f"engagement-{n}", "kind": "workshop"}
    source = fields.pop("source", None) or make_source()
    made = Engagement.objects.create(source=source, summary="They met.", **defaults | fields)
    made.organizations.set(organizations)
    made.people.set(people)
    return made


def make_figure(**fields):
    n = next(number)
    defaults = {
        "key": f"figure-{n}",
        "measure": "states-speaking",
        "value": n,
        "unit": "states",
        "position": n % POSITIONS,
    }
    source = fields.pop("source", None) or make_source()
    return ReportedFigure.objects.create(source=source, **defaults | fields)
