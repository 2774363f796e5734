"""Where in a source something is written, and the link to that place."""

import re
from urllib.parse import quote

from django.db import models
from django.utils.translation import gettext_lazy as _

# Browsers look for words in web pages only.
FILES = (".pdf", ".doc", ".docx")
NUMBERS = re.compile(r"\d+(?:(?: and |, |[-–])\d+)+")
# 2nd; 2nd and 3rd.
ORDINALS = re.compile(r"\d+[a-z]+(?:(?: and |, |[-–])\d+[a-z]+)*")


class Located(models.Model):
    """Where in a source a record is written: a section, a paragraph, or both."""

    source = models.ForeignKey(
        "dialogues.SourceDocument",
        models.PROTECT,
        related_name="%(class)ss",
        verbose_name=_("source"),
    )
    section = models.CharField(
        _("section"), max_length=300, blank=True, help_text=_("The heading above it.")
    )
    paragraph = models.CharField(
        _("paragraph"),
        max_length=40,
        blank=True,
        help_text=_(
            "The printed number: 27 or fn 3. If none is printed, its place in the section: 2nd."
        ),
    )
    line = models.PositiveIntegerField(
        _("line"), null=True, blank=True, help_text=_("In the text file, to check it.")
    )
    page = models.PositiveIntegerField(
        _("page"), null=True, blank=True, help_text=_("Of a PDF, counted from its first page.")
    )
    begins_with = models.CharField(
        _("first words of the passage"),
        max_length=200,
        blank=True,
        help_text=_("Exactly as on the web page. The link to the source leads there."),
    )
    ends_with = models.CharField(_("last words of the passage"), max_length=200, blank=True)

    class Meta:
        abstract = True

    @property
    def locator(self):
        """Section and paragraph, as in a citation; empty if neither is known."""
        return locator_of(self.section, self.paragraph)

    @property
    def source_link(self):
        """The address of this place in the source; empty if the source has no address."""
        return link_to_passage(self.source.url, self.page, self.begins_with, self.ends_with)


def locator_of(section, paragraph):
    """Section and paragraph, as in a citation; empty if neither is known."""
    # A heading in brackets, such as (introduction), is ours: no quotation marks.
    if section and not section.startswith("("):
        section = _("section “%s”") % section
    return ", ".join(str(part) for part in (section, _paragraph_label(paragraph)) if part)


def _paragraph_label(paragraph):
    """“paragraph 27”; “2nd paragraph” if the source prints no numbers; other words as they are."""
    if paragraph.isdigit():
        return _("paragraph %s") % paragraph
    if NUMBERS.fullmatch(paragraph):
        return _("paragraphs %s") % paragraph
    if ORDINALS.fullmatch(paragraph):
        return _("%s paragraph") % paragraph
    return paragraph


def link_to_passage(url, page=None, begins_with="", ends_with=""):
    """The address of a place in a document: a page of a PDF, or the words of a web page.

    The words are a text fragment: https://wicg.github.io/scroll-to-text-fragment/
    """
    if not url or "#" in url:
        return url
    if page:
        return f"{url}#page={page}"
    if not begins_with or url.lower().endswith(FILES):
        return url
    words = ",".join(_fragment_words(words) for words in (begins_with, ends_with) if words)
    return f"{url}#:~:text={words}"


def _fragment_words(words):
    """Words as a text fragment has them: "-" and "," have a meaning of their own there."""
    return quote(words, safe="").replace("-", "%2D")
