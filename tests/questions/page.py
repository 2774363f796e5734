"""A public page as a reader sees it, and its parts by their attributes."""

import re

from lxml import html

D2017 = "/dialogues/unga-2017-09-06/"
D2021 = "/dialogues/hrc-2021-05-11/"
D2016 = "/dialogues/hrc-2016-03-03/"
GA2016 = "/dialogues/unga-2016-09-06/"


class Page:
    """A page, or an element of it."""

    def __init__(self, element):
        self.element = element

    @property
    def markup(self):
        return html.tostring(self.element, encoding="unicode")

    @property
    def text(self):
        """The text as a reader sees it: one space between words, none before a stop."""
        text = re.sub(r"\s+", " ", " ".join(self.element.itertext()))
        return re.sub(r" ([,.;:)”])", r"\1", text).replace("“ ", "“").replace("( ", "(")

    def part(self, attribute, tag):
        """The first element with this tag and this attribute, such as 'id="years"'."""
        return self.parts(attribute, tag)[0]

    def parts(self, attribute, tag):
        """All elements with this tag and this attribute."""
        return [Page(element) for element in self.element.xpath(f".//{tag}[@{attribute}]")]

    def links(self, kind):
        """The slugs of the records of one kind that it links to, in order."""
        matches = [
            re.fullmatch(rf"/{kind}/([\w-]+)/", url) for url in self.element.xpath(".//@href")
        ]
        return [match[1] for match in matches if match]

    def items(self):
        """The items of its lists."""
        return [Page(item) for item in self.element.iter("li")]

    def articles(self):
        """(speaker, the whole of it) of each statement of a list."""
        return [
            (article.xpath('string(.//*[@class="speaker"])'), Page(article))
            for article in self.element.iter("article")
        ]

    def speakers(self):
        return sorted(name for name, _article in self.articles())

    def total(self):
        return int(self.element.xpath("string(.//@data-total)"))
