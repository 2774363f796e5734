"""The pages that compute something: what they show, where it leads, and their files."""

import csv
import json
import re
from html import unescape
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dialogues import publishing
from tests.records import make_figure, make_participation, make_state, make_statement

pytestmark = pytest.mark.django_db

OF_THE_COLLECTION = [
    "/coverage/",
    "/coverage/?group=pact&clock=today",
    "/coverage/?dialogue=d-2011",
    "/figures/",
    "/series/",
    "/series/?voice=joint&group=south",
    "/compare/?side=state-a&side=state-b",
    "/compare/?side=state-e&side=south",
    "/commitment/?group=pact&theme=veto",
    "/commitment/?initiative=veto",
    "/states/state-a/positions/",
    "/themes/veto/positions/",
    "/states/state-a/brief/",
]


def text_of(response):
    return response.content.decode()


def table_of(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text)))


def rows_of(response):
    return json.loads(b"".join(response.streaming_content))


def file_of(address, extension):
    path, _mark, query = address.partition("?")
    return f"{path.removesuffix('/')}.{extension}{'?' if query else ''}{query}"


@pytest.mark.once
@pytest.mark.parametrize("address", OF_THE_COLLECTION)
def test_each_page_says_how_it_computes_and_has_its_files(client, made, address):
    page = client.get(address)

    assert page.status_code == 200
    (anchor,) = re.findall(r'href="/about/method/#([\w-]+)">Method', text_of(page))
    assert f'id="{anchor}"' in text_of(client.get("/about/method/"))
    for extension in ("csv", "json"):
        assert file_of(address, extension) in unescape(text_of(page))


@pytest.mark.once
@pytest.mark.parametrize("address", OF_THE_COLLECTION)
def test_both_files_have_the_same_rows(client, made, address):
    make_figure(dialogue=made.dialogues[2010])

    table = table_of(client.get(file_of(address, "csv")))
    found = rows_of(client.get(file_of(address, "json")))

    as_cells = [
        {
            key: "; ".join(value)
            if isinstance(value, list)
            else ""
            if value is None
            else str(value)
            for key, value in row.items()
        }
        for row in found["rows"]
    ]
    assert as_cells == table
    assert len(table) > 0
    assert found["about"]["address"] == "http://testserver" + address


@pytest.mark.once
@pytest.mark.parametrize("address", OF_THE_COLLECTION)
def test_a_page_costs_the_same_however_much_is_recorded(client, made, address):
    counts = []
    for more in (0, 1, 4):
        for _ in range(more):
            for dialogue in made.in_order:
                speaks = make_participation(dialogue, make_state(), on_behalf_of_as_printed="")
                make_statement(participation=speaks, themes=[made.veto], stance="supports")
                figure = make_figure(dialogue=dialogue, measure="states-every", value=3)
                figure.named.add(speaks.participant)
        client.get(address)  # reads what is kept while an edition lasts
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3


COUNTED = re.compile(r'<a href="(/statements/[^"]*)"[^>]* data-count="(\d+)"')


@pytest.mark.parametrize(
    "address",
    [
        "/states/state-a/positions/",
        "/themes/veto/positions/",
        "/themes/prevention/positions/",
        "/compare/?side=state-a&side=state-b&side=state-d",
        *(
            f"/compare/?side=state-e&side={group}&clock={clock}"
            for group in ("south", "north", "pact")
            for clock in ("date", "today", "printed")
        ),
    ],
)
def test_each_number_leads_to_the_statements_it_counts(client, made, address):
    links = COUNTED.findall(unescape(text_of(client.get(address))))

    shown = [re.search(r'data-total="(\d+)"', text_of(client.get(url)))[1] for url, _n in links]

    assert shown == [number for _url, number in links]
    assert len(links) > 2


def test_a_dialogue_lists_its_states_by_mark(client, made):
    found = text_of(client.get("/coverage/?dialogue=d-2010"))

    assert re.findall(r'data-mark="([\w-]+)" data-count="(\d+)"', found) == [
        ("own", "2"),
        ("named", "1"),
        ("inscribed", "1"),
        ("member", "1"),
    ]
    named = re.search(r'State C</a> <span class="printed">(.*?)</span>', found)
    assert named[1] == "through Pact, State B"


@pytest.mark.parametrize(
    ("clock", "names"),
    [("printed", ["The A", "State B"]), ("date", ["State A", "State B"])],
)
def test_names_go_by_the_clock(client, made, clock, names):
    found = text_of(client.get(f"/coverage/?dialogue=d-2010&clock={clock}"))

    took_the_floor = found.partition('data-mark="own"')[2].partition("</section>")[0]
    assert re.findall(r'<a href="/states/[\w-]+/">(.*?)</a>', took_the_floor) == names


def test_a_renamed_state_has_its_name_of_the_day(client, made):
    at_the_date = text_of(client.get("/coverage/?dialogue=d-2011"))
    today = text_of(client.get("/coverage/?dialogue=d-2011&clock=today"))

    assert ("Old F" in at_the_date, "Old F" in today) == (True, False)


def test_the_ledger_is_a_table_with_totals(client, made):
    found = text_of(client.get("/coverage/"))

    (row,) = re.findall(r'state-b/">State B</a></th>(.*?)</tr>', found)
    assert re.findall(r'<td class="m-([\w-]+)">', row) == ["own", "both", "member", "dissociated"]
    (covered,) = re.findall(r'<th scope="row">Covered</th>(.*?)</tr>', found)
    assert re.findall(r"<td>([^<]+)</td>", covered) == ["4", "4", "≥ 3", "2"]


@pytest.mark.parametrize(
    ("query", "members", "clock"),
    [
        ("?group=south", "South: members at the date.", "at the date"),
        ("?group=south&clock=today", "South: members today.", "today"),
        ("?group=north&clock=printed", "North: members as printed.", "as printed"),
    ],
)
def test_a_total_says_by_which_clock_it_is(client, made, query, members, clock):
    page = client.get(f"/coverage/{query}")
    file = rows_of(client.get(f"/coverage.json{query}"))

    assert members in text_of(page)
    assert file["about"]["clock"] == clock


def test_the_pages_of_the_record_lead_to_what_is_computed(client, made):
    state, theme = text_of(client.get("/states/state-a/")), text_of(client.get("/themes/veto/"))
    group, dialogue = (
        text_of(client.get("/groups/pact/")),
        text_of(client.get("/dialogues/d-2010/")),
    )

    for address in ("brief/", "positions/"):
        assert f'href="/states/state-a/{address}"' in state
    assert 'href="/compare/?side=state-a"' in state
    assert 'href="/themes/veto/positions/"' in theme
    assert 'href="/coverage/?group=pact"' in group
    assert 'href="/coverage/?dialogue=d-2010"' in dialogue
    assert "Covered in all: <strong>4</strong> of 5." in dialogue


def test_a_state_that_moved_is_told_by_each_clock(client, made):
    found = text_of(client.get("/states/state-a/"))

    rows = re.findall(r'data-clock="(\w+)" data-group="(\w+)">(.*?)</tr>', found, re.DOTALL)
    numbers = [
        (clock, group, *re.findall(r'class="number"[^>]*>(?:<a [^>]*>)?(\d+)', row))
        for clock, group, row in rows
    ]
    assert numbers == [
        ("printed", "north", "2", "2"),
        ("date", "north", "1", "1"),
        ("date", "south", "1", "1"),
        ("today", "south", "2", "2"),
    ]


@pytest.mark.parametrize(
    ("clock", "numbers"),
    [
        ("", [("2010", "2", "0"), ("2011", "2", "1"), ("2013", "0", "2")]),
        ("?clock=date", [("2010", "2", "0"), ("2011", "2", "1"), ("2013", "0", "2")]),
        ("?clock=today", [("2010", "1", "1"), ("2011", "2", "1"), ("2013", "0", "2")]),
        ("?clock=printed", [("2010", "1", "0"), ("2011", "0", "0"), ("2013", "0", "0")]),
    ],
)
def test_states_that_spoke_are_counted_by_the_clock(client, made, clock, numbers):
    page = client.get(f"/groups/{clock}")
    response = client.get(f"/groups/participation.csv{clock}")

    rows = list(csv.DictReader(StringIO(response.content.decode("utf-8-sig"))))
    full = [row for row in rows if row["North"]]
    assert [(row["Year"], row["North"], row["South"]) for row in full] == numbers
    assert f'href="/groups/participation.csv{clock}"' in text_of(page)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("group=north", ["State A", "State A"]),
        ("group=north&clock=printed", ["The A", "The A"]),
        ("group=north&clock=date", ["State A"]),
        ("group=south&clock=date", ["State A", "Old F"]),
        ("group=south&clock=today", ["State A", "State F", "State A"]),
        ("group=pact&clock=today", []),
    ],
)
def test_a_list_finds_groups_and_names_states_by_the_clock(client, made, query, names):
    asked = f"/statements/?theme=prevention&state=state-a&state=state-f&{query}"

    found = text_of(client.get(asked))

    assert re.findall(r'class="speaker" href="[^"]*">([^<]+)</a>', found) == names


def test_figures_are_narrowed_by_their_verdict(client, made):
    make_figure(dialogue=made.dialogues[2010], value=2, key="right")
    make_figure(dialogue=made.dialogues[2011], value=9, key="wrong")

    found = text_of(client.get("/figures/?verdict=short"))

    assert re.findall(r'data-figure="(\w+)"', found) == ["wrong"]
    assert re.findall(r'data-verdict="(\w+)" data-count="(\d+)"', found) == [
        ("agrees", "1"),
        ("short", "1"),
        ("over", "0"),
        ("unchecked", "0"),
    ]


def test_who_is_counted_is_one_click_away(client, made):
    make_figure(dialogue=made.dialogues[2011], value=4)

    found = text_of(client.get("/figures/"))

    assert "short by 1" in found
    (rows,) = re.findall(r"<summary>3 recorded: who</summary><p>(.*?)</p>", found, re.DOTALL)
    assert re.findall(r">([^<>]+)</a>", rows) == ["State B", "State C", "State F"]


@pytest.mark.once
@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("/coverage/?group=nowhere", "“nowhere” is not a known group"),
        ("/coverage/?clock=noon", "“noon” is not a known clock for groups and names"),
        ("/coverage/?yaer=2010", "There is no filter called “yaer”. Did you mean “year”?"),
        ("/coverage/?page=99", "There is no page “99”"),
        ("/series/?series=none", "“none” is not a known series"),
        ("/compare/?side=nobody&side=state-a", "“nobody” is not a known state or group"),
        (
            "/compare/?side=south&side=north&side=state-a",
            "One group can be compared with states. North was left out.",
        ),
        (
            "/compare/?" + "&".join(f"side=state-{one}" for one in "abcde"),
            "Only the first 4 values of “State or group” were used.",
        ),
        ("/commitment/?group=pact&group=south", "Only the first value of “Members of” was used."),
        ("/figures/?verdict=maybe", "“maybe” is not a known verdict"),
        ("/states/state-a/brief/?yaer=1", "There is no filter called “yaer”"),
        ("/themes/veto/positions/?year=2010", "There is no filter called “year”"),
        ("/groups/?clock=noon", "“noon” is not a known clock for groups and names"),
    ],
)
def test_wrong_input_is_told_on_the_page(client, made, address, problem):
    page = client.get(address)

    assert page.status_code == 200
    assert problem in unescape(text_of(page))


@pytest.mark.once
@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("/coverage.csv?group=nowhere", "“nowhere” is not a known group"),
        ("/series.json?series=none", "“none” is not a known series"),
        (
            "/compare.csv?side=south&side=north&side=state-a",
            "One group can be compared with states. North was left out.",
        ),
        ("/commitment.json?group=pact&group=south", "Only the first value of “Members of”"),
        ("/figures.csv?verdict=maybe", "“maybe” is not a known verdict"),
        ("/groups/participation.csv?clock=noon", "“noon” is not a known clock"),
    ],
)
def test_wrong_input_is_refused_in_a_file(client, made, address, problem):
    file = client.get(address)

    assert file.status_code == 400
    assert problem in text_of(file)


@pytest.mark.parametrize("address", ["/compare/", "/compare/?side=state-a", "/commitment/"])
def test_a_file_of_nothing_asked_is_refused_in_a_sentence(client, made, address):
    assert client.get(file_of(address, "json")).status_code == 400


@pytest.mark.parametrize("address", ["/coverage.xml", "/figures.pdf", "/states/state-a/brief.doc"])
def test_other_files_are_not_there(client, made, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/states/nowhere/brief/", "/states/pact/positions/", "/themes/nothing/positions.csv"],
)
def test_of_what_does_not_exist_nothing_is_computed(client, made, address):
    assert client.get(address).status_code == 404


def test_drafts_are_in_nothing_that_is_computed(client, made):
    for dialogue in made.in_order:
        publishing.withdraw(list(dialogue.statements.all()), "For a test")
        dialogue.status = "draft"
        dialogue.save()

    for address in OF_THE_COLLECTION:
        found = text_of(client.get(address.replace("?dialogue=d-2011", "")))
        assert "/dialogues/d-" not in found


def test_a_brief_quotes_and_cites(client, made):
    found = text_of(client.get("/states/state-a/brief/"))

    assert "“Words.”" in found
    assert "The A, statement at the Plenary debate of the General Assembly, " in found
    assert "is not known" not in found


def test_a_brief_says_what_is_not_known(client, made):
    found = " ".join(text_of(client.get("/states/state-e/brief/")).split())

    assert "Of 1 dialogue it is not known here whether it took the floor itself" in found
    assert "not recorded in full: 1 May 2012." in found


@pytest.mark.parametrize(
    ("address", "better"),
    [
        ("/compare/?side=State+A&side=state-b", "/compare/?side=state-a&side=state-b"),
        ("/coverage/?group=Pact", "/coverage/?group=pact"),
        ("/coverage.csv?group=Pact", "/coverage.csv?group=pact"),
        ("/commitment/?initiative=Veto", "/commitment/?initiative=veto"),
    ],
)
def test_a_name_leads_to_the_address_of_what_it_names(client, made, address, better):
    assert client.get(address).headers["Location"] == better
