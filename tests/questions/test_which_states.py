"""Questions 1 to 9 of the public: which states spoke, for whom, and what they supported."""

import re

import pytest

from tests.questions.page import D2017

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_collection")]


SEVENTEEN = [
    "australia", "brazil", "canada", "chile", "costa-rica", "cuba", "france", "georgia",
    "germany", "iran", "mexico", "netherlands", "republic-of-korea", "switzerland",
    "united-kingdom", "united-states", "venezuela",
]  # fmt: skip


def test_1_which_states_spoke_in_all_nine_discussions_up_to_2017(read):
    row = read(D2017).part('data-figure="unga-2017-other-17"', "tr")

    assert row.links("states") == SEVENTEEN
    assert "17 names given" in row.text
    assert (
        "“Seventeen states have participated in all nine General Assembly discussions”" in row.text
    )


def test_2_how_many_states_spoke_on_behalf_of_others_in_2017(read):
    page = read(D2017)
    groups = page.part('class="groups"', "dl")

    assert "European Union on behalf of its twenty-seven member states" in page.text
    joint = [item.text for item in groups.items() if "on behalf of" in item.text]
    assert [text.strip() for text in joint] == [
        "Latvia on behalf of Baltic Three (Estonia, Lithuania)",
        "Netherlands (Kingdom of the) printed “Netherlands” on behalf of "
        "Group of Friends of the Responsibility to Protect",
        "Norway on behalf of Nordic countries (Denmark, Finland, Iceland, Sweden)",
    ]


def test_3_how_many_states_spoke_in_2017_by_group(read):
    page = read(D2017)

    counted = dict(re.findall(r'data-group="([\w-]+)" data-count="(\d+)"', page.markup))
    assert counted == {
        "african": "8",
        "asia-pacific": "19",
        "eastern-european": "13",
        "grulac": "16",
        "weog": "17",
    }
    assert 'data-interventions="73" data-states="73"' in page.markup
    assert page.part('data-speakers="observer"', "div").links("states") == ["holy-see", "palestine"]
    regional = page.part('data-speakers="regional-organization"', "div")
    assert regional.links("organizations") == ["european-union"]
    assert len(page.part('data-speakers="civil-society"', "div").links("organizations")) == 5


def test_3_turkey_is_under_asia_pacific_as_printed_and_under_weog_by_membership(read):
    printed = read(D2017).part('data-group="asia-pacific"', "div")
    turkiye = read("/states/turkiye/")
    weog = read("/groups/weog/")

    assert "Türkiye printed “Turkey”" in printed.text
    assert "Western European and other States" in turkiye.part('id="groups"', "section").text
    assert "printed under Asia-Pacific Group" in turkiye.part('id="years"', "section").text
    assert "turkiye" in weog.part('id="members"', "section").links("states")


def test_4_who_spoke_for_the_first_time_in_2017(read):
    items = read(D2017).part('id="participation"', "section").items()

    def states(words):
        return [slug for item in items if words in item.text for slug in item.links("states")]

    assert states("spoke for the first time in an R2P dialogue") == ["saudi-arabia", "haiti"]
    assert states("spoke for the first time since 2009") == ["andorra", "holy-see", "palestine"]


CHALLENGED = ["Cuba", "Democratic People’s Republic of Korea", "Sudan", "Syrian Arab Republic",
              "Venezuela (Bolivarian Republic of)"]  # fmt: skip


def test_5_which_states_challenged_r2p_in_2017(read):
    page = read("/statements/?year=2017&theme=r2p-principle&stance=opposes&kind=state")

    assert page.speakers() == CHALLENGED
    statement = read(re.search(r'href="(/statements/\w+/)"', page.markup)[1])
    assert "others are not named" in statement.text
    assert "the source's word: “challenged”" in statement.text


def test_the_question_typed_as_words_finds_the_states_that_challenged(read):
    page = read("/statements/?q=who+challenged+R2P&year=2017&kind=state")

    assert sorted(page.speakers()) == CHALLENGED


QUESTIONED = [
    "Cameroon", "China", "Cuba", "Iran (Islamic Republic of)", "Russian Federation",
    "Syrian Arab Republic", "Venezuela (Bolivarian Republic of)",
]  # fmt: skip


def test_6_which_states_questioned_its_consideration_by_the_council_in_2021(read):
    page = read("/statements/?dialogue=hrc-2021-05-11&theme=forum-competence&kind=state")

    assert page.speakers() == QUESTIONED
    assert [
        name for name, article in page.articles() if "did not take the floor" in article.text
    ] == ["Iran (Islamic Republic of)", "Russian Federation", "Venezuela (Bolivarian Republic of)"]


def test_7_in_which_sources_the_same_states_object(read):
    years = {
        year: set(read(f"/statements/?year={year}&stance=opposes&kind=state").speakers())
        for year in (2017, 2021)
    }

    assert years[2017] & years[2021] == {
        "Cuba",
        "Syrian Arab Republic",
        "Venezuela (Bolivarian Republic of)",
    }


def test_8_how_many_countries_supported_the_code_in_2017_and_which(read):
    theme = read("/themes/act-code-of-conduct/")

    row = theme.part('data-figure="unga-2017-position-59-act-code-of-conduct"', "tr")
    assert "59 countries" in row.text
    assert "The source does not name them." in row.text
    stated = read("/statements/?theme=act-code-of-conduct&year=2017&kind=state")
    assert set(stated.speakers()) == {"Liechtenstein"}


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("unga-2017-position-53-france-mexico-initiative", "53 member states"),
        ("unga-2017-position-65-formal-agenda", "65 countries"),
        ("unga-2017-position-41-focal-points", "41 countries"),
        ("unga-2017-position-66-upr", "66 countries"),
    ],
)
def test_9_how_many_supported_the_other_themes(read, figure, value):
    row = read(D2017).part(f'data-figure="{figure}"', "tr")

    assert value in row.text
    assert "The source does not name them." in row.text


def test_9_sources_that_count_the_formal_agenda_differently_stand_side_by_side(read):
    page = read(D2017)

    row = page.part('data-figure="unga-2017-position-56-formal-agenda"', "tr")
    assert "at least 56 member states" in row.text
    assert "Statement on the Inclusion of the Responsibility to Protect" in row.text
