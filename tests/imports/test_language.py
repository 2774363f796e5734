"""Sentences, names, numbers, people, and who says something."""

import pytest

from dialogues.imports.language.names import NameFinder, short_forms
from dialogues.imports.language.numbers import figures_in, value_of
from dialogues.imports.language.people import People, introductions_in
from dialogues.imports.language.sentences import Span, quotations_of, sentences_of
from dialogues.imports.language.subjects import subjects_of
from dialogues.imports.rules.statements import StatementReader, label_of
from tests.imports.names import PARTICIPANTS

FINDER = NameFinder(PARTICIPANTS)


def whole(text):
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("H.E. Mr. Sample spoke. He left.", ["H.E. Mr. Sample spoke.", "He left."]),
        ("He said “No. Never.” and left. So.", ["He said “No. Never.” and left.", "So."]),
        ("It is 9.2 million. Yes.", ["It is 9.2 million.", "Yes."]),
        ("“It ended.” Then more.", ["“It ended.”", "Then more."]),
        ("x" * 5_000, []),
    ],
)
def test_a_text_is_divided_into_sentences(text, sentences):
    assert [span.of(text) for span in sentences_of(text)] == sentences


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ('He said "yes" and “no”.', ["yes", "no"]),
        ("Elle a dit « oui ».", ["oui"]),
        ("The states’ views and Peru's", []),
    ],
)
def test_what_is_in_quotation_marks(text, quotations):
    assert [span.of(text) for span in quotations_of(text, whole(text))] == quotations


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Peru and COSTA RICA", ["peru", "costa-rica"]),
        ("the France/Mexico initiative", []),
        ("Malian, a Peruvian", []),
        ("Peru’s views; the EU’s", ["peru", "eu"]),
        ("la Suisse", ["switzerland"]),
    ],
)
def test_names_are_found_as_whole_words(text, slugs):
    assert [mention.known.slug for mention in FINDER.find(text)] == slugs


def test_a_document_may_shorten_names():
    name = "Group of Friends of the Responsibility to Protect"
    forms = short_forms(PARTICIPANTS, f"The {name} (GOF) spoke.")

    assert {form: known.slug for form, known in forms.items()} == {
        "Group of Friends": "friends",
        "GOF": "friends",
        "Group of Friends of the Responsibility to": "friends",
    }


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("seventy-three", 73),
        ("Five", 5),
        ("1,234", 1234),
        ("9.2 million", 9_200_000),
        ("one hundred and five", 105),
        ("quarante", 40),
        ("veinte", 20),
        ("one hundred and twenty-three", 123),
    ],
)
def test_numbers_are_read(printed, value):
    assert value_of(printed) == value


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("more than 50 states spoke", [(50, "states", "more-than")]),
        ("by 113 to 21", []),
        ("It voted by 113 to 21.", [(113, "votes: yes", "exactly"), (21, "votes: no", "exactly")]),
        (
            "Of fifty-nine members, thirty-four spoke",
            [(59, "members", "exactly"), (34, "members", "exactly")],
        ),
        ("for twelve years", []),
        ("one hundred and some states", []),
        ("many members often spoke", []),
        ("vingt-quatre États, cent trente États", []),
        ("treinta y dos Estados", []),
        ("paragraphs 138 and 139", []),
        ("two UN observer missions", [(2, "UN observer missions", "exactly")]),
    ],
)
def test_counts_are_read_with_their_unit(text, figures):
    read = [(each.value, each.unit, each.qualifier) for each in figures_in(text, whole(text))]

    assert read == figures


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "H.E. Mr. Bob Sample, President of the General Assembly, spoke.",
            [("Bob Sample", "President of the General Assembly")],
        ),
        (
            "the Director of the Test Centre, Ms. Ann Example, and the Chair, Bob Sample.",
            [("Ann Example", "Director of the Test Centre"), ("Bob Sample", "Chair")],
        ),
        (
            "two former Special Advisers on Tests, Mr. Bob Sample and Ms. Ann Example.",
            [
                ("Bob Sample", "former Special Adviser on Tests"),
                ("Ann Example", "former Special Adviser on Tests"),
            ],
        ),
        ("the Secretary-General Ann Example said", [("Ann Example", "Secretary-General")]),
        ("the High Commissioner for Human Rights said", []),
        ("The Council, Ann Example said", []),
    ],
)
def test_people_are_introduced(text, people):
    assert [(each.name, each.office) for each in introductions_in(text)] == people


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Peru said so.", [["peru"]]),
        ("Peru, for its part, was finalizing a manual.", [["peru"]]),
        ("Chile, Ghana and Costa Rica urged it.", [["chile", "ghana", "costa-rica"]]),
        ("In that regard, the EU similarly noted it.", [["eu"]]),
        ("Many states, including Peru and Mali, questioned it.", [["peru", "mali"]]),
        ("It was shared by many states, including Peru, who all urged it.", [["peru"]]),
        ("Numerous speakers echoed Brazil’s view that it rained.", [["brazil"]]),
        ("It was acknowledged in statements delivered by Peru and Mali.", [["peru", "mali"]]),
        ("The representative of Mexico explained it.", [["mexico"]]),
        ("Ghana spoke on behalf of others, welcoming it.", [["ghana"]]),
        ("Peru noted it, while Mali opposed it.", [["peru"], ["mali"]]),
        ("Many spoke, with Peru highlighting it.", [["peru"]]),
        ("Chile (also on behalf of Peru and Mali) recalled it.", [["chile"]]),
        ("Chile (Peru) recalled it.", [["chile"]]),
        ("Mali’s delegation reiterated it.", [["mali"]]),
        ("According to Ghana, it was “enough”.", [["ghana"]]),
        ("In her statement on behalf of Chile, the Ambassador of Peru noted it.", [["peru"]]),
        # No speakers: a situation, the owner of an initiative, an office, words within words.
        ("It condemned crimes committed in Syria and Yemen.", []),
        ("Many supported the efforts led by Ghana and Brazil to move it.", []),
        ("The Foreign Minister of Qatar noted it.", []),
        ("The Adviser noted that Qatar supported it.", []),
        ("He quoted “Peru said so”.", []),
        ("On behalf of Chile, it was said.", []),
        ("Peru had recalled it before.", []),
        ("They discussed Syria.", []),
    ],
)
def test_who_says_something(text, speakers):
    reader = StatementReader(FINDER, People([text]), lambda group: None, {})
    actors = reader.actors_in(text, whole(text))

    by_subject = [
        [label_of(actor.who) for actor in subject.actors]
        for subject in subjects_of(text, whole(text), actors)
    ]
    assert [names for names in by_subject if "Foreign" not in names[0]] == speakers
