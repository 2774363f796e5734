"""The blocks of a web page, without the furniture of its site."""

import re
from collections.abc import Iterator
from itertools import groupby

from selectolax.lexbor import LexborHTMLParser, LexborNode

from dialogues.imports.files.blocks import Block, BlockKind

LEFT_OUT = (
    "script, style, noscript, template, svg, iframe, object, form, nav, aside, dialog, button, "
    "select, header, footer, [hidden], [role=navigation], [role=banner], [role=contentinfo], "
    "[aria-hidden=true]"
)
NOTE_MARKS = "sup a[href^='#'], sup.reference, a[href^='#footnote'], a[href^='#_ftn']"
MAIN = ("main", "[role=main]", "article")
MIN_MAIN = 200  # characters: a smaller main part is not all of the text
HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = set(HEADINGS) | set(
    "p li tr dt dd blockquote pre caption figcaption div section article main body td th ul ol "
    "table".split()
)
NOTE = re.compile(r"^(?:foot|end)note(?!-ref)|^fn\d|^_ftn(?!ref)", re.I)
MAX_DEPTH = 200  # elements around a text that are looked at


def read_blocks(text: str) -> list[Block]:
    """The blocks of a page. Nothing is executed and nothing fetched."""
    tree = LexborHTMLParser(text)
    for node in [*tree.css(LEFT_OUT), *tree.css(NOTE_MARKS)]:
        if node.tag not in ("html", "body"):
            node.decompose()
    for line_break in tree.css("br"):
        line_break.replace_with("\n")
    root = _main(tree)
    return [] if root is None else list(_blocks(root))


def _main(tree):
    """The part of the page with its own text."""
    for selector in MAIN:
        node = tree.css_first(selector)
        if node is not None and len(node.text()) >= MIN_MAIN:
            return node
    return tree.body or tree.root


def _blocks(root) -> Iterator[Block]:
    """A block for each element with text of its own; the cells of a row are one block."""
    texts = ((_around(node, BLOCKS), node.text_content or "") for node in _texts(root))
    parts = [
        (node, " ".join("".join(text for _node, text in group).split()))
        for node, group in _grouped((node, text) for node, text in texts if node is not None)
    ]
    rows = ((_around(node, {"tr"}, itself=True), node, text) for node, text in parts if text)
    for row, cells in groupby(rows, key=lambda part: part[0] and part[0].mem_id):
        cells = list(cells)
        if row is None:
            yield from (_block(node, text) for _row, node, text in cells)
        else:
            texts_of_row = tuple(text for _row, _node, text in cells)
            yield Block(" | ".join(texts_of_row), BlockKind.ROW, cells=texts_of_row)


def _texts(root):
    return (node for node in root.traverse(include_text=True) if node.tag == "-text")


def _grouped(pairs):
    """(node, its pairs) of neighbours within the same element."""
    for _key, group in groupby(pairs, key=lambda pair: pair[0].mem_id):
        group = list(group)
        yield group[0][0], group


def _around(node: LexborNode, tags: set[str], itself: bool = False) -> LexborNode | None:
    """The nearest element around a node that has one of these tags."""
    node = node if itself else node.parent
    for _step in range(MAX_DEPTH):
        if node is None or node.tag in tags:
            return node
        node = node.parent
    return None


def _block(node, text):
    if node.tag in HEADINGS:
        return Block(text, BlockKind.HEADING, HEADINGS[node.tag])
    item = _around(node, {"li"}, itself=True)
    if item is None:
        return Block(text)
    is_note = NOTE.match(item.attributes.get("id") or "")
    return Block(text, BlockKind.NOTE if is_note else BlockKind.ITEM)
