"""Tables of speakers: what each column holds is recognised, shown, and may be changed."""

import pytest

from dialogues.speaker_lists.parser import READ, text_key
from tests.speaker_lists.collection_names import parse, slug, speakers


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Argentina\tAustralia\nBelgium\tBrazil", "argentina australia belgium brazil"),
        ("Togo\tKenya\nMali\tPeru", "togo kenya mali peru"),
        ("Argentina\tAustralia\tChile\nBelgium\tBrazil\tPeru",
         "argentina australia chile belgium brazil peru"),
        ("Togo\tKenya\nMali", "togo kenya mali"),
        ("Togo\tKenya\nMali\t", "togo kenya mali"),
        ("1.\tGhana\t10:15", "ghana"),
        ("1\tGhana\n2\tPeru", "ghana peru"),
        ("(a)\tGhana\n(b)\tPeru", "ghana peru"),
        ("1.\tNorway (on behalf of Denmark)\t10:05\n2.\tGhana\t10:10", "norway ghana"),
        ("Ghana\tWebcast", "ghana"),
        ("Ghana\tAfrican Group\nPeru\tGRULAC", "ghana peru"),
        ("African Group\tGhana, Togo\nGRULAC\tPeru", "ghana togo peru"),
        ("African Group\tGhana\n\tTogo\nGRULAC\tPeru", "ghana togo peru"),
        ("African Group\t\nGhana\tTogo\nGRULAC\t\nPeru\t", "ghana togo peru"),
        ("| Ghana | African Group |\n|---|:--|\n| Peru | GRULAC |", "ghana peru"),
        ("Ghana | African Group\nPeru | GRULAC", "ghana peru"),
        ("Country\tGroup\nGhana\tAfrican States\nPeru\tGRULAC", "ghana peru"),
        ("Ghana   Togo   Mali\nPeru   Chile   Cuba", "ghana togo mali peru chile cuba"),
        ("Time\tSpeaker\n10.05\tGhana\n10.10\tPeru", "ghana peru"),
        ("Ghana\tMs. Ama Example\tMinister of Justice\nTogo\tMr. Example\tAmbassador",
         "ghana togo"),
        ("Mr. Example\tGhana\nMs. Example\tPeru", "ghana peru"),
        ("Delegation\tLink\nGhana\thttps://example.org/1\nPeru\thttps://example.org/2",
         "ghana peru"),
    ],
)  # fmt: skip
def test_every_name_of_a_table_is_read_and_no_group_speaks(text, printed):
    assert speakers(text) == printed.split()


def test_an_unknown_first_cell_is_asked_about():
    assert speakers("Nowhere\tGhana") == ["Nowhere?", "ghana"]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Togo\tKenya\nMali\tPeru", "names names"),
        ("African Group\tGhana", "group names"),
        ("Ghana\tAfrican Group\nPeru\tGRULAC", "names group"),
        ("1\tGhana\tMs. Ama Example\tMinister of Justice\t10:15",
         "number names person office number"),
        ("No.\tDelegation\tSpeaker\tGroup\tTime\n1\tGhana\tA. Example\tAfrican Group\t10:05",
         "number names person group number"),
        ("Ghana\tWebcast", "names other"),
    ],
)  # fmt: skip
def test_what_a_column_holds_is_recognised(text, roles):
    assert [column.role for column in parse(text).columns] == roles.split()


def test_a_table_with_five_columns_keeps_group_person_and_office():
    parsed = parse(
        "No.\tDelegation\tSpeaker\tTitle\tGroup\n"
        "1\tGhana\tH.E. Ms. Ama Example\tMinister for Foreign Affairs\tAfrican Group\n"
        "2\tPeru\tMr. Luis Example, Permanent Representative\t\tGRULAC"
    )

    assert [
        (slug(speaker.name), speaker.heading, speaker.person, speaker.office)
        for speaker in parsed.speakers
    ] == [
        ("ghana", "African Group", "H.E. Ms. Ama Example", "Minister for Foreign Affairs"),
        ("peru", "GRULAC", "Mr. Luis Example", "Permanent Representative"),
    ]
    assert parsed.unread == []


def test_cells_that_are_not_names_are_shown_as_not_read():
    unread = parse("Ghana\tWebcast\nPeru\tin French").unread

    assert [(text.line, text.text, text.kind, text.needs_answer) for text in unread] == [
        (1, "Webcast", "cell", False),
        (2, "in French", "cell", False),
    ]


def test_a_name_in_a_column_that_is_not_read_needs_an_answer():
    text = "Ghana\tTogo agrees\nPeru\tin French\nMali\tin English"
    (name, *_others) = parse(text).unread
    answered = parse(text, {text_key("Togo agrees"): "skip"}).unread

    assert (name.text, name.needs_answer) == ("Togo agrees", True)
    assert answered[0].needs_answer is False


@pytest.mark.parametrize(
    ("text", "printed", "unread"),
    [
        ("1\tGhana\nTogo\tPeru\n2\tMali", "ghana peru mali", "Togo"),
        ("African Group\tGhana\nGRULAC\tPeru\nTogo\tMali", "ghana peru mali", "Togo"),
        ("Ghana\tMr. A\nPeru\tMs. B\nMali\tTogo", "ghana peru mali", "Togo"),
        ("Ghana\t10:05\nPeru\t10:10\nMali\tin French", "ghana peru mali", "in French"),
    ],
)
def test_a_cell_that_does_not_fit_its_column_is_shown(text, printed, unread):
    parsed = parse(text)

    assert [slug(speaker.name) for speaker in parsed.speakers] == printed.split()
    assert [(cell.text, cell.needs_answer) for cell in parsed.unread] == [
        (unread, unread == "Togo")
    ]


def test_a_column_holds_what_a_person_says():
    text = "Jane Roe\tGhana\nJohn Doe\tPeru"

    assert speakers(text) == ["Jane Roe?", "ghana", "John Doe?", "peru"]
    people = [speaker.person for speaker in parse(text, {}, {0: "person"}).speakers]
    assert people == ["Jane Roe", "John Doe"]


def test_a_cell_may_be_read_as_names_all_the_same():
    text = "Ghana\tTogo too"

    assert speakers(text, {text_key("Togo too"): READ}) == ["ghana", "Togo too?"]


def test_a_group_right_of_the_names_holds_for_its_row_only():
    parsed = parse("Ghana\tAfrican Group\nPeru\t\nChile\tGRULAC")

    assert [speaker.heading for speaker in parsed.speakers] == ["African Group", "", "GRULAC"]
