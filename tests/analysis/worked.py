"""A collection so small that every number was worked out on paper: six states, four dialogues.

    state   member since   groups                                      called
    A                      North until 2011, South from 2012; Club
    B                      North, Pact
    C                      North, Pact until 2011
    D                      South, Pact
    E                      South
    F       2011           South                                       Old F until June 2012

North and South are regional groups, Pact is a group whose members are all known, and of Club no
more is known than that A was in it in May 2010.

    dialogue (list)        A       B            C       D            E          F
    2010, 1 May (full)     spoke   for Pact     by B    -            inscribed  (not yet a member)
    2011, 1 May (full)     -       spoke        spoke   -            aligned    twice
    2012, 1 May (in part)  spoke   -            -       for Pact     -          -
    2013, 1 May (full)     -       apart        -       for Pact     spoke      -

In 2011 Pact spoke itself, and F for itself and for two others that are not named. In 2010 and
2012 A is printed under North. In 2013 B asked not to be associated with what D said for Pact.

    said in        by      on                    stance
    2010           A       Prevention            supports, quoted
    2010           B, for Pact   Veto            supports
    2011           B       Veto                  supports
    2011           C       Warning, Prevention   not stated
    2011           F       Warning               supports
    2011           nobody named  Veto            supports
    2012           A       Warning               opposes
    2012           D, for Pact   Veto            questions
    2013           E       Veto                  neutral

Warning is a part of Prevention; Veto is an initiative of A.
"""

from datetime import date
from types import SimpleNamespace

from dialogues.models import Name
from tests.records import (
    make_dialogue,
    make_group,
    make_membership,
    make_participation,
    make_state,
    make_statement,
    make_theme,
)

END_OF_2011, START_OF_2012 = date(2011, 12, 31), date(2012, 1, 1)
LISTS = {2010: "complete", 2011: "complete", 2012: "incomplete", 2013: "complete"}


def make_collection():
    """The records by the letters and years of the tables above."""
    made = SimpleNamespace(**_states(), **_groups(), **_themes())
    _belong(made)
    made.dialogues = {year: _dialogue(year, full) for year, full in LISTS.items()}
    made.in_order = list(made.dialogues.values())
    _speak(made)
    return made


def _states():
    states = {letter: make_state(f"State {letter}") for letter in "ABCDE"}
    states["F"] = make_state("State F", member_since=2011)
    Name.objects.create(participant=states["F"], name="Old F", kind="former", until="2012-06")
    return states


def _groups():
    return {
        "north": make_group("North"),
        "south": make_group("South"),
        "pact": make_group("Pact", group_kind="cross-regional"),
        "club": make_group("Club", group_kind="network"),
    }


def _themes():
    prevention = make_theme("Prevention", slug="prevention")
    veto = make_theme("Veto", slug="veto")
    return {
        "prevention": prevention,
        "warning": make_theme("Warning", slug="warning", parent=prevention),
        "veto": veto,
    }


def _belong(made):
    make_membership(made.north, made.A, until=END_OF_2011)
    make_membership(made.south, made.A, since=START_OF_2012)
    for state in (made.B, made.C):
        make_membership(made.north, state)
    for state in (made.D, made.E, made.F):
        make_membership(made.south, state)
    make_membership(made.pact, made.C, until=END_OF_2011)
    for state in (made.B, made.D):
        make_membership(made.pact, state)
    may = {"since": date(2010, 5, 1), "until": date(2010, 5, 31)}
    make_membership(made.club, made.A, is_minimum=True, **may)
    made.veto.initiators.add(made.A)


def _dialogue(year, speaker_list):
    return make_dialogue(
        slug=f"d-{year}",
        series="annual",
        held_on=date(year, 5, 1),
        speaker_list=speaker_list,
    )


def _speak(made):
    for_pact = {"capacity": "on-behalf", "on_behalf_of": made.pact}
    own = {"name_as_printed": ""}
    first, second, third, fourth = made.in_order
    printed = {"printed_group": made.north, "name_as_printed": "The A"}
    a_2010 = make_participation(first, made.A, **printed)
    b_2010 = make_participation(first, made.B, **own, **for_pact)
    make_participation(first, made.C, **own, status="represented", represented_by=b_2010)
    make_participation(first, made.E, **own, status="inscribed")
    b_2011 = make_participation(second, made.B, **own)
    c_2011 = make_participation(second, made.C, **own)
    make_participation(second, made.pact, **own, capacity="own-name")
    make_participation(second, made.E, **own, status="aligned")
    f_2011 = make_participation(second, made.F, **own)
    for_others = {"capacity": "on-behalf", "on_behalf_of_as_printed": "two others"}
    make_participation(second, made.F, **own, **for_others)
    a_2012 = make_participation(third, made.A, **printed)
    d_2012 = make_participation(third, made.D, **own, **for_pact)
    make_participation(fourth, made.B, **own, status="dissociated", on_behalf_of=made.pact)
    make_participation(fourth, made.D, **own, **for_pact)
    e_2013 = make_participation(fourth, made.E, **own)
    say(a_2010, made.prevention, stance="supports", text="Words.", provenance="quoted-in-summary")
    say(b_2010, made.veto, stance="supports")
    say(b_2011, made.veto, stance="supports")
    say(c_2011, made.warning, made.prevention, stance="not-stated")
    say(f_2011, made.warning, stance="supports")
    make_statement(second, themes=[made.veto], attribution="some", stance="supports")
    say(a_2012, made.warning, stance="opposes")
    say(d_2012, made.veto, stance="questions")
    say(e_2013, made.veto, stance="neutral")


def say(participation, *themes, **fields):
    make_statement(participation=participation, themes=themes, **fields)
