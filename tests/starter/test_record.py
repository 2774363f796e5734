"""What the starter collection says is in its sources: nobody speaks by inference."""

import csv
from collections import Counter

import pytest
import yaml

from dialogues.collection.files import CORRECTIONS
from dialogues.collection.tables import FILES
from dialogues.models import (
    Ballot,
    Engagement,
    Participant,
    Participation,
    ReportedFigure,
    SourceDocument,
    Statement,
    Theme,
    Vote,
)

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once,
    pytest.mark.usefixtures("starter_collection"),
]

# Summaries begin with the verb of the source, or with “Said that”.
NOT_A_VERB_OF_A_SOURCE = ("Held", "Felt", "Saw", "Told", "Asked that R2P be understood")
# Terms of art, and what they were paraphrased as.
REWRITTEN_TERMS = (
    "first responsibility",
    "first means",
    "bringing into everyday work",
    "a fuller part",
    "must not use it",
    "not worked out in enough detail",
    "part of the progress of a society as a whole",
)
READ_IN_FULL = {
    "hrc-2016-03-03-clustered-dialogue-summary",
    "hrc-2021-05-11-panel-report-a-hrc-48-39",
    "un-office-engaging-with-partners",
    "unga-2016-09-06-presidents-summary",
    "unga-2017-09-06-gcr2p-summary",
}


def test_each_participation_of_a_page_found_later_has_its_place_there():
    later = Participation.objects.exclude(source__slug__in=READ_IN_FULL)

    assert later.count() > 200
    assert not later.filter(source__url="").exists()
    without_place = later.filter(section="", paragraph="")
    assert set(without_place.values_list("key", flat=True)) == {
        "african-union", "caribbean-community", "european-union", "liechtenstein",
    }  # fmt: skip


def test_no_speaker_of_a_draft_is_listed_as_having_spoken():
    attributed = Statement.objects.filter(status="draft", participation=None)

    spoke = Participation.objects.filter(status="spoke")
    names = {(draft.dialogue_id, draft.attribution) for draft in attributed}
    assert names
    assert not names & set(spoke.values_list("dialogue", "participant__name"))


def test_each_published_statement_leads_to_a_source_with_an_address():
    without = Statement.objects.published().filter(source__url="")

    assert set(without.values_list("source__slug", flat=True)) <= {
        "unga-2016-09-06-presidents-summary"
    }


@pytest.mark.parametrize("word", NOT_A_VERB_OF_A_SOURCE)
def test_no_summary_begins_with_a_word_that_no_source_uses(word):
    assert not Statement.objects.filter(summary__startswith=f"{word} ").exists()


@pytest.mark.parametrize("words", REWRITTEN_TERMS)
def test_terms_of_art_are_kept(words):
    assert not Statement.objects.filter(summary__icontains=words).exists()


def test_a_stance_has_a_word_of_the_source_that_carries_it():
    held = Statement.objects.exclude(stance="not-stated")

    assert not held.filter(source_word="").exists()
    without = "stressed noted said observed acknowledged reflected".split()
    assert not held.filter(source_word__in=without).exists()


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("7fwk7h1", "obstacles"),
        ("w5qsg9b", "could"),
        ("q8yzvc1", "primary responsibility"),
        ("r66kcwy", "primary responsibility"),
        ("q462x0j", "primary tool"),
        ("zyq12aq", "a responsibility not to veto"),
        ("z2q55mm", "integral to overall social progress"),
    ],
)
def test_a_summary_says_what_the_source_says(reference, words):
    assert words in Statement.objects.get(reference=reference).summary


def test_the_veto_statement_of_latvia_takes_no_stance():
    assert Statement.objects.get(reference="rqjeyrz").stance == "not-stated"


def test_the_office_is_not_said_to_have_worked_with_those_it_sought_links_with():
    source = SourceDocument.objects.get(slug="un-office-engaging-with-partners")

    sought = ("League of Arab States", "Southern African Development Community")
    assert not source.organizations.filter(name__in=sought).exists()
    assert "“working also to establish links”" in source.notes.get(code="office-links").text


def test_no_reference_data_cites_a_software_package():
    texts = Participant.objects.values_list("source_note", flat=True)

    packages = ("pycountry", "country_converter", "countrygroups", "PyPI")
    assert [text for text in texts if any(name in text for name in packages)] == []


@pytest.mark.parametrize("slug", ["sc-reform", "sc-briefings"])
def test_themes_that_were_empty_have_their_statements(slug):
    assert Theme.objects.get(slug=slug).statements.published().exists()


def test_the_five_documents_are_entered_paragraph_by_paragraph():
    read = SourceDocument.objects.exclude(ledger=None)

    assert set(read.values_list("slug", flat=True)) == READ_IN_FULL
    open_ = SourceDocument.objects.filter(ledger__progress="open")
    assert not open_.exists()


def test_votes_have_the_counts_that_sources_print_and_no_roll_call():
    votes = Vote.objects.order_by("held_on").values_list(
        "slug", "in_favour", "against", "abstaining"
    )

    assert list(votes) == [
        ("a-res-63-308", None, None, None),
        ("inclusion-72nd-session", 113, 21, 17),
        ("a-hrc-res-44-14", 32, 1, 14),
        ("inclusion-75th-session", 121, None, None),
        ("a-res-75-277", 115, 15, 28),
    ]
    assert not Ballot.objects.exists()


def test_there_are_23_engagements_of_which_one_has_no_year():
    assert Engagement.objects.count() == 23
    undated = Engagement.objects.filter(begins_on=None)
    assert [engagement.date_as_printed for engagement in undated] == ["21-23 August"]


@pytest.mark.parametrize(
    ("filters", "values"),
    [
        ({"dialogue": "unga-2013-09-11", "measure": "states-speaking"}, {68, 69}),
        ({"theme": "act-code-of-conduct", "counted_on": "2015-10-23"}, {102, 104, 105}),
    ],
)
def test_contradictions_are_kept_next_to_each_other(filters, values):
    lookups = {"dialogue": "dialogue__slug", "theme": "theme__slug"}
    figures = ReportedFigure.objects.filter(
        **{lookups.get(key, key): value for key, value in filters.items()}
    )

    assert set(figures.values_list("value", flat=True)) == values


def test_every_correction_is_of_a_statement_in_the_files():
    with CORRECTIONS.open(encoding="utf-8", newline="") as file:
        references = [row["reference"] for row in csv.DictReader(file)]
    texts = (path.read_text() for path in (FILES / "dialogues").iterdir())

    known = {
        row["reference"] for text in texts for row in yaml.safe_load(text).get("statements", [])
    }
    assert set(references) <= known
    assert max(Counter(references).values()) == 1
