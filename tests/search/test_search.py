"""Queries find the statements that readers mean."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogues.filters.filterset import StatementFilter
from dialogues.index.schema import stems
from dialogues.models import Edition, Participant, Statement
from dialogues.search.query_names import resolve_names
from dialogues.search.search import SearchRequest, search
from dialogues.snapshot.name_index import name_index_at
from tests.records import (
    make_dialogue,
    make_group,
    make_membership,
    make_participation,
    make_person,
    make_source,
    make_state,
    make_statement,
    make_theme,
)

pytestmark = pytest.mark.django_db


def find(text, widen=True, **request):
    """The resolved query, and the first word of each summary found, in order."""
    edition = Edition.objects.current_stamp()
    query = resolve_names(text, name_index_at(edition), widen=widen)
    results = search(SearchRequest(query=query, **request), edition)
    summaries = dict(Statement.objects.values_list("pk", "summary"))
    return query, [summaries[pk].split()[0] for pk in results.pks(0, 100)]


@pytest.fixture(scope="module")
def four(module_transaction):
    """Four statements, named here by the first word of each summary."""
    ivory = make_state("Côte d’Ivoire")
    ivory.names.create(name="Ivory Coast", kind="common")
    korea = make_state("Republic of Korea")
    korea.names.create(name="South Korea", kind="common")
    korea.names.create(name="Республика Корея", kind="un-term", language="ru")
    weog = make_group("Western European and other States", slug="weog", short_name="WEOG")
    france = make_state("France")
    make_membership(weog, france)
    veto = make_theme("Veto restraint", slug="veto-restraint")
    veto.aliases.create(alias="veto")
    code = make_theme("Code of conduct", slug="code", parent=veto)
    principle = make_theme("The principle of R2P", slug="principle")
    principle.aliases.create(alias="R2P")
    principle.aliases.create(alias="RtoP")
    principle.aliases.create(alias="保护责任", language="zh")
    early = make_dialogue(held_on=date(2016, 3, 3), title="Ten years of prevention")
    late = make_dialogue(held_on=date(2018, 6, 25), report_symbols="A/RES/60/1")
    person = make_person("Ms. Éva Müller-Ødegård", slug="eva")
    nordic = make_group("Nordic countries", group_kind="sub-regional")
    make_statement(
        participation=make_participation(early, ivory),
        summary="Ivory asked for early warning.",
        themes=[veto],
    )
    make_statement(
        participation=make_participation(early, korea),
        summary="Korea spoke of warning, and early on of RtoP.",
        text="The vetoes of the past.\n\nA second quotation.",
        provenance="quoted-in-summary",
        editor_note="A careful reading of its words.",
    )
    make_statement(
        participation=make_participation(late, france, capacity="on-behalf", on_behalf_of=nordic),
        summary="France wished to restrain the powerful.",
        themes=[code],
        source=make_source(symbols="A/HRC/48/39"),
    )
    make_statement(
        late,
        participation=make_participation(late, person=person, office="Special Adviser"),
        summary="Adviser on the responsibility to protect. اليمن",
    )


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("early", ["Ivory", "Korea"]),
        ("EARLY warnings", ["Ivory", "Korea"]),
        ('"early warning"', ["Ivory"]),
        ('"warning early"', []),
        ("early -ivory", ["Korea"]),
        ("early NOT côte", ["Korea"]),
        ('early -"early warning"', ["Korea"]),
        ("-early", ["France", "Adviser"]),
        ("early OR powerful", ["France", "Ivory", "Korea"]),
        ("(early OR powerful) korea", ["Korea"]),
        ("cote d'ivoire", ["Ivory"]),
        ("COTE D’IVOIRE", ["Ivory"]),
        ("ivory coast", ["Ivory"]),
        ("south korea", ["Korea"]),
        ("республика корея", ["Korea"]),
        ("-warning 保护责任", []),
        ("warning 保护责任", ["Korea"]),
        ('state:"республика корея"', ["Korea"]),
        ("theme:保护责任", []),
        ("60/1", ["France", "Adviser"]),
        ("A/RES/60/1", ["France", "Adviser"]),
        ("60/2", []),
        ("A/HRC/48/39", ["France"]),
        ("vetoed", ["Ivory", "Korea"]),
        ("restraint", ["Ivory"]),
        ("conduct", ["France"]),
        ("quotation", ["Korea"]),
        ('"past a second"', []),
        ("muller", ["Adviser"]),
        ("müller-odegard", ["Adviser"]),
        ("Special Adviser", ["Adviser"]),
        ("nordic", ["France"]),
        ("prevention", []),
        ("dialogue:prevention", ["Ivory", "Korea"]),
        ('dialogue:"ten years"', ["Ivory", "Korea"]),
        ("early -dialogue:years", []),
        ("careful", []),
        ("note:CAREFUL", ["Korea"]),
        ('note:"reading careful"', []),
        ("dialogue:early", []),
        ("note:the*", []),
        ("اليمن", ["Adviser"]),
        ("power*", ["France"]),
        ("responsib*", ["Adviser"]),
        ("warn* -korea", ["Ivory"]),
        ("state:france", ["France"]),
        ("STATE:FRANCE", ["France"]),
        ('state:"ivory coast"', ["Ivory"]),
        ('state:"south korea"', ["Korea"]),
        ("-state:france year:2018", ["Adviser"]),
        ("theme:veto", ["France", "Ivory"]),
        ("theme:code", ["France"]),
        ("group:weog", ["France"]),
        ('group:"western european and other states"', ["France"]),
        ("year:2016", ["Ivory", "Korea"]),
        ("year:2016..2018", ["France", "Adviser", "Ivory", "Korea"]),
        ("year:2017..", ["France", "Adviser"]),
        ("year:..2017", ["Ivory", "Korea"]),
        ("year:1999", []),
        ("year:2018..2016", []),
        ("early & (", ["Ivory", "Korea"]),
    ],
)
def test_a_query_finds_its_statements(four, text, matches):
    assert find(text, sort="newest")[1] == matches


@pytest.mark.parametrize(
    ("text", "expansions"),
    [
        ("R2P", ["RtoP"]),
        ('"r2p"', ["RtoP"]),
        ("south korea", ["Republic of Korea"]),
        ("республика корея", ["Republic of Korea", "South Korea"]),
        ("保护责任", ["The principle of R2P", "R2P", "RtoP"]),
        ("of South Korea", ["Republic of Korea"]),
        ("early OR (R2P veto*)", ["RtoP"]),
        ("-R2P", []),
        ("korea", []),
        ("veto restraint", []),
        ("early", []),
    ],
)
def test_other_names_of_a_record_are_searched_and_shown(four, text, expansions):
    assert list(find(text)[0].expansions) == expansions


def test_expansions_can_be_turned_off(four):
    assert find("R2P")[1] == ["Korea"]
    assert find("R2P", widen=False) == (resolve_names("R2P", None, widen=False), [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "state:frnce",
            "“state:frnce” is not known here, so it was left out. Did you mean “state:france”?",
        ),
        ("state:", "“state:” is not known here, so it was left out."),
        (
            "year:soon",
            "“year:soon” is not known here, so it was left out. "
            "Write year:2016 or year:2016..2018.",
        ),
        (
            "year:٢٠١٦..x",
            "“year:٢٠١٦..x” is not known here, so it was left out. "
            "Write year:2016 or year:2016..2018.",
        ),
    ],
)
def test_an_unknown_value_is_named(four, text, problem):
    assert find(text)[0].problems == (problem,)


def test_the_best_match_comes_first(four):
    assert find("korea OR early", sort="relevance")[1][0] == "Korea"


WORDS = ["early", "warning", "korea", "veto", "adviser", "restrain", "france", "r2p", "of", "60/1"]
QUERIES = st.lists(
    st.sampled_from([*WORDS, "OR", "AND", "(", ")", '"early warning"', "warn*", "state:france"]),
    max_size=8,
)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=QUERIES, excluded=st.sampled_from(WORDS), at=st.integers(0, 8))
def test_a_result_never_contains_an_excluded_word(four, query, excluded, at):
    text = " ".join([*query[:at], "-" + excluded, *query[at:]])

    for summary in find(text)[1]:
        statement = Statement.objects.get(summary__startswith=summary)
        content = f"{statement.speaker_name} {statement.text} {statement.summary}"
        assert stems(excluded)[0] not in stems(content)


@pytest.mark.parametrize("text", ["state:france", "year:2016..2018", "warn*", "-veto"])
def test_without_words_to_rank_by_the_newest_come_first(four, text):
    edition = Edition.objects.current_stamp()

    assert StatementFilter(QueryDict(f"q={text}"), edition).sort_now == "newest"
    assert StatementFilter(QueryDict(f"q={text} early"), edition).sort_now == "relevance"


def test_a_group_that_becomes_a_regional_one_is_found(four):
    group = make_group("Pacific", group_kind="sub-regional", slug="pacific")
    make_membership(group, Participant.objects.get(slug="france"))
    find("")

    group.group_kind = "regional"
    group.save()

    assert find("group:pacific")[1] == ["France"]
