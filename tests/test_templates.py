"""Rules for all templates and style sheets."""

import re

from django.conf import settings

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
INCLUDES = [path for path in TEMPLATES if path.parent.name == "includes"]
SHEETS = sorted((settings.BASE_DIR / "static" / "css").rglob("*.css"))
INLINE = re.compile(r"""<style|\sstyle=|\son\w+=["']|<script(?![^>]*\ssrc=)|javascript:""")
# Left and right depend on the language: these properties have logical names.
PHYSICAL = re.compile(
    r"(?<![\w-])((margin|padding|border|inset)-(left|right|top|bottom)|left|right|top|bottom"
    r"|(min-|max-)?(width|height)|text-align:\s*(left|right)|float(?!: none;))\s*:"
)
AT_MEDIA = re.compile(r"@(?:media|container)[^{]*\{")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|rgb\([^)]*\)")
MAX_LINE = 110  # characters
MAX_SIZE = 3_000  # characters
ON_ITS_OWN_LINE = re.compile(
    r"<(?:section|div|p|[uod]l|li|dt|dd|table|t(?:head|body|foot|r|d|h)|h[1-6]|nav|header|footer"
    r"|main|aside|article|figure|figcaption|form|details|summary|blockquote|fieldset|legend"
    r"|option|svg|link|meta|script)[\s>]"
)
LEADING_COMMENTS = re.compile(r"(?:\{# .+ #\}\n)+")


def lines_of(paths):
    """(path, line) of every line."""
    return ((str(path), line) for path in paths for line in path.read_text().splitlines())


def test_a_template_has_one_element_a_line():
    crowded = [line for line in lines_of(TEMPLATES) if len(ON_ITS_OWN_LINE.findall(line[1])) > 1]

    assert crowded == []


def test_a_template_or_sheet_is_short():
    paths = [*TEMPLATES, *SHEETS]

    assert [line for line in lines_of(paths) if len(line[1]) > MAX_LINE] == []
    assert [str(path) for path in paths if len(path.read_text()) > MAX_SIZE] == []


def test_an_include_says_what_it_shows_and_needs():
    comments = {
        str(path): LEADING_COMMENTS.match(path.read_text())[0].replace(" #}\n{# ", " ")
        for path in INCLUDES
    }

    needs = re.compile(r"\{# .+ Needs: .+ #\}\n")
    assert [path for path, comment in comments.items() if not needs.fullmatch(comment)] == []


def test_an_include_is_used():
    modules = (settings.BASE_DIR / "dialogues").rglob("*.py")
    users = "".join(user.read_text() for user in [*TEMPLATES, *modules])

    assert [path.name for path in INCLUDES if f"dialogues/includes/{path.name}" not in users] == []


def test_no_template_has_an_inline_style_or_script():
    inline = {str(path): INLINE.findall(path.read_text()) for path in TEMPLATES}

    assert {path: scripts for path, scripts in inline.items() if scripts} == {}


def test_a_sheet_uses_logical_properties():
    physical = {
        path.name: PHYSICAL.findall(AT_MEDIA.sub("", COMMENT.sub("", path.read_text())))
        for path in SHEETS
    }

    assert {name: properties for name, properties in physical.items() if properties} == {}


def test_colours_are_defined_in_the_tokens():
    colours = {
        path.name: set(COLOUR.findall(COMMENT.sub("", path.read_text())))
        for path in SHEETS
        if path.name != "tokens.css"
    }

    assert set.union(*colours.values()) <= {"rgb(0 0 0 / 35%)"}, colours
