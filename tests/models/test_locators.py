"""The link from a record to its place in a source."""

import pytest

from dialogues.models.locators import link_to_passage, locator_of

PAGE = "https://example.org/statement/"


@pytest.mark.parametrize(
    ("arguments", "link"),
    [
        (("",), ""),
        (("", 3, "My delegation"), ""),
        ((PAGE,), PAGE),
        ((PAGE, None, "My delegation"), f"{PAGE}#:~:text=My%20delegation"),
        (
            (PAGE, None, "R2P, well-known", "of States"),
            f"{PAGE}#:~:text=R2P%2C%20well%2Dknown,of%20States",
        ),
        ((PAGE, None, "", "of States"), PAGE),
        ((PAGE, None, "السيد الرئيس"), f"{PAGE}#:~:text=" + "%D8%A7%D9%84%D8%B3%D9%8A%D8%AF"
         "%20%D8%A7%D9%84%D8%B1%D8%A6%D9%8A%D8%B3"),
        (("https://example.org/a.pdf", 4, "Words"), "https://example.org/a.pdf#page=4"),
        (("https://example.org/a.PDF", None, "Words"), "https://example.org/a.PDF"),
        ((f"{PAGE}#part", None, "Words"), f"{PAGE}#part"),
    ],
)  # fmt: skip
def test_a_link_leads_to_the_page_or_the_words(arguments, link):
    assert link_to_passage(*arguments) == link


@pytest.mark.parametrize(
    ("section", "paragraph", "locator"),
    [
        ("", "", ""),
        ("", "27", "paragraph 27"),
        ("KEY THEMES", "2nd", "section “KEY THEMES”, 2nd paragraph"),
        ("(introduction)", "4th and 5th", "(introduction), 4th and 5th paragraph"),
        ("", "27-28", "paragraphs 27-28"),
        ("", "1st sentence", "1st sentence"),
        ("", "1st paragraph, last sentence", "1st paragraph, last sentence"),
        ("", "1st and 2nd paragraph", "1st and 2nd paragraph"),
        ("", "fn 3", "fn 3"),
    ],
)
def test_a_locator_is_written_as_in_a_citation(section, paragraph, locator):
    assert locator_of(section, paragraph) == locator
