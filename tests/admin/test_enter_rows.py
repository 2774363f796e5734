"""Several officials or figures of a dialogue on one page, one on each line."""

from decimal import Decimal

import pytest
from django.urls import reverse

from dialogues.models import Edition, Person
from tests.records import make_dialogue, make_group, make_person, make_source, make_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def dialogue():
    dialogue = make_dialogue()
    make_source().dialogues.add(dialogue)
    return dialogue


def enter(client, dialogue, kind, *rows, **sent):
    """Send the lines; the other lines stay as the empty form has them."""
    address = reverse(f"admin:dialogue-{kind}", args=[dialogue.pk])
    empty = client.get(address).context["rows"]
    form = {"source": dialogue.sources.get().pk, "section": "Opening", "paragraph": "2"}
    for field in empty.management_form:
        form[field.html_name] = field.value()
    for number, line in enumerate(empty.forms):
        values = rows[number] if number < len(rows) else {}
        for field in line:
            choices = getattr(field.field, "choices", None)
            first = next(iter(choices))[0] if choices else ""
            form[field.html_name] = values.get(field.name, first)
    return client.post(address, form | sent, follow=True)


def problems(page):
    errors = [str(error) for row in page.context["rows"] for error in row.errors.values()]
    return " ".join([*errors, *map(str, page.context["place"].non_field_errors())])


def test_officials_are_entered_with_people_offices_and_places(curator_client, dialogue):
    known = make_person("Adama Dieng")
    organization = make_state("Example Centre", kind="civil-society")
    before = Edition.objects.current_number()

    page = enter(
        curator_client,
        dialogue,
        "officials",
        {"person": "Mr. Adama Dieng", "office": "Special Adviser", "capacity": "panel"},
        {"person": "Dr. Ann Example", "participant": "Example Centre", "capacity": "panel"},
        {"office": "President of the General Assembly", "capacity": "opening"},
        new_people="on",
    )

    assert "3 lines saved." in page.content.decode()
    first, second, third = dialogue.participations.in_order()
    assert (first.person, first.office, first.capacity) == (known, "Special Adviser", "panel")
    assert (second.person.name, second.participant) == ("Ann Example", organization)
    assert (third.person, third.office) == (None, "President of the General Assembly")
    assert {row.section for row in (first, second, third)} == {"Opening"}
    assert Edition.objects.current_number() == before + 1


def test_figures_are_entered_with_keys_of_their_own(curator_client, dialogue):
    group = make_group("Group of Friends")

    enter(
        curator_client,
        dialogue,
        "figures",
        {"value": "73", "unit": "states", "measure": "states-speaking", "as_printed": "73 states"},
        {"value": "2", "unit": "observers", "measure": "states-speaking"},
        {"value": "50", "unit": "members", "measure": "group-size", "group": "Group of Friends"},
    )

    figures = list(dialogue.figures.order_by("position"))
    assert [figure.key for figure in figures] == [
        f"{dialogue.slug}-states-speaking",
        f"{dialogue.slug}-states-speaking-2",
        f"{dialogue.slug}-group-size",
    ]
    assert [figure.value for figure in figures] == [Decimal(73), Decimal(2), Decimal(50)]
    assert figures[2].group == group


@pytest.mark.parametrize(
    "kind, row, problem",
    [
        ("officials", {"participant": "Nowhere", "office": "x"}, "“Nowhere” is not a known name."),
        ("officials", {"capacity": "panel"}, "Give a person, an office, or both."),
        ("officials", {"person": "x", "capacity": "national"}, "Select a valid choice."),
        ("figures", {"value": "many", "unit": "states"}, "Enter a number."),
        ("figures", {"value": "-1", "unit": "states"}, "greater than or equal to 0"),
        ("figures", {"value": "5"}, "This field is required."),
        (
            "figures",
            {"value": "5", "unit": "states", "measure": "group-size"},
            "Give the group whose members are counted.",
        ),
    ],
)
def test_a_wrong_line_saves_nothing_and_says_why(curator_client, dialogue, kind, row, problem):
    good = {"officials": {"office": "Chair"}, "figures": {"value": "1", "unit": "states"}}[kind]

    answer = enter(curator_client, dialogue, kind, good, row)

    assert problem in problems(answer)
    assert not dialogue.participations.exists()
    assert not dialogue.figures.exists()


def test_the_same_official_twice_saves_nothing_and_names_the_line(curator_client, dialogue):
    row = {"person": "Ann Example", "capacity": "panel"}

    page = enter(curator_client, dialogue, "officials", row, row, new_people="on")

    assert problems(page) == (
        "Nothing is saved. Ann Example: This participation is already recorded, in the same "
        "capacity."
    )
    assert not dialogue.participations.exists()
    assert not Person.objects.exists()


def test_without_a_line_it_says_so(curator_client, dialogue):
    page = enter(curator_client, dialogue, "officials")

    assert problems(page) == "Fill in at least one line."


@pytest.mark.parametrize("kind", ["officials", "figures"])
def test_a_contributor_enters_neither(contributor_client, dialogue, kind):
    address = reverse(f"admin:dialogue-{kind}", args=[dialogue.pk])

    assert contributor_client.get(address).status_code == 403


def test_a_new_person_is_entered_only_when_the_curator_says_so(curator_client, dialogue):
    row = {"person": "Ann Exmaple", "capacity": "panel"}

    page = enter(curator_client, dialogue, "officials", row)

    assert "“Ann Exmaple” is not recorded yet." in problems(page)
    assert 'name="new_people"' in page.content.decode()
    assert not Person.objects.exists()


def test_a_name_of_several_people_creates_nobody(curator_client, dialogue):
    make_person("Ann Example"), make_person("Ann Example", slug="another")
    row = {"person": "Ann Example", "capacity": "panel"}

    page = enter(curator_client, dialogue, "officials", row, new_people="on")

    assert "Several people are called “Ann Example”" in problems(page)
    assert Person.objects.count() == 2


def test_what_the_record_has_already_is_refused_in_words(curator_client, dialogue):
    row = {"person": "Ann Example", "office": "Director", "capacity": "panel"}
    enter(curator_client, dialogue, "officials", row, new_people="on")

    page = enter(curator_client, dialogue, "officials", row | {"office": "Chair"})

    assert problems(page) == "Nothing is saved. Ann Example: The dialogue has it already."
    assert dialogue.participations.count() == 1
