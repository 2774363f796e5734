"""Rules for all templates and style sheets."""

import re

import pytest
from django.conf import settings

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
INCLUDES = [path for path in TEMPLATES if path.parent.name == "includes"]
SHEETS = sorted((settings.BASE_DIR / "static" / "css").rglob("*.css"))
INLINE = re.compile(r"""<style|\sstyle=|\son\w+=["']|<script(?![^>]*\ssrc=)|javascript:""")
# Left and right depend on the language: these properties have logical names.
PHYSICAL = re.compile(
    r"(?<![\w-])((margin|padding|border|inset)-(left|right|top|bottom)|left|right|top|bottom"
    r"|(min-|max-)?(width|height)|text-align:\s*(left|right)|float)\s*:"
)
MAX_LINE = 110  # characters
MAX_SIZE = 3_000  # characters
ON_ITS_OWN_LINE = re.compile(
    r"<(?:section|div|p|[uod]l|li|dt|dd|table|t(?:head|body|foot|r|d|h)|h[1-6]|nav|header|footer"
    r"|main|aside|article|figure|figcaption|form|details|summary|blockquote|fieldset|legend"
    r"|option|svg|link|meta|script)[\s>]"
)
LEADING_COMMENTS = re.compile(r"(?:\{# .+ #\}\n)+")


def name(path):
    return path.name


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_has_one_element_a_line(path):
    lines = path.read_text().splitlines()

    assert [line for line in lines if len(ON_ITS_OWN_LINE.findall(line)) > 1] == []


@pytest.mark.parametrize("path", [*TEMPLATES, *SHEETS], ids=name)
def test_a_template_or_sheet_is_short(path):
    text = path.read_text()

    assert [line for line in text.splitlines() if len(line) > MAX_LINE] == []
    assert len(text) <= MAX_SIZE


@pytest.mark.parametrize("path", INCLUDES, ids=name)
def test_an_include_says_what_it_shows_and_needs(path):
    comments = LEADING_COMMENTS.match(path.read_text())[0].replace(" #}\n{# ", " ")

    assert re.fullmatch(r"\{# .+ Needs: .+ #\}\n", comments)


@pytest.mark.parametrize("path", INCLUDES, ids=name)
def test_an_include_is_used(path):
    used = f"dialogues/includes/{path.name}"
    modules = (settings.BASE_DIR / "dialogues").rglob("*.py")

    assert any(used in user.read_text() for user in [*TEMPLATES, *modules])


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_no_template_has_an_inline_style_or_script(path):
    text = path.read_text()

    assert INLINE.findall(text) == []


@pytest.mark.parametrize("path", SHEETS, ids=name)
def test_a_sheet_uses_logical_properties(path):
    rules = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", path.read_text(), flags=re.DOTALL)

    assert PHYSICAL.findall(rules) == []


@pytest.mark.parametrize("path", SHEETS, ids=name)
def test_colours_are_defined_in_the_tokens(path):
    rules = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    colours = re.findall(r"#[0-9a-f]{3,8}\b|rgb\([^)]*\)", rules)

    assert path.name == "tokens.css" or set(colours) <= {"rgb(0 0 0 / 35%)"}
