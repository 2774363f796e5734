"""A public page as a reader sees it, and as a program does."""

import html
import re

D2017 = "/dialogues/unga-2017-09-06/"
D2021 = "/dialogues/hrc-2021-05-11/"
D2016 = "/dialogues/hrc-2016-03-03/"
GA2016 = "/dialogues/unga-2016-09-06/"


class Page:
    """A page: its text, and its parts by the marks they carry."""

    def __init__(self, markup):
        self.markup = markup

    @property
    def text(self):
        text = re.sub(r"<[^>]+>", " ", self.markup)
        text = re.sub(r"\s+", " ", html.unescape(text))
        return re.sub(r" ([,.;:)”])", r"\1", text).replace("“ ", "“").replace("( ", "(")

    def part(self, mark, tag):
        """The first element of this tag that carries the mark."""
        match = re.search(rf"<{tag}\b[^>]*{re.escape(mark)}.*?</{tag}>", self.markup, re.DOTALL)
        return Page(match.group() if match else "")

    def links(self, kind):
        """The slugs of the records of one kind that it links to, in order."""
        return re.findall(rf'href="/{kind}/([\w-]+)/"', self.markup)

    def items(self):
        """The items of its lists."""
        return [Page(item) for item in re.findall(r"<li\b.*?</li>", self.markup, re.DOTALL)]

    def articles(self):
        """Each statement of a list: (who spoke, the whole of it)."""
        parts = re.findall(r"<article .*?</article>", self.markup, re.DOTALL)
        return [
            (html.unescape(re.search(r'class="speaker"[^>]*>([^<]+)<', part)[1]), Page(part))
            for part in parts
        ]

    def speakers(self):
        return sorted(name for name, _article in self.articles())

    def total(self):
        return int(re.search(r'data-total="(\d+)"', self.markup)[1])
