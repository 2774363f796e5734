"""Questions 10 to 20 of the public, and some more: who said what, in which role and source."""

import re

import pytest

from tests.questions.page import (
    D2016,
    D2017,
    D2021,
    GA2016,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("starter_collection")]


def test_10_what_liechtenstein_said_about_the_code(read):
    page = read("/statements/?theme=act-code-of-conduct&year=2017&state=liechtenstein")

    assert page.total() == 1
    ((_name, statement),) = page.articles()
    assert (
        "“the most meaningful contribution to making the R2P concept operational in practice”"
        in statement.text
    )
    assert "section “KEY THEMES”, 2nd paragraph" in statement.text
    whole = read(re.search(r'href="(/statements/\w+/)"', statement.markup)[1])
    assert "Summary of the Informal Interactive Dialogue" in whole.text


def test_11_what_brazil_has_said_on_pillar_two(read):
    page = read("/statements/?state=brazil&theme=pillar-2")

    quotations = re.findall(r"“([^”]+)”", " ".join(article.text for _, article in page.articles()))
    assert [text for text in quotations if text.startswith(("for R2P", "prevention should"))] == [
        "for R2P to live up to its original ethos, it must not be interpreted as primarily aimed "
        "at the imposition of coercive measures, but rather as an enabler to assist States in "
        "developing the capacity to protect their populations and in building safer societies.",
        "prevention should be interpreted in broad terms. It involves promoting sustainable peace, "
        "food security, the eradication of poverty and the reduction of inequality.",
    ]
    assert page.text.count("section “Pillar 2 Measures and Capacity Building”") == 2


def test_12_who_spoke_for_the_group_of_friends_on_3_march_2016(read):
    page = read(D2016)

    for voice in ("rwanda", "denmark"):
        row = page.part(f'data-participation="{voice}-for-group-of-friends-r2p"', "li")
        assert "on behalf of Group of Friends of the Responsibility to Protect" in row.text
    note = page.part('data-note="hrc-2016-b"', "div")
    assert "The list names Rwanda, the text names Denmark." in note.text


def test_13_how_many_states_took_the_floor_on_11_may_2021(read):
    page = read(D2021)

    assert "23 interventions by 22 states are recorded here." in page.text
    assert "23 States" in page.part('data-figure="hrc-2021-states-speaking-23"', "tr").text
    note = page.part('data-note="hrc-2021-a"', "div")
    assert "Its list has 23 interventions by 22 states" in note.text


def test_14_who_could_not_speak_on_11_may_2021(read):
    inscribed = read(D2021).part('data-speakers="inscribed"', "div")

    assert inscribed.links("states") == [
        "belgium", "croatia", "iran", "italy", "luxembourg", "poland", "russian-federation",
        "venezuela",
    ]  # fmt: skip
    assert inscribed.links("organizations") == ["un-women"]


def test_14_the_position_of_iran_is_found_although_it_did_not_speak(read):
    page = read("/statements/?state=iran&dialogue=hrc-2021-05-11")

    assert page.total() == 3
    assert page.text.count("on the speakers’ list, did not take the floor") == 3
    assert page.text.count("Reflected in a report though not delivered") >= 3


def test_15_which_practices_states_reported_in_2021(read):
    page = read("/statements/?year=2021&kind=state&size=100")

    practices = {
        name: article.text
        for name, article in page.articles()
        if "reports its own practice" in article.text
    }
    assert set(practices) == {
        "Argentina",
        "Germany",
        "Italy",
        "Liechtenstein",
        "Peru",
        "Switzerland",
    }
    for name, word in {
        "Germany": "hate speech",
        "Liechtenstein": "media",
        "Argentina": "memorial",
        "Italy": "R2P in schools",
        "Peru": "OHCHR",
        "Switzerland": "manual",
    }.items():
        assert word in practices[name]


@pytest.mark.parametrize(
    ("dialogue", "moderators"),
    [(D2017, [["ivan-simonovic"]]), (D2021, [["savita-pawnday"]]), (GA2016, [])],
)
def test_16_who_moderated(read, dialogue, moderators):
    parts = read(dialogue).parts('data-capacity="moderator"', "div")

    assert [part.links("people") for part in parts] == moderators


def test_16_that_no_moderator_is_named_in_2016_is_said(read):
    assert (
        "names Ivan Šimonović as moderator; the President’s summary names none" in read(GA2016).text
    )


def test_17_what_states_said_about_the_veto_in_2016_is_under_no_state(read):
    page = read("/statements/?theme=veto-restraint&year=2016&voice=unnamed")

    assert page.speakers() == ["a significant number of them"] * 2
    assert page.text.count("paragraph 12") == 2


def test_18_how_many_members_the_group_of_friends_had(read):
    sizes = read("/groups/group-of-friends-r2p/").part('id="members"', "section").text

    assert "50 members Summary of the Informal Interactive Dialogue" in sizes
    assert "53 Member States Summary of the intersessional panel" in sizes


def test_19_which_ngos_spoke(read):
    def ngos(address):
        parts = read(address).parts('data-speakers="civil-society"', "div")
        return [part.links("organizations") for part in parts]

    assert ngos(D2017) == [
        ["gcr2p", "auschwitz-institute", "asia-pacific-centre-r2p", "canadian-centre-r2p", "icrtop"]
    ]
    assert ngos(D2021) == [
        ["all-win-network", "maat-for-peace", "cairo-institute", "civicus", "ishr",
         "public-advocacy"]
    ]  # fmt: skip
    assert ngos(GA2016) == []
    four = read(GA2016).part('data-figure="unga-2016-civil-society-speaking-4"', "tr")
    assert "4 civil society organisations" in four.text


def test_20_how_many_dialogues_are_in_the_collection(read):
    page = read("/dialogues/")

    assert "19 dialogues, with the figures that their sources report." in page.text
    assert (
        "4 dialogues are entered in full, 14 in part, and of 1 no statement is recorded."
        in page.text
    )


def test_20_the_fifth_source_is_no_dialogue(read):
    page = read("/sources/un-office-engaging-with-partners/")

    assert "It records no dialogue and no statement of a state." in page.text
    assert "No statement comes from this document." in page.text
    assert page.links("dialogues") == []


def test_all_statements_of_ghana_on_the_veto_newest_first(read):
    page = read("/statements/?state=ghana&theme=veto-restraint&sort=newest")

    assert page.total() == 1
    statement = read(re.search(r'href="(/statements/\w+/)"', page.markup)[1])
    together = statement.markup.split("Said in the same sentence of")[1]
    assert "Urged the five permanent members" in statement.text
    assert "Chile" in together
    assert "Costa Rica" in together


def test_latin_american_states_on_focal_points(read):
    assert read("/statements/?group=grulac&theme=focal-points").speakers() == [
        "Argentina",
        "Costa Rica",
        "Mexico",
    ]


def test_is_yemen_among_the_speakers(read):
    page = read("/statements/?state=yemen")

    assert page.total() == 0
    assert "No statement by Yemen is recorded here" in page.text
    assert "That does not mean that Yemen did not speak" in page.text
    assert "Yemen was discussed as a situation" in page.text


def test_did_estonia_speak_in_2017(read):
    state, page = read("/states/estonia/"), read(D2017)

    cell = state.part('data-dialogue="unga-2017-09-06"', "tr")
    assert 'data-marks="represented"' in cell.markup
    assert "Represented by Latvia, on behalf of Baltic Three" in cell.text
    assert "estonia" not in page.part('class="groups"', "dl").links("states")
    assert "estonia" in page.part('data-speakers="represented"', "div").links("states")


def test_the_main_job_eastern_european_states_on_the_code_in_2017(read):
    page = read("/statements/?group=eastern-european&theme=act-code-of-conduct&year=2017")

    assert page.total() == 0
    assert "Nothing is recorded here for these filters." in page.text
    assert "without Regional group “Eastern European States” 3 statements" in page.text
    assert "59 countries" in page.text
    assert "The source does not name them." in page.text


def test_2014_shows_81_and_83_each_with_its_source(read):
    page = read("/dialogues/unga-2014-09-08/")

    rows = {
        value: page.part(f'data-figure="unga-2014-09-08-states-covered-{value}"', "tr")
        for value in (81, 83)
    }
    assert "Summary of the Sixth Informal Interactive Dialogue" in rows[81].text
    assert "Holds Successful Sixth Dialogue" in rows[83].text


def test_2017_shows_eighth_and_ninth_as_printed(read):
    assert "“eighth” (summary, introduction) “ninth” (summary, conclusion)" in read(D2017).text


def test_a_state_that_spoke_without_a_statement_is_not_called_silent(read):
    page = read("/statements/?state=turkiye&year=2017")

    assert page.total() == 0
    assert "What is recorded:" in page.text
    assert "(2017): Spoke" in page.text
