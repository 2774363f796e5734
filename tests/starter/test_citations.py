"""Citations of the starter collection, and checks of its quotations.

The rules of each style: United Nations Editorial Manual Online, Footnotes, II.D and IV
("Available at"); Chicago Manual of Style, 17th ed., 14.260 ("quoted in") and 15.56; APA Publication
Manual, 7th ed., 8.6 ("as cited in"; the list names what was read) and 9.16; MLA Handbook, 9th ed.,
6.77 ("qtd. in") and its short months; OSCOLA, 4th ed., 3.4.8 (websites) and the faculty's answer on
sources cited in others ("as cited in", in brackets); Bluebook, rules 1.6(c) ("quoted in"), 17.2.5
(speeches) and 18.2 ("last visited"); the documentation of cite web and cite report in Wikipedia.
"""

import pytest

from dialogues.models import Edition, Statement
from dialogues.verification.verify import check_text
from tests.citations.test_styles import in_all_styles, un_footnote, work_of

# A citation is the same on any database.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.once,
    pytest.mark.usefixtures("starter_collection"),
]

EVENT = "Informal Interactive Dialogue of the UN General Assembly on the Responsibility to Protect"
DOCUMENT = f"Summary of the {EVENT}, 6 September 2017"
# In brackets: the document does not name its publisher. It has no date of publication either.
CENTRE = "[Global Centre for the Responsibility to Protect]"
SUMMARY = (
    "https://www.globalr2p.org/publications/summary-of-the-informal-interactive-dialogue-of-the-un-"
    "general-assembly-on-the-responsibility-to-protect-6-september-2017/"
)
ADDRESS = "https://r2p.example.org/statements/w5qsg9b/?v=1&amp;d=dded3d"
PLACE = "section “KEY THEMES”, 2nd paragraph"
US_PLACE = "section “KEY THEMES,” 2nd paragraph"

LIECHTENSTEIN_2017 = {
    "un": (
        f"Liechtenstein, statement at the {EVENT}, 6 September 2017, as quoted in {CENTRE}, "
        f"“{DOCUMENT}”, {PLACE}. R2P Dialogues, statement w5qsg9b, version 1. "
        f"Available at {ADDRESS} (accessed on 22 November 2026).",
        "",
    ),
    "chicago-notes": (
        f"Liechtenstein, statement, {EVENT}, September 6, 2017, quoted in {CENTRE}, "
        f"<i>{DOCUMENT}</i> (n.d.), {US_PLACE}, R2P Dialogues, statement w5qsg9b, version 1, "
        f"accessed November 22, 2026, {ADDRESS}.",
        "",
    ),
    "chicago-author-date": (
        f"{CENTRE}. n.d. <i>{DOCUMENT}</i>. R2P Dialogues, Liechtenstein, statement w5qsg9b, "
        f"version 1. Accessed November 22, 2026. {ADDRESS}.",
        f"(Liechtenstein, statement of September 6, 2017, quoted in {CENTRE} n.d., {US_PLACE})",
    ),
    "apa": (
        f"{CENTRE}. (n.d.). <i>{DOCUMENT}</i>. R2P Dialogues, Liechtenstein, statement w5qsg9b, "
        f"version 1. Retrieved November 22, 2026, from {ADDRESS}",
        f"(Liechtenstein, 2017, as cited in {CENTRE}, n.d., {US_PLACE})",
    ),
    "mla": (
        f"{CENTRE}. <i>{DOCUMENT}</i>. <i>R2P Dialogues</i>, Liechtenstein, "
        f"statement w5qsg9b, version 1, {ADDRESS}. Accessed 22 Nov. 2026.",
        f"(Liechtenstein, qtd. in {CENTRE}, {US_PLACE})",
    ),
    "oscola": (
        f"Liechtenstein, ‘Statement’ ({EVENT}, 6 September 2017) (as cited in {CENTRE}, "
        f"‘{DOCUMENT}’, {PLACE}) R2P Dialogues, statement w5qsg9b, version 1 "
        f"&lt;{ADDRESS}&gt; accessed 22 November 2026.",
        "",
    ),
    "bluebook": (
        f"Liechtenstein, <i>Statement at the {EVENT}</i> (Sept. 6, 2017), <i>quoted in</i> "
        f'<span class="small-caps">{CENTRE}</span>, <span class="small-caps">{DOCUMENT}</span>, '
        f"{US_PLACE}, R2P Dialogues, statement w5qsg9b, version 1, {ADDRESS} "
        "(last visited Nov. 22, 2026).",
        "",
    ),
    "wikipedia": (
        f"{{{{cite web |author=Liechtenstein |title=Statement at the {EVENT} |date=6 September "
        "2017 |website=R2P Dialogues |id=Statement w5qsg9b, version 1 "
        f"|url={ADDRESS} |access-date=22 November 2026 |quote=the most meaningful contribution to "
        "making the R2P concept operational in practice}} As quoted in {{cite report "
        f"|author=&amp;#91;{CENTRE.strip('[]')}&amp;#93; |title={DOCUMENT} |at={PLACE} "
        f"|url={SUMMARY}}}}}",
        "",
    ),
}


def test_liechtenstein_in_2017_in_all_eight_styles():
    statement = Statement.objects.get(reference="w5qsg9b")

    assert in_all_styles(work_of(statement)) == LIECHTENSTEIN_2017


def test_a_source_without_a_symbol_is_cited_without_one():
    statements = Statement.objects.published().filter(source__symbols="").with_record()

    citations = [un_footnote(work_of(statement)) for statement in statements[:60]]

    assert len(citations) == 60
    assert [text for text in citations if "A/" in text.replace("N/A", "") or "S/2" in text] == []


# (words of a quotation, one of them, a word by which somebody might replace it)
ALTERED = [
    ("most meaningful contribution", "most", "more"),
    ("most meaningful contribution", "operational", "real"),
    ("historic weakening of the norms", "historic", "serious"),
    ("historic weakening of the norms", "uphold", "support"),
    ("is a promise to those people", "promise", "pledge"),
    ("is a promise to those people", "abstract", "empty"),
]


def quotations():
    statements = Statement.objects.published().exclude(text="")
    return [quotation for statement in statements for quotation in statement.quotations]


def test_every_quotation_is_found_exact():
    edition = Edition.objects.current_stamp()

    states = {
        quotation: [result.state for result in check_text(f"“{quotation}”", edition)]
        for quotation in quotations()
    }

    assert len(states) >= 27
    assert states == dict.fromkeys(states, ["exact"])


@pytest.mark.parametrize(("words", "before", "after"), ALTERED)
def test_an_altered_word_is_marked(words, before, after):
    quotation = next(quotation for quotation in quotations() if words in quotation)
    altered = quotation.replace(before, after, 1)

    (result,) = check_text(f"“{altered}”", Edition.objects.current_stamp())

    assert result.state == "differs"
    changes = [piece for piece in result.pieces if piece.kind != "same"]
    assert [(piece.kind, piece.text.strip()) for piece in changes] == [
        ("removed", before),
        ("added", after),
    ]


def test_a_whole_bibliography_of_the_collection_is_unchanged():
    statements = Statement.objects.published()[:50]
    lines = [
        f"https://r2p.example/statements/{statement.reference}/?v=1"
        f"&d={statement.versions.get().short_digest}"
        for statement in statements
    ]

    results = check_text("\n\n".join(lines), Edition.objects.current_stamp())

    assert {result.state for result in results} == {"unchanged"}
    assert len(results) == 50
